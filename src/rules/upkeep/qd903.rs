//! QD903: a suppression that is too broad.

use super::aside::Aside;
use super::grounds::FORMAT;
use crate::finding::{Aspect, Finding, RuleCode, Severity};
use crate::lang::{Message, two};
use crate::report::SuppressionReport;
use crate::rule::{Look, Rule};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(903),
    name: "suppression-over-broad",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("搁置范围过宽", "a suppression that is too broad"),
    unit: two("每条搁置一项", "one a suppression"),
    help: two(
        "每处问题各写一条，写明路径（报告中的 identity_path，没有的为 path）",
        "write one for each place, with its path (`identity_path` of the report, or `path` where there is none)",
    ),
    citations: FORMAT,
    looks: &[Look::Upkeep],
    page: include_str!("qd903.md"),
    ..Rule::BLANK
};

/// A suppression that names no path, and sets aside what stands at several: what comes there later would be hidden too.
pub(super) fn finding(told: &SuppressionReport) -> Option<Finding> {
    if told.suppression.path.is_some() || told.suppression.record.is_none() || told.paths < 2 {
        return None;
    }
    let aside = Aside::of_suppression(&told.suppression);
    let (named, paths) = (aside.named(), told.paths);
    let message = Message::new(
        format!("{}的搁置未写明路径，覆盖{paths}处；以后在该记录中出现的同类问题也不会列出", named.zh),
        format!(
            "the suppression of {} names no path and covers {paths} places; what comes there later is hidden too",
            named.en
        ),
    );
    Some(aside.finding(&RULE, paths.to_string(), message))
}
