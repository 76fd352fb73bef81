//! Who stands behind a delegation: whether the province decided it, or a document of the province is named for it.

use crate::codelist::{LegalRank, Level, division_at_start};
use crate::facts::citations::InstrumentFacts;
use crate::judged::Whole;
use crate::judged::basis::Norm;
use crate::judged::bodies::level_of;
use crate::law::facts::title_key;
use crate::law::rank::is_law_or_regulation;
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

/// Whose a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Province,
    /// The state's, or one below the province.
    Another,
    Unknown,
}

impl Owner {
    fn of(is_province: Option<bool>) -> Self {
        match is_province {
            Some(true) => Self::Province,
            Some(false) => Self::Another,
            None => Self::Unknown,
        }
    }
}

impl Seen<'_> {
    /// On whose decision it rests.
    pub(super) fn backing(&self) -> Backing {
        let directory = self.owner_of_directory();
        if directory == Some(Owner::Province) {
            return Backing::OfProvince;
        }
        let Some(decision) = &self.delegation.decision else { return Backing::Unstated };
        // Who decided goes before the level that is written beside it.
        let level = self.decider_level(decision).unwrap_or(decision.level);
        if is_high(level) {
            return Backing::OfProvince;
        }
        let instrument = decision.instrument.as_ref().and_then(|of| self.whole.facts.instrument(of.id().as_str()));
        // The decision itself may bear no name of a place; its level is stated.
        if instrument.is_some_and(|of| owner(of) == Owner::Province) {
            return Backing::OfProvince;
        }
        match (owner_of_basis(self.whole, &decision.basis), directory) {
            (Owner::Province, _) => Backing::OfProvince,
            (Owner::Unknown, _) | (_, Some(Owner::Unknown)) => Backing::Unknown,
            (Owner::Another, _) => Backing::Below(level),
        }
    }

    /// The level of the body that decided.
    fn decider_level(&self, decision: &DelegationDecision) -> Option<Level> {
        let bodies = &self.whole.facts.bodies;
        let number = bodies.number(decision.decided_by.as_ref()?.id().as_str())?;
        level_of(bodies.body(number)?, bodies)
    }

    /// The record of the instrument of the decision.
    fn decision_record(&self) -> Option<&InstrumentFacts> {
        let instrument = self.delegation.decision.as_ref().and_then(|decision| decision.instrument.as_ref());
        self.whole.facts.instrument(instrument?.id().as_str())
    }

    /// Whether the instrument of the decision is certainly made public: laws, regulations and rules always are.
    pub(super) fn is_instrument_published(&self) -> bool {
        let is_published = |rank| may_give(rank) || rank == LegalRank::ProvincialRule;
        self.decision_record().is_some_and(|record| is_published(record.edition.rank))
    }

    /// Whether the record of the instrument of the decision has a day on which it was made.
    pub(super) fn is_instrument_dated(&self) -> bool {
        self.decision_record().is_some_and(|record| record.edition.version_date.is_some())
    }

    /// Whose the directory is in which its entry stands; none where it names no entry.
    fn owner_of_directory(&self) -> Option<Owner> {
        let entry = self.delegation.directory_entry.as_ref()?;
        let facts = self.whole.facts;
        let ordinal = facts.records.ordinal(Kind::DirectoryEntry, entry.id().as_str());
        let entry = ordinal.and_then(|ordinal| facts.directories.entry(ordinal));
        let directory = entry.and_then(|entry| facts.directories.instrument(entry.directory));
        Some(directory.and_then(|id| self.whole.facts.instrument(id)).map_or(Owner::Unknown, owner))
    }

    /// Whether the decision names a law or regulation beside those that say how powers are passed on: it may give the
    /// power to townships itself.
    pub(super) fn names_regulation(&self) -> bool {
        let Some(decision) = &self.delegation.decision else { return false };
        let of_record = self.decision_record();
        let is_regulation = |instrument: &InstrumentFacts| may_give(instrument.edition.rank);
        of_record.is_some_and(is_regulation)
            || self
                .whole
                .basis(&decision.basis)
                .norms()
                .iter()
                .any(|norm| norm.rank.is_some_and(may_give) && !PROCEDURE.contains(&&*title_key(&norm.title)))
    }
}

/// The laws that say how powers are passed on, and give none.
const PROCEDURE: [&str; 3] = ["行政处罚法", "行政许可法", "行政强制法"];

/// Whether an instrument of a rank may give a power to townships: a law or regulation, but never the constitution.
fn may_give(rank: LegalRank) -> bool {
    rank != LegalRank::Constitution && is_law_or_regulation(rank)
}

/// Whether a level is that of the province or above.
pub(super) fn is_high(level: Level) -> bool {
    matches!(level, Level::Provincial | Level::National)
}

/// Whose the documents are that are cited: the province's where one of them is, another's where all are known to be.
fn owner_of_basis(whole: &Whole<'_>, citations: &[Citation]) -> Owner {
    let mut best = Owner::Another;
    for norm in whole.basis(citations).norms() {
        let record = norm.record.and_then(|record| whole.facts.citations.instruments.get(&record));
        match record.map_or_else(|| owner_of_norm(norm), owner) {
            Owner::Province => return Owner::Province,
            Owner::Unknown => best = Owner::Unknown,
            Owner::Another => {}
        }
    }
    best
}

fn owner_of_norm(norm: &Norm) -> Owner {
    if norm.rank.is_some_and(may_vary) {
        return Owner::Unknown;
    }
    Owner::of(begins_with_province(&norm.title).or_else(|| by_rank(norm.rank.or(norm.stated_rank))))
}

/// Whose an instrument is, as far as its record tells.
pub(super) fn owner(instrument: &InstrumentFacts) -> Owner {
    let edition = &instrument.edition;
    if may_vary(edition.rank) {
        return Owner::Unknown;
    }
    let by_level = instrument.issuer_level.map(|level| level == Level::Provincial);
    let by_issuer = || edition.issued_by.as_ref().and_then(|by| begins_with_province(by.as_str()));
    let by_title = || begins_with_province(edition.title.as_str());
    Owner::of(by_level.or_else(by_issuer).or_else(by_title).or_else(|| by_rank(Some(edition.rank))))
}

/// Whether regulations of this rank may vary what laws say (立法法 §85, §101): what comes of one here is not known.
fn may_vary(rank: LegalRank) -> bool {
    matches!(rank, LegalRank::AutonomousRegulation | LegalRank::SpecialZoneRegulation)
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

/// How the names of central organs begin, without the 中共 of the party's.
const CENTRAL: [&str; 4] = ["中央", "国务院", "全国人民代表大会", "中华人民共和国"];

/// Whether a name begins with that of a province, and not with that of a place in it or of a central organ.
fn begins_with_province(name: &str) -> Option<bool> {
    let name = name.trim_start_matches('《').trim_start_matches("中共");
    if CENTRAL.iter().any(|central| name.starts_with(central)) {
        return Some(false);
    }
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
