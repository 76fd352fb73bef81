//! What became of the source, where a catalog was read from workbooks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codelist::closed_list;
use crate::lang::Message;

closed_list! {
    /// 来源说明种类: what is told of a workbook that was read.
    SourceNoticeKind {
        /// It has no field, and is kept under its header.
        ColumnUnknown = "column_unknown", "未识别的栏目";
        /// Cells of a column whose field is known could not be understood, and are kept as they are.
        CellsKept = "cells_kept", "未能识别的单元格";
        ColumnHidden = "column_hidden", "隐藏列";
        RowsHidden = "rows_hidden", "隐藏行";
        /// A heading, a note, a sum.
        RowToldOnly = "row_told_only", "未作数据的行";
        /// A row of data that is no record.
        RowUnread = "row_unread", "未能读入的行";
        SheetUnread = "sheet_unread", "未读入的工作表";
        /// How many items the sheet says that it has, where it has another number.
        TotalDiffers = "total_differs", "声明总数不符";
        BodiesMerged = "bodies_merged", "合并的机构";
        FileRepeated = "file_repeated", "重复的文件";
        /// The division was taken from a title.
        DivisionTaken = "division_taken", "行政区划依据";
    }
}

impl SourceNoticeKind {
    /// Whether somebody must see to it: something could not be read, or does not add up.
    #[cfg(any(feature = "human", feature = "html"))]
    pub(crate) fn is_pressing(self) -> bool {
        matches!(self, Self::RowUnread | Self::SheetUnread | Self::TotalDiffers | Self::CellsKept)
    }
}

/// 来源说明: what became of a part of a workbook that was read, where it is not simply in the catalog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct SourceNotice {
    /// 种类: what is told.
    pub kind: SourceNoticeKind,
    /// 文件名: the workbook; none of what is said of all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// 工作表: the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// 行号: the first row, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// 列号: the letters of the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<String>,
    /// 说明: what became of it.
    pub message: Message,
}
