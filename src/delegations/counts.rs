//! How many pairs there are, and how they stand.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::handover::Handover;
use super::list::{DelegationState, NoteKind};
use super::pair::DelegationPair;
use crate::model::{Header, Id};

/// 赋权汇总: pairs of item and township, counted; what is only passed on by townships is not among them.
///
/// The five states add up to all pairs. A number is absent where the source does not hold the field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct DelegationCounts {
    /// 事项数: the powers.
    pub items: u64,
    /// 承接主体数: the bodies that receive them.
    pub receivers: u64,
    /// 项次（事项 × 苏木乡镇）: the pairs.
    pub pairs: u64,
    /// 已认领: pairs that are claimed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed: Option<u64>,
    /// 已公布: pairs that the township published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<u64>,
    /// 已评估: pairs that were evaluated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluated: Option<u64>,
    /// 尚未生效: pairs not yet in force.
    pub not_yet_effective: u64,
    /// 生效中: pairs in force.
    pub in_force: u64,
    /// 已终止: pairs that ended without a word of a return.
    pub ended: u64,
    /// 已收回: pairs that were returned.
    pub returned: u64,
    /// 不明: pairs of which it is not known.
    pub unknown: u64,
    /// 有空档: pairs with a period in which nobody exercises the power.
    pub with_gap: u64,
    /// 有重复行使: pairs with a period of double exercise.
    pub with_double_exercise: u64,
    /// 有其他提示: pairs with something else to note.
    pub with_other_notes: u64,
}

impl DelegationCounts {
    pub(super) fn of(pairs: &[DelegationPair], header: &Header) -> Self {
        let counted: Vec<&DelegationPair> = pairs.iter().filter(|pair| !pair.is_onward).collect();
        let number =
            |wanted: &dyn Fn(&DelegationPair) -> bool| length(counted.iter().filter(|pair| wanted(pair)).count());
        let standing = |state: DelegationState| number(&|pair| pair.state == state);
        // Of what the source does not hold nothing is said.
        let stated = |fields: &[&str], wanted: fn(&Handover) -> bool| {
            let are_held = fields.iter().all(|field| !header.does_not_hold(field));
            are_held.then(|| number(&|pair| pair.handovers.iter().any(wanted)))
        };
        let items: BTreeSet<&Id> = counted.iter().map(|pair| &pair.power_item).collect();
        let receivers: BTreeSet<&Id> = counted.iter().map(|pair| &pair.receiver.id).collect();
        let is_other = |kind| !matches!(kind, NoteKind::Gap | NoteKind::DoubleExercise);
        Self {
            items: length(items.len()),
            receivers: length(receivers.len()),
            pairs: length(counted.len()),
            claimed: stated(&["delegations.claims"], |handover| handover.claimed == Some(true)),
            published: stated(&["delegations.claims.published_on"], Handover::is_published),
            evaluated: stated(&["delegations.evaluations"], |handover| handover.outcome.is_some()),
            not_yet_effective: standing(DelegationState::NotYetEffective),
            in_force: standing(DelegationState::InForce),
            ended: standing(DelegationState::Ended),
            returned: standing(DelegationState::Returned),
            unknown: standing(DelegationState::Unknown),
            with_gap: number(&|pair| pair.has(NoteKind::Gap)),
            with_double_exercise: number(&|pair| pair.has(NoteKind::DoubleExercise)),
            with_other_notes: number(&|pair| pair.notes.iter().any(|note| is_other(note.kind))),
        }
    }
}

fn length(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
