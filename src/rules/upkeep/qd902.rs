//! QD902: a suppression under which nothing falls.

use super::aside::Aside;
use super::grounds::FORMAT;
use crate::finding::{Aspect, Finding, Severity};
use crate::lang::{Message, two};
use crate::report::{SuppressionReport, SuppressionState, UNUSED};
use crate::rule::{Look, Rule};

pub(super) const RULE: Rule = Rule {
    code: UNUSED,
    name: "suppression-unused",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("搁置没有对应的问题", "a suppression under which nothing falls"),
    unit: two("每条搁置一项", "one a suppression"),
    help: two(
        "问题已改正的，删除该条搁置；否则核对规则编号、记录和路径",
        "where the fault was mended delete the suppression; else look at its code, record and path",
    ),
    citations: FORMAT,
    looks: &[Look::Upkeep],
    page: include_str!("qd902.md"),
    ..Rule::BLANK
};

/// A suppression that holds, and sets nothing aside in any input.
pub(super) fn finding(told: &SuppressionReport) -> Option<Finding> {
    if told.state != SuppressionState::Unused {
        return None;
    }
    let aside = Aside::of_suppression(&told.suppression);
    let named = aside.named();
    let message = Message::new(
        format!("{}的搁置没有对应的问题：问题已改正，或者编号、记录、路径有误", named.zh),
        format!(
            "nothing falls under the suppression of {}: the fault was mended, or its code, record or path is another",
            named.en
        ),
    );
    Some(aside.finding(&RULE, String::new(), message))
}
