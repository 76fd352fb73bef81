//! Counts of a table.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::item::{ConformanceItem, MissingItem};
use super::list::{ConformanceClass, DepartureKind};

/// 对照汇总: how many items stand how, and how many differ in what.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ConformanceCounts {
    /// 有效事项数: the items in force of all lists.
    pub items: u64,
    /// 各结论事项数: of these those of each class; a class that does not occur is left out.
    #[schemars(with = "BTreeMap<String, u64>")]
    pub by_class: BTreeMap<ConformanceClass, u64>,
    /// 未认领: items that the superior list assigns to this level and that are missing.
    pub missing: u64,
    /// 未认领待核: items that are not there, of a kind of which the catalog does not say that it has all.
    pub perhaps_missing: u64,
    /// 各类差异: items with a departure of each kind; a kind that does not occur is left out.
    #[schemars(with = "BTreeMap<String, u64>")]
    pub by_departure: BTreeMap<DepartureKind, u64>,
}

impl ConformanceCounts {
    pub(super) fn of(items: &[ConformanceItem], missing: &[MissingItem]) -> Self {
        let mut counts = Self::default();
        for item in items {
            add(&mut counts.items);
            add(counts.by_class.entry(item.class).or_default());
            let kinds: std::collections::BTreeSet<DepartureKind> =
                item.departures.iter().map(|departure| departure.kind).collect();
            for kind in kinds {
                add(counts.by_departure.entry(kind).or_default());
            }
        }
        for item in missing {
            add(if item.cause.is_none() { &mut counts.missing } else { &mut counts.perhaps_missing });
        }
        counts
    }

    /// How many items are of a class.
    #[must_use]
    pub fn of_class(&self, class: ConformanceClass) -> u64 {
        self.by_class.get(&class).copied().unwrap_or(0)
    }
}

fn add(count: &mut u64) {
    *count = count.saturating_add(1);
}
