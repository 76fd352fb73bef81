//! What several writers of a report say in the same words. All of it is harmless to print.

use crate::finding::{Finding, RecordKey};
use crate::lang::Lang;
use crate::model::Kind;
use crate::print::{cut, excerpt};
use crate::report::{InputReport, UnreadInput};
pub(super) use crate::writer::told::{grounds, help, message, severity, title};
use crate::writer::{LONGEST_MESSAGE, LONGEST_NAME, say};

/// A kind of record.
pub(super) fn kind(kind: Kind, lang: Lang) -> &'static str {
    say(lang, kind.title_zh(), kind.tag())
}

/// A record by its kind, id and name.
pub(super) fn record(record: &RecordKey, lang: Lang) -> String {
    let mut words = vec![kind(record.kind, lang).to_owned()];
    words.extend(record.id.as_ref().map(|id| excerpt(id.as_str())));
    words.extend(record.name.as_ref().map(|name| excerpt(name)));
    words.join(" ")
}

/// The body that answers for the record of a finding; empty where none is told.
pub(super) fn body(finding: &Finding) -> String {
    finding.body.as_ref().map_or_else(String::new, |body| match &body.name {
        Some(name) => excerpt(name),
        None => excerpt(body.id.as_str()),
    })
}

/// The name of a file.
pub(super) fn file(name: &str) -> String {
    cut(name, LONGEST_NAME)
}

/// A file with line and column.
pub(super) fn place(file_name: &str, finding: &Finding) -> String {
    let file = file(file_name);
    match (finding.place.line, finding.place.column) {
        (Some(line), Some(column)) => format!("{file}:{line}:{column}"),
        (Some(line), None) => format!("{file}:{line}"),
        (None, _) => file,
    }
}

/// That an input could not be read, and why.
pub(super) fn unread(unread: &UnreadInput, lang: Lang) -> String {
    let why = cut(unread.message.text(lang), LONGEST_MESSAGE);
    match lang {
        Lang::Zh => format!("无法读取，未检查：{why}"),
        Lang::En => format!("could not be read and was not checked: {why}"),
    }
}

/// An input that could not be read, on a line.
pub(super) fn unread_line(input: &UnreadInput, lang: Lang) -> String {
    format!("{}: error: {}", file(super::listed::file_name(&input.name)), unread(input, lang))
}

/// That an input has more findings than are listed.
pub(super) fn not_listed(input: &InputReport, more: u64, lang: Lang) -> String {
    let name = file(super::listed::file_name(&input.name));
    match lang {
        Lang::Zh => format!("… {name} 另有 {more} 项未列出"),
        Lang::En => format!("… {more} more findings in {name} are not listed"),
    }
}
