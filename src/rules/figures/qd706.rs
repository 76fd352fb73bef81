//! QD706: a part exceeds its whole.

use super::recounts::ACCURATE;
use crate::codelist::Metric;
use crate::figures;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Pointer, PublishedFigure};
use crate::rule::{Findings, Look, RecordLook, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(706),
    name: "subset-exceeds",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("部分大于全部", "a part exceeds its whole"),
    unit: two(
        "每个公布数据及其上位指标一项，每个“其中”项一项",
        "one a published figure and wider metric, and one a number within it",
    ),
    help: two(
        "两个数据至少有一个有误，或者口径不同：写明口径，改正错的一个",
        "one of the two is wrong, or they are counted differently: state the definitions and correct the wrong one",
    ),
    citations: &[ACCURATE],
    looks: &[Look::Record(RecordLook::PublishedFigure(within_exceeds)), Look::Catalog(subset_exceeds)],
    page: include_str!("qd706.md"),
    ..Rule::BLANK
};

fn within_exceeds(_: &Scope<'_>, figure: &PublishedFigure, findings: &mut Findings<'_>) {
    for (at, subset) in figures::subsets_above(figure) {
        let pointer = Pointer::element("of_which", at).below("value");
        let message = figures::exceeds(subset, figure);
        findings.at(pointer, message.zh, message.en).found(subset.value.as_str()).related_below(
            Pointer::member("value"),
            "总数",
            "the whole",
        );
    }
}

fn subset_exceeds(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for ((part, subset), (whole, superset)) in figures::subsets_that_exceed(whole.facts.published.figures()) {
        let (value, of) =
            (crate::print::excerpt(subset.value.as_str()), crate::print::excerpt(superset.value.as_str()));
        let title = |figure: &PublishedFigure| figure.metric.as_ref().and_then(Metric::title_zh).unwrap_or_default();
        let name = |figure: &PublishedFigure| figure.metric.as_ref().map_or_else(String::new, ToString::to_string);
        findings
            .at_spot(
                Spot::Record(*part, Pointer::member("value")),
                format!("{}（{value}）是{}（{of}）的一部分，却比它大", title(subset), title(superset)),
                format!("`{}` ({value}) is part of `{}` ({of}), and is greater", name(subset), name(superset)),
            )
            .found(subset.value.as_str())
            .related(Spot::Record(*whole, Pointer::member("value")), "全部", "the whole");
    }
}
