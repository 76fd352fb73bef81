//! Time limits, as printed.

use std::num::NonZeroU16;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Citation, Text};
use crate::codelist::{Channel, TimeUnit};

/// 时限: an amount of time in the unit in which it is printed.
///
/// Limits stand in lists, one a branch. An item handled on the spot has `handling: immediate` and no limit.
///
/// # Source
/// 行政许可法 §42–45, §82; 优化营商环境条例 §36.
///
/// ```
/// use qingdan::codelist::TimeUnit;
/// use qingdan::model::TimeLimit;
/// let limit = TimeLimit::working_days(45)?.on("《取水许可和水资源费征收管理条例》第十九条".parse()?);
/// assert_eq!(limit.unit, TimeUnit::WorkingDay);
/// assert_eq!(limit.basis.len(), 1);
/// # Ok::<(), qingdan::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct TimeLimit {
    /// 数值: how many units, from 1.
    pub amount: NonZeroU16,
    /// 单位: the unit in which the limit is printed.
    pub unit: TimeUnit,
    /// 情形: the branch of the procedure to which the limit belongs; none: all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub branch: Option<Branch>,
    /// 时限依据: the provisions that fix the limit.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// 说明: what else is printed about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl TimeLimit {
    /// A limit in a unit.
    ///
    /// # Errors
    /// [`ZeroLimit`] when the amount is 0.
    pub fn new(amount: u16, unit: TimeUnit) -> Result<Self, ZeroLimit> {
        let amount = NonZeroU16::new(amount).ok_or(ZeroLimit)?;
        Ok(Self { amount, unit, branch: None, basis: Vec::new(), note: None })
    }

    /// A limit in working days.
    ///
    /// # Errors
    /// [`ZeroLimit`] when there are none.
    pub fn working_days(amount: u16) -> Result<Self, ZeroLimit> {
        Self::new(amount, TimeUnit::WorkingDay)
    }

    /// The limit with one more provision that fixes it.
    #[must_use]
    pub fn on(mut self, basis: Citation) -> Self {
        self.basis.push(basis);
        self
    }

    /// The amount in Chinese: 25个工作日, 20日.
    pub(crate) fn in_chinese(&self) -> String {
        let measure = if self.unit == TimeUnit::Day { "" } else { "个" };
        format!("{}{measure}{}", self.amount, self.unit.title_zh())
    }

    /// The amount in English: 25 working days.
    pub(crate) fn in_english(&self) -> String {
        let unit = self.unit.as_str().replace('_', " ");
        let plural = if self.amount.get() == 1 { "" } else { "s" };
        format!("{} {unit}{plural}", self.amount)
    }
}

/// A time limit of nothing. Lists print 0 for an item that is handled on the spot, which is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a time limit of 0 was given; for what is handled on the spot leave the limit out and set `handling` to `immediate`"
)]
#[non_exhaustive]
pub struct ZeroLimit;

/// 情形: a branch of a procedure with a limit of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Branch {
    /// 告知承诺: whether it is the branch of notification and commitment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitment: Option<bool>,
    /// 办理渠道: the way to apply to which it belongs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// 说明: the branch as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
