//! The sample catalogs: free of findings, complete, and the faulty twin faulty exactly as written down by hand.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use qingdan::model::Kind;
use qingdan::schema::SchemaName;
use qingdan::{Checker, Lang, Limits, Report};
use serde::Deserialize;
use serde_json::Value;

pub(crate) fn path(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "examples", "catalogs", name].iter().collect()
}

pub(crate) fn bytes(name: &str) -> Vec<u8> {
    fs::read(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn check(name: &str) -> Report {
    Checker::new().as_of("2026-11-23".parse().unwrap()).check_file(path(name)).unwrap()
}

fn described(report: &Report) -> Vec<String> {
    report
        .findings()
        .map(|f| {
            let record =
                f.record.as_ref().map(|r| format!("{}/{}", r.kind, r.id.as_ref().map_or("?", |id| id.as_str())));
            let (line, column) = (f.place.line.unwrap_or(0), f.place.column.unwrap_or(0));
            format!("{} {} {} {line}:{column} {}", f.code, record.unwrap_or_default(), f.path, f.message(Lang::En))
        })
        .collect()
}

#[test]
fn the_samples_are_free_of_findings() {
    for name in ["minimal.json", "hangjin-sample.json"] {
        assert_eq!(described(&check(name)), Vec::<String>::new(), "{name}");
    }
}

/// The catalog that the READMEs show is the one that is tested.
#[test]
fn the_readmes_show_the_smallest_sample_word_for_word() {
    let minimal = String::from_utf8(bytes("minimal.json")).unwrap();
    for readme in [include_str!("../README.md"), include_str!("../README.zh.md")] {
        assert!(readme.contains(&format!("```json\n{minimal}```")), "{minimal}");
    }
}

#[test]
fn the_sample_has_every_kind() {
    let catalog = qingdan::read(&bytes("hangjin-sample.json"), Limits::default()).catalog.unwrap();
    for kind in Kind::ALL {
        assert!(catalog.len_of(*kind) > 0, "no {kind}");
    }
    assert!(catalog.licensing_items.len() >= 15 && catalog.power_items.len() >= 15);
}

#[derive(Deserialize)]
struct ExpectedFinding {
    code: String,
    record: Option<String>,
    path: String,
    line: u32,
    column: u32,
}

#[test]
fn the_faulty_twin_gives_exactly_the_findings_written_down_by_hand() {
    let expected: Vec<ExpectedFinding> = serde_json::from_slice(&bytes("hangjin-faulty.expected.json")).unwrap();
    let mut expected: Vec<String> = expected
        .iter()
        .map(|e| format!("{} {} {} {}:{}", e.code, e.record.as_deref().unwrap_or_default(), e.path, e.line, e.column))
        .collect();
    let report = check("hangjin-faulty.json");
    let mut found: Vec<String> =
        described(&report).iter().map(|line| line.splitn(5, ' ').take(4).collect::<Vec<_>>().join(" ")).collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected, "{:#?}", described(&report));
    // Every finding says in both languages what is wrong and what to do.
    for finding in report.findings() {
        for lang in [Lang::Zh, Lang::En] {
            assert!(!finding.message.text(lang).is_empty() && !finding.help.text(lang).is_empty(), "{}", finding.code);
        }
        assert!(finding.message.zh.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{}", finding.message.zh);
    }
}

#[test]
fn the_faulty_twin_has_every_fault_that_the_first_rules_find() {
    let found: BTreeSet<String> = check("hangjin-faulty.json").findings().map(|f| f.code.to_string()).collect();
    for code in [
        "QD003", "QD005", "QD006", "QD008", "QD009", "QD010", "QD101", "QD102", "QD103", "QD105", "QD107", "QD110",
        "QD112", "QD201", "QD202", "QD307", "QD608",
    ] {
        assert!(found.contains(code), "no {code}");
    }
}

/// Every property of every definition is filled at least once over the samples.
#[test]
fn every_property_is_filled_at_least_once() {
    let schema = SchemaName::Document.schema();
    let mut filled = BTreeSet::new();
    for name in ["minimal.json", "hangjin-sample.json"] {
        let document: Value = serde_json::from_slice(&bytes(name)).unwrap();
        fill(&schema, &schema, "Catalog", &document, &mut filled);
    }
    let mut wanted = BTreeSet::new();
    let properties = |of: &Value| -> Vec<String> {
        of["properties"].as_object().into_iter().flat_map(|p| p.keys().cloned()).collect()
    };
    wanted.extend(properties(&schema).into_iter().map(|property| format!("Catalog.{property}")));
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        wanted.extend(properties(definition).into_iter().map(|property| format!("{name}.{property}")));
    }
    let missing: Vec<&String> = wanted.difference(&filled).collect();
    assert!(missing.is_empty(), "never filled: {missing:?}");
    assert!(wanted.len() > 300);
}

fn fill(root: &Value, schema: &Value, name: &str, value: &Value, filled: &mut BTreeSet<String>) {
    let reference = [schema, &schema["allOf"][0], &schema["anyOf"][0]].into_iter().find_map(|s| s["$ref"].as_str());
    if let Some(reference) = reference {
        let target = reference.trim_start_matches("#/$defs/");
        return fill(root, &root["$defs"][target], target, value, filled);
    }
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                if let Some(property) = schema["properties"].get(key) {
                    filled.insert(format!("{name}.{key}"));
                    fill(root, property, name, member, filled);
                }
            }
        }
        Value::Array(elements) => {
            for element in elements {
                fill(root, &schema["items"], name, element, filled);
            }
        }
        _ => {}
    }
}

#[test]
fn the_samples_round_trip_through_both_spellings() {
    for name in ["minimal.json", "hangjin-sample.json"] {
        let catalog = qingdan::read(&bytes(name), Limits::default()).catalog.unwrap();
        let (mut document, mut lines) = (Vec::new(), Vec::new());
        catalog.write_json(&mut document).unwrap();
        catalog.write_ndjson(&mut lines).unwrap();
        let original: Value = serde_json::from_slice(&bytes(name)).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&document).unwrap(), original, "{name}");
        let mut back = qingdan::read(&lines, Limits::default()).catalog.unwrap();
        back.schema.clone_from(&catalog.schema);
        assert_eq!(back, catalog, "{name}");
    }
}

#[test]
fn a_catalog_in_memory_and_its_bytes_are_judged_alike() {
    let sample = qingdan::read(&bytes("hangjin-sample.json"), Limits::default()).catalog.unwrap();
    assert_eq!(described(&Checker::new().check(&sample)), Vec::<String>::new());
    // The faulty twin without what only bytes can hold.
    let faulty = qingdan::read(&bytes("hangjin-faulty.json"), Limits::default()).catalog.unwrap();
    let mut written = Vec::new();
    faulty.write_json(&mut written).unwrap();
    let of = |report: &Report| -> Vec<String> {
        let mut all: Vec<String> = report
            .findings()
            .map(|f| format!("{} {:?} {} {}", f.code, f.record, f.place.pointer, f.message.zh))
            .collect();
        all.sort();
        all
    };
    let in_memory = of(&Checker::new().check(&faulty));
    assert!(in_memory.len() >= 8, "{in_memory:?}");
    assert_eq!(in_memory, of(&Checker::new().check_bytes("x", &written)));
}
