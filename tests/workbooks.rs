//! Four official workbooks, as catalogs: what must come out of real lists. `tests/data/workbooks/README.md` has the
//! source and the counts.

use std::collections::BTreeMap;

use qingdan::model::{Catalog, Date};
use qingdan::{Checker, Finding, Lang, Limits, Report, Severity};

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

/// By items, merged rows as one: 92 items of ecology rest on a law that 生态环境法典 ended on 2026-08-15 or that had ended
/// before, and nothing in force is cited beside it.
#[test]
fn ended_laws_are_found_where_nothing_else_carries_the_power() {
    let errors = |name| {
        let report = checked(name);
        of(&report, "QD203").filter(|finding| finding.severity == Severity::Error).count()
    };
    let found = ["ecology", "agriculture", "transport", "fire_rescue"].map(errors);
    assert_eq!(found, [92, 18, 9, 0]);
}

/// The list that was drawn from the findings of the rules about instruments and read: each of them is still said, in the
/// same words.
#[test]
#[cfg(feature = "openings")]
fn the_findings_that_were_read_are_those_that_are_said() {
    let reports = WORKBOOKS.map(|(name, _)| (name, checked(name), catalog(name)));
    let drawn: Vec<Vec<&str>> =
        include_str!("data/workbooks/findings.tsv").lines().skip(1).map(|line| line.split('\t').collect()).collect();
    assert_eq!(drawn.len(), 63);
    for line in drawn {
        let [name, _, drawn_row, code, message, _, judged, _] = line[..] else { panic!("{line:?}") };
        let (_, report, catalog) = reports.iter().find(|(known, ..)| *known == name).unwrap();
        let is_it =
            |finding: &&Finding| finding.message(Lang::Zh) == message && row(catalog, finding).to_string() == drawn_row;
        assert!(of(report, code).any(|finding| is_it(&finding)), "{line:?}");
        assert_eq!(judged, "right");
    }
}

/// Quotations judged by hand from the statutes before the rule existed. Of the five under another article two are
/// found: one stands in a rule whose standing was not seen, one has words of an older edition, and one begins like two
/// articles of the edition in force. None of the 45 under the article cited is called another.
#[test]
#[cfg(feature = "openings")]
fn quotations_under_another_article_are_found_and_others_are_not() {
    let (mut right, mut found) = (0, Vec::new());
    let reports = WORKBOOKS.map(|(name, _)| (name, checked(name)));
    for line in include_str!("data/workbooks/quotations.tsv").lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, record, title, cited, _, judged, _] = cells[..] else { panic!("{line}") };
        let (_, report) = reports.iter().find(|(known, _)| *known == name).unwrap();
        let begins = [format!("《{title}》{cited}的引文"), format!("《中华人民共和国{title}》{cited}的引文")];
        let said = of(report, "QD210").find(|finding| {
            let of_record = finding.record.as_ref().and_then(|about| about.id.as_ref());
            of_record.is_some_and(|id| id.as_str() == record)
                && begins.iter().any(|begin| finding.message(Lang::Zh).starts_with(begin.as_str()))
        });
        if judged == cited {
            right += 1;
            assert!(said.is_none(), "{line}");
        } else if let Some(said) = said {
            assert!(!judged.is_empty() && said.message(Lang::Zh).contains(judged), "{line}");
            found.push(record);
        }
    }
    assert_eq!((right, found), (45, vec!["agriculture-2-14", "agriculture-3-26", "ecology-1-56", "ecology-1-54"]));
}
