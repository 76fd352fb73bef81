//! One JSON object a line: each finding with the name of its input, and last the report without them.

use std::io::{self, Write};

use crate::report::{Report, ReportLine};
use crate::writer::json::write_json_line;

pub(super) fn write(report: &Report, to: &mut dyn Write) -> io::Result<()> {
    for input in &report.inputs {
        for finding in &input.findings {
            write_json_line(&ReportLine::of_finding(&input.name, finding.clone()), &mut *to)?;
        }
    }
    write_json_line(&ReportLine::of_summary(report), to)
}
