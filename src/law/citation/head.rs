//! How a citation begins: numbering, tag, words that lead to it, title.

use std::ops::Range;

use super::provision::{Between, Places, Start, begins_with_place};
use super::scan::{Scan, closes_bracket, is_blank, is_break, is_han, is_space, opens_bracket};
use crate::codelist::LegalRank;
use crate::numeral::is_numeral;

/// The longest title looked for, in characters; the longest in force has some 120.
const LONGEST_TITLE: usize = 200;
/// The longest words looked for before a title: the bodies that issued it.
const LONGEST_ISSUERS: usize = 60;
/// A title is broken over so many lines at most.
const MOST_BREAKS: usize = 3;

/// The beginning of a citation.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// Where in the cell the title stands, without its marks.
    pub(super) title: Option<Range<usize>>,
    pub(super) rank: Option<LegalRank>,
    /// Words between tag and title that were not understood.
    pub(super) unread: Option<Range<usize>>,
    /// Where it ends.
    pub(super) end: usize,
    /// Whether it has a tag, so that nothing else can be meant.
    pub(super) tagged: bool,
}

/// Where a citation may begin, from where least can be meant but a citation to where most can.
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

/// What is written in a tag. 规章 of a local government may be of a province or of a city: that the tag does not say.
const TAGS: [(&str, Option<LegalRank>); 28] = [
    ("宪法", Some(LegalRank::Constitution)),
    ("法律", Some(LegalRank::Law)),
    ("行政法规", Some(LegalRank::AdministrativeRegulation)),
    ("国务院决定", Some(LegalRank::StateCouncilDecision)),
    ("国务院决定事项", Some(LegalRank::StateCouncilDecision)),
    ("地方性法规", Some(LegalRank::LocalRegulation)),
    ("地方法规", Some(LegalRank::LocalRegulation)),
    ("自治条例", Some(LegalRank::AutonomousRegulation)),
    ("单行条例", Some(LegalRank::AutonomousRegulation)),
    ("经济特区法规", Some(LegalRank::SpecialZoneRegulation)),
    ("部门规章", Some(LegalRank::DepartmentalRule)),
    ("国务院部门规章", Some(LegalRank::DepartmentalRule)),
    ("省级政府规章", Some(LegalRank::ProvincialRule)),
    ("省政府规章", Some(LegalRank::ProvincialRule)),
    ("设区的市级政府规章", Some(LegalRank::MunicipalRule)),
    ("市政府规章", Some(LegalRank::MunicipalRule)),
    ("规范性文件", Some(LegalRank::NormativeDocument)),
    ("行政规范性文件", Some(LegalRank::NormativeDocument)),
    ("党内法规", Some(LegalRank::PartyRegulation)),
    ("三定规定", Some(LegalRank::StaffingDocument)),
    ("标准", Some(LegalRank::Standard)),
    ("法规", Some(LegalRank::Regulation)),
    ("规章", Some(LegalRank::Rule)),
    ("地方政府规章", Some(LegalRank::Rule)),
    ("政府规章", Some(LegalRank::Rule)),
    ("地方规章", Some(LegalRank::Rule)),
    ("司法解释", None),
    ("其他", None),
];

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

/// The head that stands here, if one does.
pub(super) fn read(mut scan: Scan<'_>, opening: Opening) -> Option<Head> {
    let mut head = Head::default();
    let numbered = skip_numbering(&mut scan);
    if opening <= Opening::Line {
        while scan.eat_any(&LEAD_INS).is_some() {
            scan.skip(|c| is_blank(c) || matches!(c, '：' | ':'));
        }
    }
    if let Some(rank) = read_tag(&mut scan) {
        head.rank = rank;
        head.tagged = true;
        scan.skip(|c| is_space(c) || matches!(c, '：' | ':'));
        skip_numbering(&mut scan);
    }
    head.end = scan.at;
    let found = read_marked(&mut scan, &mut head)
        || ((head.tagged || opening <= Opening::Line)
            && (read_issued(&mut scan, &mut head, numbered) || read_bare(&mut scan, &mut head)));
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

/// Whether what follows a title shows that it is cited, and not just mentioned at the beginning of what is printed;
/// where that is likely, nothing may follow the provisions but the mark before what is printed of them.
fn is_cited(mut scan: Scan<'_>, strict: bool) -> bool {
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

/// `【法律】`, also with one bracket lost, and `法律：` before a title.
fn read_tag(scan: &mut Scan<'_>) -> Option<Option<LegalRank>> {
    const OPENING: [&str; 4] = ["【", "［", "[", "〔"];
    const CLOSING: [&str; 4] = ["】", "］", "]", "〕"];
    let mut ahead = *scan;
    let opened = ahead.eat_any(&OPENING).is_some();
    ahead.skip_blanks();
    let start = ahead.at;
    for _ in 0..12 {
        if ahead.eat_if(is_han).is_none() {
            break;
        }
    }
    let name = ahead.since(start);
    let known = TAGS.iter().find(|(tag, _)| *tag == name).map(|(_, rank)| *rank);
    ahead.skip_blanks();
    let closed = ahead.eat_any(&CLOSING).is_some();
    let mut title = ahead;
    let named_by_colon = !opened && !closed && title.eat_if(|c| matches!(c, '：' | ':')).is_some();
    title.skip(is_space);
    let before_title = title.peek().is_some_and(|c| matches!(c, '《' | '«'));
    match (known, opened, closed) {
        (Some(rank), true, true) => {
            *scan = ahead;
            Some(rank)
        }
        (Some(rank), true, false) | (Some(rank), false, true) if before_title => {
            *scan = ahead;
            Some(rank)
        }
        (Some(rank), false, false) if before_title && named_by_colon => {
            *scan = ahead;
            Some(rank)
        }
        // A tag of another list: it says no rank that is known.
        (None, true, true) if before_title && !name.is_empty() => {
            *scan = ahead;
            Some(None)
        }
        _ => None,
    }
}

/// `《…》`, nested, over lines, or without its end.
fn read_marked(scan: &mut Scan<'_>, head: &mut Head) -> bool {
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
            Some('【') => break,
            Some(_) => {}
            None => break,
        }
        if depth == 0 {
            head.title = Some(start..end).filter(|title| title.start < title.end);
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
    head.title = Some(start..scan.at).filter(|title| title.start < title.end);
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
fn read_issued(scan: &mut Scan<'_>, head: &mut Head, numbered: bool) -> bool {
    let mut ahead = *scan;
    let start = ahead.at;
    for _ in 0..LONGEST_ISSUERS {
        if ahead.eat_if(|c| is_han(c) || matches!(c, '、' | ' ' | '（' | '）' | '(' | ')')).is_none() {
            break;
        }
    }
    let end = ahead.at;
    let words = ahead.since(start);
    if ahead.peek() != Some('《') || words.is_empty() {
        return false;
    }
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
fn read_bare(scan: &mut Scan<'_>, head: &mut Head) -> bool {
    let mut ahead = *scan;
    let start = ahead.at;
    skip_to_title_end(&mut ahead, |c| {
        !is_han(c) && !matches!(c, '〈' | '〉' | '<' | '>' | '·') && !(c == '、' && head.tagged)
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
