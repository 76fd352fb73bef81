//! Catalogs of the size of real ones: the same for the same seed, true of the printed counts, and faulty exactly where
//! faults were planted.

use std::collections::BTreeSet;

use qingdan::codelist::CountingUnit;
use qingdan::figures::{Definition, Figures};
use qingdan::model::{Kind, Spelling};
use qingdan::{Checker, Limits};

#[path = "../examples/synthesize/generator.rs"]
mod generator;

use generator::{Expected, Order};

fn county(seed: u64, spelling: Spelling) -> Order {
    Order { counties: 1, seed, spelling, licenses: false, faults: 0, divisor: 20 }
}

fn written(order: Order) -> (Vec<u8>, Vec<Expected>) {
    let mut bytes = Vec::new();
    let expected = generator::write(order, &mut bytes).unwrap();
    (bytes, expected)
}

/// What a check finds, and what it should find: rule, record and path.
fn judged(order: Order) -> (BTreeSet<String>, BTreeSet<String>) {
    let (bytes, expected) = written(order);
    let report = Checker::new().as_of("2026-11-23".parse().unwrap()).check_bytes("county", &bytes);
    let found = report.findings().map(|finding| {
        let record = finding.record.as_ref().unwrap_or_else(|| panic!("{finding:?}"));
        format!("{} {}/{} {}", finding.code, record.kind, record.id.as_ref().map_or("", |id| id.as_str()), finding.path)
    });
    let wanted = expected.iter().map(|fault| format!("{} {} {}", fault.rule, fault.record, fault.path));
    (found.collect(), wanted.collect())
}

#[test]
fn a_check_finds_what_was_planted_and_nothing_else() {
    for (seed, spelling, counties) in [
        (1, Spelling::Document, 1),
        (2, Spelling::Ndjson, 1),
        (3, Spelling::Document, 3),
        (4, Spelling::Ndjson, 2),
        (u64::MAX, Spelling::Ndjson, 1),
    ] {
        for faults in [0, 90] {
            let (found, wanted) = judged(Order { counties, faults, ..county(seed, spelling) });
            assert_eq!(wanted.len(), faults);
            let (missed, invented): (Vec<_>, Vec<_>) =
                (wanted.difference(&found).collect(), found.difference(&wanted).collect());
            assert!(
                missed.is_empty() && invented.is_empty(),
                "seed {seed}, {counties} counties, {faults} faults: missed {missed:?}, found besides {invented:?}"
            );
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let order = Order { counties: 2, faults: 30, ..county(7, Spelling::Ndjson) };
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
