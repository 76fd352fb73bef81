//! QD905: a finding of the baseline that is not there any more.

use super::aside::Aside;
use super::grounds::FORMAT;
use crate::baseline::StaleEntry;
use crate::finding::{Aspect, Finding, Place, RuleCode, Severity};
use crate::lang::{Message, two};
use crate::rule::{Look, Rule};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(905),
    name: "baseline-stale",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("基线中有已不存在的问题", "a finding of the baseline that is not there any more"),
    unit: two("每个条目一项", "one an entry"),
    help: two(
        "用 qingdan baseline update 从基线中删除；删除后同一问题再出现即为新问题",
        "take it out with `qingdan baseline update`; should the fault come back, it is a new one then",
    ),
    citations: FORMAT,
    looks: &[Look::Upkeep],
    page: include_str!("qd905.md"),
    ..Rule::BLANK
};

/// An entry of which not all findings are there: as long as it stays a new fault of the same kind would go unseen.
pub(super) fn finding(stale: &StaleEntry, baseline: Option<&str>) -> Finding {
    let StaleEntry { entry, left, line } = stale;
    let place = Place { input: baseline.map(str::to_owned), line: *line, column: line.map(|_| 1), ..Place::default() };
    let aside = Aside::of_entry(entry, place);
    let (named, known) = (aside.named(), entry.count);
    let message = if *left == 0 {
        Message::new(
            format!("基线所列{}的问题已不存在", named.zh),
            format!("{}, which the baseline knows, is not there any more", named.en),
        )
    } else {
        Message::new(
            format!("基线所列{}的问题有{known}项，现只有{left}项", named.zh),
            format!("the baseline knows {known} of {}, of which {left} are left", named.en),
        )
    };
    aside.finding(&RULE, entry.found.clone().unwrap_or_default(), message)
}
