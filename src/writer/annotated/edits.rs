//! Changes of a text: what is not changed stays as it is, byte for byte.

use std::ops::Range;

/// Places of a text, each with what is to stand there instead.
#[derive(Default)]
pub(super) struct Edits(Vec<(Range<usize>, Vec<u8>)>);

impl Edits {
    pub(super) fn replace(&mut self, place: Range<usize>, by: impl Into<Vec<u8>>) {
        self.0.push((place, by.into()));
    }

    /// What is put in at one place stands in the order in which it came.
    pub(super) fn insert(&mut self, at: usize, what: impl Into<Vec<u8>>) {
        self.replace(at..at, what);
    }

    /// The text as it is with the changes.
    pub(super) fn apply(mut self, text: &[u8]) -> Vec<u8> {
        self.0.sort_by_key(|(place, _)| (place.start, place.end));
        let mut changed = Vec::with_capacity(text.len());
        let mut next = 0;
        for (place, by) in self.0 {
            changed.extend_from_slice(text.get(next..place.start).unwrap_or_default());
            changed.extend(by);
            next = place.end.max(next);
        }
        changed.extend_from_slice(text.get(next..).unwrap_or_default());
        changed
    }
}
