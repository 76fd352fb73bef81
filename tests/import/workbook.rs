//! Files of every kind read as workbooks.

mod damaged;
mod made;
mod real;
mod shape;
mod texts;
mod values;

use std::path::Path;

use qingdan::workbook::{CellRef, Sheet, Workbook, WorkbookError, WorkbookLimits};

/// A workbook as published, by its file name.
pub(crate) fn published(file: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/workbooks").join(file)).unwrap()
}

pub(crate) fn read(bytes: &[u8]) -> Result<Workbook, WorkbookError> {
    Workbook::read("a", bytes, WorkbookLimits::default())
}

/// The text that stands at an address itself.
pub(crate) fn text<'s>(sheet: &'s Sheet, at: &str) -> Option<&'s str> {
    sheet.own(at.parse::<CellRef>().unwrap()).map(|cell| cell.text.as_str())
}
