//! A real catalog: the service items of Guang'an district, 1,135 as published, and what the rules find in them.

use std::collections::BTreeMap;

use qingdan::model::Kind;
use qingdan::report::NotRunReason;
use qingdan::{Catalog, Checker, Lang, Report};

#[path = "../examples/guangan/convert.rs"]
mod convert;

fn catalog() -> Catalog {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/guangan/items.jsonl");
    convert::convert(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The catalog as a document.
pub(crate) fn document() -> Vec<u8> {
    let mut bytes = Vec::new();
    catalog().write_json(&mut bytes).unwrap();
    bytes
}

fn messages(report: &Report, code: &str) -> Vec<String> {
    report
        .findings()
        .filter(|finding| finding.code() == code)
        .map(|finding| finding.message(Lang::Zh).to_owned())
        .collect()
}

#[test]
fn every_rule_finds_what_is_wrong_and_nothing_else_fires() {
    let report = Checker::new().check(&catalog());
    let input = &report.inputs[0];
    assert_eq!(input.records.get(&Kind::Organization), Some(&34));
    assert_eq!(input.records.get(&Kind::ServiceItem), Some(&1135));
    assert_eq!(input.unread, 0);

    let counts: BTreeMap<String, u64> =
        input.counts.by_rule.iter().map(|(code, count)| (code.to_string(), *count)).collect();
    // Nine-character organization codes (31) are no finding: the scheme of the province takes them, and all are valid. The
    // eight bodies that are one digit repeated are QD011's alone. Some texts end in a blank: one notice for all.
    let expected = [("QD011", 8), ("QD101", 105), ("QD102", 7), ("QD107", 3), ("QD117", 15), ("QD619", 2)];
    assert_eq!(counts, expected.map(|(code, count)| (code.to_owned(), count)).into());
}

#[test]
fn a_lost_character_is_named() {
    let report = Checker::new().check(&catalog());
    let form = messages(&report, "QD101");
    let of = |text: &str| form.iter().filter(|message| message.contains(text)).count();
    assert_eq!(
        of("“1151130108778239R”为17个字符，应为18个：丢失第9至10位之一的“0”，完整代码应为“11511301008778239R”"),
        63
    );
    assert_eq!(of("“1151130000877869M”为17个字符，应为18个：丢失第17位的“3”，完整代码应为“11511300008778693M”"), 28);
    assert_eq!(of("完整代码应为"), 91);
    assert_eq!(of("2222222222222"), 0);
    assert_eq!(of("“0087790701”为10个字符"), 12);
    assert_eq!(of("“8282348”为7个字符"), 1);
    assert_eq!(of("“11511301452259996u”第18位为“u”，应为“U”"), 1);
}

#[test]
fn what_could_not_be_judged_is_listed() {
    let report = Checker::new().check(&catalog());
    let coverage = &report.inputs[0].coverage;
    let ran = |code: &str| coverage.run.iter().any(|run| *run == code);
    let not_held =
        |code: &str| coverage.not_run.iter().any(|rule| rule.code == code && rule.reason == NotRunReason::NotHeld);
    for code in ["QD103", "QD104", "QD105", "QD108", "QD111", "QD113"] {
        assert!(ran(code), "{code} did not run");
    }
    for code in ["QD103", "QD104", "QD106", "QD108", "QD111", "QD112", "QD118", "QD201", "QD202", "QD307"] {
        assert!(not_held(code), "{code} says nothing of what is not held");
    }
}

#[test]
fn both_spellings_are_judged_alike() {
    let catalog = catalog();
    let (mut document, mut ndjson) = (Vec::new(), Vec::new());
    catalog.write_json(&mut document).unwrap();
    catalog.write_ndjson(&mut ndjson).unwrap();
    let found = |report: &Report| {
        let mut found: Vec<_> = report
            .findings()
            .map(|finding| (finding.code, finding.record.clone(), finding.path.clone(), finding.message.clone()))
            .collect();
        found.sort_by(|a, b| (&a.0, &a.1, &a.2).cmp(&(&b.0, &b.1, &b.2)));
        found
    };
    let in_memory = found(&Checker::new().check(&catalog));
    assert_eq!(found(&Checker::new().check_bytes("document", &document)), in_memory);
    assert_eq!(found(&Checker::new().check_bytes("ndjson", &ndjson)), in_memory);
}

#[test]
fn the_order_of_records_changes_no_count() {
    let mut ndjson = Vec::new();
    catalog().write_ndjson(&mut ndjson).unwrap();
    let text = String::from_utf8(ndjson).unwrap();
    let (header, records) = text.split_once('\n').unwrap();
    let turned: Vec<&str> = std::iter::once(header).chain(records.lines().rev()).collect();
    let counts = |text: &str| {
        let report = Checker::new().check_bytes("ndjson", text.as_bytes());
        report.inputs[0].counts.by_rule.clone()
    };
    assert_eq!(counts(&turned.join("\n")), counts(&text));
}
