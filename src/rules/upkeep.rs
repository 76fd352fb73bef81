//! QD9: suppressions and the baseline. These rules are about what is set aside, not about the catalog, so no verdict goes by
//! them and no coverage names them.

mod aside;
mod grounds;
mod qd901;
mod qd902;
mod qd903;
mod qd904;
mod qd905;

use super::family::Family;
use crate::baseline::StaleEntry;
use crate::finding::{Finding, Severity};
use crate::model::Date;
use crate::report::SuppressionReport;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[qd901::RULE, qd902::RULE, qd903::RULE, qd904::RULE, qd905::RULE];

/// The first digit of their codes.
pub(crate) const FAMILY_NUMBER: u16 = 9;

/// What is to be said of these suppressions and of this baseline, by the rules that are wanted at their levels.
pub(crate) fn findings(
    suppressions: &[SuppressionReport],
    stale: &[StaleEntry],
    (baseline, as_of): (Option<&str>, Option<Date>),
    level: impl Fn(&Rule) -> Option<Severity>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for told in suppressions {
        findings.extend(qd901::finding(told));
        findings.extend(qd902::finding(told));
        findings.extend(qd903::finding(told));
        findings.extend(qd904::finding(told, as_of));
    }
    findings.extend(stale.iter().map(|entry| qd905::finding(entry, baseline)));
    findings.retain_mut(|finding| {
        let rule = RULES.iter().find(|rule| rule.code == finding.code);
        let Some(severity) = rule.and_then(&level) else { return false };
        finding.severity = severity;
        true
    });
    findings
}
