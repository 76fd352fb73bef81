//! The report in every format: one set of findings, and nothing in any of them on which anybody acts.

use qingdan::writer::{ReportFormat, ReportOptions, write_report};
use qingdan::{Checker, Lang, Report};

mod forms;
mod hostile;
mod poison;
mod positions;
mod read;
pub(crate) mod runner;
mod sarif;

/// The formats that are text; `tests/import/worklist` has the workbook.
pub(crate) fn texts() -> impl Iterator<Item = ReportFormat> {
    ReportFormat::ALL.iter().copied().filter(|format| format.as_str() != "xlsx")
}

/// What a writer writes.
pub(crate) fn written(report: &Report, format: ReportFormat, lang: Lang) -> String {
    let mut bytes = Vec::new();
    write_report(report, format, &ReportOptions::new(lang), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn checker() -> Checker {
    Checker::new().as_of("2026-11-25".parse().unwrap())
}

/// The faulty sample, of which every format tells much.
fn faulty() -> Report {
    checker().check_bytes("examples/catalogs/hangjin-faulty.json", &crate::samples::bytes("hangjin-faulty.json"))
}
