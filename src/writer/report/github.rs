//! Workflow commands of GitHub Actions: each finding beside its line, the gravest first.
//!
//! The runner keeps ten annotations of each level of a step and cuts messages at 4,096 characters. All findings are in
//! the log all the same, and after the tenth of a level a line says so. A message of several lines is one command.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::listed::{Listed, by_severity, file_name, in_repository, unlisted};
use super::words;
use crate::finding::{Place, Severity};
use crate::lang::Lang;
use crate::print::printable;
use crate::report::Report;
use crate::writer::say;

/// How many annotations of a level the runner keeps.
const KEPT: usize = 10;
/// The longest message that the runner keeps, in characters.
const LONGEST: usize = 4096;
/// How many files are named where annotations are too many.
const FILES: usize = 5;

pub(super) fn write(report: &Report, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let findings = by_severity(report);
    for &severity in Severity::ALL {
        let unread = if severity == Severity::Error { report.unread_inputs.as_slice() } else { &[] };
        for unread in unread {
            let file = in_repository(file_name(&unread.name));
            command(severity, &[("file", file.to_owned())], &words::unread(unread, lang), to)?;
        }
        let of_level = || findings.iter().filter(move |listed| listed.finding.severity == severity);
        let annotated = KEPT.saturating_sub(unread.len());
        for listed in of_level().take(annotated) {
            finding(report, *listed, lang, to)?;
        }
        let others: Vec<Listed<'_>> = of_level().skip(annotated).copied().collect();
        if !others.is_empty() {
            writeln!(to, "{}", printable(&in_log_only(severity, &others, lang)))?;
        }
        for listed in others {
            finding(report, listed, lang, to)?;
        }
    }
    for input in &report.inputs {
        match unlisted(input) {
            0 => {}
            more => writeln!(to, "{}", printable(&words::not_listed(input, more, lang)))?,
        }
    }
    Ok(())
}

fn finding(report: &Report, listed: Listed<'_>, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let Listed { file, finding } = listed;
    let colon = say(lang, "：", ": ");
    let mut lines = vec![words::message(finding, lang)];
    let mut add = |label: &str, text: String| {
        if !text.is_empty() {
            lines.push(format!("{label}{colon}{text}"));
        }
    };
    add(say(lang, "记录", "record"), finding.record.as_ref().map_or_else(String::new, |key| words::record(key, lang)));
    add(say(lang, "整改建议", "help"), words::help(report, finding, lang));
    add(say(lang, "依据", "ground"), words::grounds(report, finding.code).join(say(lang, "；", "; ")));
    let mut properties = vec![("file", in_repository(file).to_owned())];
    properties.extend(region(&finding.place));
    properties.push(("title", format!("{} {}", finding.code, words::title(report, finding.code, lang))));
    command(finding.severity, &properties, &lines.join("\n"), to)
}

/// Lines and columns; the runner drops columns of what is on several lines, with a warning.
fn region(place: &Place) -> Vec<(&'static str, String)> {
    let Some(line) = place.line else { return Vec::new() };
    let end_line = place.end_line.unwrap_or(line).max(line);
    let mut region = vec![("line", line.to_string()), ("endLine", end_line.to_string())];
    if end_line == line {
        region.extend(place.column.map(|column| ("col", column.to_string())));
        region.extend(place.end_column.map(|column| ("endColumn", column.to_string())));
    }
    region
}

/// Writes one command. Lines of the message are ours; nothing from data is on several.
fn command(severity: Severity, properties: &[(&str, String)], message: &str, to: &mut dyn Write) -> io::Result<()> {
    let level = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    writeln!(to, "::{level} {}::{}", properties.join(","), data(message))
}

/// The value of a property, in which nothing ends it.
fn property(value: &str) -> String {
    // No line feed is left, which would have to be escaped too.
    printable(value).replace('%', "%25").replace(':', "%3A").replace(',', "%2C")
}

/// A message: its lines made harmless one by one, and cut where the runner would cut it, between two characters.
fn data(message: &str) -> String {
    let (mut written, mut length) = (String::with_capacity(message.len()), 0_usize);
    for (number, line) in message.split('\n').enumerate() {
        let line = printable(line);
        let line_feed = if number > 0 { "%0A" } else { "" };
        let characters = line.chars().map(|c| if c == '%' { "%25".to_owned() } else { c.to_string() });
        for escaped in std::iter::once(line_feed.to_owned()).chain(characters) {
            length = length.saturating_add(escaped.chars().count());
            if length >= LONGEST {
                written.push('…');
                return written;
            }
            written.push_str(&escaped);
        }
    }
    written
}

/// That the findings which follow are in the log alone, and where they are.
fn in_log_only(severity: Severity, others: &[Listed<'_>], lang: Lang) -> String {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for listed in others {
        let count = files.entry(listed.file).or_default();
        *count = count.saturating_add(1);
    }
    let mut named: Vec<String> =
        files.iter().take(FILES).map(|(file, count)| format!("{} {count}", words::file(file))).collect();
    if files.len() > FILES {
        named.push("…".to_owned());
    }
    let (count, level) = (others.len(), words::severity(severity, lang));
    let named = named.join(say(lang, "、", ", "));
    match lang {
        Lang::Zh => format!("… 另有 {count} 项{level}见下文，只在本日志中：GitHub 每步每级只标注 {KEPT} 项（{named}）"),
        Lang::En => {
            format!(
                "… {count} more of level {level} follow in this log alone: GitHub annotates {KEPT} a step ({named})"
            )
        }
    }
}
