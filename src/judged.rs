//! What is worked out once from the facts of a whole catalog, when a rule first asks.

pub(crate) mod basis;
pub(crate) mod beside;
pub(crate) mod bodies;
pub(crate) mod called;
pub(crate) mod townships;

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Deref;

use basis::{Basis, Known};
pub(crate) use beside::Beside;
pub use beside::OtherCatalog;
use called::Called;

use crate::code::DivisionCode;
use crate::conformance::Conformance;
use crate::diff::Changes;
use crate::facts::Facts;
use crate::facts::licensed::IdKey;
use crate::figures::{self, Held, Recount, Tally};
use crate::law::facts::LawFacts;
use crate::model::{Catalog, Citation, Date, FieldPath, Header, Kind};
use crate::standing::citations::JudgedCitations;

/// 目录全貌: a whole catalog as rules see it: its facts, and what comes of them.
#[derive(Debug)]
pub struct Whole<'a> {
    pub(crate) facts: &'a Facts,
    header: Option<&'a Header>,
    not_held: &'a [FieldPath],
    law: &'a LawFacts,
    as_of: Option<Date>,
    beside: &'a Beside<'a>,
    changes: OnceCell<Option<Changes>>,
    conformance: OnceCell<Option<Conformance>>,
    citations: OnceCell<JudgedCitations>,
    licenses_called: OnceCell<Called>,
    licenses_by_id: OnceCell<HashMap<IdKey, u32>>,
    recounts: OnceCell<Vec<Recount>>,
}

impl<'a> Whole<'a> {
    pub(crate) fn new(
        facts: &'a Facts,
        header: Option<&'a Header>,
        not_held: &'a [FieldPath],
        law: &'a LawFacts,
        as_of: Option<Date>,
        beside: &'a Beside<'a>,
    ) -> Self {
        Self {
            facts,
            header,
            not_held,
            law,
            as_of,
            beside,
            changes: OnceCell::new(),
            conformance: OnceCell::new(),
            citations: OnceCell::new(),
            licenses_called: OnceCell::new(),
            licenses_by_id: OnceCell::new(),
            recounts: OnceCell::new(),
        }
    }

    /// How many records of a kind were read.
    #[must_use]
    pub fn count(&self, kind: Kind) -> u64 {
        self.facts.records.count(kind)
    }

    /// Whether there is a record of this kind with this id.
    #[must_use]
    pub fn has(&self, kind: Kind, id: &str) -> bool {
        self.facts.records.ordinal(kind, id).is_some()
    }

    /// The division whose catalog it is.
    pub(crate) fn division(&self) -> Option<DivisionCode> {
        self.header.and_then(|header| header.division.value())
    }

    /// What is held of the catalog, and the catalogs beside it.
    pub(crate) fn beside(&self) -> &'a Beside<'a> {
        self.beside
    }

    /// What changed since the previous edition, where that was given.
    pub(crate) fn changes(&self) -> Option<&Changes> {
        let compare = || Some(crate::diff::diff(self.beside.previous?.catalog(), self.beside.held()?));
        self.changes.get_or_init(compare).as_ref()
    }

    /// How the items stand to the superior lists, where such were given.
    pub(crate) fn conformance(&self) -> Option<&Conformance> {
        let compare = || {
            let superiors: Vec<&Catalog> = self.beside.superiors.iter().map(OtherCatalog::catalog).collect();
            let held = self.beside.held().filter(|_| !superiors.is_empty())?;
            Some(Conformance::of(held, &superiors, self.law, self.as_of))
        };
        self.conformance.get_or_init(compare).as_ref()
    }

    /// How the items stand to the superior lists, for the report.
    pub(crate) fn into_conformance(self) -> Option<Conformance> {
        let _ = self.conformance();
        self.conformance.into_inner().flatten()
    }

    /// What comes of each citation.
    pub(crate) fn citations(&self) -> &JudgedCitations {
        let judge = || JudgedCitations::of(&self.facts.citations, self.law, self.as_of, &self.facts.records);
        self.citations.get_or_init(judge)
    }

    /// The least of the ids of records: by it a finding about several is known, whichever of them stands first.
    pub(crate) fn least_id(&self, ordinals: impl IntoIterator<Item = u32>) -> &'a str {
        let ids = ordinals.into_iter().filter_map(|ordinal| self.facts.records.record(ordinal)?.id);
        ids.min().unwrap_or_default()
    }

    /// What citations rest on: the instruments that they name, with their ranks.
    pub(crate) fn basis<'c>(&self, citations: impl IntoIterator<Item = &'c Citation>) -> Basis {
        let known = Known { judged: self.citations(), facts: self.facts, law: self.law, as_of: self.as_of };
        Basis::of(citations, &known)
    }

    /// What the items of the licensing list are called.
    pub(crate) fn licenses_called(&self) -> &Called {
        self.licenses_called.get_or_init(|| Called::of(self.facts, Kind::LicensingItem))
    }

    /// The licensing item in force that a power names, by their ordinals.
    pub(crate) fn license_of(&self, power: u32) -> Option<u32> {
        let named = self.facts.licensed.item(Kind::PowerItem, power)?.licensing_item?;
        let licenses = self.facts.licensed.list(Kind::LicensingItem);
        let by_id = self.licenses_by_id.get_or_init(|| licenses.iter().map(|item| (item.id, item.ordinal)).collect());
        by_id.get(&named).copied()
    }

    /// What comes of counting again what is published, in the order of the published figures.
    pub(crate) fn recounts(&self) -> &[Recount] {
        self.recounts.get_or_init(|| self.count_again())
    }

    fn count_again(&self) -> Vec<Recount> {
        let published = self.facts.published.figures();
        if published.is_empty() {
            return Vec::new();
        }
        let unread = self.facts.records.unread_kinds();
        let held = Held { header: self.header, lacks: self.not_held, unread: &unread };
        let tally = Tally::new(self.facts, self.header);
        published.iter().map(|(_, figure)| figures::recount(&tally, figure, &held)).collect()
    }
}

/// 记录与全貌: a record among all others: the whole catalog, and which record of it is looked at.
#[derive(Debug, Clone, Copy)]
pub struct AmongAll<'a> {
    whole: &'a Whole<'a>,
    ordinal: u32,
}

impl<'a> AmongAll<'a> {
    pub(crate) fn new(whole: &'a Whole<'a>, ordinal: u32) -> Self {
        Self { whole, ordinal }
    }

    /// The record that is looked at, by its ordinal.
    pub(crate) fn ordinal(&self) -> u32 {
        self.ordinal
    }
}

impl<'a> Deref for AmongAll<'a> {
    type Target = Whole<'a>;

    fn deref(&self) -> &Whole<'a> {
        self.whole
    }
}
