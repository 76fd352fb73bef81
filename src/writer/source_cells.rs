//! The cells of a source that a finding is about.

use crate::finding::SourceCell;
use crate::workbook::CellRef;

/// No sheet has more columns.
const LAST_COLUMN: u16 = 16_384;

/// A field stands in few columns; what names more says something else.
const MOST_COLUMNS: usize = 64;

/// The cells of a source, where it tells row and columns: of `H,I` and `H:I` both columns.
pub(super) fn cells(source: &SourceCell) -> impl Iterator<Item = CellRef> {
    let row = source.row.map(std::num::NonZeroU32::get);
    let columns = source.columns.as_deref().and_then(columns).unwrap_or_default();
    row.into_iter().flat_map(move |row| columns.clone().into_iter().map(move |column| CellRef { row, column }))
}

/// The columns that are named; none where anything but columns stands there.
fn columns(text: &str) -> Option<Vec<u16>> {
    let mut columns = Vec::new();
    let parts =
        text.split(|c: char| matches!(c, ',' | ';' | '，' | '；' | '、' | '/' | '+' | '和') || c.is_whitespace());
    for part in parts.filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once([':', '-', '：']).unwrap_or((part, part));
        let (first, last) = (column(first)?, column(last)?);
        columns.extend((first..=last).take(MOST_COLUMNS));
    }
    columns.dedup();
    (columns.len() <= MOST_COLUMNS).then_some(columns)
}

fn column(letters: &str) -> Option<u16> {
    let cell: CellRef = format!("{}1", letters.to_ascii_uppercase()).parse().ok()?;
    let is_letters = letters.bytes().all(|letter| letter.is_ascii_alphabetic());
    (is_letters && cell.column <= LAST_COLUMN).then_some(cell.column)
}
