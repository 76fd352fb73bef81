//! What became of the cells of a sheet.

use std::collections::BTreeMap;

use serde::Serialize;

use super::row_class::Placed;
use crate::workbook::CellRef;

/// 读取结果: what became of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Fate {
    /// 已识别: it stands in a field of its own.
    Understood,
    /// 写明没有: it says that there is nothing (`/`, 无); it stands as it was under `extensions` all the same.
    SaysNothing,
    /// 保留原文: it stands as it was under `extensions`, by the header of its column.
    KeptAsText,
}

/// What became of the cells of a sheet, each once: of a merged cell the first.
#[derive(Debug, Default)]
pub(super) struct Fates {
    cells: BTreeMap<(usize, CellRef), (Fate, usize)>,
}

impl Fates {
    pub(super) fn note(&mut self, at: usize, (from, cell): Placed<'_>, fate: Fate) {
        let characters = cell.text.chars().count();
        let noted = self.cells.entry((at, from)).or_insert((fate, characters));
        noted.0 = noted.0.max(fate);
    }

    /// What became of a cell of a column.
    pub(super) fn fate(&self, column: usize, from: CellRef) -> Option<Fate> {
        self.cells.get(&(column, from)).map(|(fate, _)| *fate)
    }

    /// The cells of a column with their fates and their numbers of characters.
    pub(super) fn of(&self, column: usize) -> impl Iterator<Item = (Fate, usize)> {
        self.cells
            .range((column, CellRef::new(0, 0))..(column.saturating_add(1), CellRef::new(0, 0)))
            .map(|(_, fate)| *fate)
    }
}

/// What becomes of a cell that is kept as it is.
pub(super) fn kept(text: &str) -> Fate {
    let says_nothing = matches!(text.trim(), "/" | "\\" | "无" | "-" | "—" | "——" | "－" | "／");
    if says_nothing { Fate::SaysNothing } else { Fate::KeptAsText }
}
