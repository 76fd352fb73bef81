//! 限度: bounds on the workbooks that are read, and the account of what one has used.

use super::WorkbookError;
use super::error::Bound;

/// 工作簿限度: bounds on what is read of a workbook, so that no file can exhaust the machine.
///
/// What a workbook takes in memory is at most about `max_bytes` + 2 × `max_unpacked` + `max_text` + 100 bytes a cell and
/// merged area. A workbook beyond a bound is refused with the bound; nothing is cut off.
///
/// ```
/// use qingdan::workbook::WorkbookLimits;
/// let limits = WorkbookLimits::default().with_max_cells(10_000);
/// assert_eq!((limits.max_cells, limits.max_bytes), (10_000, 256 << 20));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct WorkbookLimits {
    /// The largest file, in bytes; 256 MiB by default.
    pub max_bytes: u64,
    /// How much the packed parts of an `.xlsx` may come to unpacked, in bytes; 256 MiB by default.
    pub max_unpacked: u64,
    /// The most cells that are not empty, spans of hidden rows and columns among them; 2,000,000 by default.
    pub max_cells: u64,
    /// The most text in cells, in bytes of UTF-8; 128 MiB by default.
    pub max_text: u64,
    /// The most merged areas; 200,000 by default.
    pub max_merges: u64,
    /// The most sheets; 4,096 by default.
    pub max_sheets: u64,
}

impl Default for WorkbookLimits {
    fn default() -> Self {
        Self {
            max_bytes: 256 << 20,
            max_unpacked: 256 << 20,
            max_cells: 2_000_000,
            max_text: 128 << 20,
            max_merges: 200_000,
            max_sheets: 4096,
        }
    }
}

impl WorkbookLimits {
    /// The same but for the largest file, in bytes.
    #[must_use]
    pub fn with_max_bytes(self, max_bytes: u64) -> Self {
        Self { max_bytes, ..self }
    }

    /// The same but for how much the parts may come to unpacked, in bytes.
    #[must_use]
    pub fn with_max_unpacked(self, max_unpacked: u64) -> Self {
        Self { max_unpacked, ..self }
    }

    /// The same but for the most cells.
    #[must_use]
    pub fn with_max_cells(self, max_cells: u64) -> Self {
        Self { max_cells, ..self }
    }

    /// The same but for the most text in cells, in bytes.
    #[must_use]
    pub fn with_max_text(self, max_text: u64) -> Self {
        Self { max_text, ..self }
    }

    /// The same but for the most merged areas.
    #[must_use]
    pub fn with_max_merges(self, max_merges: u64) -> Self {
        Self { max_merges, ..self }
    }

    /// The same but for the most sheets.
    #[must_use]
    pub fn with_max_sheets(self, max_sheets: u64) -> Self {
        Self { max_sheets, ..self }
    }
}

/// What one workbook has used of its limits.
#[derive(Debug)]
pub(super) struct Account {
    limits: WorkbookLimits,
    unpacked: u64,
    cells: u64,
    text: u64,
    merges: u64,
    sheets: u64,
}

impl Account {
    pub(super) fn new(limits: WorkbookLimits) -> Self {
        Self { limits, unpacked: 0, cells: 0, text: 0, merges: 0, sheets: 0 }
    }

    /// A file of so many bytes.
    pub(super) fn file(&self, bytes: usize) -> Result<(), WorkbookError> {
        within(length(bytes), self.limits.max_bytes, Bound::Bytes)
    }

    /// How much may still be unpacked.
    pub(super) fn left_to_unpack(&self) -> u64 {
        self.limits.max_unpacked.saturating_sub(self.unpacked)
    }

    /// So many bytes were unpacked, or would be.
    pub(super) fn unpack(&mut self, bytes: u64) -> Result<(), WorkbookError> {
        self.unpacked = self.unpacked.saturating_add(bytes);
        within(self.unpacked, self.limits.max_unpacked, Bound::Unpacked)
    }

    /// A cell with so many bytes of text.
    pub(super) fn cell(&mut self, text: usize) -> Result<(), WorkbookError> {
        self.text = self.text.saturating_add(length(text));
        within(self.text, self.limits.max_text, Bound::Text)?;
        self.spans(1)
    }

    /// So many spans of hidden rows and columns, or other things that take the room of a cell.
    pub(super) fn spans(&mut self, count: usize) -> Result<(), WorkbookError> {
        self.cells = self.cells.saturating_add(length(count));
        within(self.cells, self.limits.max_cells, Bound::Cells)
    }

    /// So many texts to be shared by cells.
    pub(super) fn may_share(&self, texts: usize) -> Result<(), WorkbookError> {
        within(length(texts), self.limits.max_cells, Bound::Cells)
    }

    pub(super) fn merge(&mut self) -> Result<(), WorkbookError> {
        self.merges = self.merges.saturating_add(1);
        within(self.merges, self.limits.max_merges, Bound::Merges)
    }

    pub(super) fn sheet(&mut self) -> Result<(), WorkbookError> {
        self.sheets = self.sheets.saturating_add(1);
        within(self.sheets, self.limits.max_sheets, Bound::Sheets)
    }
}

fn length(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn within(used: u64, limit: u64, bound: Bound) -> Result<(), WorkbookError> {
    if used <= limit { Ok(()) } else { Err(WorkbookError::TooLarge { bound, limit }) }
}
