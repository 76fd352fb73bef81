//! The report of a check as a workbook for the offices that put things right, a 整改台账: a cover that says what was checked
//! and what it came to, and for each department a sheet of what it has to see to, with room for what became of it.
//!
//! Every text is written as text, so that no cell is a formula or a link. The same report gives the same bytes.

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::finding::Finding;
use crate::report::Report;
use crate::writer::departments::{Department, departments};
use crate::writer::report_format::ReportOptions;
use crate::writer::said::{Said, groups};
use crate::writer::sheet_names::SheetNames;

mod columns;
mod cover;
mod formats;
mod list;
mod places;
mod rows;
mod table;
mod text;

use cover::Cover;
use formats::Formats;
use list::Worklist;
use rows::Row;

/// Nobody finds a sheet among more; what further departments have to see to stands on one sheet together.
const MOST_SHEETS: usize = 250;

/// 整改台账: writes a report as a workbook for the offices: a cover, and a sheet for each department.
///
/// Equal findings are one row with all their places; where these would fill more than a page, the row goes on in the next.
///
/// ```
/// use qingdan::writer::{ReportOptions, write_worklist};
/// use qingdan::{Checker, Lang};
/// let bytes = br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
///   "organizations": [{"id": "water", "name": 5, "kind": "department"}]}"#;
/// let report = Checker::new().check_bytes("catalog.json", bytes);
/// let mut workbook = Vec::new();
/// write_worklist(&report, &ReportOptions::new(Lang::Zh), &mut workbook)?;
/// assert!(workbook.starts_with(b"PK"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// What the writer reports.
pub fn write_worklist(report: &Report, options: &ReportOptions, mut to: impl Write) -> io::Result<()> {
    let list = Worklist { report, said: Said::new(report, options.lang), lang: options.lang };
    let bytes = list.book().and_then(|mut book| book.save_to_buffer()).map_err(io::Error::other)?;
    to.write_all(&bytes)
}

/// A sheet of findings.
struct Part {
    /// What the sheet is called.
    sheet: String,
    /// Whose findings it has.
    title: String,
    rows: Vec<Row>,
}

impl Worklist<'_> {
    fn book(&self) -> Result<Workbook, XlsxError> {
        let mut book = Workbook::new();
        book.set_properties(&self.properties()?);
        let formats = Formats::new();
        let mut names = SheetNames::default();
        let cover = names.give(self.say("概览", "Overview"));
        let departments = departments(self.report);
        let (parts, sheets) = self.parts(&departments, &mut names);
        Cover { list: self, departments: &departments, sheets: &sheets, formats: &formats }
            .write(book.add_worksheet().set_name(cover)?)?;
        for part in &parts {
            let sheet = book.add_worksheet().set_name(&part.sheet)?;
            table::write(&part.rows, &part.title, &formats, self.lang, sheet)?;
        }
        Ok(book)
    }

    /// The day as of which was judged: the time of writing would make two files of one report.
    fn properties(&self) -> Result<DocProperties, XlsxError> {
        let (year, month, day) = self.report.as_of.map_or((2000, 1, 1), |day| (day.year(), day.month(), day.day()));
        let day = ExcelDateTime::from_ymd(year.max(1900), month, day)?;
        let tool = &self.report.tool;
        let title = self.say("整改台账", "Worklist");
        Ok(DocProperties::new()
            .set_title(title)
            .set_author(text::cell(&format!("{} {}", tool.name, tool.version)))
            .set_creation_datetime(&day))
    }

    /// The sheets, and for each department on which of them it is.
    fn parts(&self, departments: &[Department<'_>], names: &mut SheetNames) -> (Vec<Part>, Vec<String>) {
        let (mut parts, mut sheets) = (Vec::new(), Vec::new());
        let own = if departments.len() > MOST_SHEETS { MOST_SHEETS.saturating_sub(1) } else { MOST_SHEETS };
        let (alone, together) = departments.split_at(own.min(departments.len()));
        for department in alone {
            let rows = self.rows_of(department);
            let title = department.name(self.report, self.lang);
            sheets.push(add(department.body_name(self.lang), &title, rows, names, &mut parts));
        }
        if !together.is_empty() {
            let title = self.say("其余部门", "Further departments");
            let rows = together.iter().flat_map(|department| self.rows_of(department)).collect();
            let sheet = add(title, title, rows, names, &mut parts);
            sheets.extend(together.iter().map(|_| sheet.clone()));
        }
        if !self.report.upkeep.is_empty() {
            let title = self.say("搁置和基线", "Set aside and baseline");
            let body = self.say("清单编制单位", "whoever keeps the catalog");
            let rows = groups(&self.report.upkeep).iter().flat_map(|group| self.rows(group, body, None)).collect();
            add(title, title, rows, names, &mut parts);
        }
        (parts, sheets)
    }

    fn rows_of(&self, department: &Department<'_>) -> Vec<Row> {
        let body = department.name(self.report, self.lang);
        let rules = department.rules.iter().flat_map(|rule| &rule.groups);
        rules.flat_map(|group: &Vec<&Finding>| self.rows(group, &body, Some(department.input))).collect()
    }
}

/// Adds the rows as a sheet, or as several where one does not hold them; gives the name of the first.
fn add(name: &str, title: &str, rows: Vec<Row>, names: &mut SheetNames, parts: &mut Vec<Part>) -> String {
    let mut first = None;
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let sheet = names.give(name);
        first.get_or_insert_with(|| sheet.clone());
        parts.push(Part { sheet, title: title.to_owned(), rows: rows.by_ref().take(table::MOST_ROWS).collect() });
    }
    first.unwrap_or_default()
}
