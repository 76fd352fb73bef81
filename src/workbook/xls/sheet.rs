//! One sheet: its cells, merged areas, and what is hidden.

use super::globals::Globals;
use super::record::{Record, Records, kind, short};
use super::strings::Pieces;
use crate::workbook::limits::Account;
use crate::workbook::number;
use crate::workbook::{Area, CellKind, CellRef, Sheet, SheetCell, WorkbookError};

/// The last row and column that records can name.
const ROWS: u32 = 1 << 16;
const COLUMNS: u16 = 1 << 8;

/// Reads a sheet whose records begin at a place of the stream.
pub(super) fn read(
    stream: &[u8],
    at: usize,
    globals: &Globals,
    sheet: &mut Sheet,
    account: &mut Account,
) -> Result<(), WorkbookError> {
    let mut records = Records::from(stream, at);
    if records.next()?.kind != kind::BEGIN {
        return Err(WorkbookError::damaged("文件中没有它的内容", "its content is not in the file"));
    }
    let mut reading = Reading { globals, sheet, account, formula: None, shown_rows: None };
    // Charts within a sheet have records of their own.
    let mut within = 0_usize;
    loop {
        let record = records.next()?;
        match (record.kind, within) {
            (kind::END, 0) => break,
            (kind::END, _) => within = within.saturating_sub(1),
            (kind::BEGIN, _) => within = within.saturating_add(1),
            (_, 0) => reading.take(record, &mut records)?,
            _ => {}
        }
    }
    if let Some(rows) = reading.shown_rows.take() {
        reading.sheet.hide_all_but(rows, ROWS);
    }
    let spans = reading.sheet.spans();
    reading.account.spans(spans)
}

struct Reading<'r> {
    globals: &'r Globals,
    sheet: &'r mut Sheet,
    account: &'r mut Account,
    /// The cell of a formula whose text stands in the next record.
    formula: Option<CellRef>,
    /// The rows that are shown, where all others are hidden.
    shown_rows: Option<Vec<u32>>,
}

impl Reading<'_> {
    fn take<'a>(&mut self, record: Record<'a>, records: &mut Records<'a>) -> Result<(), WorkbookError> {
        match record.kind {
            kind::NUMBER => self.number(place(record)?, record.u16(4)?, f64::from_le_bytes(record.eight(6)?)),
            kind::RK => self.number(place(record)?, record.u16(4)?, unpacked(record.u32(6)?)),
            kind::MUL_RK => self.numbers(record),
            kind::LABEL_SHARED => {
                let at = place(record)?;
                let text = usize::try_from(record.u32(6)?).ok().and_then(|index| self.globals.strings.get(index));
                let text = text.ok_or_else(|| {
                    WorkbookError::damaged("文件中没有它的文字", "its text is not in the file").at(at)
                })?;
                self.put(at, SheetCell::text(text.clone()))
            }
            kind::LABEL | kind::RICH_STRING => {
                let at = place(record)?;
                let mut pieces = Pieces::new(records.whole(record));
                pieces.skip(6)?;
                self.text(at, &mut pieces)
            }
            kind::BOOL_ERR => {
                let (value, is_error) = (record.u8(6)?, record.u8(7)? == 1);
                self.put(place(record)?, if is_error { error(value) } else { boolean(value) })
            }
            kind::FORMULA => self.formula(record),
            kind::STRING => match self.formula.take() {
                Some(at) => self.text(at, &mut Pieces::new(records.whole(record))),
                None => Ok(()),
            },
            kind::ROW => self.row(record),
            kind::DEFAULT_ROW => {
                // All rows that are not told of are hidden.
                if record.u16(0)? & 2 == 2 {
                    self.shown_rows = Some(Vec::new());
                }
                Ok(())
            }
            kind::COLUMNS => self.columns(record),
            kind::MERGED => self.merges(record),
            _ => Ok(()),
        }
    }

    fn put(&mut self, at: CellRef, cell: SheetCell) -> Result<(), WorkbookError> {
        self.account.cell(cell.text.len())?;
        self.sheet.put(at, cell);
        Ok(())
    }

    fn number(&mut self, at: CellRef, style: u16, value: f64) -> Result<(), WorkbookError> {
        if !value.is_finite() {
            return Err(WorkbookError::damaged("它的数值有误", "its value is no number").at(at));
        }
        self.put(at, number::cell(value, self.globals.shown(style), self.globals.is_1904))
    }

    /// Numbers side by side: a row, the first column, a format and a number each, the last column.
    fn numbers(&mut self, record: Record<'_>) -> Result<(), WorkbookError> {
        let (row, mut column) = (record.u16(0)?, record.u16(2)?);
        let numbers = record.data.get(4..record.data.len().saturating_sub(2)).ok_or_else(short)?;
        for &[style_low, style_high, a, b, c, d] in numbers.as_chunks().0 {
            let style = u16::from_le_bytes([style_low, style_high]);
            self.number(at(row, column)?, style, unpacked(u32::from_le_bytes([a, b, c, d])))?;
            column = column.saturating_add(1);
        }
        Ok(())
    }

    fn text(&mut self, at: CellRef, pieces: &mut Pieces<'_>) -> Result<(), WorkbookError> {
        let length = pieces.u16().map_err(|error| error.at(at))?;
        if length == 0 {
            return Ok(());
        }
        let text = pieces.plain(length.into(), self.globals.writing).map_err(|error| error.at(at))?;
        self.put(at, SheetCell::text(text))
    }

    /// A formula tells what was last computed: a number, or what kind of thing else.
    fn formula(&mut self, record: Record<'_>) -> Result<(), WorkbookError> {
        let at = place(record)?;
        self.formula = None;
        match record.eight(6)? {
            // Its text is in the record that follows.
            [0, .., 0xff, 0xff] => self.formula = Some(at),
            [1, _, value, .., 0xff, 0xff] => self.put(at, boolean(value))?,
            [2, _, value, .., 0xff, 0xff] => self.put(at, error(value))?,
            [3, .., 0xff, 0xff] => {}
            value => self.number(at, record.u16(4)?, f64::from_le_bytes(value))?,
        }
        Ok(())
    }

    fn row(&mut self, record: Record<'_>) -> Result<(), WorkbookError> {
        let row = u32::from(record.u16(0)?).saturating_add(1);
        let (height, flags) = (record.u16(6)? & 0x7fff, record.u16(12)?);
        if flags & 0x20 == 0x20 || height == 0 {
            self.sheet.hide_rows(row..=row);
        } else if let Some(rows) = &mut self.shown_rows {
            self.account.spans(1)?;
            rows.push(row);
        }
        Ok(())
    }

    fn columns(&mut self, record: Record<'_>) -> Result<(), WorkbookError> {
        let (first, last) = (record.u16(0)?, record.u16(2)?);
        let (width, flags) = (record.u16(4)?, record.u16(8)?);
        if flags & 1 == 1 || width == 0 {
            let column = |number: u16| number.saturating_add(1).min(COLUMNS);
            self.sheet.hide_columns(column(first)..=column(last));
        }
        Ok(())
    }

    fn merges(&mut self, record: Record<'_>) -> Result<(), WorkbookError> {
        let areas = record.data.get(2..).ok_or_else(short)?.as_chunks::<8>().0;
        if areas.len() < usize::from(record.u16(0)?) {
            return Err(short());
        }
        for &[a, b, c, d, e, f, g, h] in areas.iter().take(record.u16(0)?.into()) {
            let [top, bottom, left, right] = [[a, b], [c, d], [e, f], [g, h]].map(u16::from_le_bytes);
            let area =
                Area { first: at(top.min(bottom), left.min(right))?, last: at(top.max(bottom), left.max(right))? };
            if area.first != area.last {
                self.account.merge()?;
                self.sheet.merge(area);
            }
        }
        Ok(())
    }
}

/// The place of the cell of a record.
fn place(record: Record<'_>) -> Result<CellRef, WorkbookError> {
    at(record.u16(0)?, record.u16(2)?)
}

/// The cell of a row and a column from 0.
fn at(row: u16, column: u16) -> Result<CellRef, WorkbookError> {
    let at = CellRef::new(u32::from(row).saturating_add(1), column.saturating_add(1));
    if at.column > COLUMNS {
        return Err(WorkbookError::damaged("单元格的位置有误", "a cell stands where no cell can stand"));
    }
    Ok(at)
}

/// A number in four bytes: a whole one, or the upper half of one with a point; a hundredth of it, if its last bit says so.
fn unpacked(packed: u32) -> f64 {
    let value = if packed & 2 == 2 {
        f64::from(packed.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(packed & !3) << 32)
    };
    if packed & 1 == 1 { value / 100.0 } else { value }
}

fn boolean(value: u8) -> SheetCell {
    SheetCell { text: if value == 0 { "FALSE" } else { "TRUE" }.to_owned(), kind: CellKind::Boolean }
}

/// An error by its code ([MS-XLS] 2.5.10).
fn error(code: u8) -> SheetCell {
    let text = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        0x2b => "#GETTING_DATA",
        _ => "#UNKNOWN!",
    };
    SheetCell { text: text.to_owned(), kind: CellKind::Error }
}
