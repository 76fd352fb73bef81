//! Days of the calendar.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// 日期: a day of the Gregorian calendar, written `YYYY-MM-DD` (GB/T 7408.1, extended format).
///
/// ```
/// use qingdan::model::Date;
/// let day: Date = "2021-07-15".parse()?;
/// assert_eq!((day.year(), day.month(), day.day()), (2021, 7, 15));
/// assert!("2019-04-36".parse::<Date>().is_err());
/// assert!("2019-02-29".parse::<Date>().is_err());
/// # Ok::<(), qingdan::model::InvalidDate>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The text is no day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is no date: {problem}; write a day of the calendar as YYYY-MM-DD", crate::print::excerpt(.found))]
#[non_exhaustive]
pub struct InvalidDate {
    /// The text found.
    pub found: String,
    /// What is wrong with it.
    pub problem: DateProblem,
}

/// What is wrong with a text that should be a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateProblem {
    /// It is not written `YYYY-MM-DD`.
    #[error("it is not written YYYY-MM-DD")]
    Form,
    /// The month is not 01 to 12.
    #[error("there is no month {0}")]
    Month(u8),
    /// The month has no such day.
    #[error("month {month} of {year} has no day {day}, only {last}")]
    Day {
        /// The year.
        year: u16,
        /// The month.
        month: u8,
        /// The day that does not exist.
        day: u8,
        /// The last day of the month.
        last: u8,
    },
}

impl Date {
    /// The name under which serializers and schemas know the type. Not `Date`: a generated class of that name would stand
    /// before the one of JavaScript.
    pub(crate) const NAME: &'static str = "CalendarDate";
    /// The form of a date as a pattern; the days of each month are what it cannot say in full.
    pub const PATTERN: &str = "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$";

    /// A day of the calendar.
    ///
    /// # Errors
    /// [`DateProblem`] when the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateProblem> {
        let last = days_in(year, month).ok_or(DateProblem::Month(month))?;
        if day == 0 || day > last {
            return Err(DateProblem::Day { year, month, day, last });
        }
        if year > 9999 { Err(DateProblem::Form) } else { Ok(Self { year, month, day }) }
    }

    /// As an office writes it: without leading zeros.
    ///
    /// ```
    /// use qingdan::model::Date;
    /// let day: Date = "2021-07-05".parse()?;
    /// assert_eq!(day.in_chinese(), "2021年7月5日");
    /// # Ok::<(), qingdan::model::InvalidDate>(())
    /// ```
    #[must_use]
    pub fn in_chinese(self) -> String {
        let Self { year, month, day } = self;
        format!("{year}年{month}月{day}日")
    }

    /// The day after, as long as there is one.
    pub(crate) fn following(self) -> Option<Self> {
        let Self { year, month, day } = self;
        let [next_year, next_month, next_day] =
            [year, month.into(), day.into()].map(|part: u16| part.saturating_add(1));
        let small = |part: u16| u8::try_from(part).unwrap_or(u8::MAX);
        Self::new(year, month, small(next_day))
            .or_else(|_| Self::new(year, small(next_month), 1))
            .or_else(|_| Self::new(next_year, 1, 1))
            .ok()
    }

    /// How many days it is from another to this one; none where this one comes first.
    pub(crate) fn days_since(self, other: Self) -> Option<u32> {
        self.number().checked_sub(other.number())
    }

    /// How many days it comes after 0000-01-01, as if the calendar had always been this one.
    fn number(self) -> u32 {
        let of_years = |years: u32| {
            let leap = (years / 4).saturating_sub(years / 100).saturating_add(years / 400);
            years.saturating_mul(365).saturating_add(leap)
        };
        let before = of_years(u32::from(self.year).saturating_add(399)).saturating_sub(of_years(399));
        let of_months = (1..self.month).filter_map(|month| days_in(self.year, month)).map(u32::from);
        of_months.fold(before, u32::saturating_add).saturating_add(u32::from(self.day)).saturating_sub(1)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }
}

/// How many days a month has.
fn days_in(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    Some(match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    })
}

fn parse(text: &str) -> Result<Date, DateProblem> {
    let digits = |part: Option<&str>| -> Result<u16, DateProblem> {
        let part = part.ok_or(DateProblem::Form)?;
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            part.parse().map_err(|_| DateProblem::Form)
        } else {
            Err(DateProblem::Form)
        }
    };
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return Err(DateProblem::Form);
    }
    let two = |value: u16| u8::try_from(value).map_err(|_| DateProblem::Form);
    Date::new(digits(text.get(..4))?, two(digits(text.get(5..7))?)?, two(digits(text.get(8..))?)?)
}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        parse(text).map_err(|problem| InvalidDate { found: text.to_owned(), problem })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}-{:02}", self.year, self.month, self.day))
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date({self})")
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

struct DateVisitor;

impl de::Visitor<'_> for DateVisitor {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date written YYYY-MM-DD")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
        text.parse().map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DateVisitor)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        Self::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "minLength": 1,
            "pattern": Self::PATTERN,
            "description": "日期: a day of the Gregorian calendar, written YYYY-MM-DD (GB/T 7408.1).",
            "examples": ["2021-07-15"],
        })
    }
}
