//! Parts: which item is a part of which, as sub-items and business items name the item above them.

use crate::codelist::ItemLevel;
use crate::facts::{Interner, RecordFacts};
use crate::model::{Id, Item, Kind};

/// Facts about parts of items, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct PartFacts {
    lists: [PartsOfKind; Item::KINDS.len()],
}

#[derive(Debug, Default)]
struct PartsOfKind {
    /// The ids of the items that have parts.
    wholes: Interner<Box<str>>,
    /// The ordinal of each part in force, and the number of its whole.
    parts: Vec<(u32, u32)>,
}

impl PartFacts {
    /// Adds an item in force.
    pub(super) fn add(&mut self, ordinal: u32, item: Item<'_>) {
        let Some(whole) = item.parent().filter(|_| item.item_level() != ItemLevel::Main).map(Id::as_str) else {
            return;
        };
        let at = Item::KINDS.iter().position(|&kind| kind == item.kind());
        if let Some(list) = at.and_then(|at| self.lists.get_mut(at)) {
            let number = list.wholes.number_of(whole);
            list.parts.push((ordinal, number));
        }
    }

    /// The parts of a list in force, each with the item of which it is one, by their ordinals. What names an item that is not
    /// there is left out.
    pub(crate) fn of_list(&self, kind: Kind, records: &RecordFacts) -> Vec<(u32, u32)> {
        let at = Item::KINDS.iter().position(|&known| known == kind);
        let Some(list) = at.and_then(|at| self.lists.get(at)) else { return Vec::new() };
        let wholes: Vec<Option<u32>> = list.wholes.values().iter().map(|id| records.ordinal(kind, id)).collect();
        let whole = |number: u32| wholes.get(usize::try_from(number).ok()?).copied().flatten();
        let parts = list.parts.iter().filter_map(|&(part, number)| Some((part, whole(number)?)));
        parts.filter(|(part, whole)| part != whole).collect()
    }
}
