//! Whether a title is cited, or just mentioned.

use super::group::Start;
use super::provision::{Between, Places};
use super::scan::{Scan, closes_bracket, is_break, is_han, opens_bracket};

/// Where a title stands, in the order of how likely it is just mentioned in what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Within {
    /// At the beginning of a line.
    Line,
    /// At the beginning of a sentence: nothing may follow the provisions but what is printed of them.
    Sentence,
    /// After a semicolon: what is printed must follow.
    Clause,
}

/// Whether what follows a title shows that it is cited, and not just mentioned at the beginning of what is printed.
pub(super) fn is_cited(mut scan: Scan<'_>, within: Within) -> bool {
    scan.skip_blanks();
    match scan.peek() {
        None => true,
        Some(c) if is_break(c) => true,
        Some(c) if opens_bracket(c) && within < Within::Clause => {
            let inner: String = scan.rest().chars().skip(1).take(40).take_while(|&c| !closes_bracket(c)).collect();
            ["年", "号", "修", "令", "简称", "施行"].iter().any(|word| inner.contains(word))
        }
        Some(_) => {
            let mut places = Places::default();
            places.read(&mut scan, Start::Ordinal, Between::OneLine) && (within == Within::Line || ends(scan, within))
        }
    }
}

/// Whether provisions end here, and what is printed of them follows, or nothing.
fn ends(mut scan: Scan<'_>, within: Within) -> bool {
    let blank = scan.skip_blanks();
    match scan.peek() {
        None | Some('：' | ':') => true,
        Some(c) if is_break(c) || matches!(c, '。' | '；' | ';') => within < Within::Clause,
        // `第四十条 违反本条例规定的，…`; a sentence goes on with 规定的 or 所列, and without a blank.
        Some(c) => blank && is_han(c) && !matches!(c, '的' | '规' | '所' | '之' | '等' | '和' | '及' | '或' | '与'),
    }
}
