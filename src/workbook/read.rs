//! Reading: bytes to a workbook, whatever their format.

use super::format::{Content, content};
use super::limits::Account;
use super::{Workbook, WorkbookError, WorkbookFormat, WorkbookLimits, delimited, json_lines, xls, xlsx};

impl Workbook {
    /// Reads a workbook or table from the bytes of a file. The format is told by the content; the name is only kept.
    ///
    /// Values are what the workbook last computed. Sheets that are charts or macros alone are left out. In a table of text
    /// a row is a record, whose cells may go over several lines; an empty line is a row. Of JSON Lines the keys are row 1,
    /// in the order in which they first appear, and what stands on line *n* is row *n* + 1; of an array in JSON element *n*
    /// is row *n* + 1. Values within values stay JSON.
    ///
    /// ```
    /// use qingdan::workbook::{CellRef, Workbook, WorkbookFormat, WorkbookLimits};
    /// let table = "序号,事项名称\r\n1,\"取水许可\n（市级）\"\r\n";
    /// let workbook = Workbook::read("清单.xls", table.as_bytes(), WorkbookLimits::default())?;
    /// assert_eq!(workbook.format, WorkbookFormat::Csv);
    /// let name = workbook.sheets[0].own(CellRef::new(2, 2)).ok_or("no cell")?;
    /// assert_eq!(name.text, "取水许可\n（市级）");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`WorkbookError`] where the file is something else, protected, damaged, or beyond a limit.
    pub fn read(name: &str, bytes: &[u8], limits: WorkbookLimits) -> Result<Self, WorkbookError> {
        let mut account = Account::new(limits);
        account.file(bytes.len())?;
        let (format, sheets) = match content(bytes)? {
            Content::Records(records) => (WorkbookFormat::Xls, xls::sheets(&records, &mut account)?),
            Content::Package(mut package) => (WorkbookFormat::Xlsx, xlsx::sheets(&mut package, &mut account)?),
            Content::Table(text) => (WorkbookFormat::Csv, vec![delimited::sheet(&text, &mut account)?]),
            Content::Json(text) => (WorkbookFormat::JsonLines, vec![json_lines::sheet(&text, &mut account)?]),
        };
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(Self { name: name.to_owned(), format, size, sheets })
    }
}
