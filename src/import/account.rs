//! The account of an import: what became of every sheet, column and row.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::bodies::MergedBody;
use super::column::Column;
use super::profile::Complete;
use super::row_class::RowClass;
use crate::code::DivisionCode;
use crate::lang::Message;
use crate::model::{Id, Kind};

/// 导入说明: what became of all that stood in the workbooks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct ImportAccount {
    /// 区划依据: the title from which the division was taken, where nobody stated it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub division_from: Option<(String, DivisionCode)>,
    /// 工作表: the sheets, in order.
    pub sheets: Vec<SheetAccount>,
    /// 合并的机构: names that were taken for one body.
    pub merged_bodies: Vec<MergedBody>,
    /// 重复文件: files that say what another says, and were read once; with the first.
    pub repeated_files: Vec<(String, String)>,
}

impl ImportAccount {
    /// The kinds of which the list is declared complete: all, where somebody says so; else those of which every sheet states
    /// how many items it has and none has a row that could not be read.
    pub(super) fn complete(&self, said: Option<Complete>) -> Vec<Kind> {
        let kinds: BTreeSet<Kind> = self.sheets.iter().filter_map(|sheet| sheet.kind).collect();
        let is_declared = |kind: &Kind| {
            let mut of_kind =
                self.sheets.iter().filter(|sheet| sheet.kind == Some(*kind) && sheet.records > 0).peekable();
            of_kind.peek().is_some() && of_kind.all(|sheet| sheet.declared.is_some() && sheet.untaken.is_empty())
        };
        match said {
            Some(Complete::Yes) => kinds.into_iter().collect(),
            Some(Complete::No) => Vec::new(),
            None => kinds.into_iter().filter(is_declared).collect(),
        }
    }
}

/// 工作表情况: what became of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SheetAccount {
    /// 文件: the workbook.
    pub file: String,
    /// 工作表: the sheet; empty for a table of text.
    pub sheet: String,
    /// 处理情况: whether it was read.
    pub state: SheetState,
    /// 来源标识: the id of its entry in `header.sources`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Id>,
    /// 清单种类: what its rows are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// 表头行: the first and the last row of its headers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_rows: Option<(u32, u32)>,
    /// 栏目: its columns, from the left.
    pub columns: Vec<ColumnAccount>,
    /// 行数: how many rows are of each kind.
    pub rows: BTreeMap<RowClass, u64>,
    /// 隐藏行: the rows that are hidden and were passed over.
    pub hidden_rows: Vec<u32>,
    /// 事项数: different items by name and sub-item.
    pub items: u64,
    /// 序号数: how many numbers of entries stand in its rows: one numbered `2,3` stands for two.
    pub entry_numbers: u64,
    /// 记录数: the records made of it, main items that are only named not counted.
    pub records: u64,
    /// 声明总数: how many items its name or title says that it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declared: Option<u64>,
    /// 字数: where the characters of its cells went.
    pub characters: Characters,
    /// 未作数据的行: headings, notes and sums, as written.
    pub told: Vec<RowTold>,
    /// 未能读取的行: rows of data that are no record, and why.
    pub untaken: Vec<UntakenRow>,
}

/// 处理情况: whether a sheet was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SheetState {
    /// 已导入.
    Imported,
    /// 空表.
    Empty,
    /// 隐藏的工作表.
    Hidden,
    /// 按配置跳过.
    Skipped,
    /// 没有找到表头.
    NoHeader,
}

/// 栏目情况: what became of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ColumnAccount {
    /// 列: its letters.
    pub letters: String,
    /// 表头: its header, in one line.
    pub header: String,
    /// 栏目: what it holds, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<Column>,
    /// 重复: the letters of the column that holds the same, and counts instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeats: Option<String>,
    /// 隐藏列: whether it is hidden and was passed over.
    pub hidden: bool,
    /// 已识别: how many cells stand in fields of their own.
    pub understood: u64,
    /// 保留原文: how many cells are kept as they are under `extensions`, those that say nothing not counted.
    pub kept_as_text: u64,
    /// 首批保留原文的单元格: the first of them, with their rows, at most three.
    pub first_kept: Vec<(u32, String)>,
    /// 写明没有: how many cells say that there is nothing (`/`, 无); they are kept too.
    pub says_nothing: u64,
    /// 空白: how many rows of data have nothing there.
    pub empty: u64,
}

/// 字数: how many characters of cells are where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct Characters {
    /// 归入字段: in fields of their own.
    pub typed: u64,
    /// 保留原文: under `extensions`.
    pub kept: u64,
}

impl Characters {
    /// The share that is in fields of their own, in hundredths of a per cent; none of nothing.
    #[must_use]
    pub fn typed_share(self) -> Option<u64> {
        let all = self.typed.checked_add(self.kept)?;
        self.typed.checked_mul(10_000)?.checked_div(all)
    }
}

/// 未作数据的行: a row that is no data and says something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RowTold {
    /// 行号.
    pub row: u32,
    /// 行的种类.
    pub class: RowClass,
    /// 内容: as written.
    pub text: String,
}

/// 未能读取的行: a row of data that is no record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct UntakenRow {
    /// 行号.
    pub row: u32,
    /// 事项名称: what it is called, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 内容: its cells, as written.
    pub text: String,
    /// 原因.
    pub message: Message,
}
