//! Entrustments: the delegations in force by which a power is entrusted.

use crate::codelist::DelegationMode;
use crate::facts::bodies::BodyFacts;
use crate::model::{Delegation, Id};

/// Facts about entrustments, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct EntrustmentFacts {
    entrustments: Vec<Entrustment>,
}

/// A delegation in force by which a power is entrusted. Bodies go by their numbers.
#[derive(Debug)]
pub(crate) struct Entrustment {
    pub(crate) ordinal: u32,
    pub(crate) power_item: Id,
    pub(crate) from: u32,
    pub(crate) to: Vec<u32>,
    /// The delegation that it continues.
    pub(crate) parent: Option<Id>,
}

impl EntrustmentFacts {
    pub(super) fn add(&mut self, ordinal: u32, delegation: &Delegation, bodies: &mut BodyFacts) {
        let has_ended = delegation.ended_on.is_some() || delegation.returned.is_some();
        if has_ended || delegation.mode != DelegationMode::Entrust {
            return;
        }
        self.entrustments.push(Entrustment {
            ordinal,
            power_item: delegation.power_item.id().clone(),
            from: bodies.number_of(delegation.from.id()),
            to: bodies.numbers_of(&delegation.to),
            parent: delegation.parent.as_ref().map(|parent| parent.id().clone()),
        });
    }

    pub(crate) fn all(&self) -> &[Entrustment] {
        &self.entrustments
    }
}
