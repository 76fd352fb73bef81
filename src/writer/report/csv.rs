//! The findings as a table for spreadsheets: one row a finding.

use std::io::{self, Write};

use csv::Terminator;

use super::listed::{Listed, file_name, listed, unlisted};
use super::words;
use crate::finding::{Finding, Severity, SourceCell};
use crate::lang::Lang;
use crate::model::Id;
use crate::report::Report;
use crate::writer::{LONGEST_MESSAGE, harmless, say};

/// The columns: official terms for those who read Chinese, field names for programs.
const COLUMNS: [(&str, &str); 20] = [
    ("文件", "file"),
    ("行", "line"),
    ("列", "column"),
    ("严重程度", "severity"),
    ("规则编号", "code"),
    ("规则", "title"),
    ("判断方面", "aspect"),
    ("说明", "message"),
    ("整改建议", "help"),
    ("依据", "ground"),
    ("责任部门", "body"),
    ("记录类型", "kind"),
    ("记录标识", "id"),
    ("记录名称", "name"),
    ("实际值", "found"),
    ("应为", "expected"),
    ("原表", "sheet"),
    ("原表单元格", "cells"),
    ("位置", "pointer"),
    ("指纹", "fingerprint"),
];

/// Writes the findings as comma-separated values, RFC 4180, with a byte order mark, without which spreadsheets take
/// Chinese for another encoding. A text that a spreadsheet would take for a formula is written after an apostrophe.
pub(super) fn write(report: &Report, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    to.write_all("\u{feff}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to);
    table.write_record(COLUMNS.map(|(zh, en)| say(lang, zh, en)))?;
    for listed in listed(report) {
        table.write_record(row(report, listed, lang))?;
    }
    for unread in &report.unread_inputs {
        let severity = words::severity(Severity::Error, lang);
        table.write_record(of_file(&unread.name, severity, &words::unread(unread, lang)))?;
    }
    for input in &report.inputs {
        match unlisted(input) {
            0 => {}
            more => table.write_record(of_file(&input.name, "", &words::not_listed(input, more, lang)))?,
        }
    }
    table.flush()
}

fn row(report: &Report, listed: Listed<'_>, lang: Lang) -> [String; COLUMNS.len()] {
    let Listed { file, finding } = listed;
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let record = finding.record.as_ref();
    let text = |text: Option<&str>| text.map(cell).unwrap_or_default();
    let (sheet, cells) = finding.source.as_ref().map(source).unwrap_or_default();
    [
        cell(file),
        number(finding.place.line),
        number(finding.place.column),
        words::severity(finding.severity, lang).to_owned(),
        finding.code.to_string(),
        harmless(&words::title(report, finding.code, lang)),
        say(lang, finding.aspect.title_zh(), finding.aspect.as_str()).to_owned(),
        harmless(&words::message(finding, lang)),
        harmless(&words::help(report, finding, lang)),
        harmless(&words::grounds(report, finding.code).join(say(lang, "；", "; "))),
        harmless(&words::body(finding)),
        record.map_or_else(String::new, |record| words::kind(record.kind, lang).to_owned()),
        text(record.and_then(|record| record.id.as_ref()).map(Id::as_str)),
        text(record.and_then(|record| record.name.as_deref())),
        text(finding.found.as_deref()),
        cell(&expected(finding, lang)),
        sheet,
        cells,
        cell(finding.place.pointer.as_str()),
        cell(&finding.fingerprint),
    ]
}

/// A text of the data in a cell, which may not be longer than spreadsheets take.
fn cell(text: &str) -> String {
    harmless(&crate::print::cut(text, LONGEST_MESSAGE))
}

/// What is allowed there, as values or in words.
fn expected(finding: &Finding, lang: Lang) -> String {
    match &finding.expected {
        Some(expected) if finding.allowed.is_empty() => expected.text(lang).to_owned(),
        _ => finding.allowed.join(say(lang, "；", "; ")),
    }
}

/// The sheet of the source, and the cells in it, as spreadsheets name them.
fn source(source: &SourceCell) -> (String, String) {
    let sheet = source.sheet.as_ref().or(source.file.as_ref()).map_or(source.source.as_str(), String::as_str);
    let row = source.row.map(|row| row.to_string()).unwrap_or_default();
    (cell(sheet), cell(&format!("{}{row}", source.columns.as_deref().unwrap_or_default())))
}

/// What is said of a whole file.
fn of_file(name: &str, severity: &str, message: &str) -> [String; COLUMNS.len()] {
    let mut row: [String; COLUMNS.len()] = Default::default();
    let [file, _, _, level, _, _, _, text, ..] = &mut row;
    *file = cell(file_name(name));
    severity.clone_into(level);
    *text = harmless(message);
    row
}
