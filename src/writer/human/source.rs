//! Excerpts of the source: one line, cut to a window around the value, with the columns that the value takes.
//!
//! Columns are those of a terminal: Chinese characters take two, a tab is shown as four blanks, and what must not
//! reach a terminal is written out, which makes it visible and changes its width. So a text is first made harmless
//! and then measured.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Read, Seek};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::finding::Place;
use crate::place::{Around, Starts, Text};
use crate::print::printable;
use crate::read::encoding::MARK;
use crate::read::{Cut, Passages, SIZE};

/// How many columns of the source a line of an excerpt shows.
const WINDOW: usize = 100;
/// How many columns of them are kept for what stands before the value.
const BEFORE: usize = 40;
/// How many bytes of a line to either side of a value are looked at: no window of characters has more.
const NEAR: usize = 4 * WINDOW + 4;
/// What a tab is shown as.
const TAB: &str = "    ";

/// 摘录: the text of an input, for excerpts of what findings speak of. See [`write_findings`](super::write_findings).
pub struct Excerpts<'a> {
    /// None where there is nothing to see: UTF-16 and the like.
    text: Option<Text<'a>>,
    /// The files that were checked together, by their names.
    files: Vec<(&'a str, Excerpts<'a>)>,
}

impl fmt::Debug for Excerpts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Excerpts").finish_non_exhaustive()
    }
}

impl<'a> Excerpts<'a> {
    /// Excerpts of an input that is held.
    #[must_use]
    pub fn of_bytes(bytes: &'a [u8]) -> Self {
        let body = bytes.strip_prefix(MARK).unwrap_or(bytes);
        let text = match std::str::from_utf8(body) {
            Ok(text) => Some(Text::held(text)),
            Err(_) if memchr::memchr(0, body).is_some() => None,
            Err(_) => Some(Text::held(String::from_utf8_lossy(body))),
        };
        Self { text, files: Vec::new() }
    }

    /// Excerpts of files that were checked together, each with its name.
    #[must_use]
    pub fn of_files(files: &[(&'a str, &'a [u8])]) -> Self {
        Self { text: None, files: files.iter().map(|&(name, bytes)| (name, Self::of_bytes(bytes))).collect() }
    }

    /// Excerpts of an input that can be read again. It is read once now to count its lines, and then only in the
    /// passages that are shown.
    ///
    /// # Errors
    /// What the reader reports.
    pub fn of_reader<R: Read + Seek>(from: &'a mut R) -> io::Result<Self> {
        from.rewind()?;
        let (mut starts, mut passage, mut more, mut used, mut mark) = (Starts::default(), Vec::new(), true, 0, 0);
        let (mut has_zero, mut is_utf_8) = (false, true);
        let mut passages = Passages::new(&mut *from, u64::MAX, Cut::Characters, SIZE);
        while more {
            more = passages.next(&mut passage, used)?;
            if starts.end() == 0 && passage.starts_with(MARK) {
                passage.drain(..MARK.len());
                mark = MARK.len();
            }
            has_zero |= memchr::memchr(0, &passage).is_some();
            is_utf_8 &= simdutf8::basic::from_utf8(&passage).is_ok();
            starts.add(&passage);
            used = passage.len();
        }
        if has_zero && !is_utf_8 {
            return Ok(Self { text: None, files: Vec::new() });
        }
        Ok(Self { text: Some(Text::again(from, mark, starts)), files: Vec::new() })
    }
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

impl Excerpts<'_> {
    /// The line of a place. Of a value over several lines the first is shown.
    pub(super) fn excerpt(&self, place: &Place) -> Option<Excerpt> {
        if let Some(name) = &place.input {
            let (_, file) = self.files.iter().find(|(known, _)| known == name)?;
            return file.excerpt(&Place { input: None, ..place.clone() });
        }
        let (number, column) = (place.line?, place.column?);
        let Around { before, after, begins, ends } = self.text.as_ref()?.around(number, column, NEAR);
        let whole = before.clone() + &after;
        let line = if ends { whole.trim_end_matches('\r') } else { &whole };
        let start = before.len().min(line.len());
        let end = match (place.end_line, place.end_column) {
            (Some(end_line), Some(end_column)) if end_line == number => {
                let characters = usize::try_from(end_column.saturating_sub(column)).unwrap_or(usize::MAX);
                let mut rest = line.get(start..)?.char_indices();
                rest.nth(characters).map_or(line.len(), |(at, _)| start.saturating_add(at))
            }
            _ => line.len(),
        };
        let (left, right) = window(line.get(..start)?, line.get(start..)?);
        let from = start.saturating_sub(left);
        let until = start.saturating_add(right);
        let ellipsis = |cut: bool| if cut { "…" } else { "" };
        let (cut_left, cut_right) = (from > 0 || !begins, until < line.len() || !ends);
        let shown = harmless(line.get(from..until)?);
        // What stands before the value and the value with it are measured in their harmless form: it begins alike.
        let before = harmless(line.get(from..start)?).width();
        let through = harmless(line.get(from..end.min(until))?).width();
        let value_is_cut = end > until;
        Some(Excerpt {
            line: number,
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
