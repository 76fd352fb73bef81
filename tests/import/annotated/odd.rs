//! Workbooks that other programs write otherwise, and what is none.

use std::io::{Cursor, Write as _};

use qingdan::Lang;
use qingdan::writer::annotated::{AnnotateError, annotate};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{RED, comment, style, text, values};
use crate::reports::{at, data, with};

const TYPES: &str = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
const ROOT: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>\
    </Relationships>";
const BOOK: &str = "<x:workbook xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
    xmlns:q=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><x:sheets>\
    <x:sheet q:id='a&amp;b' sheetId=\"1\" name=\"甲&amp;乙\"/></x:sheets></x:workbook>";
const OF_BOOK: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship \
    Target=\"/xl/worksheets/Sheet1.xml\" Id=\"a&amp;b\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></Relationships>";

/// A workbook with this as its only sheet, and without styles.
fn book(sheet: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", OF_BOOK),
        ("xl/worksheets/Sheet1.xml", sheet),
    ];
    for (name, text) in parts.iter().chain(more) {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Prefixes, single quotes, rows and cells that do not say where they are, no styles, and a byte order mark.
#[test]
fn a_sheet_is_marked_whatever_its_spelling() {
    let sheet = "\u{feff}<?xml version='1.0'?>\n<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>\n\
        <x:sheetData>\n <x:row spans='1:2'><x:c t='inlineStr'><x:is><x:t>甲</x:t></x:is></x:c><x:c   ><x:v>1</x:v></x:c></x:row>\n\
        <x:row r='4' ht=\"20\" />\n <x:row r='7'><x:c r='C7'><x:v>3</x:v></x:c></x:row>\n</x:sheetData>\
        <x:pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"0\" footer=\"0\"/><x:extLst/></x:worksheet>";
    let before = book(sheet, &[]);
    let rows = [(1, "B"), (2, "A"), (4, "B"), (7, "A"), (7, "D"), (9, "C")];
    let report = with(rows.map(|(row, column)| at("甲&乙", row, Some(column), "error", "错")).to_vec());
    let annotated = annotate("list.xlsx", &before, &report, Lang::Zh).unwrap();
    assert_eq!(annotated.findings_marked, 6);
    let after = text(&annotated.bytes, "xl/worksheets/Sheet1.xml");
    // Style 0 with a red fill is style 1. What was there is there, byte for byte.
    let expected = sheet
        .replace("<x:c   >", "<x:c s=\"1\">")
        .replace("\n <x:row r='7'>", "\n <x:row r='7'><x:c r=\"A7\" s=\"1\"/>")
        .replace(
            "<x:row r='4' ht=\"20\" />",
            "<x:row r=\"2\"><x:c r=\"A2\" s=\"1\"/></x:row><x:row r='4' ht=\"20\"><x:c r=\"B4\" s=\"1\"/></x:row>",
        )
        .replace(
            "<x:v>3</x:v></x:c></x:row>\n",
            "<x:v>3</x:v></x:c><x:c r=\"D7\" s=\"1\"/></x:row>\n<x:row r=\"9\"><x:c r=\"C9\" s=\"1\"/></x:row>",
        )
        .replace(
            "<x:extLst/>",
            "<x:legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
             r:id=\"rIdQingdan2\"/><x:extLst/>",
        );
    assert_eq!(after, expected);
    assert_eq!(style(&annotated.bytes, "xl/worksheets/Sheet1.xml", "B4").fill.as_deref(), Some(RED));
    assert!(comment(&annotated.bytes, "xl/comments1.xml", "C9").contains("问题：错"));
    assert_eq!(values(&annotated.bytes).len(), 1);
}

#[test]
fn an_empty_sheet_is_marked() {
    let report = with(vec![at("甲&乙", 3, Some("B"), "error", "错")]);
    for sheet in [
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData></sheetData></worksheet>",
    ] {
        let after = annotate("list.xlsx", &book(sheet, &[]), &report, Lang::Zh).unwrap().bytes;
        let after = text(&after, "xl/worksheets/Sheet1.xml");
        let rows = "<sheetData><row r=\"3\"><c r=\"B3\" s=\"1\"/></row></sheetData><legacyDrawing ";
        assert!(after.contains(rows), "{after}");
    }
}

#[test]
fn a_signature_that_no_longer_holds_is_told() {
    let sheet =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>";
    let report = with(vec![at("甲&乙", 3, Some("B"), "error", "错")]);
    let signed = book(sheet, &[("_xmlsignatures/sig1.xml", "<Signature/>")]);
    let kept = annotate("list.xlsx", &signed, &report, Lang::Zh).unwrap().kept;
    assert_eq!(kept.lost.len(), 1);
    assert!(kept.lost[0].zh.contains("数字签名") && kept.lost[0].en.contains("signed"));
}

#[test]
fn what_is_no_workbook_is_an_error_in_words() {
    let report = with(vec![at("甲&乙", 3, Some("B"), "error", "错")]);
    let fault = |bytes: &[u8]| annotate("list.xlsx", bytes, &report, Lang::Zh).unwrap_err();
    assert!(matches!(fault(b""), AnnotateError::NotXlsx { .. }));
    assert!(matches!(fault(b"a,b\n"), AnnotateError::NotXlsx { .. }));
    let xls = fault(&data("agriculture.xls"));
    assert!(xls.message().zh.contains("旧格式") && xls.to_string().contains("annotate_copy"), "{xls}");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("a.txt", SimpleFileOptions::default()).unwrap();
    let other = zip.finish().unwrap().into_inner();
    assert!(matches!(fault(&other), AnnotateError::NotXlsx { .. }));
    let whole = data("transport.xlsx");
    assert!(matches!(fault(&whole[..whole.len() / 2]), AnnotateError::Broken { .. }));
    let rows = |rows: &str| {
        let sheet = format!("<worksheet xmlns=\"a\"><sheetData>{rows}</sheetData></worksheet>");
        fault(&book(&sheet, &[])).message().zh
    };
    assert!(rows("<row r=\"4\"/><row r=\"2\"/>").contains("顺序错乱"));
    assert!(rows("<row r=\"4\"><c r=\"B4\"/><c r=\"B4\"/></row>").contains("顺序错乱"));
    assert!(rows("<row r=\"4\"></c>").contains("XML"));
}

/// Whatever is damaged, nothing ends the program.
#[test]
fn damaged_workbooks_are_told_or_marked() {
    let sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cols><col min=\"1\" max=\"x\"/></cols>\
        <sheetData><row r=\"1\"><c r=\"A1\" s=\"9999\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"B9\"/>\
        <mergeCell ref=\"A1:C2\"/></mergeCells></worksheet>";
    let report = with(vec![at("甲&乙", 1, Some("A"), "error", "错")]);
    let whole = book(sheet, &[]);
    assert_eq!(annotate("list.xlsx", &whole, &report, Lang::Zh).unwrap().findings_marked, 1);
    for end in (0..sheet.len()).step_by(2) {
        let part = sheet.get(..end).unwrap();
        let _ = annotate("list.xlsx", &book(part, &[]), &report, Lang::Zh);
    }
    for at in (0..whole.len()).step_by(3) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        let _ = annotate("list.xlsx", &damaged, &report, Lang::Zh);
    }
}
