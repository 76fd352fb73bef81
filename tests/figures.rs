//! Statistics and published figures: values worked out by hand, and the arithmetic of the report of 2024.

use std::num::NonZeroU64;

use proptest::prelude::*;
use qingdan::codelist::CountingUnit::{self, ImplementationItem, MainItem};
use qingdan::figures::{
    Attainable, CheckedFigure, Comparison, Definition, Dimension, Figures, NotComparedReason, Outcome, Rate,
    RateVerdict,
};
use qingdan::model::{Decimal, Kind};
use qingdan::{Catalog, Checker, Limits, Severity};

use crate::samples::bytes;

fn figures_of(json: &str) -> Figures {
    let reading = qingdan::read(json.as_bytes(), Limits::default());
    assert!(reading.findings.is_empty(), "{:#?}", reading.findings);
    Figures::of(&reading.catalog.unwrap())
}

/// Numerator, denominator and percentage of a statistic of the whole.
fn counted(figures: &Figures, definition: Definition, kind: Kind, unit: CountingUnit) -> (u64, u64, String) {
    let statistic = figures.whole(definition, kind, unit).unwrap_or_else(|| panic!("no {definition}"));
    (
        statistic.numerator.unwrap_or(u64::MAX),
        statistic.denominator.map_or(0, NonZeroU64::get),
        statistic.percent.as_ref().map_or_else(String::new, ToString::to_string),
    )
}

fn rate(numerator: u64, denominator: u64) -> Rate {
    Rate::new(numerator, NonZeroU64::new(denominator).unwrap())
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// The figures of Hangjin's report of 2024, each worked out with pencil and paper.
#[test]
fn the_report_of_2024_is_arithmetic() {
    // (rate, over, the parts that give it)
    for (percent, total, parts) in [
        ("96.27", 1480, None),                        // 1424 is 96.216…, 1425 is 96.283…
        ("88.18", 1480, Some((1305, 1305))),          // 88.1756…
        ("64.62", 1480, None),                        // 956 is 64.594…, 957 is 64.662…
        ("99.93", 1480, Some((1479, 1479))),          // 99.9324…
        ("78.98", 1480, Some((1169, 1169))),          // 78.986…, cut off
        ("99.97", 239_471, Some((239_388, 239_423))), // from 239387.18… (99.965 %) to below 239423.10… (99.98 %)
        ("97.79", 1265, Some((1237, 1237))),          // 97.786…
        ("85.47", 1480, Some((1265, 1265))),          // 85.472…
        ("83.58", 1480, Some((1237, 1237))),          // 83.581…
        ("64.62", 65, Some((42, 42))),                // 64.615…
        ("97.00", 33, None),                          // 32 is 96.969…, printed 96.97 or 96.96
    ] {
        let attainable = Attainable::over(total, &decimal(percent));
        assert_eq!(attainable.bounds(), parts, "{percent} of {total}");
        assert_eq!(attainable.is_empty(), attainable.nearest().next().is_some());
    }
    let nearest = |percent: &str| -> Vec<(u64, String)> {
        let attainable = Attainable::over(1480, &decimal(percent));
        attainable.nearest().map(|rate| (rate.numerator, rate.percent(2).to_string())).collect()
    };
    assert_eq!(nearest("96.27"), [(1424, "96.22".to_owned()), (1425, "96.28".to_owned())]);
    assert_eq!(nearest("64.62"), [(956, "64.59".to_owned()), (957, "64.66".to_owned())]);
}

#[test]
fn rates_are_rounded_half_up_and_never_up_to_all() {
    for (part, whole, decimals, printed) in [
        (239_396, 239_471, 2, "99.97"),
        (239_470, 239_471, 2, "99.99"),
        (239_471, 239_471, 2, "100.00"),
        (1, 3, 2, "33.33"),
        (2, 3, 2, "66.67"),
        (1, 8, 2, "12.50"),
        (1, 8, 1, "12.5"),
        (1, 8, 0, "13"),
        (1, 16, 3, "6.250"),
        (0, 7, 2, "0.00"),
        (199, 200, 0, "99"),
        (u64::MAX - 1, u64::MAX, 16, "99.9999999999999999"),
        (3, 2, 2, "150.00"),
    ] {
        assert_eq!(rate(part, whole).percent(decimals).as_str(), printed, "{part} of {whole}");
    }
}

#[test]
fn odd_rates_and_totals_are_judged_too() {
    for (percent, total, attainable) in [
        ("100", 0, false),
        ("0", 0, false),
        ("0.00", 5, true),
        ("100.00", 5, true),
        ("100.01", 5, false),
        ("-0.01", 5, false),
        ("99999999999999999999999999999999999999999999", 5, false),
        ("50.00000000000000000000000000000000000", 2, true),
        ("33.33333333333333333333333333333333333", 3, true),
        ("33.333333333333335", 3, false),
    ] {
        let found = Attainable::over(total, &decimal(percent));
        assert_eq!(!found.is_empty(), attainable, "{percent} of {total}");
        assert!(found.nearest().all(|rate| rate.numerator <= total));
    }
    assert_eq!(Attainable::over(5, &decimal("100")).bounds(), Some((5, 5)));
    assert_eq!(Attainable::over(1_000_000, &decimal("100")).bounds(), Some((1_000_000, 1_000_000)));
}

proptest! {
    /// What a part is printed as, rounded or cut off, can be that part; and what it cannot be is neither.
    #[test]
    fn a_rate_can_be_what_gives_it(whole in 1_u64..3000, part in 0_u64..3000, decimals in 0_u32..4, units in 0_u64..1_000_000) {
        let part = part.min(whole);
        let scale = 100 * 10_u64.pow(decimals);
        let print = |units: u64| -> Decimal {
            let text = format!("{units:0>width$}", width = decimals as usize + 1);
            let (whole, fraction) = text.split_at(text.len() - decimals as usize);
            if fraction.is_empty() { decimal(whole) } else { decimal(&format!("{whole}.{fraction}")) }
        };
        let cut = part * scale / whole;
        let rounded = (2 * part * scale + whole) / (2 * whole);
        prop_assert!(rate(part, whole).is_printed_as(&print(cut)));
        prop_assert!(rate(part, whole).is_printed_as(&rate(part, whole).percent(decimals)));
        // Rounding up to 100 is the one thing that is not taken.
        prop_assert_eq!(rate(part, whole).is_printed_as(&print(rounded)), rounded < scale || part == whole);
        let units = units % (scale + 1);
        let gives = |k: u64| {
            let rounded = (2 * k * scale + whole) / (2 * whole);
            if units == scale { k == whole } else { units == rounded || units == k * scale / whole }
        };
        let by_hand: Vec<u64> = (0..=whole).filter(|&k| gives(k)).collect();
        let bounds = by_hand.first().copied().zip(by_hand.last().copied());
        let attainable = Attainable::over(whole, &print(units));
        prop_assert_eq!(attainable.bounds(), bounds);
        // The nearest rates stand on both sides of the number, with nothing between them.
        let nearest: Vec<u64> = attainable.nearest().map(|rate| rate.numerator).collect();
        if attainable.is_empty() {
            let below = (0..=whole).rev().find(|k| k * scale < units * whole);
            let above = (0..=whole).find(|k| k * scale > units * whole);
            prop_assert_eq!(nearest, below.into_iter().chain(above).collect::<Vec<u64>>());
        } else {
            prop_assert!(nearest.is_empty());
        }
    }
}

/// Three departments' items, counted by hand: see the comment at each record.
const BANNER: &str = r#"{
  "header": {"schema_version": "1.0", "title": "杭锦旗", "division": "150625", "level": "county",
             "covers": ["service_item", "license_link", "licensing_item"]},
  "organizations": [
    {"id": "water", "name": "水利局", "kind": "department"},
    {"id": "xini", "name": "锡尼镇人民政府", "kind": "township_government", "division": "150625100"},
    {"id": "xini-center", "name": "锡尼镇便民服务中心", "kind": "public_institution", "level": "township", "parent": "xini"}],
  "licensing_items": [
    {"id": "main", "name": "采伐", "item_level": "main", "set_by": [{"title": "森林法"}], "authorities": [{"organization": "water", "role": "decide"}]},
    {"id": "sub-1", "name": "采伐一", "item_level": "sub", "parent": "main", "authorities": [{"organization": "xini", "role": "decide"}, {"organization": "water", "role": "decide"}]},
    {"id": "sub-2", "name": "采伐二", "item_level": "sub", "parent": "main", "status": "cancelled"},
    {"id": "alone", "name": "取水", "item_level": "main", "set_by": [{"title": "水法"}], "authorities": [{"organization": "water", "role": "decide"}, {"organization": "xini", "role": "accept"}]}],
  "service_items": [
    {"id": "a", "name": "甲", "item_level": "main", "service_type": "public_service", "organization": "water",
     "handling": "immediate", "visits": 0, "online": {"available": true, "full": true, "depth": ["result_feedback"]},
     "statutory_limits": [{"amount": 20, "unit": "working_day"}]},
    {"id": "b", "name": "乙", "item_level": "main", "service_type": "public_service", "organization": "water",
     "handling": "promised", "visits": 1, "online": {"available": true, "full": true},
     "statutory_limits": [{"amount": 45, "unit": "working_day"}], "promised_limits": [{"amount": 45, "unit": "working_day"}]},
    {"id": "c", "name": "丙", "item_level": "main", "service_type": "public_service", "organization": "xini-center",
     "handling": "immediate", "visits": 2, "online": {"available": false}},
    {"id": "d", "name": "丁", "item_level": "main", "service_type": "public_service", "organization": "xini"},
    {"id": "e", "name": "戊", "item_level": "main", "service_type": "public_service", "organization": "water", "status": "suspended"},
    {"id": "f", "name": "己", "item_level": "main", "service_type": "inspection", "organization": "water", "initiation": "ex_officio", "basis": [{"title": "水法"}]}],
  "license_links": [
    {"id": "1", "service_item": "a", "material": "m", "mode": "e_license", "state": "linked"},
    {"id": "2", "service_item": "a", "material": "n", "mode": "data_sharing", "state": "configured"},
    {"id": "3", "service_item": "b", "material": "m", "mode": "commitment", "state": "linked"},
    {"id": "4", "service_item": "c", "material": "m", "mode": "commitment", "state": "unlinked"},
    {"id": "5", "service_item": "e", "material": "m", "mode": "commitment", "state": "configured"}]
}"#;

#[test]
fn statistics_are_those_counted_by_hand() {
    let figures = figures_of(BANNER);
    let service = |definition| counted(&figures, definition, Kind::ServiceItem, ImplementationItem);
    // a, b, c, d: e is suspended, f is exercised ex officio.
    assert_eq!(service(Definition::Items).0, 4);
    assert_eq!(service(Definition::Online), (2, 4, "50.00".to_owned())); // a, b; d does not say
    assert_eq!(service(Definition::FullyOnline), (1, 4, "25.00".to_owned())); // a; b says so, and has a visit
    assert_eq!(service(Definition::Immediate), (2, 4, "50.00".to_owned())); // a, c
    assert_eq!(service(Definition::ImmediateOnline), (1, 2, "50.00".to_owned())); // a of a, c
    assert_eq!(service(Definition::ImmediateOnlineOfAll), (1, 4, "25.00".to_owned()));
    assert_eq!(service(Definition::AtMostOneVisit), (2, 4, "50.00".to_owned())); // a, b
    assert_eq!(service(Definition::NoVisit), (1, 4, "25.00".to_owned())); // a
    // a promises nothing of 20, b 45 of 45: 20 of 65 saved; on average (100 % + 0 %) / 2.
    assert_eq!(service(Definition::PromiseCompression), (20, 65, "30.77".to_owned()));
    assert_eq!(service(Definition::PromiseCompressionMean), (u64::MAX, 2, "50.00".to_owned()));
    assert_eq!(service(Definition::Linked), (2, 4, "50.00".to_owned())); // a (twice, counted once), b; e is not in use
    assert_eq!(service(Definition::Configured), (1, 4, "25.00".to_owned()));
    assert_eq!(service(Definition::ConfiguredOfLinked), (1, 2, "50.00".to_owned()));
    let unstated = |definition| figures.whole(definition, Kind::ServiceItem, ImplementationItem).unwrap().unstated;
    assert_eq!((unstated(Definition::Online), unstated(Definition::Items), unstated(Definition::Linked)), (1, 0, 0));

    let licensing = |unit| counted(&figures, Definition::Items, Kind::LicensingItem, unit).0;
    assert_eq!(licensing(MainItem), 2);
    assert_eq!(licensing(CountingUnit::SubItem), 1); // the other is cancelled
    assert_eq!(licensing(ImplementationItem), 2); // sub-1 and alone: main has a sub-item in use
    assert_eq!(licensing(CountingUnit::Organization), 2); // who only accepts does not exercise it
}

#[test]
fn groups_are_those_counted_by_hand() {
    let figures = figures_of(BANNER);
    let groups = |kind, by| -> Vec<(String, u64)> {
        figures.groups(kind, by).map(|(group, number)| (group.key.clone(), number)).collect()
    };
    let pairs =
        |of: &[(&str, u64)]| -> Vec<(String, u64)> { of.iter().map(|(key, n)| ((*key).to_owned(), *n)).collect() };
    assert_eq!(
        groups(Kind::ServiceItem, Dimension::Organization),
        pairs(&[("water", 2), ("xini", 1), ("xini-center", 1)])
    );
    assert_eq!(groups(Kind::ServiceItem, Dimension::Level), pairs(&[("county", 2), ("township", 2)]));
    // The center belongs to its town.
    assert_eq!(groups(Kind::ServiceItem, Dimension::Township), pairs(&[("xini", 2)]));
    assert_eq!(groups(Kind::ServiceItem, Dimension::ItemType), pairs(&[("public_service", 4)]));
    // An item of two bodies counts with both.
    assert_eq!(groups(Kind::LicensingItem, Dimension::Organization), pairs(&[("water", 2), ("xini", 1)]));
}

/// The example of the two ways of taking the mean: 20 → 2 and 45 → 45 are 27.7 % of the days, 45 % on average.
#[test]
fn what_promises_save_is_a_sum_or_a_mean() {
    let item = |id: &str, statutory: u32, promised: u32| {
        format!(
            r#"{{"id": "{id}", "name": "甲", "item_level": "main", "service_type": "public_service", "organization": "w",
               "statutory_limits": [{{"amount": {statutory}, "unit": "working_day"}}],
               "promised_limits": [{{"amount": {promised}, "unit": "working_day"}}]}}"#
        )
    };
    let figures = figures_of(&format!(
        r#"{{"header": {{"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}},
            "organizations": [{{"id": "w", "name": "水利局", "kind": "department"}}],
            "service_items": [{}, {}]}}"#,
        item("a", 20, 2),
        item("b", 45, 45)
    ));
    let percent = |definition| counted(&figures, definition, Kind::ServiceItem, ImplementationItem).2;
    assert_eq!(percent(Definition::PromiseCompression), "27.69"); // 18 / 65
    assert_eq!(percent(Definition::PromiseCompressionMean), "45.00"); // (90 + 0) / 2
}

#[test]
fn what_the_source_does_not_hold_is_not_counted() {
    let figures = figures_of(&BANNER.replace(r#""covers":"#, r#""not_held": ["service_items.visits"], "covers":"#));
    assert!(figures.whole(Definition::NoVisit, Kind::ServiceItem, ImplementationItem).is_none());
    let not_counted: Vec<Definition> = figures.not_counted.iter().map(|missing| missing.definition).collect();
    assert_eq!(not_counted, [Definition::FullyOnline, Definition::AtMostOneVisit, Definition::NoVisit]);
    // Nothing is said of kinds without records.
    assert!(figures.whole(Definition::Items, Kind::PowerItem, MainItem).is_none());
}

/// BANNER with published figures.
fn claims(figures: &str) -> (Vec<CheckedFigure>, Vec<String>) {
    let json =
        BANNER.replacen(r#""license_links""#, &format!(r#""published_figures": [{figures}], "license_links""#), 1);
    let report = Checker::new().select(["QD7".parse().unwrap()]).check_bytes("x", json.as_bytes());
    let found = report.findings().map(|finding| format!("{} {}", finding.code, finding.place.pointer)).collect();
    (figures_of(&json).claims, found)
}

fn claim(members: &str) -> String {
    format!(
        r#"{{"id": "f", "statement": "见报告", "counts": {{"kind": "service_item", "unit": "implementation_item"}}, "definition": "见说明", {members}}}"#
    )
}

#[test]
fn a_figure_is_compared_in_its_unit_and_scope() {
    for (members, comparison, found) in [
        (r#""metric": "items", "measure": "count", "value": "4""#, Comparison::Agrees, None),
        (r#""metric": "items", "measure": "count", "value": "4.0""#, Comparison::Agrees, None),
        (r#""metric": "items", "measure": "count", "value": "4.5""#, Comparison::Differs, Some("QD701")),
        (
            r#""metric": "items", "measure": "count", "value": "2", "scope": {"level": "township"}"#,
            Comparison::Agrees,
            None,
        ),
        (
            r#""metric": "items", "measure": "count", "value": "2", "scope": {"organization": "water"}"#,
            Comparison::Agrees,
            None,
        ),
        (
            r#""metric": "items", "measure": "count", "value": "1", "scope": {"division": "150625100"}"#,
            Comparison::Agrees,
            None,
        ),
        (
            r#""metric": "items", "measure": "count", "value": "4", "scope": {"division": "150600"}"#,
            Comparison::Agrees,
            None,
        ),
        (
            r#""metric": "items", "measure": "count", "value": "3", "scope": {"level": "county"}"#,
            Comparison::Differs,
            Some("QD701"),
        ),
        (r#""metric": "linked", "measure": "count", "value": "2""#, Comparison::Agrees, None),
        (r#""metric": "linked", "measure": "count", "value": "3""#, Comparison::Differs, Some("QD701")),
        // d does not say whether it is online: 2 or 3 of 4.
        (r#""metric": "online", "measure": "rate", "value": "75.00", "total": "4""#, Comparison::Agrees, None),
        (
            r#""metric": "online", "measure": "rate", "value": "25.00", "total": "4""#,
            Comparison::Differs,
            Some("QD703"),
        ),
        (r#""metric": "online", "measure": "rate", "value": "100", "total": "4""#, Comparison::Differs, Some("QD703")),
        // 1 of 4, 2 of 4 (d may be immediate) or over those handled at once.
        (r#""metric": "immediate_online", "measure": "rate", "value": "50", "total": "2""#, Comparison::Agrees, None),
        (r#""metric": "immediate_online", "measure": "rate", "value": "25", "total": "4""#, Comparison::Agrees, None),
        (
            r#""metric": "promise_compression", "measure": "rate", "value": "30.77", "total": "65""#,
            Comparison::Agrees,
            None,
        ),
        (
            r#""metric": "promise_compression", "measure": "rate", "value": "30.76", "total": "65""#,
            Comparison::Agrees,
            None,
        ),
        (
            r#""metric": "promise_compression", "measure": "rate", "value": "50", "total": "2""#,
            Comparison::Agrees,
            None,
        ),
        (
            r#""metric": "promise_compression", "measure": "rate", "value": "40", "total": "2""#,
            Comparison::Differs,
            Some("QD703"),
        ),
        (r#""metric": "configured", "measure": "rate", "value": "50.00", "total": "2""#, Comparison::Agrees, None),
        (r#""metric": "linked", "measure": "rate", "value": "50.00", "total": "6""#, Comparison::Agrees, Some("QD701")),
    ] {
        let (claims, findings) = claims(&claim(members));
        assert_eq!(claims[0].recount.comparison, comparison, "{members}: {:?}", claims[0]);
        let codes: Vec<&str> = findings.iter().map(|finding| finding.split(' ').next().unwrap()).collect();
        assert_eq!(codes, found.into_iter().collect::<Vec<_>>(), "{members}");
    }
}

#[test]
fn a_figure_that_cannot_be_compared_says_why_and_raises_nothing() {
    for (members, reason) in [
        (r#""metric": "马上办", "measure": "count", "value": "50""#, NotComparedReason::MetricUnknown),
        (r#""metric": "sealed", "measure": "rate", "value": "50", "total": "2""#, NotComparedReason::ListIncomplete),
        (
            r#""metric": "items", "measure": "count", "value": "9", "scope": {"division": "15062"}"#,
            NotComparedReason::NotCountable,
        ),
        (
            r#""metric": "online", "measure": "rate", "value": "96.27", "total": "1480""#,
            NotComparedReason::Unattainable,
        ),
    ] {
        let (claims, findings) = claims(&claim(members));
        assert_eq!(claims[0].recount.reason, Some(reason), "{members}");
        let expected: &[&str] = if reason == NotComparedReason::Unattainable { &["QD702"] } else { &[] };
        let codes: Vec<&str> = findings.iter().map(|finding| finding.split(' ').next().unwrap()).collect();
        assert_eq!(codes, expected, "{members}");
    }
    // A record that cannot be read may be any of them.
    let json = BANNER.replacen(
        r#""license_links""#,
        &format!(
            r#""published_figures": [{}], "license_links""#,
            claim(r#""metric": "items", "measure": "count", "value": "9""#)
        ),
        1,
    );
    let broken = json.replace(r#""visits": 2"#, r#""visits": "two""#);
    let report = Checker::new().select(["QD701".parse().unwrap()]).check_bytes("x", broken.as_bytes());
    assert_eq!(report.findings().count(), 0);
    let not_run = report.inputs[0].coverage.not_run.iter().find(|entry| entry.code == "QD701").unwrap();
    assert_eq!(not_run.fields, ["published_figures/f"]);
}

/// Every verdict on the numbers that the banner's report of 2024 prints.
#[test]
fn the_claims_of_2024_are_judged_one_by_one() {
    let catalog = qingdan::read(&bytes("hangjin-2024-figures.json"), Limits::default()).catalog.unwrap();
    let figures = Figures::of(&catalog);
    let claim = |id: &str| -> &CheckedFigure {
        let of = |claim: &&CheckedFigure| qingdan::model::Record::id(&claim.published_figure).as_str() == id;
        figures.claims.iter().find(of).unwrap_or_else(|| panic!("no {id}"))
    };
    let rate = |id: &str| {
        let check = claim(id).rate.as_ref().unwrap();
        (check.verdict, check.least, check.greatest, check.counted)
    };
    assert_eq!(rate("online-rate"), (RateVerdict::Unattainable, None, None, None));
    assert_eq!(rate("immediate-online-rate"), (RateVerdict::Unattainable, None, None, None));
    assert_eq!(rate("fully-online-rate"), (RateVerdict::Attainable, Some(1305), Some(1305), None));
    assert_eq!(rate("at-most-one-visit-rate"), (RateVerdict::Attainable, Some(1479), Some(1479), None));
    assert_eq!(rate("sealing-rate"), (RateVerdict::Attainable, Some(239_388), Some(239_423), Some(239_396)));
    assert_eq!(claim("sealing-rate").verdict().en, "239396 / 239471 is 99.97 %");
    assert!(claim("promise-compression-rate").rate.is_none());
    let parts = claim("normative-documents").parts.as_ref().unwrap();
    assert_eq!((parts.sum.as_str(), parts.adds_up), ("17", true));
    assert_eq!(claim("normative-documents").verdict().zh, "9 + 4 + 4 = 17，相符");
    // It holds no records, so nothing is compared, and nothing is called different.
    assert!(figures.claims.iter().all(|claim| claim.recount.comparison == Comparison::NotCompared));
    assert!(figures.statistics.is_empty());

    let report =
        Checker::new().as_of("2026-11-23".parse().unwrap()).check_bytes("x", &bytes("hangjin-2024-figures.json"));
    assert_eq!(report.count_of("QD702".parse().unwrap()), 2);
    assert_eq!((report.count(Severity::Error), report.count(Severity::Warning)), (0, 2));
    // The report defines none of its rates and metrics.
    assert_eq!(report.count_of("QD705".parse().unwrap()), report.count(Severity::Info));
}

#[test]
fn a_rate_beside_a_count_that_gives_another_is_contradicted() {
    let count = claim(r#""metric": "sealed", "measure": "count", "value": "239000""#);
    let rate = claim(r#""metric": "sealed", "measure": "rate", "value": "99.97", "total": "239471""#);
    let (claims, _) = claims(&format!("{}, {}", count.replace("\"f\"", "\"g\""), rate));
    assert_eq!(claims[1].rate.as_ref().unwrap().verdict, RateVerdict::Contradicted);
}

/// Figures count what is there, whatever the spelling and the order of the records.
#[test]
fn order_and_spelling_do_not_matter() {
    let catalog: Catalog = serde_json::from_slice(&bytes("hangjin-sample.json")).unwrap();
    let figures = Figures::of(&catalog);
    let mut turned = Catalog::new(catalog.header.clone());
    for record in catalog.records().collect::<Vec<_>>().into_iter().rev() {
        let line = record.to_json();
        turned.insert(qingdan::model::AnyRecord::from_json(record.kind(), &line).unwrap()).unwrap();
    }
    let mut back = Figures::of(&turned);
    back.claims.reverse();
    assert_eq!(back, figures);
    assert!(figures.statistics.len() > 60);
}

/// The outcome of one figure beside BANNER, and the findings.
fn outcome(figure: &str) -> (Outcome, String, Vec<String>) {
    let (claims, found) = claims(figure);
    (claims[0].outcome, claims[0].verdict().zh, found)
}

/// A14: a whole that the catalog has says nothing of its parts.
#[test]
fn parts_are_compared_where_they_say_what_they_count_else_said_not_to_be() {
    // BANNER has 4 services: two of water, one of the township, one of its center.
    let services = |parts: &str| claim(&format!(r#""metric": "items", "measure": "count", "value": "4", {parts}"#));
    for (parts, expected, findings) in [
        // Adds up, and is anything.
        (r#""parts": [{"label": "甲", "value": "1"}, {"label": "乙", "value": "3"}]"#, Outcome::WholeAgrees, vec![]),
        (
            r#""parts": [{"label": "旗级", "value": "2", "scope": {"level": "county"}}, {"label": "苏木镇", "value": "2", "scope": {"level": "township"}}]"#,
            Outcome::Agrees,
            vec![],
        ),
        (
            r#""parts": [{"label": "旗级", "value": "3", "scope": {"level": "county"}}, {"label": "苏木镇", "value": "1", "scope": {"level": "township"}}]"#,
            Outcome::Differs,
            vec!["QD701 /published_figures/0/parts/0/value", "QD701 /published_figures/0/parts/1/value"],
        ),
        (
            r#""parts": [{"label": "水利局", "value": "2", "scope": {"organization": "water"}}, {"label": "其他", "value": "2"}]"#,
            Outcome::WholeAgrees,
            vec![],
        ),
        // A part of another kind: two licenses with implementation lists.
        (
            r#""parts": [{"label": "许可", "value": "2", "counts": {"kind": "licensing_item", "unit": "implementation_item"}}, {"label": "其他", "value": "2", "scope": {"organization": "water"}}]"#,
            Outcome::Agrees,
            vec![],
        ),
        (
            r#""parts": [{"label": "许可", "value": "1", "counts": {"kind": "licensing_item", "unit": "implementation_item"}}, {"label": "其他", "value": "3"}]"#,
            Outcome::Differs,
            vec!["QD701 /published_figures/0/parts/0/value"],
        ),
        // A part that is no record.
        (
            r#""parts": [{"label": "工单", "value": "4", "counts": {"subject": "12345工单", "unit": "件"}}]"#,
            Outcome::WholeAgrees,
            vec![],
        ),
        (r#""of_which": [{"label": "网办", "value": "3"}]"#, Outcome::WholeAgrees, vec![]),
    ] {
        let (found, verdict, codes) = outcome(&services(parts));
        assert_eq!((found, codes), (expected, findings.into_iter().map(str::to_owned).collect()), "{parts}: {verdict}");
        if found == Outcome::WholeAgrees {
            assert!(verdict.contains("未与清单核对"), "{parts}: {verdict}");
        }
    }
    // What was not compared is told in the coverage.
    let figure = services(r#""parts": [{"label": "甲", "value": "1"}, {"label": "乙", "value": "3"}]"#);
    let json =
        BANNER.replacen(r#""license_links""#, &format!(r#""published_figures": [{figure}], "license_links""#), 1);
    let report = Checker::new().select(["QD701".parse().unwrap()]).check_bytes("x", json.as_bytes());
    let not_run = report.inputs[0].coverage.not_run.iter().find(|entry| entry.code == "QD701").unwrap();
    assert_eq!(not_run.fields, ["published_figures/f/parts"]);
}

/// A14: documents reviewed 9, 4 and 4, published as 8, 5 and 4.
#[test]
fn parts_of_reviewed_documents_are_not_called_the_same() {
    let documents: Vec<String> = (0..17)
        .map(|n| {
            format!(
                r#"{{"id": "d{n}", "title": "杭锦旗第{n}号办法", "rank": "normative_document", "status": "in_force"}}"#
            )
        })
        .collect();
    let figures = figures_of(&format!(
        r#"{{"header": {{"schema_version": "1.0", "title": "a", "division": "150625", "level": "county", "covers": ["legal_instrument"]}},
            "legal_instruments": [{}],
            "published_figures": [{{"id": "f", "statement": "清理17件", "metric": "items", "measure": "count", "value": "17",
              "counts": {{"kind": "legal_instrument", "unit": "document"}},
              "parts": [{{"label": "继续有效", "value": "8"}}, {{"label": "废止", "value": "5"}}, {{"label": "失效", "value": "4"}}]}}]}}"#,
        documents.join(", ")
    ));
    let claim = &figures.claims[0];
    assert_eq!((claim.recount.comparison, claim.outcome), (Comparison::Agrees, Outcome::WholeAgrees));
    assert_eq!(claim.verdict().zh, "8 + 5 + 4 = 17，相符；与清单一致；分项未与清单核对");
}

fn free(members: &str) -> String {
    format!(r#"{{"id": "f", "statement": "见报告", "counts": {{"subject": "行政处罚案件", "unit": "起"}}, {members}}}"#)
}

/// A15: 其中 need not add up; the number behind a rate is no part of it.
#[test]
fn what_is_within_a_figure_need_not_add_up_and_a_numerator_is_no_part() {
    let within = |first: &str, second: &str| {
        format!(r#""of_which": [{{"label": "简易", "value": "{first}"}}, {{"label": "一般", "value": "{second}"}}]"#)
    };
    let count = |value: &str, more: &str| free(&format!(r#""measure": "count", "value": "{value}", {more}"#));
    let rate = |value: &str, more: &str| {
        free(&format!(r#""measure": "rate", "value": "{value}", "definition": "占全部案件", {more}"#))
    };
    for (figure, expected, findings) in [
        (count("48", &within("10", "15")), Outcome::Attainable, vec![]),
        (count("48", &within("48", "48")), Outcome::Attainable, vec![]),
        (count("48", &within("0", "48.0")), Outcome::Attainable, vec![]),
        (count("48", &within("10", "49")), Outcome::Wrong, vec!["QD706 /published_figures/0/of_which/1/value"]),
        (
            count("48", &within("100", "49")),
            Outcome::Wrong,
            vec!["QD706 /published_figures/0/of_which/0/value", "QD706 /published_figures/0/of_which/1/value"],
        ),
        (
            rate("96.36", r#""total": "6802", "parts": [{"label": "按期", "value": "6555"}]"#),
            Outcome::Attainable,
            vec![],
        ),
        (
            rate("96.36", r#""total": "6802", "of_which": [{"label": "按期", "value": "6555"}]"#),
            Outcome::Attainable,
            vec![],
        ),
        (rate("96.36", r#""numerator": "6555", "total": "6802""#), Outcome::Attainable, vec![]), // 96.3687…, cut off
        (rate("96.37", r#""numerator": "6555", "total": "6802""#), Outcome::Attainable, vec![]),
        (rate("96", r#""numerator": "6555", "total": "6802""#), Outcome::Attainable, vec![]),
        (
            rate("96.36", r#""numerator": "6554", "total": "6802""#), // 96.354…
            Outcome::Wrong,
            vec!["QD707 /published_figures/0/value"],
        ),
        (
            rate("100", r#""numerator": "6801", "total": "6802""#),
            Outcome::Wrong,
            vec!["QD707 /published_figures/0/value"],
        ),
    ] {
        let (found, verdict, codes) = outcome(&figure);
        assert_eq!(
            (found, codes),
            (expected, findings.into_iter().map(str::to_owned).collect()),
            "{figure}: {verdict}"
        );
    }
    // Without the total, or over none, there is nothing to divide by: QD705 and QD702 say so.
    let (found, _, codes) = outcome(&rate("96.36", r#""numerator": "6555""#));
    assert_eq!((found, codes), (Outcome::CannotBeTold, vec!["QD705 /published_figures/0".to_owned()]));
}

/// The two numbers are printed in the finding.
#[test]
fn a_rate_that_is_not_its_numerator_over_its_total_shows_both() {
    let figure = free(
        r#""measure": "rate", "value": "96.36", "numerator": "6554", "total": "6802", "definition": "占全部案件""#,
    );
    let (_, verdict, _) = outcome(&figure);
    assert_eq!(verdict, "可以得出：6555 / 6802；公布的比率为 96.36 %，而所列的 6554 / 6802 = 96.35 %");
}

/// A16: what is no record of the catalog is judged as far as it can be.
#[test]
fn figures_outside_the_catalog_are_judged_as_far_as_they_can_be() {
    for (figure, expected, findings) in [
        (
            r#"{"id": "f", "statement": "受理12345工单6802件", "measure": "count", "value": "6802", "counts": {"subject": "12345工单", "unit": "件"}}"#,
            Outcome::CannotBeTold,
            vec![],
        ),
        (
            r#"{"id": "f", "statement": "调解310件", "measure": "count", "value": "310", "counts": {"subject": "调解案件", "unit": "件"}, "parts": [{"label": "民事", "value": "300"}, {"label": "行政", "value": "10"}]}"#,
            Outcome::AddsUp,
            vec![],
        ),
        (
            r#"{"id": "f", "statement": "调解310件", "measure": "count", "value": "310", "counts": {"subject": "调解案件", "unit": "件"}, "parts": [{"label": "民事", "value": "300"}, {"label": "行政", "value": "11"}]}"#,
            Outcome::Wrong,
            vec!["QD704 /published_figures/0/value"],
        ),
        (
            r#"{"id": "f", "statement": "满意率97.00%", "measure": "rate", "value": "97.00", "total": "33", "definition": "占回访", "counts": {"subject": "回访", "unit": "人次"}}"#,
            Outcome::Wrong,
            vec!["QD702 /published_figures/0/value"],
        ),
        // Money and what was shortened are not counted one by one.
        (
            r#"{"id": "f", "statement": "完成率97.00%", "measure": "rate", "value": "97.00", "total": "33", "definition": "占计划", "counts": {"subject": "投资", "unit": "亿元"}}"#,
            Outcome::CannotBeTold,
            vec![],
        ),
        (
            r#"{"id": "f", "statement": "覆盖率97.00%", "measure": "rate", "value": "97.00", "total": "3.3", "definition": "占人口", "counts": {"subject": "人口", "unit": "万人"}}"#,
            Outcome::CannotBeTold,
            vec![],
        ),
        // Nothing but the number: told to be undefined, never refused.
        (
            r#"{"id": "f", "statement": "培训20", "measure": "count", "value": "20"}"#,
            Outcome::CannotBeTold,
            vec!["QD705 /published_figures/0"],
        ),
        // A kind of the catalog in a unit that is none of its own.
        (
            r#"{"id": "f", "statement": "服务9", "metric": "items", "measure": "count", "value": "9", "counts": {"kind": "service_item", "unit": "批"}}"#,
            Outcome::CannotBeTold,
            vec![],
        ),
        // Services of which only some are meant.
        (
            r#"{"id": "f", "statement": "便民服务9", "metric": "items", "measure": "count", "value": "9", "counts": {"kind": "service_item", "subject": "便民服务", "unit": "implementation_item"}}"#,
            Outcome::CannotBeTold,
            vec![],
        ),
    ] {
        let (found, verdict, codes) = outcome(figure);
        assert_eq!(
            (found, codes),
            (expected, findings.into_iter().map(str::to_owned).collect()),
            "{figure}: {verdict}"
        );
    }
}

/// Three townships; five powers: two taken back, one ended without a word.
const DELEGATED: &str = r#"{
  "header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county", "covers": ["delegation", "organization"]},
  "organizations": [
    {"id": "law", "name": "综合行政执法局", "kind": "department"},
    {"id": "a", "name": "锡尼镇人民政府", "kind": "township_government", "division": "150625100"},
    {"id": "b", "name": "巴拉贡镇人民政府", "kind": "township_government", "division": "150625101"},
    {"id": "c", "name": "独贵塔拉镇人民政府", "kind": "township_government", "division": "150625102"}],
  "power_items": [POWERS],
  "delegations": [
    {"id": "1", "power_item": "p1", "from": "law", "mode": "transfer", "to_all_townships": true,
     "claims": [{"organization": "a", "published_on": "2024-05-28"}, {"organization": "b"}]},
    {"id": "2", "power_item": "p2", "from": "law", "mode": "transfer", "to": ["a", "b"],
     "claims": [{"organization": "a", "url": "https://a.example"}]},
    {"id": "3", "power_item": "p3", "from": "law", "mode": "transfer", "to": ["a", "b"], "returned": {"on": "2025-10-01"}},
    {"id": "4", "power_item": "p4", "from": "law", "mode": "transfer", "to": ["c"], "ended_on": "2025-10-01", "returned": {"on": "2025-10-01"}},
    {"id": "5", "power_item": "p5", "from": "law", "mode": "transfer", "to": ["c"], "ended_on": "2025-10-01"}],
  "published_figures": [FIGURES]
}"#;

fn delegated(figures: &str) -> String {
    let powers: Vec<String> = (1..=5)
        .map(|n| format!(r#"{{"id": "p{n}", "name": "处罚{n}", "item_level": "main", "power_type": "penalty", "initiation": "ex_officio"}}"#))
        .collect();
    DELEGATED.replace("POWERS", &powers.join(", ")).replace("FIGURES", figures)
}

/// A17: what townships gave back, and which of them published.
#[test]
fn returned_and_published_delegations_are_counted() {
    use CountingUnit::Organization;
    let figures = figures_of(&delegated(""));
    let of = |definition, unit| counted(&figures, definition, Kind::Delegation, unit);
    assert_eq!(of(Definition::Items, MainItem).0, 2);
    assert_eq!(of(Definition::Items, ImplementationItem).0, 5); // p1 × 3, p2 × 2
    assert_eq!(of(Definition::Claimed, ImplementationItem), (3, 5, "60.00".to_owned()));
    assert_eq!(of(Definition::Claimed, Organization), (2, 3, "66.67".to_owned())); // c claimed nothing
    assert_eq!(of(Definition::Published, ImplementationItem), (2, 5, "40.00".to_owned()));
    assert_eq!(of(Definition::Published, Organization), (1, 3, "33.33".to_owned()));
    assert_eq!(of(Definition::Returned, MainItem), (2, 5, "40.00".to_owned()));
    assert_eq!(of(Definition::Returned, ImplementationItem), (3, 9, "33.33".to_owned())); // p3 × 2, p4
    assert_eq!(figures.whole(Definition::Returned, Kind::Delegation, MainItem).unwrap().unstated, 1);
    let claimed: Vec<(&str, u64)> = figures
        .groups_of(Definition::Claimed, Kind::Delegation, Dimension::Township)
        .map(|(group, number)| (group.key.as_str(), number))
        .collect();
    assert_eq!(claimed, [("a", 2), ("b", 1), ("c", 0)]);
    let offered: Vec<(&str, u64)> = figures
        .groups(Kind::Delegation, Dimension::Township)
        .map(|(group, number)| (group.key.as_str(), number))
        .collect();
    assert_eq!(offered, [("a", 2), ("b", 2), ("c", 1)]);
}

/// A17: a figure about what was taken back is compared with that, not with what is in force.
#[test]
fn a_figure_of_returned_delegations_is_compared_with_those() {
    for (metric, unit, value, differs) in [
        ("returned", "main_item", "2", false),
        ("returned", "main_item", "3", false), // the one that ended may have been taken back
        ("returned", "main_item", "4", true),
        ("returned", "main_item", "1", true),
        ("published", "organization", "1", false),
        ("published", "organization", "3", true),
        ("claimed", "organization", "2", false),
        ("items", "main_item", "2", false),
        ("items", "main_item", "5", true),
    ] {
        let figure = format!(
            r#"{{"id": "f", "statement": "见报告", "metric": "{metric}", "measure": "count", "value": "{value}", "definition": "见说明", "counts": {{"kind": "delegation", "unit": "{unit}"}}}}"#
        );
        let report = Checker::new().select(["QD7".parse().unwrap()]).check_bytes("x", delegated(&figure).as_bytes());
        let codes: Vec<String> = report.findings().map(|finding| finding.code.to_string()).collect();
        let expected: &[&str] = if differs { &["QD701"] } else { &[] };
        assert_eq!(codes, expected, "{metric} {unit} {value}");
    }
    let figure = r#"{"id": "f", "statement": "见报告", "metric": "items", "measure": "count", "value": "5", "counts": {"kind": "delegation", "unit": "main_item"}}"#;
    let report = Checker::new().select(["QD7".parse().unwrap()]).check_bytes("x", delegated(figure).as_bytes());
    let finding = report.findings().next().unwrap();
    assert!(finding.message.zh.starts_with("公布5项，清单中实有2项"), "{}", finding.message.zh);
}

/// Licenses by the rank of their best basis: what is held goes before what is stated.
#[test]
fn licenses_are_counted_by_the_rank_of_what_sets_them() {
    let item = |id: &str, more: &str| format!(r#"{{"id": "{id}", "name": "许可{id}", "item_level": "main", {more}}}"#);
    let items = [
        item(
            "a",
            r#""set_by": [{"title": "中华人民共和国水法", "articles": [{"article": 7}, {"article": 48}], "rank": "rule"}]"#,
        ),
        item("b", r#""set_by": [{"text": "《取水许可和水资源费征收管理条例》第四条；《水法》第七条"}]"#),
        item(
            "c",
            r#""set_by": [{"title": "城市公共汽车和电车客运管理规定", "rank": "departmental_rule"}, {"title": "某某条例", "rank": "law"}]"#,
        ),
        item("d", r#""set_by": [{"title": "某市养犬管理条例", "rank": "local_regulation"}]"#),
        item("e", r#""set_by": [{"title": "某市养猫管理条例"}]"#),
        item("f", r#""set_by": [{"instrument": "own"}]"#),
        item("g", r#""set_by": [{"title": "水法"}], "status": "cancelled""#),
        item("h", r#""set_by": [{"title": "中华人民共和国森林法", "articles": [{"article": 57}]}]"#),
        r#"{"id": "h1", "name": "许可h1", "item_level": "sub", "parent": "h"}"#.to_owned(),
    ];
    let figures = figures_of(&format!(
        r#"{{"header": {{"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}},
            "legal_instruments": [{{"id": "own", "title": "某旗规定", "rank": "normative_document", "status": "in_force"}}],
            "licensing_items": [{}]}}"#,
        items.join(", ")
    ));
    let by = |by| -> Vec<(String, u64)> {
        figures.groups(Kind::LicensingItem, by).map(|(group, number)| (group.key.clone(), number)).collect()
    };
    let pairs =
        |of: &[(&str, u64)]| -> Vec<(String, u64)> { of.iter().map(|(key, n)| ((*key).to_owned(), *n)).collect() };
    // a, b (by the second law in its cell) and h1 (by that of its main item); c by what is held; f by the catalog's own.
    let known = by(Dimension::BasisRank);
    assert_eq!(known, pairs(&[("law", 3), ("departmental_rule", 1), ("normative_document", 1), ("unknown", 1)]));
    assert_eq!(by(Dimension::BasisRankStated), pairs(&[("local_regulation", 1)]));
    // 水法 7 and 48, 取水条例 4, 水法 7 again, 森林法 57.
    let cited = |definition| figures.whole(definition, Kind::LicensingItem, CountingUnit::Provision).unwrap().numerator;
    assert_eq!((cited(Definition::Cited), cited(Definition::CitedDistinct)), (Some(5), Some(4)));
}
