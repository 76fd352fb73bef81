//! Examples as they are shown: the blocks of the page, which are set out for people there.

use crate::lang::{Bilingual, two};
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
    /// The catalogs beside it: what each is, and its text line by line.
    pub(super) beside: Vec<(Bilingual, Vec<String>)>,
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
        let of = |text: &str| text.lines().map(str::to_owned).collect();
        let superior = example.superior.map(|text| (two("对照的上级清单", "Beside this superior list"), of(text)));
        let previous = example.previous.map(|text| (two("对照的上一版次", "Beside this previous edition"), of(text)));
        let suppressions = example.suppressions.map(|text| (two("有这些搁置", "With these suppressions"), of(text)));
        let baseline = example.baseline.map(|text| (two("有此基线", "With this baseline"), of(text)));
        let beside = [superior, previous, suppressions, baseline].into_iter().flatten().collect();
        Self { shows: example.shows, note: example.note, lines, is_json, is_beside_header, beside, at }
    }
}

fn cut(pointer: &str) -> String {
    match pointer.char_indices().nth(LONGEST_POINTER) {
        Some((end, _)) => format!("{}…", pointer.get(..end).unwrap_or_default()),
        None => pointer.to_owned(),
    }
}
