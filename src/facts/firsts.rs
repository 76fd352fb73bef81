//! What was met first of each thing, by the fingerprint of the thing: it is a hash already, and is not hashed again.

use hashbrown::HashTable;

/// What was met first, by fingerprint. Nothing iterates over it.
#[derive(Debug)]
pub(crate) struct Firsts<T>(HashTable<(u64, T)>);

impl<T> Default for Firsts<T> {
    fn default() -> Self {
        Self(HashTable::new())
    }
}

impl<T> Firsts<T> {
    /// What was met first under a fingerprint.
    pub(crate) fn get(&self, key: u64) -> Option<&T> {
        self.0.find(key, |(known, _)| *known == key).map(|(_, first)| first)
    }

    /// What stands under a fingerprint already; else it is this.
    pub(crate) fn or_insert(&mut self, key: u64, first: T) -> &mut T {
        let entry = self.0.entry(key, |(known, _)| *known == key, |(known, _)| *known);
        &mut entry.or_insert((key, first)).into_mut().1
    }
}
