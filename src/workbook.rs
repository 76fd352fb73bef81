//! 工作簿: workbooks and tables as officials keep them, whatever the format: sheets, cells as written, merged cells, and what
//! is hidden.
//!
//! Rows and columns count from 1, as people count them. Nothing of what a list means is known here; [`import`](crate::import)
//! makes a catalog of it.

mod delimited;
mod encoding;
mod error;
mod format;
mod json_lines;
mod limits;
mod number;
mod number_format;
mod package;
mod place;
mod read;
mod sheet;
mod spans;
mod xls;
mod xlsx;
mod xml;

pub use error::{Bound, WorkbookError};
pub use format::is_workbook;
pub use limits::WorkbookLimits;
pub use place::{Area, CellRef, InvalidCellRef, column_letters};
pub use sheet::Sheet;

/// 工作簿: a file of sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Workbook {
    /// 文件名: what the caller calls it.
    pub name: String,
    /// 文件格式: what its content is, whatever its name says.
    pub format: WorkbookFormat,
    /// 字节数: its size in bytes.
    pub size: u64,
    /// 工作表: its sheets, in order; hidden ones among them.
    pub sheets: Vec<Sheet>,
}

/// 文件格式: what the content of a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WorkbookFormat {
    /// Excel 97 to 2003, `.xls`, which WPS writes as `.et` too.
    Xls,
    /// Office Open XML, `.xlsx`, `.xlsm`.
    Xlsx,
    /// A table of text, its cells parted by commas, tabs or semicolons.
    Csv,
    /// One JSON object a line, whose members are the cells of a row.
    JsonLines,
}

/// 可见性: whether something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Visibility {
    /// 可见.
    #[default]
    Visible,
    /// 隐藏.
    Hidden,
}

/// 单元格: what stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SheetCell {
    /// 内容: its text, never empty; of numbers as short as they can be written (`1`, not `1.0`), of days `YYYY-MM-DD`.
    pub text: String,
    /// 类型: what the workbook holds there.
    pub kind: CellKind,
}

/// 单元格类型: what the workbook holds in a cell. Of a formula it is what was last computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CellKind {
    /// 文本.
    Text,
    /// 数值: a number, of which a program keeps fifteen digits.
    Number,
    /// 日期: a number shown as a day or a time.
    Date,
    /// 逻辑值.
    Boolean,
    /// 错误值: such as `#REF!`.
    Error,
}

impl Workbook {
    /// A workbook without sheets.
    #[must_use]
    pub fn new(name: impl Into<String>, format: WorkbookFormat) -> Self {
        Self { name: name.into(), format, size: 0, sheets: Vec::new() }
    }
}

impl SheetCell {
    /// A cell of text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), kind: CellKind::Text }
    }
}
