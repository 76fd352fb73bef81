//! One sheet: its cells, merged areas, and what is hidden.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};

use super::strings;
use crate::workbook::limits::Account;
use crate::workbook::number::{self, is_whole, iso_day};
use crate::workbook::number_format::Shown;
use crate::workbook::xml::{Elements, attribute, broken, is_set, is_true, unescaped};
use crate::workbook::{Area, CellKind, CellRef, Sheet, SheetCell, WorkbookError};

/// The last row and column of a sheet.
const ROWS: u32 = 1 << 20;
const COLUMNS: u16 = 1 << 14;

/// What all sheets of a workbook share.
pub(super) struct Book<'b> {
    pub(super) strings: &'b [String],
    pub(super) styles: &'b [Shown],
    pub(super) is_1904: bool,
}

/// Reads a sheet from its part.
pub(super) fn read(text: &str, book: &Book<'_>, sheet: &mut Sheet, account: &mut Account) -> Result<(), WorkbookError> {
    let mut elements = Elements::of(text);
    let mut reading = Reading { book, sheet, account, row: 0, column: 0, shown_rows: None };
    let mut is_sheet = false;
    loop {
        match elements.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "worksheet" => is_sheet = true,
                "sheetFormatPr" if is_set(&element, "zeroHeight")? => reading.shown_rows = Some(Vec::new()),
                "col" => reading.columns(&element)?,
                "row" => reading.row(&element)?,
                "c" => reading.cell(&element, &mut elements)?,
                "mergeCell" => reading.merge(&element)?,
                _ => {}
            },
            Event::Eof if is_sheet => break,
            Event::Eof => return Err(WorkbookError::damaged("它的内容不是工作表", "its content is no sheet")),
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
    book: &'r Book<'r>,
    sheet: &'r mut Sheet,
    account: &'r mut Account,
    /// Where the last row and cell stood that were met.
    row: u32,
    column: u16,
    /// The rows that are shown, where all others are hidden.
    shown_rows: Option<Vec<u32>>,
}

/// What an element of a cell holds.
#[derive(Default)]
struct Held<'t> {
    value: Option<Cow<'t, str>>,
    inline: Option<String>,
    has_formula: bool,
}

impl Reading<'_> {
    fn columns(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookError> {
        let is_hidden = is_set(element, "hidden")? || is_zero(element, "width")?;
        let number = |name| Ok(attribute(element, name)?.and_then(|number| number.parse::<u32>().ok()));
        if let (true, Some(first), Some(last)) = (is_hidden, number("min")?, number("max")?) {
            let column = |number: u32| u16::try_from(number).unwrap_or(COLUMNS).clamp(1, COLUMNS);
            self.sheet.hide_columns(column(first)..=column(last));
        }
        Ok(())
    }

    fn row(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookError> {
        self.row = match attribute(element, "r")? {
            Some(number) => number
                .trim()
                .parse()
                .ok()
                .filter(|number| (1..=ROWS).contains(number))
                .ok_or_else(|| WorkbookError::damaged("行号有误", "a row has a number that no row can have"))?,
            None => self.row.saturating_add(1),
        };
        self.column = 0;
        if is_set(element, "hidden")? || is_zero(element, "ht")? {
            self.sheet.hide_rows(self.row..=self.row);
        } else if let Some(rows) = &mut self.shown_rows {
            self.account.spans(1)?;
            rows.push(self.row);
        }
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>, elements: &mut Elements<'_>) -> Result<(), WorkbookError> {
        let (mut place, mut style, mut kind) = (None, None, None);
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| broken())?;
            match attribute.key.as_ref() {
                "r" => place = Some(attribute.value),
                "s" => style = Some(attribute.value),
                "t" => kind = Some(attribute.value),
                _ => {}
            }
        }
        let at = match place {
            Some(place) => place.parse::<CellRef>().ok(),
            None => Some(CellRef::new(self.row, self.column.saturating_add(1))),
        };
        let at = at
            .filter(|at| is_place(*at))
            .ok_or_else(|| WorkbookError::damaged("单元格的位置有误", "a cell stands where no cell can stand"))?;
        (self.row, self.column) = (at.row, at.column);
        let held = held(elements).map_err(|error| error.at(at))?;
        let style = style.and_then(|style| style.parse::<usize>().ok()).unwrap_or(0);
        let shown = self.book.styles.get(style).copied().unwrap_or_default();
        let is_uncomputed =
            held.has_formula && kind.as_deref() != Some("str") && held.value.as_deref().unwrap_or_default().is_empty();
        match self.book.cell(kind.as_deref(), shown, held).map_err(|error| error.at(at))? {
            Some(cell) => {
                self.account.cell(cell.text.len())?;
                self.sheet.put(at, cell);
            }
            None if is_uncomputed => {
                self.account.cell(0)?;
                self.sheet.note_uncomputed(at);
            }
            None => {}
        }
        Ok(())
    }

    fn merge(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookError> {
        let Some(written) = attribute(element, "ref")? else { return Ok(()) };
        let (from, to) = written.split_once(':').unwrap_or((&written, &written));
        let corner = |text: &str| text.parse::<CellRef>().ok().filter(|at| is_place(*at));
        let (Some(from), Some(to)) = (corner(from), corner(to)) else {
            return Err(WorkbookError::damaged("合并单元格的范围有误", "a merged area has no place"));
        };
        let area = Area {
            first: CellRef::new(from.row.min(to.row), from.column.min(to.column)),
            last: CellRef::new(from.row.max(to.row), from.column.max(to.column)),
        };
        if area.first != area.last {
            self.account.merge()?;
            self.sheet.merge(area);
        }
        Ok(())
    }
}

impl Book<'_> {
    /// The cell of what an element holds; none where it is empty.
    fn cell(&self, kind: Option<&str>, shown: Shown, held: Held<'_>) -> Result<Option<SheetCell>, WorkbookError> {
        if let Some(text) = held.inline {
            return Ok(Some(SheetCell::text(text)).filter(|cell| !cell.text.is_empty()));
        }
        let Some(value) = held.value.filter(|value| !value.is_empty()) else { return Ok(None) };
        let cell = match kind {
            Some("s") => {
                let index: Option<usize> = value.trim().parse().ok();
                let text = index
                    .and_then(|index| self.strings.get(index))
                    .ok_or_else(|| WorkbookError::damaged("文件中没有它的文字", "its text is not in the file"))?;
                SheetCell::text(text.clone())
            }
            None | Some("n") => match value.trim().parse::<f64>() {
                Ok(_) if shown == Shown::Number && is_whole(value.trim()) => {
                    SheetCell { text: value.trim().to_owned(), kind: CellKind::Number }
                }
                Ok(number) if number.is_finite() => number::cell(number, shown, self.is_1904),
                // Not what the format allows, but it is what stands there.
                _ => SheetCell::text(value.into_owned()),
            },
            Some("b") => {
                SheetCell { text: if is_true(&value) { "TRUE" } else { "FALSE" }.to_owned(), kind: CellKind::Boolean }
            }
            Some("e") => SheetCell { text: value.into_owned(), kind: CellKind::Error },
            Some("d") => SheetCell { text: iso_day(&value), kind: CellKind::Date },
            _ => SheetCell::text(unescaped(value).into_owned()),
        };
        Ok(Some(cell).filter(|cell| !cell.text.is_empty()))
    }
}

/// What stands in the cell that has just begun.
fn held<'t>(elements: &mut Elements<'t>) -> Result<Held<'t>, WorkbookError> {
    let mut held = Held::default();
    loop {
        match elements.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "v" => held.value = Some(elements.text()?),
                "is" => held.inline = Some(strings::one(elements)?),
                name => {
                    held.has_formula |= name == "f";
                    elements.pass_over()?;
                }
            },
            Event::End(_) => return Ok(held),
            Event::Eof => return Err(WorkbookError::damaged("它没有写完", "it ends too early")),
            _ => {}
        }
    }
}

fn is_place(at: CellRef) -> bool {
    (1..=ROWS).contains(&at.row) && (1..=COLUMNS).contains(&at.column)
}

/// Whether an attribute is a measure of nothing.
fn is_zero(element: &BytesStart<'_>, name: &str) -> Result<bool, WorkbookError> {
    Ok(attribute(element, name)?.is_some_and(|measure| measure.trim().parse() == Ok(0.0_f64)))
}
