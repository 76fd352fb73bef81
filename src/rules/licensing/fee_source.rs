//! Who set a fee, as far as that counts: the state by its laws and regulations, a central department, or the province and
//! those below it.

use crate::code::DivisionCode;
use crate::codelist::{FeeKind, LegalRank, Level, division_name};
use crate::judged::Whole;
use crate::judged::basis::Norm;
use crate::law::facts::{Edition, Instrument};
use crate::model::{Citation, Fee, Kind, Text};
use crate::rule::Scope;

/// Who set a fee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FeeSource {
    /// A law, an administrative regulation or the State Council.
    State,
    /// A department of the State Council, by rule or document.
    CentralDepartment,
    /// The province or a lower level, whatever the rank.
    Local,
    Unknown,
}

/// How the titles of central documents on fees begin.
const CENTRAL_BODIES: [&str; 9] = [
    "财政部",
    "国家发展改革委",
    "国家发展和改革委员会",
    "国家发改委",
    "国家发展计划委员会",
    "国家计划委员会",
    "国家计委",
    "国家物价局",
    "国家税务总局",
];

/// How the numbers of those documents begin.
const CENTRAL_NUMBERS: [&str; 9] =
    ["财税", "财综", "财预", "财企", "发改价格", "发改办价格", "计价格", "计价费", "价费字"];

/// How the documents of the State Council, their numbers and orders begin.
const STATE: [&str; 3] = ["国务院", "国发", "国办发"];

/// Words for what is paid for things that are used up, or as a levy, where the kind of a fee is not stated.
const NO_LICENSE_FEE: [&str; 10] =
    ["资源费", "资源税", "补偿费", "恢复费", "占用费", "使用费", "配套费", "易地建设费", "基金", "出让金"];

/// Whether a fee may be one for carrying out a license: no levy, no charge for what is used up, no price.
pub(super) fn is_administrative(fee: &Fee) -> bool {
    match fee.kind {
        Some(FeeKind::Administrative | FeeKind::Other) => true,
        Some(FeeKind::Service | FeeKind::Resource | FeeKind::Levy) => false,
        None => {
            !NO_LICENSE_FEE.iter().any(|word| fee.name.as_str().contains(word)) && !fee.name.as_str().ends_with('税')
        }
    }
}

/// The province, city and county of the list, by whose names local documents begin.
pub(super) fn local_names(scope: &Scope<'_>) -> Vec<&'static str> {
    let division = scope.header().and_then(|header| header.division.value());
    std::iter::successors(division, DivisionCode::parent).filter_map(division_name).collect()
}

/// Who set the fee by the norms that one citation names; the highest of them.
pub(super) fn source_of(whole: &Whole<'_>, scope: &Scope<'_>, local: &[&str], citation: &Citation) -> FeeSource {
    let basis = whole.basis([citation]);
    let of_norms: Vec<FeeSource> =
        basis.norms().iter().map(|norm| of_norm(whole, scope, local, citation, norm)).collect();
    highest(of_norms)
}

/// The highest of several: what suffices, what is not known and might, then those below.
pub(super) fn highest(sources: impl IntoIterator<Item = FeeSource>) -> FeeSource {
    let order = [FeeSource::State, FeeSource::Unknown, FeeSource::CentralDepartment, FeeSource::Local];
    let sources: Vec<FeeSource> = sources.into_iter().collect();
    order.into_iter().find(|source| sources.contains(source)).unwrap_or(FeeSource::Unknown)
}

fn of_norm(whole: &Whole<'_>, scope: &Scope<'_>, local: &[&str], citation: &Citation, norm: &Norm) -> FeeSource {
    match norm.rank {
        Some(
            LegalRank::Constitution
            | LegalRank::Law
            | LegalRank::AdministrativeRegulation
            | LegalRank::StateCouncilDecision,
        ) => FeeSource::State,
        Some(
            LegalRank::LocalRegulation
            | LegalRank::AutonomousRegulation
            | LegalRank::SpecialZoneRegulation
            | LegalRank::ProvincialRule
            | LegalRank::MunicipalRule,
        ) => FeeSource::Local,
        Some(LegalRank::DepartmentalRule | LegalRank::Rule) => FeeSource::CentralDepartment,
        Some(LegalRank::Regulation) => FeeSource::Unknown,
        Some(
            LegalRank::NormativeDocument
            | LegalRank::PartyRegulation
            | LegalRank::StaffingDocument
            | LegalRank::Standard,
        )
        | None => of_document(whole, scope, local, citation, norm),
    }
}

/// Who issued a document: by its record, its title, its number.
fn of_document(whole: &Whole<'_>, scope: &Scope<'_>, local: &[&str], citation: &Citation, norm: &Norm) -> FeeSource {
    let facts = &whole.facts.citations;
    let editions: Vec<&Edition> =
        whole.citations().law(scope.law()).instrument(&norm.title).into_iter().flat_map(Instrument::editions).collect();
    // By its title a document may be meant that the catalog describes.
    let described = || {
        let mut ids = editions.iter().filter_map(|edition| edition.instrument.as_ref());
        ids.find_map(|id| whole.facts.records.ordinal(Kind::LegalInstrument, id.as_str()))
    };
    let record = norm.record.or_else(described).and_then(|ordinal| facts.instruments.get(&ordinal));
    let level = record.and_then(|record| record.issuer_level);
    if level.is_some_and(|level| level != Level::National) {
        return FeeSource::Local;
    }
    let issuers = editions.iter().filter_map(|edition| edition.issued_by.as_ref());
    let number = if norm.is_printed { None } else { citation.document_number.as_ref() };
    let text = citation.text.as_ref().filter(|_| norm.title.is_empty());
    let own = record.and_then(|record| record.edition.document_number.as_ref());
    let texts = issuers.chain(number).chain(text).chain(own).map(Text::as_str);
    let words: Vec<&str> = texts.chain([&*norm.title]).map(|text| text.trim_start_matches('《')).collect();
    let begin = |any: &[&str]| words.iter().any(|text| any.iter().any(|begin| text.starts_with(begin)));
    if begin(&STATE) {
        FeeSource::State
    } else if begin(local) {
        FeeSource::Local
    } else if level == Some(Level::National) || begin(&CENTRAL_BODIES) || begin(&CENTRAL_NUMBERS) {
        FeeSource::CentralDepartment
    } else {
        FeeSource::Unknown
    }
}

/// Whether a citation says itself that the State Council approved.
pub(super) fn says_approved(citation: &Citation) -> bool {
    let texts = [&citation.text, &citation.title, &citation.quote];
    let mut texts = texts.into_iter().flatten().map(Text::as_str);
    texts.any(|text| text.contains("国务院批准") || text.contains("国务院同意"))
}
