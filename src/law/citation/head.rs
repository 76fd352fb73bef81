//! What is found at the beginning of a citation.

use std::ops::Range;

use crate::codelist::LegalRank;

/// The beginning of a citation.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// Where in the cell the title stands, without its marks.
    pub(super) title: Option<Range<usize>>,
    pub(super) rank: Option<LegalRank>,
    /// Words between tag and title that were not understood.
    pub(super) unread: Option<Range<usize>>,
    /// Where it ends.
    pub(super) end: usize,
    /// Whether it has a tag, so that nothing else can be meant.
    pub(super) tagged: bool,
}
