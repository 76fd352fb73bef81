//! Entrustments: the delegations in force by which a power is entrusted, what their mandates leave out, and which of them
//! were made public or state a basis.

use std::collections::HashSet;

use crate::codelist::DelegationMode;
use crate::facts::bodies::BodyFacts;
use crate::facts::licensed::IdKey;
use crate::model::{Delegation, Id, Mandate};

/// Facts about entrustments, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct EntrustmentFacts {
    entrustments: Vec<Entrustment>,
    published: Entrusted,
    based: Entrusted,
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
    /// What its mandate does not say; none where there is no mandate.
    pub(crate) missing: Option<Box<[MandatePart]>>,
}

/// What a mandate has to say, and that it was made public (行政处罚法 §20).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MandatePart {
    Matter,
    Powers,
    /// Its end.
    Term,
    /// Where or when it was made public.
    Publication,
}

/// Powers, and the bodies to which they are entrusted.
#[derive(Debug, Default)]
pub(crate) struct Entrusted {
    to: HashSet<(IdKey, u32)>,
    to_all_townships: HashSet<IdKey>,
    /// The bodies, whatever is entrusted to them.
    bodies: HashSet<u32>,
}

impl Entrusted {
    /// Whether a power is entrusted to a body.
    pub(crate) fn has(&self, power: IdKey, body: u32, is_township: bool) -> bool {
        self.to.contains(&(power, body)) || (is_township && self.to_all_townships.contains(&power))
    }

    /// Whether anything is entrusted to a body.
    pub(crate) fn has_any(&self, body: u32, is_township: bool) -> bool {
        self.bodies.contains(&body) || (is_township && !self.to_all_townships.is_empty())
    }

    fn add(&mut self, delegation: &Delegation, bodies: &mut BodyFacts) {
        let power = IdKey::of(delegation.power_item.id());
        for body in bodies.numbers_of(&delegation.to) {
            self.to.insert((power, body));
            self.bodies.insert(body);
        }
        if delegation.to_all_townships == Some(true) {
            self.to_all_townships.insert(power);
        }
    }
}

impl EntrustmentFacts {
    pub(super) fn add(&mut self, ordinal: u32, delegation: &Delegation, bodies: &mut BodyFacts) {
        if !is_in_force(delegation) {
            return;
        }
        self.entrustments.push(Entrustment {
            ordinal,
            power_item: delegation.power_item.id().clone(),
            from: bodies.number_of(delegation.from.id()),
            to: bodies.numbers_of(&delegation.to),
            parent: delegation.parent.as_ref().map(|parent| parent.id().clone()),
            missing: delegation.mandate.as_ref().map(missing),
        });
        if delegation.parent.is_some() {
            return;
        }
        if is_published(delegation) {
            self.published.add(delegation, bodies);
        }
        let decision = delegation.decision.as_ref();
        if decision.is_some_and(|decision| !decision.basis.is_empty() || decision.instrument.is_some()) {
            self.based.add(delegation, bodies);
        }
    }

    pub(crate) fn all(&self) -> &[Entrustment] {
        &self.entrustments
    }

    /// What is entrusted by a decision or mandate that was made public.
    pub(crate) fn published(&self) -> &Entrusted {
        &self.published
    }

    /// What is entrusted by a decision that states on what it rests.
    pub(crate) fn based(&self) -> &Entrusted {
        &self.based
    }
}

/// What a mandate does not say.
fn missing(mandate: &Mandate) -> Box<[MandatePart]> {
    let parts = [
        (mandate.matter.is_some(), MandatePart::Matter),
        (mandate.powers.is_some(), MandatePart::Powers),
        (mandate.until.is_some(), MandatePart::Term),
        (mandate.published_on.is_some() || mandate.url.is_some(), MandatePart::Publication),
    ];
    parts.into_iter().filter(|(is_there, _)| !is_there).map(|(_, part)| part).collect()
}

/// Whether a delegation in force entrusts a power. What continues another is that one.
pub(crate) fn entrusts(delegation: &Delegation) -> bool {
    is_in_force(delegation) && delegation.parent.is_none()
}

/// Whether an entrustment is in force.
fn is_in_force(delegation: &Delegation) -> bool {
    delegation.mode == DelegationMode::Entrust && delegation.ended_on.is_none() && delegation.returned.is_none()
}

/// Whether the decision or the mandate of a delegation was made public.
pub(crate) fn is_published(delegation: &Delegation) -> bool {
    let decision = delegation.decision.as_ref().map(|decision| (&decision.published_on, &decision.url));
    let mandate = delegation.mandate.as_ref().map(|mandate| (&mandate.published_on, &mandate.url));
    decision.into_iter().chain(mandate).any(|(day, url)| day.is_some() || url.is_some())
}
