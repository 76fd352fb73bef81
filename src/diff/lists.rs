//! Lists, element by element: which elements of two lists are one.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;

use serde::Serialize;

use super::comparison::{Comparison, reversed};
use super::known::Side;
use super::list::{ChangeClass, Effect};

/// The elements of two lists.
pub(super) struct Aligned<'a, T> {
    pub(super) pairs: Vec<(&'a T, &'a T)>,
    /// Those of the old list alone.
    pub(super) gone: Vec<&'a T>,
    /// Those of the new list alone.
    pub(super) come: Vec<&'a T>,
    /// Whether those that stay stand in another order.
    pub(super) is_reordered: bool,
}

/// Pairs elements by what names them; of those that are named alike equal ones first, and then in their order.
pub(super) fn align<'a, T: Serialize, K: Eq + Hash>(
    old: impl IntoIterator<Item = &'a T>,
    new: impl IntoIterator<Item = &'a T>,
    key: impl Fn(&'a T, Side) -> K,
) -> Aligned<'a, T> {
    let mut groups: HashMap<K, [Vec<(usize, &'a T)>; 2]> = HashMap::new();
    for (at, element) in old.into_iter().enumerate() {
        let [of_old, _] = groups.entry(key(element, Side::Old)).or_default();
        of_old.push((at, element));
    }
    let mut come = Vec::new();
    for (at, element) in new.into_iter().enumerate() {
        match groups.get_mut(&key(element, Side::New)) {
            Some([_, of_new]) => of_new.push((at, element)),
            None => come.push((at, element)),
        }
    }
    let (mut gone, mut pairs) = (Vec::new(), Vec::new());
    // In any order: what is found is put in order below.
    for [mut of_old, mut of_new] in groups.into_values() {
        if of_old.len() > 1 || of_new.len() > 1 {
            equal_first(&mut of_old, &mut of_new, &mut pairs);
        }
        let count = of_old.len().min(of_new.len());
        gone.extend(of_old.drain(count..));
        come.extend(of_new.drain(count..));
        pairs.extend(of_old.into_iter().zip(of_new));
    }
    pairs.sort_unstable_by_key(|((at, _), _)| *at);
    gone.sort_unstable_by_key(|(at, _)| *at);
    come.sort_unstable_by_key(|(at, _)| *at);
    let is_reordered = !pairs.is_sorted_by_key(|(_, (at, _))| *at);
    let alone = |elements: Vec<At<'a, T>>| elements.into_iter().map(|(_, element)| element).collect();
    let pairs = pairs.into_iter().map(|((_, one), (_, other))| (one, other)).collect();
    Aligned { pairs, gone: alone(gone), come: alone(come), is_reordered }
}

type At<'a, T> = (usize, &'a T);

/// Takes those out that say the same.
fn equal_first<'a, T: Serialize>(
    old: &mut Vec<At<'a, T>>,
    new: &mut Vec<At<'a, T>>,
    pairs: &mut Vec<(At<'a, T>, At<'a, T>)>,
) {
    let said = |element: &T| serde_json::to_string(element).unwrap_or_default();
    let mut equal: HashMap<String, Vec<At<'a, T>>> = HashMap::new();
    for (at, element) in new.drain(..).rev() {
        equal.entry(said(element)).or_default().push((at, element));
    }
    old.retain(|one| {
        let other = equal.get_mut(&said(one.1)).and_then(Vec::pop);
        pairs.extend(other.map(|other| (*one, other)));
        other.is_none()
    });
    new.extend(equal.into_values().flatten());
    new.sort_unstable_by_key(|(at, _)| *at);
}

/// What a list is about: the classes of what is added and removed, and what an addition means.
#[derive(Debug, Clone, Copy)]
pub(super) struct About {
    pub(super) added: ChangeClass,
    pub(super) removed: ChangeClass,
    pub(super) effect: Effect,
}

impl About {
    pub(super) const fn content(effect: Effect) -> Self {
        Self { added: ChangeClass::ContentChanged, removed: ChangeClass::ContentChanged, effect }
    }
}

/// Compares lists of parts that have names.
pub(super) fn parts<'a, T: Serialize + PartialEq, K: Eq + Hash>(
    at: &mut Comparison<'_, 'a>,
    (old, new): (&'a [T], &'a [T]),
    about: About,
    key: impl Fn(&'a T, Side) -> K,
    name: impl Fn(&'a T, Side) -> Cow<'a, str>,
    inside: impl Fn(&mut Comparison<'_, 'a>, &'a T, &'a T),
) {
    let aligned = align(old, new, key);
    let noted = at.count;
    for (one, other) in &aligned.pairs {
        if one != other {
            at.below(name(other, Side::New), |at| inside(at, one, other));
        }
    }
    for gone in &aligned.gone {
        at.below(name(gone, Side::Old), |at| at.note(about.removed, reversed(about.effect), Some(*gone), None));
    }
    for come in &aligned.come {
        at.below(name(come, Side::New), |at| at.note(about.added, about.effect, None, Some(*come)));
    }
    if at.count == noted && aligned.is_reordered {
        at.differs(ChangeClass::Editorial, Effect::Neutral, old, new);
    }
}
