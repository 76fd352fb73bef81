//! Values of parameters that somebody gives beside those that the library holds, and which value counts.

use std::num::NonZeroU16;

use super::{Parameter, RegionalValue, value_for};
use crate::code::DivisionCode;
use crate::codelist::TimeUnit;
use crate::lang::Bilingual;
use crate::model::Date;

/// 给定参数值: a parameter of a region as somebody gives it to a check, who has read the provision.
///
/// ```
/// use std::num::NonZeroU16;
/// use qingdan::codelist::TimeUnit;
/// use qingdan::law::region::{GivenValue, Parameter};
/// let twenty = NonZeroU16::new(20).ok_or("zero")?;
/// let value = GivenValue::new(Parameter::AdjustmentPublication, twenty, TimeUnit::WorkingDay)
///     .within("150000".parse()?)
///     .since("2025-07-01".parse()?)
///     .source("本地区权力清单管理办法第十二条");
/// assert_eq!(value.amount.get(), 20);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GivenValue {
    /// 参数: which parameter.
    pub parameter: Parameter,
    /// 地区: the division for which it holds, with all below it; none: whichever is checked.
    pub division: Option<DivisionCode>,
    /// 数值: how many units.
    pub amount: NonZeroU16,
    /// 单位: the unit; a year is twelve months.
    pub unit: TimeUnit,
    /// 起: the first day; none: from ever on.
    pub since: Option<Date>,
    /// 止: the last day; none: it still applies.
    pub until: Option<Date>,
    /// 依据: the provision, as it is to be cited.
    pub source: Option<Box<str>>,
}

impl GivenValue {
    /// A value for whichever division is checked, at all times.
    #[must_use]
    pub const fn new(parameter: Parameter, amount: NonZeroU16, unit: TimeUnit) -> Self {
        Self { parameter, division: None, amount, unit, since: None, until: None, source: None }
    }

    /// The value for a division and those below it.
    #[must_use]
    pub fn within(mut self, division: DivisionCode) -> Self {
        self.division = Some(division);
        self
    }

    /// The value from a day on.
    #[must_use]
    pub fn since(mut self, day: Date) -> Self {
        self.since = Some(day);
        self
    }

    /// The value up to a day.
    #[must_use]
    pub fn until(mut self, day: Date) -> Self {
        self.until = Some(day);
        self
    }

    /// The value with the provision on which it rests.
    #[must_use]
    pub fn source(mut self, source: &str) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Whether it is of a parameter and holds for a division.
    fn is_for(&self, parameter: Parameter, division: Option<&DivisionCode>) -> bool {
        let holds_there = |region: &DivisionCode| division.is_some_and(|division| region.contains(division));
        self.parameter == parameter && self.division.as_ref().is_none_or(holds_there)
    }

    /// How near its division is: the whole country is far, a village near.
    fn depth(&self) -> usize {
        self.division.as_ref().map_or(0, |division| division.as_str().trim_end_matches('0').len())
    }

    fn holds_on(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// 适用参数值: the value of a parameter that counts: one that was given, or else one that is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FixedValue<'a> {
    /// 给定: somebody gave it.
    Given(&'a GivenValue),
    /// 收录: the library holds it.
    Held(&'static RegionalValue),
}

impl<'a> FixedValue<'a> {
    /// 数值: how many units.
    #[must_use]
    pub fn amount(self) -> NonZeroU16 {
        match self {
            Self::Given(value) => value.amount,
            Self::Held(value) => value.amount,
        }
    }

    /// 单位: the unit.
    #[must_use]
    pub fn unit(self) -> TimeUnit {
        match self {
            Self::Given(value) => value.unit,
            Self::Held(value) => value.unit,
        }
    }

    /// 依据: the provision as one cites it; none where somebody gave the value without it.
    #[must_use]
    pub fn source(self) -> Option<String> {
        match self {
            Self::Given(value) => value.source.as_deref().map(str::to_owned),
            Self::Held(value) => Some(value.citation.to_string()),
        }
    }

    /// 说明: what is not sure about it.
    #[must_use]
    pub fn note(self) -> Option<Bilingual> {
        match self {
            Self::Given(_) => None,
            Self::Held(value) => value.note,
        }
    }

    /// The value of a parameter for a division on a day. Of several that were given that of the nearest division counts, of
    /// those the one that began last, and of those the last one given.
    pub(crate) fn of(
        given: &'a [GivenValue],
        parameter: Parameter,
        division: Option<&DivisionCode>,
        day: Date,
    ) -> Option<Self> {
        let given = given.iter().filter(|value| value.is_for(parameter, division) && value.holds_on(day));
        let given = given.max_by_key(|value| (value.depth(), value.since)).map(Self::Given);
        given.or_else(|| value_for(parameter, division?, day).map(Self::Held))
    }

    /// Whether there is a value of a parameter for a division, on whatever day.
    pub(crate) fn is_there(given: &[GivenValue], parameter: Parameter, division: Option<&DivisionCode>) -> bool {
        let region = division.and_then(|division| division.as_str().get(..2));
        given.iter().any(|value| value.is_for(parameter, division))
            || super::VALUES
                .iter()
                .any(|value| value.parameter == parameter && (value.region.is_none() || value.region == region))
    }
}
