//! QD802: an item of the superior list under another name.

use super::superior_list::{NAMES, Row, SAME_AT_ALL_LEVELS};
use crate::conformance::{DepartureKind, NotToldCause};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::Pointer;
use crate::rule::{Findings, Look, Need, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(802),
    name: "name-differs",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("事项名称与上级清单不同", "the name differs from the superior list"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "改用上级清单中的名称；确实不是同一事项的，改正编码或者上级清单事项编号",
        "write the name as the superior list has it; where it is another item, correct the code or the id that names it",
    ),
    citations: &[SAME_AT_ALL_LEVELS],
    needs: &[Need::Superior],
    reads: &NAMES,
    looks: &[Look::Catalog(name_differs)],
    page: include_str!("qd802.md"),
    ..Rule::BLANK
};

fn name_differs(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for row in Row::all(whole) {
        let (name, list) = (row.superior_name(), row.list());
        let is_near = row.item.cause == Some(NotToldCause::NearName);
        let differs = row.departures(|kind| kind == DepartureKind::NameDiffers).next().is_some();
        let (zh, en) = if differs {
            (
                format!("与上级清单{list}所列的同一事项名称不同：上级清单为“{name}”"),
                format!("the superior list, {list}, calls the same item `{name}`"),
            )
        } else if is_near {
            (
                format!("上级清单{list}没有同名事项，名称最相近的是“{name}”，请核对是否为同一事项"),
                format!(
                    "the superior list, {list}, has no item of this name; the nearest is `{name}`: is it the same?"
                ),
            )
        } else {
            continue;
        };
        row.finding(findings, Pointer::member("name"), zh, en)
            .found(row.item.name.as_str())
            .expected(format!("上级清单的名称“{name}”"), format!("the name in the superior list, `{name}`"));
    }
}
