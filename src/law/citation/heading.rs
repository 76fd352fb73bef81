//! Headings, where a document has no articles.

use super::provision::{Joint, Places};
use super::scan::{self, Scan, closes_bracket, is_space, opens_bracket};

/// `三、（二）`, `一、`: the numbers of headings, where a document has no articles.
pub(super) fn read(scan: &mut Scan<'_>, places: &mut Places) -> bool {
    let start = scan.at;
    let mut ahead = *scan;
    let mut end = None;
    // Numbers go down from 一 over （一） to 1.
    for _ in 0..4 {
        let bracketed = ahead.eat_if(opens_bracket).is_some();
        if ahead.peek().is_none_or(scan::is_digit) && !bracketed && end.is_none() || ahead.numeral().is_none() {
            break;
        }
        if bracketed {
            if ahead.eat_if(closes_bracket).is_none() {
                break;
            }
            end = Some(ahead.at);
        } else {
            let last = ahead.at;
            let marked = ahead.eat_if(|c| matches!(c, '、' | '.' | '．')).is_some();
            let ends =
                ahead.peek().is_none_or(|c| is_space(c) || opens_bracket(c) || matches!(c, '、' | '；' | '，' | '。'));
            if !marked && !ends {
                break;
            }
            end = Some(last);
        }
    }
    let Some(end) = end else { return false };
    scan.at = end;
    places.add_clause(start..end, Joint::Listed);
    // What follows its mark is what is printed.
    scan.eat_if(|c| matches!(c, '、' | '.' | '．'));
    true
}
