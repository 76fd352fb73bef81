//! Numbers of rows or columns, kept as spans that neither touch nor overlap.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Spans of numbers by their first number, each with its last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Spans(BTreeMap<u32, u32>);

impl Spans {
    /// Adds a span; what it touches becomes one with it.
    pub(super) fn add(&mut self, span: RangeInclusive<u32>) {
        let (mut first, mut last) = span.into_inner();
        if first > last {
            return;
        }
        // Of the spans kept only the last that begins no later than just behind the new one can touch it.
        while let Some((&start, &end)) = self.0.range(..=last.saturating_add(1)).next_back() {
            if end.saturating_add(1) < first {
                break;
            }
            self.0.remove(&start);
            first = first.min(start);
            last = last.max(end);
        }
        self.0.insert(first, last);
    }

    pub(super) fn contains(&self, number: u32) -> bool {
        self.0.range(..=number).next_back().is_some_and(|(_, &last)| number <= last)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = RangeInclusive<u32>> {
        self.0.iter().map(|(&first, &last)| first..=last)
    }

    /// How many spans there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}
