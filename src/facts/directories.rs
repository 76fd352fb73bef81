//! Entries of directories: what a guidance directory offers, by number and name.

use std::collections::HashSet;

use crate::facts::Interner;
use crate::facts::names::NameKey;
use crate::model::DirectoryEntry;

/// Facts about entries of directories, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct DirectoryFacts {
    entries: Vec<KnownEntry>,
    /// The directories, by the ids of the instruments that they are.
    directories: Interner<Box<str>>,
    /// The names of the entries of each directory, without a bracket at their end.
    names: HashSet<(u32, NameKey)>,
    /// The numbers of the entries of each directory, as printed.
    numbers: HashSet<(u32, Box<str>)>,
}

/// What is known of an entry.
#[derive(Debug)]
pub(crate) struct KnownEntry {
    ordinal: u32,
    /// The directory, by its number.
    pub(crate) directory: u32,
    /// Its name, as written.
    pub(crate) name: Box<str>,
    /// Its name without a bracket at its end.
    pub(crate) bare: NameKey,
}

impl DirectoryFacts {
    pub(super) fn add(&mut self, ordinal: u32, entry: &DirectoryEntry) {
        let directory = self.directories.number_of(entry.instrument.id().as_str());
        let bare = NameKey::bare(entry.name.as_str());
        self.entries.push(KnownEntry { ordinal, directory, name: entry.name.as_str().into(), bare });
        self.names.insert((directory, bare));
        self.numbers.insert((directory, entry.number.as_str().into()));
    }

    /// Whether no entry is held.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry of a record.
    pub(crate) fn entry(&self, ordinal: u32) -> Option<&KnownEntry> {
        let at = self.entries.binary_search_by_key(&ordinal, |entry| entry.ordinal).ok()?;
        self.entries.get(at)
    }

    /// The number of the directory that is an instrument, if entries of it are held.
    pub(crate) fn directory(&self, instrument: &str) -> Option<u32> {
        self.directories.find(instrument)
    }

    /// The id of the instrument that a directory is.
    pub(crate) fn instrument(&self, directory: u32) -> Option<&str> {
        self.directories.get(directory).map(|id| &**id)
    }

    /// The directories: their numbers, and the ids of the instruments that they are.
    pub(crate) fn directories(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..=u32::MAX).zip(self.directories.values()).map(|(number, id)| (number, &**id))
    }

    /// Whether a directory has an entry of this name.
    pub(crate) fn has_name(&self, directory: u32, name: NameKey) -> bool {
        self.names.contains(&(directory, name))
    }

    /// Whether a directory has an entry of this number.
    pub(crate) fn has_number(&self, directory: u32, number: &str) -> bool {
        self.numbers.contains(&(directory, Box::from(number)))
    }
}
