//! Types of electronic licenses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{Extensions, Id, Organization, Ref, Source, Text, Written};
use crate::code::LicenseTypeCode;

/// 电子证照类型: a type of electronic license.
///
/// # Source
/// GB/T 36902-2018 (directory), GB/T 36904-2018 (type code, 21 characters).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct LicenseType {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 名称: the official name, as written.
    pub name: Text,
    /// 证照类型代码: the type code; the credit code of the defining body and three digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Written<LicenseTypeCode>>,
    /// 证照定义机构: the body that defined the type, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub defining_body: Option<Text>,
    /// 证照颁发机构: the body that issues licenses of the type here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Ref<Organization>>,
    /// 可提供签章件: whether sealed copies can be had, which 免证办 needs (国务院令第716号 §9).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sealed_available: Option<bool>,
    /// 来源: where in the source the record stands; provenance only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// 扩展: what others add, under keys `vendor:name` or the header text of a column; kept as it is.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl LicenseType {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, name: Text) -> Self {
        Self {
            id,
            name,
            code: None,
            defining_body: None,
            issuer: None,
            sealed_available: None,
            source: None,
            extensions: Extensions::default(),
        }
    }
}

record!(LicenseType, |record| Some(&record.name));
