//! Reports that hold a text wherever a report can hold one.

use std::sync::LazyLock;

use qingdan::report::{SuppressedRecord, Suppression, SuppressionReport, SuppressionState, UnreadInput};
use qingdan::{Checker, Finding, Message, Report};
use serde_json::json;

use super::checker;

/// A catalog with a text as value, as name of a member and as id, checked under that text as the name of the file.
pub(crate) fn checked(text: &str) -> Report {
    let catalog = json!({
        "header": {"schema_version": "1.0", "title": text, "division": "150625", "level": text},
        text: 1,
        "organizations": [
            {"id": "a", "name": text, "kind": "department", "parent": "nobody", "credit_code": text},
            {"id": "a", "name": text, "kind": text, text: text},
            {"id": text, "name": 5, "kind": "department", "extensions": {"x:y": {text: text}}}
        ],
        "licensing_items": [{"id": text, "name": text, "item_level": "main"}]
    });
    checker().check_bytes(text, format!("{catalog:#}").as_bytes())
}

/// A report about two inputs, one of them of several files, with the text in place of every other. Codes and places stay.
pub(crate) fn poisoned(text: &str) -> Report {
    let mut report = base();
    for rule in &mut report.rules {
        text.clone_into(&mut rule.name);
        rule.title = both(text);
        rule.help = both(text);
        for ground in &mut rule.citations {
            (ground.document, ground.clause) = (text.to_owned(), text.to_owned());
        }
    }
    for input in &mut report.inputs {
        text.clone_into(&mut input.name);
        input.title = Some(text.to_owned());
        input.sha256 = Some(text.to_owned());
        for part in &mut input.parts {
            text.clone_into(&mut part.name);
        }
        let set_aside = input.set_aside.iter_mut().map(|aside| &mut aside.finding);
        for finding in input.findings.iter_mut().chain(set_aside) {
            poison(finding, text);
        }
    }
    for finding in &mut report.upkeep {
        poison(finding, text);
    }
    report.add_unread(text, both(text));
    let UnreadInput { name, .. } = &report.unread_inputs[0];
    assert_eq!(name, text);
    report
}

fn both(text: &str) -> Message {
    Message::new(text, text)
}

fn poison(finding: &mut Finding, text: &str) {
    text.clone_into(&mut finding.rule);
    finding.message = both(text);
    finding.help = Some(both(text));
    finding.expected = Some(both(text));
    finding.found = Some(text.to_owned());
    finding.allowed = vec![text.to_owned(), text.to_owned()];
    text.clone_into(&mut finding.fingerprint);
    finding.path = pointer(text);
    finding.identity_path = Some(pointer(text));
    finding.place.pointer = pointer(text);
    if finding.place.input.is_some() {
        finding.place.input = Some(text.to_owned());
    }
    if let Some(record) = &mut finding.record {
        record.name = Some(text.to_owned());
        if let Ok(id) = text.parse() {
            record.id = Some(id);
        }
    }
    if let Some(body) = &mut finding.body {
        body.name = Some(text.to_owned());
    }
    if let Some(cell) = &mut finding.source {
        cell.file = Some(text.to_owned());
        cell.sheet = Some(text.to_owned());
        cell.columns = Some(text.to_owned());
    }
    for related in &mut finding.related {
        related.message = both(text);
        related.place.pointer = pointer(text);
    }
}

/// Pointers are read from reports as they are.
fn pointer(text: &str) -> qingdan::model::Pointer {
    serde_json::from_value(json!(text)).unwrap()
}

/// Findings of all severities, with related places, bodies, cells; some set aside, one known, and one of a rule that is
/// not of this library.
pub(crate) fn base() -> Report {
    static BASE: LazyLock<Report> = LazyLock::new(build);
    BASE.clone()
}

fn build() -> Report {
    let one = r#"{
  "header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county", "misspelt": 1,
    "sources": [{"id": "s", "file": "a.xlsx"}]},
  "organizations": [
    {"id": "w", "name": "水利局", "kind": "department", "parent": "none"},
    {"id": "w", "name": "税务局", "kind": "department", "credit_code": "1151130100877869M"},
    {"id": "t", "name": " 税务局", "kind": "department", "parent": "none"}
  ],
  "licensing_items": [
    {"id": "a", "name": "取水许可", "item_level": "main", "implementing_bodies": [{"organization": "w", "role": "main"}],
     "source": {"source": "s", "row": 5}}
  ]
}"#;
    let suppressed = Suppression::of_record(
        "QD009".parse().unwrap(),
        SuppressedRecord::new(qingdan::model::Kind::Organization, "t".parse().unwrap()),
        "上级机构尚未录入".parse().unwrap(),
        "2026-12-31".parse().unwrap(),
    );
    let mut report = checker().suppress([suppressed.clone()]).check_bytes("one.json", one.as_bytes());
    report.append(together());
    let input = &mut report.inputs[0];
    assert_eq!(input.suppressions, [told(&suppressed)]);
    let aside = |by: &str, finding: &Finding| {
        let suppression = if by == "suppression" { json!(0) } else { json!(null) };
        serde_json::from_value(json!({"by": by, "suppression": suppression, "finding": finding})).unwrap()
    };
    let mut own = input.findings[0].clone();
    (own.code, own.fingerprint) = ("X001".parse().unwrap(), "0123456789abcdef".to_owned());
    own.severity = qingdan::Severity::Info;
    let known = input.findings.remove(1);
    input.set_aside = vec![aside("suppression", &input.findings[0]), aside("baseline", &known)];
    input.findings.push(own.clone());
    let rule = json!({"code": "X001", "name": "own", "title": {"zh": "a", "en": "a"}, "help": {"zh": "a", "en": "a"},
        "citations": [{"document": "a", "clause": "b"}]});
    report.rules.push(serde_json::from_value(rule).unwrap());
    report.upkeep = expired();
    recount(&mut report);
    report
}

fn told(suppression: &Suppression) -> SuppressionReport {
    serde_json::from_value(json!({
        "suppression": suppression, "state": SuppressionState::Used, "findings": 1, "paths": 1
    }))
    .unwrap()
}

/// What is said of a suppression that has expired, at its line of a configuration.
fn expired() -> Vec<Finding> {
    let mut expired = Suppression::of_record(
        "QD009".parse().unwrap(),
        SuppressedRecord::new(qingdan::model::Kind::Organization, "old".parse().unwrap()),
        "上级机构尚未录入".parse().unwrap(),
        "2020-12-31".parse().unwrap(),
    );
    let place =
        json!({"input": "qingdan.toml", "pointer": "", "line": 12, "column": 1, "end_line": 12, "end_column": 13});
    expired.place = Some(serde_json::from_value(place).unwrap());
    let header = br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}}"#;
    let report = checker().suppress([expired]).check_bytes("one.json", header);
    assert_eq!(report.upkeep.len(), 1);
    report.upkeep
}

/// Two files that are one catalog, of which the second has the fault.
fn together() -> Report {
    let header = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}"#;
    let first = format!(r#"{header}, "organizations": [{{"id": "w", "name": "水利局", "kind": "department"}}]}}"#);
    let second = format!(r#"{header}, "licensing_items": [{{"id": "a", "name": 5}}]}}"#);
    Checker::new()
        .as_of("2026-11-25".parse().unwrap())
        .check_together(&[("two/a.json", first.as_bytes()), ("two/b.json", second.as_bytes())])
}

/// The counts of what is listed now.
fn recount(report: &mut Report) {
    for input in &mut report.inputs {
        let of = |word: &str| input.findings.iter().filter(|finding| finding.severity.as_str() == word).count();
        let (error, warning, info) = (of("error"), of("warning"), of("info"));
        input.counts.error = u64::try_from(error).unwrap();
        input.counts.warning = u64::try_from(warning).unwrap();
        input.counts.info = u64::try_from(info).unwrap();
        input.counts.total = u64::try_from(input.findings.len()).unwrap();
        input.counts.shown = input.counts.total;
    }
}

#[test]
fn the_base_has_something_of_everything() {
    let report = base();
    for severity in qingdan::Severity::ALL {
        assert!(report.findings().any(|finding| finding.severity == *severity), "{severity}");
    }
    assert!(report.findings().any(|finding| !finding.related.is_empty()));
    assert!(report.findings().any(|finding| finding.body.is_some()));
    assert!(report.findings().any(|finding| finding.source.is_some()));
    assert!(report.findings().any(|finding| finding.place.input.is_some()));
    assert!(report.findings().any(|finding| finding.code.is_own()));
    assert_eq!(report.inputs[0].set_aside.len(), 2);
}
