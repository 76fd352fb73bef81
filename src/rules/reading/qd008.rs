//! QD008: two records of a kind share an id.

use super::grounds::FORMAT;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::{Message, two};
use crate::model::Pointer;
use crate::rule::{Findings, Look, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(8),
    name: "duplicate-id",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("同类记录编号重复", "two records of a kind share an id"),
    unit: two("每个重复的记录一项", "one a record that repeats"),
    help: two("给其中一条另起编号，并核对引用它的地方", "give one of them another id, and look at what refers to it"),
    citations: FORMAT,
    looks: &[Look::Catalog(repeated_ids)],
    page: include_str!("qd008.md"),
    ..Rule::BLANK
};

pub(super) fn repeated_ids(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for repeated in whole.facts.records.repeated() {
        let Some(id) = whole.facts.records.record(repeated.second).and_then(|facts| facts.id) else {
            continue;
        };
        let path = Pointer::member("id");
        findings
            .at_spot(
                Spot::Record(repeated.second, path.clone()),
                format!("编号“{id}”重复：同类的另一条记录已使用"),
                format!("another record of this kind has the id `{id}` already"),
            )
            .found(id)
            .naming(|id, record, first| {
                Message::new(
                    format!("编号“{id}”重复：“{first}”“{record}”两条使用同一编号"),
                    format!("the records `{first}` and `{record}` have one id, `{id}`"),
                )
            })
            .related(Spot::Record(repeated.first, path), "先使用它的记录", "the record that has it first");
    }
}
