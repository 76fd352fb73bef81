//! QD702: no whole number over the total gives this rate.

use super::recounts::ACCURATE;
use crate::figures::{RateCheck, RateVerdict};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Pointer, PublishedFigure};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(702),
    name: "rate-unattainable",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("总数中没有哪个整数能得出这一比率", "no whole number over the total gives this rate"),
    unit: two("每个公布数据一项", "one a published figure"),
    help: two(
        "找出真正的分子和分母：多半是分母另有其数，或者比率是别的口径",
        "find the numbers behind it: most often the rate was taken over another total, or counts something else",
    ),
    citations: &[Provision { document: "GB/T 8170-2008", clause: "3.2" }, ACCURATE],
    looks: &[Look::Record(RecordLook::PublishedFigure(rate_unattainable))],
    page: include_str!("qd702.md"),
    ..Rule::BLANK
};

fn rate_unattainable(_: &Scope<'_>, figure: &PublishedFigure, findings: &mut Findings<'_>) {
    let Some(check) = RateCheck::of(figure).filter(|check| check.verdict == RateVerdict::Unattainable) else { return };
    let message = check.impossible(figure);
    let draft = findings.at(Pointer::member("value"), message.zh, message.en);
    draft.found(figure.value.as_str());
    draft.allowed(check.nearest.iter().map(|rate| rate.percent.to_string()));
    draft.related_below(Pointer::member("total"), "所称总数", "the total stated");
}
