//! Who stands behind a delegation: whether the province decided it, or a document of the province is named for it.

use crate::codelist::{LegalRank, Level, division_at_start};
use crate::facts::Facts;
use crate::facts::citations::InstrumentFacts;
use crate::judged::Whole;
use crate::judged::basis::Norm;
use crate::judged::bodies::level_of;
use crate::law::facts::title_key;
use crate::model::{Citation, DelegationDecision, Kind};

use super::seen::Seen;

/// On whose decision a delegation rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Backing {
    /// The province decided, or a directory, regulation or decision of the province is named.
    OfProvince,
    /// Decided below the province, and nothing that is named is of the province.
    Below(Level),
    /// A document is named of which it is not known whose it is.
    Unknown,
    /// No decision is stated, and no directory.
    Unstated,
}

impl Seen<'_> {
    /// On whose decision it rests.
    pub(super) fn backing(&self) -> Backing {
        let directory = self.directory_is_of_province();
        if directory == Some(Some(true)) {
            return Backing::OfProvince;
        }
        let Some(decision) = &self.delegation.decision else { return Backing::Unstated };
        if is_high(decision.level) || self.decider_level(decision).is_some_and(is_high) {
            return Backing::OfProvince;
        }
        let of_instrument =
            decision.instrument.as_ref().and_then(|instrument| self.whole.instrument(instrument.id().as_str()));
        // The decision itself may bear no name of a place; its level is stated.
        if of_instrument.and_then(is_of_province) == Some(true) {
            return Backing::OfProvince;
        }
        match document_of_province(self.whole, &decision.basis) {
            Some(true) => Backing::OfProvince,
            Some(false) if directory != Some(None) => Backing::Below(decision.level),
            _ => Backing::Unknown,
        }
    }

    /// The level of the body that decided.
    fn decider_level(&self, decision: &DelegationDecision) -> Option<Level> {
        let bodies = &self.whole.facts.bodies;
        let number = bodies.number(decision.decided_by.as_ref()?.id().as_str())?;
        bodies.body(number).and_then(level_of)
    }

    /// Whether the instrument of the decision states when it was published; laws and regulations always are.
    pub(super) fn is_instrument_published(&self) -> bool {
        let instrument = self.delegation.decision.as_ref().and_then(|decision| decision.instrument.as_ref());
        let record = instrument.and_then(|instrument| self.whole.instrument(instrument.id().as_str()));
        record.is_some_and(|record| record.edition.version_date.is_some() || is_law_or_regulation(record.edition.rank))
    }

    /// Whether the directory in which its entry stands is of the province, as far as that is known; none where it names no
    /// entry.
    fn directory_is_of_province(&self) -> Option<Option<bool>> {
        let entry = self.delegation.directory_entry.as_ref()?;
        let facts = self.whole.facts;
        let ordinal = facts.records.ordinal(Kind::DirectoryEntry, entry.id().as_str());
        let entry = ordinal.and_then(|ordinal| facts.directories.entry(ordinal));
        Some(entry.and_then(|entry| {
            let directory = facts.directories.instrument(entry.directory)?;
            is_of_province(self.whole.instrument(directory)?)
        }))
    }

    /// Whether the decision names a law or regulation beside those that say how powers are passed on: it may give the
    /// power to townships itself.
    pub(super) fn names_regulation(&self) -> bool {
        let Some(decision) = &self.delegation.decision else { return false };
        let of_record =
            decision.instrument.as_ref().and_then(|instrument| self.whole.instrument(instrument.id().as_str()));
        let is_regulation = |instrument: &InstrumentFacts| is_law_or_regulation(instrument.edition.rank);
        of_record.is_some_and(is_regulation)
            || self.whole.basis(&decision.basis).norms().iter().any(|norm| {
                norm.rank.is_some_and(is_law_or_regulation) && !PROCEDURE.contains(&&*title_key(&norm.title))
            })
    }
}

/// The laws that say how powers are passed on, and give none.
const PROCEDURE: [&str; 3] = ["行政处罚法", "行政许可法", "行政强制法"];

fn is_law_or_regulation(rank: LegalRank) -> bool {
    matches!(
        rank,
        LegalRank::Law
            | LegalRank::AdministrativeRegulation
            | LegalRank::LocalRegulation
            | LegalRank::AutonomousRegulation
            | LegalRank::SpecialZoneRegulation
            | LegalRank::Regulation
    )
}

/// Whether a level is that of the province or above.
pub(super) fn is_high(level: Level) -> bool {
    matches!(level, Level::Provincial | Level::National)
}

impl Whole<'_> {
    /// What the catalog says of an instrument.
    pub(super) fn instrument(&self, id: &str) -> Option<&InstrumentFacts> {
        instrument(self.facts, id)
    }
}

/// What a catalog says of an instrument.
pub(super) fn instrument<'f>(facts: &'f Facts, id: &str) -> Option<&'f InstrumentFacts> {
    facts.citations.instruments.get(&facts.records.ordinal(Kind::LegalInstrument, id)?)
}

/// Whether a document of the province is among those cited; none where it is not known whose one of them is.
fn document_of_province(whole: &Whole<'_>, citations: &[Citation]) -> Option<bool> {
    let mut known = Some(false);
    for norm in whole.basis(citations).norms() {
        let record = norm.record.and_then(|record| whole.facts.citations.instruments.get(&record));
        match record.map_or_else(|| is_norm_of_province(norm), is_of_province) {
            Some(true) => return Some(true),
            Some(false) => {}
            None => known = None,
        }
    }
    known
}

fn is_norm_of_province(norm: &Norm) -> Option<bool> {
    by_rank(norm.rank.or(norm.stated_rank)).or_else(|| begins_with_province(&norm.title))
}

/// Whether an instrument is of a province, as far as that can be told.
pub(super) fn is_of_province(instrument: &InstrumentFacts) -> Option<bool> {
    let edition = &instrument.edition;
    let by_level = instrument.issuer_level.map(|level| level == Level::Provincial);
    let by_issuer = || edition.issued_by.as_ref().and_then(|by| begins_with_province(by.as_str()));
    by_level
        .or_else(by_issuer)
        .or_else(|| begins_with_province(edition.title.as_str()))
        .or_else(|| by_rank(Some(edition.rank)))
}

/// What a rank alone tells: rules of a province are its own, and what the state makes is not.
fn by_rank(rank: Option<LegalRank>) -> Option<bool> {
    match rank? {
        LegalRank::ProvincialRule => Some(true),
        LegalRank::Constitution
        | LegalRank::Law
        | LegalRank::AdministrativeRegulation
        | LegalRank::StateCouncilDecision
        | LegalRank::DepartmentalRule
        | LegalRank::MunicipalRule => Some(false),
        _ => None,
    }
}

/// Whether a name begins with that of a province, and not with that of a place in it.
fn begins_with_province(name: &str) -> Option<bool> {
    let name = name.trim_start_matches('《');
    let place = division_at_start(name)?;
    if !is_province(place) {
        return Some(false);
    }
    Some(name.get(place.len()..).is_none_or(|rest| division_at_start(rest).is_none()))
}

/// Whether a place is a province, by its full name.
fn is_province(place: &str) -> bool {
    const CITIES: [&str; 4] = ["北京市", "天津市", "上海市", "重庆市"];
    place.ends_with('省') || place.ends_with("自治区") || CITIES.contains(&place)
}
