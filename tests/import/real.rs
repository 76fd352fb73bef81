//! The four workbooks of Karamay, as published: counts, places, and that no cell is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use qingdan::Checker;
use qingdan::codelist::ItemType;
use qingdan::import::{Column, ImportSettings, Imported, SheetAccount, import};
use qingdan::model::{Citation, PowerItem, Record as _};
use qingdan::workbook::{CellRef, Sheet, Workbook, WorkbookLimits};

const ALL: [&str; 4] = ["agriculture.xls", "transport.xlsx", "ecology.xls", "fire_rescue.xlsx"];

fn read(name: &str) -> Workbook {
    let bytes = fs::read(format!("{}/tests/data/workbooks/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    Workbook::read(name, &bytes, WorkbookLimits::default()).unwrap()
}

fn settings() -> ImportSettings {
    let mut settings = ImportSettings::default();
    settings.division = Some("650200".parse().unwrap());
    settings
}

fn imported(name: &str) -> Imported {
    import(&[read(name)], &settings()).unwrap()
}

fn sum(imported: &Imported, of: impl Fn(&SheetAccount) -> u64) -> u64 {
    imported.account.sheets.iter().map(of).sum()
}

/// By `tests/data/workbooks/README.md`, which another program counted: rows of data and items without those that are hidden.
#[test]
fn rows_and_items_are_as_counted() {
    let expected = [
        ("agriculture.xls", 310, 310, 311),
        ("transport.xlsx", 776, 360, 360),
        ("ecology.xls", 217, 217, 217),
        ("fire_rescue.xlsx", 75, 75, 75),
    ];
    for (name, rows, items, numbers) in expected {
        let imported = imported(name);
        let data = |sheet: &SheetAccount| {
            use qingdan::import::RowClass::{Continued, Data};
            sheet.rows.get(&Data).copied().unwrap_or(0) + sheet.rows.get(&Continued).copied().unwrap_or(0)
        };
        assert_eq!(sum(&imported, data), rows, "{name}");
        assert_eq!(sum(&imported, |sheet| sheet.items), items, "{name}");
        // One row is numbered `2,3`: it stands for two entries.
        assert_eq!(sum(&imported, |sheet| sheet.entry_numbers), numbers, "{name}");
        assert!(imported.account.sheets.iter().all(|sheet| sheet.untaken.is_empty()), "{name}");
    }
}

#[test]
fn every_declared_total_agrees_and_hidden_rows_are_told() {
    let imported = imported("agriculture.xls");
    let declared: Vec<Option<u64>> = imported.account.sheets.iter().map(|sheet| sheet.declared).collect();
    assert_eq!(declared, [11, 21, 254, 1, 1, 2, 17, 1, 3].map(Some));
    for sheet in &imported.account.sheets {
        assert_eq!(Some(sheet.entry_numbers), sheet.declared, "{}", sheet.sheet);
    }
    let hidden: Vec<(&str, &[u32])> = imported
        .account
        .sheets
        .iter()
        .filter(|sheet| !sheet.hidden_rows.is_empty())
        .map(|sheet| (sheet.sheet.as_str(), sheet.hidden_rows.as_slice()))
        .collect();
    assert_eq!(hidden, [("行政征收（ 1 项）", [2, 3].as_slice())]);
    let by_type = |of: ItemType| imported.catalog.power_items.iter().filter(|item| item.power_type == of).count();
    assert_eq!([by_type(ItemType::Penalty), by_type(ItemType::Coercion), by_type(ItemType::Inspection)], [254, 21, 17]);
}

#[test]
fn every_record_leads_to_its_row() {
    for name in ALL {
        let (workbook, imported) = (read(name), imported(name));
        for item in &imported.catalog.power_items {
            let (sheet, row) = place(&workbook, &imported, item);
            let header = imported.account.sheets.iter().find(|account| account.sheet == sheet.name).unwrap();
            let column = |of: Column| header.columns.iter().position(|column| column.column == Some(of));
            let name_column = if item.parent.is_some() { Column::SubName } else { Column::Name };
            let at = column(name_column).unwrap();
            let letters = &header.columns[at].letters;
            let cell: CellRef = format!("{letters}{row}").parse().unwrap();
            assert_eq!(
                sheet.shown(cell).map(|(_, cell)| cell.text.as_str()),
                Some(item.name.as_str()),
                "{name} {cell}"
            );
        }
    }
}

fn place<'w>(workbook: &'w Workbook, imported: &Imported, item: &PowerItem) -> (&'w Sheet, u32) {
    let source = item.source.as_ref().unwrap();
    let entry = imported.catalog.header.sources.iter().find(|entry| entry.id == source.source).unwrap();
    let sheet = entry.sheet.as_ref().unwrap();
    let sheet = workbook.sheets.iter().find(|of| of.name == sheet.as_str()).unwrap();
    (sheet, source.row.unwrap().get())
}

/// How many characters a text has that are no blanks.
fn length(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// How many characters that are no blanks a field of an item has.
type Length<'a> = &'a dyn Fn(&PowerItem) -> usize;

/// The characters of the cells of each record, column by column, are those of its fields.
#[test]
fn no_character_of_a_cell_is_lost() {
    for name in ALL {
        let (workbook, imported) = (read(name), imported(name));
        let mut cells: BTreeMap<Column, usize> = BTreeMap::new();
        // Without blanks: those at which a cell is cut into citations, steps or remedies belong to none of them.
        let mut words: BTreeMap<Column, usize> = BTreeMap::new();
        let mut kept_cells = 0;
        for account in &imported.account.sheets {
            let sheet = workbook.sheets.iter().find(|sheet| sheet.name == account.sheet).unwrap();
            let items: Vec<&PowerItem> = imported
                .catalog
                .power_items
                .iter()
                .filter(|item| place(&workbook, &imported, item).0.name == sheet.name)
                .collect();
            let rows: BTreeSet<u32> = items.iter().map(|item| place(&workbook, &imported, item).1).collect();
            let told: BTreeSet<u32> = account.told.iter().map(|told| told.row).collect();
            for &row in &rows {
                let next = rows.range(row + 1..).next().copied().unwrap_or(sheet.last_row().unwrap() + 1);
                for column in account.columns.iter().filter(|column| !column.hidden) {
                    let mut origins = BTreeSet::new();
                    for row in (row..next).filter(|row| !sheet.is_row_hidden(*row) && !told.contains(row)) {
                        let at: CellRef = format!("{}{row}", column.letters).parse().unwrap();
                        if let Some((from, cell)) = sheet.shown(at)
                            && !cell.text.trim().is_empty()
                            && origins.insert(from)
                        {
                            let count = cell.text.chars().count();
                            match column.column {
                                Some(of) => {
                                    *cells.entry(of).or_default() += count;
                                    *words.entry(of).or_default() += length(&cell.text);
                                }
                                None => kept_cells += count,
                            }
                        }
                    }
                }
            }
        }
        let items = || imported.catalog.power_items.iter().filter(|item| item.source.is_some());
        let fields = |of: &dyn Fn(&PowerItem) -> usize| items().map(of).sum::<usize>();
        let texts = |basis: &[Citation]| {
            basis.iter().filter_map(|of| of.text.as_ref()).map(|text| length(text.as_str())).sum::<usize>()
        };
        let len = |text: &Option<qingdan::model::Text>| text.as_ref().map_or(0, |text| length(text.as_str()));
        let expected: [(Column, Length<'_>); 8] = [
            (Column::Basis, &|item| texts(&item.basis)),
            (Column::Scope, &|item| len(&item.scope)),
            (Column::Duties, &|item| len(&item.duties)),
            (Column::Responsibilities, &|item| {
                item.responsibilities.iter().map(|step| length(step.content.as_str())).sum()
            }),
            (Column::ResponsibilitiesBasis, &|item| item.responsibilities.iter().map(|step| texts(&step.basis)).sum()),
            (Column::AccountabilitySubject, &|item| item.accountability.iter().map(|entry| len(&entry.subject)).sum()),
            (Column::Accountability, &|item| {
                item.accountability.iter().map(|entry| length(entry.circumstance.as_str())).sum()
            }),
            (Column::Remedies, &|item| item.remedies.iter().map(|remedy| len(&remedy.text)).sum()),
        ];
        let mut kept = 0;
        for item in items() {
            for (_, value) in item.extensions.iter() {
                kept += serde_json::from_str::<String>(value.as_json()).unwrap().chars().count();
            }
        }
        let mut kept_of_fields = 0;
        for (column, of) in expected {
            let there = words.get(&column).copied().unwrap_or(0);
            let held = fields(of);
            assert!(held <= there, "{name} {column}: {held} of {there}");
            kept_of_fields += there - held;
        }
        // What is in no field of its own stands in `extensions`, character for character.
        let (numbers, remarks) = (cells.get(&Column::EntryNumber), cells.get(&Column::Remarks));
        let by_intent = numbers.unwrap_or(&0) + remarks.unwrap_or(&0);
        let whole = sum(&imported, |sheet| sheet.characters.kept);
        assert_eq!(u64::try_from(kept).unwrap(), whole, "{name}");
        assert!(kept >= kept_cells + kept_of_fields + by_intent, "{name}");
        let typed = sum(&imported, |sheet| sheet.characters.typed);
        let all: usize = cells.values().sum::<usize>() + kept_cells;
        assert_eq!(u64::try_from(all).unwrap(), typed + whole, "{name}");
        let share = typed * 10_000 / (typed + whole);
        assert!(share >= 9_500, "{name}: {share} of 10,000 characters stand in fields of their own");
    }
}

#[test]
fn dragged_dates_are_one_finding_a_cell() {
    let report = imported("transport.xlsx").check(&Checker::new().as_of("2026-11-23".parse().unwrap()));
    let findings: Vec<_> = report.findings().filter(|finding| finding.code() == "QD207").collect();
    assert_eq!(findings.len(), 10);
    let rows: BTreeSet<u32> =
        findings.iter().map(|finding| finding.source.as_ref().unwrap().row.unwrap().get()).collect();
    assert_eq!(
        (rows.len(), rows.first().copied(), rows.last().copied().is_some_and(|last| last <= 29)),
        (10, Some(6), true)
    );
}

#[test]
fn a_body_left_over_from_a_template_is_reported_once_with_its_rows() {
    let report = imported("agriculture.xls").check(&Checker::new().as_of("2026-11-23".parse().unwrap()));
    let about = |name: &str| {
        report
            .findings()
            .filter(|finding| {
                finding.code() == "QD011"
                    && finding.record.as_ref().and_then(|record| record.name.as_deref()) == Some(name)
            })
            .count()
    };
    assert_eq!(about("地州市农业农村局"), 1);
}

#[test]
fn tags_that_contradict_the_instrument_are_found() {
    let report = imported("agriculture.xls").check(&Checker::new().as_of("2026-11-23".parse().unwrap()));
    let found: Vec<_> = report.findings().filter(|finding| finding.code() == "QD205").collect();
    // 【规章】《农业机械安全监督管理条例》, in the sheet of other powers, row 4, column E.
    assert!(found.iter().any(|finding| {
        let cell = finding.source.as_ref().unwrap();
        cell.sheet.as_deref() == Some("其他行政权力（3项）")
            && cell.row.map(std::num::NonZero::get) == Some(4)
            && cell.columns.as_deref() == Some("E")
    }));
}

/// What was made of the workbooks by another program (`convert.py`) gives the same findings of law, rule by rule.
#[test]
fn the_findings_are_those_of_the_independent_conversion() {
    let checker = Checker::new().as_of("2026-11-23".parse().unwrap());
    for (name, file) in [
        ("agriculture.xls", "agriculture.ndjson"),
        ("ecology.xls", "ecology.ndjson"),
        ("transport.xlsx", "transport.ndjson"),
    ] {
        let here = imported(name).check(&checker);
        let path = format!("{}/tests/data/workbooks/{file}", env!("CARGO_MANIFEST_DIR"));
        let there = checker.check_file(path).unwrap();
        for code in ["QD203", "QD204", "QD205", "QD206", "QD207", "QD208", "QD209"] {
            let code: qingdan::RuleCode = code.parse().unwrap();
            assert_eq!(here.count_of(code), there.count_of(code), "{name} {code}");
        }
    }
}

#[test]
fn the_same_workbook_gives_the_same_ids() {
    let ids =
        |imported: &Imported| imported.catalog.power_items.iter().map(|item| item.id().clone()).collect::<Vec<_>>();
    assert_eq!(ids(&imported("ecology.xls")), ids(&imported("ecology.xls")));
}
