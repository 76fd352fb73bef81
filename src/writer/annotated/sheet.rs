//! A sheet in its package: what it says where, and its text with other styles at faulty cells.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::ops::{Range, RangeInclusive};

use quick_xml::events::Event;

use super::edits::Edits;
use super::marks::{Mark, Marks, Shape};
use super::outcome::AnnotateError;
use super::styles::Styles;
use super::tag::{Tag, pieces};
use crate::workbook::{Area, CellRef, Sheet};

/// What stands behind the drawing of comments in a sheet, by the order of the standard.
const BEHIND: [&str; 10] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "AlternateContent",
    "webPublishItems",
    "tableParts",
    "extLst",
    "worksheet",
];

/// A sheet, as far as marks go by it.
#[derive(Default)]
pub(super) struct Look {
    /// Merged areas.
    areas: Sheet,
    /// The rows that are there, each with its first cell that says something.
    rows: BTreeMap<u32, Option<u16>>,
    /// The styles of columns.
    columns: Vec<(RangeInclusive<u16>, u32)>,
    prefix: String,
    /// The relationship of the drawing of comments.
    pub(super) legacy: Option<String>,
    /// Where one may be put.
    legacy_at: Option<usize>,
}

impl Shape for Look {
    fn merged(&self, at: CellRef) -> CellRef {
        self.areas.merged(at).map_or(at, |area| area.first)
    }

    fn first_of(&self, row: u32) -> CellRef {
        CellRef { row, column: self.rows.get(&row).copied().flatten().unwrap_or(1) }
    }
}

/// Where reading stands: rows and cells need not say where they are.
#[derive(Default)]
struct Position {
    row: u32,
    column: u16,
}

impl Position {
    fn row(&mut self, tag: &Tag<'_>) {
        self.row = number(tag, "r").unwrap_or_else(|| self.row.saturating_add(1));
        self.column = 0;
    }

    fn cell(&mut self, tag: &Tag<'_>) -> CellRef {
        let told: Option<CellRef> = tag.get("r").and_then(|at| at.parse().ok());
        self.column = told.map_or_else(|| self.column.saturating_add(1), |at| at.column);
        CellRef { row: self.row, column: self.column }
    }
}

fn number(tag: &Tag<'_>, name: &str) -> Option<u32> {
    tag.get(name)?.trim().parse().ok()
}

fn tag_of<'t>(text: &'t [u8], place: &Range<usize>) -> Tag<'t> {
    Tag::new(text.get(place.clone()).unwrap_or_default())
}

impl Look {
    pub(super) fn at(part: &str, text: &[u8]) -> Result<Self, AnnotateError> {
        let (mut look, mut at) = (Self::default(), Position::default());
        let (mut depth, mut is_data, mut cell) = (0_u32, false, None);
        for piece in pieces(part, text)? {
            let piece = piece?;
            let tag = tag_of(text, &piece.place);
            let is_start = matches!(piece.event, Event::Start(_));
            let is_end = matches!(piece.event, Event::End(_));
            if !is_start && !is_end && !matches!(piece.event, Event::Empty(_)) {
                continue;
            }
            if is_end {
                depth = depth.saturating_sub(1);
            }
            // A child of the sheet, or the end of the sheet itself.
            let is_child = if is_end { depth == 0 } else { depth == 1 };
            match tag.local() {
                "worksheet" if is_start => tag.prefix().clone_into(&mut look.prefix),
                "sheetData" => is_data = is_start,
                "row" if is_data && !is_end => {
                    let before = at.row;
                    at.row(&tag);
                    if at.row <= before || look.rows.insert(at.row, None).is_some() {
                        return Err(out_of_order(part));
                    }
                }
                "c" if is_data && !is_end => {
                    let before = at.column;
                    cell = Some(at.cell(&tag));
                    if at.column <= before {
                        return Err(out_of_order(part));
                    }
                }
                "v" | "is" if is_data && is_start => {
                    let first = cell.and_then(|cell: CellRef| Some((look.rows.get_mut(&cell.row)?, cell.column)));
                    if let Some((first, column)) = first {
                        first.get_or_insert(column);
                    }
                }
                "col" if !is_end => look.column(&tag),
                "mergeCell" if !is_end => look.merge(&tag),
                "legacyDrawing" if is_child && !is_end => {
                    look.legacy = tag.get_prefixed("id").map(std::borrow::Cow::into_owned);
                }
                name if is_child && !is_data && BEHIND.contains(&name) => {
                    look.legacy_at.get_or_insert(piece.place.start);
                }
                _ => {}
            }
            if is_start {
                depth = depth.saturating_add(1);
            }
        }
        Ok(look)
    }

    fn column(&mut self, tag: &Tag<'_>) {
        let column = |name| number(tag, name).and_then(|column| u16::try_from(column).ok());
        if let (Some(first), Some(last), Some(style)) = (column("min"), column("max"), number(tag, "style")) {
            self.columns.push((first..=last, style));
        }
    }

    fn merge(&mut self, tag: &Tag<'_>) {
        let corners = tag.get("ref").and_then(|area| {
            let (first, last) = area.split_once(':')?;
            Some(Area { first: first.parse().ok()?, last: last.parse().ok()? })
        });
        if let Some(area) = corners {
            self.areas.merge(area);
        }
    }

    /// The style that a cell shows which is not there.
    fn style_at(&self, column: u16, of_row: Option<u32>) -> u32 {
        let of_column = || self.columns.iter().find(|(columns, _)| columns.contains(&column)).map(|&(_, style)| style);
        of_row.or_else(of_column).unwrap_or(0)
    }

    /// The text with other styles at the marked cells, and with a drawing of comments where one is new.
    pub(super) fn marked(
        &self,
        part: &str,
        text: &[u8],
        marks: &Marks<'_>,
        styles: &mut Styles,
        drawing: Option<&str>,
    ) -> Result<Vec<u8>, AnnotateError> {
        let mut edits = Edits::default();
        if let (Some(id), Some(at)) = (drawing, self.legacy_at) {
            let prefix = &self.prefix;
            edits.insert(at, format!("<{prefix}legacyDrawing {id}/>"));
        }
        let mut marking = Marking { look: self, styles, next: marks.iter().peekable(), edits, of_row: None };
        let (mut at, mut is_data) = (Position::default(), false);
        for piece in pieces(part, text)? {
            let piece = piece?;
            let tag = tag_of(text, &piece.place);
            match (&piece.event, tag.local()) {
                (Event::Start(_), "sheetData") => is_data = true,
                (Event::End(_), "sheetData") => {
                    is_data = false;
                    let rows = marking.rows_before(u32::MAX, tag.prefix());
                    marking.edits.insert(piece.place.start, rows);
                }
                (Event::Empty(_), "sheetData") => {
                    let rows = marking.rows_before(u32::MAX, tag.prefix());
                    marking.edits.replace(piece.place, tag.holding(&rows));
                }
                (Event::Start(_) | Event::Empty(_), "row") if is_data => {
                    at.row(&tag);
                    let rows = marking.rows_before(at.row, tag.prefix());
                    marking.edits.insert(piece.place.start, rows);
                    let has_style = tag.get("customFormat").is_some_and(|told| matches!(&*told, "1" | "true"));
                    marking.of_row = has_style.then(|| number(&tag, "s")).flatten();
                    if matches!(piece.event, Event::Empty(_)) {
                        let cells = marking.cells_before(at.row, u16::MAX, tag.prefix());
                        if !cells.is_empty() {
                            marking.edits.replace(piece.place, tag.holding(&cells));
                        }
                    }
                }
                (Event::End(_), "row") if is_data => {
                    let cells = marking.cells_before(at.row, u16::MAX, tag.prefix());
                    marking.edits.insert(piece.place.start, cells);
                }
                (Event::Start(_) | Event::Empty(_), "c") if is_data => {
                    let cell = at.cell(&tag);
                    let cells = marking.cells_before(cell.row, cell.column, tag.prefix());
                    marking.edits.insert(piece.place.start, cells);
                    if let Some((_, mark)) = marking.next.next_if(|&(&at, _)| at == cell) {
                        let style = marking.styles.marked(number(&tag, "s").unwrap_or(0), mark.severity);
                        marking.edits.replace(piece.place, tag.with("s", &style.to_string()));
                    }
                }
                _ => {}
            }
        }
        Ok(marking.edits.apply(text))
    }
}

/// A sheet while its marks are set.
struct Marking<'a, 'm, I: Iterator<Item = (&'m CellRef, &'m Mark<'m>)>> {
    look: &'a Look,
    styles: &'a mut Styles,
    next: Peekable<I>,
    edits: Edits,
    /// The style of the row.
    of_row: Option<u32>,
}

impl<'m, I: Iterator<Item = (&'m CellRef, &'m Mark<'m>)>> Marking<'_, 'm, I> {
    /// Cells of a row that are not there, before a column.
    fn cells_before(&mut self, row: u32, column: u16, prefix: &str) -> String {
        let mut cells = String::new();
        while let Some((at, mark)) = self.next.next_if(|(at, _)| at.row == row && at.column < column) {
            let base = self.look.style_at(at.column, self.of_row);
            let style = self.styles.marked(base, mark.severity);
            let cell = format!("<{prefix}c r=\"{at}\" s=\"{style}\"/>");
            cells.push_str(&cell);
        }
        cells
    }

    /// Rows that are not there, before a row.
    fn rows_before(&mut self, row: u32, prefix: &str) -> String {
        let mut rows = String::new();
        self.of_row = None;
        while let Some(&(at, _)) = self.next.peek() {
            if at.row >= row {
                break;
            }
            let (number, cells) = (at.row, self.cells_before(at.row, u16::MAX, prefix));
            let row = format!("<{prefix}row r=\"{number}\">{cells}</{prefix}row>");
            rows.push_str(&row);
        }
        rows
    }
}

fn out_of_order(part: &str) -> AnnotateError {
    AnnotateError::broken(part, "行或单元格的顺序错乱或重复", "rows or cells are out of order, or there twice")
}
