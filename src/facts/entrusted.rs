//! Entrustments: the powers that a delegation entrusts, to whom, and what its mandate says.

use crate::codelist::DelegationMode;
use crate::facts::bodies::BodyFacts;
use crate::model::{Delegation, Id, Mandate};

/// Facts about delegations in force that entrust a power, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct EntrustedFacts {
    entrustments: Vec<Entrustment>,
}

/// A delegation in force that entrusts a power.
#[derive(Debug)]
pub(crate) struct Entrustment {
    pub(crate) ordinal: u32,
    pub(crate) power_item: Id,
    /// The bodies that are entrusted, by their numbers.
    pub(crate) to: Vec<u32>,
    /// Whether it passes on what another delegation gave.
    pub(crate) passes_on: bool,
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

impl EntrustedFacts {
    pub(super) fn add(&mut self, ordinal: u32, delegation: &Delegation, bodies: &mut BodyFacts) {
        let has_ended = delegation.ended_on.is_some() || delegation.returned.is_some();
        if delegation.mode != DelegationMode::Entrust || has_ended {
            return;
        }
        self.entrustments.push(Entrustment {
            ordinal,
            power_item: delegation.power_item.id().clone(),
            to: bodies.numbers_of(&delegation.to),
            passes_on: delegation.parent.is_some(),
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
