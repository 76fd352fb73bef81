//! 行使层级: the levels at which a power is exercised, and what a cell says of the scope behind them.

use super::word::{bracket, is_blank, plain_char, trimmed};
use crate::codelist::Level;

/// 行使层级: the levels that a cell names, and what else it says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Levels<'a> {
    /// 层级: in the order in which they stand there, each once.
    pub levels: Vec<Level>,
    /// 行使内容: what stands behind them, without the mark between; the whole cell where it begins with no level.
    pub rest: &'a str,
}

/// Words of which the words of levels are made, longer ones first.
const PLACES: [(&str, Place); 26] = [
    ("国家", Place::Of(Level::National)),
    ("中央", Place::Of(Level::National)),
    ("自治区", Place::Of(Level::Provincial)),
    ("直辖市", Place::Of(Level::Provincial)),
    ("省", Place::Of(Level::Provincial)),
    ("设区的市", Place::Of(Level::Prefectural)),
    ("设区市", Place::Of(Level::Prefectural)),
    ("自治州", Place::Of(Level::Prefectural)),
    ("地区", Place::Of(Level::Prefectural)),
    ("地", Place::Of(Level::Prefectural)),
    ("州", Place::Of(Level::Prefectural)),
    ("盟", Place::Of(Level::Prefectural)),
    ("市辖区", Place::Of(Level::County)),
    ("自治县", Place::Of(Level::County)),
    ("自治旗", Place::Of(Level::County)),
    ("县", Place::Of(Level::County)),
    ("区", Place::Of(Level::County)),
    ("旗", Place::Of(Level::County)),
    ("市", Place::City),
    ("苏木", Place::Of(Level::Township)),
    ("街道", Place::Of(Level::Township)),
    ("乡", Place::Of(Level::Township)),
    ("镇", Place::Of(Level::Township)),
    ("嘎查", Place::Of(Level::Village)),
    ("社区", Place::Of(Level::Village)),
    ("村", Place::Of(Level::Village)),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Of(Level),
    /// 市 behind 县, 区 or 旗 is a city of their level (县市区); elsewhere it is one above them.
    City,
}

/// The longest group of places before 级, in places: 省、自治区、直辖市、设区的市、县、市辖区、乡镇、街道.
const MOST: usize = 16;

/// 行使层级: the levels with which a cell begins: `地州市级`, `县（市、区）级`, `市级、县级`, `乡镇（街道）`; and the scope behind them:
/// `市级：负责…`. A word that only begins like a level (`县级以上`, `市级权限内`) is none.
///
/// ```
/// use qingdan::codelist::Level;
/// use qingdan::import::cell::levels;
/// assert_eq!(levels("市级、县（市、区）级").levels, [Level::Prefectural, Level::County]);
/// assert_eq!(levels("市级：负责跨县的监督检查").rest, "负责跨县的监督检查");
/// let read = levels("县级以上人民政府");
/// assert!(read.levels.is_empty());
/// assert_eq!(read.rest, "县级以上人民政府");
/// ```
#[must_use]
pub fn levels(text: &str) -> Levels<'_> {
    let cell = trimmed(text);
    let bare = || places(cell).filter(|group| group.rest.is_empty() && cell != "市区");
    let found = named(cell).or_else(|| bare().map(|group| (group.levels, "")));
    found.map_or(Levels { levels: Vec::new(), rest: text }, |(levels, rest)| Levels { levels, rest })
}

/// Levels up to the last 级, and what follows the mark behind it.
fn named(cell: &str) -> Option<(Vec<Level>, &str)> {
    let mut levels = Vec::new();
    let mut rest = cell;
    loop {
        let group = places(rest)?;
        let after = group.rest.trim_start_matches(is_blank);
        let after = after.strip_prefix('本').unwrap_or(after).strip_prefix('级')?;
        for level in group.levels {
            if !levels.contains(&level) {
                levels.push(level);
            }
        }
        let behind = after.trim_start_matches(is_blank);
        if behind.is_empty() {
            return Some((levels, ""));
        }
        let is_broken = behind.len() < after.len();
        let mark = behind.chars().next().filter(|&c| is_mark(c));
        if mark.is_none() && !is_broken {
            return None;
        }
        let behind = behind.get(mark.map_or(0, char::len_utf8)..)?.trim_start_matches(is_blank);
        // Another level, or the scope. A mark at the end ends the cell.
        let goes_on = mark.is_none_or(|mark| matches!(plain_char(mark), '、' | ',' | '/' | ';' | '和' | '及'))
            && places(behind).is_some_and(|next| {
                let next = next.rest.trim_start_matches(is_blank);
                next.starts_with('级') || next.starts_with("本级")
            });
        if !goes_on {
            return Some((levels, behind));
        }
        rest = behind;
    }
}

fn is_mark(c: char) -> bool {
    matches!(plain_char(c), '、' | ',' | '/' | ';' | '。' | ':' | '.' | '和' | '及')
}

struct Group<'a> {
    levels: Vec<Level>,
    rest: &'a str,
}

/// The places with which a text begins, with brackets and marks between them; none where it begins with none.
fn places(text: &str) -> Option<Group<'_>> {
    let mut found = Vec::new();
    let (mut at, mut end) = (0_usize, 0_usize);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty() && found.len() < MOST) {
        if let Some((word, place)) = PLACES.iter().find(|(word, _)| rest.starts_with(word)) {
            found.push(*place);
            at = at.saturating_add(word.len());
            end = at;
            continue;
        }
        let Some(c) = rest.chars().next() else { break };
        let is_between = is_blank(c) || matches!(plain_char(c), '(' | ')' | '、' | ',' | '/') || c == '或';
        if !is_between || found.is_empty() {
            break;
        }
        at = at.saturating_add(c.len_utf8());
        if bracket(c).is_some() && plain_char(c) == ')' {
            end = at;
        }
    }
    if found.is_empty() {
        return None;
    }
    let mut levels = Vec::new();
    for (place, before) in found.iter().zip(std::iter::once(None).chain(found.iter().map(Some))) {
        let behind_county = matches!(before, Some(Place::Of(Level::County)))
            || matches!(before, Some(Place::City)) && levels.last() == Some(&Level::County);
        let level = match place {
            Place::Of(level) => *level,
            Place::City if behind_county => Level::County,
            Place::City => Level::Prefectural,
        };
        if !levels.contains(&level) {
            levels.push(level);
        }
    }
    Some(Group { levels, rest: text.get(end..)? })
}
