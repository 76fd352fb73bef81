//! Which findings become results of SARIF.

use crate::report::{InputReport, Report, SetAside};
use crate::writer::report::listed::{Listed, upkeep};

/// How many results GitHub keeps.
const MOST: usize = 5000;

/// A finding to be written, and why it is not among those that are listed, if it is not.
pub(super) struct ChosenFinding<'a> {
    pub(super) listed: Listed<'a>,
    /// None for a finding about suppressions or the baseline themselves.
    pub(super) input: Option<&'a InputReport>,
    pub(super) set_aside: Option<&'a SetAside>,
}

/// The findings that are written, and how many are not.
pub(super) struct Chosen<'a> {
    pub(super) results: Vec<ChosenFinding<'a>>,
    pub(super) left_out: usize,
}

impl<'a> Chosen<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        let mut results: Vec<ChosenFinding<'a>> = Vec::new();
        for input in &report.inputs {
            let listed = input.findings.iter().map(|finding| (finding, None));
            let set_aside = input.set_aside.iter().map(|aside| (&aside.finding, Some(aside)));
            results.extend(listed.chain(set_aside).map(|(finding, set_aside)| ChosenFinding {
                listed: Listed::new(input, finding),
                input: Some(input),
                set_aside,
            }));
        }
        results.extend(upkeep(report).map(|listed| ChosenFinding { listed, input: None, set_aside: None }));
        let left_out = results.len().saturating_sub(MOST);
        if left_out > 0 {
            results.sort_by_key(|result| (result.set_aside.is_some(), result.listed.finding.severity));
            results.truncate(MOST);
        }
        Self { results, left_out }
    }
}
