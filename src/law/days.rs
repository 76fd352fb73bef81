//! Limits in days, months and hours, as bounds: the library knows no calendar of holidays, so a rule fires only where it is
//! certain however the days are counted.

use crate::codelist::TimeUnit;
use crate::model::{Date, TimeLimit};

/// The statutory holidays of a year (全国年节及纪念日放假办法, 2025).
const HOLIDAYS: u32 = 13;

/// The most working days that a limit can hold.
///
/// n calendar days hold at most ⌈5n/7⌉ + 1; an hour may be one of eight in a working day; a month has at most 31 days.
pub(crate) fn most_working_days(limit: &TimeLimit) -> u32 {
    let amount = u32::from(limit.amount.get());
    let of_calendar = |days: u32| days.saturating_mul(5).div_ceil(7).saturating_add(1).min(days);
    match limit.unit {
        // A plain 日 may mean working days.
        TimeUnit::WorkingDay | TimeUnit::Day => amount,
        TimeUnit::CalendarDay => of_calendar(amount),
        TimeUnit::Hour => amount.div_ceil(8),
        TimeUnit::Month => of_calendar(amount.saturating_mul(31)),
    }
}

/// The fewest working days that a limit can hold.
///
/// n calendar days hold at least ⌊5n/7⌋ − 1 without holidays; those of a year may all fall into them.
pub(crate) fn fewest_working_days(limit: &TimeLimit) -> u32 {
    let amount = u32::from(limit.amount.get());
    match limit.unit {
        TimeUnit::WorkingDay => amount,
        // A plain 日 may mean calendar days.
        TimeUnit::CalendarDay | TimeUnit::Day => fewest_in_calendar_days(amount),
        TimeUnit::Hour => fewest_in_calendar_days(amount / 24),
        TimeUnit::Month => fewest_in_calendar_days(amount.saturating_mul(28)),
    }
}

fn fewest_in_calendar_days(days: u32) -> u32 {
    let holidays = days.div_ceil(365).saturating_mul(HOLIDAYS);
    (days.saturating_mul(5) / 7).saturating_sub(1).saturating_sub(holidays)
}

/// The day so many months later; the last of a month that is shorter.
pub(crate) fn after_months(day: Date, months: u16) -> Option<Date> {
    let month = u16::from(day.month()).checked_sub(1)?.checked_add(months)?;
    let (year, month) = (day.year().checked_add(month / 12)?, u8::try_from(month % 12).ok()?.checked_add(1)?);
    (0..4).find_map(|earlier| Date::new(year, month, day.day().checked_sub(earlier)?).ok())
}

/// How many days lie between a day and a later one, which counts; none where it is not later.
pub(crate) fn days_between(earlier: Date, later: Date) -> Option<u32> {
    day_number(later).checked_sub(day_number(earlier)).filter(|&days| days > 0)
}

/// The number of a day of the Gregorian calendar. Years begin in March, so that a leap day is their last.
fn day_number(day: Date) -> u32 {
    let (year, month) = (u32::from(day.year()), u32::from(day.month()));
    let (year, month) =
        if month > 2 { (year, month.saturating_sub(3)) } else { (year.saturating_sub(1), month.saturating_add(9)) };
    let of_years = year.saturating_mul(365).saturating_add(year / 4).saturating_add(year / 400);
    let of_months = month.saturating_mul(153).saturating_add(2) / 5;
    of_years.saturating_sub(year / 100).saturating_add(of_months).saturating_add(day.day().into())
}

#[cfg(test)]
mod tests {
    use super::days_between;

    #[test]
    fn days_are_counted_by_the_calendar() {
        let between = |earlier: &str, later: &str| Some(days_between(earlier.parse().ok()?, later.parse().ok()?));
        assert_eq!(between("2025-01-16", "2025-01-17"), Some(Some(1)));
        assert_eq!(between("2024-02-28", "2024-03-01"), Some(Some(2)));
        assert_eq!(between("2025-02-28", "2025-03-01"), Some(Some(1)));
        assert_eq!(between("2023-12-31", "2024-12-31"), Some(Some(366)));
        assert_eq!(between("2000-01-01", "2400-01-01"), Some(Some(146_097)));
        assert_eq!(between("2025-01-16", "2025-01-16"), Some(None));
        assert_eq!(between("2025-01-17", "2025-01-16"), Some(None));
    }
}
