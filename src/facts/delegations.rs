//! Delegations: the powers that bodies hand down, and what becomes of them.

use crate::facts::bodies::BodyFacts;
use crate::model::{Delegation, Id};

/// Facts about delegations; of those that continue another nothing is kept.
#[derive(Debug, Default)]
pub(crate) struct DelegationFacts {
    delegations: Vec<KnownDelegation>,
}

/// A delegation, in force or ended. Bodies go by their numbers.
#[derive(Debug)]
pub(crate) struct KnownDelegation {
    pub(crate) state: DelegationState,
    pub(crate) power_item: Id,
    pub(crate) from: u32,
    pub(crate) to: Vec<u32>,
    pub(crate) to_all_townships: bool,
    pub(crate) claimed_by: Vec<u32>,
    pub(crate) published_by: Vec<u32>,
}

/// Whether a delegation still is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DelegationState {
    InForce,
    /// It ended; whether the power was taken back is not said.
    Ended,
    Returned,
}

impl DelegationFacts {
    pub(super) fn add(&mut self, delegation: &Delegation, bodies: &mut BodyFacts) {
        if delegation.parent.is_some() {
            return;
        }
        let state = match (&delegation.returned, &delegation.ended_on) {
            (Some(_), _) => DelegationState::Returned,
            (None, Some(_)) => DelegationState::Ended,
            (None, None) => DelegationState::InForce,
        };
        let claims = || delegation.claims.iter();
        let published = claims().filter(|claim| claim.published_on.is_some() || claim.url.is_some());
        self.delegations.push(KnownDelegation {
            state,
            power_item: delegation.power_item.id().clone(),
            from: bodies.number_of(delegation.from.id()),
            to: bodies.numbers_of(&delegation.to),
            to_all_townships: delegation.to_all_townships == Some(true),
            claimed_by: claims().map(|claim| bodies.number_of(claim.organization.id())).collect(),
            published_by: published.map(|claim| bodies.number_of(claim.organization.id())).collect(),
        });
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &KnownDelegation> {
        self.delegations.iter()
    }
}
