//! Items of the licensing list.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{
    Authority, Citation, Extensions, Fee, Id, IntermediaryService, ItemPeriod, Material, Organization, Ref,
    ServiceResult, Source, SpecialProcedure, Step, Text, TimeLimit, Written,
};
use crate::code::ItemCode;
use crate::codelist::{Audience, ItemLevel, ItemStatus, JointHandlingKind, Level, LicenseClass};

/// 行政许可事项: an item of the licensing list with its implementation specification.
///
/// # Source
/// 国办发〔2022〕2号 (list and specification); 行政许可法; GB/T 39048-2020 (codes).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct LicensingItem {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 名称: the official name, as written.
    pub name: Text,
    /// 事项编码: the item code in the scheme of the list; 12 characters nationally.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Written<ItemCode>>,
    /// 事项层次: main item, sub-item or business item.
    pub item_level: ItemLevel,
    /// 上级事项: the main item of a sub-item, the sub-item of a business item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Ref<LicensingItem>>,
    /// 许可类别: its class under 行政许可法 §12.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license_class: Option<LicenseClass>,
    /// 主管部门: the competent department.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub competent_department: Option<Ref<Organization>>,
    /// 实施机关: the bodies that decide, accept, review or undertake.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub authorities: Vec<Authority>,
    /// 设定依据: the provisions that set the license (行政许可法 §14–17).
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub set_by: Vec<Citation>,
    /// 实施依据: the provisions under which it is implemented.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub implemented_under: Vec<Citation>,
    /// 行使层级: the levels that exercise it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// 服务对象: for whom it is.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<Audience>,
    /// 法定办结时限: the statutory limits, one a branch (行政许可法 §42).
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub statutory_limits: Vec<TimeLimit>,
    /// 承诺办结时限: the promised limits, one a branch.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub promised_limits: Vec<TimeLimit>,
    /// 延长期限: by how much the limit may be extended, one a branch (行政许可法 §42).
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub extension_limits: Vec<TimeLimit>,
    /// 初审时限: the limits within which a lower organ reviews before a higher one decides (行政许可法 §43).
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub first_review_limits: Vec<TimeLimit>,
    /// 送达时限: the limits within which the decision or license is delivered (行政许可法 §44).
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub delivery_limits: Vec<TimeLimit>,
    /// 共同办理: several bodies handle it together (行政许可法 §26, §42).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joint_handling: Option<JointHandling>,
    /// 特别程序: steps of 行政许可法 §45 and others.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub special_procedures: Vec<SpecialProcedure>,
    /// 办理流程: the stages of the procedure.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub procedure: Vec<Step>,
    /// 许可条件: the conditions for granting, as written.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Text>,
    /// 前置事项: what must be settled first, as written.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub prerequisites: Vec<Text>,
    /// 申请材料: what an application needs.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<Material>,
    /// 中介服务: what the applicant must buy from others first (优化营商环境条例 §43).
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub intermediary_services: Vec<IntermediaryService>,
    /// 是否收费: whether a fee is charged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charges_fee: Option<bool>,
    /// 收费项目: the fees.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<Fee>,
    /// 数量限制: a limit on the number of licenses (行政许可法 §57; 优化营商环境条例 §35).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity_limit: Option<QuantityLimit>,
    /// 许可证件有效期: how long and where the license holds (行政许可法 §41, §50).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license_validity: Option<LicenseValidity>,
    /// 审批结果: what is issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<ServiceResult>,
    /// 监管主体: the bodies that supervise afterwards (行政许可法 §61).
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub supervisors: Vec<Ref<Organization>>,
    /// 上级清单事项: the id of the item in the superior level's list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superior_item: Option<Id>,
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

impl LicensingItem {
    /// A main item with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, name: Text) -> Self {
        Self {
            id,
            name,
            code: None,
            item_level: ItemLevel::Main,
            parent: None,
            license_class: None,
            competent_department: None,
            authorities: Vec::new(),
            set_by: Vec::new(),
            implemented_under: Vec::new(),
            levels: Vec::new(),
            audience: Vec::new(),
            statutory_limits: Vec::new(),
            promised_limits: Vec::new(),
            extension_limits: Vec::new(),
            first_review_limits: Vec::new(),
            delivery_limits: Vec::new(),
            joint_handling: None,
            special_procedures: Vec::new(),
            procedure: Vec::new(),
            conditions: Vec::new(),
            prerequisites: Vec::new(),
            materials: Vec::new(),
            intermediary_services: Vec::new(),
            charges_fee: None,
            fees: Vec::new(),
            quantity_limit: None,
            license_validity: None,
            result: None,
            supervisors: Vec::new(),
            superior_item: None,
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

record!(LicensingItem, |record| Some(&record.name));

/// 共同办理: how several bodies handle a license together.
///
/// # Source
/// 行政许可法 §26, §42: 45 working days, 15 of extension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct JointHandling {
    /// 办理方式: unified, joint or in one place.
    pub kind: JointHandlingKind,
    /// 共同办理时限: the limit for all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<TimeLimit>,
    /// 延长期限: by how much that limit may be extended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension: Option<TimeLimit>,
}

impl JointHandling {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(kind: JointHandlingKind) -> Self {
        Self { kind, limit: None, extension: None }
    }
}

/// 数量限制: a limit on how many licenses are granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct QuantityLimit {
    /// 限制内容: the number or the way to work it out, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Text>,
    /// 依据: the provisions that allow it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
}

impl QuantityLimit {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new() -> Self {
        Self { limit: None, basis: Vec::new() }
    }
}

impl Default for QuantityLimit {
    fn default() -> Self {
        Self::new()
    }
}

/// 许可证件效力: how long and where a license holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct LicenseValidity {
    /// 有效期限: how long, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Text>,
    /// 有效地域: where, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub territory: Option<Text>,
    /// 申请延续的提前时间: how long before the end a renewal is applied for (行政许可法 §50).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renewal_lead_time: Option<TimeLimit>,
    /// 依据: the provisions that say so.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
}

impl LicenseValidity {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new() -> Self {
        Self { period: None, territory: None, renewal_lead_time: None, basis: Vec::new() }
    }

    /// Whether the license ends after a time: 长期 is no period, nor is 与主证一致.
    pub(crate) fn states_period(&self) -> bool {
        const NO_END: [&str; 5] = ["长期", "永久", "终身", "无期限", "无限期"];
        let Some(period) = self.period.as_ref().map(Text::as_str) else { return false };
        let has_number = period.contains(|c: char| c.is_ascii_digit() || crate::numeral::is_numeral(c));
        has_number
            && period.contains(['年', '月', '日', '天', '周'])
            && !NO_END.iter().any(|words| period.contains(words))
    }
}

impl Default for LicenseValidity {
    fn default() -> Self {
        Self::new()
    }
}
