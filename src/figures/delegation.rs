//! Counting delegated powers: offered to townships, claimed, published, taken back.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::definition::Definition;
use super::group::Key;
use super::statistic::{CountOf, Statistic, statistic};
use super::tally::{Filter, NotCounted, Tally};
use crate::codelist::CountingUnit;
use crate::facts::answers::Answers;
use crate::facts::delegations::{DelegationState, KnownDelegation};
use crate::model::Kind;

impl Tally<'_> {
    /// What townships make of the powers delegated to them: pairs of power and township, or townships; all, and those
    /// that are among `by`.
    pub(super) fn taken_up(
        &self,
        unit: CountingUnit,
        filter: &Filter,
        by: fn(&KnownDelegation) -> &Vec<u32>,
    ) -> Result<Answers, NotCounted> {
        let mut pairs: BTreeMap<(&str, u32), bool> = BTreeMap::new();
        for (fact, townships) in &self.delegations {
            let by: HashSet<u32> = by(fact).iter().copied().collect();
            for body in townships.iter().copied().filter(|&body| filter.takes(body)) {
                let power = match unit {
                    CountingUnit::ImplementationItem => fact.power_item.as_str(),
                    CountingUnit::Organization => "",
                    _ => return Err(NotCounted::Unit),
                };
                *pairs.entry((power, body)).or_default() |= by.contains(&body);
            }
        }
        let mut answers = Answers::default();
        for &taken_up in pairs.values() {
            answers.add(Some(taken_up));
        }
        Ok(answers)
    }

    /// Powers that were ever delegated, or pairs of them and townships, and those taken back.
    pub(super) fn returned(&self, unit: CountingUnit, filter: &Filter) -> Result<Answers, NotCounted> {
        let mut powers: BTreeMap<(&str, Option<u32>), Option<bool>> = BTreeMap::new();
        for (fact, townships) in self.delegations.iter().chain(&self.ended) {
            let answer = match fact.state {
                DelegationState::InForce => Some(false),
                DelegationState::Ended => None,
                DelegationState::Returned => Some(true),
            };
            let mut add = |township| {
                let known = powers.entry((fact.power_item.as_str(), township)).or_insert(answer);
                *known = match (*known, answer) {
                    (Some(true), _) | (_, Some(true)) => Some(true),
                    (None, _) | (_, None) => None,
                    _ => Some(false),
                };
            };
            let mut bodies = townships.iter().copied().filter(|&body| filter.takes(body));
            match unit {
                CountingUnit::MainItem if filter.is_empty() || bodies.next().is_some() => add(None),
                CountingUnit::MainItem => {}
                CountingUnit::ImplementationItem => bodies.for_each(|body| add(Some(body))),
                _ => return Err(NotCounted::Unit),
            }
        }
        let mut answers = Answers::default();
        for &answer in powers.values() {
            answers.add(answer);
        }
        Ok(answers)
    }

    /// Of each township the powers delegated to it, and those that it claimed.
    pub(super) fn claimed_by_township(&self) -> Vec<Statistic> {
        let counts = CountOf::new(Kind::Delegation, CountingUnit::ImplementationItem);
        let mut pairs: BTreeMap<(&str, &str), bool> = BTreeMap::new();
        for (fact, townships) in &self.delegations {
            let claimed: HashSet<u32> = fact.claimed_by.iter().copied().collect();
            for &body in townships {
                *pairs.entry((self.facts.bodies.id(body), fact.power_item.as_str())).or_default() |=
                    claimed.contains(&body);
            }
        }
        let mut townships: BTreeMap<&str, Answers> = BTreeMap::new();
        for ((township, _), claimed) in pairs {
            townships.entry(township).or_default().add(Some(claimed));
        }
        let of_township = |(id, answers): (&str, Answers)| Statistic {
            group: Some(self.group(Key::Township(id))),
            ..statistic(Definition::Claimed, counts, answers.yes, Some(answers.all))
        };
        townships.into_iter().map(of_township).collect()
    }

    /// The townships to which each power is delegated; all of them are those of the division of the body that delegates.
    pub(super) fn settle_delegations(&mut self) {
        let bodies = self.facts.bodies.named().map(|(body, _)| body);
        let townships: Vec<u32> = bodies.filter(|&body| self.is_township(body)).collect();
        let offered_to = |fact: &KnownDelegation| -> BTreeSet<u32> {
            if !fact.to_all_townships {
                return fact.to.iter().copied().filter(|&body| self.is_township(body)).collect();
            }
            let division = self.division_of(fact.from);
            let is_below = |body| division.zip(self.division_of(body)).is_some_and(|(all, one)| all.contains(&one));
            townships.iter().copied().filter(|&body| is_below(body)).collect()
        };
        let settled = self.facts.delegations.all().map(|fact| (fact, offered_to(fact)));
        (self.delegations, self.ended) = settled.partition(|(fact, _)| fact.state == DelegationState::InForce);
    }
}
