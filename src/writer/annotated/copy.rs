//! Findings written into a new workbook with the values of another, which cannot be changed as it is.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::comments::AUTHOR;
use super::marks::{Mark, Marks, OfFile, Shape, marks};
use super::outcome::{AnnotateError, Annotated, Kept};
use crate::file_name::file_stem;
use crate::lang::{Lang, Message};
use crate::report::Report;
use crate::workbook::{CellKind, CellRef, Sheet, SheetCell, Visibility, Workbook, WorkbookFormat};
use crate::writer::severity_color;
use crate::writer::sheet_names::SheetNames;
use crate::writer::units::{LONGEST_CELL, for_cell};

/// The last row and column of a sheet.
const LAST: CellRef = CellRef { row: 1_048_576, column: 16_384 };

/// The widest column, in digits: texts are wrapped.
const WIDEST: usize = 40;

/// A sheet with the first cell of each row.
struct Rows<'s> {
    sheet: &'s Sheet,
    first: BTreeMap<u32, u16>,
}

impl<'s> Rows<'s> {
    fn of(sheet: &'s Sheet) -> Self {
        let mut first = BTreeMap::new();
        for (at, _) in sheet.cells() {
            first.entry(at.row).or_insert(at.column);
        }
        Self { sheet, first }
    }
}

impl Shape for Rows<'_> {
    fn merged(&self, at: CellRef) -> CellRef {
        self.sheet.merged(at).map_or(at, |area| area.first)
    }

    fn first_of(&self, row: u32) -> CellRef {
        CellRef { row, column: self.first.get(&row).copied().unwrap_or(1) }
    }
}

/// 批注副本: a new xlsx workbook with the values of another, its merged cells, its hidden rows and columns, and faulty cells
/// coloured and commented. [`Kept`] says what it has not.
///
/// # Errors
/// If it has more rows or columns than a sheet holds, or cannot be written.
///
/// ```
/// use qingdan::workbook::{Workbook, WorkbookLimits};
/// use qingdan::writer::annotated::annotate_copy;
/// use qingdan::{Checker, Lang};
/// let workbook = Workbook::read("list.csv", "序号,事项名称\n1,取水许可\n".as_bytes(), WorkbookLimits::default())?;
/// let copy = annotate_copy(&workbook, &Checker::new().check_bytes("catalog.json", b"{}"), Lang::Zh)?;
/// assert!(copy.bytes.starts_with(b"PK") && !copy.kept.is_whole());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn annotate_copy(workbook: &Workbook, report: &Report, lang: Lang) -> Result<Annotated, AnnotateError> {
    let mut copy = Copy { kept: what_is_lost(workbook.format), cut: 0, apart: 0 };
    let mut findings = OfFile::new(report, &workbook.name, lang);
    let mut book = rust_xlsxwriter::Workbook::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
    book.set_properties(&DocProperties::new().set_author(AUTHOR).set_creation_datetime(&day));
    let (mut names, mut marked, mut without) = (SheetNames::default(), 0_u64, 0_u64);
    let is_only = workbook.sheets.len() == 1;
    let has_visible = workbook.sheets.iter().any(|sheet| sheet.visibility == Visibility::Visible);
    for sheet in &workbook.sheets {
        let of_sheet = findings.take(&sheet.name, is_only);
        let (marks, with_cell, without_cell) = marks(&of_sheet, &Rows::of(sheet));
        marked = marked.saturating_add(with_cell);
        without = without.saturating_add(without_cell);
        let wanted = if sheet.name.is_empty() { file_stem(&workbook.name) } else { &sheet.name };
        let to = book.add_worksheet();
        to.set_name(names.give(wanted)).map_err(failed)?;
        to.set_hidden(has_visible && sheet.visibility == Visibility::Hidden);
        copy.sheet(sheet, &marks, &findings, to)?;
    }
    if workbook.sheets.is_empty() {
        book.add_worksheet();
    }
    without = without.saturating_add(findings.left());
    let bytes = book.save_to_buffer().map_err(failed)?;
    Ok(Annotated { bytes, findings_marked: marked, findings_without_cell: without, kept: copy.finish() })
}

fn what_is_lost(format: WorkbookFormat) -> Kept {
    let mut kept = Kept::default();
    match format {
        WorkbookFormat::Xls | WorkbookFormat::Xlsx => kept.lose(
            "没有程序库能改写这种工作簿，批注写在新建的 xlsx 副本里：保留各工作表的值、合并单元格、隐藏的行列，不保留字体、边框、公式、\
             图片、打印设置和宏，列宽按内容估算",
            "nothing writes this format: the comments are in a new xlsx workbook with the values, merged cells, and hidden rows and \
             columns of this one, without fonts, borders, formulas, pictures, print set-up and macros; columns are as wide as \
             their texts ask for",
        ),
        WorkbookFormat::Csv | WorkbookFormat::JsonLines => kept.lose(
            "文本表格不能带批注，批注写在新建的 xlsx 副本里，列宽按内容估算",
            "a table of text has no comments: they are in a new xlsx workbook, with columns as wide as their texts ask for",
        ),
    }
    kept
}

struct Copy {
    kept: Kept,
    /// How many texts were longer than a cell may be.
    cut: u64,
    /// How many merged areas overlap others.
    apart: u64,
}

impl Copy {
    fn sheet(
        &mut self,
        sheet: &Sheet,
        marks: &Marks<'_>,
        findings: &OfFile<'_>,
        to: &mut Worksheet,
    ) -> Result<(), AnnotateError> {
        let (last_row, last_column) = (sheet.last_row().unwrap_or(0), sheet.last_column().unwrap_or(0));
        if last_row > LAST.row || last_column > LAST.column {
            return Err(AnnotateError::TooLarge(Message::new(
                format!("表格有 {last_row} 行、{last_column} 列，超过工作表的 {} 行、{} 列", LAST.row, LAST.column),
                format!(
                    "it has {last_row} rows and {last_column} columns; a sheet has {} and {}",
                    LAST.row, LAST.column
                ),
            )));
        }
        Self::columns(sheet, last_column, to).map_err(failed)?;
        for row in sheet.hidden_rows().flat_map(|rows| *rows.start()..=(*rows.end()).min(last_row)) {
            to.set_row_hidden(row.saturating_sub(1)).map_err(failed)?;
        }
        let plain = format(None);
        for area in sheet.merges() {
            let (first, last) = (place(area.first), place(area.last));
            // An area of one cell is none, and where two overlap the first holds.
            if first != last && to.merge_range(first.0, first.1, last.0, last.1, "", &plain).is_err() {
                self.apart = self.apart.saturating_add(1);
            }
        }
        for (at, cell) in sheet.cells() {
            self.cell(at, Some(cell), marks.get(&at), to).map_err(failed)?;
        }
        for (&at, mark) in marks {
            if sheet.own(at).is_none() {
                self.cell(at, None, Some(mark), to).map_err(failed)?;
            }
            if !mark.findings.is_empty() {
                let text = findings.comment(mark);
                let lines = u32::try_from(text.chars().count().div_ceil(28).clamp(5, 30)).unwrap_or(30);
                let note = Note::new(text).set_author(AUTHOR).add_author_prefix(false);
                let note = note.set_width(380).set_height(lines.saturating_mul(18));
                let (row, column) = place(at);
                to.insert_note(row, column, &note).map_err(failed)?;
            }
        }
        Ok(())
    }

    fn columns(sheet: &Sheet, last: u16, to: &mut Worksheet) -> Result<(), XlsxError> {
        let mut widths = BTreeMap::<u16, usize>::new();
        for (at, cell) in sheet.cells().take(100_000) {
            let widest = cell.text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0).min(WIDEST);
            let width = widths.entry(at.column).or_default();
            *width = (*width).max(widest);
        }
        for (column, width) in widths {
            let width = u16::try_from(width.saturating_add(2)).unwrap_or(u16::MAX);
            to.set_column_width(column.saturating_sub(1), width)?;
        }
        for column in (1..=last).filter(|&column| sheet.is_column_hidden(column)) {
            to.set_column_hidden(column.saturating_sub(1))?;
        }
        Ok(())
    }

    fn cell(
        &mut self,
        at: CellRef,
        cell: Option<&SheetCell>,
        mark: Option<&Mark<'_>>,
        to: &mut Worksheet,
    ) -> Result<(), XlsxError> {
        let (row, column) = place(at);
        let format = format(mark);
        let Some(cell) = cell else {
            to.write_blank(row, column, &format)?;
            return Ok(());
        };
        match value(cell) {
            Value::Number(number) => to.write_number_with_format(row, column, number, &format)?,
            Value::Day(day) => {
                to.write_datetime_with_format(row, column, &day, &format.set_num_format("yyyy-mm-dd"))?
            }
            Value::Boolean(value) => to.write_boolean_with_format(row, column, value, &format)?,
            Value::Text => {
                let text = self.fitted(&cell.text);
                to.write_string_with_format(row, column, text, &format.set_quote_prefix())?
            }
        };
        Ok(())
    }

    fn fitted<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let fitted = for_cell(text);
        if matches!(fitted, Cow::Owned(_)) {
            self.cut = self.cut.saturating_add(1);
        }
        fitted
    }

    fn finish(mut self) -> Kept {
        if self.cut > 0 {
            self.kept.lose(
                format!("{} 个单元格的文字超过 {LONGEST_CELL} 字，已截断", self.cut),
                format!("{} texts are longer than the {LONGEST_CELL} characters of a cell, and were cut", self.cut),
            );
        }
        if self.apart > 0 {
            self.kept.lose(
                format!("{} 处合并单元格与别处重叠，未合并", self.apart),
                format!("{} merged areas overlap others, and are not merged", self.apart),
            );
        }
        self.kept
    }
}

/// What a cell is written as.
enum Value {
    Number(f64),
    Day(ExcelDateTime),
    Boolean(bool),
    Text,
}

/// A number or a day is one only if it says the same when it is read again.
fn value(cell: &SheetCell) -> Value {
    let text = cell.text.as_str();
    let found = match cell.kind {
        CellKind::Number => text.parse().ok().filter(|number: &f64| number.to_string() == text).map(Value::Number),
        CellKind::Date => text
            .parse::<crate::model::Date>()
            .ok()
            .filter(|day| day.to_string() == text && day.year() >= 1901)
            .and_then(|day| ExcelDateTime::from_ymd(day.year(), day.month(), day.day()).ok())
            .map(Value::Day),
        CellKind::Boolean => match text.to_ascii_uppercase().as_str() {
            "TRUE" => Some(Value::Boolean(true)),
            "FALSE" => Some(Value::Boolean(false)),
            _ => None,
        },
        CellKind::Text | CellKind::Error => None,
    };
    found.unwrap_or(Value::Text)
}

fn format(mark: Option<&Mark<'_>>) -> Format {
    let plain = Format::new()
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0xbf_bf_bf));
    match mark {
        Some(mark) => plain.set_background_color(Color::RGB(severity_color(mark.severity))),
        None => plain,
    }
}

/// Rows and columns as the writer counts them, from 0.
fn place(at: CellRef) -> (u32, u16) {
    (at.row.saturating_sub(1), at.column.saturating_sub(1))
}

#[expect(clippy::needless_pass_by_value, reason = "as `map_err` has it")]
fn failed(fault: XlsxError) -> AnnotateError {
    AnnotateError::Write(std::io::Error::other(fault.to_string()))
}
