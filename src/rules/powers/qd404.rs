//! QD404: a power without circumstances of accountability, or without provisions for them.

use super::unfilled::{Unfilled, unfilled};
use crate::facts::columns::Column;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(404),
    name: "accountability-missing",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("没有写明追责情形或者依据", "no circumstances of accountability, or no basis for them"),
    unit: two("每项职权一项；整栏空缺的，全清单一项", "one a power; one for the catalog where the column is missing"),
    help: two(
        "写明追责对象、追责情形和追责依据；来源没有这一栏的，写入未采集字段（not_held）",
        "state who answers for what, and by which provision; if the source has no such column, name it in `not_held`",
    ),
    citations: &[
        Provision { document: POWER_LIST_OPINION, clause: "二" },
        Provision { document: "内政发〔2021〕6号", clause: "追责情形、追责依据" },
    ],
    reads: &[&[field!(power_items: PowerItem, accountability)]],
    looks: &[Look::Catalog(accountability_missing)],
    page: include_str!("qd404.md"),
    ..Rule::BLANK
};

fn accountability_missing(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    match unfilled(Column::Accountability, whole) {
        Unfilled::Column(count) => {
            findings
                .at(
                    Pointer::default(),
                    format!("{count}项职权都没有写明追责情形；中办发〔2015〕21号要求明确责任主体、健全问责机制"),
                    format!("none of {count} powers states circumstances of accountability, for which 中办发〔2015〕21号 asks"),
                )
                .of_catalog("power_items.accountability");
        }
        Unfilled::Rows(rows) => tell_rows(
            rows,
            (
                "没有写明追责情形；中办发〔2015〕21号要求明确责任主体、健全问责机制",
                "no circumstances of accountability are stated, for which 中办发〔2015〕21号 asks",
            ),
            findings,
        ),
    }
    // Where no row cites a basis the list does not print any, and the opinion of 2015 does not ask for it.
    let has_column = whole.facts.columns.column(Column::AccountabilityBasis).is_some_and(|known| known.filled > 0);
    if !has_column || !scope.holds("power_items.accountability.basis") {
        return;
    }
    if let Unfilled::Rows(rows) = unfilled(Column::AccountabilityBasis, whole) {
        let words = (
            "追责情形没有写明追责依据，而本清单其他职权写明了",
            "no basis is stated for the circumstances of accountability, and other powers of the list state one",
        );
        tell_rows(rows, words, findings);
    }
}

fn tell_rows(rows: Vec<u32>, (zh, en): (&str, &str), findings: &mut Findings<'_>) {
    for row in rows {
        findings.at_spot(Spot::Record(row, Pointer::member("accountability")), zh, en);
    }
}
