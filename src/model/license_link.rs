//! Links from materials to e-licenses: 免证办.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{Extensions, Id, LicenseType, Ref, ServiceItem, Source, Text};
use crate::codelist::{LinkState, SubstitutionMode};

/// 证照关联: what stands in for one material of one service item.
///
/// # Source
/// 国务院令第716号 §7, §9–10; 优化营商环境条例 §37.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct LicenseLink {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 名称: the name of the link, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// 政务服务事项: the service item.
    pub service_item: Ref<ServiceItem>,
    /// 材料: the id of the material within that item.
    pub material: Id,
    /// 电子证照类型: the license type that stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license_type: Option<Ref<LicenseType>>,
    /// 免证方式: what stands in for the material.
    pub mode: SubstitutionMode,
    /// 关联状态: how far it has come.
    pub state: LinkState,
    /// 来源: where in the source the record stands; provenance only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// 扩展: what others add, under keys `vendor:name` or the header text of a column; kept as it is.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl LicenseLink {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, service_item: Ref<ServiceItem>, material: Id, mode: SubstitutionMode, state: LinkState) -> Self {
        Self {
            id,
            name: None,
            service_item,
            material,
            license_type: None,
            mode,
            state,
            source: None,
            extensions: Extensions::default(),
        }
    }
}

record!(LicenseLink, |record| record.name.as_ref());
