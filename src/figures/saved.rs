//! Days that promises save.

use std::num::NonZeroU64;

use super::definition::Definition;
use super::exact::{Exact, power_of_ten};
use super::rate::Rate;
use super::statistic::{CountOf, PERCENT_DECIMALS, Statistic, statistic};
use crate::codelist::TimeUnit;
use crate::facts::limits::KnownLimit;

/// Days that promises save.
#[derive(Debug, Default)]
pub(super) struct Saved {
    statutory: u64,
    promised: u64,
    /// The sum of what each item saves of its own limit, in 10^-12; whole numbers add up the same in any order.
    shares: i128,
    items: u64,
    unstated: u64,
}

/// Decimals of [`Saved::shares`], of which two make per cent.
const SHARE_DECIMALS: u32 = 12;

impl Saved {
    pub(super) fn add(&mut self, limit: &KnownLimit) {
        let Some(promised) = limit.promised else {
            self.unstated = self.unstated.saturating_add(1);
            return;
        };
        self.statutory = self.statutory.saturating_add(limit.statutory);
        self.promised = self.promised.saturating_add(promised);
        self.items = self.items.saturating_add(1);
        let saved = i128::from(limit.statutory).saturating_sub(i128::from(promised));
        let share = saved.saturating_mul(power_of_ten(SHARE_DECIMALS));
        self.shares = self.shares.saturating_add(share.checked_div(i128::from(limit.statutory)).unwrap_or(0));
    }

    pub(super) fn statistic(&self, definition: Definition, counts: CountOf, unit: TimeUnit) -> Statistic {
        let whole = match definition {
            Definition::PromiseCompressionMean => self.items,
            _ => self.statutory,
        };
        let mut statistic = Statistic {
            time_unit: Some(unit),
            unstated: self.unstated,
            denominator: NonZeroU64::new(whole),
            ..statistic(definition, counts, 0, None)
        };
        statistic.numerator = None;
        if definition == Definition::PromiseCompressionMean {
            // In per cent with two decimals, half up: 10^-12 to 10^-4.
            let mean = self.shares.checked_div(i128::from(self.items)).unwrap_or(0);
            let units = mean.saturating_add(50_000_000).div_euclid(100_000_000);
            statistic.percent = (self.items > 0).then(|| Exact { units, decimals: PERCENT_DECIMALS }.to_decimal());
        } else if let Some((saved, whole)) = self.statutory.checked_sub(self.promised).zip(statistic.denominator) {
            statistic.numerator = Some(saved);
            statistic.percent = Some(Rate::new(saved, whole).percent(PERCENT_DECIMALS));
        }
        statistic
    }
}
