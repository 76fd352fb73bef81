//! NDJSON is judged on several threads, and the report is the one that one thread gives, byte for byte.

use std::io::Cursor;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};

use qingdan::model::{Kind, Spelling};
use qingdan::rule::{Findings, Leaf, Look, Rule, Scope};
use qingdan::{Bilingual, Checker, Report};
use serde_json::Value;

const HEADER: &str =
    r#"{"header": {"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"}}"#;

/// Passages of a few lines, so that every thread gets many.
fn checker() -> Checker {
    Checker::new().as_of("2026-11-23".parse().unwrap()).spelling(Spelling::Ndjson).passage(6000)
}

fn on(threads: usize, checker: &Checker, text: &[u8]) -> Report {
    let checker = checker.clone().threads(NonZeroUsize::new(threads).unwrap());
    checker.check_reader("catalog", Cursor::new(text)).unwrap()
}

/// Checks on one, two, three and seven threads, and gives the one report.
#[track_caller]
fn on_any_number(checker: &Checker, text: &[u8]) -> Report {
    let one = on(1, checker, text);
    let written = serde_json::to_string(&one).unwrap();
    for threads in [2, 3, 7] {
        let other = on(threads, checker, text);
        assert_eq!(other.inputs[0].findings, one.inputs[0].findings, "{threads} threads");
        assert_eq!(serde_json::to_string(&other).unwrap(), written, "{threads} threads");
    }
    one
}

/// The faulty sample as lines, so many times over: ids stand again, and references lead far back.
fn faulty(times: usize) -> String {
    let json = std::fs::read("examples/catalogs/hangjin-faulty.json").unwrap();
    let document: Value = serde_json::from_slice(&json).unwrap();
    let mut lines = vec![serde_json::json!({ "header": document["header"] }).to_string()];
    for _ in 0..times {
        for (array, records) in document.as_object().unwrap() {
            let Some(tag) = Kind::from_array(array).map(Kind::tag) else { continue };
            let records = records.as_array().unwrap().iter();
            lines.extend(records.map(|record| serde_json::json!({ tag: record }).to_string()));
        }
    }
    lines.join("\n")
}

#[test]
fn a_faulty_catalog_has_one_report() {
    let text = faulty(20);
    assert!(text.len() > 20 * 6000, "it is more than a few passages");
    let report = on_any_number(&checker(), text.as_bytes());
    assert!(report.findings().count() > 500);
    // More than anybody can have are as many as can be had.
    assert_eq!(on(1_000_000, &checker(), text.as_bytes()).inputs[0].findings, report.inputs[0].findings);
    // Where each thread finds more than may be listed, those are listed that stand first.
    for most in [0, 1, 7] {
        let report = on_any_number(&checker().max_findings(most), text.as_bytes());
        assert!(report.inputs[0].counts.by_rule.values().any(|&count| count > 7));
    }
}

#[test]
fn lines_that_are_no_records_have_one_report() {
    let body =
        |id: usize| format!(r#"{{"organization": {{"id": "b{id}", "name": "水利局{id}", "kind": "department"}}}}"#);
    let bodies = |from: usize| (from..from + 300).map(body).collect::<Vec<_>>().join("\n");
    let odd = [
        "{\"organization\": {\"id\": \"a\", }}",
        "{\"organisation\": {}}",
        "5",
        "\n\n\n   \n",
        "{\"organization\": {\"id\": \"b1\", \"name\": \"税务局\", \"kind\": \"department\"}}",
        "{\"organization\": {\"id\": \"x y\", \"name\": 5, \"kind\": null, \"nmae\": 1}}",
        "{\"organization\": null, \"license\": null}",
        HEADER,
    ];
    for line in odd {
        let text = format!("{HEADER}\n{}\n{line}\n{}\n{line}\n{}", bodies(0), bodies(300), bodies(600));
        on_any_number(&checker(), text.as_bytes());
    }
    // No header, a header that cannot be read, and none but it.
    on_any_number(&checker(), format!("{}\n{HEADER}\n{}", bodies(0), bodies(300)).as_bytes());
    on_any_number(&checker(), format!("{{\"header\": 5}}\n{}", bodies(0)).as_bytes());
    on_any_number(&checker(), HEADER.as_bytes());
}

#[test]
fn what_is_no_utf_8_behind_many_passages_has_one_report() {
    let mut text = faulty(5).into_bytes();
    text.push(0xff);
    let report = on_any_number(&checker(), &text);
    assert_eq!(report.findings().map(qingdan::Finding::code).collect::<Vec<_>>(), ["QD002"]);
}

fn breaks_down(_: &Scope<'_>, leaf: Leaf<'_>, _: &mut Findings<'_>) {
    assert_ne!(leaf.text, "水利局700", "this name is not wanted");
}

static BREAKS_DOWN: Rule =
    Rule { looks: &[Look::Text(breaks_down)], ..Rule::own(1, "breaks-down", Bilingual::new("中断", "breaks down")) };

/// A rule of somebody's own that breaks down takes the check with it, and nobody waits for ever.
#[test]
fn a_rule_that_breaks_down_breaks_the_check() {
    let body =
        |id: usize| format!(r#"{{"organization": {{"id": "b{id}", "name": "水利局{id}", "kind": "department"}}}}"#);
    let bodies: Vec<String> = (0..1000).map(body).collect();
    let text = format!("{HEADER}\n{}", bodies.join("\n"));
    let checker = checker().rule(&BREAKS_DOWN);
    for threads in [1, 2, 7] {
        let check = AssertUnwindSafe(|| on(threads, &checker, text.as_bytes()));
        assert!(catch_unwind(check).is_err(), "{threads} threads");
    }
}
