//! Entrustments: the powers that a delegation entrusts, to whom, and what its mandate leaves out.

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
    /// What its mandate does not say; none where there is no mandate.
    pub(crate) missing: Option<Box<[MandatePart]>>,
}

/// What a mandate has to say (行政处罚法 §20).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MandatePart {
    Matter,
    Powers,
    /// Its end.
    Term,
    /// Where or when it was made public.
    Publication,
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
            missing: delegation.mandate.as_ref().map(missing),
        });
    }

    pub(crate) fn all(&self) -> &[Entrustment] {
        &self.entrustments
    }
}

/// What a mandate does not say.
fn missing(mandate: &Mandate) -> Box<[MandatePart]> {
    let is_published = mandate.published_on.is_some() || mandate.url.is_some();
    let parts = [
        (mandate.matter.is_some(), MandatePart::Matter),
        (mandate.powers.is_some(), MandatePart::Powers),
        (mandate.until.is_some(), MandatePart::Term),
        (is_published, MandatePart::Publication),
    ];
    parts.into_iter().filter(|(is_there, _)| !is_there).map(|(_, part)| part).collect()
}
