//! QD701: a published count differs from the catalog's own.

use super::recounts::{ACCURATE, recounts};
use crate::codelist::{FigureUnit, Measure};
use crate::figures;
use crate::figures::{Comparison, Recount};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::{Message, two};
use crate::model::{Kind, Pointer, PublishedFigure};
use crate::rule::{Findings, Look, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(701),
    name: "count-differs",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("公布的数量与清单不符", "a published count differs from the catalog's own"),
    unit: two("每个公布数据和每个分项至多一项", "at most one a published figure, and one a part"),
    help: two(
        "核对计数单位和统计范围；清单漏列的补上，数据有误的更正并重新公布",
        "look at the counting unit and the scope; add what the catalog lacks, or correct the figure and publish it again",
    ),
    citations: &[ACCURATE],
    looks: &[Look::Catalog(count_differs)],
    page: include_str!("qd701.md"),
    ..Rule::BLANK
};

fn count_differs(_scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for (ordinal, figure, recount) in recounts(whole, Measure::Count, findings) {
        let rate_agrees = (figure.measure, recount.comparison) == (Measure::Rate, Comparison::Agrees);
        let (field, published, message) = match (&figure.total, &figure.numerator) {
            _ if (figure.measure, recount.comparison) == (Measure::Count, Comparison::Differs) => {
                ("value", &figure.value, differing_count(figure, recount))
            }
            (Some(total), _) if rate_agrees && recount.total_differs => {
                ("total", total, differing_number("总数", "total", total.as_str(), recount))
            }
            (_, Some(numerator)) if rate_agrees && recount.numerator_differs => {
                ("numerator", numerator, differing_number("分子", "numerator", numerator.as_str(), recount))
            }
            _ => {
                differing_parts(ordinal, figure, recount, findings);
                continue;
            }
        };
        let draft = findings.at_spot(Spot::Record(ordinal, Pointer::member(field)), message.zh, message.en);
        draft.found(published.as_str());
        if figure.measure == Measure::Count {
            draft.allowed(recount.numbers());
        } else {
            draft.expected(recount.ways(), recount.ways());
        }
        differing_parts(ordinal, figure, recount, findings);
    }
}

/// 公布4项，清单中实有3项.
fn differing_count(figure: &PublishedFigure, recount: &Recount) -> Message {
    let value = crate::print::excerpt(figure.value.as_str());
    let counted = recount.counted(figure);
    let counts = figure.counts.as_ref();
    let (kind, unit) = (counts.and_then(|counts| counts.kind), counts.and_then(|counts| counts.unit.as_ref()));
    let word = figures::measure_word(counts);
    let what = match unit {
        Some(FigureUnit::Counting(unit)) => format!("（{}，按{}计）", kind.map_or("", Kind::title_zh), unit.title_zh()),
        _ => String::new(),
    };
    Message::new(
        format!("公布{value}{word}，清单中实有{}{what}", counted.zh),
        format!(
            "{value} is published; the catalog's own {}, counted as `{}`, come to {}",
            kind.map_or("", Kind::array),
            unit.map_or("", FigureUnit::as_str),
            counted.en
        ),
    )
}

/// A rate that is right, with another number behind it.
fn differing_number(zh: &str, en: &str, stated: &str, recount: &Recount) -> Message {
    let (stated, found) = (crate::print::excerpt(stated), recount.ways());
    Message::new(
        format!("比率与清单一致，{zh}公布为{stated}，按清单重算为 {found}"),
        format!(
            "the rate is the catalog's own, over other numbers: the {en} is published as {stated}, and counted it is {found}"
        ),
    )
}

/// The parts of which the catalog has another number.
fn differing_parts(ordinal: u32, figure: &PublishedFigure, recount: &Recount, findings: &mut Findings<'_>) {
    for (at, (part, counted)) in figure.parts.iter().zip(&recount.parts).enumerate() {
        if counted.comparison != Comparison::Differs {
            continue;
        }
        let pointer = Pointer::element("parts", at).below("value");
        let message = counted.part_differs(part, figure);
        findings
            .at_spot(Spot::Record(ordinal, pointer), message.zh, message.en)
            .found(part.value.as_str())
            .allowed(counted.numbers());
    }
}
