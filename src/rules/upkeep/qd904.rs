//! QD904: a suppression that ends soon.

use super::aside::Aside;
use super::grounds::FORMAT;
use crate::finding::{Aspect, Finding, RuleCode, Severity};
use crate::lang::{Message, two};
use crate::model::Date;
use crate::report::{SuppressionReport, SuppressionState};
use crate::rule::{Look, Rule};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(904),
    name: "suppression-expiring",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("搁置即将到期", "a suppression that ends soon"),
    unit: two("每条搁置一项", "one a suppression"),
    help: two(
        "在到期前改正所涉问题，或者由负责人重新确认理由和有效期",
        "mend what was set aside before that day, or have whoever answers for it say so anew",
    ),
    citations: FORMAT,
    looks: &[Look::Upkeep],
    page: include_str!("qd904.md"),
    ..Rule::BLANK
};

/// How many days before its end a suppression is told of.
const DAYS_BEFORE: u32 = 30;

/// A suppression in use that ends within thirty days.
pub(super) fn finding(told: &SuppressionReport, as_of: Option<Date>) -> Option<Finding> {
    let until = told.suppression.until;
    let left = until.days_since(as_of?).filter(|&left| left <= DAYS_BEFORE)?;
    if told.state != SuppressionState::Used {
        return None;
    }
    let aside = Aside::of_suppression(&told.suppression);
    let named = aside.named();
    let days = if left == 1 { "1 day".to_owned() } else { format!("{left} days") };
    let message = Message::new(
        format!("{}的搁置有效期至{}，距检查日期{left}天", named.zh, until.in_chinese()),
        format!("the suppression of {} holds until {until}, {days} after the day of the check", named.en),
    );
    Some(aside.finding(&RULE, until.to_string(), message))
}
