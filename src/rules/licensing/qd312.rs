//! QD312: no supervising body is stated.

use crate::facts::columns::Column;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::field;
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::empty_column::EmptyColumn;
use crate::rules::grounds::LICENSING_LIST_NOTICE;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(312),
    name: "supervisor-missing",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("没有写明监管主体", "no supervising body is stated"),
    unit: two("每个事项一项；全部没有写的，整个清单一项", "one an item; one for the catalog where none states it"),
    help: two(
        "按照实施规范写明每个事项的监管主体",
        "state the bodies that supervise, as the implementation specification has them",
    ),
    citations: &[
        Provision { document: "中华人民共和国行政许可法", clause: "第六十一条" },
        Provision { document: LICENSING_LIST_NOTICE, clause: "二" },
    ],
    reads: &[&[field!(licensing_items: LicensingItem, supervisors)]],
    looks: &[Look::Catalog(supervisor_missing)],
    page: include_str!("qd312.md"),
    ..Rule::BLANK
};

const SUPERVISORS: EmptyColumn = EmptyColumn {
    column: Column::Supervisors,
    field: "licensing_items.supervisors",
    what: two("监管主体", "supervising body"),
    rows: two("写有实施规范的许可事项", "licensing items with an implementation specification"),
    law: two(
        "《行政许可法》第六十一条：对被许可人从事许可事项的活动履行监督责任",
        "行政许可法 §61: what the holder of a license does is watched over",
    ),
};

fn supervisor_missing(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    SUPERVISORS.tell(whole, findings);
}
