//! Rates of whole numbers: how they are printed, and which of them a printed number can be.

use std::cmp::Ordering;
use std::num::NonZeroU64;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::exact::{Exact, power_of_ten};
use crate::model::Decimal;

/// 比率: a part of a whole, both counted.
///
/// ```
/// use std::num::NonZeroU64;
/// use qingdan::figures::Rate;
/// let whole = NonZeroU64::new(239_471).ok_or("nothing counted")?;
/// assert_eq!(Rate::new(239_396, whole).percent(2).as_str(), "99.97");
/// assert_eq!(Rate::new(239_470, whole).percent(2).as_str(), "99.99"); // not all of them, so never 100
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Rate {
    /// 分子: the part.
    pub numerator: u64,
    /// 分母: the whole.
    pub denominator: NonZeroU64,
}

/// Digits after the point beyond this many are not looked at; no whole below 10^14 needs more.
const MOST_DECIMALS: u32 = 16;

impl Rate {
    /// A rate from its part and its whole.
    #[must_use]
    pub fn new(numerator: u64, denominator: NonZeroU64) -> Self {
        Self { numerator, denominator }
    }

    /// The rate in per cent with this many digits after the point (at most 16), rounded half up; a part smaller than
    /// the whole never rounds up to 100.
    ///
    /// ```
    /// use std::num::NonZeroU64;
    /// use qingdan::figures::Rate;
    /// let of = |part, whole| Some(Rate::new(part, NonZeroU64::new(whole)?).percent(2));
    /// assert_eq!(of(1_425, 1_480), Some("96.28".parse()?)); // 96.2837…
    /// assert_eq!(of(1, 8), Some("12.50".parse()?));
    /// assert_eq!(of(9_999_999, 10_000_000), Some("99.99".parse()?));
    /// # Ok::<(), qingdan::model::InvalidDecimal>(())
    /// ```
    #[must_use]
    pub fn percent(self, decimals: u32) -> Decimal {
        let decimals = decimals.min(MOST_DECIMALS);
        let whole = u128::from(self.denominator.get());
        let scale = all(decimals);
        // At most 2^64 × 10^18 × 2, which is far below 2^128.
        let twice = u128::from(self.numerator).saturating_mul(scale).saturating_mul(2);
        let mut units = floor(twice.saturating_add(whole), whole.saturating_mul(2));
        if self.numerator < self.denominator.get() {
            units = units.min(scale.saturating_sub(1));
        }
        Exact { units: i128::try_from(units).unwrap_or(i128::MAX), decimals }.to_decimal()
    }

    /// Whether a number printed in per cent is this rate, rounded half up or cut off at the digits printed.
    #[must_use]
    pub fn is_printed_as(self, percent: &Decimal) -> bool {
        if self.numerator <= self.denominator.get() {
            return Attainable::over(self.denominator.get(), percent).contains(self.numerator);
        }
        // More than all: there is no such share, but there is such a number.
        let printed = Exact::of(percent, MOST_DECIMALS);
        let parts = u128::from(self.numerator).saturating_mul(all(printed.decimals));
        let cut_off = i128::try_from(floor(parts, u128::from(self.denominator.get()))).unwrap_or(i128::MAX);
        let rounded = Exact::of(&self.percent(printed.decimals), MOST_DECIMALS);
        printed.units == cut_off || printed.compare(rounded).is_eq()
    }
}

/// 可达比率: which parts of a whole a printed rate can be, rounded half up or cut off at the digits printed.
///
/// Rounding and cutting off are both in use; where neither gives the number, nobody counted it over this whole.
///
/// ```
/// use qingdan::figures::Attainable;
/// let online = Attainable::over(1480, &"96.27".parse()?);
/// assert!(online.is_empty());
/// let nearest: Vec<String> =
///     online.nearest().map(|rate| format!("{} is {}", rate.numerator, rate.percent(2))).collect();
/// assert_eq!(nearest, ["1424 is 96.22", "1425 is 96.28"]);
///
/// assert!(Attainable::over(1480, &"99.93".parse()?).contains(1479));
/// # Ok::<(), qingdan::model::InvalidDecimal>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attainable {
    whole: u64,
    /// The first part that is not below the number.
    from: u64,
    /// The first part that is above it.
    until: u64,
}

impl Attainable {
    /// The parts of a whole that a number in per cent can be. There are none over a whole of 0, below 0 or above 100.
    #[must_use]
    pub fn over(whole: u64, percent: &Decimal) -> Self {
        let printed = Exact::of(percent, MOST_DECIMALS);
        let scale = all(printed.decimals);
        let parts = u128::from(whole);
        let above_all = whole.saturating_add(1);
        let Ok(units) = u128::try_from(printed.units) else {
            return Self { whole, from: 0, until: 0 };
        };
        match units.cmp(&scale) {
            _ if whole == 0 => Self { whole, from: 0, until: 0 },
            Ordering::Greater => Self { whole, from: above_all, until: above_all },
            // 100 % is all of it: nothing rounds up to it.
            Ordering::Equal => Self { whole, from: whole, until: above_all },
            Ordering::Less => {
                // Half up from (units − ½) on; cut off up to (units + 1), which lies above half up's own end.
                let from =
                    ceiling(units.saturating_mul(2).saturating_sub(1).saturating_mul(parts), scale.saturating_mul(2));
                let until = ceiling(units.saturating_add(1).saturating_mul(parts), scale);
                Self { whole, from: narrow(from), until: narrow(until) }
            }
        }
    }

    /// Whether no part of the whole gives the number.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.from >= self.until
    }

    /// Whether this part of the whole gives the number.
    #[must_use]
    pub fn contains(&self, part: u64) -> bool {
        self.from <= part && part < self.until
    }

    /// Whether any part within these bounds, both among them, gives the number.
    #[must_use]
    pub fn meets(&self, least: u64, most: u64) -> bool {
        !self.is_empty() && self.from <= most && least < self.until
    }

    /// The least and the greatest part that gives the number.
    #[must_use]
    pub fn bounds(&self) -> Option<(u64, u64)> {
        (!self.is_empty()).then(|| (self.from, self.until.saturating_sub(1)))
    }

    /// Where no part gives the number: the nearest rates below and above it.
    pub fn nearest(&self) -> impl Iterator<Item = Rate> {
        let whole = NonZeroU64::new(self.whole).filter(|_| self.is_empty());
        let below = self.from.checked_sub(1);
        let above = Some(self.from).filter(|part| *part <= self.whole);
        [below, above].into_iter().flatten().filter_map(move |part| Some(Rate::new(part, whole?)))
    }
}

/// 100 % in units of the last digit.
fn all(decimals: u32) -> u128 {
    power_of_ten(decimals.saturating_add(2)).unsigned_abs()
}

/// Division; nothing here divides by zero.
fn floor(value: u128, by: u128) -> u128 {
    value.checked_div(by).unwrap_or(0)
}

fn ceiling(value: u128, by: u128) -> u128 {
    floor(value.saturating_add(by.saturating_sub(1)), by)
}

fn narrow(value: u128) -> u64 {
    u64::try_from(value).unwrap_or(u64::MAX)
}
