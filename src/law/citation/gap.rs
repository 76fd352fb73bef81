//! White space and marks between the parts of citations.

use super::scan::{Scan, is_break, is_space};

/// What stood between the last thing read and the next, in the order of how much it separates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    Nothing,
    Blanks,
    /// A mark that goes on with a list or ends it.
    Mark,
    /// A line break.
    Line,
    /// A line break, and a mark before or after it.
    MarkedLine,
    /// A colon: what follows is printed.
    Colon,
}

/// White space and marks between the parts of citations.
pub(super) fn skip(scan: &mut Scan<'_>) -> Gap {
    let mut gap = Gap::default();
    while let Some(c) = scan.peek() {
        let next = match c {
            _ if is_break(c) => Gap::Line,
            _ if is_space(c) => Gap::Blanks,
            '：' | ':' => Gap::Colon,
            // The last five are the ends of marks that are not open.
            '、' | '，' | ',' | '；' | ';' | '。' | '.' | '｡' | '》' | '”' | '）' | ')' | '】' => Gap::Mark,
            _ => break,
        };
        gap = match (gap, next) {
            (Gap::Mark, Gap::Line) | (Gap::Line | Gap::MarkedLine, Gap::Mark) => Gap::MarkedLine,
            _ => gap.max(next),
        };
        scan.bump();
    }
    gap
}
