//! Ids of imported records: made of what names the record, so that the same list gives the same ids, and a row put in
//! between changes none.

use std::collections::BTreeSet;

use super::profile::squeezed;
use crate::fnv::Fnv;
use crate::model::Id;

/// The ids given so far.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: BTreeSet<String>,
}

impl Ids {
    /// An id for a record: by what names it; where that is taken, also by what else tells it apart; last by number.
    pub(super) fn give(&mut self, prefix: &str, names: &[&str], others: &[&str]) -> Option<Id> {
        let own = hashed(names.iter().copied());
        let more = || hashed(names.iter().chain(others).copied());
        let mut id = format!("{prefix}-{own}");
        if self.given.contains(&id) {
            id = format!("{prefix}-{own}-{}", more().get(..4).unwrap_or_default());
        }
        let (first, mut number) = (id.clone(), 1_u32);
        while !self.given.insert(id.clone()) {
            number = number.saturating_add(1);
            id = format!("{first}-{number}");
        }
        id.parse().ok()
    }
}

/// Twelve hexadecimal digits of what texts say, blanks aside.
fn hashed<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut hash = Fnv::default();
    for text in texts {
        hash.add_part(squeezed(text).as_bytes());
    }
    let mut digits = format!("{:016x}", hash.finish());
    digits.truncate(12);
    digits
}
