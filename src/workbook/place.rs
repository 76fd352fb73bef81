//! Where something stands in a sheet: cells by row and column, and areas of them.

use std::fmt;
use std::str::FromStr;

/// 单元格地址: a row and a column, each from 1; `F12` is row 12, column 6.
///
/// ```
/// use qingdan::workbook::CellRef;
/// let at: CellRef = "AB12".parse()?;
/// assert_eq!((at.row, at.column), (12, 28));
/// assert_eq!(at.to_string(), "AB12");
/// # Ok::<(), qingdan::workbook::InvalidCellRef>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_structs, reason = "a cell is named by its row and its column")]
pub struct CellRef {
    /// 行.
    pub row: u32,
    /// 列.
    pub column: u16,
}

/// The text names no cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` names no cell; write letters and a number from 1, such as `F12`", crate::print::excerpt(.found))]
#[non_exhaustive]
pub struct InvalidCellRef {
    /// The text found.
    pub found: String,
}

/// The letters of a column from 1: `A`, `Z`, `AA`.
///
/// ```
/// use qingdan::workbook::column_letters;
/// assert_eq!((column_letters(1), column_letters(26), column_letters(27)), ("A".into(), "Z".into(), "AA".into()));
/// ```
#[must_use]
pub fn column_letters(column: u16) -> String {
    let (mut left, mut letters) = (column, Vec::new());
    while let Some(below) = left.checked_sub(1) {
        letters.push(char::from(b'A'.saturating_add(u8::try_from(below % 26).unwrap_or(0))));
        left = below / 26;
    }
    letters.into_iter().rev().collect()
}

impl CellRef {
    /// The cell of a row and a column.
    #[must_use]
    pub const fn new(row: u32, column: u16) -> Self {
        Self { row, column }
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}{}", column_letters(self.column), self.row))
    }
}

impl FromStr for CellRef {
    type Err = InvalidCellRef;

    fn from_str(text: &str) -> Result<Self, InvalidCellRef> {
        let read = || {
            let (letters, row) = text.split_at_checked(text.find(|c: char| c.is_ascii_digit())?)?;
            let column = letters.bytes().try_fold(0_u16, |column, letter| {
                let value = letter.is_ascii_uppercase().then(|| u16::from(letter.saturating_sub(b'@')))?;
                column.checked_mul(26)?.checked_add(value)
            })?;
            let is_number = row.bytes().all(|byte| byte.is_ascii_digit()) && !row.starts_with('0');
            let row = is_number.then(|| row.parse().ok()).flatten()?;
            (column > 0).then_some(Self { row, column })
        };
        read().ok_or_else(|| InvalidCellRef { found: text.to_owned() })
    }
}

/// 区域: the cells from one corner to the other, both within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "an area is named by its corners")]
pub struct Area {
    /// 左上: the first row and column.
    pub first: CellRef,
    /// 右下: the last row and column.
    pub last: CellRef,
}

impl Area {
    /// Whether a cell is in it.
    #[must_use]
    pub fn contains(&self, at: CellRef) -> bool {
        (self.first.row..=self.last.row).contains(&at.row)
            && (self.first.column..=self.last.column).contains(&at.column)
    }
}
