//! Facts: the few bytes of each record that rules over the whole need, by subject.
//!
//! Facts are added record by record and owe nothing to order: a reference is settled when both ends are known. They hold
//! no conclusions: what is worked out once from the facts of a whole catalog is in `judged`.

pub(crate) mod cells;
pub(crate) mod citations;
pub(crate) mod codes;
pub(crate) mod dates;
pub(crate) mod forms;
pub(crate) mod grounds;
mod interner;
pub(crate) mod item_codes;
pub(crate) mod links;
pub(crate) mod placeholder;
pub(crate) mod records;
pub(crate) mod texts;

pub(crate) use interner::Interner;
pub(crate) use records::{KnownRecord, RecordFacts};

use crate::figures;
use crate::model::visit::Leaf;
use crate::model::{Id, Kind, RecordRef};
use crate::place::Frame;
use item_codes::ItemCodeAt;

/// The facts of all records.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) records: RecordFacts,
    pub(crate) texts: texts::TextFacts,
    pub(crate) codes: codes::CodeFacts,
    pub(crate) citations: citations::CitationFacts,
    pub(crate) grounds: grounds::Grounds,
    pub(crate) dates: dates::DateFacts,
    pub(crate) cells: cells::CellFacts,
    pub(crate) links: links::LinkFacts,
    pub(crate) figures: figures::Facts,
}

impl Facts {
    /// Begins a record that was read; gives its ordinal. Its texts follow one by one.
    pub(crate) fn begin(&mut self, record: RecordRef<'_>, frame: Frame) -> u32 {
        self.cells.add_record(record);
        self.records.add(record, frame)
    }

    /// Ends the record: adds what it says as a whole, and the codes that were met among its texts.
    pub(crate) fn end(&mut self, ordinal: u32, record: RecordRef<'_>, codes: &[ItemCodeAt]) {
        self.codes.add(ordinal, record, codes);
        self.citations.add(ordinal, record);
        self.grounds.add(ordinal, record);
        self.links.add(ordinal, record);
        self.figures.add(ordinal, record);
    }

    /// Adds a record that could not be read, so that references to it do not dangle; gives its ordinal.
    pub(crate) fn add_unread(&mut self, kind: Kind, id: Option<&Id>, frame: Frame) -> u32 {
        self.records.add_unread(kind, id, frame)
    }

    /// Counts a record of which nothing is known.
    pub(crate) fn add_lost(&mut self) {
        self.records.add_lost();
    }

    /// Adds what a text of a record is to others.
    pub(crate) fn add_text(&mut self, ordinal: u32, record: RecordRef<'_>, leaf: Leaf<'_>) {
        self.records.add_reference(ordinal, record, leaf);
        // A cell with a date that does not exist is told for that.
        if !self.dates.add(ordinal, leaf) {
            self.cells.add(ordinal, leaf);
        }
    }
}
