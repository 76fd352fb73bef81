//! Values that recur, each kept once and known by its number.

use std::borrow::Borrow;
use std::hash::{BuildHasher as _, Hash};

use hashbrown::{DefaultHashBuilder, HashTable};

use super::growth;

/// Values in the order in which they were met first.
#[derive(Debug)]
pub(crate) struct Interner<T> {
    values: Vec<T>,
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// The number of the text that was asked for last.
    last: u32,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self { values: Vec::new(), numbers: HashTable::new(), hasher: DefaultHashBuilder::default(), last: 0 }
    }
}

impl<T: Hash + Eq> Interner<T> {
    /// The number of a value, which is made only when it is new.
    pub(crate) fn number_or<Q>(&mut self, value: &Q, make: impl FnOnce(&Q) -> T) -> u32
    where
        T: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let Self { values, numbers, hasher, .. } = self;
        let at = |number: u32| values.get(usize::try_from(number).unwrap_or(usize::MAX));
        let is_it = |&number: &u32| at(number).is_some_and(|known| known.borrow() == value);
        let rehash = |&number: &u32| at(number).map_or(0, |known| hasher.hash_one(known));
        let next = u32::try_from(values.len()).unwrap_or(u32::MAX);
        let number = *numbers.entry(hasher.hash_one(value), is_it, rehash).or_insert(next).get();
        if number == next {
            growth::add(&mut self.values, make(value));
        }
        number
    }

    /// The number of a value.
    pub(crate) fn number(&mut self, value: &T) -> u32
    where
        T: Clone,
    {
        self.number_or(value, T::clone)
    }

    /// The number of a value that is known.
    pub(crate) fn find<Q>(&self, value: &Q) -> Option<u32>
    where
        T: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let is_it = |&number: &u32| self.get(number).is_some_and(|known| known.borrow() == value);
        self.numbers.find(self.hasher.hash_one(value), is_it).copied()
    }

    /// The value with a number.
    pub(crate) fn get(&self, number: u32) -> Option<&T> {
        self.values.get(usize::try_from(number).ok()?)
    }

    /// All values, in the order of their numbers.
    pub(crate) fn values(&self) -> &[T] {
        &self.values
    }
}

impl Interner<Box<str>> {
    /// The number of a text. Neighbouring records name the same bodies, and citations that follow each other the same law.
    pub(crate) fn number_of(&mut self, text: &str) -> u32 {
        if self.get(self.last).is_none_or(|last| **last != *text) {
            self.last = self.number_or(text, |text| text.into());
        }
        self.last
    }
}
