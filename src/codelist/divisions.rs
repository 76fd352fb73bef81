//! 行政区划: the divisions that this library knows by name.
//!
//! Source: modood/Administrative-divisions-of-China (licence WTFPL), which takes them from 国家统计局
//! 《统计用区划代码和城乡划分代码》, edition of 2023, cut-off 2023-06-30. Held are all provinces, prefectures and counties, with
//! the units of that edition that stand at these levels without being governments (市辖区, development zones), and
//! the townships of one county (杭锦旗, 150625). A division that is not held may exist all the same: it may be
//! younger, abolished before, or a township of another county.

use std::sync::LazyLock;

use hashbrown::HashSet;

use crate::code::{DivisionCode, DivisionLevel};

/// One division a line, `CODE,NAME`: six digits, nine for townships.
const TEXT: &str = include_str!("divisions.csv");

/// 区划数据截止日期: the day to which the divisions held are those of the state, `YYYY-MM-DD`.
pub const DIVISIONS_CUT_OFF: &str = "2023-06-30";

/// The divisions, in the order of their codes.
fn divisions() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXT.lines().filter_map(|line| line.split_once(','))
}

/// The division whose line is the first that does not come before this code; the lines are in order, which a test shows.
fn find(code: &str) -> Option<(&'static str, &'static str)> {
    let (mut from, mut to) = (0, TEXT.len());
    while from < to {
        let middle = from.midpoint(to);
        let start = TEXT.as_bytes().get(from..middle).and_then(|before| memchr::memrchr(b'\n', before));
        let start = start.map_or(from, |at| from.saturating_add(at).saturating_add(1));
        let rest = TEXT.get(start..)?;
        let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
        if line.split_once(',').is_some_and(|(known, _)| known < code) {
            from = start.saturating_add(line.len()).saturating_add(1);
        } else {
            to = start;
        }
    }
    TEXT.get(from..)?.lines().next()?.split_once(',')
}

/// 区划名称: the name of a division, if it is held; zeros at the end make no difference.
///
/// ```
/// use qingdan::code::DivisionCode;
/// use qingdan::codelist::division_name;
/// let name = |text| DivisionCode::parse(text).ok().and_then(division_name);
/// assert_eq!(name("150625"), Some("杭锦旗"));
/// assert_eq!(name("150625000000"), Some("杭锦旗"));
/// assert_eq!(name("150625100000"), Some("锡尼镇"));
/// assert_eq!(name("511602100"), None); // not held; it may exist
/// ```
#[must_use]
pub fn division_name(code: DivisionCode) -> Option<&'static str> {
    let padded = code.padded();
    let length = match code.level() {
        DivisionLevel::Province | DivisionLevel::Prefecture | DivisionLevel::County => 6,
        DivisionLevel::Township => 9,
        DivisionLevel::Village => return None,
    };
    let key = padded.as_str().get(..length)?;
    find(key).filter(|&(code, _)| code == key).map(|(_, name)| name)
}

/// The names of provinces, prefectures and counties.
static NAMES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    divisions().filter(|(code, name)| code.len() == 6 && name.len() > 3).map(|(_, name)| name).collect()
});

/// How many characters the longest of them has.
const LONGEST_NAME: usize = 15;

/// The full name of a province, prefecture or county with which a text begins, such as 内蒙古自治区; the longest.
pub(crate) fn division_at_start(text: &str) -> Option<&'static str> {
    let ends = text.char_indices().map(|(at, c)| at.saturating_add(c.len_utf8())).take(LONGEST_NAME);
    ends.filter_map(|end| NAMES.get(text.get(..end)?)).last().copied()
}

/// 区划识别: the divisions that a text may mean with which it begins, such as 内蒙古自治区鄂尔多斯市杭锦旗水利局: of names one after
/// the other the last, where each lies within the one before. Provinces, prefectures and counties that are held, by their
/// full names; several where several are called so.
///
/// ```
/// use qingdan::codelist::divisions_named;
/// assert_eq!(divisions_named("杭锦旗水利局权责清单"), ["150625".parse()?]);
/// assert_eq!(divisions_named("内蒙古自治区鄂尔多斯市"), ["150600".parse()?]);
/// assert_eq!(divisions_named("水利局"), []);
/// assert!(divisions_named("城关区").len() > 1); // of Lanzhou, and of Lhasa
/// assert_eq!(divisions_named("甘肃省兰州市城关区"), ["620102".parse()?]);
/// # Ok::<(), qingdan::code::CodeError>(())
/// ```
#[must_use]
pub fn divisions_named(text: &str) -> Vec<DivisionCode> {
    let (mut found, mut rest): (Vec<DivisionCode>, &str) = (Vec::new(), text);
    while let Some(name) = division_at_start(rest) {
        let called = divisions().filter(|(code, of)| code.len() == 6 && *of == name);
        let called = called.filter_map(|(code, _)| DivisionCode::parse(code).ok());
        let within: Vec<DivisionCode> =
            called.filter(|code| found.is_empty() || found.iter().any(|outer| outer.contains(code))).collect();
        if within.is_empty() {
            break;
        }
        (found, rest) = (within, rest.strip_prefix(name).unwrap_or_default());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_with_the_longest_name() {
        assert_eq!(division_at_start("内蒙古自治区节约用水条例"), Some("内蒙古自治区"));
        assert_eq!(division_at_start("凉山彝族自治州水资源管理条例"), Some("凉山彝族自治州"));
        assert_eq!(division_at_start("杭锦旗"), Some("杭锦旗"));
        assert_eq!(division_at_start("城市供水条例"), None);
        assert_eq!(division_at_start(""), None);
        let longest = NAMES.iter().map(|name| name.chars().count()).max();
        assert_eq!(longest, Some(LONGEST_NAME));
    }

    #[test]
    fn the_table_is_in_order_and_every_line_is_a_division() {
        assert_eq!(divisions().count(), TEXT.lines().count());
        assert!(divisions().is_sorted_by(|a, b| a.0 < b.0));
        for (code, name) in divisions() {
            let parsed = DivisionCode::parse(code).unwrap();
            assert_eq!(division_name(parsed), Some(name), "{code}");
        }
    }
}
