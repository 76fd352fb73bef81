//! The report of a check in every format: one set of findings, one writer a file.
//!
//! Findings that are set aside or known are not among those that the writers list; SARIF alone has a place for them. What
//! could not be read stands in every format.

use std::io::{self, Write};

use crate::lang::Lang;
use crate::report::Report;
use crate::writer::report_format::{ReportFormat, ReportOptions};
use crate::writer::write_json;
use crate::writer::{human, report_html};

mod concise;
mod csv;
mod github;
mod gitlab;
mod jsonl;
mod junit;
mod listed;
mod markdown;
mod sarif;
mod words;

/// Writes a report in one of its formats.
///
/// All formats tell of the same findings with the same codes and places. Human text has no excerpts of the source here;
/// [`human::write_findings`] shows them.
///
/// ```
/// use qingdan::writer::{ReportFormat, ReportOptions, write_report};
/// use qingdan::{Checker, Lang};
/// let bytes = br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
///   "organizations": [{"id": "water", "name": 5, "kind": "department"}]}"#;
/// let report = Checker::new().check_bytes("catalog.json", bytes);
/// let mut lines = Vec::new();
/// write_report(&report, ReportFormat::Concise, &ReportOptions::new(Lang::En), &mut lines)?;
/// assert_eq!(
///     String::from_utf8(lines)?,
///     "catalog.json:2:45: error[QD005] expected text, found the number `5` (/organizations/0/name; organization water)\n",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// What the writer reports.
pub fn write_report(
    report: &Report,
    format: ReportFormat,
    options: &ReportOptions,
    mut to: impl Write,
) -> io::Result<()> {
    let to: &mut dyn Write = &mut to;
    let lang = options.lang;
    match format {
        ReportFormat::Human => write_human(report, lang, to),
        ReportFormat::Concise => concise::write(report, lang, to),
        ReportFormat::Json => write_json(report, to),
        ReportFormat::Jsonl => jsonl::write(report, to),
        ReportFormat::Sarif => sarif::write(report, lang, to),
        ReportFormat::Github => github::write(report, lang, to),
        ReportFormat::Gitlab => gitlab::write(report, lang, to),
        ReportFormat::Junit => junit::write(report, *options, to),
        ReportFormat::Markdown => markdown::write(report, lang, to),
        ReportFormat::Html => report_html::write_html(report, lang, to),
        ReportFormat::Csv => csv::write(report, lang, to),
        #[cfg(feature = "import")]
        ReportFormat::Xlsx => crate::writer::worklist::write_worklist(report, options, to),
    }
}

fn write_human(report: &Report, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let options = human::Options { max_findings: usize::MAX, ..human::Options::new(lang) };
    for input in &report.inputs {
        human::write_findings(input, None, &options, &mut *to)?;
    }
    for unread in &report.unread_inputs {
        writeln!(to, "{}\n", words::unread_line(unread, lang))?;
    }
    human::write_upkeep(report, &options, &mut *to)?;
    human::write_summary(report, &options, to)
}
