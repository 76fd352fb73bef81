//! The licensing items of counties as a superior list: what stands in it, and that nothing wrong comes of it for real lists.

use std::collections::BTreeSet;

use qingdan::codelist::OrganizationKind;
use qingdan::conformance::{Conformance, ConformanceClass};
use qingdan::law::facts::LawFacts;
use qingdan::model::{Catalog, LicensingItem};
use qingdan::report::NotRunReason;
use qingdan::{Checker, Limits};

use crate::samples::bytes;

#[path = "../examples/licensing_reference/convert.rs"]
mod convert;

fn converted() -> Catalog {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/county_licensing/reference.csv");
    convert::convert(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn reference() -> Catalog {
    qingdan::read(&bytes("county-licensing-reference.json"), Limits::default()).catalog.unwrap()
}

#[test]
fn the_committed_list_is_the_one_that_is_converted() {
    let mut written = Vec::new();
    converted().write_json(&mut written).unwrap();
    assert_eq!(
        String::from_utf8(written).unwrap(),
        String::from_utf8(bytes("county-licensing-reference.json")).unwrap(),
        "cargo run --example licensing_reference > examples/catalogs/county-licensing-reference.json"
    );
}

#[test]
fn it_has_the_50_items_with_their_70_provisions_and_claims_nothing() {
    let reference = reference();
    assert_eq!(reference.licensing_items.len(), 50);
    let provisions = |item: &LicensingItem| item.set_by.iter().map(|citation| citation.articles.len()).sum::<usize>();
    assert_eq!(reference.licensing_items.iter().map(provisions).sum::<usize>(), 70);
    assert!(reference.organizations.iter().all(|body| body.kind == OrganizationKind::Category));
    assert!(reference.header.covers.is_empty(), "it is a small part, and says so");
    let title = reference.header.title.as_str();
    assert!(title.contains("不是国家或者自治区公布的清单"), "{title}");
}

/// The sample, Guang'an and the four workbooks.
fn lists() -> Vec<(&'static str, Vec<u8>)> {
    let workbooks = crate::workbooks::WORKBOOKS.map(|(name, bytes)| (name, bytes.to_vec()));
    let mut lists = vec![("sample", bytes("hangjin-sample.json")), ("guangan", crate::guangan::document())];
    lists.extend(workbooks);
    lists
}

#[test]
fn nothing_is_outside_of_it_or_missing_in_real_lists() {
    let checker = Checker::new().as_of("2026-11-25".parse().unwrap()).superior(&reference());
    for (name, bytes) in lists() {
        let report = checker.check_bytes(name, &bytes);
        for code in ["QD801", "QD806", "QD813"] {
            let found: Vec<_> = report.findings().filter(|finding| finding.code == code).collect();
            assert!(found.is_empty(), "{name}: {found:#?}");
        }
        let told = report.inputs[0].coverage.not_run.iter().find(|not_run| not_run.code == "QD801").unwrap();
        assert!([NotRunReason::ListIncomplete, NotRunReason::NotHeld].contains(&told.reason), "{name}: {told:?}");
    }
}

/// What it says of those real lists: the three differences of the sample, in each of its lists, were read beside the statutes.
/// Each is a provision that the sample does not cite; names, types and all else agree.
#[test]
fn what_differs_from_it_is_what_was_read() {
    let reference = reference();
    let mut seen = Vec::new();
    let mut differing = BTreeSet::new();
    for (name, bytes) in lists() {
        let catalog = qingdan::read(&bytes, Limits::default()).catalog.unwrap();
        let day = "2026-11-25".parse().unwrap();
        let conformance = Conformance::of(&catalog, &[&reference], LawFacts::known(), Some(day));
        assert!(conformance.missing.is_empty(), "{name}");
        let of_class = |class| conformance.counts.of_class(class);
        assert_eq!((of_class(ConformanceClass::NotAuthorised), of_class(ConformanceClass::OwnBasis)), (0, 0), "{name}");
        seen.push((name, of_class(ConformanceClass::CarriedDown), of_class(ConformanceClass::PermittedSubdivision)));
        for item in &conformance.items {
            for departure in &item.departures {
                let superior = departure.superior.as_deref().unwrap_or_default();
                differing.insert(format!("{name} {} {} {superior}", item.name, departure.kind));
            }
        }
    }
    let expected = [
        ("sample", 96, 6),
        ("guangan", 11, 7),
        ("agriculture", 4, 0),
        ("transport", 1, 0),
        ("ecology", 1, 0),
        ("fire_rescue", 0, 0),
    ];
    assert_eq!(seen, expected);
    let expected = [
        "sample 临时用地审批 basis_missing 《土地管理法实施条例》第二十一条",
        "sample 林木采伐许可证核发 basis_missing 《退耕还林条例》第五十条",
        "sample 特种设备使用登记 basis_missing 《特种设备安全监察条例》第二十五条",
    ];
    assert_eq!(Vec::from_iter(differing), expected);
}
