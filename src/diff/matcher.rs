//! The matching of the items of one list: who is paired with whom so far, and the ways to pair more.

use std::hash::Hash;

use super::bodies::Bodies;
use super::known::{Agreement, Known};
use super::list::{Confidence, MatchedBy};
use super::unique::unique;
use crate::model::Catalog;

/// Items of both editions that are one: nearly always one with one; several where they were merged or split.
#[derive(Debug)]
pub(super) struct Group {
    /// By their places in the list of the old edition, in order.
    pub(super) old: Vec<usize>,
    /// By their places in the list of the new one, in order.
    pub(super) new: Vec<usize>,
    pub(super) matched_by: MatchedBy,
    pub(super) confidence: Confidence,
}

/// The items of one list in both editions.
#[derive(Debug)]
pub(super) struct Matcher<'a, 'm> {
    pub(super) catalogs: (&'a Catalog, &'a Catalog),
    pub(super) bodies: &'m Bodies<'a>,
    pub(super) old: Vec<Known<'a>>,
    pub(super) new: Vec<Known<'a>>,
    pub(super) groups: Vec<Group>,
    old_is_paired: Vec<bool>,
    new_is_paired: Vec<bool>,
}

impl<'a, 'm> Matcher<'a, 'm> {
    pub(super) fn new(
        catalogs: (&'a Catalog, &'a Catalog),
        bodies: &'m Bodies<'a>,
        old: Vec<Known<'a>>,
        new: Vec<Known<'a>>,
    ) -> Self {
        let (old_is_paired, new_is_paired) = (vec![false; old.len()], vec![false; new.len()]);
        Self { catalogs, bodies, old, new, groups: Vec::new(), old_is_paired, new_is_paired }
    }

    /// The items of the old edition that are not paired, each with its place.
    pub(super) fn old_left(&self) -> impl Iterator<Item = (usize, &Known<'a>)> {
        self.old.iter().enumerate().zip(&self.old_is_paired).filter(|(_, is_paired)| !**is_paired).map(|(item, _)| item)
    }

    /// The items of the new edition that are not paired, each with its place.
    pub(super) fn new_left(&self) -> impl Iterator<Item = (usize, &Known<'a>)> {
        self.new.iter().enumerate().zip(&self.new_is_paired).filter(|(_, is_paired)| !**is_paired).map(|(item, _)| item)
    }

    /// Makes items one. An item that is one with others already stays so.
    pub(super) fn group(&mut self, old: Vec<usize>, new: Vec<usize>, matched_by: MatchedBy, confidence: Confidence) {
        let is_free = |paired: &[bool], places: &[usize]| places.iter().all(|&at| paired.get(at) == Some(&false));
        if !is_free(&self.old_is_paired, &old) || !is_free(&self.new_is_paired, &new) {
            return;
        }
        for (paired, places) in [(&mut self.old_is_paired, &old), (&mut self.new_is_paired, &new)] {
            for &at in places {
                if let Some(is_paired) = paired.get_mut(at) {
                    *is_paired = true;
                }
            }
        }
        self.groups.push(Group { old, new, matched_by, confidence });
    }

    /// Pairs those that stand alone under a key in both editions, if `judge` is sure enough of them.
    pub(super) fn by_key<K: Eq + Hash>(
        &mut self,
        matched_by: MatchedBy,
        key: impl Fn(&Known<'a>) -> Option<K>,
        judge: impl Fn(&Self, &Known<'a>, &Known<'a>) -> Option<Confidence>,
    ) {
        let old = unique(self.old_left().filter_map(|(at, known)| Some((key(known)?, at))));
        let new = unique(self.new_left().filter_map(|(at, known)| Some((key(known)?, at))));
        let mut found = Vec::new();
        for (at, known) in self.old_left() {
            let Some(key) = key(known) else { continue };
            let (Some(Some(_)), Some(&Some(beside))) = (old.get(&key), new.get(&key)) else { continue };
            let Some(other) = self.new.get(beside) else { continue };
            found.extend(judge(self, known, other).map(|confidence| (at, beside, confidence)));
        }
        for (old, new, confidence) in found {
            self.group(vec![old], vec![new], matched_by, confidence);
        }
    }

    /// Whether the bases agree: whether an instrument is common to them.
    pub(super) fn bases_agree(&self, old: &Known<'a>, new: &Known<'a>) -> Agreement {
        let (of_old, of_new) = (old.item.basis(), new.item.basis());
        if of_old.is_empty() || of_new.is_empty() {
            return Agreement::NotTold;
        }
        let (of_old, of_new) = (old.basis(self.catalogs.0), new.basis(self.catalogs.1));
        if of_old.meets(of_new) { Agreement::Agrees } else { Agreement::Differs }
    }

    /// Whether what is not name or code speaks against two items being one: both body and basis, or one of them where the
    /// type is another one too.
    pub(super) fn is_spoken_against(&self, old: &Known<'a>, new: &Known<'a>) -> bool {
        let bodies = || old.bodies_agree(new, self.bodies) == Agreement::Differs;
        let bases = || self.bases_agree(old, new) == Agreement::Differs;
        if old.item.item_type() == new.item.item_type() { bodies() && bases() } else { bodies() || bases() }
    }
}
