//! Titles as they are compared: what is left out of one, and what is not.

use std::borrow::Cow;

use crate::lookalike;

/// Words that make a bracket at the end of a title a note on its edition.
const EDITION_WORDS: &[&str] =
    &["修正", "修订", "修改", "公布", "发布", "颁布", "通过", "施行", "实施", "最新", "现行"];
/// What else may stand in such a note.
const FILLERS: &[&str] = &[
    "全国人民代表大会",
    "全国人大",
    "常务委员会",
    "常委会",
    "国务院",
    "主席",
    "会议",
    "根据",
    "决定",
    "有效",
    "令",
    "届",
    "的",
    "年",
    "月",
    "日",
    "第",
    "次",
    "版",
    "本",
    "号",
    "起",
    "自",
    "经",
    "新",
    "于",
    "、",
    "，",
    ",",
    "；",
    ";",
    ".",
    "-",
    "/",
    "·",
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "〇",
    "零",
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "百",
];

/// The name of the state, which stands before the titles of laws or does not.
const STATE: &str = "中华人民共和国";

/// The key under which titles are the same.
pub(crate) fn key(title: &str) -> String {
    let mut key = folded(title);
    let kept = without_notes(&key).len();
    key.truncate(kept);
    key
}

/// The key without a bare year in brackets at its end, `（2021）` or `（2021年）`; asked for only where nothing is
/// held under the key itself, as a year is part of some titles.
pub(crate) fn without_year(key: &str) -> Option<&str> {
    let (title, note) = bracket_at_end(key)?;
    let year = note.strip_suffix('版').unwrap_or(note);
    let year = year.strip_suffix('年').unwrap_or(year);
    (year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())).then(|| without_notes(title))
}

/// One spelling for blanks, brackets, digits, letters and characters that only look like another; the name of the state
/// and title marks go.
fn folded(title: &str) -> String {
    let is_ideograph = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
    let folded = if title.chars().all(is_ideograph) { Cow::Borrowed(title) } else { Cow::Owned(each_folded(title)) };
    let rest = folded.strip_prefix(STATE).unwrap_or(&folded);
    if rest.contains(STATE) { folded.replace(STATE, "") } else { rest.to_owned() }
}

fn each_folded(title: &str) -> String {
    let mut folded = String::with_capacity(title.len());
    folded.extend(title.chars().filter_map(|c| match c {
        '《' | '》' | '〈' | '〉' | '＜' | '＞' | '<' | '>' | '\u{200b}'..='\u{200d}' | '\u{feff}' => None,
        c if c.is_whitespace() => None,
        '(' => Some('（'),
        ')' => Some('）'),
        // Digits and letters of full width have half-width twins at a fixed distance.
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32),
        c => Some(lookalike::plain(c).unwrap_or(c)),
    }));
    folded
}

/// A key without the notes on its edition, as long as a title is left.
fn without_notes(key: &str) -> &str {
    let mut title = key;
    while let Some((rest, note)) = bracket_at_end(title) {
        if !is_edition_note(note) {
            break;
        }
        title = rest;
    }
    title
}

/// What stands before the bracket at the end, and in it.
pub(super) fn bracket_at_end(key: &str) -> Option<(&str, &str)> {
    let inner = key.strip_suffix('）')?;
    let mut depth = 1_usize;
    for (at, c) in inner.char_indices().rev() {
        match c {
            '）' => depth = depth.saturating_add(1),
            '（' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            let note = inner.get(at..)?.strip_prefix('（')?;
            return inner.get(..at).filter(|title| !title.is_empty()).map(|title| (title, note));
        }
    }
    None
}

/// Whether a bracket says of which edition the text is, and nothing else.
fn is_edition_note(note: &str) -> bool {
    if note.ends_with('号') && note.contains('令') {
        return true;
    }
    let mut rest = note;
    let mut says_edition = false;
    'words: while !rest.is_empty() {
        for (words, edition) in [(EDITION_WORDS, true), (FILLERS, false)] {
            if let Some(after) = words.iter().find_map(|word| rest.strip_prefix(word)) {
                says_edition |= edition;
                rest = after;
                continue 'words;
            }
        }
        return false;
    }
    says_edition
}
