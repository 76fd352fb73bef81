//! Service items with their implementation lists.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{
    Citation, Extensions, Fee, Id, IntermediaryService, ItemPeriod, LicensingItem, Material, Organization, PowerItem,
    Ref, ServiceResult, Source, SpecialProcedure, Step, Text, TimeLimit, Written,
};
use crate::code::{BaseCode, BusinessCode, ImplementationCode, ItemCode};
use crate::codelist::{
    Audience, BodyNature, Channel, Handling, Initiation, ItemLevel, ItemStatus, ItemType, OnlineDepth, PowerSource,
};

/// 政务服务事项: an item that citizens and enterprises apply for, with its implementation list.
///
/// # Source
/// C 0109 (elements of the implementation list); GB/T 39554.1-2020 (codes); 国务院令第716号.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ServiceItem {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 名称: the official name, as written.
    pub name: Text,
    /// 基本编码: the base code, 12 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_code: Option<Written<BaseCode>>,
    /// 实施编码: the implementation code, 31 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub implementation_code: Option<Written<ImplementationCode>>,
    /// 业务办理项编码: the business code, 33 or 14 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business_code: Option<Written<BusinessCode>>,
    /// 地方编码: codes in provincial schemes, as written.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub local_codes: Vec<Written<ItemCode>>,
    /// 事项层次: main item, sub-item or business item.
    pub item_level: ItemLevel,
    /// 上级事项: the item of which it is a part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Ref<ServiceItem>>,
    /// 事项类型: the type of the service.
    pub service_type: ItemType,
    /// 实施主体: the implementing body.
    pub organization: Ref<Organization>,
    /// 实施主体性质: by what title the body acts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_nature: Option<BodyNature>,
    /// 权力来源: where the power comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub power_source: Option<PowerSource>,
    /// 委托部门: the body that entrusted the power.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entrusted_by: Option<Ref<Organization>>,
    /// 对应权责事项: the row of the power list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub power_item: Option<Ref<PowerItem>>,
    /// 对应许可事项: the item of the licensing list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licensing_item: Option<Ref<LicensingItem>>,
    /// 设定依据: the provisions it rests on.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// 启动方式: on application or ex officio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub initiation: Option<Initiation>,
    /// 服务对象: for whom it is.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<Audience>,
    /// 办件类型: decided on the spot or within a promised limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handling: Option<Handling>,
    /// 法定办结时限: the statutory limits, one a branch.
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
    /// 网上办理: how far it goes online.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub online: Option<Online>,
    /// 到办事现场次数: how many times the applicant must come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visits: Option<u8>,
    /// 必须现场办理的原因: why the applicant must come, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visit_reason: Option<Text>,
    /// 办理形式: the ways to apply.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
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
    /// 特别程序: hearings, testing, expert review and the like.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub special_procedures: Vec<SpecialProcedure>,
    /// 办理流程: the stages of the procedure.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub procedure: Vec<Step>,
    /// 审批结果: what comes out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<ServiceResult>,
    /// 事项状态: whether it is offered at present.
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

impl ServiceItem {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, name: Text, service_type: ItemType, organization: Ref<Organization>) -> Self {
        Self {
            id,
            name,
            base_code: None,
            implementation_code: None,
            business_code: None,
            local_codes: Vec::new(),
            item_level: ItemLevel::Main,
            parent: None,
            service_type,
            organization,
            body_nature: None,
            power_source: None,
            entrusted_by: None,
            power_item: None,
            licensing_item: None,
            basis: Vec::new(),
            initiation: None,
            audience: Vec::new(),
            handling: None,
            statutory_limits: Vec::new(),
            promised_limits: Vec::new(),
            extension_limits: Vec::new(),
            first_review_limits: Vec::new(),
            delivery_limits: Vec::new(),
            online: None,
            visits: None,
            visit_reason: None,
            channels: Vec::new(),
            prerequisites: Vec::new(),
            materials: Vec::new(),
            intermediary_services: Vec::new(),
            charges_fee: None,
            fees: Vec::new(),
            special_procedures: Vec::new(),
            procedure: Vec::new(),
            result: None,
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

record!(ServiceItem, |record| Some(&record.name));

/// 网上办理: how far a service goes online.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Online {
    /// 是否网办: whether one can at least apply online.
    pub available: bool,
    /// 全程网办: whether all of it goes online.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full: Option<bool>,
    /// 网上办理深度: the steps that go online.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub depth: Vec<OnlineDepth>,
    /// 网办地址: where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
}

impl Online {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(available: bool) -> Self {
        Self { available, full: None, depth: Vec::new(), url: None }
    }
}
