//! Inputs that are not what their name says, that are no JSON, or in which nothing of a catalog stands.

use std::io::Cursor;

use qingdan::model::Spelling;
use qingdan::report::Verdict;
use qingdan::{Aspect, Checker, Finding, Lang, Limits, Report};

const HEADER: &str =
    r#""header": {"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"}"#;
const WATER: &str = r#"{"id": "water", "name": "水利局", "kind": "department"}"#;

/// What is found where the name says NDJSON, by bytes and by passages.
fn as_lines(text: &str) -> Vec<(String, String)> {
    let checker = Checker::new().spelling(Spelling::Ndjson);
    let held = checker.check_bytes("a.ndjson", text.as_bytes());
    let again = checker.check_reader("a.ndjson", Cursor::new(text)).unwrap();
    assert_eq!(held, again, "{text}");
    said(&held)
}

fn said(report: &Report) -> Vec<(String, String)> {
    report.findings().map(|finding| (finding.code.to_string(), finding.message(Lang::En).to_owned())).collect()
}

fn one(bytes: &[u8]) -> Finding {
    let report = Checker::new().check_bytes("x", bytes);
    let again = Checker::new().check_reader("x", Cursor::new(bytes)).unwrap();
    assert_eq!(report, again);
    assert_eq!(report.verdict(Aspect::Valid), Verdict::No);
    let read = qingdan::read(bytes, Limits::default());
    assert_eq!((read.findings.len(), read.catalog.is_none()), (1, true), "{:#?}", read.findings);
    let mut findings = report.findings().cloned();
    let first = findings.next().unwrap();
    assert_eq!(findings.next(), None);
    first
}

/// B3: a document of any layout, with faults and without, named as NDJSON.
#[test]
fn a_document_named_as_ndjson_is_one_finding() {
    let pretty = format!("{{\n  {HEADER},\n  \"organizations\": [\n    {WATER},\n    {WATER}\n  ]\n}}\n");
    for text in [
        pretty.clone(),
        pretty.replace('\n', "\r\n"),
        format!("\u{feff}\n\n{pretty}"),
        format!("{{{HEADER}, \"organizations\": [{WATER}]}}"),
        format!("{{\"organizations\": [{WATER}], {HEADER}}}\n"),
        format!("{{{HEADER},\n\"organizations\": [{WATER}]}}"),
        format!("{{\"organizations\": [\n{WATER}], {HEADER}}}"),
        format!("{{\"$schema\": \"x\", {HEADER}}}"),
        "{\n\"header\":\n{\n\"schema_version\": \"1.0\"}}".to_owned(),
        // With faults of its own, which are for later.
        pretty.replace("]\n}", "],\n}"),
        pretty.replace("\"name\": \"水利局\"", "\"name\": 5"),
        pretty.split_at(pretty.len() / 2).0.trim_end_matches(|c: char| !c.is_ascii()).to_owned(),
        format!("{{ // a comment\n  {HEADER}\n}}"),
        format!("{{{HEADER}, \"organizations\": [{WATER},]}}"),
    ] {
        let found = as_lines(&text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].0 == "QD005" && found[0].1.starts_with("this is one JSON document"), "{text}: {found:?}");
        assert_eq!(Spelling::of_bytes(text.as_bytes()), Some(Spelling::Document), "{text}");
        // Read by its content it is what it is.
        assert_eq!(qingdan::read(text.as_bytes(), Limits::default()).spelling, Some(Spelling::Document), "{text}");
    }
}

#[test]
fn records_over_several_lines_are_one_finding() {
    let text = format!("{{\n{HEADER}\n}}\n{{\n\"organization\": {WATER}\n}}\n");
    let found = as_lines(&text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].1.contains("takes several lines"), "{found:?}");
}

/// What is NDJSON stays NDJSON, named so or not, whatever is wrong with its first line.
#[test]
fn a_first_line_that_cannot_be_read_is_no_missing_header() {
    let line = format!("{{\"organization\": {WATER}}}\n");
    for first in [
        "{\"header\": {\"schema_version\": \"1.0\",",
        "{\"header\": {\"schema_version\": \"1.",
        "{\"header\": {\"schema_version\": \"1.0\",}}",
        "{'header': {}}",
        "garbage",
        "7",
    ] {
        let text = format!("{first}\n{line}");
        let found = as_lines(&text);
        assert!((2..=8).contains(&found.len()), "{text}: {found:?}");
        assert!(found.iter().any(|(code, words)| code == "QD005" && words.contains("first line, where")), "{found:?}");
        assert!(found.iter().all(|(_, words)| !words.contains("`header` is missing")), "{found:?}");
        // By its content alone too, but where nothing shows lines.
        if first.starts_with('{') {
            let untold = Checker::new().check_bytes("a.json", text.as_bytes());
            assert_eq!(said(&untold), found, "{text}");
        }
    }
    // What is wrong in it is told of a header, whatever stands beside it.
    let found = as_lines(&format!("{{\"header\": {{}}, \"notes\": 1}}\n{line}"));
    assert_eq!(found.iter().filter(|(code, words)| code == "QD005" && words.contains("is missing")).count(), 4);
    assert_eq!(found.iter().filter(|(code, words)| code == "QD006" && words.contains("`notes`")).count(), 1);
    assert_eq!(found.len(), 5, "{found:?}");
    let found = as_lines(&line);
    assert_eq!(found, [("QD005".to_owned(), "the required member `header` is missing".to_owned())]);
}

/// B13: nothing was judged, so nothing passed.
#[test]
fn where_nothing_of_a_catalog_stands_nothing_passes() {
    let nothing = "nothing of a catalog stands here";
    for text in ["{}", "[]", "5", "null", "\"a\"", "{\"a\": 1, \"b\": []}", "{\"a\": 1}\n{\"a\": 2}\n"] {
        let found = said(&Checker::new().check_bytes("x", text.as_bytes()));
        let of_shape: Vec<_> = found.iter().filter(|(code, _)| code == "QD005").collect();
        assert!(of_shape.len() == 1 && of_shape[0].1.starts_with(nothing), "{text}: {found:?}");
    }
    let lists = format!("{{\"organizations\": [{WATER}]}}\n");
    for text in [
        lists.repeat(2),
        format!("{{{HEADER}}}\n{lists}"),
        format!("{{{HEADER}}}\n{{\"Organization\": {WATER}}}\n"),
        format!("{{{HEADER}, \"power_item\": []}}"),
    ] {
        let report = Checker::new().check_bytes("x", text.as_bytes());
        assert!(said(&report).iter().any(|(code, words)| code == "QD005" && words.starts_with(nothing)), "{text}");
        assert_eq!(report.verdict(Aspect::Valid), Verdict::No, "{text}");
    }
    // A header alone, or an empty list, is the catalog of a place that has nothing.
    for text in [format!("{{{HEADER}}}"), format!("{{{HEADER}, \"organizations\": [], \"notes\": 1}}")] {
        assert!(said(&Checker::new().check_bytes("x", text.as_bytes())).iter().all(|(code, _)| code == "QD006"));
    }
}

/// A compound file with a name in its directory; only what tells it apart from others.
fn ole(name: &str) -> Vec<u8> {
    let wide = name.encode_utf16().flat_map(u16::to_le_bytes);
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain([0; 600]).chain(wide).chain([0; 100]).collect()
}

fn utf16(text: &str, big_endian: bool) -> Vec<u8> {
    let unit = |unit: u16| if big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() };
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(unit).collect()
}

/// B11: what it is, in both languages, and what to do.
#[test]
fn what_is_no_json_is_told_by_its_content() {
    // 序号,事项名称 and a row, in GBK.
    let gbk = b"\xd0\xf2\xba\xc5,\xca\xc2\xcf\xee\xc3\xfb\xb3\xc6\r\n1,\xc8\xa1\xcb\xae\xd0\xed\xbf\xc9\r\n";
    let cases: Vec<(Vec<u8>, &str, &str)> = vec![
        (ole("Workbook"), "工作簿", "a workbook"),
        (ole("WordDocument"), "文字处理文档", "a text document"),
        (ole("Other"), "办公软件", "an office program"),
        (b"PK\x03\x04 [Content_Types].xml PK\x03\x04 xl/workbook.xml".to_vec(), "工作簿", "a workbook"),
        (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet".to_vec(), "工作簿", "a workbook"),
        (b"PK\x03\x04 word/document.xml".to_vec(), "文字处理文档", "a text document"),
        (b"PK\x03\x04 a.json".to_vec(), "压缩包", "an archive"),
        (b"\x1f\x8b\x08\0\0".to_vec(), "gzip", "gzip"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), "PDF", "a PDF"),
        (b"\n<!DOCTYPE html>\n<html><body/></html>".to_vec(), "网页", "a web page"),
        ("\u{feff}<table><tr><td>取水许可</td></tr></table>".into(), "网页", "a web page"),
        (b"<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">".to_vec(), "网页", "a web page"),
        (b"<?xml version=\"1.0\"?><catalog><table/></catalog>".to_vec(), "XML", "XML"),
        (
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".to_vec(),
            "工作簿",
            "a workbook",
        ),
        ("序号,事项名称\n1,取水许可\n".into(), "CSV", "CSV"),
        ("\"序号\",\"事项\n名称\"\n1,取水许可\n".into(), "CSV", "CSV"),
        ("杭锦旗权责清单\n序号,名称\n1,取水许可\n".into(), "CSV", "CSV"),
        ("1,2\n3,4\n".into(), "CSV", "CSV"),
        ("序号;名称\n1;取水许可\n".into(), "CSV", "CSV"),
        ("序号\t名称\n1\t取水许可\n".into(), "TSV", "TSV"),
        (gbk.to_vec(), "GBK", "GBK"),
        (utf16("序号\t名称\r\n1\t取水许可\r\n", false), "UTF-16", "UTF-16"),
        (utf16("序号,名称\r\n1,取水许可\r\n", true), "UTF-16", "UTF-16"),
        ("---\nheader: {}\n".into(), "YAML", "YAML"),
        ("# 目录\nheader:\n  schema_version: \"1.0\"\n".into(), "YAML", "YAML"),
        ("- id: a\n  name: 水利局\n".into(), "YAML", "YAML"),
        (b"SQLite format 3\0".to_vec(), "SQLite", "SQLite"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "图片", "an image"),
    ];
    for (bytes, zh, en) in cases {
        let finding = one(&bytes);
        assert_eq!(finding.code, "QD001", "{en}: {}", finding.message(Lang::En));
        assert!(finding.message(Lang::Zh).contains(zh), "{}", finding.message(Lang::Zh));
        assert!(finding.message(Lang::En).contains(en), "{}", finding.message(Lang::En));
        for (lang, next) in [(Lang::Zh, ["请先", "检查"]), (Lang::En, ["first", "JSON"])] {
            let help = finding.help(lang);
            assert!(next.iter().all(|word| help.contains(word)), "{help}");
        }
        // The name proves nothing.
        let told = Checker::new().spelling(Spelling::Ndjson).check_bytes("a.ndjson", &bytes);
        assert_eq!(said(&told), [("QD001".to_owned(), finding.message(Lang::En).to_owned())]);
    }
}

#[test]
fn other_encodings_and_nothing_at_all_say_what_to_do() {
    for (bytes, code) in [(utf16("{}", false), "QD002"), (utf16("{}", true), "QD002"), (Vec::new(), "QD001")] {
        let finding = one(&bytes);
        assert_eq!(finding.code, code);
        assert!(!finding.help(Lang::Zh).is_empty() && !finding.help(Lang::En).is_empty());
    }
}

/// JSON with faults keeps its place, and is no table for its commas.
#[test]
fn json_with_faults_is_not_taken_for_something_else() {
    for text in
        ["｛\"a\": 1｝", "“a”: 1", "\"a\": 1", "{a: 1}", "[1 2]", "'a'", "// x\n{}", "True", "nul", "]", "12 13"]
    {
        let finding = one(text.as_bytes());
        assert_eq!(finding.code, "QD001");
        assert!(!finding.message(Lang::En).starts_with("this is"), "{text}: {}", finding.message(Lang::En));
    }
}
