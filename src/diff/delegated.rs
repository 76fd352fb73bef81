//! Which bodies powers are delegated to in each edition.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::bodies::{Bodies, Body};
use super::change::{Change, FieldChange};
use super::list::{ChangeClass, Effect};
use super::log::day_of;
use crate::model::{Catalog, Delegation, Extension, Id, Kind};

/// All townships, where a delegation names none of them.
const ALL: Body<'_> = Body::Unlisted("");

/// Who has which powers by delegation, by the ids of the powers; delegations that had ended by the edition left out.
#[derive(Debug)]
pub(super) struct Delegated<'a> {
    old: HashMap<&'a str, Receivers<'a>>,
    new: HashMap<&'a str, Receivers<'a>>,
}

/// Bodies, each with the delegation by which it has the power.
type Receivers<'a> = BTreeMap<Body<'a>, &'a Id>;

impl<'a> Delegated<'a> {
    pub(super) fn between(old: &'a Catalog, new: &'a Catalog, bodies: &Bodies<'a>) -> Self {
        Self { old: receivers(old, |id| bodies.of_old(id)), new: receivers(new, |id| bodies.of_new(id)) }
    }

    /// Whether a power is delegated to the same bodies in both editions.
    pub(super) fn is_same(&self, old: &Id, new: &Id) -> bool {
        let bodies = |receivers: Option<&Receivers<'a>>| -> BTreeSet<Body<'a>> {
            receivers.into_iter().flat_map(BTreeMap::keys).copied().collect()
        };
        bodies(self.old.get(old.as_str())) == bodies(self.new.get(new.as_str()))
    }

    /// What changed of the delegations of a power that is one in both editions.
    pub(super) fn changes(&self, old: &Id, new: &Id) -> Vec<Change> {
        let none = Receivers::new();
        let (were, are) = (self.old.get(old.as_str()).unwrap_or(&none), self.new.get(new.as_str()).unwrap_or(&none));
        let only = |of: &Receivers<'a>, beside: &Receivers<'a>| -> BTreeSet<&'a Id> {
            of.iter().filter(|(body, _)| !beside.contains_key(body)).map(|(_, &delegation)| delegation).collect()
        };
        let (begun, ended) = (only(are, were), only(were, are));
        let list = |ids: &BTreeSet<&Id>| {
            let value = serde_json::to_string(ids).ok().filter(|_| !ids.is_empty())?;
            Extension::from_json(&value).ok()
        };
        let change = |class, old, new| {
            let fields = vec![FieldChange { field: Kind::Delegation.array().to_owned(), old, new }];
            Change { class, effect: Effect::Neutral, fields, adjustments: Vec::new() }
        };
        let devolved = (!begun.is_empty()).then(|| change(ChangeClass::Devolved, None, list(&begun)));
        let taken_back = (!ended.is_empty()).then(|| change(ChangeClass::TakenBack, list(&ended), None));
        devolved.into_iter().chain(taken_back).collect()
    }
}

fn receivers<'a>(catalog: &'a Catalog, body: impl Fn(&'a str) -> Body<'a>) -> HashMap<&'a str, Receivers<'a>> {
    let mut receivers: HashMap<&str, Receivers<'_>> = HashMap::new();
    for delegation in catalog.delegations.iter().filter(|delegation| !has_ended(catalog, delegation)) {
        let of_power = receivers.entry(delegation.power_item.id().as_str()).or_default();
        if delegation.to_all_townships == Some(true) {
            of_power.entry(ALL).or_insert(&delegation.id);
        }
        for receiver in &delegation.to {
            of_power.entry(body(receiver.id().as_str())).or_insert(&delegation.id);
        }
    }
    receivers
}

/// Whether a delegation had ended by the day of the edition; where either states no day, what is said to have ended has.
fn has_ended(catalog: &Catalog, delegation: &Delegation) -> bool {
    let ended = delegation.ended_on.as_ref().or(delegation.returned.as_ref().map(|returned| &returned.on));
    let day = day_of(catalog.header.edition.as_ref());
    ended.is_some_and(|ended| ended.value().zip(day).is_none_or(|(ended, day)| ended <= day))
}
