//! One power and one body that receives it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::bodies::{Bodies, Party};
use super::handover::Handover;
use super::line::{DelegationNote, ExerciseStretch};
use super::list::{DelegationState, NoteKind};
use crate::code::ItemCode;
use crate::model::{Id, PowerItem, Text, Written};

/// 事项与承接主体: one power and one township that receives it (事项 × 苏木乡镇), with all delegations between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct DelegationPair {
    /// 权责事项: the record of the power.
    pub power_item: Id,
    /// 名称: its name, where the catalog has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// 职权编码: its code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Written<ItemCode>>,
    /// 承接主体: the body that receives it.
    pub receiver: Party,
    /// 苏木乡镇: the township to which that body belongs, itself or the nearest above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub township: Option<Party>,
    /// 是否再行转交: whether the receiver has it only of a body that received it before (上一级赋权); such pairs are not
    /// counted.
    pub is_onward: bool,
    /// 赋权状态: how it stands as of the day: in force where one of the delegations is.
    pub state: DelegationState,
    /// 赋权记录: the delegations, by the day on which they take effect.
    pub handovers: Vec<Handover>,
    /// 行使沿革: who exercises the power in which period, without a break.
    pub stretches: Vec<ExerciseStretch>,
    /// 提示: what there is to note, by its first day.
    pub notes: Vec<DelegationNote>,
}

impl DelegationPair {
    pub(super) fn new(
        power: Option<&PowerItem>,
        id: &Id,
        bodies: &Bodies<'_>,
        receiver: &Id,
        handovers: Vec<Handover>,
    ) -> Self {
        Self {
            power_item: id.clone(),
            name: power.map(|power| power.name.clone()),
            code: power.and_then(|power| power.code.clone()),
            receiver: bodies.party(receiver),
            township: bodies.township_of(receiver),
            is_onward: handovers.iter().all(|handover| handover.parent.is_some()),
            state: state_of(&handovers),
            handovers,
            stretches: Vec::new(),
            notes: Vec::new(),
        }
    }

    pub(super) fn over_time(self, stretches: Vec<ExerciseStretch>, notes: Vec<DelegationNote>) -> Self {
        Self { stretches, notes, ..self }
    }

    /// The name of the power, or the key where the catalog does not have it.
    #[must_use]
    pub fn called(&self) -> &str {
        self.name.as_ref().map_or(self.power_item.as_str(), Text::as_str)
    }

    /// The township by which the pair is listed; the receiver where it belongs to none.
    #[must_use]
    pub fn listed_under(&self) -> &Party {
        self.township.as_ref().unwrap_or(&self.receiver)
    }

    /// Whether there is something of a kind to note.
    #[must_use]
    pub fn has(&self, kind: NoteKind) -> bool {
        self.notes.iter().any(|note| note.kind == kind)
    }
}

/// How a pair stands: in force where one of its delegations is, not known where one of the others is not, or else as
/// the last.
fn state_of(handovers: &[Handover]) -> DelegationState {
    let has = |state| handovers.iter().any(|handover| handover.state == state);
    if has(DelegationState::InForce) {
        DelegationState::InForce
    } else if has(DelegationState::Unknown) {
        DelegationState::Unknown
    } else {
        handovers.last().map_or(DelegationState::Unknown, |last| last.state)
    }
}
