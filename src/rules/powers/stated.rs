//! What an item states under 强制方式, each measure once, with what it rests on.

use crate::codelist::CoercionKind;
use crate::model::{Citation, Pointer, PowerItem};

/// A coercive measure or way of execution that an item states.
pub(super) struct Stated<'a> {
    pub(super) kind: CoercionKind,
    pub(super) at: Pointer,
    own: &'a [Citation],
    item: &'a PowerItem,
}

impl<'a> Stated<'a> {
    /// Of what is not stated itself, but by the item as a whole.
    pub(super) fn by_item(kind: CoercionKind, member: &str, item: &'a PowerItem) -> Self {
        Self { kind, at: Pointer::member(member), own: &[], item }
    }

    /// What it rests on: its own provisions and those of the item.
    pub(super) fn basis(&self) -> impl Iterator<Item = &'a Citation> + use<'a> {
        self.own.iter().chain(&self.item.basis)
    }
}

/// The kinds under 强制方式 that are to be judged.
pub(super) fn stated(item: &PowerItem, is_judged: impl Fn(CoercionKind) -> bool) -> Vec<Stated<'_>> {
    let mut stated: Vec<Stated<'_>> = Vec::new();
    for (index, part) in item.coercion.iter().enumerate() {
        if is_judged(part.measure) && stated.iter().all(|known| known.kind != part.measure) {
            let at = Pointer::element("coercion", index).below("measure");
            stated.push(Stated { kind: part.measure, at, own: &part.basis, item });
        }
    }
    stated
}

/// The kind that a name tells, by the first word that fits.
pub(super) fn named(item: &PowerItem, words: &[(&str, CoercionKind)]) -> Option<CoercionKind> {
    words.iter().find(|(word, _)| item.name.as_str().contains(word)).map(|&(_, kind)| kind)
}
