//! Four official workbooks, as catalogs: what must come out of real lists. `tests/data/workbooks/README.md` has the
//! source and the counts.

use std::collections::BTreeMap;

use qingdan::model::{Catalog, Date};
use qingdan::{Checker, Finding, Limits, Report};

pub(crate) const WORKBOOKS: [(&str, &[u8]); 4] = [
    ("agriculture", include_bytes!("data/workbooks/agriculture.ndjson")),
    ("transport", include_bytes!("data/workbooks/transport.ndjson")),
    ("ecology", include_bytes!("data/workbooks/ecology.ndjson")),
    ("fire_rescue", include_bytes!("data/workbooks/fire_rescue.ndjson")),
];

fn day() -> Date {
    "2026-11-25".parse().unwrap()
}

fn bytes(name: &str) -> &'static [u8] {
    WORKBOOKS.iter().find(|(known, _)| *known == name).unwrap().1
}

fn checked(name: &str) -> Report {
    Checker::new().as_of(day()).max_findings(usize::MAX).check_bytes(name, bytes(name))
}

fn catalog(name: &str) -> Catalog {
    let reading = qingdan::read(bytes(name), Limits::default());
    assert!(reading.findings.is_empty(), "{name}: {:?}", reading.findings);
    reading.catalog.unwrap()
}

fn of<'r>(report: &'r Report, code: &'r str) -> impl Iterator<Item = &'r Finding> {
    report.findings().filter(move |finding| finding.code() == code)
}

/// The row of the workbook from which the record of a finding comes.
fn row(catalog: &Catalog, finding: &Finding) -> u32 {
    let id = finding.record.as_ref().and_then(|record| record.id.as_ref()).unwrap();
    catalog.power_items.get(id.as_str()).and_then(|item| item.source.as_ref()?.row).unwrap().get()
}

#[test]
fn every_item_of_every_workbook_is_read() {
    let items = WORKBOOKS.map(|(name, _)| (name, catalog(name).power_items.len()));
    assert_eq!(items, [("agriculture", 310), ("transport", 360), ("ecology", 217), ("fire_rescue", 75)]);
}

/// By type, as the names of the sheets of agriculture declare them; 行政许可 has one row less than declared.
#[test]
fn types_come_out_as_the_sheets_declare() {
    let mut types: BTreeMap<String, usize> = BTreeMap::new();
    for item in &catalog("agriculture").power_items {
        *types.entry(item.power_type.to_string()).or_default() += 1;
    }
    let expected = [
        ("adjudication", 1),
        ("coercion", 21),
        ("confirmation", 1),
        ("inspection", 17),
        ("levy", 1),
        ("licensing", 10),
        ("other_power", 3),
        ("penalty", 254),
        ("reward", 2),
    ];
    assert_eq!(types, expected.into_iter().map(|(name, count)| (name.to_owned(), count)).collect());
}

/// A date dragged down a column of merged cells: one finding a cell.
#[test]
fn dates_dragged_down_a_column_are_told_once_a_merged_cell() {
    let (report, catalog) = (checked("transport"), catalog("transport"));
    let rows: Vec<u32> = of(&report, "QD207").map(|finding| row(&catalog, finding)).collect();
    assert_eq!(rows.len(), 10, "{rows:?}");
    assert!(rows.iter().all(|row| (6..=29).contains(row)), "{rows:?}");
}
