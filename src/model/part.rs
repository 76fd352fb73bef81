//! Parts that several kinds of records share.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Citation, Date, Id, LicenseType, Organization, Ref, Text, TimeLimit, Written};
use crate::codelist::{
    AuthorityRole, BodyNature, FeeKind, MaterialForm, MaterialKind, MaterialNecessity, MaterialOrigin, ResultKind,
    SpecialProcedureKind, Stage, TimeUnit,
};

/// 实施机关: a body and its role in an item.
///
/// # Source
/// 行政许可法 §22–26; only the role `decide` exercises the power.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Authority {
    /// 机构: the body.
    pub organization: Ref<Organization>,
    /// 实施角色: what it does in the item.
    pub role: AuthorityRole,
    /// 实施主体性质: by what title it acts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nature: Option<BodyNature>,
    /// 授权或者委托依据: the provisions by which it acts.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// 委托机关: the body that entrusted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entrusted_by: Option<Ref<Organization>>,
}

impl Authority {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(organization: Ref<Organization>, role: AuthorityRole) -> Self {
        Self { organization, role, nature: None, basis: Vec::new(), entrusted_by: None }
    }
}

/// 申请材料: a document that an application needs.
///
/// # Source
/// 行政许可法 §31; 优化营商环境条例 §35, §44; 国务院令第716号 §7 (what can be shared is not demanded).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Material {
    /// 标识: the key of the material within its item, which license links use.
    pub id: Id,
    /// 材料名称: the name, as written.
    pub name: Text,
    /// 材料类型: a form, a document, or a proof issued for this purpose.
    pub kind: MaterialKind,
    /// 要求提供材料的依据: the provisions that demand it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// 材料必要性: whether it must be handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub necessity: Option<MaterialNecessity>,
    /// 材料形式: on paper or electronic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<MaterialForm>,
    /// 来源渠道: who makes it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub obtained_from: Option<MaterialOrigin>,
    /// 对应电子证照: the license type that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license_type: Option<Ref<LicenseType>>,
    /// 免提交: whether the applicant need not hand it in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exempt: Option<bool>,
}

impl Material {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, name: Text, kind: MaterialKind) -> Self {
        Self {
            id,
            name,
            kind,
            basis: Vec::new(),
            necessity: None,
            form: None,
            obtained_from: None,
            license_type: None,
            exempt: None,
        }
    }
}

/// 中介服务: what an applicant must buy from others before a license is granted.
///
/// # Source
/// 优化营商环境条例 §43: only what a law, regulation or decision of the State Council makes a condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct IntermediaryService {
    /// 中介服务名称: the name, as written.
    pub name: Text,
    /// 设定依据: the provisions that make it a condition.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// 中介服务机构: who may provide it, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<Text>,
    /// 办理时限: how long it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<TimeLimit>,
    /// 是否收费: whether the applicant pays for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charges_fee: Option<bool>,
}

impl IntermediaryService {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(name: Text) -> Self {
        Self { name, basis: Vec::new(), provider: None, limit: None, charges_fee: None }
    }
}

/// 收费项目: a fee.
///
/// # Source
/// 行政许可法 §58–59; 优化营商环境条例 §25.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Fee {
    /// 收费项目名称: the name of the fee.
    pub name: Text,
    /// 收费类别: what the fee is in law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<FeeKind>,
    /// 收费标准: the amount or the way to work it out, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard: Option<Text>,
    /// 收费依据: the provisions that allow it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// 可否减免: whether it may be reduced or waived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reducible: Option<bool>,
}

impl Fee {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(name: Text) -> Self {
        Self { name, kind: None, standard: None, basis: Vec::new(), reducible: None }
    }
}

/// 特别程序: a hearing, testing, expert review or the like within the procedure.
///
/// # Source
/// 行政许可法 §45: the days of the steps listed there stand outside the limit and are told in writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct SpecialProcedure {
    /// 程序种类: which step it is.
    pub kind: SpecialProcedureKind,
    /// 所需天数: how many days it takes, or hours or months where the unit says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
    /// 时限单位: the unit of that number; absent: days as printed, working or calendar days not being said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<TimeUnit>,
    /// 是否计入时限: whether its days are inside the limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted_in_limit: Option<bool>,
    /// 依据: the provisions that call for it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
}

impl SpecialProcedure {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(kind: SpecialProcedureKind) -> Self {
        Self { kind, days: None, unit: None, counted_in_limit: None, basis: Vec::new() }
    }
}

/// 环节: one stage of a procedure or of the responsibilities, with what is done in it.
///
/// # Source
/// 中办发〔2015〕21号 (责任事项); C 0109, element `handle_flow`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Step {
    /// 环节名称: the stage.
    pub stage: Stage,
    /// 内容: what is done, as written.
    pub content: Text,
    /// 依据: the provisions that demand it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
}

impl Step {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(stage: Stage, content: Text) -> Self {
        Self { stage, content, basis: Vec::new() }
    }
}

/// 审批结果: what comes out of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ServiceResult {
    /// 结果类型: a license, an approval document or another result.
    pub kind: ResultKind,
    /// 结果名称: its name, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// 电子证照类型: the license type issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license_type: Option<Ref<LicenseType>>,
}

impl ServiceResult {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(kind: ResultKind) -> Self {
        Self { kind, name: None, license_type: None }
    }
}

/// 有效期间: the days from and to which an item is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
// `law::Period` is that of a provision; the schemas know this one alone.
#[schemars(rename = "Period")]
#[non_exhaustive]
pub struct ItemPeriod {
    /// 生效日期: the first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Written<Date>>,
    /// 终止日期: the last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Written<Date>>,
}

impl ItemPeriod {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new() -> Self {
        Self { from: None, until: None }
    }
}

impl Default for ItemPeriod {
    fn default() -> Self {
        Self::new()
    }
}
