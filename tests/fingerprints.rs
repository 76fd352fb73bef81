//! Fingerprints: the same finding has the same one, wherever its record and the elements of its lists stand.

use std::collections::BTreeMap;

use proptest::prelude::*;
use qingdan::model::Kind;
use qingdan::rule::{ExampleInput, Shows};
use qingdan::rules;
use qingdan::{Checker, Report, Severity};
use serde_json::{Value, json};

const FAULTY: &[u8] = include_bytes!("../examples/catalogs/hangjin-faulty.json");

fn checker() -> Checker {
    Checker::new().as_of("2026-11-25".parse().unwrap())
}

/// How often each fingerprint is found, with its rule.
fn fingerprints(report: &Report) -> BTreeMap<(String, String), usize> {
    let mut found = BTreeMap::new();
    for finding in report.findings() {
        assert_eq!(finding.fingerprint.len(), 16, "{finding:?}");
        *found.entry((finding.code.to_string(), finding.fingerprint.clone())).or_default() += 1;
    }
    found
}

fn of_value(catalog: &Value) -> BTreeMap<(String, String), usize> {
    fingerprints(&checker().check_bytes("x", catalog.to_string().as_bytes()))
}

/// The catalogs on which the laws are tried: the faulty sample, and the failing examples of all rules that are catalogs.
fn catalogs() -> Vec<(String, Value)> {
    let mut catalogs = vec![("faulty sample".to_owned(), serde_json::from_slice(FAULTY).unwrap())];
    for rule in rules::all() {
        for (number, example) in rule.examples().filter(|example| example.shows == Shows::Fails).enumerate() {
            if matches!(example.input, ExampleInput::Records(_))
                && let Ok(value) = serde_json::from_slice(&example.text())
            {
                catalogs.push((format!("{} {number}", rule.code), value));
            }
        }
    }
    assert!(catalogs.len() > 100);
    catalogs
}

fn lists(catalog: &mut Value) -> impl Iterator<Item = &mut Vec<Value>> {
    let members = catalog.as_object_mut().unwrap().iter_mut();
    members.filter(|(name, _)| Kind::from_array(name).is_some()).filter_map(|(_, list)| list.as_array_mut())
}

#[test]
fn findings_have_fingerprints_of_their_own() {
    for (name, catalog) in catalogs() {
        for ((code, fingerprint), count) in of_value(&catalog) {
            assert_eq!(count, 1, "{name}: {code} {fingerprint}");
        }
    }
}

#[test]
fn records_in_another_order_keep_every_fingerprint() {
    let mut changed = Vec::new();
    for (name, mut catalog) in catalogs() {
        let before = of_value(&catalog);
        lists(&mut catalog).for_each(|list| list.reverse());
        if of_value(&catalog) != before {
            changed.push(name);
        }
    }
    assert!(changed.is_empty(), "{changed:?}");
}

/// Lists within records: every citation, material and article in another order.
#[test]
fn elements_in_another_order_keep_every_fingerprint() {
    fn reverse(value: &mut Value) {
        match value {
            // A list where a text belongs is the value that was found.
            Value::Array(elements) if elements.contains(&Value::Bool(true)) => {}
            Value::Array(elements) => {
                elements.reverse();
                elements.iter_mut().for_each(reverse);
            }
            Value::Object(members) => members.values_mut().for_each(reverse),
            _ => {}
        }
    }
    let mut changed = Vec::new();
    for (name, mut catalog) in catalogs() {
        let before = of_value(&catalog);
        lists(&mut catalog).for_each(|list| list.iter_mut().for_each(reverse));
        let after = of_value(&catalog);
        changed
            .extend(before.keys().filter(|key| !after.contains_key(*key)).map(|(code, _)| format!("{name}: {code}")));
    }
    assert!(changed.is_empty(), "{changed:?}");
}

#[test]
fn records_that_come_in_between_change_no_fingerprint() {
    for (name, mut catalog) in catalogs() {
        let before = of_value(&catalog);
        let body = |number: u8| json!({"id": format!("zz-{number}"), "name": format!("杭锦旗第{number}中学"), "kind": "public_institution"});
        let organizations = catalog.as_object_mut().unwrap().entry("organizations").or_insert_with(|| json!([]));
        let list = organizations.as_array_mut().unwrap();
        list.insert(0, body(1));
        list.push(body(2));
        assert_eq!(of_value(&catalog), before, "{name}");
    }
}

#[test]
fn every_spelling_has_the_same_fingerprints() {
    for (name, catalog) in catalogs() {
        let before = of_value(&catalog);
        let mut lines = Vec::new();
        for (member, value) in catalog.as_object().unwrap() {
            match Kind::from_array(member) {
                Some(kind) => {
                    lines.extend(value.as_array().unwrap().iter().map(|one| json!({kind.tag(): one}).to_string()));
                }
                None if member == "header" => lines.insert(0, json!({"header": value}).to_string()),
                None => {}
            }
        }
        let ndjson = checker().check_bytes("x.ndjson", lines.join("\n").as_bytes());
        assert_eq!(fingerprints(&ndjson), before, "{name} as NDJSON");
        let reading = qingdan::read(catalog.to_string().as_bytes(), qingdan::Limits::default());
        // A record that could not be read is not in the catalog.
        if let Some(read) = reading.catalog.filter(|_| reading.findings.is_empty()) {
            assert_eq!(fingerprints(&checker().check(&read)), before, "{name} in memory");
        }
    }
}

#[test]
fn elements_of_lists_in_another_order_keep_fingerprints() {
    let item = |set_by: Value| {
        json!({
            "header": {"schema_version": "1.0", "title": "目录", "division": "150625", "level": "county"},
            "licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": set_by}],
        })
    };
    let (wrong, right, more) =
        (json!({"text": "《水法》第九十九条"}), json!({"text": "《水法》第七条"}), json!({"text": "《水法》第八条"}));
    let before = of_value(&item(json!([wrong, right])));
    assert!(before.keys().any(|(code, _)| code == "QD204"));
    assert_eq!(of_value(&item(json!([right, wrong]))), before);
    assert_eq!(of_value(&item(json!([more, right, wrong]))), before);
    // Another value is another finding.
    assert_ne!(of_value(&item(json!([{"text": "《水法》第九十八条"}, right]))), before);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_faulty_sample_shuffled_keeps_every_fingerprint(keys in proptest::collection::vec(any::<u32>(), 64)) {
        let mut catalog: Value = serde_json::from_slice(FAULTY).unwrap();
        let before = of_value(&catalog);
        for list in lists(&mut catalog) {
            let mut keyed: Vec<(u32, Value)> = keys.iter().cycle().copied().zip(list.drain(..)).collect();
            keyed.sort_by_key(|(key, _)| *key);
            list.extend(keyed.into_iter().map(|(_, one)| one));
        }
        prop_assert_eq!(of_value(&catalog), before);
    }
}

/// All of 6,700 equal mistakes are in the report, each with its own fingerprint, and people see one.
#[test]
fn many_findings_of_one_rule_are_all_told() {
    let item = |number: usize| {
        json!({"id": format!("p{number}"), "name": format!("事项{number}"), "item_level": "main", "power_type": "confirmation",
            "basis": [{"title": "水法", "articles": [{"article": 99}]}]})
    };
    let catalog = json!({
        "header": {"schema_version": "1.0", "title": "目录", "division": "150625", "level": "county"},
        "power_items": (0..6_700).map(item).collect::<Vec<_>>(),
    });
    let report = checker().select(["QD204".parse().unwrap()]).check_bytes("x", catalog.to_string().as_bytes());
    assert_eq!(report.findings().count(), 6_700);
    assert_eq!(report.count(Severity::Error), 6_700);
    assert_eq!((report.inputs[0].counts.total, report.inputs[0].counts.shown), (6_700, 6_700));
    assert_eq!(fingerprints(&report).len(), 6_700);
    assert_eq!(report.rules.len(), 1);
    assert_eq!(report.rules[0].code, "QD204");
}

/// An object where a text belongs is known by what it says, however it is written.
#[test]
fn the_writing_of_a_value_found_changes_no_fingerprint() {
    let record = |name: &str| {
        let text = format!(
            r#"{{"header": {{"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}},
              "organizations": [{{"id": "w", "name": {name}, "kind": "department"}}]}}"#
        );
        fingerprints(&checker().check_bytes("x", text.as_bytes()))
    };
    let written = record(r#"{"zh": "水利局", "en": ["water", 1]}"#);
    assert_eq!(written.len(), 1);
    assert_eq!(record(r#"{"zh":"水利局","en":["water",1]}"#), written);
    assert_eq!(record(r#"{ "en": [ "water", 1 ], "zh": "水利局" }"#), written);
    assert_ne!(record(r#"{"zh": "水务局", "en": ["water", 1]}"#), written);
}

/// What is absent may be left out, `null` or an empty list; texts may be written with escapes, and values over lines.
#[test]
fn how_a_catalog_is_written_changes_no_fingerprint() {
    let catalog = |set_by: &str, kind: &str, blank: &str| {
        let header = r#"{"schema_version":"1.0","title":"t","division":"150625","level":"county"}"#;
        let item = format!(r#"{{"id":"i","name":"取水许可","item_level":"main","set_by":[{set_by}]}}"#);
        let body = format!(r#"{{"id":"a","name":"水利局","kind":{kind},"aliases":"水务局"}}"#);
        let json = format!(r#"{{"header":{header},"licensing_items":[{item}],"organizations":[{body}]}}"#);
        json.replace("},", &format!("}},{blank}"))
    };
    let found = |json: &str| {
        let report = checker().check_bytes("x", json.as_bytes());
        let of = |finding: &qingdan::Finding| {
            (
                finding.code.to_string(),
                finding.fingerprint.clone(),
                finding.found.clone(),
                finding.message(qingdan::Lang::Zh).to_owned(),
            )
        };
        let mut found: Vec<_> = report.findings().map(of).collect();
        found.sort();
        found
    };
    let plain = found(&catalog(r#"{"title":"水法"}"#, r#"["department"]"#, ""));
    assert!(plain.iter().any(|(code, ..)| code == "QD202"), "{plain:?}");
    assert!(plain.iter().any(|(_, _, found, _)| found.as_deref() == Some("\"水务局\"")), "{plain:?}");
    assert!(plain.iter().any(|(_, _, found, _)| found.as_deref() == Some("[\"department\"]")), "{plain:?}");
    for other in [
        catalog(r#"{"title":"水法","articles":[]}"#, r#"["department"]"#, ""),
        catalog(r#"{"title":"水法","rank":null,"version_dates":[]}"#, r#"["department"]"#, ""),
        catalog(r#"{"title":"水法"}"#, "[\n  \"department\"\n]", "\n"),
        catalog(r#"{"title":"水法"}"#, r#"["department"]"#, "").replace("水务局", r"\u6c34\u52a1\u5c40"),
        catalog(r#"{"title":"水法"}"#, r#"["department"]"#, "").replace("department", r"\u0064epartment"),
    ] {
        assert_eq!(found(&other), plain, "{other}");
    }
}
