//! Numbers that somebody printed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kind::record;
use super::{Date, Decimal, Extensions, Id, Kind, Organization, Ref, Source, Text, Written};
use crate::code::DivisionCode;
use crate::codelist::{CountingUnit, Level, Measure, Metric};

/// 公布数据: a number in a report, as a claim about the catalog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct PublishedFigure {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 原文表述: the sentence that holds the number, as printed.
    pub statement: Text,
    /// 指标: what it measures.
    pub metric: Metric,
    /// 度量: a count or a rate.
    pub measure: Measure,
    /// 计数对象: what is counted, in which unit.
    pub counts: Counts,
    /// 统计范围: the level, body or division to which it is limited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<FigureScope>,
    /// 数值: the number; a rate in per cent.
    pub value: Decimal,
    /// 总数: the number over which a rate is taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Decimal>,
    /// 分项: the parts that add up to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<FigurePart>,
    /// 口径: how it is said to be counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<Text>,
    /// 来源网址: where it was printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_url: Option<Text>,
    /// 统计日期: the day for which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Written<Date>>,
    /// 来源: where in the source the record stands; provenance only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// 扩展: what others add, under keys `vendor:name` or the header text of a column; kept as it is.
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl PublishedFigure {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, statement: Text, metric: Metric, measure: Measure, counts: Counts, value: Decimal) -> Self {
        Self {
            id,
            statement,
            metric,
            measure,
            counts,
            scope: None,
            value,
            total: None,
            parts: Vec::new(),
            definition: None,
            source_url: None,
            as_of: None,
            source: None,
            extensions: Extensions::default(),
        }
    }
}

record!(PublishedFigure, |record| Some(&record.statement));

/// 计数对象: records of a kind in a counting unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Counts {
    /// 记录类型: the kind of the records counted.
    pub kind: Kind,
    /// 计数单位: the unit.
    pub unit: CountingUnit,
}

impl Counts {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(kind: Kind, unit: CountingUnit) -> Self {
        Self { kind, unit }
    }
}

/// 统计范围: the part of the catalog to which a figure is limited. Where several are stated, all must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct FigureScope {
    /// 层级: the level of the bodies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// 机构: the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Ref<Organization>>,
    /// 行政区划: the division of the bodies; those of divisions within it count too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub division: Option<Written<DivisionCode>>,
}

impl FigureScope {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new() -> Self {
        Self { level: None, organization: None, division: None }
    }
}

impl Default for FigureScope {
    fn default() -> Self {
        Self::new()
    }
}

/// 分项: one part of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct FigurePart {
    /// 名称: what the part is called.
    pub label: Text,
    /// 数值: its number.
    pub value: Decimal,
}

impl FigurePart {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(label: Text, value: Decimal) -> Self {
        Self { label, value }
    }
}
