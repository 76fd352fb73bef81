//! Columns of the list of powers that rows leave empty.
//!
//! A sub-item rests on the item of which it is one, and a main item that is only a heading on its sub-items: lists state
//! duties once for all of them.

use std::collections::HashSet;

use crate::codelist::ItemType;
use crate::facts::columns::{Column, KnownColumn};
use crate::judged::Whole;
use crate::model::Kind;

/// What is empty in a column.
pub(super) enum Unfilled {
    /// The rows that leave it empty, by their ordinals.
    Rows(Vec<u32>),
    /// So many rows leave it empty, and none fills it: the column is missing, and it is one thing to mend.
    Column(usize),
}

impl Unfilled {
    /// Whether nothing is.
    pub(super) fn is_none(&self) -> bool {
        matches!(self, Self::Rows(rows) if rows.is_empty())
    }
}

/// What is empty in a column of the list of powers.
pub(super) fn unfilled(column: Column, whole: &Whole<'_>) -> Unfilled {
    let (Some(known), Some(list)) = (whole.facts.columns.column(column), whole.facts.items.list(Kind::PowerItem))
    else {
        return Unfilled::Rows(Vec::new());
    };
    let resting = resting(known, whole);
    // A public service is no power.
    let is_power =
        |row: u32| list.item(row).is_some_and(|item| item.item_type != ItemType::PublicService && item.in_force);
    let rows: Vec<u32> = known.empty.iter().copied().filter(|&row| is_power(row) && !resting.contains(&row)).collect();
    if known.filled == 0 && rows.len() > 1 { Unfilled::Column(rows.len()) } else { Unfilled::Rows(rows) }
}

/// The rows that rest on others: parts on their whole, which speaks for them, and a whole on its parts where all of them
/// fill the column.
fn resting(known: &KnownColumn, whole: &Whole<'_>) -> HashSet<u32> {
    let is_empty = |row: u32| known.empty.binary_search(&row).is_ok();
    let in_force = |row: u32| {
        let list = whole.facts.items.list(Kind::PowerItem);
        list.and_then(|list| list.item(row)).is_some_and(|item| item.in_force)
    };
    let (mut resting, mut filled, mut open) = (HashSet::new(), HashSet::new(), HashSet::new());
    for (part, of) in whole.facts.parts.of_list(Kind::PowerItem, &whole.facts.records) {
        if !is_empty(part) {
            filled.insert(of);
        } else if in_force(of) {
            resting.insert(part);
            open.insert(of);
        }
    }
    resting.extend(filled.difference(&open));
    resting
}
