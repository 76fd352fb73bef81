//! Whether a title is cited, or just mentioned.

use super::group::Start;
use super::provision::{Between, Places};
use super::scan::{Scan, closes_bracket, is_break, opens_bracket};

/// Whether what follows a title shows that it is cited, and not just mentioned at the beginning of what is printed;
/// where that is likely, nothing may follow the provisions but the mark before what is printed of them.
pub(super) fn is_cited(mut scan: Scan<'_>, strict: bool) -> bool {
    scan.skip_blanks();
    match scan.peek() {
        None => true,
        Some(c) if is_break(c) => true,
        Some(c) if opens_bracket(c) => {
            let inner: String = scan.rest().chars().skip(1).take(40).take_while(|&c| !closes_bracket(c)).collect();
            ["年", "号", "修", "令", "简称", "施行"].iter().any(|word| inner.contains(word))
        }
        Some(_) => {
            let mut places = Places::default();
            places.read(&mut scan, Start::Ordinal, Between::OneLine)
                && (!strict || {
                    scan.skip_blanks();
                    scan.peek().is_none_or(|c| is_break(c) || matches!(c, '：' | ':' | '。' | '；' | ';'))
                })
        }
    }
}
