//! QD707: a published rate is not its numerator over its total.

use super::recounts::ACCURATE;
use crate::figures::NumeratorCheck;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Pointer, PublishedFigure};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(707),
    name: "numerator-differs",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("公布的比率不是所列分子除以总数", "a published rate is not its numerator over its total"),
    unit: two("每个公布数据一项", "one a published figure"),
    help: two(
        "核对分子、总数和比率三个数，改正抄错或者算错的一个",
        "look at the three numbers, numerator, total and rate, and correct the one that was miscopied or miscounted",
    ),
    citations: &[Provision { document: "GB/T 8170-2008", clause: "3.2" }, ACCURATE],
    looks: &[Look::Record(RecordLook::PublishedFigure(numerator_differs))],
    page: include_str!("qd707.md"),
    ..Rule::BLANK
};

fn numerator_differs(_: &Scope<'_>, figure: &PublishedFigure, findings: &mut Findings<'_>) {
    let Some(check) = NumeratorCheck::of(figure).filter(|check| !check.agrees) else { return };
    let message = check.sentence(figure);
    let draft = findings.at(Pointer::member("value"), message.zh, message.en);
    draft.found(figure.value.as_str());
    draft.allowed([check.percent.to_string()]);
    draft.related_below(Pointer::member("numerator"), "所列分子", "the numerator stated");
    draft.related_below(Pointer::member("total"), "所列总数", "the total stated");
}
