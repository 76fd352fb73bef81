//! QD009: a reference to an id that no record has.

use super::grounds::FORMAT;
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer};
use crate::rule::{Findings, Look, Rule, Scope};
use crate::schema::titles;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(9),
    name: "dangling-reference",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("引用的记录不存在", "a reference to an id that no record has"),
    unit: two("每处引用一项", "one a reference"),
    help: two("改正编号，或者补上被引用的记录", "correct the id, or add the record referred to"),
    citations: FORMAT,
    looks: &[Look::Catalog(dangling_references)],
    page: include_str!("qd009.md"),
    ..Rule::BLANK
};

pub(super) fn dangling_references(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    // Where a record was lost with its id, no reference to its kind can be called dangling.
    for kind in Kind::ALL.iter().filter(|&&kind| !whole.facts.records.knows_all(kind)) {
        findings.not_run_on(kind.array(), NotRunReason::RecordsUnread);
    }
    for reference in whole.facts.records.dangling() {
        if !whole.facts.records.knows_all(reference.kind) || is_ended_item(whole, reference.from, &reference.path) {
            continue;
        }
        let (kind, id) = (reference.kind, &reference.id);
        let from = whole.facts.records.record(reference.from).map_or("", |facts| facts.kind.tag());
        let field = titles::field(&Pointer::member(from).join(&reference.path)).unwrap_or_default();
        findings
            .at_spot(
                Spot::Record(reference.from, reference.path.clone()),
                format!("{field}填了“{id}”，目录中没有这一编号的{}", kind.title_zh()),
                format!("no {kind} has the id `{id}`"),
            )
            .found(id.as_str())
            .expected(format!("{}的编号（{}）", kind.title_zh(), kind.array()), format!("an id of `{}`", kind.array()));
    }
}

/// What an adjustment took away may be gone: only the previous edition could tell.
fn is_ended_item(whole: &Whole<'_>, from: u32, path: &Pointer) -> bool {
    whole.facts.records.record(from).is_some_and(|facts| facts.kind == Kind::Adjustment)
        && path.as_str().starts_with("/from/")
}
