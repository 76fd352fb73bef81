//! The list of a department, as it was published.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use qingdan::Lang;
use qingdan::workbook::{Workbook, WorkbookLimits};
use qingdan::writer::annotated::annotate;
use zip::ZipArchive;

use super::{RED, changed, comment, comments, style, text, values, windows};
use crate::reports::{data, transport};

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The cells into which a date was dragged: 2019年4月36日 to 66日.
const DRAGGED: [&str; 10] = ["L6", "L8", "L10", "L13", "L15", "L19", "L22", "L25", "L26", "L28"];

#[test]
fn faulty_cells_are_marked_and_all_else_is_as_it_was() {
    let (before, report) = (data("transport.xlsx"), transport());
    let annotated = annotate("列表/transport.xlsx", &before, &report, Lang::Zh).unwrap();
    let after = &annotated.bytes;
    assert_eq!(
        changed(&before, after),
        [
            "[Content_Types].xml",
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/styles.xml",
            "xl/worksheets/_rels/sheet1.xml.rels",
            SHEET,
        ]
    );
    assert_eq!(values(&before), values(after));
    let read = |bytes: &[u8]| Workbook::read("a", bytes, WorkbookLimits::default()).unwrap().sheets;
    assert!(read(&before) == read(after), "cells, merged cells and what is hidden are as they were");
    assert!(annotated.kept.is_whole());
    // Every finding of this list says its cell.
    let all = u64::try_from(report.findings().count()).unwrap();
    assert_eq!((annotated.findings_marked, annotated.findings_without_cell), (all, 0));
    for cell in DRAGGED {
        let (old, new) = (style(&before, SHEET, cell), style(after, SHEET, cell));
        assert_eq!((new.fill.as_deref(), old.fill.as_deref() == Some(RED)), (Some(RED), false), "{cell}");
        assert_eq!(super::Style { fill: old.fill.clone(), ..new }, old, "{cell}");
    }
    let words = comment(after, "xl/comments1.xml", "L6");
    assert!(words.starts_with("【错误】") && words.contains("2019年4月36日"), "{words}");
    assert!(words.contains("（QD207）\n问题：") && words.contains("\n整改建议："), "{words}");
}

/// A window for each comment, at cells that the findings name.
#[test]
fn every_comment_has_a_window() {
    let (before, report) = (data("transport.xlsx"), transport());
    let after = annotate("transport.xlsx", &before, &report, Lang::En).unwrap().bytes;
    let told = comments(&after, "xl/comments1.xml");
    let (cells, names) = windows(&after, "xl/drawings/vmlDrawing1.vml");
    assert_eq!(told.len(), cells.len());
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    assert!(told.iter().all(|(_, author, _)| author == "qingdan"));
    let at = |cell: &str| {
        let at: qingdan::workbook::CellRef = cell.parse().unwrap();
        (at.row - 1, u32::from(at.column) - 1)
    };
    assert_eq!(told.iter().map(|(cell, ..)| at(cell)).collect::<Vec<_>>(), cells);
    // As many findings are told as there are.
    let findings: usize = told.iter().map(|(_, _, words)| words.matches("What is wrong: ").count()).sum();
    assert_eq!(findings, report.findings().count());
    let sheet = text(&after, SHEET);
    assert!(sheet.contains("<legacyDrawing xmlns:r="), "the sheet knows its drawing");
}

/// What is not changed is not even packed anew.
#[test]
fn parts_that_are_not_changed_are_copied_as_they_are_packed() {
    let before = data("transport.xlsx");
    let after = annotate("transport.xlsx", &before, &transport(), Lang::Zh).unwrap().bytes;
    let packed = |bytes: &[u8], name: &str| {
        let mut archive = ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
        let number = archive.index_for_name(name).unwrap();
        let mut packed = Vec::new();
        archive.by_index_raw(number).unwrap().read_to_end(&mut packed).unwrap();
        packed
    };
    for name in ["xl/sharedStrings.xml", "xl/workbook.xml", "xl/theme/theme1.xml", "docProps/custom.xml"] {
        assert_eq!(packed(&before, name), packed(&after, name), "{name}");
    }
}

#[test]
fn the_same_report_gives_the_same_workbook() {
    let write = || annotate("transport.xlsx", &data("transport.xlsx"), &transport(), Lang::Zh).unwrap().bytes;
    assert_eq!(write(), write());
}

#[test]
fn a_workbook_of_which_nothing_is_found_is_as_it_was() {
    let before = data("transport.xlsx");
    let annotated = annotate("other.xlsx", &before, &transport(), Lang::Zh).unwrap();
    assert_eq!(annotated.bytes, before);
    assert_eq!((annotated.findings_marked, annotated.findings_without_cell), (0, 0));
}
