//! The report as a workbook for the offices: every finding in it, nothing in it that does anything.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use qingdan::writer::{ReportFormat, ReportOptions, write_report, write_worklist};
use qingdan::{Lang, Report, Severity};
use zip::ZipArchive;

mod hostile;
mod looks;
mod told;

fn written(report: &Report, lang: Lang) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_worklist(report, &ReportOptions::new(lang), &mut bytes).unwrap();
    bytes
}

/// The sheets by their names, in order.
fn sheets(bytes: &[u8]) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    book.worksheets()
}

/// The texts of all cells of a sheet.
fn texts(sheet: &Range<Data>) -> Vec<Vec<String>> {
    sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// The rows of all sheets but the cover, without the heads of columns.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    sheets(bytes).iter().skip(1).flat_map(|(_, sheet)| texts(sheet).split_off(1)).collect()
}

/// How many findings a row tells of.
fn times(row: &[String]) -> usize {
    let words = regex::Regex::new(r"（共([0-9]+)处）［|\(([0-9]+) times\) \[").unwrap();
    words.captures(&row[5]).map_or(1, |found| found.get(1).or(found.get(2)).unwrap().as_str().parse().unwrap())
}

fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|number| {
            let mut file = archive.by_index(number).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn the_format_is_one_of_the_report() {
    assert_eq!(ReportFormat::NAMES.last(), Some(&"xlsx"));
    assert_eq!(ReportFormat::Xlsx.title_zh(), "整改台账");
    let report = crate::reports::transport();
    let mut bytes = Vec::new();
    write_report(&report, "xlsx".parse().unwrap(), &ReportOptions::new(Lang::Zh), &mut bytes).unwrap();
    // The same report gives the same bytes.
    assert_eq!(bytes, written(&report, Lang::Zh));
    assert!(report.count(Severity::Error) > 0);
}

#[test]
fn the_command_writes_it_beside_what_it_shows() {
    let here = std::env::temp_dir().join(format!("qingdan-worklist-{}", std::process::id()));
    std::fs::create_dir_all(&here).unwrap();
    std::fs::write(here.join("transport.ndjson"), crate::reports::data("transport.ndjson")).unwrap();
    let run = |args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_qingdan"));
        command.current_dir(&here).args(["check", "transport.ndjson", "--as-of", "2026-11-25", "--lang", "zh"]);
        command.args(args).output().unwrap()
    };
    let ran = run(&["--report", "xlsx=台账/整改台账.xlsx", "--quiet"]);
    assert_eq!(ran.status.code(), Some(1), "{}", String::from_utf8_lossy(&ran.stderr));
    let file = std::fs::read(here.join("台账/整改台账.xlsx")).unwrap();
    assert_eq!(sheets(&file)[1].0, "市交通运输局");
    // To a pipe it goes as it is.
    assert_eq!(run(&["--format", "xlsx"]).stdout, file);
    std::fs::remove_dir_all(&here).unwrap();
}
