//! Rows of the power and responsibility list.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{
    Authority, Citation, Decimal, Extensions, Id, ItemPeriod, LicensingItem, Organization, Ref, Source, Step, Text,
    TimeLimit, Written,
};
use crate::code::ItemCode;
use crate::codelist::{
    CoercionKind, Initiation, ItemLevel, ItemStatus, ItemType, Level, PenaltyKind, PowerSource, RemedyKind,
};

/// 权责清单事项: a power with its basis, responsibilities and accountability.
///
/// # Source
/// 中办发〔2015〕21号; 内政发〔2021〕6号.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct PowerItem {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 名称: the official name, as written.
    pub name: Text,
    /// 职权编码: the item code in the scheme of the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Written<ItemCode>>,
    /// 事项层次: main item, sub-item or business item.
    pub item_level: ItemLevel,
    /// 上级事项: the main item of a sub-item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Ref<PowerItem>>,
    /// 权力类型: the type of the power.
    pub power_type: ItemType,
    /// 设定依据: the provisions that give the power.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// 主管部门: the competent department.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub competent_department: Option<Ref<Organization>>,
    /// 行使主体: the bodies that exercise it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub authorities: Vec<Authority>,
    /// 行使层级: the levels that exercise it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// 行使内容: what of the power is exercised here, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Text>,
    /// 部门职责: the duties of the department from which the power follows, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duties: Option<Text>,
    /// 权力来源: where the power comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub power_source: Option<PowerSource>,
    /// 启动方式: on application or ex officio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub initiation: Option<Initiation>,
    /// 前置事项: what must be settled first, as written.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub prerequisites: Vec<Text>,
    /// 是否适用简易程序: whether a penalty may be decided on the spot (行政处罚法 §51).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary_procedure: Option<bool>,
    /// 责任事项: the responsibilities, stage by stage.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub responsibilities: Vec<Step>,
    /// 追责情形: the circumstances in which somebody answers for it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub accountability: Vec<Accountability>,
    /// 监督方式: how to complain, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supervision: Option<Text>,
    /// 救济渠道: how one contests what was decided.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<Remedy>,
    /// 处罚种类和幅度: the kinds of penalty with their range.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub penalties: Vec<Penalty>,
    /// 裁量基准: which penalty or treatment goes with which circumstances (行政处罚法 §34).
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub discretion: Vec<Discretion>,
    /// 强制方式: the coercive measures or ways of execution.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub coercion: Vec<Coercion>,
    /// 办理时限: the limits of the procedure.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<TimeLimit>,
    /// 对应许可事项: the item of the licensing list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licensing_item: Option<Ref<LicensingItem>>,
    /// 事项状态: whether it is exercised at present.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ItemStatus>,
    /// 有效期间: the days from and to which it is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<ItemPeriod>,
    /// 来源: where in the source the record stands; provenance only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// 扩展: what others add, under keys `vendor:name` or the header text of a column; kept as it is.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl PowerItem {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, name: Text, power_type: ItemType) -> Self {
        Self {
            id,
            name,
            code: None,
            item_level: ItemLevel::Main,
            parent: None,
            power_type,
            basis: Vec::new(),
            competent_department: None,
            authorities: Vec::new(),
            levels: Vec::new(),
            scope: None,
            duties: None,
            power_source: None,
            initiation: None,
            prerequisites: Vec::new(),
            summary_procedure: None,
            responsibilities: Vec::new(),
            accountability: Vec::new(),
            supervision: None,
            remedies: Vec::new(),
            penalties: Vec::new(),
            discretion: Vec::new(),
            coercion: Vec::new(),
            limits: Vec::new(),
            licensing_item: None,
            status: None,
            period: None,
            source: None,
            extensions: Extensions::default(),
        }
    }

    /// Whether the item is in force as far as its status says; an item without a status is.
    #[must_use]
    pub fn in_force(&self) -> bool {
        self.status != Some(ItemStatus::Cancelled)
    }
}

record!(PowerItem, |record| Some(&record.name));

/// 追责情形: who answers for what. Source: 中办发〔2015〕21号.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Accountability {
    /// 追责对象: who answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Text>,
    /// 情形: for what, as written.
    pub circumstance: Text,
    /// 追责依据: the provisions that say so.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
}

impl Accountability {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(circumstance: Text) -> Self {
        Self { subject: None, circumstance, basis: Vec::new() }
    }
}

/// 处罚: a kind of penalty and its range. Source: 行政处罚法 §9.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Penalty {
    /// 处罚种类: the kind under 行政处罚法 §9.
    pub kind: PenaltyKind,
    /// 处罚幅度: the range, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Text>,
    /// 罚款上限: the most that the fine can be, in yuan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Decimal>,
    /// 依据: the provisions that set it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
}

impl Penalty {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(kind: PenaltyKind) -> Self {
        Self { kind, range: None, maximum: None, basis: Vec::new() }
    }
}

/// 强制: a coercive measure or way of execution. Source: 行政强制法 §9, §12.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Coercion {
    /// 强制方式: which measure or way of execution.
    pub measure: CoercionKind,
    /// 依据: the provisions that set it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// 强制期限: how long the measure may last (行政强制法 §25, §32).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<TimeLimit>,
    /// 延长期限: by how much that may be extended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension: Option<TimeLimit>,
}

impl Coercion {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(measure: CoercionKind) -> Self {
        Self { measure, basis: Vec::new(), limit: None, extension: None }
    }
}

/// 救济渠道: one way to contest what was decided.
///
/// # Source
/// 行政处罚法 §7, §59; 行政复议法; 行政诉讼法.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Remedy {
    /// 救济途径: which way.
    pub kind: RemedyKind,
    /// 内容: where and within which time, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

impl Remedy {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(kind: RemedyKind) -> Self {
        Self { kind, text: None }
    }
}

/// 裁量基准: one step of the benchmarks of discretion.
///
/// # Source
/// 行政处罚法 §34; 国办发〔2022〕27号.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Discretion {
    /// 裁量情形: in which circumstances, as written.
    pub circumstance: Text,
    /// 裁量幅度: what is then imposed or granted, as written.
    pub range: Text,
}

impl Discretion {
    /// The step of a circumstance.
    #[must_use]
    pub fn new(circumstance: Text, range: Text) -> Self {
        Self { circumstance, range }
    }
}
