//! QD705: a published figure states no unit, no total or no definition.

use super::recounts::ACCURATE;
use crate::figures::Undefined;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Pointer, PublishedFigure};
use crate::rule::{Findings, Look, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(705),
    name: "figure-undefined",
    aspect: Aspect::Publishable,
    severity: Severity::Info,
    since: "0.1.0",
    title: two(
        "公布数据没有写明计数单位、总数或者口径",
        "a published figure states no unit, no total or no definition",
    ),
    unit: two("每个公布数据一项", "one a published figure"),
    help: two(
        "写明计数单位（unit）、总数（total）和口径（definition）：什么算在内，什么不算",
        "state the unit (`unit`), what it is taken over (`total`) and how it is counted (`definition`): what is in and what is not",
    ),
    citations: &[ACCURATE],
    looks: &[Look::Record(RecordLook::PublishedFigure(figure_undefined))],
    page: include_str!("qd705.md"),
    ..Rule::BLANK
};

fn figure_undefined(_: &Scope<'_>, figure: &PublishedFigure, findings: &mut Findings<'_>) {
    let undefined = Undefined::of(figure);
    if undefined.is_empty() {
        return;
    }
    let zh: Vec<String> = undefined.iter().map(|open| format!("{}（{}）", open.title_zh(), open.as_str())).collect();
    let en: Vec<&str> = undefined.iter().map(|open| open.as_str()).collect();
    findings.at(
        Pointer::default(),
        format!("没有写明{}", zh.join("、")),
        format!("it does not state its {}", en.join(", its ")),
    );
}
