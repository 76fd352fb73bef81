//! 地区参数: what regions fix for themselves, as dated data with its source.
//!
//! Held are parameters of Inner Mongolia (内蒙古自治区, 15). What is not held for a region is not known; no other region's
//! figure stands for it. Who has read a provision gives its value to a check ([`GivenValue`]).

mod given;

use std::num::NonZeroU16;

use super::cell::{Period, Provision, Statute};
use super::source::{DOCUMENTS_BEFORE_2023, DOCUMENTS_SINCE_2023, PENALTY_LAW};
use crate::code::DivisionCode;
use crate::codelist::{TimeUnit, closed_list};
use crate::lang::Bilingual;
use crate::model::Date;

pub use given::{FixedValue, GivenValue};

closed_list! {
    /// 地区参数名称: which parameter.
    Parameter {
        /// How long a normative document is valid that states no period, from taking effect on.
        DocumentValidity = "document_validity", "规范性文件有效期";
        /// The same where its title says 暂行 or 试行.
        TrialDocumentValidity = "trial_document_validity", "暂行、试行文件有效期";
        /// How long after the decision a change of the list is published. No value of it is held: the 20 working days of
        /// 内政发〔2021〕6号 bound that one decision, and the measures of Inner Mongolia of 2025 were not seen.
        AdjustmentPublication = "adjustment_publication", "清单调整后公布期限";
        /// How often a transfer of penalties is evaluated.
        DelegationEvaluation = "delegation_evaluation", "赋权评估周期";
    }
}

impl Parameter {
    /// What it is called.
    #[must_use]
    pub fn title(self) -> Bilingual {
        let en = match self {
            Self::DocumentValidity => "validity of normative documents",
            Self::TrialDocumentValidity => "validity of documents on trial",
            Self::AdjustmentPublication => "publication of a change of the list",
            Self::DelegationEvaluation => "evaluation of a transfer of penalties",
        };
        Bilingual { zh: self.title_zh(), en }
    }
}

/// 地区参数值: a parameter of one region in one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RegionalValue {
    /// 参数: which parameter.
    pub parameter: Parameter,
    /// 地区: the first two digits of the division code; none: wherever no region's own value is held.
    pub region: Option<&'static str>,
    /// 数值: how many units.
    pub amount: NonZeroU16,
    /// 单位: the unit; a year is twelve months.
    pub unit: TimeUnit,
    /// 依据: the provision. Whether its text was seen stands in [`super::source`].
    pub citation: Provision,
    /// 适用期间: when it applies.
    pub period: Period,
    /// 说明: what is not sure about it.
    pub note: Option<Bilingual>,
}

/// Inner Mongolia.
const NEI_MONGGOL: Option<&str> = Some("15");
/// Until the measures of 2023 took effect.
const OLD: Period = Period { from: DOCUMENTS_BEFORE_2023.1, until: Some("2023-11-30") };

const fn value(
    parameter: Parameter,
    (amount, unit): (u16, TimeUnit),
    statute: Statute,
    clause: &'static str,
    note: Option<Bilingual>,
) -> RegionalValue {
    let amount = match NonZeroU16::new(amount) {
        Some(amount) => amount,
        None => NonZeroU16::MIN,
    };
    let period = Period::since(statute.1);
    RegionalValue { parameter, region: NEI_MONGGOL, amount, unit, citation: statute.at(clause), period, note }
}

const REPORTED: Option<Bilingual> = Some(Bilingual {
    zh: "据2013年3月22日报道，条号未见；自文件实施之日起算",
    en: "after a report of 2013-03-22, the number of the clause was not seen; counted from the day the document takes effect",
});
const ASSUMED: Option<Bilingual> = Some(Bilingual {
    zh: "有效期条款未见，沿用旧办法的数值；只可用于提示",
    en: "the clause on validity was not seen; the figure is that of the former measures, and good for a hint only",
});

/// 地区参数表: all values held.
pub const VALUES: &[RegionalValue] = &[
    RegionalValue {
        period: OLD,
        ..value(Parameter::DocumentValidity, (60, TimeUnit::Month), DOCUMENTS_BEFORE_2023, "有效期条款", REPORTED)
    },
    RegionalValue {
        period: OLD,
        ..value(Parameter::TrialDocumentValidity, (24, TimeUnit::Month), DOCUMENTS_BEFORE_2023, "有效期条款", REPORTED)
    },
    value(Parameter::DocumentValidity, (60, TimeUnit::Month), DOCUMENTS_SINCE_2023, "有效期条款", ASSUMED),
    value(Parameter::TrialDocumentValidity, (24, TimeUnit::Month), DOCUMENTS_SINCE_2023, "有效期条款", ASSUMED),
    RegionalValue {
        region: None,
        ..value(
            Parameter::DelegationEvaluation,
            (24, TimeUnit::Month),
            PENALTY_LAW,
            "第二十四条第一款",
            Some(Bilingual {
                zh: "法律只规定“定期”，两年为本库的默认值",
                en: "the law says from time to time; two years is the default of this library",
            }),
        )
    },
];

/// The value of a parameter for a division on a day: that of its region, else the one for wherever none is held.
///
/// ```
/// use qingdan::law::region::{Parameter, value_for};
/// let as_of = "2026-11-23".parse()?;
/// let banner = "150625".parse()?;
/// let validity = value_for(Parameter::DocumentValidity, &banner, as_of).ok_or("not held")?;
/// assert_eq!(validity.amount.get(), 60); // months
/// assert!(validity.note.is_some()); // the clause was not seen
/// assert!(value_for(Parameter::DocumentValidity, &"511602".parse()?, as_of).is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn value_for(parameter: Parameter, division: &DivisionCode, as_of: Date) -> Option<&'static RegionalValue> {
    let of = |region: Option<&str>| {
        VALUES
            .iter()
            .find(|value| value.parameter == parameter && value.region == region && value.period.contains(as_of))
    };
    of(division.as_str().get(..2)).or_else(|| of(None))
}
