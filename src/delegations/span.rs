//! One delegation in time, as one body received it: which phase begins on which day.

use super::bodies::day;
use super::handover::starts_on;
use super::list::{DelegationState, NoteCause, NoteKind};
use crate::codelist::DelegationMode;
use crate::model::{Claim, Date, Delegation, Header, Id, Record as _, Written};

/// What a delegation is to its receiver from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// It has not taken effect.
    Before,
    /// It has taken effect, and the receiver has not claimed it yet.
    Waiting,
    Active,
    /// Whether the receiver exercises is not known.
    NotKnown(NoteCause),
    /// It ended, and is returned on a later day.
    EndedForNow,
    /// It ended, and no return is stated.
    Ended,
    Returned,
    /// The delegation ended on which it rests; who exercises then is told where that one is.
    Lapsed,
}

/// A delegation in time: its phases in order, the first from the beginning of time.
pub(super) struct Span<'a> {
    pub(super) delegation: &'a Id,
    pub(super) from: &'a Id,
    /// Whether the origin keeps the power, in whose name the receiver acts.
    pub(super) is_lent: bool,
    pub(super) origin_goes_on: Option<bool>,
    /// Whether the origin goes on and is known to share no cases out.
    pub(super) is_undivided: bool,
    /// Whether a return, and its day, would be known.
    pub(super) returns_are_known: bool,
    pub(super) phases: Vec<(Option<Date>, Phase)>,
}

/// What is the same for all who receive a delegation.
pub(super) struct Facts {
    starts: Option<Date>,
    ends: End,
    returned: Option<Date>,
    returns_are_known: bool,
    lapses: bool,
    divisions_are_held: bool,
}

/// When a delegation ends: before which day.
#[derive(Clone, Copy)]
enum End {
    Never,
    Before(Date),
    NotKnown,
}

impl Facts {
    /// Of a delegation and those on which it rests, which end it when they end.
    pub(super) fn of<'a>(
        delegation: &'a Delegation,
        above: impl Iterator<Item = &'a Delegation>,
        header: &Header,
    ) -> Self {
        let above = above.filter_map(|above| match end_of(above, header) {
            End::Before(day) => Some(day),
            _ => None,
        });
        let (ends, lapses) = match (end_of(delegation, header), above.min()) {
            (End::Before(own), Some(above)) if own <= above => (End::Before(own), false),
            (_, Some(above)) => (End::Before(above), true),
            (own, None) => (own, false),
        };
        let returned = delegation.returned.as_ref().map(|returned| &returned.on);
        Self {
            starts: day(starts_on(delegation)),
            ends,
            returned: day(returned),
            returns_are_known: !header.does_not_hold("delegations.returned")
                && returned.is_none_or(|returned| returned.value().is_some()),
            lapses,
            divisions_are_held: !header.does_not_hold("delegations.division_of_cases"),
        }
    }

    /// The day on which it takes effect, where that is known.
    pub(super) fn starts(&self) -> Option<Date> {
        self.starts
    }
}

/// The end that a delegation states itself: the earlier of end and return, or else the end of the term of its mandate.
fn end_of(delegation: &Delegation, header: &Header) -> End {
    let returned = delegation.returned.as_ref().map(|returned| &returned.on);
    let stated = [delegation.ended_on.as_ref(), returned];
    let days = stated.into_iter().flatten().filter_map(Written::value);
    if let Some(first) = days.min() {
        return End::Before(first);
    }
    if stated.iter().any(Option::is_some) {
        return End::NotKnown;
    }
    match delegation.mandate.as_ref().and_then(|mandate| mandate.until.as_ref()) {
        Some(until) => {
            until.value().map_or(End::NotKnown, |last: Date| last.following().map_or(End::Never, End::Before))
        }
        None if header.does_not_hold("delegations.ended_on") => End::NotKnown,
        None => End::Never,
    }
}

impl<'a> Span<'a> {
    pub(super) fn new(delegation: &'a Delegation, facts: &Facts, claim: Option<&Claim>, is_listed: bool) -> Self {
        let unclear = if !is_listed {
            Some(NoteCause::NotAmongReceivers)
        } else if !delegation.claims.is_empty() && claim.is_none() {
            Some(NoteCause::NotAmongClaims)
        } else {
            None
        };
        let goes_on = delegation.original_still_exercises;
        Self {
            delegation: delegation.id(),
            from: delegation.from.id(),
            is_lent: matches!(delegation.mode, DelegationMode::Entrust | DelegationMode::Dispatch),
            origin_goes_on: goes_on,
            is_undivided: goes_on == Some(true) && delegation.division_of_cases.is_none() && facts.divisions_are_held,
            returns_are_known: facts.returns_are_known,
            phases: phases(facts, day(claim.and_then(|claim| claim.claimed_on.as_ref())), unclear),
        }
    }

    /// How the delegation stands as of a day.
    pub(super) fn state(&self, as_of: Option<Date>) -> DelegationState {
        let Some(as_of) = as_of else { return DelegationState::Unknown };
        let begun = self.phases.iter().take_while(|(from, _)| from.is_none_or(|from| from <= as_of));
        match begun.last().map(|(_, phase)| *phase) {
            Some(Phase::Before) => DelegationState::NotYetEffective,
            // That the township did not claim leaves the delegation in force.
            Some(Phase::Waiting | Phase::Active | Phase::NotKnown(NoteCause::NotAmongClaims)) => {
                DelegationState::InForce
            }
            Some(Phase::EndedForNow | Phase::Ended | Phase::Lapsed) => DelegationState::Ended,
            Some(Phase::Returned) => DelegationState::Returned,
            Some(Phase::NotKnown(_)) | None => DelegationState::Unknown,
        }
    }

    /// What there is to note of the delegation by itself: kind, cause and period.
    pub(super) fn notes(&self) -> impl Iterator<Item = (NoteKind, NoteCause, Option<Date>, Option<Date>)> {
        let next = self.phases.iter().skip(1).map(|(day, _)| *day).chain([None]);
        self.phases.iter().zip(next).filter_map(|(&(from, phase), before)| {
            let (kind, cause) = match phase {
                Phase::Active if self.is_undivided && !self.is_lent => {
                    (NoteKind::DoubleExercise, NoteCause::OriginStillExercises)
                }
                Phase::NotKnown(cause @ NoteCause::NotAmongClaims) => (NoteKind::NotClaimed, cause),
                Phase::NotKnown(cause @ NoteCause::NotAmongReceivers) => (NoteKind::NotAReceiver, cause),
                Phase::NotKnown(cause) => (NoteKind::NotKnown, cause),
                _ => return None,
            };
            Some((kind, cause, from, before))
        })
    }
}

/// The phases of a delegation; `unclear` is why it is not known whether the receiver exercises although it is in force.
fn phases(facts: &Facts, claimed: Option<Date>, unclear: Option<NoteCause>) -> Vec<(Option<Date>, Phase)> {
    let mut phases = Vec::with_capacity(4);
    match (facts.starts, facts.ends) {
        (Some(starts), End::Before(ends)) if ends <= starts => {
            return vec![(None, Phase::Before), (Some(ends), Phase::NotKnown(NoteCause::DaysContradict))];
        }
        (None, _) => phases.push((None, Phase::NotKnown(NoteCause::StartNotKnown))),
        (Some(starts), ends) => {
            phases.push((None, Phase::Before));
            match (unclear, ends) {
                (_, End::NotKnown) => phases.push((Some(starts), Phase::NotKnown(NoteCause::EndNotKnown))),
                (Some(cause), _) => phases.push((Some(starts), Phase::NotKnown(cause))),
                (None, ends) => {
                    let waits = claimed.filter(|&claimed| claimed > starts);
                    if waits.is_some() {
                        phases.push((Some(starts), Phase::Waiting));
                    }
                    let active = waits.unwrap_or(starts);
                    if !matches!(ends, End::Before(ends) if ends <= active) {
                        phases.push((Some(active), Phase::Active));
                    }
                }
            }
        }
    }
    if let End::Before(ends) = facts.ends {
        match facts.returned {
            _ if facts.lapses => phases.push((Some(ends), Phase::Lapsed)),
            Some(returned) if returned > ends => {
                phases.extend([(Some(ends), Phase::EndedForNow), (Some(returned), Phase::Returned)]);
            }
            Some(_) => phases.push((Some(ends), Phase::Returned)),
            None => phases.push((Some(ends), Phase::Ended)),
        }
    }
    phases
}
