//! How many items a sheet or a title says that it lists.

use super::word::{is_blank, plain_char};
use crate::numeral;

/// 公布项数: a number of items, as a name of a sheet or a title declares it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeclaredTotal<'a> {
    /// 项数.
    pub count: u32,
    /// 原文: the words that say so.
    pub words: &'a str,
}

/// 公布项数: the number of items that a name of a sheet or a title declares: `（254项）`, `（ 17项）`, `共254项`, `(254)`. None where
/// several numbers stand there and none of them is called the sum; a year is no number of items.
///
/// ```
/// use qingdan::import::cell::declared_total;
/// let total = declared_total("行政检查（ 17项）").ok_or("none")?;
/// assert_eq!((total.count, total.words), (17, "（ 17项）"));
/// assert!(declared_total("权责清单（2024）").is_none());
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn declared_total(text: &str) -> Option<DeclaredTotal<'_>> {
    let found = totals(text);
    let sums: Vec<_> = found.iter().filter(|(_, is_sum)| *is_sum).collect();
    let of = |total: &(DeclaredTotal<'_>, bool)| total.0.count;
    match (found.as_slice(), sums.as_slice()) {
        (_, [sum, more @ ..]) => more.iter().all(|other| of(other) == of(sum)).then_some(sum.0),
        ([one, more @ ..], []) => more.iter().all(|other| of(other) == of(one)).then_some(one.0),
        ([], []) => None,
    }
}

/// A name without the number of items that it declares.
pub(super) fn without_total(text: &str) -> String {
    totals(text).iter().fold(text.to_owned(), |left, (total, _)| left.replacen(total.words, "", 1))
}

/// The most numbers that are looked at: a title with more is none.
const MOST: usize = 16;

/// All numbers of items, each with whether it is called the sum.
fn totals(text: &str) -> Vec<(DeclaredTotal<'_>, bool)> {
    let mut found = Vec::new();
    let mut at = 0_usize;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let before = text.get(..at).unwrap_or_default();
        // The middle of a numeral begins none.
        let begins = numeral::is_numeral(c) && !before.ends_with(|c| numeral::is_numeral(c) || c == '.');
        match begins.then(|| total_at(text, at)).flatten() {
            Some((total, is_sum, end)) if found.len() < MOST => {
                found.push((total, is_sum));
                at = end;
            }
            _ => at = at.saturating_add(c.len_utf8()),
        }
    }
    found
}

/// Words that call a number the sum.
const SUM: [&str; 6] = ["共计", "总计", "合计", "共有", "总共", "共"];

/// The number that stands here, if it is one of items; whether it is called the sum; where it ends.
fn total_at(text: &str, at: usize) -> Option<(DeclaredTotal<'_>, bool, usize)> {
    let (count, length) = count_at(text.get(at..)?)?;
    let number_end = at.saturating_add(length);
    let before = text.get(..at)?.trim_end_matches(is_blank);
    let called = SUM.iter().find_map(|word| before.strip_suffix(word));
    let start = called.map_or(at, str::len);
    let unit_end = after(text, number_end, '项');
    let end = unit_end.unwrap_or(number_end);
    let open = text.get(..start)?.trim_end_matches(is_blank);
    let opening = open.char_indices().next_back().filter(|&(_, c)| plain_char(c) == '(').map(|(at, _)| at);
    let brackets = opening.zip(after(text, end, ')'));
    let is_year = (1900..=2100).contains(&count);
    // `(254)` at the end of a name.
    let is_bare = || {
        let is_last = brackets.is_some_and(|(_, end)| text.get(end..).unwrap_or_default().chars().all(is_blank));
        is_last
            && !is_year
            && text.get(at..number_end).unwrap_or_default().chars().all(|c| plain_char(c).is_ascii_digit())
    };
    if before.ends_with('第') || !(unit_end.is_some() || is_bare()) {
        return None;
    }
    let (start, end) = brackets.unwrap_or((start, end));
    Some((DeclaredTotal { count, words: text.get(start..end)? }, called.is_some(), end))
}

/// Where a mark ends that stands here, or behind blanks.
fn after(text: &str, at: usize, mark: char) -> Option<usize> {
    let rest = text.get(at..)?.trim_start_matches(is_blank);
    let found = rest.chars().next().filter(|&c| plain_char(c) == mark)?;
    text.len().checked_sub(rest.len())?.checked_add(found.len_utf8())
}

/// A number, and its length: Arabic digits, by thousands too, or Chinese ones.
fn count_at(text: &str) -> Option<(u32, usize)> {
    let is_digit = |c: char| plain_char(c).is_ascii_digit();
    if !text.starts_with(is_digit) {
        let (number, length) = numeral::read(text)?;
        return Some((number.get().into(), length));
    }
    let mut rest = text.trim_start_matches(is_digit);
    let by_thousands = |rest: &str| {
        let tail = rest.strip_prefix([',', '，'])?;
        let after = tail.trim_start_matches(is_digit);
        (tail.chars().take_while(|&c| is_digit(c)).count() == 3).then(|| tail.len().saturating_sub(after.len()))
    };
    while let Some(length) = by_thousands(rest) {
        let mark = rest.chars().next().map_or(0, char::len_utf8);
        rest = rest.get(mark.saturating_add(length)..)?;
    }
    let length = text.len().checked_sub(rest.len())?;
    let digits: String = text.get(..length)?.chars().map(plain_char).filter(char::is_ascii_digit).collect();
    Some((digits.parse().ok()?, length))
}
