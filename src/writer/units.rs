//! Lengths as spreadsheets count them: in units of UTF-16.

use std::borrow::Cow;

/// The longest text of a cell.
pub(super) const LONGEST_CELL: usize = 32_767;

/// As much of the beginning of a text as so many units hold.
pub(super) fn beginning(text: &str, most: usize) -> &str {
    // No character takes more units than it takes bytes.
    if text.len() <= most {
        return text;
    }
    let mut left = most;
    let beyond = text.char_indices().find(|(_, c)| match left.checked_sub(c.len_utf16()) {
        Some(rest) => {
            left = rest;
            false
        }
        None => true,
    });
    beyond.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// A text that a cell holds; where it is longer, its beginning.
pub(super) fn for_cell(text: &str) -> Cow<'_, str> {
    if beginning(text, LONGEST_CELL).len() == text.len() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(format!("{}…", beginning(text, LONGEST_CELL.saturating_sub(1))))
    }
}
