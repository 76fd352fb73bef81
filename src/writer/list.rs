//! Lists as workbooks and tables: what a catalog says in the form of an official list, and empty forms to fill.

use std::io::{self, Write};

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook as Xlsx,
    Worksheet, XlsxError,
};

use crate::import::{ColumnNeed, ExportedList, Form, FormColumn};
use crate::lang::Lang;
use crate::workbook::{CellRef, Sheet};

/// How wide columns are, by how much usually stands in them.
const NARROW: f64 = 9.0;
const MIDDLE: f64 = 20.0;
const WIDE: f64 = 44.0;

/// In how many rows of a form there is a choice among values.
const ROWS_TO_FILL: u32 = 5_000;

/// The longest list of values that a choice may hold itself, in characters.
const LONGEST_CHOICES: usize = 255;

/// The rows of a form above its data: title, explanations, headers.
const ROWS_ABOVE: u32 = 3;

/// The sheet of choices that are too long for a cell.
const CHOICES: &str = "可选值";

/// Writes a list as a workbook, `.xlsx`. The same list gives the same bytes.
///
/// # Errors
/// What the writer reports.
pub fn write_xlsx(list: &ExportedList, mut to: impl Write) -> io::Result<()> {
    let mut book = new_book();
    for sheet in &list.workbook.sheets {
        add(sheet, book.add_worksheet()).map_err(io::Error::other)?;
    }
    to.write_all(&book.save_to_buffer().map_err(io::Error::other)?)
}

/// Writes a list as comma-separated values, RFC 4180, with a byte order mark, without which spreadsheets take Chinese for
/// another encoding. A table has no merged cells: what a cell says over several rows stands in the first of them. Texts are
/// as they are, so that they can be read again; a text that a spreadsheet would take for a formula stands there too.
///
/// # Errors
/// What the writer reports.
pub fn write_csv(list: &ExportedList, mut to: impl Write) -> io::Result<()> {
    to.write_all("\u{feff}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(to);
    for sheet in &list.workbook.sheets {
        let columns = sheet.last_column().unwrap_or(0);
        for row in 1..=sheet.last_row().unwrap_or(0) {
            let cell = |column| sheet.own(CellRef::new(row, column)).map_or("", |cell| cell.text.as_str());
            table.write_record((1..=columns).map(cell))?;
        }
    }
    table.flush()
}

/// Writes an empty form to fill: title, an explanation of each column, official headers, and choices where there are some.
/// What is filled in [`import`](crate::import::import()) reads without a profile.
///
/// # Errors
/// What the writer reports.
pub fn write_template(form: &Form, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let mut book = new_book();
    template(form, lang, &mut book).map_err(io::Error::other)?;
    to.write_all(&book.save_to_buffer().map_err(io::Error::other)?)
}

fn new_book() -> Xlsx {
    let mut book = Xlsx::new();
    // A day of its own would make two equal lists differ.
    let day = ExcelDateTime::from_ymd(2026, 1, 1).ok();
    let properties = day.map_or_else(DocProperties::new, |day| DocProperties::new().set_creation_datetime(&day));
    book.set_properties(&properties);
    book
}

fn add(sheet: &Sheet, to: &mut Worksheet) -> Result<(), XlsxError> {
    to.set_name(&sheet.name)?;
    let (title, header, body) = (title_format(), header_format(), body_format());
    let last_column = sheet.last_column().unwrap_or(1);
    let header_row = 2;
    for (at, cell) in sheet.cells() {
        let format = match at.row {
            1 => &title,
            row if row == header_row => &header,
            _ => &body,
        };
        to.write_string_with_format(at.row.saturating_sub(1), at.column.saturating_sub(1), &cell.text, format)?;
    }
    for area in sheet.merges() {
        let text = sheet.own(area.first).map_or("", |cell| cell.text.as_str());
        let format = if area.first.row == 1 { &title } else { &body };
        if area.first != area.last {
            to.merge_range(
                area.first.row.saturating_sub(1),
                area.first.column.saturating_sub(1),
                area.last.row.saturating_sub(1),
                area.last.column.saturating_sub(1),
                text,
                format,
            )?;
        }
    }
    for column in 1..=last_column {
        to.set_column_width(column.saturating_sub(1), width(sheet, column))?;
    }
    to.set_freeze_panes(header_row, 0)?;
    to.set_landscape().set_print_fit_to_pages(1, 0);
    to.set_repeat_rows(0, header_row.saturating_sub(1))?;
    Ok(())
}

/// As wide as what stands in a column needs, within bounds.
fn width(sheet: &Sheet, column: u16) -> f64 {
    let longest =
        sheet.cells().filter(|(at, _)| at.column == column && at.row > 1).map(|(_, cell)| cell.text.chars().count());
    match longest.max().unwrap_or(0) {
        0..=4 => NARROW,
        5..=40 => MIDDLE,
        _ => WIDE,
    }
}

fn template(form: &Form, lang: Lang, book: &mut Xlsx) -> Result<(), XlsxError> {
    let columns = u16::try_from(form.columns.len()).unwrap_or(u16::MAX);
    let mut too_long: Vec<&FormColumn> = Vec::new();
    let to = book.add_worksheet();
    to.set_name(form.title)?;
    to.merge_range(0, 0, 0, columns.saturating_sub(1), form.title, &title_format())?;
    let (explained, required, body) = (explanation_format(), header_format().set_font_color(Color::Red), body_format());
    for (number, column) in (0_u16..).zip(&form.columns) {
        to.write_string_with_format(1, number, column.explanation.text(lang), &explained)?;
        let header = if column.need == ColumnNeed::Required { &required } else { &header_format() };
        to.write_string_with_format(ROWS_ABOVE.saturating_sub(1), number, &column.header, header)?;
        to.set_column_format(number, &body)?;
        to.set_column_width(number, if column.choices.is_empty() { MIDDLE } else { NARROW * 1.6 })?;
        if column.choices.is_empty() {
            continue;
        }
        let is_long = column.choices.iter().map(|choice| choice.chars().count().saturating_add(1)).sum::<usize>()
            > LONGEST_CHOICES;
        let choice = if is_long {
            too_long.push(column);
            let letter = crate::workbook::column_letters(u16::try_from(too_long.len()).unwrap_or(u16::MAX));
            let formula = format!("='{CHOICES}'!${letter}$1:${letter}${}", column.choices.len());
            DataValidation::new().allow_list_formula(Formula::new(formula))
        } else {
            DataValidation::new().allow_list_strings(&column.choices)?
        };
        // Several levels may stand in one cell, so that a text which is no single choice is no error.
        let choice = choice.set_input_message(column.explanation.text(lang))?.show_error_message(false);
        to.add_data_validation(ROWS_ABOVE, number, ROWS_TO_FILL, number, &choice)?;
    }
    to.set_freeze_panes(ROWS_ABOVE, 2)?;
    to.set_landscape().set_print_fit_to_pages(1, 0);
    to.set_repeat_rows(0, ROWS_ABOVE.saturating_sub(1))?;
    if too_long.is_empty() {
        return Ok(());
    }
    let choices = book.add_worksheet();
    choices.set_name(CHOICES)?.set_hidden(true);
    for (number, column) in (0_u16..).zip(too_long) {
        for (row, choice) in (0_u32..).zip(&column.choices) {
            choices.write_string(row, number, *choice)?;
        }
    }
    Ok(())
}

fn title_format() -> Format {
    Format::new().set_bold().set_font_size(16.0).set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter)
}

fn header_format() -> Format {
    body_format().set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(0x00DD_EBF7))
}

fn explanation_format() -> Format {
    Format::new()
        .set_text_wrap()
        .set_italic()
        .set_font_size(9.0)
        .set_font_color(Color::Gray)
        .set_align(FormatAlign::Top)
}

/// Cells of text, so that codes keep their digits.
fn body_format() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin).set_num_format("@")
}
