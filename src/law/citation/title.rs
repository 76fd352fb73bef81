//! Titles: in 《》, in other marks, or without marks.

use super::cited::{Within, is_cited};
use super::group::begins_with_place;
use super::head::Head;
use super::scan::{Scan, closes_bracket, is_break, is_han, is_space, opens_bracket};
use super::title_end::{TITLE_ENDS, stray_end, suffix_end};
use crate::model::Text;
use crate::numeral::is_numeral;

/// The longest title looked for, in characters; the longest in force has some 120.
const LONGEST_TITLE: usize = 200;
/// A title is broken over so many lines at most.
const MOST_BREAKS: usize = 3;

/// Words that end like a title and name no instrument.
const NO_TITLE: [&str; 12] =
    ["法", "依法", "违法", "合法", "执法", "司法", "立法", "方法", "办法", "规定", "条例", "有关规定"];
/// What stands for an instrument named elsewhere.
const STANDS_FOR: [&str; 9] = ["本", "该", "此", "上述", "前述", "前款", "同", "其", "有关"];

/// `《…》`, nested, over lines, or without its end.
pub(super) fn read_marked(scan: &mut Scan<'_>, head: &mut Head) -> bool {
    let mut ahead = *scan;
    if ahead.eat_if(|c| matches!(c, '《' | '«')).is_none() {
        return false;
    }
    let start = ahead.at;
    let (mut depth, mut breaks) = (1_usize, 0_usize);
    for _ in 0..LONGEST_TITLE {
        let end = ahead.at;
        match ahead.bump() {
            Some('《' | '«') => depth = depth.saturating_add(1),
            Some('》' | '»') => depth = depth.saturating_sub(1),
            Some(c) if is_break(c) => breaks = breaks.saturating_add(1),
            Some('【') | None => break,
            Some(_) => {}
        }
        if depth == 0 {
            head.title = Some(start..end);
            if let Some(end) = stray_end(ahead) {
                head.title = Some(start..end);
                ahead.at = end;
                ahead.bump();
            }
            // 《水法》实施办法: the marks stand within the title.
            if let Some(suffix) = suffix_end(ahead, false) {
                head.title = Some(scan.at..suffix);
                ahead.at = suffix;
            }
            *scan = ahead;
            return true;
        }
        if breaks > MOST_BREAKS {
            break;
        }
    }
    // 《 without its end: the title ends where the provisions or a note begin.
    scan.skip(|c| matches!(c, '《' | '«'));
    let start = scan.at;
    skip_to_title_end(scan, |c| matches!(c, '《' | '»'));
    head.title = Some(start..scan.at);
    true
}

/// Reads on to where a title without marks ends: before a bracket, a mark, a line break or the first provision.
fn skip_to_title_end(scan: &mut Scan<'_>, stops: impl Fn(char) -> bool) {
    for _ in 0..LONGEST_TITLE {
        let Some(c) = scan.peek() else { return };
        if closes_bracket(c) || c == '”' {
            return;
        }
        if opens_bracket(c) {
            // 水法（试行）: part of the title.
            let mut ahead = *scan;
            ahead.bump();
            if ahead.eat_any(&["试行", "暂行", "草案"]).is_some() && ahead.eat_if(closes_bracket).is_some() {
                *scan = ahead;
                continue;
            }
            return;
        }
        let ends = is_space(c) || matches!(c, '》' | '，' | ',' | '。' | '；' | ';' | '：' | ':' | '【' | '“' | '！');
        if ends || stops(c) || ((c == '第' || is_numeral(c)) && begins_with_place(*scan)) {
            return;
        }
        scan.bump();
    }
}

/// A title with one mark of another kind, or in marks of quotation: `（水法》第七条`, `“水法”第七条`.
pub(super) fn read_mismarked(scan: &mut Scan<'_>, head: &mut Head, free: bool) -> bool {
    let mut ahead = *scan;
    let Some(open) = ahead.eat_if(|c| opens_bracket(c) || matches!(c, '[' | '【' | '［' | '〔' | '“' | '"' | '‘'))
    else {
        return false;
    };
    let start = ahead.at;
    for _ in 0..LONGEST_TITLE {
        if ahead.eat_if(|c| is_han(c) || matches!(c, '、' | '〈' | '〉')).is_none() {
            break;
        }
    }
    let title = ahead.since(start);
    let end = ahead.at;
    let Some(close) =
        ahead.eat_if(|c| closes_bracket(c) || matches!(c, '》' | ']' | '】' | '］' | '〕' | '”' | '"' | '’'))
    else {
        return false;
    };
    let shown = match close {
        '》' => true,
        _ if closes_bracket(close) && opens_bracket(open) => false,
        '”' | '"' | '’' if !free => false,
        _ => is_cited(ahead, Within::Line) && !ahead.is_at_end(),
    };
    if !shown || !is_title(title) {
        return false;
    }
    head.title = Some(start..end);
    *scan = ahead;
    true
}

fn is_title(words: &str) -> bool {
    TITLE_ENDS.iter().any(|end| words.ends_with(end))
        && !NO_TITLE.contains(&words)
        && !STANDS_FOR.iter().any(|word| words.starts_with(word))
}

/// A title without 《》: `水法第七条`.
pub(super) fn read_bare(scan: &mut Scan<'_>, head: &mut Head) -> bool {
    let mut ahead = *scan;
    let start = ahead.at;
    skip_to_title_end(&mut ahead, |c| {
        let of_title = is_han(c) || matches!(c, '〈' | '〉' | '<' | '>' | '·') || (c == '、' && head.tagged);
        !of_title
    });
    let title = ahead.since(start);
    let named = title.trim_end_matches(['）', ')']).trim_end_matches("试行").trim_end_matches("暂行");
    let named = named.trim_end_matches(['（', '(']);
    if !is_title(named) {
        return false;
    }
    let end = ahead.at;
    let mut after = ahead;
    after.skip_blanks();
    let shown = match after.peek() {
        Some('》') => {
            ahead = after;
            ahead.bump();
            true
        }
        Some(c) if c == '第' || is_numeral(c) => begins_with_place(after),
        Some(c) if opens_bracket(c) => is_cited(after, Within::Line),
        None => head.tagged,
        Some(c) => head.tagged && is_break(c),
    };
    if shown {
        head.title = Some(start..end);
        *scan = ahead;
    }
    shown
}

/// A title without the white space that a table puts into it, and without a 》 that closes nothing.
pub(super) fn title_text(written: &str) -> Option<Text> {
    let written = written.trim();
    if written.matches('》').count() > written.matches('《').count()
        && let Some((before, after)) = written.split_once('》')
    {
        return title_text(&format!("{before}{after}"));
    }
    if !written.contains(is_space) {
        return Text::new(written).ok();
    }
    let mut title = String::new();
    let mut rest = written.chars().peekable();
    while let Some(c) = rest.next() {
        if !is_space(c) {
            title.push(c);
            continue;
        }
        while rest.next_if(|&c| is_space(c)).is_some() {}
        let between = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
        // One blank between words of letters, as in `GB 18466`.
        if between(rest.peek()) && between(title.chars().next_back().as_ref()) {
            title.push(' ');
        }
    }
    Text::new(title).ok()
}
