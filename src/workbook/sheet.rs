//! 工作表: one sheet, its cells by place, its merged areas by what they cover.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::spans::Spans;
use super::{Area, CellRef, SheetCell, Visibility};

/// 工作表: one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Sheet {
    /// 表名: its name; empty for a table of text.
    pub name: String,
    /// 是否隐藏: whether the workbook hides it.
    pub visibility: Visibility,
    /// The cells that are not empty, row by row.
    cells: BTreeMap<CellRef, SheetCell>,
    last_column: Option<u16>,
    merges: Merges,
    hidden_rows: Spans,
    hidden_columns: Spans,
    uncomputed: Vec<CellRef>,
}

/// Merged areas, found by the cells that they cover.
///
/// The columns are halved again and again. An area is kept with the few blocks of columns that make up its width, by
/// its first row; so it takes one look a size of block to find the area of a cell, however many there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Merges {
    areas: Vec<Area>,
    /// By block and first row.
    blocks: BTreeMap<(u32, u32), Area>,
    /// The sizes of the blocks that there are, a bit each: most areas are one column wide.
    sizes: u32,
}

/// The number of the block that is one column alone; half the number is the block around it.
const SINGLE: u32 = 1 << 16;

impl Merges {
    fn add(&mut self, area: Area) {
        self.areas.push(area);
        let mut from = SINGLE.saturating_add(area.first.column.into());
        let mut to = SINGLE.saturating_add(area.last.column.into()).saturating_add(1);
        let mut size = 1;
        while from < to {
            if from & 1 == 1 {
                self.keep(from, size, area);
                from = from.saturating_add(1);
            }
            if to & 1 == 1 {
                to = to.saturating_sub(1);
                self.keep(to, size, area);
            }
            (from, to, size) = (from >> 1, to >> 1, size << 1);
        }
    }

    fn keep(&mut self, block: u32, size: u32, area: Area) {
        self.sizes |= size;
        self.blocks.insert((block, area.first.row), area);
    }

    fn around(&self, at: CellRef) -> Option<Area> {
        let (mut block, mut sizes) = (SINGLE.saturating_add(at.column.into()), self.sizes);
        while sizes > 0 {
            if sizes & 1 == 1 {
                // Areas do not overlap, so the last that begins at or above the row is the one.
                let above = self.blocks.range((block, 0)..=(block, at.row)).next_back();
                if let Some((_, area)) = above.filter(|(_, area)| area.contains(at)) {
                    return Some(*area);
                }
            }
            (block, sizes) = (block >> 1, sizes >> 1);
        }
        None
    }
}

impl Sheet {
    /// A sheet without cells.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Puts a cell into its place; one without text is none.
    pub fn put(&mut self, at: CellRef, cell: SheetCell) {
        if !cell.text.is_empty() {
            self.cells.insert(at, cell);
            self.last_column = self.last_column.max(Some(at.column));
        }
    }

    /// Merges an area: all its cells say what the first says.
    pub fn merge(&mut self, area: Area) {
        self.merges.add(area);
    }

    /// Hides rows; a span that ends before it begins hides none.
    pub fn hide_rows(&mut self, rows: RangeInclusive<u32>) {
        self.hidden_rows.add(rows);
    }

    /// Hides all rows but some, up to the last that a sheet can have.
    pub(super) fn hide_all_but(&mut self, mut shown: Vec<u32>, last: u32) {
        shown.sort_unstable();
        let mut from = 1;
        for row in shown {
            self.hide_rows(from..=row.saturating_sub(1));
            from = row.saturating_add(1);
        }
        self.hide_rows(from..=last);
    }

    /// Hides columns.
    pub fn hide_columns(&mut self, columns: RangeInclusive<u16>) {
        self.hidden_columns.add(u32::from(*columns.start())..=u32::from(*columns.end()));
    }

    /// Notes a formula that was never computed.
    pub(super) fn note_uncomputed(&mut self, at: CellRef) {
        self.uncomputed.push(at);
    }

    /// Whether a row is hidden.
    #[must_use]
    pub fn is_row_hidden(&self, row: u32) -> bool {
        self.hidden_rows.contains(row)
    }

    /// Whether a column is hidden.
    #[must_use]
    pub fn is_column_hidden(&self, column: u16) -> bool {
        self.hidden_columns.contains(column.into())
    }

    /// 隐藏的行: the rows that are hidden, in order, whatever hides them: by hand, a filter, a group that is folded up, or
    /// a height of zero.
    ///
    /// ```
    /// use qingdan::workbook::Sheet;
    /// let mut sheet = Sheet::new("行政征收");
    /// sheet.hide_rows(3..=3);
    /// sheet.hide_rows(2..=2);
    /// assert_eq!(sheet.hidden_rows().collect::<Vec<_>>(), [2..=3]);
    /// ```
    pub fn hidden_rows(&self) -> impl Iterator<Item = RangeInclusive<u32>> {
        self.hidden_rows.iter()
    }

    /// 隐藏的列: the columns that are hidden, in order.
    pub fn hidden_columns(&self) -> impl Iterator<Item = RangeInclusive<u16>> {
        let column = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
        self.hidden_columns.iter().map(move |columns| column(*columns.start())..=column(*columns.end()))
    }

    /// 未计算的公式: the cells with a formula whose value was never computed, as programs leave them that write workbooks
    /// without opening them. They count as empty; opened and saved in Excel or WPS they have values.
    pub fn uncomputed(&self) -> impl Iterator<Item = CellRef> {
        self.uncomputed.iter().copied()
    }

    /// The merged area of which a cell is part.
    #[must_use]
    pub fn merged(&self, at: CellRef) -> Option<Area> {
        self.merges.around(at)
    }

    /// The cell that stands in a place itself.
    #[must_use]
    pub fn own(&self, at: CellRef) -> Option<&SheetCell> {
        self.cells.get(&at)
    }

    /// The cell that a place shows, with its own place: of a merged area the first.
    #[must_use]
    pub fn shown(&self, at: CellRef) -> Option<(CellRef, &SheetCell)> {
        let from = self.merged(at).map_or(at, |area| area.first);
        self.own(from).map(|cell| (from, cell))
    }

    /// The cells that are not empty, row by row.
    pub fn cells(&self) -> impl Iterator<Item = (CellRef, &SheetCell)> {
        self.cells.iter().map(|(&at, cell)| (at, cell))
    }

    /// The merged areas, in the order in which they were merged.
    pub fn merges(&self) -> impl Iterator<Item = Area> {
        self.merges.areas.iter().copied()
    }

    /// The last row that holds anything, or to which a merged area reaches; none in an empty sheet.
    #[must_use]
    pub fn last_row(&self) -> Option<u32> {
        let (last, _) = self.cells.last_key_value()?;
        self.merges().filter(|area| self.own(area.first).is_some()).map(|area| area.last.row).max().max(Some(last.row))
    }

    /// The last column that holds anything.
    #[must_use]
    pub fn last_column(&self) -> Option<u16> {
        self.last_column
    }

    /// How many spans of hidden rows and columns are kept.
    pub(super) fn spans(&self) -> usize {
        self.hidden_rows.len().saturating_add(self.hidden_columns.len())
    }
}
