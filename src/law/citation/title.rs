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

/// What follows 》 and belongs to the title.
const SUFFIXES: [&str; 23] = [
    "实施条例",
    "实施细则",
    "实施办法",
    "实施规定",
    "实施意见",
    "实施方案",
    "实施规则",
    "实施若干规定",
    "施行细则",
    "施行条例",
    "施行办法",
    "若干规定",
    "若干问题的规定",
    "若干问题的决定",
    "若干问题的解释",
    "暂行条例",
    "暂行规定",
    "暂行办法",
    "补充规定",
    "配套规定",
    "处罚办法",
    "处罚细则",
    "贯彻办法",
];
/// Words before 《》 that speak of carrying it out.
const CARRY_OUT: [&str; 6] = ["实施", "贯彻", "执行", "施行", "落实", "适用"];
/// What names of divisions end with.
const REGION_ENDS: [char; 7] = ['省', '区', '市', '州', '县', '盟', '旗'];
/// The longest name of a division, in characters.
const LONGEST_REGION: usize = 15;

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
    if let Some(title) = around(scan, words, &inner, ahead) {
        match title {
            Around::Title(end) => {
                ahead.at = end;
                head.title = Some(start..end);
            }
            Around::Unclear => head.unread = Some(start..ahead.at),
        }
        *scan = ahead;
        return true;
    }
    if !issued && !head.tagged && !numbered {
        return false;
    }
    head.title = inner.title;
    head.unread = (!issued).then_some(start..end);
    *scan = ahead;
    true
}

/// What words before 《》 and after it make of it.
enum Around {
    /// A title that names another; where it ends.
    Title(usize),
    /// The title of another instrument of which the end is not found.
    Unclear,
}

/// Whether the words before 《》 belong to the title: `内蒙古自治区实施《草原法》办法`, `江苏省《水法》实施办法`, `江苏省《水资源条例》`.
fn around(scan: &Scan<'_>, words: &str, inner: &Head, after: Scan<'_>) -> Option<Around> {
    let words = words.trim();
    let regional = names_region(words);
    let carries_out = CARRY_OUT.iter().any(|word| words.ends_with(word));
    if words == "中华人民共和国" {
        return Some(Around::Title(after.at));
    }
    let inner_title = inner.title.clone().and_then(|at| scan.text_at(at)).unwrap_or_default();
    // The marks and what follows them were read as one title.
    if inner_title.starts_with(['《', '«']) {
        return (regional || carries_out).then_some(Around::Title(after.at));
    }
    if carries_out {
        let end = suffix_end(after, true);
        return end.map(Around::Title).or_else(|| regional.then_some(Around::Unclear));
    }
    if !regional || !words.ends_with(REGION_ENDS) {
        return None;
    }
    if let Some(end) = suffix_end(after, true) {
        return Some(Around::Title(end));
    }
    let local =
        !inner_title.starts_with(words) && !inner_title.contains("中华人民共和国") && !inner_title.ends_with('法');
    (local && words.chars().count() <= LONGEST_REGION).then_some(Around::Title(after.at))
}

/// Whether words name a division.
fn names_region(words: &str) -> bool {
    ["省", "自治区", "市", "州", "县", "盟", "旗", "特区", "兵团", "新疆", "西藏", "内蒙古", "广西", "宁夏"]
        .iter()
        .any(|word| words.contains(word))
}

/// Where a 》 stands that was put into the title too early: `《中华人民共和国》水法》`.
fn stray_end(mut scan: Scan<'_>) -> Option<usize> {
    let start = scan.at;
    for _ in 0..LONGEST_ISSUERS {
        if scan.eat_if(is_han).is_none() {
            break;
        }
    }
    let words = scan.since(start);
    let ends = scan.peek().is_some_and(|c| matches!(c, '》' | '»'));
    (ends && TITLE_ENDS.iter().any(|end| words.ends_with(end))).then_some(scan.at)
}

/// Where the words after 》 end that belong to the title: `《水法》实施办法`. After words that speak of carrying out they
/// may be any that end like a title.
fn suffix_end(mut scan: Scan<'_>, any: bool) -> Option<usize> {
    let start = scan.at;
    if any {
        for _ in 0..LONGEST_ISSUERS {
            let words = scan.since(start);
            if TITLE_ENDS.iter().any(|end| words.ends_with(end)) && ends_title(scan) {
                let sentence = ["本", "该", "制定", "依照", "根据"].iter().any(|word| words.contains(word));
                return (!sentence).then(|| with_trial(scan).at);
            }
            scan.eat_if(|c| is_han(c) || c == '、')?;
        }
        return None;
    }
    scan.eat("的");
    scan.eat_any(&SUFFIXES)?;
    ends_title(scan).then(|| with_trial(scan).at)
}

/// A suffix without the title to which it belongs: `实施条例`.
pub(super) fn read_suffix<'a>(scan: &mut Scan<'a>) -> Option<&'a str> {
    let mut ahead = *scan;
    let start = ahead.at;
    ahead.eat_any(&SUFFIXES).filter(|_| ends_title(ahead))?;
    *scan = with_trial(ahead);
    Some(scan.since(start))
}

/// `（试行）` belongs to the title.
fn with_trial(scan: Scan<'_>) -> Scan<'_> {
    let mut ahead = scan;
    let trial = ahead.eat_if(opens_bracket).is_some()
        && ahead.eat_any(&["试行", "暂行", "草案"]).is_some()
        && ahead.eat_if(closes_bracket).is_some();
    if trial { ahead } else { scan }
}

/// Whether a title may end here.
fn ends_title(scan: Scan<'_>) -> bool {
    scan.peek().is_none_or(|c| !is_han(c))
        || begins_with_place(scan)
        || ["的", "等", "和", "及", "与", "以及", "或", "中", "规定", "附件", "附表", "附则"]
            .iter()
            .any(|word| scan.rest().starts_with(word))
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
        _ => is_cited(ahead, false) && !ahead.is_at_end(),
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
