//! Numbers that somebody printed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{Date, Decimal, Extensions, Id, Kind, Organization, Ref, Source, Text, Written};
use crate::code::DivisionCode;
use crate::codelist::{CountingUnit, FigureUnit, ItemType, Level, Measure, Metric};

/// 公布数据: a number in a report.
///
/// It is a claim about the catalog where its metric and what it counts are of the catalog. Any other number may stand
/// here too (12345 工单, 调解案件): what it counts is then said in words, and it is judged as far as it can be.
///
/// ```
/// use qingdan::codelist::Measure;
/// use qingdan::model::{Counts, PublishedFigure};
/// let mut figure =
///     PublishedFigure::new("calls".parse()?, "受理12345工单6802件".parse()?, Measure::Count, "6802".parse()?);
/// figure.counts = Some(Counts::of_subject("12345工单".parse()?, "件".parse()?));
/// assert!(figure.metric.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct PublishedFigure {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 原文表述: the sentence that holds the number, as printed.
    pub statement: Text,
    /// 指标: what it measures; none for a figure outside the catalog.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric: Option<Metric>,
    /// 度量: a count or a rate.
    pub measure: Measure,
    /// 计数对象: what is counted, in which unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
    /// 统计范围: the level, body or division to which it is limited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<FigureScope>,
    /// 数值: the number; a rate in per cent.
    pub value: Decimal,
    /// 分子: the number of which a rate is the share, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Decimal>,
    /// 总数: the number over which a rate is taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Decimal>,
    /// 分项: the parts that add up to it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<FigurePart>,
    /// 其中: numbers within it, which need not add up to it and may overlap.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub of_which: Vec<FigureSubset>,
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
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl PublishedFigure {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, statement: Text, measure: Measure, value: Decimal) -> Self {
        Self {
            id,
            statement,
            metric: None,
            measure,
            counts: None,
            scope: None,
            value,
            numerator: None,
            total: None,
            parts: Vec::new(),
            of_which: Vec::new(),
            definition: None,
            source_url: None,
            as_of: None,
            source: None,
            extensions: Extensions::default(),
        }
    }
}

record!(PublishedFigure, |record| Some(&record.statement));

/// 计数对象: records of a kind in a counting unit, or what the catalog does not hold, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Counts {
    /// 记录类型: the kind of the records counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// 统计对象: what is counted, in words, where it is no kind of record: `12345工单`, `调解案件`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Text>,
    /// 计数单位: the unit, by its code or in words: `件`, `户`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<FigureUnit>,
}

impl Counts {
    /// Records of the catalog.
    #[must_use]
    pub fn new(kind: Kind, unit: CountingUnit) -> Self {
        Self { kind: Some(kind), subject: None, unit: Some(FigureUnit::Counting(unit)) }
    }

    /// What the catalog does not hold.
    #[must_use]
    pub fn of_subject(subject: Text, unit: Text) -> Self {
        Self { kind: None, subject: Some(subject), unit: Some(unit.into()) }
    }
}

/// 统计范围: the part of the catalog to which a figure is limited: bodies, and types of items. Where several are stated, all must hold.
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
    /// 事项类型: the type of the items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_type: Option<ItemType>,
}

impl FigureScope {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new() -> Self {
        Self { level: None, organization: None, division: None, item_type: None }
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
    /// 计数对象: what the part counts, where that can be counted in the catalog; else as for the whole figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
    /// 统计范围: the level, body or division to which the part is limited, in place of that of the whole figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<FigureScope>,
}

impl FigurePart {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(label: Text, value: Decimal) -> Self {
        Self { label, value, counts: None, scope: None }
    }
}

/// 其中: a number within a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct FigureSubset {
    /// 名称: what it is called.
    pub label: Text,
    /// 数值: its number.
    pub value: Decimal,
}

impl FigureSubset {
    /// A number within a figure.
    #[must_use]
    pub fn new(label: Text, value: Decimal) -> Self {
        Self { label, value }
    }
}
