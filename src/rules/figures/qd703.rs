//! QD703: a published rate differs from the one recomputed.

use super::recounts::{ACCURATE, recounts};
use crate::codelist::Measure;
use crate::figures::Comparison;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::Pointer;
use crate::rule::{Findings, Look, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(703),
    name: "rate-differs",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("公布的比率与清单重算的不符", "a published rate differs from the one recomputed"),
    unit: two("每个公布数据一项", "one a published figure"),
    help: two(
        "核对口径（分子、分母、计数单位）；口径相同而数据有误的，更正并重新公布",
        "look at the definition (numerator, denominator, counting unit); correct the figure and publish it again where that is the same",
    ),
    citations: &[ACCURATE],
    looks: &[Look::Catalog(rate_differs)],
    page: include_str!("qd703.md"),
    ..Rule::BLANK
};

fn rate_differs(_scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for (ordinal, figure, recount) in recounts(whole, Measure::Rate, findings) {
        if (figure.measure, recount.comparison) != (Measure::Rate, Comparison::Differs) {
            continue;
        }
        let (value, found) = (crate::print::excerpt(figure.value.as_str()), recount.ways());
        findings
            .at_spot(
                Spot::Record(ordinal, Pointer::member("value")),
                format!("公布的比率为 {value} %，按清单重算为 {found}"),
                format!("{value} % is published; recomputed from the catalog it is {found}"),
            )
            .found(figure.value.as_str())
            .expected(found.clone(), found);
    }
}
