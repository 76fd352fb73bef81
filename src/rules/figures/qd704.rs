//! QD704: the parts do not add up to the whole.

use super::recounts::ACCURATE;
use crate::figures::PartsCheck;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Pointer, PublishedFigure};
use crate::rule::{Findings, Look, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(704),
    name: "parts-and-whole",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("分项之和不等于总数", "the parts do not add up to the whole"),
    unit: two("每个公布数据一项", "one a published figure"),
    help: two("核对各分项：漏列、重复计算或者抄错", "look at each part: one is missing, counted twice or miscopied"),
    citations: &[ACCURATE],
    looks: &[Look::Record(RecordLook::PublishedFigure(parts_and_whole))],
    page: include_str!("qd704.md"),
    ..Rule::BLANK
};

fn parts_and_whole(_: &Scope<'_>, figure: &PublishedFigure, findings: &mut Findings<'_>) {
    let Some(check) = PartsCheck::of(figure).filter(|check| !check.adds_up) else { return };
    let (value, sum) = (crate::print::excerpt(figure.value.as_str()), crate::print::excerpt(check.sum.as_str()));
    findings
        .at(
            Pointer::member("value"),
            format!("各分项之和为{sum}，公布的总数为{value}"),
            format!("the parts add up to {sum}, and {value} is published"),
        )
        .found(figure.value.as_str())
        .allowed([sum])
        .related_below(Pointer::member("parts"), "各分项", "the parts");
}
