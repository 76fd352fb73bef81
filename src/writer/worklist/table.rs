//! A sheet of findings: what is wrong and what to do on the left, and on the right what the office fills in.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Worksheet, XlsxError};

use super::columns::COLUMNS;
use super::formats::Formats;
use super::rows::Row;
use super::text::{cell, lines_in};
use crate::lang::Lang;
use crate::writer::say;

/// How many rows of findings a sheet holds, below the heads of its columns.
pub(super) const MOST_ROWS: usize = 1_048_575;

/// The column that shows by its colour how grave a finding is.
const WHAT: u16 = 5;

/// What may become of a finding.
const STATES: [(&str, &str); 4] =
    [("未整改", "open"), ("整改中", "in hand"), ("已整改", "done"), ("不采纳", "not accepted")];

pub(super) fn write(
    rows: &[Row],
    title: &str,
    formats: &Formats,
    lang: Lang,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    for (column, (zh, en, width)) in (0_u16..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, say(lang, zh, en), &formats.head)?;
    }
    let mut last = 0_u32;
    for (line, row) in (1_u32..).zip(rows) {
        sheet.write_number_with_format(line, 0, line, &formats.number)?;
        let texts = [&row.body, &row.list, &row.names, &row.codes, &row.what, &row.ground, &row.help, &row.places];
        for (column, text) in (1_u16..).zip(texts) {
            let format = if column == WHAT { formats.by(row.severity) } else { &formats.text };
            sheet.write_string_with_format(line, column, text, format)?;
        }
        sheet.set_row_height(line, height(&texts))?;
        sheet.write_blank(line, 9, &formats.day)?;
        sheet.write_blank(line, 10, &formats.open)?;
        last = line;
    }
    if last > 0 {
        sheet.autofilter(0, 0, last, 10)?;
        sheet.add_data_validation(1, 10, last, 10, &states(lang)?)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    print(title, lang, sheet)?;
    Ok(())
}

/// The height of a row in points, about: not every program works it out from the text. No row is higher than 409.
fn height(texts: &[&String; 8]) -> f64 {
    let widths = COLUMNS.iter().skip(1).map(|&(_, _, width)| width);
    let lines = texts.iter().zip(widths).map(|(text, width)| lines_in(text, width)).max().unwrap_or(1);
    (f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * 12.75 + 4.0).min(409.0)
}

/// What may be said of what became of a finding; anything else is asked about, and taken.
fn states(lang: Lang) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(&STATES.map(|(zh, en)| say(lang, zh, en)))?
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_message(say(lang, "请从下拉列表中选择整改情况。", "Please choose from the list."))
}

/// On paper: across, one page wide, with heads of columns and numbers on every page.
fn print(title: &str, lang: Lang, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    // What stands on top may be 255 characters long, and a `&` in it says something.
    let title: String = cell(title).chars().take(100).collect::<String>().replace('&', "&&");
    let (what, page) = words(lang);
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3)
        .set_header(format!("&L{title}&R{what}"))
        .set_footer(page)
        .set_repeat_rows(0, 0)?;
    Ok(())
}

fn words(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("整改台账", "&C第 &P 页，共 &N 页"),
        Lang::En => ("Worklist", "&CPage &P of &N"),
    }
}
