//! The bodies that hold and exercise powers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{Citation, Date, Extensions, Id, Ref, Source, Text, Written};
use crate::code::{CreditCode, DivisionCode, OrganizationCode};
use crate::codelist::{Level, OrganizationKind};

/// 组织机构: a government, department, township, institution or other body of the catalog.
///
/// # Source
/// 行政许可法 §22–24 and 行政处罚法 §17–21 for what a body may be given; GB 32100 and GB 11714 for its codes.
///
/// ```
/// use qingdan::codelist::OrganizationKind;
/// use qingdan::model::Organization;
/// let water = Organization::new("water".parse()?, "杭锦旗水利局".parse()?, OrganizationKind::Department);
/// assert!(water.credit_code.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Organization {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 名称: the official name, as written.
    pub name: Text,
    /// 别名: other names and former names by which lists call the body.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// 统一社会信用代码: the credit code, GB 32100; 18 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_code: Option<Written<CreditCode>>,
    /// 组织机构代码: the organization code, GB 11714; 9 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization_code: Option<Written<OrganizationCode>>,
    /// 行政区划代码: the division in which the body acts, GB/T 2260; 6, 9 or 12 digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub division: Option<Written<DivisionCode>>,
    /// 层级: the level of government to which the body belongs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// 机构类别: what the body is in law.
    pub kind: OrganizationKind,
    /// 上级机构: the body that it is part of or dispatched by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Ref<Organization>>,
    /// 相对集中行政权: the decision by which it exercises the powers of several organs (行政许可法 §25; 行政处罚法 §18).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concentration: Option<Concentration>,
    /// 是否具有管理公共事务职能: whether it has public functions, which an entrusted organization needs (行政处罚法 §21).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manages_public_affairs: Option<bool>,
    /// 是否经确认公告为行政执法主体: whether it is confirmed and made public as a body that enforces the law (行政执法监督条例 §17).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enforcement_body_confirmed: Option<bool>,
    /// 撤销: when the body ceased to exist, and its successor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abolished: Option<Abolition>,
    /// 来源: where in the source the record stands; provenance only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// 扩展: what others add, under keys `vendor:name` or the header text of a column; kept as it is.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl Organization {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, name: Text, kind: OrganizationKind) -> Self {
        Self {
            id,
            name,
            aliases: Vec::new(),
            credit_code: None,
            organization_code: None,
            division: None,
            level: None,
            kind,
            parent: None,
            concentration: None,
            manages_public_affairs: None,
            enforcement_body_confirmed: None,
            abolished: None,
            source: None,
            extensions: Extensions::default(),
        }
    }
}

record!(Organization, |record| Some(&record.name));

/// 机构撤销: the end of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Abolition {
    /// 撤销日期: the day from which the body no longer exists.
    pub on: Written<Date>,
    /// 承继机构: the body that took over its functions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub successor: Option<Ref<Organization>>,
}

impl Abolition {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(on: Written<Date>) -> Self {
        Self { on, successor: None }
    }
}

/// 相对集中行政权: the decision that one organ exercises the powers of several.
///
/// # Source
/// 行政许可法 §25: the State Council approves, the province decides; 行政处罚法 §18: the State Council or the province
/// decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Concentration {
    /// 决定机关: the body that decided, where it is one of this catalog.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Ref<Organization>>,
    /// 决定层级: its level of government.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// 决定文件: the decision, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Text>,
    /// 依据: the provisions and approvals on which it rests.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
}

impl Concentration {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new() -> Self {
        Self { decided_by: None, level: None, decision: None, basis: Vec::new() }
    }
}

impl Default for Concentration {
    fn default() -> Self {
        Self::new()
    }
}
