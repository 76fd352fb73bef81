//! Entrusted powers: which delegations entrust a power to whom, whether that was made public, and whether they state a
//! basis.

use std::collections::HashSet;

use crate::codelist::DelegationMode;
use crate::codelist::{AuthorityRole, BodyNature};
use crate::facts::bodies::BodyFacts;
use crate::facts::licensed::IdKey;
use crate::model::{Authority, Delegation};

/// Facts about delegations in force that entrust a power.
#[derive(Debug, Default)]
pub(crate) struct EntrustedFacts {
    published: Entrusted,
    based: Entrusted,
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

impl EntrustedFacts {
    pub(super) fn add(&mut self, delegation: &Delegation, bodies: &mut BodyFacts) {
        if !entrusts(delegation) {
            return;
        }
        if is_published(delegation) {
            self.published.add(delegation, bodies);
        }
        if delegation
            .decision
            .as_ref()
            .is_some_and(|decision| !decision.basis.is_empty() || decision.instrument.is_some())
        {
            self.based.add(delegation, bodies);
        }
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

/// Whether a delegation in force entrusts a power. What continues another is that one.
pub(crate) fn entrusts(delegation: &Delegation) -> bool {
    delegation.mode == DelegationMode::Entrust
        && delegation.parent.is_none()
        && delegation.ended_on.is_none()
        && delegation.returned.is_none()
}

/// Whether the decision or the mandate of a delegation was made public.
pub(crate) fn is_published(delegation: &Delegation) -> bool {
    let decision = delegation.decision.as_ref().map(|decision| (&decision.published_on, &decision.url));
    let mandate = delegation.mandate.as_ref().map(|mandate| (&mandate.published_on, &mandate.url));
    decision.into_iter().chain(mandate).any(|(day, url)| day.is_some() || url.is_some())
}

/// Whether a body exercises a power that another entrusted to it; who accepts, reviews first or undertakes exercises none.
pub(crate) fn is_entrusted(authority: &Authority) -> bool {
    match authority.role {
        AuthorityRole::Entrusted => true,
        AuthorityRole::Decide | AuthorityRole::Joint => {
            authority.nature == Some(BodyNature::Entrusted) || authority.entrusted_by.is_some()
        }
        AuthorityRole::Accept | AuthorityRole::FirstReview | AuthorityRole::Undertake => false,
    }
}
