//! Excerpts of the source: one line, cut to a window around the value, with the columns that the value takes.
//!
//! Columns are those of a terminal: Chinese characters take two, a tab is shown as four blanks, and what must not
//! reach a terminal is written out, which makes it visible and changes its width. So a text is first made harmless
//! and then measured.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::finding::Place;
use crate::place::Lines;
use crate::print::printable;

/// How many columns of the source a line of an excerpt shows.
const WINDOW: usize = 100;
/// How many columns of them are kept for what stands before the value.
const BEFORE: usize = 40;
/// What a tab is shown as.
const TAB: &str = "    ";

/// The text of an input, with what is needed to find places in it.
#[derive(Debug)]
pub(super) struct Source<'t> {
    text: &'t str,
    lines: Lines<'t>,
}

/// One line of the source, ready to print.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The number of the line.
    pub(super) line: u32,
    /// Its text, or the part around the value.
    pub(super) text: String,
    /// How many columns stand before the value.
    pub(super) before: usize,
    /// How many columns the value takes; at least one.
    pub(super) width: usize,
}

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, lines: Lines::new(text) }
    }

    /// The line of a place. Of a value over several lines the first is shown.
    pub(super) fn excerpt(&self, place: &Place) -> Option<Excerpt> {
        let (line, column) = (place.line?, place.column?);
        let whole = self.lines.line(line);
        let trimmed = self.text.get(whole.clone())?.trim_end_matches('\r').len();
        let line_end = whole.start.saturating_add(trimmed);
        let start = self.lines.byte(line, column).clamp(whole.start, line_end);
        let end = match (place.end_line, place.end_column) {
            (Some(end_line), Some(end_column)) if end_line == line => self.lines.byte(end_line, end_column),
            _ => line_end,
        };
        let end = end.clamp(start, line_end);
        let (left, right) = window(self.text.get(whole.start..start)?, self.text.get(start..line_end)?);
        let from = start.saturating_sub(left);
        let until = start.saturating_add(right);
        let ellipsis = |cut: bool| if cut { "…" } else { "" };
        let (cut_left, cut_right) = (from > whole.start, until < line_end);
        let shown = harmless(self.text.get(from..until)?);
        // What stands before the value and the value with it are measured in their harmless form: it begins alike.
        let before = harmless(self.text.get(from..start)?).width();
        let through = harmless(self.text.get(from..end.min(until))?).width();
        let value_is_cut = end > until;
        Some(Excerpt {
            line,
            text: format!("{}{shown}{}", ellipsis(cut_left), ellipsis(cut_right)),
            before: before.saturating_add(usize::from(cut_left)),
            width: through.saturating_sub(before).saturating_add(usize::from(value_is_cut)).max(1),
        })
    }
}

/// A text on one line without what must not reach a terminal.
fn harmless(text: &str) -> String {
    // The gutter stands before it, so it never begins a line; and so the harmless form of a beginning is the
    // beginning of the harmless form.
    let clean = printable(&format!("|{}", text.replace('\t', TAB))).into_owned();
    clean.strip_prefix('|').map(str::to_owned).unwrap_or_default()
}

/// How many bytes to show before a place and from it on, for a line that is too long to show whole.
fn window(before: &str, after: &str) -> (usize, usize) {
    let (right, taken) =
        fitting(after.char_indices().map(|(at, c)| (at.saturating_add(c.len_utf8()), c)), WINDOW - BEFORE);
    let from_end = before.char_indices().rev().map(|(at, c)| (before.len().saturating_sub(at), c));
    let (left, taken_left) = fitting(from_end, WINDOW.saturating_sub(taken));
    if taken.saturating_add(taken_left) >= WINDOW || right == after.len() {
        return (left, right);
    }
    // The beginning of the line is near: what it leaves goes to the other side.
    let after = after.char_indices().map(|(at, c)| (at.saturating_add(c.len_utf8()), c));
    (left, fitting(after, WINDOW.saturating_sub(taken_left)).0)
}

/// How many bytes of the characters fit into some columns, and how many columns they take.
fn fitting(characters: impl Iterator<Item = (usize, char)>, columns: usize) -> (usize, usize) {
    let (mut bytes, mut taken) = (0, 0_usize);
    for (end, c) in characters {
        let with = taken.saturating_add(columns_of(c));
        if with > columns {
            break;
        }
        (bytes, taken) = (end, with);
    }
    (bytes, taken)
}

/// How many columns a character takes in an excerpt; at least one, so that no heap of combining marks is endless.
fn columns_of(c: char) -> usize {
    match c {
        '\t' => TAB.len(),
        ' '..='~' => 1,
        c => match printable(c.encode_utf8(&mut [0; 4])) {
            Cow::Borrowed(_) => c.width().unwrap_or(1).max(1),
            Cow::Owned(written_out) => written_out.len(),
        },
    }
}
