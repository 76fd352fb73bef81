//! One line a finding, as compilers and `grep` write them: editors and problem matchers know the form.

use std::io::{self, Write};

use super::listed::{Listed, listed, unlisted};
use super::words;
use crate::lang::Lang;
use crate::print::{cut, printable};
use crate::report::Report;
use crate::writer::LONGEST_NAME;

/// Writes `file:line:column: error[code] message (pointer; record)`. The severity is in English in both languages, as
/// problem matchers look for it.
pub(super) fn write(report: &Report, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    for Listed { file, finding } in listed(report) {
        let pointer = Some(finding.place.pointer.as_str()).filter(|pointer| !pointer.is_empty());
        let pointer = pointer.map(|pointer| cut(pointer, LONGEST_NAME));
        let record = finding.record.as_ref().map(|record| words::record(record, lang));
        let details: Vec<String> = pointer.into_iter().chain(record).collect();
        let details = if details.is_empty() { String::new() } else { format!(" ({})", details.join("; ")) };
        let (severity, code) = (finding.severity, finding.code);
        let (place, message) = (words::place(file, finding), words::message(finding, lang));
        line(&format!("{place}: {severity}[{code}] {message}{details}"), to)?;
    }
    for unread in &report.unread_inputs {
        line(&words::unread_line(unread, lang), to)?;
    }
    for input in &report.inputs {
        match unlisted(input) {
            0 => {}
            more => line(&words::not_listed(input, more, lang), to)?,
        }
    }
    Ok(())
}

/// A line: harmless as a whole, too, as parts that are harmless alone may make a command together.
fn line(text: &str, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "{}", printable(text))
}
