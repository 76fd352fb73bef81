//! Records: the kind and id of each, where it stands, and references that no record answers yet.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::facts::growth;
use crate::model::leaf::Leaf;
use crate::model::{Id, Kind, Pointer, RecordRef};
use crate::place::Frame;

/// A record as the index knows it, by its ordinal.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownRecord<'i> {
    pub(crate) kind: Kind,
    /// None where it could not be read.
    pub(crate) id: Option<&'i str>,
    pub(crate) frame: Frame,
}

/// A record as it is kept: a catalog may have millions, so an id is a stretch of one text that holds all of them.
#[derive(Debug, Clone, Copy)]
struct Stored {
    frame: Frame,
    /// Where its id begins; it ends where that of the next record begins. An empty one could not be read.
    id: usize,
    kind: Kind,
}

/// A reference whose target was not known when it was met.
#[derive(Debug)]
pub(crate) struct Reference {
    pub(crate) from: u32,
    pub(crate) path: Pointer,
    pub(crate) kind: Kind,
    pub(crate) id: Id,
}

/// Two records of a kind with one id, by their ordinals.
#[derive(Debug)]
pub(crate) struct RepeatedRecord {
    pub(crate) first: u32,
    pub(crate) second: u32,
}

/// The records of a catalog, and what they refer to.
#[derive(Debug, Default)]
pub(crate) struct RecordFacts {
    records: Vec<Stored>,
    /// The ids of all records, one after the other.
    ids: String,
    /// The first record of each kind and id, by its ordinal.
    by_id: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// The record of each kind that was referred to last.
    last_named: [u32; Kind::ALL.len()],
    open_references: Vec<Reference>,
    repeated: Vec<RepeatedRecord>,
    /// How many records of each kind were read.
    read: [u64; Kind::ALL.len()],
    /// Records of a kind that could not be read, and those of them whose id could not be read either.
    unread: [u64; Kind::ALL.len()],
    lost: [u64; Kind::ALL.len()],
    /// Records of which not even the kind is known.
    lost_of_unknown_kind: u64,
}

impl RecordFacts {
    /// The ordinal of the record that is added next.
    pub(crate) fn next(&self) -> u32 {
        u32::try_from(self.records.len()).unwrap_or(u32::MAX)
    }

    /// Adds a record that was read; gives its ordinal. Its references follow one by one.
    pub(crate) fn add(&mut self, record: RecordRef<'_>, frame: Frame) -> u32 {
        if let Some(count) = self.read.get_mut(record.kind().index()) {
            *count = count.saturating_add(1);
        }
        self.add_id(record.kind(), Some(record.id().as_str()), frame)
    }

    /// Adds a record that could not be read, so that references to it do not dangle; gives its ordinal.
    pub(crate) fn add_unread(&mut self, kind: Kind, id: Option<&Id>, frame: Frame) -> u32 {
        let counters = [Some(&mut self.unread), id.is_none().then_some(&mut self.lost)];
        for counter in counters.into_iter().flatten().filter_map(|counts| counts.get_mut(kind.index())) {
            *counter = counter.saturating_add(1);
        }
        self.add_id(kind, id.map(Id::as_str), frame)
    }

    /// Counts a record of which nothing is known.
    pub(crate) fn add_lost(&mut self) {
        self.lost_of_unknown_kind = self.lost_of_unknown_kind.saturating_add(1);
    }

    fn add_id(&mut self, kind: Kind, id: Option<&str>, frame: Frame) -> u32 {
        let ordinal = u32::try_from(self.records.len()).unwrap_or(u32::MAX);
        growth::add(&mut self.records, Stored { frame, id: self.ids.len(), kind });
        let Some(id) = id else { return ordinal };
        growth::add_text(&mut self.ids, id);
        let Self { records, ids, by_id, hasher, .. } = self;
        let hash = |kind: Kind, id: &str| hasher.hash_one((kind.index(), id));
        let is_it = |&known: &u32| is_record(records, ids, known, kind, id);
        let rehash = |&known: &u32| match record(records, ids, known) {
            Some(KnownRecord { kind, id: Some(id), .. }) => hash(kind, id),
            _ => 0,
        };
        let first = *by_id.entry(hash(kind, id), is_it, rehash).or_insert(ordinal).get();
        if first != ordinal {
            self.repeated.push(RepeatedRecord { first, second: ordinal });
        }
        ordinal
    }

    /// Adds a text of a record that is a reference to one of this kind.
    pub(crate) fn add_reference(&mut self, from: u32, kind: Kind, leaf: Leaf<'_>) {
        // Neighbouring records name the same bodies.
        let last = self.last_named.get(kind.index()).copied().unwrap_or_default();
        if is_record(&self.records, &self.ids, last, kind, leaf.text) {
            return;
        }
        match self.ordinal(kind, leaf.text) {
            Some(named) => {
                if let Some(last) = self.last_named.get_mut(kind.index()) {
                    *last = named;
                }
            }
            None => {
                if let Ok(id) = leaf.text.parse() {
                    self.open_references.push(Reference { from, path: leaf.path.pointer(), kind, id });
                }
            }
        }
    }

    /// The record of a kind with this id, by its ordinal.
    pub(crate) fn ordinal(&self, kind: Kind, id: &str) -> Option<u32> {
        let is_it = |&known: &u32| is_record(&self.records, &self.ids, known, kind, id);
        self.by_id.find(self.hasher.hash_one((kind.index(), id)), is_it).copied()
    }

    /// A record by its ordinal.
    pub(crate) fn record(&self, ordinal: u32) -> Option<KnownRecord<'_>> {
        record(&self.records, &self.ids, ordinal)
    }

    /// How many records of a kind were read.
    pub(crate) fn count(&self, kind: Kind) -> u64 {
        self.read.get(kind.index()).copied().unwrap_or(0)
    }

    /// The references that no record answers, in the order in which they were met.
    pub(crate) fn dangling(&self) -> impl Iterator<Item = &Reference> {
        self.open_references.iter().filter(|reference| self.ordinal(reference.kind, reference.id.as_str()).is_none())
    }

    /// The records that share an id with an earlier one of their kind.
    pub(crate) fn repeated(&self) -> impl Iterator<Item = &RepeatedRecord> {
        self.repeated.iter()
    }

    /// Whether every record of this kind is known by its id, so that a missing one is missing.
    pub(crate) fn knows_all(&self, kind: Kind) -> bool {
        self.lost_of_unknown_kind == 0 && self.lost.get(kind.index()) == Some(&0)
    }

    /// The kinds of which a record could not be read, so that nothing can be said about all of them.
    pub(crate) fn unread_kinds(&self) -> Vec<Kind> {
        let is_unread = |kind: Kind| self.lost_of_unknown_kind > 0 || self.unread.get(kind.index()) != Some(&0);
        Kind::ALL.iter().copied().filter(|&kind| is_unread(kind)).collect()
    }
}

fn is_record(records: &[Stored], ids: &str, ordinal: u32, kind: Kind, id: &str) -> bool {
    record(records, ids, ordinal).is_some_and(|facts| facts.kind == kind && facts.id == Some(id))
}

fn record<'i>(records: &[Stored], ids: &'i str, ordinal: u32) -> Option<KnownRecord<'i>> {
    let at = usize::try_from(ordinal).ok()?;
    let stored = records.get(at)?;
    let end = records.get(at.saturating_add(1)).map_or(ids.len(), |next| next.id);
    let id = ids.get(stored.id..end).filter(|id| !id.is_empty());
    Some(KnownRecord { kind: stored.kind, id, frame: stored.frame })
}
