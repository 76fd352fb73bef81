//! The keys of an object, each with the place where it stands first. Whatever their number, none is searched for by
//! going through the others, no object is walked again for each of its faults, and a key costs little more than its
//! letters.

use std::hash::BuildHasher as _;
use std::ops::Range;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::token::Token;

/// Different keys of an object.
#[derive(Debug, Default)]
pub(in crate::read) struct Keys {
    /// What all of them mean, one after the other.
    names: String,
    known: Vec<Known>,
    /// Where in `known` a key is; empty as long as there are few, for which a list is enough.
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

/// A key as it is kept.
#[derive(Debug, Clone, Copy)]
struct Known {
    /// The byte of its opening quote.
    start: usize,
    /// How many bytes it takes with its quotes.
    length: u32,
    /// Where in `names` it begins; it ends where the next begins.
    name: u32,
}

/// So many keys are few.
const FEW: usize = 16;

impl Keys {
    /// Adds a key; where it was there before, the place of the first.
    pub(in crate::read) fn insert(&mut self, key: Token<'_>) -> Option<Range<usize>> {
        self.insert_from(key, 0)
    }

    /// Adds a key of a passage that begins at this byte of the input: places are those in the input.
    pub(in crate::read) fn insert_from(&mut self, key: Token<'_>, base: usize) -> Option<Range<usize>> {
        let name = key.text();
        let hash = (self.known.len() >= FEW).then(|| self.hash(&name));
        let first = match hash {
            Some(hash) => {
                let is_it = |&number: &u32| self.name(number) == name.as_ref();
                self.table.find(hash, is_it).copied()
            }
            None => (0_u32..).zip(&self.known).map(|(number, _)| number).find(|&number| self.name(number) == name),
        };
        if let Some(first) = first {
            let known = usize::try_from(first).ok().and_then(|at| self.known.get(at))?;
            return Some(known.start..known.start.saturating_add(usize::try_from(known.length).unwrap_or(0)));
        }
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let span = key.span();
        self.known.push(Known {
            start: span.start.saturating_add(base),
            length: u32::try_from(span.len()).unwrap_or(u32::MAX),
            name: u32::try_from(self.names.len()).unwrap_or(u32::MAX),
        });
        self.names.push_str(&name);
        match hash {
            Some(hash) => self.enter(hash, number),
            // From the next one on they are many.
            None if self.known.len() == FEW => {
                for number in (0..=number).collect::<Vec<_>>() {
                    self.enter(self.hash(self.name(number)), number);
                }
            }
            None => {}
        }
        None
    }

    /// How many there are.
    pub(in crate::read) fn len(&self) -> usize {
        self.known.len()
    }

    /// Forgets those that were added after so many.
    pub(in crate::read) fn truncate(&mut self, count: usize) {
        while self.known.len() > count {
            let number = u32::try_from(self.known.len().saturating_sub(1)).unwrap_or(u32::MAX);
            let hash = self.hash(self.name(number));
            if let Ok(entry) = self.table.find_entry(hash, |&other| other == number) {
                entry.remove();
            }
            let last = self.known.pop().and_then(|last| usize::try_from(last.name).ok());
            self.names.truncate(last.unwrap_or_default());
        }
        // Few are found in the list alone.
        if self.known.len() < FEW {
            self.table.clear();
        }
    }

    fn hash(&self, name: &str) -> u64 {
        self.hasher.hash_one(name)
    }

    fn name(&self, number: u32) -> &str {
        name(&self.names, &self.known, number)
    }

    fn enter(&mut self, hash: u64, number: u32) {
        let Self { names, known, table, hasher } = self;
        table.insert_unique(hash, number, |&other| hasher.hash_one(name(names, known, other)));
    }
}

fn name<'n>(names: &'n str, known: &[Known], number: u32) -> &'n str {
    let begin = |at: usize| known.get(at).and_then(|known| usize::try_from(known.name).ok());
    let at = usize::try_from(number).unwrap_or(usize::MAX);
    let end = begin(at.saturating_add(1)).unwrap_or(names.len());
    begin(at).and_then(|begin| names.get(begin..end)).unwrap_or_default()
}

/// The fields of an object as far as it was walked again to find where they stand first: once, for all of them.
#[derive(Debug, Default)]
pub(super) struct FirstFields {
    /// Each by its position, with its place.
    found: Vec<(usize, Range<usize>)>,
    /// Where to go on; none before the first look.
    pub(super) at: Option<usize>,
}

impl FirstFields {
    /// Where the field at a position stands first, as far as that is known.
    pub(super) fn known(&self, position: usize) -> Option<Range<usize>> {
        self.found.iter().find(|(known, _)| *known == position).map(|(_, first)| first.clone())
    }

    /// Adds a field that was met again.
    pub(super) fn add(&mut self, position: usize, place: Range<usize>) {
        if self.known(position).is_none() {
            self.found.push((position, place));
        }
    }
}
