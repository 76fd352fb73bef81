//! Exact decimal numbers: what printed figures are compared and added up with.

use std::cmp::Ordering;

use crate::model::Decimal;

/// An exact number: so many units of the last of its decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exact {
    pub(super) units: i128,
    pub(super) decimals: u32,
}

/// Ten to a power; the greatest that there is where it does not fit.
pub(super) fn power_of_ten(power: u32) -> i128 {
    10_i128.checked_pow(power).unwrap_or(i128::MAX)
}

impl Exact {
    pub(super) const ZERO: Self = Self { units: 0, decimals: 0 };

    /// A printed number, cut off after so many decimals. More than 30 digits come to the greatest number there is.
    pub(super) fn of(printed: &Decimal, most_decimals: u32) -> Self {
        let (whole, fraction) = printed.as_str().split_once('.').unwrap_or((printed.as_str(), ""));
        let kept: String = fraction.chars().take(usize::try_from(most_decimals).unwrap_or(usize::MAX)).collect();
        let decimals = u32::try_from(kept.len()).unwrap_or(u32::MAX);
        let greatest = if whole.starts_with('-') { -GREATEST } else { GREATEST };
        let units = format!("{whole}{kept}").parse::<i128>().unwrap_or(greatest);
        Self { units: units.clamp(-GREATEST, GREATEST), decimals }
    }

    /// The number as it is printed with all of its decimals.
    pub(super) fn to_decimal(self) -> Decimal {
        let width = usize::try_from(self.decimals).unwrap_or(usize::MAX).saturating_add(1);
        let mut digits = format!("{:0>width$}", self.units.unsigned_abs());
        if self.decimals > 0 {
            digits.insert(digits.len().saturating_sub(width.saturating_sub(1)), '.');
        }
        let sign = if self.units < 0 { "-" } else { "" };
        // Digits with one point among them are a decimal.
        format!("{sign}{digits}").parse().unwrap_or_else(|_| Decimal::from(0))
    }

    /// The same number with more decimals.
    fn widened(self, decimals: u32) -> i128 {
        self.units.saturating_mul(power_of_ten(decimals.saturating_sub(self.decimals)))
    }

    pub(super) fn plus(self, other: Self) -> Self {
        let decimals = self.decimals.max(other.decimals);
        Self { units: self.widened(decimals).saturating_add(other.widened(decimals)), decimals }
    }

    /// How far apart two numbers are.
    pub(super) fn distance(self, other: Self) -> Self {
        self.plus(Self { units: other.units.saturating_neg(), ..other }).magnitude()
    }

    fn magnitude(self) -> Self {
        Self { units: self.units.saturating_abs(), ..self }
    }

    pub(super) fn compare(self, other: Self) -> Ordering {
        let decimals = self.decimals.max(other.decimals);
        self.widened(decimals).cmp(&other.widened(decimals))
    }

    /// The number as a count: whole and not negative.
    pub(super) fn count(self) -> Option<u64> {
        let one = power_of_ten(self.decimals);
        let whole = self.units.checked_div(one)?;
        if whole.checked_mul(one)? == self.units { u64::try_from(whole).ok() } else { None }
    }
}

/// No catalog counts further, and sums of a thousand million of them still fit.
const GREATEST: i128 = 1_000_000_000_000_000_000_000_000_000_000;
