//! QD901: a suppression whose last day has passed.

use super::aside::Aside;
use super::grounds::FORMAT;
use crate::finding::{Aspect, Finding, RuleCode, Severity};
use crate::lang::{Message, two};
use crate::report::{SuppressionReport, SuppressionState};
use crate::rule::{Look, Rule};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(901),
    name: "suppression-expired",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("搁置已过期", "a suppression whose last day has passed"),
    unit: two("每条搁置一项", "one a suppression"),
    help: two(
        "改正所涉问题；确需继续搁置的，由负责人重新确认理由和有效期",
        "mend what was set aside; if it must wait longer, have whoever answers for it say so anew, with a new last day",
    ),
    citations: FORMAT,
    looks: &[Look::Upkeep],
    page: include_str!("qd901.md"),
    ..Rule::BLANK
};

/// A suppression that holds no more: what it set aside is listed again.
pub(super) fn finding(told: &SuppressionReport) -> Option<Finding> {
    if told.state != SuppressionState::Expired {
        return None;
    }
    let aside = Aside::of_suppression(&told.suppression);
    let (named, until) = (aside.named(), told.suppression.until);
    let message = Message::new(
        format!("{}的搁置有效期至{}，已过期，所搁置的问题重新列出", named.zh, until.in_chinese()),
        format!("the suppression of {} held until {until}; what it set aside is listed again", named.en),
    );
    Some(aside.finding(&RULE, until.to_string(), message))
}
