//! Powers passed on to townships.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{
    Citation, Date, DirectoryEntry, Extensions, Id, LegalInstrument, Organization, PowerItem, Ref, Source, Text,
    Written,
};
use crate::codelist::{DelegationMode, EvaluationOutcome, Level};

/// 苏木乡镇赋权事项: a power passed on to townships, from decision to return.
///
/// # Source
/// 行政处罚法 §20–21, §24; 行政许可法 §24; 行政强制法 §17.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Delegation {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 赋权事项名称: the name in the list of delegated items, where it has its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// 权责事项: the power that is passed on.
    pub power_item: Ref<PowerItem>,
    /// 指导目录条目: the entry of the guidance directory.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub directory_entry: Option<Ref<DirectoryEntry>>,
    /// 原实施主体: the body that held the power.
    pub from: Ref<Organization>,
    /// 承接主体: the townships that receive it.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Ref<Organization>>,
    /// 全部苏木乡镇承接: whether every township receives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_all_townships: Option<bool>,
    /// 承接方式: transferred, authorized, entrusted or dispatched.
    pub mode: DelegationMode,
    /// 上一级赋权: the delegation that is passed on further.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Ref<Delegation>>,
    /// 赋权决定: the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<DelegationDecision>,
    /// 委托书: the mandate of an entrustment (行政处罚法 §20).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
    /// 认领: the claims of townships.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// 生效日期: the day from which the townships exercise it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<Written<Date>>,
    /// 终止日期: the day on which it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<Written<Date>>,
    /// 收回: the return of the power.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned: Option<DelegationReturn>,
    /// 评估: the periodic evaluations (行政处罚法 §24).
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub evaluations: Vec<Evaluation>,
    /// 是否含行政强制措施: whether coercive measures go along.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub includes_coercive_measures: Option<bool>,
    /// 原实施主体是否继续行使: whether the former holder goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original_still_exercises: Option<bool>,
    /// 案件划分: who handles which cases, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub division_of_cases: Option<Text>,
    /// 来源: where in the source the record stands; provenance only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// 扩展: what others add, under keys `vendor:name` or the header text of a column; kept as it is.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl Delegation {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, power_item: Ref<PowerItem>, from: Ref<Organization>, mode: DelegationMode) -> Self {
        Self {
            id,
            name: None,
            power_item,
            directory_entry: None,
            from,
            to: Vec::new(),
            to_all_townships: None,
            mode,
            parent: None,
            decision: None,
            mandate: None,
            claims: Vec::new(),
            effective_on: None,
            ended_on: None,
            returned: None,
            evaluations: Vec::new(),
            includes_coercive_measures: None,
            original_still_exercises: None,
            division_of_cases: None,
            source: None,
            extensions: Extensions::default(),
        }
    }
}

record!(Delegation, |record| record.name.as_ref());

/// 赋权决定: the decision that passes a power on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct DelegationDecision {
    /// 决定文件: the decision as a legal instrument.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Ref<LegalInstrument>>,
    /// 决定机关: the body that decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Ref<Organization>>,
    /// 决定层级: its level of government.
    pub level: Level,
    /// 决定依据: the directory, regulation or decision of the province that it names.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// 决定日期: the day of the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Written<Date>>,
    /// 公布日期: the day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Written<Date>>,
    /// 公布网址: where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
}

impl DelegationDecision {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(level: Level) -> Self {
        Self { instrument: None, decided_by: None, level, basis: Vec::new(), date: None, published_on: None, url: None }
    }
}

/// 委托书: what an organ entrusts in writing, with which powers and for how long.
///
/// # Source
/// 行政处罚法 §20: matter, powers and term stand in it, and it is made public; 行政许可法 §24.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Mandate {
    /// 委托事项: what is entrusted, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matter: Option<Text>,
    /// 委托权限: what the entrusted body may do in it, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub powers: Option<Text>,
    /// 委托起始日期: the first day of its term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Written<Date>>,
    /// 委托终止日期: the last day of its term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Written<Date>>,
    /// 公布日期: the day on which it was made public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Written<Date>>,
    /// 公布网址: where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
}

impl Mandate {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new() -> Self {
        Self { matter: None, powers: None, from: None, until: None, published_on: None, url: None }
    }
}

impl Default for Mandate {
    fn default() -> Self {
        Self::new()
    }
}

/// 认领: one township's claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Claim {
    /// 苏木乡镇: the township.
    pub organization: Ref<Organization>,
    /// 认领日期: the day of the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_on: Option<Written<Date>>,
    /// 公布日期: the day on which the township published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Written<Date>>,
    /// 公布网址: where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
}

impl Claim {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(organization: Ref<Organization>) -> Self {
        Self { organization, claimed_on: None, published_on: None, url: None }
    }
}

/// 收回: the power goes back to its former holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct DelegationReturn {
    /// 收回日期: the day.
    pub on: Written<Date>,
    /// 收回决定: the decision as a legal instrument.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Ref<LegalInstrument>>,
    /// 决定机关: the body that took it back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Ref<Organization>>,
    /// 决定层级: its level of government.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
}

impl DelegationReturn {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(on: Written<Date>) -> Self {
        Self { on, decision: None, decided_by: None, level: None }
    }
}

/// 评估: one evaluation of a delegation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Evaluation {
    /// 评估日期: the day.
    pub on: Written<Date>,
    /// 评估结论: what it found.
    pub outcome: EvaluationOutcome,
}

impl Evaluation {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(on: Written<Date>, outcome: EvaluationOutcome) -> Self {
        Self { on, outcome }
    }
}
