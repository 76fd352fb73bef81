//! Tables of text: cells parted by commas, tabs or semicolons, some in quotes (RFC 4180).

use std::io::Read;

use csv::{ByteRecord, ReaderBuilder};

use super::error::Bound;
use super::limits::Account;
use super::{CellRef, Sheet, SheetCell, WorkbookError};

/// What may part cells, and of how many records it is told.
const DELIMITERS: [u8; 3] = [b',', b'\t', b';'];
const SAMPLE: usize = 100;

/// A line behind the text. It is read as a record of its own, unless a quote before it was never closed.
const BEHIND: &[u8] = b"\nend";

/// The table of a text.
///
/// Every record is a row, however many lines it takes; so is an empty line. Records may have different numbers of cells.
pub(super) fn sheet(text: &str, account: &mut Account) -> Result<Sheet, WorkbookError> {
    let mut sheet = Sheet::new("");
    let mut records = Records::of(text, delimiter(text).0);
    let mut record = ByteRecord::new();
    let (mut row, mut line) = (0_u32, 1);
    while let Some(begins) = records.next(&mut record)? {
        if begins.is_behind {
            return Ok(sheet);
        }
        row = u32::try_from(begins.blank_lines)
            .ok()
            .and_then(|blank| row.checked_add(blank)?.checked_add(1))
            .ok_or(WorkbookError::TooLarge { bound: Bound::Rows, limit: u32::MAX.into() })?;
        line = begins.line;
        for (index, field) in record.iter().enumerate() {
            let column = u16::try_from(index.saturating_add(1))
                .ok()
                .filter(|&column| column <= COLUMNS)
                .ok_or(WorkbookError::TooLarge { bound: Bound::Columns, limit: COLUMNS.into() })?;
            if !field.is_empty() {
                account.cell(field.len())?;
                let text = String::from_utf8_lossy(field).into_owned();
                sheet.put(CellRef::new(row, column), SheetCell::text(text));
            }
        }
    }
    Err(WorkbookError::OpenQuote { row, line })
}

/// The last column that a sheet may have.
pub(super) const COLUMNS: u16 = 1 << 14;

/// Whether a text is a table: of its first records at least two, or the only one, have several cells.
pub(super) fn is_table(text: &str) -> bool {
    let (_, rows) = delimiter(text);
    rows > 1
}

/// What parts the cells of a text, and how many of its first records have as many cells as most of them: what parts most
/// records alike, then what makes more cells.
fn delimiter(text: &str) -> (u8, usize) {
    let judged = DELIMITERS.map(|delimiter| {
        let mut records = Records::of(text, delimiter);
        let mut record = ByteRecord::new();
        let mut widths = Vec::new();
        while let Ok(Some(begins)) = records.next(&mut record)
            && !begins.is_behind
            && widths.len() < SAMPLE
        {
            widths.push(record.len());
        }
        let alike = |width: usize| widths.iter().filter(|&&other| other == width).count();
        let most = widths.iter().filter(|&&width| width > 1).map(|&width| (alike(width), width)).max();
        (most.unwrap_or_default(), delimiter)
    });
    // Of those that are judged alike the first.
    let best = judged.into_iter().rev().max_by_key(|&(judged, _)| judged);
    best.map_or((b',', 0), |((alike, _), delimiter)| (delimiter, alike))
}

/// The records of a text, and a last one that stands behind it.
struct Records<'t> {
    text: &'t [u8],
    reader: csv::Reader<std::io::Chain<&'t [u8], &'t [u8]>>,
}

/// Where a record begins.
struct Begins {
    /// The line, from 1.
    line: u64,
    /// How many empty lines stand before it.
    blank_lines: usize,
    /// Whether it stands behind the text.
    is_behind: bool,
}

impl<'t> Records<'t> {
    fn of(text: &'t str, delimiter: u8) -> Self {
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(delimiter);
        Self { text: text.as_bytes(), reader: builder.from_reader(text.as_bytes().chain(BEHIND)) }
    }

    /// Reads the next record; none is left where the last quote was never closed.
    fn next(&mut self, record: &mut ByteRecord) -> Result<Option<Begins>, WorkbookError> {
        let place = |position: &csv::Position| usize::try_from(position.byte()).unwrap_or(usize::MAX);
        let (before, line) = (place(self.reader.position()), self.reader.position().line());
        let read = self.reader.read_byte_record(record);
        if !read.map_err(|_| WorkbookError::damaged("表格无法读取", "the table cannot be read"))? {
            return Ok(None);
        }
        let mut skipped = self.text.get(before..).unwrap_or_default();
        // The reader stops between the two ends of the line before, which it has not counted yet.
        let mut line = line;
        if self.text.get(..before).is_some_and(|text| text.ends_with(b"\r"))
            && let Some(rest) = skipped.strip_prefix(b"\n")
        {
            skipped = rest;
            line = line.saturating_add(1);
        }
        let mut blank_lines = 0_usize;
        while let Some(rest) = ["\r\n", "\n", "\r"].iter().find_map(|end| skipped.strip_prefix(end.as_bytes())) {
            skipped = rest;
            blank_lines = blank_lines.saturating_add(1);
        }
        let line = line.saturating_add(u64::try_from(blank_lines).unwrap_or(u64::MAX));
        Ok(Some(Begins { line, blank_lines, is_behind: skipped.is_empty() }))
    }
}
