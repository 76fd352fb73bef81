//! Entrustments: the delegations in force by which a power is entrusted.

use crate::codelist::DelegationMode;
use crate::facts::bodies::BodyFacts;
use crate::model::{Delegation, Id, Mandate};

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
    pub(crate) mandate: Option<KnownMandate>,
}

/// What a mandate says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownMandate {
    pub(crate) has_matter: bool,
    pub(crate) has_powers: bool,
    /// Whether it has an end.
    pub(crate) has_term: bool,
    pub(crate) is_published: bool,
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
            mandate: delegation.mandate.as_ref().map(KnownMandate::of),
        });
    }

    pub(crate) fn all(&self) -> &[Entrustment] {
        &self.entrustments
    }
}

impl KnownMandate {
    fn of(mandate: &Mandate) -> Self {
        Self {
            has_matter: mandate.matter.is_some(),
            has_powers: mandate.powers.is_some(),
            has_term: mandate.until.is_some(),
            is_published: mandate.published_on.is_some() || mandate.url.is_some(),
        }
    }
}
