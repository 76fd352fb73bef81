//! Four workbooks as published, held against what two other programs read in them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::time::Instant;

use calamine::{Data, Reader, Xls, Xlsx};
use qingdan::workbook::{CellKind, CellRef, Sheet, Visibility, Workbook, WorkbookFormat, column_letters};
use serde_json::Value;

use super::{published, read, text};

const FILES: [&str; 4] = ["agriculture.xls", "transport.xlsx", "ecology.xls", "fire_rescue.xlsx"];

fn merges(workbook: &Workbook) -> usize {
    workbook.sheets.iter().map(|sheet| sheet.merges().count()).sum()
}

fn names(workbook: &Workbook) -> Vec<&str> {
    workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect()
}

#[test]
fn the_sheets_and_merged_cells_are_those_counted_before() {
    let [agriculture, transport, ecology, fire] = FILES.map(|file| read(&published(file)).unwrap());
    assert_eq!([&agriculture, &transport, &ecology, &fire].map(merges), [8, 5_099, 2, 2]);
    assert_eq!(
        names(&agriculture)[..4],
        ["行政许可（11项）", "行政强制（21项）", "行政处罚（254项）", "行政征收（ 1 项）"]
    );
    assert_eq!(agriculture.sheets.len(), 9);
    assert_eq!(names(&transport), ["打印版"]);
    assert_eq!(names(&ecology)[0], "市生态环境局（217项）");
    assert_eq!(names(&fire)[0], "Sheet1");
    // The last one says `.xlsx` and is none.
    assert_eq!(
        [&agriculture, &transport, &ecology, &fire].map(|workbook| workbook.format),
        [WorkbookFormat::Xls, WorkbookFormat::Xlsx, WorkbookFormat::Xls, WorkbookFormat::Xls]
    );
}

#[test]
fn two_rows_of_one_sheet_are_hidden() {
    let workbook = read(&published("agriculture.xls")).unwrap();
    let hidden: BTreeMap<&str, Vec<_>> = workbook
        .sheets
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.hidden_rows().collect::<Vec<_>>()))
        .filter(|(_, rows)| !rows.is_empty())
        .collect();
    assert_eq!(hidden, BTreeMap::from([("行政征收（ 1 项）", vec![2..=3])]));
    let levy = workbook.sheets.iter().find(|sheet| sheet.name == "行政征收（ 1 项）").unwrap();
    assert_eq!([1, 2, 3, 4].map(|row| levy.is_row_hidden(row)), [false, true, true, false]);
}

#[test]
fn the_days_dragged_down_ten_merged_cells_stand_in_their_rows() {
    let workbook = read(&published("transport.xlsx")).unwrap();
    let sheet = &workbook.sheets[0];
    let days = (36..=66).map(|day| format!("2019年4月{day}日"));
    let days: Vec<String> = days.collect();
    let dragged = sheet.cells().filter(|(_, cell)| days.iter().any(|day| cell.text.contains(day)));
    // Row 25 is a cell of its own.
    let rows = dragged.map(|(at, _)| sheet.merged(at).map_or((at.row, at.row), |area| (area.first.row, area.last.row)));
    let rows: BTreeSet<(u32, u32)> = rows.collect();
    assert_eq!((rows.len(), rows.first().unwrap().0, rows.last().unwrap().1), (10, 6, 29));
}

/// The columns of a sheet by field, as the converted catalog names them.
fn sources(header: &Value) -> BTreeMap<String, (String, BTreeMap<String, u16>)> {
    let column = |letters: &Value| format!("{}1", letters.as_str().unwrap()).parse::<CellRef>().unwrap().column;
    let of = |source: &Value| {
        let columns = source["columns"].as_object().unwrap();
        let columns = columns.iter().map(|(field, letters)| (field.clone(), column(letters))).collect();
        let name = source["sheet"].as_str().unwrap().to_owned();
        (source["id"].as_str().unwrap().to_owned(), (name, columns))
    };
    header["sources"].as_array().unwrap().iter().map(of).collect()
}

#[test]
fn cells_say_what_another_program_read_in_them() {
    let mut compared = 0;
    for file in FILES {
        let workbook = read(&published(file)).unwrap();
        let (stem, _) = file.split_once('.').unwrap();
        let lines = String::from_utf8(published(&format!("{stem}.ndjson"))).unwrap();
        let mut lines = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let sources = sources(&lines.next().unwrap()["header"]);
        for item in lines.filter_map(|mut line| line.as_object_mut().unwrap().remove("power_item")) {
            let (name, columns) = &sources[item["source"]["source"].as_str().unwrap()];
            let sheet = workbook.sheets.iter().find(|sheet| sheet.name == *name).unwrap();
            let row = u32::try_from(item["source"]["row"].as_u64().unwrap()).unwrap();
            let mut agrees = |field: &str, expected: &Value| {
                let Some(expected) = expected.as_str() else { return };
                let at = CellRef::new(row, columns[field]);
                let found = sheet.shown(at).map(|(_, cell)| cell.text.as_str());
                assert_eq!(found, Some(expected), "{file} {name} {at}");
                compared += 1;
            };
            agrees("basis", &item["basis"][0]["text"]);
            agrees("responsibilities.content", &item["responsibilities"][0]["content"]);
            agrees("responsibilities.basis", &item["responsibilities"][0]["basis"][0]["text"]);
            agrees("accountability.circumstance", &item["accountability"][0]["circumstance"]);
            agrees("code", &item["code"]);
            let whole = &item["extensions"]["事项名称"];
            agrees("name", if whole.is_null() { &item["name"] } else { whole });
        }
    }
    assert!(compared > 3_000, "{compared}");
}

/// The cells of all sheets, as calamine reads them.
fn by_calamine(bytes: &[u8]) -> Vec<(String, BTreeMap<CellRef, Data>, BTreeSet<String>)> {
    fn cells(range: &calamine::Range<Data>) -> BTreeMap<CellRef, Data> {
        let (top, left) = range.start().unwrap_or_default();
        let at = |row: usize, column: usize| {
            CellRef::new(top + u32::try_from(row).unwrap() + 1, u16::try_from(left as usize + column).unwrap() + 1)
        };
        range.used_cells().map(|(row, column, data)| (at(row, column), data.clone())).collect()
    }
    let area = |area: &calamine::Dimensions| {
        let at =
            |(row, column): (u32, u32)| format!("{}{}", column_letters(u16::try_from(column).unwrap() + 1), row + 1);
        format!("{}:{}", at(area.start), at(area.end))
    };
    if bytes.starts_with(b"PK") {
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        let of = |name: String| {
            let merged = book.merge_cells_by_sheet_name(&name).unwrap().iter().map(area).collect();
            let cells = cells(&book.worksheet_range(&name).unwrap());
            (name, cells, merged)
        };
        names.into_iter().map(of).collect()
    } else {
        let mut book = Xls::new(Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        let of = |name: String| {
            let merged = book.merge_cells_by_sheet_name(&name).unwrap().iter().map(area).collect();
            let cells = cells(&book.worksheet_range(&name).unwrap());
            (name, cells, merged)
        };
        names.into_iter().map(of).collect()
    }
}

/// Run by hand: `cargo test --release --all-features --test import -- --ignored`.
#[test]
#[ignore = "it measures time, which says something in a release build on a quiet machine alone"]
fn reading_takes_less_than_twice_the_time_of_calamine() {
    let files = FILES.map(published);
    let time = |read: &dyn Fn(&[u8])| {
        let times = (0..15).map(|_| {
            let start = Instant::now();
            for bytes in &files {
                read(bytes);
            }
            start.elapsed()
        });
        times.min().unwrap()
    };
    let ours = time(&|bytes| drop(read(bytes).unwrap()));
    let theirs = time(&|bytes| drop(by_calamine_alone(bytes)));
    assert!(ours < theirs * 2, "{ours:?} and {theirs:?}");
}

/// The cells and merged areas of all sheets, as calamine hands them over.
fn by_calamine_alone(bytes: &[u8]) -> Vec<(calamine::Range<Data>, Vec<calamine::Dimensions>)> {
    if bytes.starts_with(b"PK") {
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        let of = |name: &String| (book.worksheet_range(name).unwrap(), book.merge_cells_by_sheet_name(name).unwrap());
        names.iter().map(of).collect()
    } else {
        let mut book = Xls::new(Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        let of = |name: &String| (book.worksheet_range(name).unwrap(), book.merge_cells_by_sheet_name(name).unwrap());
        names.iter().map(of).collect()
    }
}

fn areas(sheet: &Sheet) -> BTreeSet<String> {
    sheet.merges().map(|area| format!("{}:{}", area.first, area.last)).collect()
}

#[test]
fn calamine_reads_the_same_cells_and_merged_areas() {
    let mut compared = 0;
    for file in FILES {
        let bytes = published(file);
        let workbook = read(&bytes).unwrap();
        let theirs = by_calamine(&bytes);
        assert_eq!(names(&workbook), theirs.iter().map(|(name, ..)| name.as_str()).collect::<Vec<_>>());
        for (sheet, (_, cells, merged)) in workbook.sheets.iter().zip(&theirs) {
            assert_eq!(areas(sheet), *merged, "{file} {}", sheet.name);
            let theirs = cells.iter().filter(|(_, data)| !data.to_string().is_empty());
            let theirs: Vec<_> = theirs.map(|(at, data)| (*at, data.to_string())).collect();
            let ours: Vec<_> = sheet.cells().map(|(at, cell)| (at, cell.text.clone())).collect();
            assert_eq!(ours, theirs, "{file} {}", sheet.name);
            compared += ours.len();
        }
    }
    assert!(compared > 10_000, "{compared}");
}

#[test]
fn sequence_numbers_are_numbers_and_have_no_point() {
    let workbook = read(&published("ecology.xls")).unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!(sheet.visibility, Visibility::Visible);
    let numbers: Vec<_> = sheet.cells().filter(|(at, cell)| at.column == 1 && cell.kind == CellKind::Number).collect();
    assert!(numbers.len() >= 200, "{}", numbers.len());
    assert!(numbers.iter().all(|(_, cell)| cell.text.bytes().all(|byte| byte.is_ascii_digit())));
    assert_eq!(text(sheet, "A3"), Some("1"));
}
