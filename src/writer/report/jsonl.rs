//! One JSON object a line: each finding with the name of its input, then those about suppressions and the
//! baseline with the file in which they are written (`unnamed` where there is none), and last the report without them.

use std::io::{self, Write};

use super::listed::{Listed, upkeep};
use crate::report::{Report, ReportLine};
use crate::writer::json::write_json_line;

pub(super) fn write(report: &Report, to: &mut dyn Write) -> io::Result<()> {
    for input in &report.inputs {
        for finding in &input.findings {
            write_json_line(&ReportLine::of_finding(&input.name, finding.clone()), &mut *to)?;
        }
    }
    for Listed { file, finding } in upkeep(report) {
        write_json_line(&ReportLine::of_finding(file, finding.clone()), &mut *to)?;
    }
    write_json_line(&ReportLine::of_summary(report), to)
}
