//! Issued electronic licenses.

use std::num::NonZeroU16;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{Date, Extensions, Id, LicenseType, Organization, Ref, Source, Text, Written};
use crate::code::LicenseIdentifier;
use crate::codelist::LicenseStatus;

/// 电子证照: one issued license.
///
/// # Source
/// GB/T 36903-2018 (metadata), GB/T 36904-2018 (identifier); 行政许可法 §69–70 (state); 国务院令第716号 §9 (seal).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct License {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 证照名称: the name of the license.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// 电子证照标识: the license identifier.
    pub identifier: Written<LicenseIdentifier>,
    /// 证照类型: its type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license_type: Option<Ref<LicenseType>>,
    /// 颁发机构: the body that issued it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Ref<Organization>>,
    /// 颁发日期: the day of issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Written<Date>>,
    /// 有效期起始: the first day of validity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Written<Date>>,
    /// 有效期截止: the last day of validity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Written<Date>>,
    /// 版本号: the version, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<NonZeroU16>,
    /// 证照状态: its present state.
    pub status: LicenseStatus,
    /// 状态变更: the states it has had, oldest first; the last one is the present one.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub status_history: Vec<StatusChange>,
    /// 电子签章: its seal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
    /// 来源: where in the source the record stands; provenance only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// 扩展: what others add, under keys `vendor:name` or the header text of a column; kept as it is.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl License {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, identifier: Written<LicenseIdentifier>, status: LicenseStatus) -> Self {
        Self {
            id,
            name: None,
            identifier,
            license_type: None,
            issuer: None,
            issued_on: None,
            valid_from: None,
            valid_until: None,
            version: None,
            status,
            status_history: Vec::new(),
            seal: None,
            source: None,
            extensions: Extensions::default(),
        }
    }
}

record!(License, |record| record.name.as_ref());

/// 状态变更: a state and the day from which it held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct StatusChange {
    /// 状态: the state.
    pub status: LicenseStatus,
    /// 日期: the day from which it held.
    pub on: Written<Date>,
}

impl StatusChange {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(status: LicenseStatus, on: Written<Date>) -> Self {
        Self { status, on }
    }
}

/// 电子签章: the electronic seal. Source: GB/T 38540-2020.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Seal {
    /// 是否签章: whether the license is sealed.
    pub sealed: bool,
    /// 签章日期: the day of sealing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sealed_on: Option<Written<Date>>,
    /// 验章结果: whether the seal was verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified: Option<bool>,
}

impl Seal {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(sealed: bool) -> Self {
        Self { sealed, sealed_on: None, verified: None }
    }
}
