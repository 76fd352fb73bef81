//! Where in their records spots stand: each record is walked once, however much is found in it.

use std::collections::{BTreeSet, HashMap};

use super::found::Located;
use super::origin::{Origin, record_of};
use crate::facts::Facts;
use crate::finding::RecordKey;
use crate::model::Pointer;
use crate::read;
use crate::rule::Draft;
use crate::spot::Spot;

/// Locates spots, in the order in which they are given.
pub(super) fn locate(spots: &[&Spot], origin: &Origin<'_, '_>, index: &Facts) -> Vec<Located> {
    let mut located = vec![Located::default(); spots.len()];
    let wanted = (0..).zip(spots).filter_map(|(number, spot)| match spot {
        Spot::Header(path) => Some((None, path, number)),
        Spot::Record(ordinal, path) => Some((Some(*ordinal), path, number)),
        // Reading told where it stands.
        Spot::Input { .. } => None,
    });
    let mut wanted: Vec<(Option<u32>, &Pointer, usize)> = wanted.collect();
    wanted.sort_by_key(|(ordinal, ..)| *ordinal);
    for same in wanted.chunk_by(|(a, ..), (b, ..)| a == b) {
        let paths: Vec<&Pointer> = same.iter().map(|(_, path, _)| *path).collect();
        let ordinal = same.first().and_then(|(ordinal, ..)| *ordinal);
        let Some(found) = origin.see(index, ordinal, |json| read::locate_all(json, &paths)) else { continue };
        for ((_, _, number), (span, matched)) in same.iter().zip(found) {
            if let Some(located) = located.get_mut(*number) {
                *located = Located { span, matched };
            }
        }
    }
    located
}

/// The places that belong to findings, and the records there.
#[derive(Debug)]
pub(super) struct RelatedSpots {
    located: std::vec::IntoIter<Located>,
    keys: HashMap<u32, Option<RecordKey>>,
}

impl RelatedSpots {
    /// Those of all drafts.
    pub(super) fn of(drafts: &[Box<Draft>], origin: &Origin<'_, '_>, index: &Facts) -> Self {
        let spots: Vec<&Spot> = drafts.iter().flat_map(|draft| &draft.related).map(|(spot, _)| spot).collect();
        let others = drafts.iter().flat_map(|draft| {
            let own = record_of(&draft.spot);
            draft.related.iter().filter_map(|(spot, _)| record_of(spot)).filter(move |other| Some(*other) != own)
        });
        let others: BTreeSet<u32> = others.collect();
        let keys = others.into_iter().map(|other| (other, origin.key(index, other))).collect();
        Self { located: locate(&spots, origin, index).into_iter(), keys }
    }

    /// Where the next one stands.
    pub(super) fn next(&mut self) -> Located {
        self.located.next().unwrap_or_default()
    }

    /// The record at a spot that is in another record than its finding.
    pub(super) fn key(&self, spot: &Spot) -> Option<RecordKey> {
        self.keys.get(&record_of(spot)?).cloned().flatten()
    }
}
