//! One statistic: what is counted, in which unit, of which group.

use std::num::NonZeroU64;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::definition::Definition;
use super::rate::Rate;
use crate::codelist::{CountingUnit, FigureUnit, TimeUnit, closed_list};
use crate::model::{Counts, Decimal, Kind};

/// Rates are given with two digits after the point, as reports print them.
pub(super) const PERCENT_DECIMALS: u32 = 2;

/// 计数对象: records of a kind in a counting unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct CountOf {
    /// 记录类型: the kind of the records counted.
    pub kind: Kind,
    /// 计数单位: the unit.
    pub unit: CountingUnit,
}

impl CountOf {
    /// Records of a kind in a counting unit.
    #[must_use]
    pub fn new(kind: Kind, unit: CountingUnit) -> Self {
        Self { kind, unit }
    }

    /// What a published figure counts, where that is records of the catalog in a unit of the catalog.
    #[must_use]
    pub fn published(counts: &Counts) -> Option<Self> {
        match (counts.kind, &counts.subject, &counts.unit) {
            (Some(kind), None, Some(FigureUnit::Counting(unit))) => Some(Self { kind, unit: *unit }),
            _ => None,
        }
    }
}

/// 统计项: one statistic with its counting unit, numerator, denominator and definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Statistic {
    /// 统计口径: how it is counted; [`Definition::text`] says it in words.
    pub definition: Definition,
    /// 计数对象: the kind of records counted, and the counting unit.
    pub counts: CountOf,
    /// 时限单位: the unit of time of the limits summed up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_unit: Option<TimeUnit>,
    /// 分组: the group counted; none: the whole catalog.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// 分子: the number counted; none for a mean, and where promises are longer than the statutory limits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<u64>,
    /// 分母: the number over which the rate is taken; none for a plain number, and where it is 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<NonZeroU64>,
    /// 百分比: the rate in per cent with two decimals, rounded half up; never 100 unless it is all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<Decimal>,
    /// 未说明数: how many records do not state what the statistic asks; none of them is in the numerator.
    pub unstated: u64,
}

impl Statistic {
    /// The rate, where it is one of whole numbers.
    #[must_use]
    pub fn rate(&self) -> Option<Rate> {
        Some(Rate::new(self.numerator?, self.denominator?))
    }

    /// What was counted, in figures: `1480`, `1425 / 1480 = 96.28 %` or `78.98 %`; none where nothing was.
    #[must_use]
    pub fn in_figures(&self) -> Option<String> {
        match (self.numerator, self.denominator, &self.percent) {
            (Some(part), Some(whole), Some(percent)) => Some(format!("{part} / {whole} = {percent} %")),
            (Some(number), _, _) => Some(number.to_string()),
            (None, _, percent) => percent.as_ref().map(|percent| format!("{percent} %")),
        }
    }
}

/// A statistic of the whole catalog.
pub(super) fn statistic(definition: Definition, counts: CountOf, numerator: u64, whole: Option<u64>) -> Statistic {
    let denominator = whole.and_then(NonZeroU64::new);
    Statistic {
        definition,
        counts,
        time_unit: None,
        group: None,
        numerator: Some(numerator),
        denominator,
        percent: denominator.map(|whole| Rate::new(numerator, whole).percent(PERCENT_DECIMALS)),
        unstated: 0,
    }
}

/// 分组: records that have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Group {
    /// 分组维度: what they have in common.
    pub by: Dimension,
    /// 分组键: the wire name of the type, level or rank, or the id of the body; `unknown` for a rank that is not known.
    pub key: String,
    /// 分组名称: the official Chinese title of the type, level or rank, or the name of the body.
    pub title: String,
}

closed_list! {
    /// 分组维度: by what records are grouped.
    Dimension {
        ItemType = "item_type", "事项类型";
        Level = "level", "行使层级";
        /// The deciding bodies of licensing and power items, the implementing body of a service; an item of two bodies
        /// counts with both.
        Organization = "organization", "实施机构";
        /// The township to which the body belongs; of delegated powers, the township that receives them.
        Township = "township", "苏木乡镇";
        /// The rank of the highest instrument that sets a license: of an instrument that is held or that the catalog
        /// describes.
        BasisRank = "basis_rank", "设定依据位阶";
        /// The highest rank stated, where of the instruments that set a license none is held.
        BasisRankStated = "basis_rank_stated", "设定依据位阶（按所填，法规库未收录）";
    }
}
