//! The codes that items in force have, so that a code can be looked up: a list of codes may name it.

use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

use super::growth;
use super::item_codes::{ItemCodeAt, Place};

/// Facts about the codes in use.
#[derive(Debug, Default)]
pub(crate) struct UsedCodeFacts {
    /// By the fingerprint of the code; in the order of the records.
    used: Vec<(u64, Place)>,
}

impl UsedCodeFacts {
    /// Adds the codes of an item in force.
    pub(super) fn add(&mut self, ordinal: u32, codes: &[ItemCodeAt]) {
        for code in codes {
            growth::add(&mut self.used, (key(code.code.as_str()), (ordinal, code.slot)));
        }
    }

    /// Where each of these codes is in use: the number of the code in the list, and the place; in the order of the list.
    pub(crate) fn places(&self, codes: &[&str]) -> Vec<(usize, Place)> {
        let mut wanted: Vec<(u64, usize)> = codes.iter().enumerate().map(|(at, code)| (key(code), at)).collect();
        wanted.sort_unstable();
        wanted.dedup_by_key(|(key, _)| *key);
        let found = self.used.iter().filter_map(|&(key, place)| {
            let at = wanted.binary_search_by_key(&key, |&(key, _)| key).ok()?;
            wanted.get(at).map(|&(_, code)| (code, place))
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by_key(|&(code, (ordinal, _))| (code, ordinal));
        found
    }
}

/// The fingerprint of a code: two codes share it by no chance that matters.
fn key(code: &str) -> u64 {
    FixedState::default().hash_one(code)
}
