//! An item beside that of the superior list which it carries down.

use super::norms::Norms;
use super::superiors::{Found, Superiors};
use crate::model::{Catalog, Header, Item, Kind};

/// An item, and that of the superior list which it carries down.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    pub(super) item: Item<'a>,
    pub(super) superior: Item<'a>,
    pub(super) norms: &'a Norms<'a>,
    pub(super) superior_norms: Option<&'a Norms<'a>>,
    header: &'a Header,
    superior_header: Option<&'a Header>,
}

impl<'a> Pair<'a> {
    pub(super) fn of(
        catalog: &'a Catalog,
        item: Item<'a>,
        found: Found<'a>,
        norms: &'a Norms<'a>,
        superiors: &'a Superiors<'a>,
    ) -> Self {
        Self {
            item,
            superior: found.entry.item,
            norms,
            superior_norms: superiors.norms_of(found.entry),
            header: &catalog.header,
            superior_header: superiors.list(found.entry).map(|list| &list.header),
        }
    }

    /// Whether the source of the item has no such field; it is named without its list.
    pub(super) fn does_not_hold(&self, field: &str) -> bool {
        self.header.does_not_hold(&in_list(self.item.kind(), field))
    }

    /// Whether that of the superior list has none.
    pub(super) fn superior_does_not_hold(&self, field: &str) -> bool {
        self.superior_header.is_some_and(|header| header.does_not_hold(&in_list(self.superior.kind(), field)))
    }
}

/// A field with its list, as `not_held` names it.
fn in_list(kind: Kind, field: &str) -> String {
    format!("{}.{field}", kind.array())
}
