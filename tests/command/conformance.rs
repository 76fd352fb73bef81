//! `qingdan conformance`.

use std::fs;
use std::path::PathBuf;

use qingdan::conformance::{Conformance, ConformanceClass};

use super::{BAD, folder, run};

/// A list of the city, whose names would like to be a formula, a script and a command to a terminal.
const CITY: &str = r#"{
  "header": {"schema_version": "1.0", "title": "<b>市清单</b>", "division": "150600", "level": "prefectural",
    "covers": ["licensing_item"]},
  "licensing_items": [
    {"id": "1", "name": "取水许可", "item_level": "main", "levels": ["county"],
     "statutory_limits": [{"amount": 10, "unit": "working_day"}]},
    {"id": "2", "name": "=1+1,\"<script>alert(1)</script>\"\u001b[31m|", "item_level": "main", "levels": ["county"]}]
}"#;

const COUNTY: &str = r#"{
  "header": {"schema_version": "1.0", "title": "旗清单", "division": "150625", "level": "county",
    "covers": ["licensing_item"]},
  "licensing_items": [
    {"id": "a", "name": "取水许可（新办）", "item_level": "main",
     "statutory_limits": [{"amount": 20, "unit": "working_day"}]},
    {"id": "b", "name": "=摆摊许可", "item_level": "main", "set_by": [{"title": "水法", "articles": [{"article": 7}]}]}]
}"#;

fn lists(name: &str) -> PathBuf {
    let here = folder(name);
    fs::write(here.join("city.json"), CITY).unwrap();
    fs::write(here.join("county.json"), COUNTY).unwrap();
    here
}

#[test]
fn every_format_says_the_same() {
    let here = lists("conformance");
    let shown = |format: &str, lang: &str| {
        let args = [
            "conformance",
            "county.json",
            "--superior",
            "city.json",
            "--format",
            format,
            "--lang",
            lang,
            "--as-of",
            "2026-11-25",
        ];
        let ran = run(&here, args);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{format}");
        assert!(!ran.out.contains('\u{1b}'), "{format}: {}", ran.out);
        ran.out
    };
    let text = shown("human", "zh");
    for said in [
        "旗清单（150625）",
        "与上级清单《<b>市清单</b>》对照，法律文件以2026年11月25日为准",
        "清单外且无依据\n  =摆摊许可〔行政许可，b〕",
        "取水许可（新办）〔行政许可，a〕\n      法定办结时限更长：上级清单 10个工作日，本清单 20个工作日；没有写明依据",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let json: Conformance = serde_json::from_str(&shown("json", "zh")).unwrap();
    let classes: Vec<ConformanceClass> = json.items.iter().map(|item| item.class).collect();
    assert_eq!(classes, [ConformanceClass::CarriedDown, ConformanceClass::NotAuthorised]);
    assert_eq!((json.counts.missing, json.missing.len()), (1, 1));
    let csv = shown("csv", "zh");
    assert!(csv.starts_with("\u{feff}事项清单,事项标识,事项名称,"), "{csv}");
    assert_eq!(csv.matches("\r\n").count(), 4, "{csv}");
    assert!(csv.contains(",'=摆摊许可,") && csv.contains(",\"'=1+1,\"\"<script>"), "{csv}");
    let html = shown("html", "zh");
    assert!(html.starts_with("<!DOCTYPE html>") && html.ends_with("</html>\n"));
    assert!(!html.contains("<script") && !html.contains("<b>市") && html.contains("&lt;script&gt;"), "{html}");
    let markdown = shown("markdown", "zh");
    assert!(markdown.starts_with("# 旗清单\n") && !markdown.replace("\\<", "").contains('<'), "{markdown}");
    assert!(markdown.contains("\\<script\\>") && markdown.contains("\\|〔行政许可"), "{markdown}");
    let english = shown("human", "en");
    assert!(english.contains("Not authorised\n") && english.contains("limit longer: superior list 10"), "{english}");
}

#[test]
fn the_report_tells_the_counts_and_the_names() {
    let here = lists("conformance-report");
    let args = ["check", "county.json", "--superior", "city.json", "--lang", "zh", "--as-of", "2026-11-25"];
    let ran = run(&here, args);
    assert!(ran.out.contains("与上级清单对照：2 项：承接上级事项 1、"), "{}", ran.out);
    assert!(ran.out.contains("    清单外且无依据：=摆摊许可\n"), "{}", ran.out);
    assert!(ran.out.contains("    未认领：=1+1,") && !ran.out.contains('\u{1b}'), "{}", ran.out);
    let plain = run(&here, ["check", "county.json", "--lang", "zh", "--as-of", "2026-11-25"]);
    assert!(!plain.out.contains("与上级清单对照"), "{}", plain.out);
}

#[test]
fn a_list_is_asked_for_and_must_be_read_as_a_whole() {
    let here = lists("conformance-bad");
    assert_eq!(run(&here, ["conformance", "county.json"]).code, Some(2));
    fs::write(here.join("bad.json"), BAD).unwrap();
    let ran = run(&here, ["conformance", "county.json", "--superior", "bad.json", "--lang", "zh"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{}", ran.err);
    assert!(ran.err.contains("bad.json"), "{}", ran.err);
    // Bodies are not compared; an item that cannot be read would be taken for missing.
    let ran = run(&here, ["conformance", "bad.json", "--superior", "city.json", "--lang", "zh"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.err.contains("与对照无关") && ran.out.contains("有效事项"), "{}{}", ran.err, ran.out);
    fs::write(here.join("item.json"), COUNTY.replace("\"=摆摊许可\"", "5")).unwrap();
    let ran = run(&here, ["conformance", "item.json", "--superior", "city.json", "--lang", "zh"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{}", ran.err);
    assert!(ran.err.contains("没有对照"), "{}", ran.err);
}

#[test]
fn it_can_be_written_to_a_file() {
    let here = lists("conformance-file");
    let ran =
        run(&here, ["conformance", "county.json", "--superior", "city.json", "--format", "json", "-o", "out.json"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""));
    let written: Conformance = serde_json::from_slice(&fs::read(here.join("out.json")).unwrap()).unwrap();
    assert_eq!(written.items.len(), 2);
}
