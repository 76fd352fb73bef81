//! Workbooks written by hand, for tests of what is made of them.

use qingdan::import::{ImportSettings, Imported, import};
use qingdan::workbook::{Area, CellRef, Sheet, SheetCell, Workbook, WorkbookFormat};

/// A sheet of texts; an empty text is an empty cell.
pub(crate) fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
    let mut sheet = Sheet::new(name);
    for (row, cells) in (1..).zip(rows) {
        for (column, text) in (1..).zip(*cells) {
            sheet.put(CellRef::new(row, column), SheetCell::text(*text));
        }
    }
    sheet
}

/// Merges the cells from one to the other, named as `A1`.
pub(crate) fn merge(sheet: &mut Sheet, first: &str, last: &str) {
    sheet.merge(Area { first: first.parse().unwrap(), last: last.parse().unwrap() });
}

/// Merges the cells of two rows in each of these columns.
pub(crate) fn merge_rows(sheet: &mut Sheet, columns: &[&str], first: u32, last: u32) {
    for column in columns {
        merge(sheet, &format!("{column}{first}"), &format!("{column}{last}"));
    }
}

/// A workbook of sheets.
pub(crate) fn workbook(name: &str, sheets: Vec<Sheet>) -> Workbook {
    let mut workbook = Workbook::new(name, WorkbookFormat::Xlsx);
    workbook.sheets = sheets;
    workbook
}

/// What is made of one sheet of a list of 杭锦旗.
pub(crate) fn imported(sheet: Sheet) -> Imported {
    import(&[workbook("杭锦旗水利局.xlsx", vec![sheet])], &ImportSettings::default()).unwrap()
}

/// The names of the power items.
pub(crate) fn names(imported: &Imported) -> Vec<&str> {
    imported.catalog.power_items.iter().map(|item| item.name.as_str()).collect()
}
