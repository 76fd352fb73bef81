//! Which items the adjustment records of one edition alone hand down to a lower level, or take back.

use std::collections::HashSet;

use super::list::ChangeClass;
use super::log::recorded_in;
use super::succession::steps;
use crate::codelist::AdjustmentOperation;
use crate::model::{Adjustment, Catalog, Item, ItemRef, Kind};

/// Items handed from level to level between two editions. What the old edition alone records is read backwards.
#[derive(Debug, Default)]
pub(super) struct Handed<'a> {
    /// Items that are no longer in the list, as they were devolved.
    devolved: HashSet<(Kind, &'a str)>,
    /// Items that are in the list again, as they were taken back.
    taken_back: HashSet<(Kind, &'a str)>,
    /// Items that became another one on another level, with that one.
    stepped: [HashSet<(Kind, &'a str, &'a str)>; 2],
}

impl<'a> Handed<'a> {
    pub(super) fn between(old: &'a Catalog, new: &'a Catalog) -> Self {
        let mut handed = Self::default();
        for adjustment in recorded_in(new, old) {
            handed.add(adjustment, false);
        }
        for adjustment in recorded_in(old, new) {
            handed.add(adjustment, true);
        }
        handed
    }

    fn add(&mut self, adjustment: &'a Adjustment, is_backwards: bool) {
        let kind = adjustment.item_kind;
        let goes_down = match adjustment.operation {
            AdjustmentOperation::Devolve => true,
            AdjustmentOperation::TakeBack => false,
            _ => return,
        };
        // An item that is taken back is named after; where nothing is, it is the one before.
        let items = if goes_down || adjustment.to.is_empty() { &adjustment.from } else { &adjustment.to };
        let goes = if goes_down == is_backwards { &mut self.taken_back } else { &mut self.devolved };
        goes.extend(items.iter().map(ItemRef::id).map(|id| (kind, id.as_str())));
        let [down, up] = &mut self.stepped;
        let goes = if goes_down == is_backwards { up } else { down };
        goes.extend(steps(adjustment).into_iter().filter(|step| step.from != step.to).map(|step| {
            let (from, to) = if is_backwards { (step.to, step.from) } else { (step.from, step.to) };
            (kind, from, to)
        }));
    }

    /// What an item is in law that is no longer in the list.
    pub(super) fn gone(&self, item: Item<'_>) -> ChangeClass {
        let is_devolved = self.devolved.contains(&(item.kind(), item.id().as_str()));
        if is_devolved { ChangeClass::Devolved } else { ChangeClass::Cancelled }
    }

    /// What an item is in law that was not in the list before.
    pub(super) fn come(&self, item: Item<'_>) -> ChangeClass {
        let is_taken_back = self.taken_back.contains(&(item.kind(), item.id().as_str()));
        if is_taken_back { ChangeClass::TakenBack } else { ChangeClass::Added }
    }

    /// Whether an item became this one by going to another level.
    pub(super) fn step(&self, old: Item<'_>, new: Item<'_>) -> Option<ChangeClass> {
        let step = (old.kind(), old.id().as_str(), new.id().as_str());
        let [down, up] = &self.stepped;
        if down.contains(&step) {
            Some(ChangeClass::Devolved)
        } else {
            up.contains(&step).then_some(ChangeClass::TakenBack)
        }
    }
}
