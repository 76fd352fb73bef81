//! Endings: when items begin and end, which are suspended, and the adjustments that put items in the place of others.

use crate::codelist::{AdjustmentOperation, ItemStatus};
use crate::model::{Adjustment, Date, Id, Item, ItemPeriod, ItemRef, Kind, Written};

/// Facts about the ends of items.
#[derive(Debug, Default)]
pub(crate) struct EndingFacts {
    first_days: Vec<ItemDay>,
    last_days: Vec<ItemDay>,
    suspended: Vec<u32>,
    changes: Vec<Change>,
}

/// An item of the licensing or power list that states its first or last day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ItemDay {
    /// The item, by its ordinal.
    pub(crate) item: u32,
    pub(crate) day: Date,
}

/// A decided change of items.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) ordinal: u32,
    pub(crate) kind: Kind,
    pub(crate) operation: AdjustmentOperation,
    /// The items before and after.
    pub(crate) from: Box<[Id]>,
    pub(crate) to: Box<[Id]>,
    /// The day from which it holds; of the days that it states the one nearest to that.
    pub(crate) day: Option<Date>,
}

impl EndingFacts {
    pub(super) fn add_item(&mut self, ordinal: u32, item: Item<'_>) {
        let status = match item {
            Item::Licensing(item) => item.status,
            Item::Power(item) => item.status,
            Item::Service(_) => return,
        };
        let day = |of: fn(&ItemPeriod) -> &Option<Written<Date>>| {
            let day = item.period().and_then(|period| of(period).as_ref()).and_then(Written::value);
            day.map(|day| ItemDay { item: ordinal, day })
        };
        self.first_days.extend(day(|period| &period.from));
        self.last_days.extend(day(|period| &period.until));
        self.suspended.extend((status == Some(ItemStatus::Suspended)).then_some(ordinal));
    }

    pub(super) fn add_change(&mut self, ordinal: u32, change: &Adjustment) {
        let ids = |items: &[ItemRef]| items.iter().map(|item| item.id().clone()).collect();
        let days = [&change.effective_on, &change.published_on, &change.decided_on];
        self.changes.push(Change {
            ordinal,
            kind: change.item_kind,
            operation: change.operation,
            from: ids(&change.from),
            to: ids(&change.to),
            day: days.into_iter().flatten().find_map(Written::value),
        });
    }

    /// The last day of an item of the licensing or power list, where it states one.
    pub(crate) fn last_day(&self, item: u32) -> Option<Date> {
        let at = self.last_days.binary_search_by_key(&item, |last| last.item).ok()?;
        self.last_days.get(at).map(|last| last.day)
    }

    /// The first days that items state, in the order of their records.
    pub(crate) fn first_days(&self) -> &[ItemDay] {
        &self.first_days
    }

    pub(crate) fn last_days(&self) -> &[ItemDay] {
        &self.last_days
    }

    /// Whether an item is suspended.
    pub(crate) fn is_suspended(&self, item: u32) -> bool {
        self.suspended.binary_search(&item).is_ok()
    }

    /// The changes, in the order of their records.
    pub(crate) fn changes(&self) -> &[Change] {
        &self.changes
    }
}
