//! Titles with words before 《》: the bodies that issued it, or a title that names another.

use super::head::Head;
use super::scan::{Scan, is_han};
use super::title::read_marked;
use super::title_end::{LONGEST_WORDS, suffix_end};

/// What the names of bodies end with.
const BODY_ENDS: [char; 14] = ['部', '局', '委', '厅', '院', '会', '府', '办', '署', '室', '行', '组', '队', '关'];
/// What ends the title of a document that names another: `关于印发《…》的通知`.
const COVERS: [&str; 11] =
    ["的通知", "的决定", "的意见", "的公告", "的通告", "的批复", "的复函", "的函", "的请示", "的办法", "的规定"];
/// Words before 《》 that speak of carrying it out.
const CARRY_OUT: [&str; 6] = ["实施", "贯彻", "执行", "施行", "落实", "适用"];
/// What names of divisions end with.
const REGION_ENDS: [char; 7] = ['省', '区', '市', '州', '县', '盟', '旗'];
/// The longest name of a division, in characters.
const LONGEST_REGION: usize = 15;

/// Words before 《》: the bodies that issued it, or the beginning of a title that names another.
pub(super) fn read_issued(scan: &mut Scan<'_>, head: &mut Head, numbered: bool) -> bool {
    let mut ahead = *scan;
    let start = ahead.at;
    for _ in 0..LONGEST_WORDS {
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
