//! QD812: the chain of editions is broken.

use crate::facts::names::folded;
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{CatalogEdition, Date, Pointer, Written};
use crate::print::excerpt;
use crate::rule::{Findings, Look, OtherCatalog, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(812),
    name: "edition-chain",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("版次的先后次序不符", "the chain of editions is broken"),
    unit: two("每处不符一项", "one a contradiction"),
    help: two(
        "核对版次名称、发布日期、施行日期和替代版次",
        "look at the label of the edition, its days, and the edition that it takes the place of",
    ),
    citations: &[Provision { document: "清单交换格式", clause: "1.0（schemas/v1）" }],
    looks: &[Look::Catalog(edition_chain)],
    page: include_str!("qd812.md"),
    ..Rule::BLANK
};

fn edition_chain(scope: &Scope<'_>, _: &Whole<'_>, findings: &mut Findings<'_>) {
    let edition = scope.header().and_then(|header| header.edition.as_ref());
    let Some(edition) = edition else {
        findings.not_run_on("header.edition", NotRunReason::NotHeld);
        return;
    };
    let days = Days::of(edition);
    if let (Some(issued), Some(effective)) = (days.issued, days.effective)
        && effective < issued
    {
        findings
            .at(
                at("effective_on"),
                format!("施行日期{}早于发布日期{}", effective.in_chinese(), issued.in_chinese()),
                format!("it takes effect on {effective}, before it was issued on {issued}"),
            )
            .found(&effective.to_string());
    }
    match scope.previous() {
        Some(previous) => follows(edition, days, previous, findings),
        None => findings.not_run_on("header.edition.supersedes", NotRunReason::InputMissing),
    }
}

/// The days of an edition, as far as they are days.
#[derive(Debug, Clone, Copy)]
struct Days {
    issued: Option<Date>,
    effective: Option<Date>,
}

impl Days {
    fn of(edition: &CatalogEdition) -> Self {
        let day = |written: &Option<Written<Date>>| written.as_ref().and_then(Written::value);
        Self { issued: day(&edition.issued_on), effective: day(&edition.effective_on) }
    }
}

/// Whether an edition follows the one before it: by what it says that it takes the place of, and by its days.
fn follows(edition: &CatalogEdition, days: Days, previous: &OtherCatalog, findings: &mut Findings<'_>) {
    let Some(before) = &previous.header().edition else {
        findings.not_run_on("header.edition.supersedes", NotRunReason::NotHeld);
        return;
    };
    let label = excerpt(before.label.as_str());
    let names_it = edition.supersedes.as_ref().is_some_and(|named| {
        let named = folded(named.as_str());
        named.contains(&*folded(before.label.as_str())) || named == folded(previous.header().title.as_str())
    });
    if !names_it {
        let (place, zh, en) = match &edition.supersedes {
            Some(named) => {
                let named = excerpt(named.as_str());
                (
                    at("supersedes"),
                    format!("替代版次写为“{named}”，上一版次为“{label}”"),
                    format!("it says that it supersedes `{named}`; the previous edition is `{label}`"),
                )
            }
            None => (
                at("label"),
                format!("没有写明替代版次，上一版次为“{label}”"),
                format!("it does not say which edition it supersedes; the previous one is `{label}`"),
            ),
        };
        let found = edition.supersedes.as_ref().map_or("", |named| named.as_str());
        findings.at(place, zh, en).found(found).allowed([before.label.as_str()]);
    }
    let earlier = Days::of(before);
    let pairs = [
        ("issued_on", "发布", days.issued, earlier.issued),
        ("effective_on", "施行", days.effective, earlier.effective),
    ];
    for (member, zh, day, before) in pairs {
        if let (Some(day), Some(before)) = (day, before)
            && day < before
        {
            findings
                .at(
                    at(member),
                    format!("{zh}日期{}早于上一版次（{label}）的{zh}日期{}", day.in_chinese(), before.in_chinese()),
                    format!("`{member}` is {day}, before that of the previous edition (`{label}`), {before}"),
                )
                .found(&day.to_string());
        }
    }
}

fn at(member: &str) -> Pointer {
    Pointer::member("edition").below(member)
}
