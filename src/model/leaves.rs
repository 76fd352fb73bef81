//! The named texts of a record that was read, as a flat list: who judges texts needs no second walk over the record.

use std::ops::Range;

use super::leaf::{Leaf, LeafName};
use super::path::{PathStep, Trail};
use super::{Kind, RecordRef};

/// The named texts of records, in the order in which they were met. The list is used again for the next records.
#[derive(Debug, Default)]
pub(crate) struct Leaves {
    trail: Trail,
    entries: Vec<Entry>,
    /// The texts that were written with escapes, as they are meant.
    unescaped: String,
    /// The text with escapes that is read now, as far as it was read.
    meant: Vec<u8>,
    /// Whether the members of the last record came in another order than they are declared in.
    is_disordered: bool,
}

/// One text: what it is, where it stands in the record, and its bytes in the JSON of the record or in `unescaped`.
#[derive(Debug, Clone, Copy)]
struct Entry {
    name: LeafName,
    is_unescaped: bool,
    at: u32,
    start: u32,
    end: u32,
}

/// A stretch of bytes, in the JSON of a record or among the texts that were written with escapes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    pub(crate) is_unescaped: bool,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Leaves {
    /// Forgets all texts.
    pub(crate) fn clear(&mut self) {
        self.trail.clear();
        self.entries.clear();
        self.unescaped.clear();
    }

    /// How many texts there are.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// A step below the one with this number (see [`Trail`]); gives its own.
    pub(crate) fn step(&mut self, above: u32, step: PathStep, rank: u8) -> u32 {
        self.trail.step(above, step, rank)
    }

    /// Says whether the members of the record that was read come in another order than they are declared in.
    pub(crate) fn set_disordered(&mut self, is_disordered: bool) {
        self.is_disordered = is_disordered;
    }

    /// Whether the members of the last record came in another order than they are declared in.
    pub(crate) fn are_disordered(&self) -> bool {
        self.is_disordered
    }

    /// Puts texts of one record, by their numbers, in the order of declarations.
    pub(crate) fn put_in_order(&self, numbers: &mut [usize]) {
        numbers.sort_by_cached_key(|&number| self.entries.get(number).map(|entry| self.trail.order(entry.at)));
    }

    /// The steps that were taken.
    pub(crate) fn trail(&self) -> &Trail {
        &self.trail
    }

    /// Where the next text with escapes is written as it is meant, in UTF-8.
    pub(crate) fn begin_unescaped(&mut self) -> &mut Vec<u8> {
        self.meant.clear();
        &mut self.meant
    }

    /// Keeps that text; gives where it stands among those with escapes. None where it is no UTF-8.
    pub(crate) fn end_unescaped(&mut self) -> Option<Range<usize>> {
        let start = self.unescaped.len();
        self.unescaped.push_str(simdutf8::basic::from_utf8(&self.meant).ok()?);
        Some(start..self.unescaped.len())
    }

    /// A stretch of the texts that were written with escapes.
    pub(crate) fn text_of(&self, unescaped: Range<usize>) -> Option<&str> {
        self.unescaped.get(unescaped)
    }

    /// Adds a text; none where it stands so far on that no list holds it.
    pub(crate) fn push(
        &mut self,
        name: LeafName,
        (above, step, rank): (u32, PathStep, u8),
        text: Stretch,
    ) -> Option<()> {
        let at = self.trail.step(above, step, rank);
        let (start, end) = (u32::try_from(text.start).ok()?, u32::try_from(text.end).ok()?);
        self.entries.push(Entry { name, is_unescaped: text.is_unescaped, at, start, end });
        Some(())
    }

    /// How far it goes now.
    pub(crate) fn mark(&self) -> Mark {
        Mark { steps: self.trail.len(), entries: self.entries.len(), unescaped: self.unescaped.len() }
    }

    /// Forgets what came after a mark.
    pub(crate) fn go_back(&mut self, mark: Mark) {
        self.trail.truncate(mark.steps);
        self.entries.truncate(mark.entries);
        self.unescaped.truncate(mark.unescaped);
    }

    /// Shows these of its texts by their numbers, those of a record that was read from this JSON.
    pub(crate) fn each(
        &self,
        numbers: impl Iterator<Item = usize>,
        json: &str,
        record: RecordRef<'_>,
        mut see: impl FnMut(usize, Leaf<'_>),
    ) {
        let (kind, source): (Option<Kind>, _) = (Some(record.kind()), record.source());
        for number in numbers {
            let Some(entry) = self.entries.get(number) else { return };
            let of: &str = if entry.is_unescaped { &self.unescaped } else { json };
            let within = |byte: u32| usize::try_from(byte).unwrap_or(usize::MAX);
            let text = of.get(within(entry.start)..within(entry.end)).unwrap_or_default();
            let path = self.trail.path(entry.at);
            see(number, Leaf { name: entry.name, text, path, kind, source, item_code: None });
        }
    }
}

/// How far a list of texts went.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    steps: usize,
    entries: usize,
    unescaped: usize,
}
