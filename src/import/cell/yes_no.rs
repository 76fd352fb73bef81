//! Cells that answer yes or no.

use super::word::plain;

const YES: [&str; 16] = [
    "是",
    "有",
    "√",
    "√是",
    "是√",
    "√是□否",
    "是√否□",
    "□否√是",
    "需要",
    "可以",
    "支持",
    "收费",
    "对",
    "y",
    "yes",
    "true",
];
const NO: [&str; 20] = [
    "否",
    "无",
    "×",
    "没有",
    "不是",
    "□是√否",
    "是□否√",
    "√否□是",
    "√否",
    "否√",
    "不需要",
    "不可以",
    "不支持",
    "不收费",
    "免费",
    "错",
    "n",
    "no",
    "false",
    "x",
];

/// 是否: the answer of a cell: `是`, `有`, `√`, `☑是 ☐否`; `否`, `无`, `×`. None where it says more, or something else.
///
/// ```
/// use qingdan::import::cell::yes_no;
/// assert_eq!(yes_no("是"), Some(true));
/// assert_eq!(yes_no("□是　☑否"), Some(false));
/// assert_eq!(yes_no("/"), None);
/// assert_eq!(yes_no("是（限网上申请）"), None);
/// ```
#[must_use]
pub fn yes_no(text: &str) -> Option<bool> {
    let answer: String = plain(text).trim_end_matches(['。', '.', ';']).chars().map(mark).collect();
    let answer = answer.to_lowercase();
    let is_one_of = |words: &[&str]| words.contains(&answer.as_str());
    if is_one_of(&YES) {
        return Some(true);
    }
    is_one_of(&NO).then_some(false)
}

/// Ticks, crosses and boxes have many shapes.
fn mark(c: char) -> char {
    match c {
        '✓' | '✔' | '☑' | '■' | '☒' | '🗹' | '✅' => '√',
        '✗' | '✘' | '✕' | '✖' | '╳' | '❌' => '×',
        '☐' | '◻' | '○' => '□',
        _ => c,
    }
}
