//! Several items handled as one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{Extensions, Id, Organization, Ref, ServiceItem, Source, Text, TimeLimit};

/// 一件事一次办: several service items handled as one.
///
/// # Source
/// 国发〔2022〕5号; 内政发〔2024〕15号.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Bundle {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 名称: the official name, as written.
    pub name: Text,
    /// 牵头部门: the body in the lead.
    pub lead: Ref<Organization>,
    /// 配合部门: the other bodies.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Ref<Organization>>,
    /// 涉及事项: the items.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<BundleItem>,
    /// 办理渠道: online, at the window, or both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<BundleChannels>,
    /// 标准化: whether it is standardised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standardized: Option<bool>,
    /// 改革前: what the parts took one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Effort>,
    /// 改革后: what the bundle takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Effort>,
    /// 来源: where in the source the record stands; provenance only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// 扩展: what others add, under keys `vendor:name` or the header text of a column; kept as it is.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl Bundle {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, name: Text, lead: Ref<Organization>) -> Self {
        Self {
            id,
            name,
            lead,
            partners: Vec::new(),
            items: Vec::new(),
            channels: None,
            standardized: None,
            before: None,
            after: None,
            source: None,
            extensions: Extensions::default(),
        }
    }
}

record!(Bundle, |record| Some(&record.name));

/// 涉及事项: one item of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct BundleItem {
    /// 政务服务事项: the item.
    pub service_item: Ref<ServiceItem>,
    /// 是否必办: whether every applicant needs it.
    pub required: bool,
}

impl BundleItem {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(service_item: Ref<ServiceItem>, required: bool) -> Self {
        Self { service_item, required }
    }
}

/// 办理渠道: where a bundle can be handled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct BundleChannels {
    /// 线上: online.
    pub online: bool,
    /// 线下: at the window.
    pub offline: bool,
}

impl BundleChannels {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(online: bool, offline: bool) -> Self {
        Self { online, offline }
    }
}

/// 办理成本: limits, materials and visits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Effort {
    /// 办理时限: the limits.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<TimeLimit>,
    /// 材料数: how many materials.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub materials: Option<u16>,
    /// 跑动次数: how many visits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visits: Option<u8>,
}

impl Effort {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new() -> Self {
        Self { limits: Vec::new(), materials: None, visits: None }
    }
}

impl Default for Effort {
    fn default() -> Self {
        Self::new()
    }
}
