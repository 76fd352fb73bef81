//! Several files as one catalog.

use qingdan::report::Verdict;
use qingdan::{Aspect, Checker, Finding, Lang, Report};
use serde_json::{Value, json};

fn header(more: &Value) -> Value {
    let mut header =
        json!({"schema_version": "1.0", "title": "杭锦旗权责清单", "division": "150625", "level": "county"});
    for (name, value) in more.as_object().into_iter().flatten() {
        header[name] = value.clone();
    }
    header
}

fn checker() -> Checker {
    Checker::new().as_of("2026-11-25".parse().unwrap())
}

fn check(files: &[(&str, String)]) -> Report {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    checker().check_together(&files)
}

fn of<'r>(report: &'r Report, code: &str) -> Vec<&'r Finding> {
    report.findings().filter(|finding| finding.code == code).collect()
}

fn bodies(more: &Value) -> String {
    json!({"header": header(more), "organizations": [{"id": "water", "name": "杭锦旗水利局", "kind": "department"}]})
        .to_string()
}

fn items(more: &Value) -> String {
    let item = json!({"id": "a", "name": "取水许可", "item_level": "main", "service_type": "licensing", "organization": "water",
        "basis": [{"title": "水法", "articles": [{"article": 7}]}]});
    let line = |value: Value| value.to_string();
    [line(json!({"header": header(more)})), line(json!({"service_item": item}))].join("\n")
}

#[test]
fn references_lead_from_file_to_file() {
    let alone = checker().check_bytes("items.ndjson", items(&json!({})).as_bytes());
    assert_eq!(of(&alone, "QD009").len(), 1);
    for files in [
        [("bodies.json", bodies(&json!({}))), ("items.ndjson", items(&json!({})))],
        [("items.ndjson", items(&json!({}))), ("bodies.json", bodies(&json!({})))],
    ] {
        let report = check(&files);
        assert_eq!(of(&report, "QD009").len(), 0, "{report:?}");
        assert_eq!(report.inputs.len(), 1);
        let parts: Vec<&str> = report.inputs[0].parts.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(parts, [files[0].0, files[1].0]);
        assert_eq!(report.inputs[0].records.values().sum::<u64>(), 2);
        // One catalog has no more findings than its files.
        assert_eq!(report.findings().filter(|finding| finding.code == "QD005").count(), 0);
    }
}

#[test]
fn an_id_that_stands_in_two_files_is_told_with_both_places() {
    let report = check(&[("first.json", bodies(&json!({}))), ("second.json", bodies(&json!({})))]);
    let repeated = of(&report, "QD008");
    assert_eq!(repeated.len(), 1);
    assert_eq!(repeated[0].place.input.as_deref(), Some("second.json"));
    assert_eq!(repeated[0].related[0].place.input.as_deref(), Some("first.json"));
    assert_eq!((repeated[0].place.line, repeated[0].related[0].place.line), (Some(1), Some(1)));
    assert_eq!(repeated[0].place.pointer.as_str(), "/organizations/0/id");
    // Both stand at the same column, each of its own file.
    assert_eq!(repeated[0].place.column, repeated[0].related[0].place.column);
}

#[test]
fn places_are_those_of_the_file() {
    let wrong = "{\"header\": {\"schema_version\": \"1.0\", \"title\": \"a\", \"division\": \"150625\", \"level\": \"county\"},\n \"organizations\": [\n  {\"id\": \"x\", \"name\": 5, \"kind\": \"department\"}]}";
    let lines = format!(
        "{}\n{}",
        json!({"header": header(&json!({}))}),
        r#"{"organization": {"id": "y", "name": 6, "kind": "department"}}"#
    );
    let report = check(&[("good.json", bodies(&json!({}))), ("wrong.json", wrong.to_owned()), ("lines.ndjson", lines)]);
    let faults: Vec<_> = of(&report, "QD005")
        .iter()
        .map(|finding| {
            (finding.place.input.clone().unwrap(), finding.place.line.unwrap(), finding.place.pointer.to_string())
        })
        .collect();
    assert_eq!(
        faults,
        [
            ("wrong.json".to_owned(), 3, "/organizations/0/name".to_owned()),
            ("lines.ndjson".to_owned(), 2, "/organization/name".to_owned()),
        ]
    );
    assert_eq!(report.verdict(Aspect::Valid), Verdict::No);
}

#[test]
fn what_the_headers_say_differently_is_told() {
    let other = json!({"division": "150624", "edition": {"label": "2025年版"}});
    let report = check(&[("bodies.json", bodies(&json!({}))), ("items.ndjson", items(&other))]);
    let told: Vec<&str> = of(&report, "QD005").iter().map(|finding| finding.message(Lang::Zh)).collect();
    assert_eq!(
        told,
        [
            "一并检查的文件行政区划（division）不同：第一个文件为“150625”，此文件为“150624”",
            "一并检查的文件版次（edition）不同：第一个文件为“”，此文件为“2025年版”",
        ]
    );
    assert!(of(&report, "QD005").iter().all(|finding| finding.place.input.as_deref() == Some("items.ndjson")));
    let source = |sheet: &str| json!({"sources": [{"id": "s", "file": "清单.xlsx", "sheet": sheet}]});
    let same = check(&[("bodies.json", bodies(&source("一"))), ("items.ndjson", items(&source("一")))]);
    assert_eq!(of(&same, "QD005").len(), 0);
    let differs = check(&[("bodies.json", bodies(&source("一"))), ("items.ndjson", items(&source("二")))]);
    assert_eq!(of(&differs, "QD005").len(), 1);
}

#[test]
fn a_file_that_cannot_be_read_keeps_the_verdict_open() {
    let broken: &[u8] = b"{\"header\": \xff";
    let good = bodies(&json!({}));
    let report = checker().check_together(&[("good.json", good.as_bytes()), ("broken.json", broken)]);
    assert_eq!(report.inputs.len(), 2);
    assert_eq!(of(&report, "QD002").len(), 1);
    assert_eq!(report.verdict(Aspect::Valid), Verdict::No);
}

/// A document that is named as NDJSON is told once, and the others are one catalog all the same.
#[test]
fn a_misnamed_file_is_told_once() {
    let report = check(&[("items.ndjson", items(&json!({}))), ("bodies.ndjson", bodies(&json!({})))]);
    assert_eq!(report.inputs.len(), 2);
    assert_eq!(of(&report, "QD005").len(), 1);
    assert_eq!(report.inputs[0].name, "bodies.ndjson");
    // The body is in the file that could not be read.
    assert_eq!(of(&report, "QD009").len(), 1);
}

/// Many catalogs cut into a file a kind say the same together as they said whole.
#[test]
fn a_catalog_cut_into_files_says_the_same() {
    let whole: Value = serde_json::from_slice(include_bytes!("../examples/catalogs/hangjin-faulty.json")).unwrap();
    let known = |report: &Report| {
        let mut known: Vec<_> = report.findings().map(|f| (f.code.to_string(), f.fingerprint.clone())).collect();
        known.sort();
        known
    };
    let files: Vec<(String, String)> = whole
        .as_object()
        .unwrap()
        .iter()
        .filter(|(name, value)| value.is_array() && *name != "$schema")
        .map(|(name, list)| {
            (format!("{name}.json"), json!({"header": whole["header"], (name.as_str()): list}).to_string())
        })
        .collect();
    let named: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let together = checker().check_together(&named);
    assert_eq!(known(&together), known(&checker().check_bytes("x", whole.to_string().as_bytes())));
}
