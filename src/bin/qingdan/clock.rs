//! The day of today, and how long something takes.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use qingdan::model::Date;

/// Today by the clock of China, which is eight hours ahead of UTC all year. This file is the one place that reads the clock.
pub(crate) fn today_in_china() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs().saturating_add(8 * 60 * 60);
    day(usize::try_from(seconds / (24 * 60 * 60)).ok()?)
}

/// How long something has taken.
#[derive(Debug)]
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    /// Whole seconds since it was started.
    pub(crate) fn seconds(&self) -> u64 {
        self.0.elapsed().as_secs()
    }
}

/// The day that comes this many days after 1970-01-01.
fn day(number: usize) -> Option<Date> {
    let months = (1970..=9999).flat_map(|year| (1..=12).map(move |month| (year, month)));
    months.flat_map(|(year, month)| (1..=31).filter_map(move |day| Date::new(year, month, day).ok())).nth(number)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_counted_through_leap_years() {
        let cases =
            [(0, "1970-01-01"), (58, "1970-02-28"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_780, "2026-11-23")];
        for (number, expected) in cases {
            assert_eq!(day(number).unwrap().to_string(), expected);
        }
    }
}
