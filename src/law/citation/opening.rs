//! How a citation begins: numbering, tag, words that lead to it, title.

use super::cited::{Within, is_cited};
use super::head::Head;
use super::scan::{Scan, closes_bracket, is_blank, is_han, is_space, opens_bracket};
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
    /// Within a line: nothing but a tag or label, or a title of which all that is cited is told.
    Sentence,
    /// Within a sentence, after a semicolon: nothing but a tag or label, or a title with provisions and what is printed.
    Clause,
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
    let labelled = skip_label(&mut scan);
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
        Opening::Line => is_cited(scan, Within::Line) || ends_there(scan),
        Opening::Body => is_cited(scan, if numbered { Within::Sentence } else { Within::Line }),
        Opening::Sentence => is_cited(scan, Within::Sentence),
        Opening::Clause => is_cited(scan, Within::Clause),
    };
    (head.tagged || labelled || cited).then_some(head)
}

/// `根据`, `设定依据：`.
pub(super) fn skip_lead_ins(scan: &mut Scan<'_>) {
    while scan.eat_any(&LEAD_INS).is_some() {
        scan.skip(|c| is_blank(c) || matches!(c, '：' | ':'));
    }
}

/// `处罚依据：`, `违则：` before a title: what the citation is the basis of, in a cell that has several. Says whether one was
/// there; nothing else can be meant.
fn skip_label(scan: &mut Scan<'_>) -> bool {
    const ENDS: [&str; 3] = ["依据", "违则", "罚则"];
    let mut ahead = *scan;
    for _ in 0..LONGEST_LABEL {
        if ahead.eat_if(is_han).is_none() {
            break;
        }
    }
    let label = ahead.since(scan.at);
    ahead.skip_blanks();
    let colon = ahead.eat_if(|c| matches!(c, '：' | ':')).is_some();
    ahead.skip(is_space);
    let mut title = ahead;
    skip_numbering(&mut title);
    let is_label = colon
        && ENDS.iter().any(|end| label.ends_with(end))
        && title.peek().is_some_and(|c| matches!(c, '《' | '«' | '【'));
    if is_label {
        *scan = ahead;
    }
    is_label
}

/// The longest label, in characters.
const LONGEST_LABEL: usize = 8;

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
