//! The report as lines of JSON.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{InputReport, Report};
use crate::finding::Finding;

/// 报告行: one line of a report in JSON Lines: a finding with its input, or, last of all, the summary.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ReportLine {
    /// 输入: the input in which the finding is, by its name in the summary, or the file in which a suppression or the baseline
    /// is written of which it speaks; none in the line of the summary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// 发现: the finding; none in the line of the summary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<Finding>,
    /// 概要: the report without its findings, which are the lines before, and without those that are set aside; only in the
    /// last line. Without it the report is not whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Report>,
}

impl ReportLine {
    /// The line of a finding.
    #[must_use]
    pub fn of_finding(input: &str, finding: Finding) -> Self {
        Self { input: Some(input.to_owned()), finding: Some(finding), summary: None }
    }

    /// The last line of a report.
    ///
    /// ```
    /// use qingdan::Checker;
    /// use qingdan::report::ReportLine;
    /// let report = Checker::new().check_bytes("a", b"{}");
    /// let summary = ReportLine::of_summary(&report).summary.ok_or("a summary")?;
    /// assert_eq!((report.inputs[0].findings.len(), summary.inputs[0].findings.len()), (1, 0));
    /// assert_eq!(summary.inputs[0].counts, report.inputs[0].counts);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_summary(report: &Report) -> Self {
        let Report { report_version, tool, as_of, law, beside, rules, not_built, inputs, unread_inputs, upkeep: _ } =
            report;
        let summary = Report {
            report_version: report_version.clone(),
            tool: tool.clone(),
            as_of: *as_of,
            law: law.clone(),
            beside: beside.clone(),
            rules: rules.clone(),
            not_built: not_built.clone(),
            inputs: inputs.iter().map(without_findings).collect(),
            upkeep: Vec::new(),
            unread_inputs: unread_inputs.clone(),
        };
        Self { input: None, finding: None, summary: Some(summary) }
    }
}

/// An input without its findings, of which no copy is made.
fn without_findings(input: &InputReport) -> InputReport {
    InputReport {
        name: input.name.clone(),
        bytes: input.bytes,
        sha256: input.sha256.clone(),
        spelling: input.spelling,
        parts: input.parts.clone(),
        title: input.title.clone(),
        records: input.records.clone(),
        unread: input.unread,
        skipped: input.skipped,
        source_notices: input.source_notices.clone(),
        verdicts: input.verdicts.clone(),
        coverage: input.coverage.clone(),
        counts: input.counts.clone(),
        suppressions: input.suppressions.clone(),
        baseline: input.baseline.clone(),
        set_aside: Vec::new(),
        conformance: input.conformance.clone(),
        findings: Vec::new(),
    }
}
