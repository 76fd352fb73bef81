//! Days, in the spellings of lists.

use super::word::{is_blank, plain_char, trimmed};
use crate::model::{Date, Written};
use crate::numeral;

/// 日期: the day that a cell names: `2024-03-05`, `2024/3/5`, `2024.3.5`, `2024年3月5日`, `20240305`. None of a day that no calendar
/// has, and none where anything but a time of day of nothing stands behind it.
///
/// ```
/// use qingdan::import::cell::date;
/// assert_eq!(date("2024年3月5日"), Some("2024-03-05".parse()?));
/// assert_eq!(date("2024/3/5"), date("20240305"));
/// assert_eq!(date("2019年4月36日"), None);
/// # Ok::<(), qingdan::model::InvalidDate>(())
/// ```
#[must_use]
pub fn date(text: &str) -> Option<Date> {
    let text = trimmed(text);
    // What a program adds to a day without a time.
    let text = ["T00:00:00", " 00:00:00", " 0:00:00", " 00:00", " 0:00"]
        .iter()
        .find_map(|time| text.strip_suffix(time))
        .unwrap_or(text);
    in_one(text).or_else(|| in_parts(text))
}

/// 日期: the day that a cell names, or its text as written where it names none; nothing of a cell without text.
///
/// ```
/// use qingdan::import::cell::written_date;
/// assert_eq!(written_date("2024.3.5").ok_or("none")?.text(), "2024-03-05");
/// assert_eq!(written_date("2019年4月36日").ok_or("none")?.text(), "2019年4月36日");
/// assert!(written_date(" ").is_none());
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn written_date(text: &str) -> Option<Written<Date>> {
    let as_written = || Written::as_written(trimmed(text)).ok();
    date(text).map(Written::from).or_else(as_written)
}

fn in_one(text: &str) -> Option<Date> {
    let digits: String = text.chars().map(plain_char).collect();
    if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Date::new(digits.get(..4)?.parse().ok()?, digits.get(4..6)?.parse().ok()?, digits.get(6..)?.parse().ok()?).ok()
}

/// Year, month and day with marks between them, all of one kind.
fn in_parts(text: &str) -> Option<Date> {
    let (year, year_mark, rest) = part(text)?;
    let (month, month_mark, rest) = part(rest)?;
    let (day, day_mark, rest) = part(rest)?;
    let fits = match (year_mark?, month_mark?) {
        ('年', '月') => matches!(day_mark, None | Some('日' | '号')),
        ('-', '-') | ('/', '/') | ('.', '.') => day_mark.is_none(),
        _ => false,
    };
    let is_year = year.chars().count() == 4;
    if !fits || !rest.is_empty() || !is_year {
        return None;
    }
    let small = |written: &str| u8::try_from(number(written)?).ok();
    Date::new(digits(year)?, small(month)?, small(day)?).ok()
}

/// Digits, the mark behind them and what follows that.
fn part(text: &str) -> Option<(&str, Option<char>, &str)> {
    let rest = text.trim_start_matches(numeral::is_numeral);
    let written = text.get(..text.len().checked_sub(rest.len())?).filter(|written| !written.is_empty())?;
    let rest = rest.trim_start_matches(is_blank);
    let mark = rest.chars().next();
    let behind = rest.get(mark.map_or(0, char::len_utf8)..)?.trim_start_matches(is_blank);
    Some((written, mark.map(plain_char), behind))
}

/// A year is written digit by digit: 2024, 二〇二四.
fn digits(written: &str) -> Option<u16> {
    written.chars().try_fold(0_u16, |number, c| number.checked_mul(10)?.checked_add(numeral::digit(c)?))
}

/// A month or a day: 03, 3, 三, 十一.
fn number(written: &str) -> Option<u16> {
    let is_arabic = written.chars().all(|c| plain_char(c).is_ascii_digit());
    if is_arabic {
        return if written.chars().count() <= 2 { digits(written) } else { None };
    }
    let (number, length) = numeral::read(written)?;
    (length == written.len()).then(|| number.get())
}
