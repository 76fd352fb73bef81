//! Values of regional parameters as arguments give them.

use std::error::Error;
use std::fmt;
use std::num::NonZeroU16;

use qingdan::codelist::TimeUnit;
use qingdan::law::region::{GivenValue, Parameter};
use qingdan::model::Date;
use qingdan::print::printable;

/// A text that gives no parameter its value.
#[derive(Debug)]
pub(crate) enum WrongParameter {
    /// There is no `=` in it.
    NoValue,
    /// There is no such parameter.
    Name(String),
    /// No amount from 1 to 65535 stands after the `=`.
    Amount(String),
    /// What follows the amount is no unit.
    Unit(String),
    /// What follows the `@` is no day.
    Day(String),
}

impl Error for WrongParameter {}

/// The names of the parameters.
fn names(between: &str) -> String {
    Parameter::NAMES.join(between)
}

impl fmt::Display for WrongParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoValue => f.write_str("expected a name and a value, such as `adjustment_publication=20wd`"),
            Self::Name(found) => write!(f, "found the name `{found}`, allowed: {}", names(", ")),
            Self::Amount(found) => write!(f, "found the amount `{found}`, expected a whole number from 1 to 65535"),
            Self::Unit(found) => write!(
                f,
                "found the unit `{found}`, allowed: wd (working days), cd (calendar days), d (days), h (hours), m \
                 (months), y (years)"
            ),
            Self::Day(found) => write!(f, "found the day `{found}`, expected a day of the calendar, YYYY-MM-DD"),
        }
    }
}

impl WrongParameter {
    pub(crate) fn zh(&self) -> String {
        match self {
            Self::NoValue => "应为参数名和数值，如 adjustment_publication=20工作日".to_owned(),
            Self::Name(found) => format!("没有参数“{found}”；可取值：{}", names("、")),
            Self::Amount(found) => format!("数值“{found}”无效，应为1至65535的整数"),
            Self::Unit(found) => format!(
                "没有单位“{found}”；可取值：wd（工作日）、cd（自然日）、d（日）、h（小时）、m（个月）、y（年），写中文也可"
            ),
            Self::Day(found) => format!("“{found}”不是日期；应为确有的日期，写作 YYYY-MM-DD"),
        }
    }
}

/// A name, an amount with its unit, and perhaps the day from which it holds: `adjustment_publication=20wd@2025-07-01`.
pub(crate) fn parameter(text: &str) -> Result<GivenValue, WrongParameter> {
    let (name, value) = text.split_once('=').ok_or(WrongParameter::NoValue)?;
    let parameter = named(name.trim()).ok_or_else(|| WrongParameter::Name(echoed(name)))?;
    let (value, since) = match value.split_once('@') {
        Some((value, day)) => (value, Some(day.trim().parse::<Date>().map_err(|_| WrongParameter::Day(echoed(day)))?)),
        None => (value, None),
    };
    let value = value.trim();
    let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    let (digits, unit) = value.split_at_checked(end).unwrap_or((value, ""));
    let wrong = || WrongParameter::Amount(echoed(if digits.is_empty() { value } else { digits }));
    let amount: NonZeroU16 = digits.parse().map_err(|_| wrong())?;
    let (times, unit) = unit_of(unit.trim()).ok_or_else(|| WrongParameter::Unit(echoed(unit)))?;
    let amount = amount.checked_mul(times).ok_or_else(wrong)?;
    let given = GivenValue::new(parameter, amount, unit);
    Ok(since.into_iter().fold(given, GivenValue::since))
}

/// By its name, or as it is called in Chinese.
fn named(name: &str) -> Option<Parameter> {
    let plain = name.to_ascii_lowercase().replace('-', "_");
    let called = |parameter: &Parameter| parameter.as_str() == plain || parameter.title().zh == name;
    Parameter::ALL.iter().copied().find(called)
}

/// A unit, and how many of it make one: a year is twelve months.
fn unit_of(text: &str) -> Option<(NonZeroU16, TimeUnit)> {
    let plain = text.to_lowercase().replace([' ', '_', '-'], "");
    let plain = plain.strip_prefix('个').unwrap_or(&plain);
    let unit = match plain {
        "wd" | "workingday" | "workingdays" | "工作日" => TimeUnit::WorkingDay,
        "cd" | "calendarday" | "calendardays" | "自然日" | "日历日" => TimeUnit::CalendarDay,
        "d" | "day" | "days" | "日" | "天" => TimeUnit::Day,
        "h" | "hour" | "hours" | "小时" => TimeUnit::Hour,
        "m" | "month" | "months" | "月" => TimeUnit::Month,
        "y" | "year" | "years" | "年" => return Some((NonZeroU16::new(12)?, TimeUnit::Month)),
        _ => return None,
    };
    Some((NonZeroU16::MIN, unit))
}

/// What was typed, made harmless and short.
fn echoed(text: &str) -> String {
    let short: String = text.trim().chars().take(60).collect();
    printable(&short).into_owned()
}
