//! Titles: in 《》, behind the names of bodies, or without marks.

use super::head::{Head, is_cited};
use super::provision::begins_with_place;
use super::scan::{Scan, closes_bracket, is_break, is_han, is_space, opens_bracket};
use crate::model::Text;
use crate::numeral::is_numeral;

/// The longest title looked for, in characters; the longest in force has some 120.
const LONGEST_TITLE: usize = 200;
/// The longest words looked for before a title: the bodies that issued it.
const LONGEST_ISSUERS: usize = 60;
/// A title is broken over so many lines at most.
const MOST_BREAKS: usize = 3;

/// What titles of instruments end with.
const TITLE_ENDS: [&str; 31] = [
    "法",
    "法典",
    "条例",
    "规定",
    "办法",
    "细则",
    "规则",
    "决定",
    "决议",
    "解释",
    "规程",
    "规范",
    "标准",
    "目录",
    "名录",
    "清单",
    "通知",
    "意见",
    "方案",
    "准则",
    "章程",
    "公约",
    "制度",
    "大纲",
    "公告",
    "通告",
    "批复",
    "指南",
    "议定书",
    "协定",
    "要点",
];
/// Words that end like a title and name no instrument.
const NO_TITLE: [&str; 12] =
    ["法", "依法", "违法", "合法", "执法", "司法", "立法", "方法", "办法", "规定", "条例", "有关规定"];
/// What stands for an instrument named elsewhere.
const STANDS_FOR: [&str; 9] = ["本", "该", "此", "上述", "前述", "前款", "同", "其", "有关"];
/// What the names of bodies end with.
const BODY_ENDS: [char; 14] = ['部', '局', '委', '厅', '院', '会', '府', '办', '署', '室', '行', '组', '队', '关'];
/// What ends the title of a document that names another: `关于印发《…》的通知`.
const COVERS: [&str; 11] =
    ["的通知", "的决定", "的意见", "的公告", "的通告", "的批复", "的复函", "的函", "的请示", "的办法", "的规定"];

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

/// Words before 《》: the bodies that issued it, or the beginning of a title that names another.
pub(super) fn read_issued(scan: &mut Scan<'_>, head: &mut Head, numbered: bool) -> bool {
    let mut ahead = *scan;
    let start = ahead.at;
    for _ in 0..LONGEST_ISSUERS {
        if ahead.eat_if(|c| is_han(c) || matches!(c, '、' | ' ' | '（' | '）' | '(' | ')')).is_none() {
            break;
        }
    }
    let end = ahead.at;
    let words = ahead.since(start);
    let mut inner = Head::default();
    if !read_marked(&mut ahead, &mut inner) {
        return false;
    }
    if let Some(about) = words.find("关于") {
        let mut cover = ahead;
        if cover.eat_any(&COVERS).is_some() {
            // 生态环境部、水利部关于印发《…》的通知: the bodies are part of such a title only as one name.
            let begin = words.get(..about).filter(|bodies| bodies.contains(['、', ' '])).map_or(0, |_| about);
            head.title = Some(start.saturating_add(begin)..cover.at);
            *scan = cover;
            return true;
        }
    }
    let issued = words.trim_end().ends_with(BODY_ENDS);
    if !issued && !head.tagged && !numbered {
        return false;
    }
    head.title = inner.title;
    head.unread = (!issued).then_some(start..end);
    *scan = ahead;
    true
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
    let is_title = TITLE_ENDS.iter().any(|end| named.ends_with(end))
        && !NO_TITLE.contains(&named)
        && !STANDS_FOR.iter().any(|word| named.starts_with(word));
    if !is_title {
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
        Some(c) if opens_bracket(c) => is_cited(after, false),
        None => head.tagged,
        Some(c) => head.tagged && is_break(c),
    };
    if shown {
        head.title = Some(start..end);
        *scan = ahead;
    }
    shown
}

/// A title without the white space that a table puts into it.
pub(super) fn title_text(written: &str) -> Option<Text> {
    let written = written.trim();
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
