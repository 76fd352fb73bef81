//! Equal findings as one.

use indexmap::IndexMap;

use crate::finding::{Finding, RuleCode, Severity};
use crate::lang::Lang;

/// Findings that say the same, in the order of the first of each.
pub(in crate::writer) fn groups<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Vec<Vec<&'a Finding>> {
    type Said<'a> = (RuleCode, Severity, &'a str, &'a str);
    let mut groups: IndexMap<Said<'_>, Vec<&Finding>> = IndexMap::new();
    for finding in findings {
        let said = (finding.code, finding.severity, finding.message.zh.as_str(), finding.help(Lang::Zh));
        groups.entry(said).or_default().push(finding);
    }
    groups.into_values().collect()
}
