//! What is found about suppressions and the baseline, put together from several reports.

use std::collections::BTreeSet;

use crate::finding::{Finding, RuleCode};

/// Nothing falls under a suppression: only whoever has seen all inputs knows that.
pub(crate) const UNUSED: RuleCode = RuleCode::new(902);

/// What both found. A suppression is unused only where nothing fell under it anywhere.
pub(super) fn of_both(one: Vec<Finding>, other: Vec<Finding>) -> Vec<Finding> {
    let known = |findings: &[Finding]| -> BTreeSet<(RuleCode, String)> {
        findings.iter().map(|finding| (finding.code, finding.fingerprint.clone())).collect()
    };
    let (in_one, in_other) = (known(&one), known(&other));
    let stays = |finding: &Finding, elsewhere: &BTreeSet<(RuleCode, String)>| {
        finding.code != UNUSED || elsewhere.contains(&(finding.code, finding.fingerprint.clone()))
    };
    let one = one.into_iter().filter(|finding| stays(finding, &in_other));
    let new = other
        .into_iter()
        .filter(|finding| finding.code != UNUSED && !in_one.contains(&(finding.code, finding.fingerprint.clone())));
    let mut both: Vec<Finding> = one.chain(new).collect();
    both.sort_by(|a, b| (&a.place, a.code, &a.fingerprint).cmp(&(&b.place, b.code, &b.fingerprint)));
    both
}
