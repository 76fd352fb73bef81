//! Numbers and days as texts.

use super::number_format::Shown;
use super::{CellKind, SheetCell};

/// The last day that a workbook can show, 9999-12-31, and how far days from 1904 lag behind those from 1900.
const LAST_DAY: u64 = 2_958_465;
const FROM_1904: u64 = 1462;

/// A number as short as it can be written without losing a digit. Below 18 digits it has no exponent.
pub(super) fn written(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let plain = value.to_string();
    if value.abs() < 1e18 && plain.len() <= 25 {
        return plain;
    }
    // As workbooks show it: `1.11506250115062E+20`.
    let short = format!("{value:E}");
    match short.split_once('E') {
        Some((digits, power)) => match power.strip_prefix('-') {
            Some(power) => format!("{digits}E-{power:0>2}"),
            None => format!("{digits}E+{power:0>2}"),
        },
        None => short,
    }
}

/// Whether a text is a whole number as [`written`] writes it. Its digits are kept, more of them than a workbook keeps.
pub(super) fn is_whole(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    digits.len() <= 18 && digits.iter().all(u8::is_ascii_digit) && matches!(digits, [b'1'..=b'9', ..])
}

/// The cell of a number, which its format may show as a day. What is no day of the calendar stays a number.
pub(super) fn cell(value: f64, shown: Shown, is_1904: bool) -> SheetCell {
    match day(value, shown, is_1904) {
        Some(text) => SheetCell { text, kind: CellKind::Date },
        None => SheetCell { text: written(value), kind: CellKind::Number },
    }
}

fn day(value: f64, shown: Shown, is_1904: bool) -> Option<String> {
    if shown == Shown::Number {
        return None;
    }
    let seconds = seconds(value)?;
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    let clock = |hours: u64| format!("{hours:02}:{:02}:{:02}", second / 60 % 60, second % 60);
    match shown {
        Shown::Elapsed => return Some(clock(seconds / 3600)),
        Shown::Clock if days == 0 => return Some(clock(second / 3600)),
        _ => {}
    }
    let days = if is_1904 { days.saturating_add(FROM_1904) } else { days };
    // Workbooks that count from 1900 know a 29 February 1900. The days before it are one off, and it is none itself.
    let days = match days {
        0 | 60 => return None,
        1..=59 => days.saturating_add(1),
        61..=LAST_DAY => days,
        _ => return None,
    };
    let (year, month, day) = calendar(days);
    let date = format!("{year:04}-{month:02}-{day:02}");
    Some(if second == 0 { date } else { format!("{date}T{}", clock(second / 3600)) })
}

/// The nearest second of a number of days, as far as workbooks count.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is within what workbooks count")]
fn seconds(days: f64) -> Option<u64> {
    (0.0..3_000_000.0).contains(&days).then(|| (days * 86_400.0).round() as u64)
}

/// The day that comes so many days after 1899-12-30, by the eras of 400 years from 1 March of the year 0 on.
fn calendar(days: u64) -> (u64, u64, u64) {
    let days = days.saturating_add(693_899);
    let (era, of_era) = (days / 146_097, days % 146_097);
    let leaps = (of_era / 1460).saturating_sub(of_era / 36_524).saturating_add(of_era / 146_096);
    let of_years = of_era.saturating_sub(leaps) / 365;
    let before = of_years.saturating_mul(365).saturating_add(of_years / 4).saturating_sub(of_years / 100);
    let of_year = of_era.saturating_sub(before);
    let months = of_year.saturating_mul(5).saturating_add(2) / 153;
    let of_month = of_year.saturating_sub(months.saturating_mul(153).saturating_add(2) / 5);
    let month = if months < 10 { months.saturating_add(3) } else { months.saturating_sub(9) };
    let year = era.saturating_mul(400).saturating_add(of_years).saturating_add(u64::from(month <= 2));
    (year, month, of_month.saturating_add(1))
}

/// A day written by ISO 8601 in a file, as [`cell`] writes days: without a clock at midnight, without parts of a second.
pub(super) fn iso_day(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_suffix('Z').unwrap_or(text);
    let text = match text.rsplit_once('.') {
        Some((before, parts)) if parts.bytes().all(|byte| byte == b'0') => before,
        _ => text,
    };
    text.strip_suffix("T00:00:00").unwrap_or(text).to_owned()
}
