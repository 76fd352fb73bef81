//! A bracket, and where it is closed.

use super::scan::{self, Scan, closes_bracket, is_break, opens_bracket};

/// A note is broken over so many lines at most.
const MOST_BREAKS: usize = 3;
/// The longest note, in characters.
const LONGEST_NOTE: usize = 2000;

/// A bracket as read.
pub(super) struct Bracket<'a> {
    /// Where the mark stands that closes it; none where none does.
    pub(super) end: Option<usize>,
    /// What stands behind it.
    pub(super) after: Scan<'a>,
}

/// Reads the bracket that opens here.
pub(super) fn read(scan: Scan<'_>) -> Bracket<'_> {
    let mut ahead = scan;
    let (mut depth, mut breaks) = (0_usize, 0_usize);
    let mut end = None;
    for _ in 0..LONGEST_NOTE {
        let at = ahead.at;
        let Some(c) = ahead.bump() else { break };
        if opens_bracket(c) {
            depth = depth.saturating_add(1);
        } else if closes_bracket(c) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                end = Some(at);
                break;
            }
        } else if is_break(c) {
            breaks = breaks.saturating_add(1);
        }
        if breaks > MOST_BREAKS || c == '【' && ahead.rest().starts_with(|c| !scan::is_digit(c)) {
            break;
        }
    }
    if end.is_none() {
        // The bracket is not closed: the note ends with the line.
        ahead = scan;
        ahead.skip(|c| !is_break(c));
    }
    Bracket { end, after: ahead }
}
