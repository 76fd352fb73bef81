//! The Code Quality report of GitLab: one array, empty where nothing was found, without a byte order mark.
//!
//! GitLab stops reading at the first entry that is not as it wants it, and takes entries of one fingerprint for one.

use std::io::{self, Write};

use serde::Serialize;

use super::listed::{Fingerprints, Listed, file_name, in_repository, listed, unlisted};
use super::words;
use crate::finding::{RuleCode, Severity};
use crate::fnv::Fnv;
use crate::lang::Lang;
use crate::report::Report;
use crate::writer::write_json;

/// The rules by which a text is no JSON, or no text at all: nothing else could be looked at.
const UNREADABLE: [RuleCode; 2] = [RuleCode::new(1), RuleCode::new(2)];

#[derive(Serialize)]
struct Entry<'a> {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    positions: Positions,
}

#[derive(Serialize)]
struct Positions {
    begin: Position,
    end: Position,
}

#[derive(Serialize, Clone, Copy)]
struct Position {
    line: u32,
    column: u32,
}

/// Where a whole file stands.
const BEGINNING: Position = Position { line: 1, column: 1 };

pub(super) fn write(report: &Report, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let mut fingerprints = Fingerprints::default();
    let mut entries: Vec<Entry<'_>> =
        listed(report).map(|listed| entry(listed, fingerprints.of(listed), lang)).collect();
    for (number, unread) in report.unread_inputs.iter().enumerate() {
        let name = file_name(&unread.name);
        entries.push(of_file("unread-input", number, name, "critical", words::unread(unread, lang)));
    }
    for (number, input) in report.inputs.iter().enumerate() {
        let more = unlisted(input);
        if more > 0 {
            let name = file_name(&input.name);
            entries.push(of_file("not-listed", number, name, "info", words::not_listed(input, more, lang)));
        }
    }
    write_json(&entries, to)
}

fn entry(listed: Listed<'_>, fingerprint: String, lang: Lang) -> Entry<'_> {
    let Listed { file, finding } = listed;
    let place = &finding.place;
    let begin = Position { line: place.line.unwrap_or(1), column: place.column.unwrap_or(1) };
    let end = Position { line: place.end_line.unwrap_or(begin.line), column: place.end_column.unwrap_or(begin.column) };
    Entry {
        description: words::message(finding, lang),
        check_name: finding.code.to_string(),
        fingerprint,
        severity: match finding.severity {
            _ if UNREADABLE.contains(&finding.code) => "critical",
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        location: Location { path: in_repository(file), positions: Positions { begin, end } },
    }
}

/// What is said of a whole file. Its fingerprint is made of other words than that of any finding, and of its number.
fn of_file<'a>(
    what: &'static str,
    number: usize,
    name: &'a str,
    severity: &'static str,
    description: String,
) -> Entry<'a> {
    let mut hash = Fnv::default();
    for part in [what, name, &number.to_string()] {
        hash.add_part(part.as_bytes());
    }
    Entry {
        description,
        check_name: what.to_owned(),
        fingerprint: format!("{what}-{:016x}", hash.finish()),
        severity,
        location: Location { path: in_repository(name), positions: Positions { begin: BEGINNING, end: BEGINNING } },
    }
}
