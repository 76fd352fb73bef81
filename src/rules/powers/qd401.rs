//! QD401: a power without responsibilities.

use super::unfilled::{Unfilled, unfilled};
use crate::facts::columns::Column;
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Period, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(401),
    name: "responsibility-missing",
    aspect: Aspect::Publishable,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("没有写明责任事项", "no responsibilities are stated"),
    unit: two("每项职权一项；整栏空缺的，全清单一项", "one a power; one for the catalog where the column is missing"),
    help: two(
        "按职权运行的环节逐项写明责任事项及其依据；来源没有这一栏的，写入未采集字段（not_held）",
        "state the responsibilities of each stage, with what they rest on; if the source has no such column, name it in `not_held`",
    ),
    citations: &[
        Provision { document: POWER_LIST_OPINION, clause: "二" },
        Provision { document: "行政执法监督条例", clause: "第十二条" },
    ],
    reads: &[&[field!(power_items: PowerItem, responsibilities)]],
    looks: &[Look::Catalog(responsibility_missing)],
    page: include_str!("qd401.md"),
    ..Rule::BLANK
};

/// When 行政执法监督条例 began; before, only the opinion of 2015 asks for responsibilities.
const SUPERVISION_REGULATION: Period = Period::since("2026-02-01");

fn responsibility_missing(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let empty = unfilled(Column::Responsibilities, whole);
    // Only a list that is declared owes them: others may be drawn up for another end.
    if !scope.header().is_some_and(|header| header.covers.contains(&Kind::PowerItem)) {
        if !empty.is_none() {
            findings.not_run_on(Kind::PowerItem.array(), NotRunReason::ListIncomplete);
        }
        return;
    }
    let is_regulated = scope.as_of().is_some_and(|day| SUPERVISION_REGULATION.contains(day));
    let (also_zh, also_en) = if is_regulated {
        ("，另见《行政执法监督条例》第十二条", "; see also 行政执法监督条例 §12")
    } else {
        ("", "")
    };
    let ask_zh = format!("中办发〔2015〕21号要求逐一厘清与行政职权相对应的责任事项{also_zh}");
    let ask_en = format!("中办发〔2015〕21号 asks for those of each power{also_en}");
    match empty {
        Unfilled::Column(count) => {
            findings
                .at(
                    Pointer::default(),
                    format!("权责清单的{count}项职权都没有写明责任事项；{ask_zh}"),
                    format!("none of the {count} powers of the list states responsibilities; {ask_en}"),
                )
                .of_catalog("power_items.responsibilities");
        }
        Unfilled::Rows(rows) => {
            for row in rows {
                findings.at_spot(
                    Spot::Record(row, Pointer::member("responsibilities")),
                    format!("没有写明责任事项；{ask_zh}"),
                    format!("no responsibilities are stated; {ask_en}"),
                );
            }
        }
    }
}
