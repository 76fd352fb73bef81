//! QD307: the promised limit is longer than the statutory one.

use std::collections::HashMap;

use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::law::days::{fewest_working_days, most_working_days};
use crate::model::{Branch, Pointer, TimeLimit, field};
use crate::rule::{Findings, ItemSeen, Look, Period, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(307),
    name: "promise-over-statutory",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("承诺办结时限超过法定办结时限", "the promised limit is longer than the statutory one"),
    unit: two("每个承诺时限一项", "one a promised limit"),
    help: two(
        "承诺办结时限不得超过法定办结时限；核对两个时限的数值和单位",
        "promise no more time than the law gives; look at the amounts and units of both",
    ),
    citations: &[Provision { document: "优化营商环境条例", clause: "第三十六条" }],
    period: Some(Period::since("2020-01-01")),
    reads: &[
        &[
            field!(licensing_items: LicensingItem, statutory_limits),
            field!(licensing_items: LicensingItem, promised_limits),
        ],
        &[field!(service_items: ServiceItem, statutory_limits), field!(service_items: ServiceItem, promised_limits)],
    ],
    looks: &[Look::Item(promise_over_statutory)],
    page: include_str!("qd307.md"),
    ..Rule::BLANK
};

fn promise_over_statutory(_: &Scope<'_>, item: ItemSeen<'_>, findings: &mut Findings<'_>) {
    if !item.in_force() {
        return;
    }
    if item.promised_limits().is_empty() {
        return;
    }
    let statutory = by_branch(item.statutory_limits());
    for (index, promise) in item.promised_limits().iter().enumerate() {
        let Some((law_index, law)) = counterpart(&statutory, promise.branch.as_ref()) else { continue };
        if !certainly_longer(promise, law) {
            continue;
        }
        let at = |list: &str, index: usize| Pointer::element(list, index).below("amount");
        let (promise_zh, law_zh) = (promise.in_chinese(), law.in_chinese());
        let (promise_en, law_en) = (promise.in_english(), law.in_english());
        findings
            .at(
                at("promised_limits", index),
                format!("承诺办结时限{promise_zh}，超过法定办结时限{law_zh}"),
                format!("{promise_en} are promised, and the statutory limit is {law_en}"),
            )
            .found(&promise.amount.to_string())
            .expected(format!("不超过{law_zh}"), format!("at most {law_en}"))
            .related_below(at("statutory_limits", law_index), "法定办结时限", "the statutory limit");
    }
}

/// The statutory limit to hold a promise against: of the same branch, or else the one for all branches.
fn counterpart<'a>(statutory: &ByBranch<'a>, branch: Option<&Branch>) -> Option<(usize, &'a TimeLimit)> {
    statutory.get(&branch).or_else(|| statutory.get(&None)).copied().flatten()
}

/// The limit of each branch; none where it has several, which are stages or cases that are not told apart: which one
/// counts is not known.
type ByBranch<'a> = HashMap<Option<&'a Branch>, Option<(usize, &'a TimeLimit)>>;

fn by_branch(limits: &[TimeLimit]) -> ByBranch<'_> {
    let mut by_branch = ByBranch::new();
    for (index, limit) in limits.iter().enumerate() {
        let several = |known: &mut Option<(usize, &TimeLimit)>| *known = None;
        by_branch.entry(limit.branch.as_ref()).and_modify(several).or_insert(Some((index, limit)));
    }
    by_branch
}

/// Whether a promise is longer than a limit however the units are converted.
fn certainly_longer(promise: &TimeLimit, law: &TimeLimit) -> bool {
    if promise.unit == law.unit {
        return promise.amount > law.amount;
    }
    fewest_working_days(promise) > most_working_days(law)
}
