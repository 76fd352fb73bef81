//! Why a file could not be read as a workbook, in words for who keeps it.

use crate::lang::{Bilingual, Message, two};
use crate::print::excerpt;

use super::CellRef;

/// 工作簿读取错误: a file that could not be read as a workbook or table: what it is or where it is damaged, and what to do. It
/// is printed in English; [`WorkbookError::message`] has both languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message().en)]
#[non_exhaustive]
pub enum WorkbookError {
    /// 空文件: nothing stands in the file, or blanks alone.
    Empty,
    /// 其他文件: it is something else, told by its content.
    Other {
        /// What it is.
        found: Bilingual,
        /// What to do with it.
        advice: Bilingual,
    },
    /// 目录: it is a catalog in JSON already.
    Catalog,
    /// 已加密: a password protects it.
    Protected,
    /// 不完整: its end is missing.
    Truncated,
    /// 已损坏: what stands in it contradicts its format.
    Damaged {
        /// The sheet, as far as it is about one.
        sheet: Option<String>,
        /// The cell, as far as it is about one.
        cell: Option<CellRef>,
        /// What is wrong.
        problem: Bilingual,
    },
    /// 编码有误: a text that is neither UTF-8, UTF-16 with a byte order mark nor GB18030.
    Encoding {
        /// The encoding that it has but for this place.
        encoding: &'static str,
        /// The line of the place, from 1.
        line: u64,
        /// The byte of the place, from 0.
        byte: u64,
    },
    /// 引号未配对: a cell of a table of text that begins with a quote and does not end.
    OpenQuote {
        /// The row, from 1.
        row: u32,
        /// The line on which the row begins, from 1.
        line: u64,
    },
    /// JSON 有误: a line of JSON Lines, or an element of an array, that is no row of a table.
    Json {
        /// The line, from 1.
        line: u64,
        /// What is wrong.
        problem: Message,
    },
    /// 超出限度: it is larger than the [limits](super::WorkbookLimits) allow.
    TooLarge {
        /// Which of them.
        bound: Bound,
        /// How much it allows.
        limit: u64,
    },
}

/// 限度种类: what is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Bound {
    /// The size of the file.
    Bytes,
    /// The size of what is packed in it.
    Unpacked,
    /// The number of parts that are packed in it.
    Parts,
    /// The number of cells.
    Cells,
    /// The text in cells.
    Text,
    /// The number of merged areas.
    Merges,
    /// The number of sheets.
    Sheets,
    /// The number of rows of a sheet.
    Rows,
    /// The number of columns of a sheet.
    Columns,
}

impl WorkbookError {
    /// Damage that belongs to no sheet.
    pub(super) fn damaged(zh: &'static str, en: &'static str) -> Self {
        Self::Damaged { sheet: None, cell: None, problem: two(zh, en) }
    }

    /// The same error, told of a cell.
    pub(super) fn at(self, at: CellRef) -> Self {
        match self {
            Self::Damaged { sheet, cell: None, problem } => Self::Damaged { sheet, cell: Some(at), problem },
            other => other,
        }
    }

    /// The same error, told of a sheet.
    pub(super) fn in_sheet(self, name: &str) -> Self {
        match self {
            Self::Damaged { sheet: None, cell, problem } => {
                Self::Damaged { sheet: Some(name.to_owned()), cell, problem }
            }
            other => other,
        }
    }

    /// What was found, where, and what to do.
    ///
    /// ```
    /// use qingdan::workbook::{Workbook, WorkbookLimits};
    /// let error = Workbook::read("a.xls", b"%PDF-1.7", WorkbookLimits::default()).err().ok_or("read")?;
    /// assert_eq!(error.message().zh, "这是PDF 文件，不是电子表格；请从原系统导出为 .xlsx，或者把内容录入电子表格后再导入");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => {
                Message::new("文件是空的；请核对所给的文件", "the file is empty; see whether it is the right one")
            }
            Self::Other { found, advice } => Message::new(
                format!("这是{}，不是电子表格；{}", found.zh, advice.zh),
                format!("this is {}, not a workbook; {}", found.en, advice.en),
            ),
            Self::Catalog => Message::new(
                "这已经是目录 JSON，不需要导入；请直接用 qingdan check 检查",
                "this is a catalog in JSON already and needs no import; check it by `qingdan check`",
            ),
            Self::Protected => Message::new(
                "文件设有打开密码；请用 Excel 或 WPS 打开，取消密码后另存，再导入",
                "the file is protected by a password; open it in Excel or WPS, save it without the password, and import that",
            ),
            Self::Truncated => Message::new(
                "文件不完整，缺少末尾部分，可能没有下载或者复制完；请重新取得该文件，或者用 Excel 或 WPS 修复后另存为 .xlsx",
                "the file is not complete, its end is missing; get it again, or repair it in Excel or WPS and save it as .xlsx",
            ),
            Self::Damaged { sheet, cell, problem } => damaged(sheet.as_deref(), *cell, *problem),
            Self::Encoding { encoding, line, byte } => Message::new(
                format!(
                    "第 {line} 行（第 {byte} 字节）起不是 {encoding} 编码的文字；请用 Excel 或 WPS 打开核对，另存为 .xlsx 或者 UTF-8 编码的 CSV"
                ),
                format!(
                    "from line {line} (byte {byte}) on this is no text in {encoding}; \
                     open it in Excel or WPS, look at that place, and save it as .xlsx or as CSV in UTF-8"
                ),
            ),
            Self::OpenQuote { row, line } => Message::new(
                format!(
                    "第 {row} 行（文件第 {line} 行）有一格以引号开头，到文件末尾没有结束的引号；请补上引号，或者另存为 .xlsx"
                ),
                format!(
                    "in row {row} (line {line} of the file) a cell begins with a quote and has none at its end; \
                     add it, or save the table as .xlsx"
                ),
            ),
            Self::Json { line, problem } => Message::new(
                format!("第 {line} 行：{}；每行应当是一个 JSON 对象，其成员是一行的各格", problem.zh),
                format!(
                    "line {line}: {}; each line should be a JSON object with the cells of a row as members",
                    problem.en
                ),
            ),
            Self::TooLarge { bound, limit } => bound.message(*limit),
        }
    }
}

fn damaged(sheet: Option<&str>, cell: Option<CellRef>, problem: Bilingual) -> Message {
    let (zh, en) = match (sheet.map(excerpt), cell) {
        (Some(sheet), Some(cell)) => {
            (format!("工作表“{sheet}”{cell} 格已损坏"), format!("{cell} of the sheet “{sheet}” is damaged"))
        }
        (Some(sheet), None) => (format!("工作表“{sheet}”已损坏"), format!("the sheet “{sheet}” is damaged")),
        (None, _) => ("文件已损坏".to_owned(), "the file is damaged".to_owned()),
    };
    Message::new(
        format!("{zh}：{}；请重新取得该文件，或者用 Excel 或 WPS 打开修复，另存为 .xlsx", problem.zh),
        format!("{en}: {}; get it again, or repair it in Excel or WPS and save it as .xlsx", problem.en),
    )
}

impl Bound {
    fn message(self, limit: u64) -> Message {
        let mebibytes = limit >> 20;
        let size = if mebibytes > 0 { format!("{mebibytes} MiB") } else { format!("{limit} B") };
        let (zh, en) = match self {
            Self::Bytes => (format!("文件大于 {size}"), format!("the file is larger than {size}")),
            Self::Unpacked => {
                (format!("文件解压后大于 {size}"), format!("the file comes to more than {size} when unpacked"))
            }
            Self::Parts => (format!("文件中的部件多于 {limit} 个"), format!("the file has more than {limit} parts")),
            Self::Cells => (format!("有内容的单元格多于 {limit} 个"), format!("more than {limit} cells are filled")),
            Self::Text => {
                (format!("单元格中的文字合计大于 {size}"), format!("the texts of cells come to more than {size}"))
            }
            Self::Merges => (format!("合并单元格多于 {limit} 处"), format!("more than {limit} areas are merged")),
            Self::Sheets => (format!("工作表多于 {limit} 张"), format!("there are more than {limit} sheets")),
            Self::Rows => (format!("表格多于 {limit} 行"), format!("the table has more than {limit} rows")),
            Self::Columns => (format!("表格多于 {limit} 列"), format!("the table has more than {limit} columns")),
        };
        Message::new(
            format!("{zh}，超出读取限度；请删去无关内容，或者分成几个文件导入"),
            format!("{en}, which is the limit; take out what is not needed, or import it in several files"),
        )
    }
}
