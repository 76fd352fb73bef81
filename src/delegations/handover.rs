//! One delegation as one body received it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::bodies::{Bodies, Party, day};
use super::list::DelegationState;
use crate::codelist::{DelegationMode, EvaluationOutcome, Level};
use crate::model::{
    Catalog, Claim, Date, Delegation, DelegationDecision, Id, LegalInstrument, Record as _, Ref, Text, Written,
};

/// 赋权记录: one delegation of a power as one township received it, from decision to return.
///
/// Days stand as they are written. Source: 行政处罚法 §20, §24; 行政许可法 §24.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Handover {
    /// 赋权标识: the record of the delegation.
    pub delegation: Id,
    /// 赋权事项名称: the name in the list of delegated items, where it has its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// 承接方式: how the power reaches the township.
    pub mode: DelegationMode,
    /// 上一级赋权: the delegation that is passed on further.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id>,
    /// 原实施主体: the body that held the power.
    pub from: Party,
    /// 赋权决定: the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<HandoverDecision>,
    /// 是否列入承接主体: whether the township is among those to whom the power goes; one that only claimed it is not.
    pub is_listed: bool,
    /// 是否认领: whether the township claimed the power; absent where no claims are stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed: Option<bool>,
    /// 认领日期: the day of the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_on: Option<Written<Date>>,
    /// 公布日期: the day on which the township published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Written<Date>>,
    /// 公布网址: where it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_at: Option<Text>,
    /// 生效日期: the day from which the township exercises it; of an entrustment that states none, the first of its term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<Written<Date>>,
    /// 委托期限至: the last day of the term of an entrustment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term_until: Option<Written<Date>>,
    /// 最近评估日期: the day of the last evaluation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluated_on: Option<Written<Date>>,
    /// 评估结论: what it found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<EvaluationOutcome>,
    /// 终止日期: the day on which it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<Written<Date>>,
    /// 收回日期: the day on which the power was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned_on: Option<Written<Date>>,
    /// 收回决定机关: the body that took it back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned_by: Option<Party>,
    /// 收回决定文件: by which document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned_under: Option<Text>,
    /// 原实施主体是否继续行使: whether the former holder goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original_still_exercises: Option<bool>,
    /// 案件划分: who handles which cases, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub division_of_cases: Option<Text>,
    /// 赋权状态: how it stands as of the day.
    pub state: DelegationState,
}

/// 赋权决定: the decision that passes a power on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct HandoverDecision {
    /// 决定层级: its level of government.
    pub level: Level,
    /// 决定机关: the body that decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Party>,
    /// 决定日期: the day of the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Written<Date>>,
    /// 决定文件: its title with the document number, or the key where the catalog does not have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Text>,
    /// 公布日期: the day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Written<Date>>,
}

impl Handover {
    pub(super) fn of(
        catalog: &Catalog,
        bodies: &Bodies<'_>,
        delegation: &Delegation,
        claim: Option<&Claim>,
        is_listed: bool,
        state: DelegationState,
    ) -> Self {
        let mandate = delegation.mandate.as_ref();
        let returned = delegation.returned.as_ref();
        let evaluation = delegation.evaluations.iter().max_by_key(|evaluation| evaluation.on.value());
        Self {
            delegation: delegation.id().clone(),
            name: delegation.name.clone(),
            mode: delegation.mode,
            parent: delegation.parent.as_ref().map(|parent| parent.id().clone()),
            from: bodies.party(delegation.from.id()),
            decision: delegation.decision.as_ref().map(|decision| HandoverDecision::of(catalog, bodies, decision)),
            is_listed,
            claimed: (!delegation.claims.is_empty()).then_some(claim.is_some()),
            claimed_on: claim.and_then(|claim| claim.claimed_on.clone()),
            published_on: claim.and_then(|claim| claim.published_on.clone()),
            published_at: claim.and_then(|claim| claim.url.clone()),
            effective_on: starts_on(delegation).cloned(),
            term_until: mandate.and_then(|mandate| mandate.until.clone()),
            evaluated_on: evaluation.map(|evaluation| evaluation.on.clone()),
            outcome: evaluation.map(|evaluation| evaluation.outcome),
            ended_on: delegation.ended_on.clone(),
            returned_on: returned.map(|returned| returned.on.clone()),
            returned_by: returned.and_then(|returned| returned.decided_by.as_ref()).map(|body| bodies.party(body.id())),
            returned_under: returned
                .and_then(|returned| returned.decision.as_ref())
                .and_then(|document| named(catalog, document)),
            original_still_exercises: delegation.original_still_exercises,
            division_of_cases: delegation.division_of_cases.clone(),
            state,
        }
    }

    /// How many bytes it takes in a table, about: its texts, and the names that stand in each stretch of its line.
    pub(super) fn bytes(&self, receiver: &Party) -> usize {
        const ALWAYS: usize = 1000;
        const TIMES_NAMED: usize = 8;
        let length = |text: &Option<Text>| text.as_ref().map_or(0, |text| text.as_str().len());
        let document = self.decision.as_ref().map_or(0, |decision| length(&decision.document));
        let once = [&self.name, &self.division_of_cases, &self.returned_under, &self.published_at].map(length);
        let names = length(&receiver.name).saturating_add(length(&self.from.name)).saturating_mul(TIMES_NAMED);
        once.into_iter().chain([document, names]).fold(ALWAYS, usize::saturating_add)
    }

    /// Whether it is stated that the township published the power.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.published_on.is_some() || self.published_at.is_some()
    }
}

impl HandoverDecision {
    fn of(catalog: &Catalog, bodies: &Bodies<'_>, decision: &DelegationDecision) -> Self {
        Self {
            level: decision.level,
            decided_by: decision.decided_by.as_ref().map(|body| bodies.party(body.id())),
            date: decision.date.clone(),
            document: decision.instrument.as_ref().and_then(|document| named(catalog, document)),
            published_on: decision.published_on.clone(),
        }
    }
}

/// The title of an instrument and its document number.
fn named(catalog: &Catalog, document: &Ref<LegalInstrument>) -> Option<Text> {
    let id = document.id().as_str();
    let text = match catalog.legal_instruments.get(id) {
        None => id.to_owned(),
        Some(known) => {
            let number = known.document_number.as_ref().map(|number| format!("（{number}）"));
            format!("{}{}", known.title, number.unwrap_or_default())
        }
    };
    Text::new(text).ok()
}

/// The claim of a body: the first by its day, or as it is listed where none has one.
pub(super) fn claim_of<'d>(delegation: &'d Delegation, body: &Id) -> Option<&'d Claim> {
    let claims = delegation.claims.iter().filter(|claim| claim.organization.id() == body);
    claims.min_by_key(|claim| {
        let on = day(claim.claimed_on.as_ref());
        (on.is_none(), on)
    })
}

/// The day on which a delegation takes effect, as written.
pub(super) fn starts_on(delegation: &Delegation) -> Option<&Written<Date>> {
    delegation.effective_on.as_ref().or_else(|| delegation.mandate.as_ref()?.from.as_ref())
}
