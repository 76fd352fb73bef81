//! How a citation begins: numbering, tag, words that lead to it, title.

use super::cited::is_cited;
use super::head::Head;
use super::scan::{Scan, closes_bracket, is_blank, is_space, opens_bracket};
use super::{issued, tag, title};

/// Where a citation may begin, in the order of how much else may be meant there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Opening {
    /// At the beginning of the cell, or after the mark that ends another citation.
    Free,
    /// On a new line after the provisions of another citation: 《》 may also begin what is printed.
    Line,
    /// On a new line of a printed provision, where a sentence may begin with a title.
    Body,
    /// Within a line: nothing but a tag, or a title of which all that is cited is told.
    Sentence,
}

/// Words that lead to a citation and say nothing of it.
const LEAD_INS: [&str; 25] = [
    "设定依据",
    "实施依据",
    "法律依据",
    "法定依据",
    "依据",
    "根据",
    "依照",
    "按照",
    "参照",
    "违反",
    "适用",
    "执行",
    "详见",
    "参见",
    "见",
    "以及",
    "和",
    "及",
    "与",
    "或者",
    "或",
    "同时",
    "结合",
    "符合",
    "按",
];

/// The head that stands here, if one does.
pub(super) fn read(mut scan: Scan<'_>, opening: Opening) -> Option<Head> {
    let mut head = Head::default();
    let numbered = skip_numbering(&mut scan);
    if opening <= Opening::Line {
        skip_lead_ins(&mut scan);
    }
    if let Some(tag) = tag::read(&mut scan) {
        head.rank = tag.rank;
        head.tagged = true;
        scan.skip(|c| is_space(c) || matches!(c, '：' | ':'));
        skip_numbering(&mut scan);
        // A tag twice is one; of two that differ, the one at the title holds.
        let mut start = scan.at;
        while let Some(next) = tag::read(&mut scan) {
            if next.rank != tag.rank {
                head.unread = Some(start..scan.at);
            }
            head.rank = next.rank;
            scan.skip(|c| is_space(c) || matches!(c, '：' | ':'));
            start = scan.at;
        }
    }
    head.end = scan.at;
    let found = title::read_marked(&mut scan, &mut head)
        || ((head.tagged || opening <= Opening::Line)
            && (issued::read_issued(&mut scan, &mut head, numbered)
                || title::read_bare(&mut scan, &mut head)
                || title::read_mismarked(&mut scan, &mut head, opening == Opening::Free)));
    if !found {
        return head.tagged.then_some(head);
    }
    head.end = scan.at;
    let cited = match opening {
        Opening::Free => true,
        Opening::Line => is_cited(scan, false) || ends_there(scan),
        Opening::Body => is_cited(scan, numbered),
        Opening::Sentence => is_cited(scan, true),
    };
    (head.tagged || cited).then_some(head)
}

/// `根据`, `设定依据：`.
pub(super) fn skip_lead_ins(scan: &mut Scan<'_>) {
    while scan.eat_any(&LEAD_INS).is_some() {
        scan.skip(|c| is_blank(c) || matches!(c, '：' | ':'));
    }
}

/// Whether a list goes on or ends after a title.
fn ends_there(mut scan: Scan<'_>) -> bool {
    scan.skip_blanks();
    scan.eat_any(&["、", "，", "；", ";", "。", "的规定", "规定", "的有关规定", "等", "和", "及", "以及", "与", "《"])
        .is_some()
}

/// `1.`, `（一）`, `①`, `二、`: the number of an entry. Only what stands before a citation is one.
fn skip_numbering(scan: &mut Scan<'_>) -> bool {
    let mut ahead = *scan;
    let bracketed = ahead.eat_if(opens_bracket).is_some();
    let circled = ahead.eat_if(|c| matches!(c, '①'..='⑳' | '⑴'..='⑽' | '⒈'..='⒛' | '㈠'..='㈩')).is_some();
    if !circled && ahead.numeral().is_none() {
        return false;
    }
    let closed = match ahead.peek() {
        Some(c) if closes_bracket(c) => true,
        Some('、' | '.' | '．' | '，' | ':' | '：') => !bracketed,
        _ => {
            if circled {
                *scan = ahead;
                scan.skip_blanks();
            }
            return circled;
        }
    };
    if closed {
        ahead.bump();
        ahead.skip(|c| is_blank(c) || matches!(c, '、' | '.' | '．'));
        *scan = ahead;
    }
    closed
}
