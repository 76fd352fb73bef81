//! QD208: a normative document whose validity has run out.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::code::DivisionCode;
use crate::codelist::{InstrumentStatus, LegalRank, ReviewOutcome, TimeUnit, division_name};
use crate::facts::citations::{Name, cited};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::law::days::after_months;
use crate::law::facts::{Edition, title_key};
use crate::law::region::Parameter;
use crate::model::{Date, Pointer, Written};
use crate::print::in_title_marks;
use crate::rule::{Findings, Look, Need, Provision, Rule, Scope};
use crate::spot::Spot;
use crate::standing::citations::{Sighting, sightings};
use crate::standing::instruments::State;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(208),
    name: "normative-document-expired",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("作为依据的规范性文件有效期已过", "a normative document used as basis has run out"),
    unit: two("每个文件一项", "one a document"),
    help: two(
        "改引现行文件，或者写明重新公布、清理保留的日期",
        "cite a document in force, or state the day on which it was issued anew or kept by a review",
    ),
    citations: &[
        Provision {
            document: "内蒙古自治区行政规范性文件管理办法", clause: "有效期和清理条款"
        },
        Provision { document: "优化营商环境条例", clause: "第六十四条" },
    ],
    needs: &[Need::AsOf],
    reads: cited::LISTS,
    looks: &[Look::Catalog(document_expired)],
    page: include_str!("qd208.md"),
    ..Rule::BLANK
};

fn document_expired(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let Some(as_of) = scope.as_of else { return };
    let facts = &whole.facts.citations;
    let judged = whole.citations();
    let documents =
        || facts.instruments.iter().filter(|(_, record)| record.edition.rank == LegalRank::NormativeDocument);
    let region = Region { scope, whole, bodies: OnceCell::new() };
    let expired: BTreeMap<u32, Expired> = documents()
        .filter_map(|(&ordinal, record)| Some((ordinal, expiry(&region, &record.edition, as_of)?)))
        .collect();
    if expired.is_empty() {
        return;
    }
    // By its title a document is meant that is still valid, if there is one: it may have been issued anew.
    let mut by_title: HashMap<String, Option<u32>> = HashMap::new();
    for (&ordinal, record) in documents() {
        let is_expired = expired.contains_key(&ordinal);
        if is_expired || matches!(record.edition.status, InstrumentStatus::InForce | InstrumentStatus::Unknown) {
            let first = by_title.entry(title_key(record.edition.title.as_str())).or_insert(Some(ordinal));
            *first = first.filter(|_| is_expired);
        }
    }
    // A document may be named by its record and by its title.
    let mut record_of: HashMap<Name, u32> = HashMap::new();
    for (name, instrument) in judged.instruments() {
        // What has ended altogether is QD203's.
        if instrument.state == State::Ended {
            continue;
        }
        let by_title = || by_title.get(&title_key(&instrument.title)).copied().flatten();
        if let Some(record) = instrument.record.or_else(by_title).filter(|record| expired.contains_key(record)) {
            record_of.insert(name, record);
        }
    }
    let mut used: BTreeMap<u32, Sighting> = BTreeMap::new();
    for sighting in sightings(facts, |name| record_of.contains_key(&name)) {
        let Some(&record) = record_of.get(&sighting.name) else { continue };
        used.entry(record)
            .and_modify(|first| first.count = first.count.saturating_add(sighting.count))
            .or_insert(sighting);
    }
    for (record, sighting) in used {
        let (Some(expired), Some(facts_of)) = (expired.get(&record), facts.instruments.get(&record)) else { continue };
        let title = crate::print::excerpt(facts_of.edition.title.as_str());
        let (why_zh, why_en) = expired.words();
        let count = sighting.count;
        let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
        let draft = findings.at_spot(
            Spot::Record(record, Pointer::member(expired.member())),
            format!("{}{why_zh}，仍有{count}处引用作为依据", in_title_marks(facts_of.edition.title.as_str())),
            format!("`{title}` {why_en}; it is cited as a basis {times}"),
        );
        if let Expired::ByDefault { .. } = expired {
            draft.severity(Severity::Warning);
        }
        if let Some(cited) = facts.cited.get(sighting.cited) {
            draft.related(Spot::Record(sighting.ordinal, cited.pointer()), "首次引用", "cited first");
        }
    }
}

/// Why a document is no basis any more.
enum Expired {
    /// The last day of its own validity has passed.
    On(Date),
    /// A review lapsed or abolished it.
    Review(Date, ReviewOutcome),
    /// It states no validity, and that of its region has run out.
    ByDefault { effective_on: Date, member: &'static str, months: u16, is_verified: bool },
}

impl Expired {
    fn member(&self) -> &'static str {
        match self {
            Self::On(_) => "valid_until",
            Self::Review(..) => "review",
            Self::ByDefault { member, .. } => member,
        }
    }

    fn words(&self) -> (String, String) {
        match self {
            Self::On(day) => (format!("的有效期至{}，已过", day.in_chinese()), format!("was valid until {day}")),
            Self::Review(day, outcome) => {
                let (day_zh, outcome_zh) = (day.in_chinese(), outcome.title_zh());
                (format!("在{day_zh}的清理中被宣布{outcome_zh}"), format!("was `{outcome}` at the review of {day}"))
            }
            Self::ByDefault { effective_on, months, is_verified, .. } => {
                let (term_zh, term_en) = term(*months);
                let (doubt_zh, doubt_en) = if *is_verified {
                    ("", "")
                } else {
                    ("（本地区的有效期条款原文尚未核对）", " (the clause of the region was not verified)")
                };
                (
                    format!(
                        "自{}起施行，没有写明有效期，已满本地区规定的{term_zh}，也没有经清理继续有效的记录{doubt_zh}",
                        effective_on.in_chinese()
                    ),
                    format!(
                        "is in force since {effective_on} and states no validity; the {term_en} of its region are over, and no review that kept it is recorded{doubt_en}"
                    ),
                )
            }
        }
    }
}

fn expiry(region: &Region<'_>, document: &Edition, as_of: Date) -> Option<Expired> {
    let review = document.review.as_ref().and_then(|review| Some((Written::value(&review.on)?, review.outcome)));
    let review = review.filter(|(day, _)| *day <= as_of);
    let kept_on = match review {
        Some((day, outcome @ (ReviewOutcome::Lapsed | ReviewOutcome::Abolished))) => {
            return Some(Expired::Review(day, outcome));
        }
        Some((day, ReviewOutcome::InForce | ReviewOutcome::Amended)) => Some(day),
        None => None,
    };
    if let Some(last) = document.valid_until {
        let is_over = last < as_of && kept_on.is_none_or(|day| day <= last);
        return is_over.then_some(Expired::On(last));
    }
    if kept_on.is_some() || !region.has(document.issued_by.as_ref()?.as_str()) {
        return None;
    }
    let (effective_on, member) = match (document.effective_on, document.version_date) {
        (Some(day), _) => (day, "effective_on"),
        (None, Some(day)) => (day, "published_on"),
        (None, None) => return None,
    };
    let title = document.title.as_str();
    let on_trial = title.contains("试行") || title.contains("暂行");
    let parameter = if on_trial { Parameter::TrialDocumentValidity } else { Parameter::DocumentValidity };
    let value = region.scope.parameter(parameter, as_of)?;
    let months = value.amount().get();
    let is_over = value.unit() == TimeUnit::Month && after_months(effective_on, months)? <= as_of;
    is_over.then_some(Expired::ByDefault { effective_on, member, months, is_verified: value.note().is_none() })
}

/// A term of months, in years where it is one of whole years.
fn term(months: u16) -> (String, String) {
    match (months / 12, months % 12) {
        (years, 0) if years > 0 => (format!("{years}年"), format!("{years} years")),
        _ => (format!("{months}个月"), format!("{months} months")),
    }
}

/// How the names of agencies end that belong to central organs wherever they stand.
const CENTRAL: [&str; 7] = ["税务局", "气象局", "烟草专卖局", "海关", "邮政管理局", "通信管理局", "调查队"];

/// The region whose default validity may apply.
struct Region<'a> {
    scope: &'a Scope<'a>,
    whole: &'a Whole<'a>,
    /// The names of the bodies of the catalog: gathered when first asked for.
    bodies: OnceCell<HashSet<&'a str>>,
}

impl Region<'_> {
    /// Whether a body is one of the catalog, or bears the name of its division or of one above it. A vertical agency
    /// is no body of the region.
    fn has(&self, body: &str) -> bool {
        if CENTRAL.iter().any(|end| body.ends_with(end)) {
            return false;
        }
        let division = self.scope.header.and_then(|header| header.division.value());
        let mut names = std::iter::successors(division, DivisionCode::parent).filter_map(division_name);
        names.any(|name| body.starts_with(name))
            || self.bodies.get_or_init(|| self.whole.facts.bodies.local_names().collect()).contains(body)
    }
}
