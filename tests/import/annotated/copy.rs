//! What cannot be changed as it is becomes a new workbook.

use qingdan::workbook::{CellKind, Workbook, WorkbookLimits};
use qingdan::writer::annotated::annotate_copy;
use qingdan::{Checker, Lang};
use serde_json::json;

use super::{RED, comment, comments, style};
use crate::reports::{checker, clean, data, finding, with};

fn read(name: &str, bytes: &[u8]) -> Workbook {
    Workbook::read(name, bytes, WorkbookLimits::default()).unwrap()
}

#[test]
fn the_copy_of_an_xls_has_its_values_and_says_what_it_has_not() {
    let before = read("agriculture.xls", &data("agriculture.xls"));
    let report = checker().check_bytes("agriculture.ndjson", &data("agriculture.ndjson"));
    let annotated = annotate_copy(&before, &report, Lang::Zh).unwrap();
    let after = read("agriculture.xlsx", &annotated.bytes);
    assert_eq!(before.sheets.len(), after.sheets.len());
    for (old, new) in before.sheets.iter().zip(&after.sheets) {
        assert_eq!(old.name, new.name);
        assert_eq!(old.cells().collect::<Vec<_>>(), new.cells().collect::<Vec<_>>(), "{}", old.name);
        let merges = |sheet: &qingdan::workbook::Sheet| {
            let mut areas: Vec<_> = sheet.merges().collect();
            areas.sort_by_key(|area| (area.first, area.last));
            areas
        };
        assert_eq!(merges(old), merges(new), "{}", old.name);
        let last = old.last_row().unwrap_or(0);
        let hidden =
            |sheet: &qingdan::workbook::Sheet| (1..=last).filter(|&row| sheet.is_row_hidden(row)).collect::<Vec<_>>();
        assert_eq!(hidden(old), hidden(new), "{}", old.name);
    }
    let of_file = report.findings().filter(|finding| finding.source.is_some()).count();
    assert!(of_file > 0);
    assert_eq!(annotated.findings_marked + annotated.findings_without_cell, u64::try_from(of_file).unwrap());
    assert!(annotated.kept.lost[0].zh.contains("公式") && annotated.kept.lost[0].en.contains("formulas"));
    assert_eq!(annotated.bytes, annotate_copy(&before, &report, Lang::Zh).unwrap().bytes);
}

/// Codes stay texts, and nothing becomes a formula.
#[test]
fn the_copy_of_a_table_of_text_has_its_texts() {
    let table = "事项编码,事项名称\n0116000000001,=HYPERLINK(\"a\")\n1.0,取水许可\n";
    let before = read("清单.csv", table.as_bytes());
    let source = json!({ "source": "s", "file": "清单.csv", "row": 3, "columns": "A" });
    let report = with(vec![finding(&json!({ "source": source }))]);
    let annotated = annotate_copy(&before, &report, Lang::Zh).unwrap();
    let after = read("清单.xlsx", &annotated.bytes);
    assert_eq!(after.sheets[0].name, "清单");
    assert_eq!(before.sheets[0].cells().collect::<Vec<_>>(), after.sheets[0].cells().collect::<Vec<_>>());
    assert!(after.sheets[0].cells().all(|(_, cell)| cell.kind == CellKind::Text));
    assert_eq!(annotated.findings_marked, 1);
    assert_eq!(style(&annotated.bytes, "xl/worksheets/sheet1.xml", "A3").fill.as_deref(), Some(RED));
    assert!(comment(&annotated.bytes, "xl/comments1.xml", "A3").contains("问题：日期不存在"));
    assert_eq!(comments(&annotated.bytes, "xl/comments1.xml").len(), 1);
}

#[test]
fn texts_longer_than_a_cell_are_cut_and_told() {
    let table = format!("a,b\n{},c\n{},d\n", "许".repeat(32_767), "许".repeat(32_768));
    let copy = annotate_copy(&read("a.csv", table.as_bytes()), &clean(), Lang::En).unwrap();
    let after = read("a.xlsx", &copy.bytes);
    let lengths: Vec<usize> = after.sheets[0].cells().map(|(_, cell)| cell.text.chars().count()).collect();
    assert_eq!(lengths, [1, 1, 32_767, 1, 32_767, 1]);
    assert!(copy.kept.lost.iter().any(|lost| lost.en.starts_with("1 texts")), "{:?}", copy.kept);
}

#[test]
fn an_empty_table_is_a_workbook() {
    let copy = annotate_copy(&read("a.csv", b"a,b\n"), &Checker::new().check_bytes("a.json", b"{}"), Lang::En).unwrap();
    assert_eq!(read("a.xlsx", &copy.bytes).sheets[0].cells().count(), 2);
}
