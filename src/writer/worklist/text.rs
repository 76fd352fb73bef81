//! Texts as cells hold them.

use unicode_width::UnicodeWidthStr as _;

use crate::writer::harmless;
use crate::writer::units::for_cell;

/// A text that a cell can hold and that nobody takes for a formula, on one line.
pub(super) fn cell(text: &str) -> String {
    for_cell(&harmless(text)).into_owned()
}

/// Texts, each on a line of its own.
pub(super) fn lines<'t>(texts: impl IntoIterator<Item = &'t String>) -> String {
    let lines: Vec<String> = texts.into_iter().map(|text| harmless(text)).collect();
    for_cell(&lines.join("\n")).into_owned()
}

/// How many lines a text takes in a column, about: a Chinese character takes the room of two digits.
pub(super) fn lines_in(text: &str, column: u16) -> usize {
    let of_line = |line: &str| line.width().div_ceil(usize::from(column.max(1))).max(1);
    text.lines().map(of_line).fold(0, usize::saturating_add).max(1)
}
