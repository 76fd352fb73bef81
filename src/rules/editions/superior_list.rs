//! What the rules about the superior list share: the table of the whole, with the places of its records.

use crate::conformance::{ConformanceItem, Departure, DepartureKind};
use crate::judged::Whole;
use crate::model::{Pointer, field};
use crate::print::{excerpt, in_title_marks};
use crate::rule::{Draft, Findings, Provision};
use crate::rules::grounds::LICENSING_LIST_NOTICE;
use crate::spot::Spot;

/// What is the same at all levels: 依法编制行政许可事项清单.
pub(super) const SAME_AT_ALL_LEVELS: Provision = Provision { document: LICENSING_LIST_NOTICE, clause: "一" };

/// The names by which items are found, whichever list they stand in.
pub(super) const NAMES: [&[crate::model::Field]; 3] = [
    &[field!(licensing_items: LicensingItem, name)],
    &[field!(power_items: PowerItem, name)],
    &[field!(service_items: ServiceItem, name)],
];

/// An item of the table, with its record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'w> {
    pub(super) item: &'w ConformanceItem,
    ordinal: u32,
}

impl<'w> Row<'w> {
    /// The items of the table; none where no superior list was given.
    pub(super) fn all(whole: &'w Whole<'_>) -> impl Iterator<Item = Self> {
        let items = whole.conformance().into_iter().flat_map(|conformance| &conformance.items);
        items.filter_map(|item| {
            let ordinal = whole.facts.records.ordinal(item.kind, item.id.as_str())?;
            Some(Self { item, ordinal })
        })
    }

    /// The departures of some kinds.
    pub(super) fn departures(self, of: impl Fn(DepartureKind) -> bool) -> impl Iterator<Item = &'w Departure> {
        self.item.departures.iter().filter(move |departure| of(departure.kind))
    }

    /// A finding about the record, at a path below it.
    pub(super) fn finding<'f>(
        self,
        findings: &'f mut Findings<'_>,
        path: Pointer,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> &'f mut Draft {
        findings.at_spot(Spot::Record(self.ordinal, path), zh, en)
    }

    /// The superior list that has the item, in title marks; empty where none was found.
    pub(super) fn list(self) -> String {
        self.item.superior.as_ref().map(|superior| in_title_marks(superior.list.as_str())).unwrap_or_default()
    }

    /// The name that the item has in the superior list.
    pub(super) fn superior_name(self) -> String {
        self.item.superior.as_ref().map(|superior| excerpt(superior.name.as_str())).unwrap_or_default()
    }
}

/// What is said of something that is not there.
pub(super) fn or_none(value: Option<&String>) -> String {
    value.map_or_else(|| "（无）".to_owned(), |value| excerpt(value))
}
