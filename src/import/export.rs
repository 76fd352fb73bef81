//! Lists out: the power list of a catalog in its official form, so that a department can work on it and hand it back.
//!
//! A record stands in as many rows as its longest list needs; cells of which there is one are merged over them. Read again by
//! [`import`](super::import()), the sheet gives the same fields; where a cell would not, that is told.

use std::collections::BTreeMap;

use super::column::Column;
use super::form::Form;
use super::printed::{self, Cells};
use crate::model::{Catalog, Kind, PowerItem, RecordRef, Ref};
use crate::workbook::{Area, CellRef, Sheet, SheetCell, Workbook, WorkbookFormat};

/// 导出的清单: a list in its official form, and what of the catalog it cannot say.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExportedList {
    /// 工作簿: the list.
    pub workbook: Workbook,
    /// 未能写全的字段: by the path of a field how many items have something there that the list does not say, or that
    /// would be read from it as something else.
    pub lost: BTreeMap<String, u64>,
    /// 不在清单中的记录: how many records of other kinds the catalog has, for which the list has no room; bodies are named by
    /// the items.
    pub left_out: BTreeMap<Kind, u64>,
}

/// How many rows stand above the data: the title and the headers.
const ROWS_ABOVE: u32 = 2;

/// Writes the power list of a catalog in its official form.
///
/// Columns that no item fills are left out, but for those that every list has.
///
/// ```
/// use qingdan::import::{ImportSettings, export_power_list, import};
/// use qingdan::model::Record as _;
/// use qingdan::workbook::{Workbook, WorkbookLimits};
/// let table = "序号,权力名称,权力类型,设定依据,实施主体\n1,取水许可,行政许可,《中华人民共和国水法》第四十八条,杭锦旗水利局\n";
/// let workbook = Workbook::read("杭锦旗水利局.csv", table.as_bytes(), WorkbookLimits::default())?;
/// let catalog = import(&[workbook], &ImportSettings::default())?.catalog;
/// let list = export_power_list(&catalog);
/// assert!(list.lost.is_empty());
/// let again = import(&[list.workbook], &ImportSettings::default())?.catalog;
/// let (one, other) = (catalog.power_items.iter().next(), again.power_items.iter().next());
/// assert_eq!(one.map(|item| (item.id(), &item.basis)), other.map(|item| (item.id(), &item.basis)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn export_power_list(catalog: &Catalog) -> ExportedList {
    let columns = Form::of(Kind::PowerItem).map(|form| form.columns).unwrap_or_default();
    let mut lost = BTreeMap::new();
    let items: Vec<(&PowerItem, BTreeMap<Column, Cells>)> = listed(catalog)
        .map(|item| {
            let (cells, not_said) = printed::power_item(item, catalog);
            for field in not_said {
                let count: &mut u64 = lost.entry(field.to_owned()).or_default();
                *count = count.saturating_add(1);
            }
            (item, cells)
        })
        .collect();
    let is_filled = |column: Column| items.iter().any(|(_, cells)| cells.contains_key(&column));
    let columns: Vec<_> =
        columns.into_iter().filter(|column| is_filled(column.column) || column.column.is_in_every_list()).collect();
    let mut sheet = Sheet::new("权责清单");
    let width = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    put(&mut sheet, 1, 1, catalog.header.title.as_str());
    sheet.merge(Area { first: CellRef::new(1, 1), last: CellRef::new(1, width.max(1)) });
    for (number, column) in (1_u16..).zip(&columns) {
        put(&mut sheet, ROWS_ABOVE, number, &column.header);
    }
    let mut row = ROWS_ABOVE.saturating_add(1);
    for (entry, (_, cells)) in items.iter().enumerate() {
        let rows = cells.values().map(Vec::len).max().unwrap_or(1).max(1);
        let end = row.saturating_add(u32::try_from(rows).unwrap_or(u32::MAX)).saturating_sub(1);
        for (number, column) in (1_u16..).zip(&columns) {
            let texts = match column.column {
                Column::EntryNumber => vec![entry.saturating_add(1).to_string()],
                of => cells.get(&of).cloned().unwrap_or_default(),
            };
            lay_out(&mut sheet, (row, end), number, &texts);
        }
        row = end.saturating_add(1);
    }
    let mut workbook = Workbook::new(catalog.header.title.as_str(), WorkbookFormat::Xlsx);
    workbook.sheets.push(sheet);
    let mut left_out = BTreeMap::new();
    for kind in catalog.records().map(RecordRef::kind) {
        if !matches!(kind, Kind::PowerItem | Kind::Organization) {
            let count: &mut u64 = left_out.entry(kind).or_default();
            *count = count.saturating_add(1);
        }
    }
    ExportedList { workbook, lost, left_out }
}

/// The items that stand in rows of their own: main items of which nothing but the name is said stand beside their sub-items.
fn listed(catalog: &Catalog) -> impl Iterator<Item = &PowerItem> {
    let parents: Vec<&Ref<PowerItem>> = catalog.power_items.iter().filter_map(|item| item.parent.as_ref()).collect();
    let parents: std::collections::BTreeSet<&str> = parents.into_iter().map(|parent| parent.id().as_str()).collect();
    catalog.power_items.iter().filter(move |item| !(parents.contains(item.id.as_str()) && printed::is_only_named(item)))
}

/// Puts the cells of a column into the rows of a record: the last goes on to the end.
fn lay_out(sheet: &mut Sheet, (first, last): (u32, u32), column: u16, texts: &[String]) {
    let count = u32::try_from(texts.len()).unwrap_or(u32::MAX);
    for (row, text) in (first..).zip(texts) {
        put(sheet, row, column, text);
    }
    let from = first.saturating_add(count.saturating_sub(1));
    if count > 0 && from < last {
        sheet.merge(Area { first: CellRef::new(from, column), last: CellRef::new(last, column) });
    }
}

fn put(sheet: &mut Sheet, row: u32, column: u16, text: &str) {
    sheet.put(CellRef::new(row, column), SheetCell::text(text));
}
