//! Examples as they are shown: the blocks of the page, which are set out for people there.

use crate::lang::Bilingual;
use crate::rule::{EXAMPLE_HEADER, Example, ExampleInput, Shows};

/// How much of a pointer is shown.
const LONGEST_POINTER: usize = 60;

/// An example as it is shown.
pub(super) struct Shown {
    pub(super) shows: Shows,
    pub(super) note: Bilingual,
    /// The text, line by line; none for an empty input.
    pub(super) lines: Vec<String>,
    pub(super) is_json: bool,
    /// Whether the header is left out.
    pub(super) is_beside_header: bool,
    /// The superior list beside it, line by line.
    pub(super) superior: Vec<String>,
    /// The places of the findings, cut where they are very long; empty for the whole.
    pub(super) at: Vec<String>,
}

impl Shown {
    pub(super) fn new(example: &Example) -> Self {
        let (text, is_beside_header) = match example.input {
            ExampleInput::Records("{}") => (format!("{{{EXAMPLE_HEADER}}}"), false),
            ExampleInput::Records(text) => (text.to_owned(), true),
            ExampleInput::Whole(text) | ExampleInput::Bytes(text) => (text.to_owned(), false),
        };
        let is_json = is_beside_header || serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
        let at = example.at.iter().map(|at| cut(at)).collect();
        let lines = text.lines().map(str::to_owned).collect();
        let superior = example.superior.unwrap_or_default().lines().map(str::to_owned).collect();
        Self { shows: example.shows, note: example.note, lines, is_json, is_beside_header, superior, at }
    }
}

fn cut(pointer: &str) -> String {
    match pointer.char_indices().nth(LONGEST_POINTER) {
        Some((end, _)) => format!("{}…", pointer.get(..end).unwrap_or_default()),
        None => pointer.to_owned(),
    }
}
