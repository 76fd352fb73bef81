//! What of the texts of citations was not understood, so that a report can tell of what it does not speak.

use crate::facts::Interner;

/// So many characters of a part are kept.
const LONGEST: usize = 60;

/// Parts of texts that were not understood.
#[derive(Debug, Default)]
pub(crate) struct UnreadFacts {
    citations: u64,
    parts: Interner<Box<str>>,
    /// How many citations have each part, by its number.
    counts: Vec<u64>,
}

impl UnreadFacts {
    /// Adds the parts of the text of one citation.
    pub(crate) fn add(&mut self, parts: &[String]) {
        if parts.is_empty() {
            return;
        }
        self.citations = self.citations.saturating_add(1);
        let mut known: Vec<u32> = Vec::new();
        for part in parts {
            let end = part.char_indices().nth(LONGEST).map_or(part.len(), |(end, _)| end);
            let number = self.parts.number_of(part.get(..end).unwrap_or_default());
            if known.contains(&number) {
                continue;
            }
            known.push(number);
            let at = usize::try_from(number).unwrap_or(usize::MAX);
            match self.counts.get_mut(at) {
                Some(count) => *count = count.saturating_add(1),
                None => self.counts.push(1),
            }
        }
    }

    /// How many citations have parts that were not understood.
    pub(crate) fn citations(&self) -> u64 {
        self.citations
    }

    /// The parts with the number of their citations, most frequent first.
    pub(crate) fn parts(&self) -> Vec<(&str, u64)> {
        let parts = self.parts.values().iter().map(AsRef::as_ref);
        let mut parts: Vec<(&str, u64)> = parts.zip(self.counts.iter().copied()).collect();
        parts.sort_by(|(a, of_a), (b, of_b)| of_b.cmp(of_a).then(a.cmp(b)));
        parts
    }
}
