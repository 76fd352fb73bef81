//! Looks: what a rule is called for, and what it is given.

use super::{Findings, Scope};
use crate::model::RecordRef;
use crate::model::visit::Leaf;
use crate::rules::Index;

/// Looks at one named text.
pub(crate) type TextLook = fn(&Scope<'_>, Leaf<'_>, &mut Findings<'_>);
/// Looks at one record.
pub(crate) type RecordLook = fn(&Scope<'_>, RecordRef<'_>, &mut Findings<'_>);
/// Looks at the facts of all records.
pub(crate) type CatalogLook = fn(&Scope<'_>, &Index, &mut Findings<'_>);

/// How a rule looks. A rule may look in several ways.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Look {
    /// It is found while reading.
    Reading,
    /// It looks at each text that somebody wrote, in the header and in every record: plain texts, codes and dates.
    Text(TextLook),
    /// It looks at each code and date.
    Code(TextLook),
    /// It looks at each record alone.
    Record(RecordLook),
    /// It looks at the facts of all records.
    Catalog(CatalogLook),
}
