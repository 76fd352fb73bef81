//! Days by which an edition is named: whole, or a month or a year of which the day is not said.

use std::fmt;
use std::str::FromStr;

use crate::model::Date;

/// 版本日期: the day by which a citation names an edition, as far as it is said. A month or a year stands for any day of
/// it, from [`EditionDay::first`] to [`EditionDay::last`].
///
/// ```
/// use qingdan::law::facts::EditionDay;
/// let month: EditionDay = "2018年12月".parse()?;
/// assert_eq!((month.first().to_string(), month.last().to_string()), ("2018-12-01".to_owned(), "2018-12-31".to_owned()));
/// assert_eq!("2016".parse::<EditionDay>()?.in_chinese(), "2016年");
/// assert_eq!("2019-04-23".parse::<EditionDay>()?, "2019年4月23日".parse()?);
/// assert!("2019年4月36日".parse::<EditionDay>().is_err());
/// # Ok::<(), qingdan::law::facts::InvalidEditionDay>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EditionDay {
    first: Date,
    last: Date,
}

/// The text is neither a day of the calendar, nor a month or a year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is no day, month or year; write it like 2019-04-23, 2018年12月 or 2016年", crate::print::excerpt(.found))]
#[non_exhaustive]
pub struct InvalidEditionDay {
    /// The text found.
    pub found: String,
}

impl EditionDay {
    /// The first day that it may be.
    #[must_use]
    pub fn first(self) -> Date {
        self.first
    }

    /// The last day that it may be.
    #[must_use]
    pub fn last(self) -> Date {
        self.last
    }

    /// Whether it may be this day.
    #[must_use]
    pub fn may_be(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// As an office writes it: 2019年4月23日, 2018年12月, 2016年.
    #[must_use]
    pub fn in_chinese(self) -> String {
        match self.precision() {
            Precision::Day => self.first.in_chinese(),
            Precision::Month => format!("{}年{}月", self.first.year(), self.first.month()),
            Precision::Year => format!("{}年", self.first.year()),
        }
    }

    fn precision(self) -> Precision {
        if self.first == self.last {
            Precision::Day
        } else if self.first.month() == self.last.month() {
            Precision::Month
        } else {
            Precision::Year
        }
    }

    /// Of a year, and of a month and day of it where they are said; none where the calendar has no such day.
    fn of(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let (first, last) = match (month, day) {
            (None, None) => (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?),
            (Some(month), None) => (Date::new(year, month, 1).ok()?, last_of(year, month)?),
            (Some(month), Some(day)) => (Date::new(year, month, day).ok()?, Date::new(year, month, day).ok()?),
            (None, Some(_)) => return None,
        };
        Some(Self { first, last })
    }
}

/// How much of a day is said.
enum Precision {
    Day,
    Month,
    Year,
}

fn last_of(year: u16, month: u8) -> Option<Date> {
    (28..=31).rev().find_map(|day| Date::new(year, month, day).ok())
}

impl From<Date> for EditionDay {
    fn from(day: Date) -> Self {
        Self { first: day, last: day }
    }
}

impl fmt::Display for EditionDay {
    /// `2019-04-23`, `2018-12`, `2016`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.precision() {
            Precision::Day => self.first.fmt(f),
            Precision::Month => f.pad(&format!("{year:04}-{month:02}")),
            Precision::Year => f.pad(&format!("{year:04}")),
        }
    }
}

impl FromStr for EditionDay {
    type Err = InvalidEditionDay;

    fn from_str(text: &str) -> Result<Self, InvalidEditionDay> {
        let invalid = || InvalidEditionDay { found: text.to_owned() };
        let mut numbers = [None; 3];
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let mut rest = plain.as_str();
        for (number, units) in numbers.iter_mut().zip([['年', '-', '.'], ['月', '-', '.'], ['日', '号', '日']]) {
            if rest.is_empty() {
                break;
            }
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let (value, after) = rest.split_at_checked(digits).ok_or_else(invalid)?;
            *number = Some(value.parse::<u16>().map_err(|_| invalid())?);
            rest = after.strip_prefix(units).unwrap_or(after);
        }
        let [year, month, day] = numbers;
        let small = |number: Option<u16>| number.map(u8::try_from).transpose().map_err(|_| invalid());
        match year {
            Some(year) if (1000..=9999).contains(&year) && rest.is_empty() => {
                Self::of(year, small(month)?, small(day)?).ok_or_else(invalid)
            }
            _ => Err(invalid()),
        }
    }
}
