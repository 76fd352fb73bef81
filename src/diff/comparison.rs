//! The comparison of two items: where it stands, and what was noted so far.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::bodies::{Bodies, Body};
use super::change::{Change, FieldChange};
use super::list::{ChangeClass, Effect};
use super::pairing::Pairing;
use crate::facts::names::folded;
use crate::model::{Catalog, Extension, Id, Kind};

/// Two editions, with what of them is one.
#[derive(Debug)]
pub(super) struct Editions<'a> {
    pub(super) old: &'a Catalog,
    pub(super) new: &'a Catalog,
    pub(super) bodies: Bodies<'a>,
    pub(super) pairings: Vec<Pairing<'a>>,
}

impl<'a> Editions<'a> {
    /// A body by its id in each edition.
    pub(super) fn body(&self, old: &'a Id, new: &'a Id) -> (Body<'a>, Body<'a>) {
        (self.bodies.of_old(old.as_str()), self.bodies.of_new(new.as_str()))
    }

    /// Whether two references to items of a kind are to the same item.
    pub(super) fn is_same_item(&self, kind: Kind, old: &Id, new: &Id) -> bool {
        let pairing = self.pairings.iter().find(|pairing| pairing.kind == kind);
        pairing.is_some_and(|pairing| pairing.is_same(old.as_str(), new.as_str()))
    }
}

/// What a change means, as far as one part of it tells.
#[derive(Debug, Clone, Copy, Default)]
struct Effects {
    eases: bool,
    burdens: bool,
    not_told: bool,
}

impl Effects {
    fn add(&mut self, effect: Effect) {
        match effect {
            Effect::Eases => self.eases = true,
            Effect::Burdens => self.burdens = true,
            Effect::Mixed => (self.eases, self.burdens) = (true, true),
            Effect::NotTold => self.not_told = true,
            Effect::Neutral => {}
        }
    }

    fn of_all(self) -> Effect {
        match (self.eases, self.burdens, self.not_told) {
            (true, true, _) => Effect::Mixed,
            (_, _, true) => Effect::NotTold,
            (true, false, false) => Effect::Eases,
            (false, true, false) => Effect::Burdens,
            (false, false, false) => Effect::Neutral,
        }
    }
}

/// The comparison of an item with the one that it is in the other edition.
#[derive(Debug)]
pub(super) struct Comparison<'c, 'a> {
    pub(super) editions: &'c Editions<'a>,
    /// What a shorter limit of the procedure means: of what one applies for it eases.
    pub(super) shorter: Effect,
    path: Vec<Cow<'a, str>>,
    noted: BTreeMap<ChangeClass, (Effects, Vec<FieldChange>)>,
    /// How many notes there are.
    pub(super) count: usize,
}

impl<'c, 'a> Comparison<'c, 'a> {
    pub(super) fn new(editions: &'c Editions<'a>, shorter: Effect) -> Self {
        Self { editions, shorter, path: Vec::new(), noted: BTreeMap::new(), count: 0 }
    }

    /// Compares what stands below a member or an element.
    pub(super) fn below(&mut self, step: impl Into<Cow<'a, str>>, compare: impl FnOnce(&mut Self)) {
        self.path.push(step.into());
        compare(self);
        self.path.pop();
    }

    /// Notes a change where the comparison stands. Nothing stands there where a value is absent or an empty list.
    pub(super) fn note<T: Serialize + ?Sized>(
        &mut self,
        class: ChangeClass,
        effect: Effect,
        old: Option<&T>,
        new: Option<&T>,
    ) {
        let field = FieldChange { field: self.path.join("/"), old: old.and_then(json), new: new.and_then(json) };
        let (effects, fields) = self.noted.entry(class).or_default();
        effects.add(effect);
        fields.push(field);
        self.count = self.count.saturating_add(1);
    }

    /// Notes that a value is another one.
    pub(super) fn differs<T: Serialize + ?Sized>(&mut self, class: ChangeClass, effect: Effect, old: &T, new: &T) {
        self.note(class, effect, Some(old), Some(new));
    }

    /// The changes, in the order of their classes.
    pub(super) fn changes(self) -> Vec<Change> {
        let changes = self.noted.into_iter();
        let change = |(class, (effects, fields)): (ChangeClass, (Effects, Vec<FieldChange>))| Change {
            class,
            effect: effects.of_all(),
            fields,
            adjustments: Vec::new(),
        };
        changes.map(change).collect()
    }
}

/// A value as JSON; none where nothing stands there.
fn json(value: &(impl Serialize + ?Sized)) -> Option<Extension> {
    let text = serde_json::to_string(value).ok()?;
    if matches!(&*text, "null" | "[]" | "{}") { None } else { Extension::from_json(&text).ok() }
}

/// Whether two texts are the same but for widths, blanks and lookalikes.
pub(super) fn reads_alike(old: &str, new: &str) -> bool {
    old == new || folded(old) == folded(new)
}

/// The other way round.
pub(super) fn reversed(effect: Effect) -> Effect {
    match effect {
        Effect::Eases => Effect::Burdens,
        Effect::Burdens => Effect::Eases,
        other => other,
    }
}
