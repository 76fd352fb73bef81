//! Days as statutes write them: `2016年7月2日`, `二〇一六年七月二日`, digits of any width.

use std::ops::Range;

use crate::model::Date;
use crate::numeral;

/// A day and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: Date,
    pub(super) at: Range<usize>,
}

/// The days of a text, in their order. What no calendar has is none.
pub(super) fn days(text: &str) -> impl Iterator<Item = Day> {
    text.match_indices('年').filter_map(|(at, year_mark)| {
        let before = text.get(..at)?;
        let (mut year, mut digits, mut start) = (0_u16, 0_u8, at);
        for (index, c) in before.char_indices().rev().take_while(|(_, c)| !c.is_whitespace()).take(4) {
            let value = numeral::digit(c)?;
            year = year.checked_add(value.checked_mul(10_u16.checked_pow(u32::from(digits))?)?)?;
            digits = digits.saturating_add(1);
            start = index;
        }
        if digits != 4 {
            return None;
        }
        let after_year = text.get(at..)?.strip_prefix(year_mark)?;
        let (month, rest) = number_before(after_year, '月')?;
        let (day, rest) = number_before(rest, '日')?;
        let date = Date::new(year, month, day).ok()?;
        Some(Day { date, at: start..text.len().saturating_sub(rest.len()) })
    })
}

/// A number of at most two digits, and what follows the character after it.
fn number_before(text: &str, mark: char) -> Option<(u8, &str)> {
    let text = text.trim_start_matches([' ', '\u{3000}']);
    let (number, length) = numeral::read(text)?;
    let rest = text.get(length..)?.trim_start_matches([' ', '\u{3000}']).strip_prefix(mark)?;
    Some((u8::try_from(number.get()).ok()?, rest))
}

/// A day in the name of a file: `2016-07-02`, `20160702`, `2016年7月2日`.
pub(super) fn of_name(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    }
    days(text).find(|day| day.at == (0..text.len())).map(|day| day.date)
}
