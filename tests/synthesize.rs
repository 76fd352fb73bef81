//! Catalogs of the size of real ones: the same for the same seed, true of the printed counts, and faulty exactly where
//! faults were planted.

use std::collections::BTreeSet;

use qingdan::codelist::CountingUnit;
use qingdan::diff::{ChangeClass, ItemKey, KeysKept, RecordChangeKind, diff};
use qingdan::figures::{Definition, Figures};
use qingdan::model::{Kind, Spelling};
use qingdan::rule::{EXAMPLE_PARAMETERS, Need, Rule};
use qingdan::{Catalog, Checker, Limits, Report, Severity, rules};

#[path = "../examples/synthesize/editions.rs"]
mod editions;
#[path = "../examples/synthesize/generator.rs"]
mod generator;
#[path = "../examples/synthesize/superior.rs"]
mod superior;

use editions::Planted;
use generator::{Expected, Order};

fn county(seed: u64, spelling: Spelling) -> Order {
    Order { counties: 1, seed, spelling, licenses: false, faults: 0, divisor: 20 }
}

/// A whole county without faults.
pub(crate) fn county_of(seed: u64, spelling: Spelling) -> Vec<u8> {
    written(Order { divisor: 1, ..county(seed, spelling) }).0
}

/// A small county without faults.
pub(crate) fn part_of_county(seed: u64, spelling: Spelling) -> Vec<u8> {
    written(county(seed, spelling)).0
}

fn written(order: Order) -> (Vec<u8>, Vec<Expected>) {
    let mut bytes = Vec::new();
    let expected = generator::write(order, &mut bytes).unwrap();
    (bytes, expected)
}

fn checked(bytes: &[u8]) -> Report {
    // With the parameters of which no value ships, for the rules that need one.
    let checker = Checker::new().as_of("2026-11-23".parse().unwrap());
    EXAMPLE_PARAMETERS.iter().cloned().fold(checker, Checker::parameter).check_bytes("county", bytes)
}

/// What a check finds, and what it should find: rule, record and path.
fn judged(order: Order) -> (BTreeSet<String>, BTreeSet<String>) {
    let (bytes, expected) = written(order);
    let report = checked(&bytes);
    let found = report.findings().map(|finding| {
        let record = finding.record.as_ref().unwrap_or_else(|| panic!("{finding:?}"));
        format!("{} {}/{} {}", finding.code, record.kind, record.id.as_ref().map_or("", |id| id.as_str()), finding.path)
    });
    let wanted = expected.iter().map(|fault| format!("{} {} {}", fault.rule, fault.record, fault.path));
    let found: BTreeSet<String> = found.collect();
    assert_eq!(found.len(), report.findings().count(), "one rule says one thing once");
    (found, wanted.collect())
}

/// Enough to plant every kind of fault twice, those of the rules that are announced among them.
const FAULTS: usize = 330;

/// Asserts that a check finds what was planted and nothing else.
fn assert_found(order: Order) {
    let (found, wanted) = judged(order);
    assert_eq!(wanted.iter().filter(|fault| fault.contains("/fault-")).count(), order.faults);
    let (missed, invented): (Vec<_>, Vec<_>) =
        (wanted.difference(&found).collect(), found.difference(&wanted).collect());
    let Order { seed, counties, faults, .. } = order;
    assert!(
        missed.is_empty() && invented.is_empty(),
        "seed {seed}, {counties} counties, {faults} faults: missed {missed:?}, found besides {invented:?}"
    );
}

#[test]
fn a_check_finds_what_was_planted_and_nothing_else() {
    for (seed, spelling, counties) in [
        (1, Spelling::Document, 1),
        (2, Spelling::Ndjson, 1),
        (3, Spelling::Document, 3),
        (4, Spelling::Ndjson, 2),
        (u64::MAX, Spelling::Ndjson, 1),
        (9, Spelling::Document, 1),
        (10, Spelling::Ndjson, 1),
        (11, Spelling::Document, 1),
        (12, Spelling::Ndjson, 4),
        (13, Spelling::Document, 2),
    ] {
        for faults in [0, FAULTS] {
            assert_found(Order { counties, faults, ..county(seed, spelling) });
        }
    }
}

/// The rules that end reading, or hide what other rules would say.
const ENDING: [&str; 4] = ["QD001", "QD002", "QD004", "QD007"];

/// The rules whose faults stand in the header, where none can be planted beside the others: they have a test of their own.
const OF_HEADER: [&str; 2] = ["QD810", "QD812"];

/// The rules that speak once a catalog, of all such faults together: here once a level.
const ONCE: [&str; 1] = ["QD412"];

#[test]
fn every_rule_has_its_fault_but_those_that_end_reading() {
    let (bytes, expected) = written(Order { faults: FAULTS, ..county(5, Spelling::Ndjson) });
    let planted: BTreeSet<String> = expected.iter().map(|fault| fault.rule.to_owned()).collect();
    // One catalog holds no fault that only another one shows.
    let of_one = |rule: &&Rule| {
        let needs = rule.needs.iter().any(|need| matches!(need, Need::Superior | Need::Previous));
        !needs && rule.code.family() != 9
    };
    let all = rules::all().filter(of_one).map(|rule| rule.code.to_string());
    let wanted: BTreeSet<String> =
        all.filter(|code| !ENDING.contains(&code.as_str()) && !OF_HEADER.contains(&code.as_str())).collect();
    assert_eq!(planted, wanted);
    for rule in planted {
        let times = expected.iter().filter(|fault| fault.rule == rule).count();
        assert_eq!(times == 1, ONCE.contains(&&*rule), "{rule} is planted {times} times");
    }

    // Both ways in which these rules speak.
    let report = checked(&bytes);
    for code in ["QD114", "QD203"] {
        for severity in [Severity::Error, Severity::Warning] {
            assert!(
                report.findings().any(|finding| finding.code == code && finding.severity == severity),
                "{code} {severity}"
            );
        }
    }
}

/// A code that the header calls retired, and an edition in effect before it was issued: two findings in a county in order.
#[test]
fn what_the_header_contradicts_is_found() {
    let text = String::from_utf8(written(county(6, Spelling::Ndjson)).0).unwrap();
    let (header, records) = text.split_once('\n').unwrap();
    let coded = records.lines().find(|line| line.starts_with("{\"licensing_item\":") && line.contains("\"code\":"));
    let coded: serde_json::Value = serde_json::from_str(coded.unwrap()).unwrap();
    let (id, code) = (&coded["licensing_item"]["id"], &coded["licensing_item"]["code"]);
    let mut header: serde_json::Value = serde_json::from_str(header).unwrap();
    header["header"]["retired_codes"] = serde_json::json!([code]);
    header["header"]["edition"]["issued_on"] = "2024-12-31".into();
    header["header"]["edition"]["effective_on"] = "2024-12-30".into();
    let report = checked(format!("{header}\n{records}").as_bytes());
    let found: Vec<(String, String)> = report
        .findings()
        .filter(|finding| OF_HEADER.contains(&finding.code.to_string().as_str()))
        .map(|finding| {
            let record =
                finding.record.as_ref().map(|record| record.id.as_ref().map_or_else(String::new, ToString::to_string));
            (finding.code.to_string(), record.unwrap_or_else(|| finding.path.to_string()))
        })
        .collect();
    let id = id.as_str().unwrap().to_owned();
    assert_eq!(found, [("QD812".to_owned(), "/header/edition/effective_on".to_owned()), ("QD810".to_owned(), id)]);
}

/// Departures from a complete superior list: all kinds, all found, and none invented.
#[test]
fn departures_from_the_superior_list_are_found_and_no_others() {
    for seed in [1, 2, 3, 7, u64::MAX] {
        let order = Order { divisor: 4, ..county(seed, Spelling::Ndjson) };
        let county = qingdan::read(&written(order).0, Limits::default()).catalog.unwrap();
        let without = superior::planted(county.clone(), 0);
        assert_eq!(departures(&without), BTreeSet::new(), "seed {seed}, nothing planted");
        let planted = superior::planted(county, 40);
        let wanted: BTreeSet<String> =
            planted.expected.iter().map(|one| format!("{} {} {}", one.rule, one.record, one.path)).collect();
        assert_eq!((planted.expected.len(), wanted.len()), (40, 40));
        let found = departures(&planted);
        let (missed, invented): (Vec<_>, Vec<_>) =
            (wanted.difference(&found).collect(), found.difference(&wanted).collect());
        assert!(missed.is_empty() && invented.is_empty(), "seed {seed}: missed {missed:?}, invented {invented:?}");
        let rules: BTreeSet<&str> = planted.expected.iter().map(|one| one.rule).collect();
        assert_eq!(Vec::from_iter(rules), ["QD801", "QD802", "QD803", "QD804", "QD805", "QD806"]);
    }
}

/// What the rules about the superior list find: rule, record and path, or the item that is not claimed.
fn departures(planted: &superior::Planted) -> BTreeSet<String> {
    let rules = ["QD801", "QD802", "QD803", "QD804", "QD805", "QD806", "QD813"];
    let checker = Checker::new().as_of("2026-11-23".parse().unwrap()).superior(&planted.superior);
    let report = checker.select(rules.map(|code| code.parse().unwrap())).check(&planted.county);
    let claimed = |message: &str| message.split(['“', '”']).nth(1).unwrap_or_default().to_owned();
    let found = report.findings().map(|finding| {
        let record = finding.record.as_ref().map(|record| format!("{}/{}", record.kind, record.id.as_ref().unwrap()));
        let record = record.unwrap_or_else(|| format!("superior/{}", claimed(&finding.message.zh)));
        format!("{} {record} {}", finding.code, finding.path)
    });
    found.collect()
}

/// One break in a county in order, and one finding: nothing is said of what could not be read.
#[test]
fn what_ends_reading_is_found_alone() {
    let text = String::from_utf8(written(county(6, Spelling::Ndjson)).0).unwrap();
    let line = text.lines().find(|line| line.starts_with("{\"service_item\":")).unwrap();
    let cut = line.strip_suffix('}').unwrap();
    let deep = format!("{{\"bundle\":{}{}}}\n{line}", "[".repeat(200), "]".repeat(200));
    let mut stray = text.clone().into_bytes();
    *stray.last_mut().unwrap() = 0xff;
    for (code, broken) in [
        ("QD001", text.replacen(line, cut, 1).into_bytes()),
        ("QD002", stray),
        ("QD004", text.replacen(line, &deep, 1).into_bytes()),
        ("QD007", text.replacen("\"schema_version\": \"1.0\"", "\"schema_version\": \"2.0\"", 1).into_bytes()),
    ] {
        let report = checked(&broken);
        let found: Vec<String> = report.findings().map(|finding| finding.code.to_string()).collect();
        assert_eq!(found, [code]);
    }
}

#[test]
fn more_faults_than_can_be_told_apart_are_refused() {
    let mut bytes = Vec::new();
    assert!(generator::write(Order { faults: 40_001, ..county(7, Spelling::Ndjson) }, &mut bytes).is_err());
    assert!(bytes.is_empty());
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let order = Order { counties: 2, faults: FAULTS, ..county(7, Spelling::Ndjson) };
    assert_eq!(written(order).0, written(order).0);
    assert_ne!(written(order).0, written(Order { seed: 8, ..order }).0);
}

#[test]
fn both_spellings_hold_the_same_records() {
    let order = Order { counties: 2, ..county(7, Spelling::Document) };
    let catalog = |order| {
        let reading = qingdan::read(&written(order).0, Limits::default());
        assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        reading.catalog.unwrap()
    };
    assert_eq!(catalog(order), catalog(Order { spelling: Spelling::Ndjson, ..order }));
}

/// A whole county: the counts of Hangjin's report of 2024, and the two rates that cannot be.
#[test]
fn the_first_county_has_the_printed_counts() {
    let order = Order { divisor: 1, ..county(7, Spelling::Document) };
    let (bytes, expected) = written(order);
    assert_eq!(expected.iter().filter(|one| one.rule == "QD702" && one.standing).count(), 2);
    let catalog = qingdan::read(&bytes, Limits::default()).catalog.unwrap();
    let figures = Figures::of(&catalog);
    let whole = |definition, kind, unit| {
        let statistic = figures.whole(definition, kind, unit).unwrap();
        (statistic.numerator.unwrap(), statistic.percent.as_ref().map_or_else(String::new, ToString::to_string))
    };
    let number = |kind, unit| whole(Definition::Items, kind, unit).0;
    assert_eq!(number(Kind::LicensingItem, CountingUnit::MainItem), 247);
    assert_eq!(number(Kind::PowerItem, CountingUnit::MainItem), 6700 + 192);
    assert_eq!(number(Kind::Delegation, CountingUnit::MainItem), 56);
    assert_eq!(number(Kind::ServiceItem, CountingUnit::ImplementationItem), 1480);
    assert_eq!(number(Kind::ServiceItem, CountingUnit::Organization), 40 + 6);
    assert_eq!(number(Kind::LicensingItem, CountingUnit::Organization), 28 + 6);
    assert_eq!(number(Kind::PowerItem, CountingUnit::Organization), 24 + 6);
    let service = |definition| whole(definition, Kind::ServiceItem, CountingUnit::ImplementationItem);
    assert_eq!(service(Definition::Online), (1425, "96.28".to_owned()));
    assert_eq!(service(Definition::FullyOnline), (1305, "88.18".to_owned()));
    assert_eq!(service(Definition::ImmediateOnlineOfAll), (956, "64.59".to_owned()));
    assert_eq!(service(Definition::AtMostOneVisit), (1479, "99.93".to_owned()));
    assert_eq!(service(Definition::PromiseCompression).1, "78.98");
    assert_eq!(service(Definition::Linked).0, 1265);
    assert_eq!(service(Definition::Configured).0, 1237);
    let bundles = |definition| whole(definition, Kind::Bundle, CountingUnit::Bundle).0;
    assert_eq!(
        [Definition::Items, Definition::OnlineAndOffline, Definition::Standardized].map(bundles),
        [169, 110, 103]
    );
}

/// A twentieth of Hangjin's 239,471 licenses, and of the 75 without a seal.
#[test]
fn licenses_are_counted_and_their_faults_found() {
    for spelling in [Spelling::Document, Spelling::Ndjson] {
        assert_found(Order { licenses: true, faults: FAULTS, ..county(8, spelling) });
    }
    let order = Order { licenses: true, ..county(8, Spelling::Ndjson) };
    assert_found(order);
    let catalog = qingdan::read(&written(order).0, Limits::default()).catalog.unwrap();
    assert!(catalog.header.covers.contains(&Kind::License));
    assert_eq!(catalog.licenses.len(), 11_973);
    let figures = Figures::of(&catalog);
    let sealed = figures.whole(Definition::Sealed, Kind::License, CountingUnit::License).unwrap();
    assert_eq!(sealed.numerator, Some(11_970));
    let published = catalog
        .published_figures
        .iter()
        .filter(|figure| figure.counts.as_ref().is_some_and(|counts| counts.kind == Some(Kind::License)));
    let values: Vec<&str> = published.map(|figure| figure.value.as_str()).collect();
    assert_eq!(values, ["11973", "11970"]);
    let identifiers: BTreeSet<&str> = catalog.licenses.iter().map(|license| license.identifier.text()).collect();
    assert_eq!(identifiers.len(), 11_973);
}

/// A county and the edition that follows it, with what was changed.
fn editions(seed: u64, divisor: usize, changes: usize, alone: bool) -> (Catalog, Catalog, Vec<Planted>) {
    let (bytes, _) = written(Order { divisor, ..county(seed, Spelling::Ndjson) });
    let old = qingdan::read(&bytes, Limits::default()).catalog.unwrap();
    let (new, planted) = editions::next(&old, seed, changes, alone);
    (old, new, planted)
}

/// Asserts that all changes are found and classed, and none besides.
fn assert_changes(seed: u64, divisor: usize, changes: usize, alone: bool) {
    let (old, new, planted) = editions(seed, divisor, changes, alone);
    let found = diff(&old, &new);
    let keys = |keys: &[ItemKey]| keys.iter().map(|key| key.id.to_string()).collect();
    let mut told: Vec<Planted> = found
        .items
        .iter()
        .map(|item| Planted {
            kind: item.kind.tag(),
            old: keys(&item.old),
            new: keys(&item.new),
            classes: item.changes.iter().map(|change| change.class.as_str()).collect(),
        })
        .collect();
    // The items of a merger stand in the order of the edition, not of the record.
    let mut planted = planted;
    for one in told.iter_mut().chain(&mut planted) {
        one.old.sort_unstable();
        one.new.sort_unstable();
    }
    let (told, planted): (BTreeSet<Planted>, BTreeSet<Planted>) =
        (told.into_iter().collect(), planted.into_iter().collect());
    let (missed, besides): (Vec<_>, Vec<_>) =
        (planted.difference(&told).collect(), told.difference(&planted).collect());
    assert!(missed.is_empty() && besides.is_empty(), "seed {seed}: missed {missed:#?}, found besides {besides:#?}");
    assert_eq!(told.len(), changes);
    let classes: BTreeSet<&str> = planted.iter().flat_map(|one| one.classes.iter().copied()).collect();
    assert_eq!(classes.len(), ChangeClass::ALL.len(), "every class is planted");
    if !alone {
        // The log tells of every change, and leads from the one edition to the other.
        assert_eq!((found.counts.unrecorded, found.unmet), (0, Vec::new()));
        let rules = ["QD807", "QD809", "QD810", "QD812"].map(|code| code.parse().unwrap());
        let report = Checker::new().select(rules).previous(&old).check(&new);
        let told: Vec<String> = report.findings().map(|finding| finding.message.en.clone()).collect();
        assert_eq!((told, report.inputs[0].coverage.run.len()), (Vec::new(), 4));
    }
    // Of all else the log alone grew.
    assert!(
        found.records.iter().all(|record| record.kind == Kind::Adjustment && record.change == RecordChangeKind::Added)
    );
    // Some items have other ids, and some other codes.
    assert_eq!((found.ids, found.codes), (KeysKept::Partly, KeysKept::Partly));
}

#[test]
fn every_change_between_editions_is_found_and_classed_and_none_besides() {
    for seed in [1, 2, 3, 11, u64::MAX] {
        assert_changes(seed, 20, 200, seed % 2 == 0);
    }
}

#[test]
fn two_whole_editions_differ_in_what_was_changed() {
    assert_changes(7, 1, 2 * 27 * 8, false);
}
