//! Delegations: the powers that bodies hand down, and what becomes of them.

use crate::codelist::DelegationMode;
use crate::facts::bodies::BodyFacts;
use crate::facts::names::NameKey;
use crate::model::{Date, Delegation, Id, Written};

/// Facts about delegations, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct DelegationFacts {
    delegations: Vec<KnownDelegation>,
}

/// A delegation, in force or ended. Bodies go by their numbers.
#[derive(Debug)]
pub(crate) struct KnownDelegation {
    pub(crate) ordinal: u32,
    pub(crate) mode: DelegationMode,
    pub(crate) state: DelegationState,
    /// The day from which it is no more, where it ended or the power went back on a day.
    pub(crate) ended_on: Option<Date>,
    pub(crate) power_item: Id,
    /// The name that it has in the list of delegated items, without a bracket at its end.
    pub(crate) name: Option<NameKey>,
    /// Whether it passes on what another delegation gave.
    pub(crate) continues: bool,
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

impl KnownDelegation {
    /// Whether it has not ended by a day; an end on a day that cannot be read is one.
    pub(crate) fn is_in_force(&self, as_of: Option<Date>) -> bool {
        self.state == DelegationState::InForce || self.ended_on.zip(as_of).is_some_and(|(ended, as_of)| as_of < ended)
    }
}

impl DelegationFacts {
    pub(super) fn add(&mut self, ordinal: u32, delegation: &Delegation, bodies: &mut BodyFacts) {
        let state = match (&delegation.returned, &delegation.ended_on) {
            (Some(_), _) => DelegationState::Returned,
            (None, Some(_)) => DelegationState::Ended,
            (None, None) => DelegationState::InForce,
        };
        let claims = || delegation.claims.iter();
        let published = claims().filter(|claim| claim.published_on.is_some() || claim.url.is_some());
        let returned_on = delegation.returned.as_ref().and_then(|returned| returned.on.value());
        let ended_on = delegation.ended_on.as_ref().and_then(Written::value);
        self.delegations.push(KnownDelegation {
            ordinal,
            mode: delegation.mode,
            state,
            ended_on: [ended_on, returned_on].into_iter().flatten().min(),
            power_item: delegation.power_item.id().clone(),
            name: delegation.name.as_ref().map(|name| NameKey::bare(name.as_str())),
            continues: delegation.parent.is_some(),
            from: bodies.number_of(delegation.from.id()),
            to: bodies.numbers_of(&delegation.to),
            to_all_townships: delegation.to_all_townships == Some(true),
            claimed_by: claims().map(|claim| bodies.number_of(claim.organization.id())).collect(),
            published_by: published.map(|claim| bodies.number_of(claim.organization.id())).collect(),
        });
    }

    /// Those that pass on what the body had of itself.
    pub(crate) fn all(&self) -> impl Iterator<Item = &KnownDelegation> {
        self.delegations.iter().filter(|delegation| !delegation.continues)
    }

    /// All of them, those that continue another among them.
    pub(crate) fn with_continued(&self) -> &[KnownDelegation] {
        &self.delegations
    }

    /// The delegation of a record.
    pub(crate) fn delegation(&self, ordinal: u32) -> Option<&KnownDelegation> {
        let at = self.delegations.binary_search_by_key(&ordinal, |delegation| delegation.ordinal).ok()?;
        self.delegations.get(at)
    }
}
