//! Items that are called the same in both editions, where neither adjustments nor codes nor ids say which is which.
//!
//! What is called the same and is of one type is told apart by body, basis and the item above, and where these are the
//! same, by what else it says. What cannot be told apart is not paired.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::known::{Agreement, Called, Known};
use super::list::{Confidence, MatchedBy};
use super::matcher::Matcher;
use crate::model::{Catalog, Item};

/// One that is looked for.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    at: usize,
    bodies: u32,
    basis: u32,
    parent: Option<u32>,
}

/// Bodies, basis, and the item above, as far as they are looked at.
type Apart = (Option<u32>, Option<u32>, Option<Option<u32>>);

/// What tells candidates apart, from much to little.
const APART: [fn(&Candidate) -> Apart; 6] = [
    |one| (Some(one.bodies), Some(one.basis), Some(one.parent)),
    |one| (Some(one.bodies), Some(one.basis), None),
    |one| (Some(one.bodies), None, None),
    |one| (None, Some(one.basis), None),
    |one| (None, None, Some(one.parent)),
    |_| (None, None, None),
];

/// Pairs what is called the same.
pub(super) fn by_name(matcher: &mut Matcher<'_, '_>) {
    let mut groups: HashMap<Called, (Vec<usize>, Vec<usize>)> = HashMap::new();
    let mut order = Vec::new();
    for (at, known) in matcher.old_left().filter(|(_, known)| known.item.in_force()) {
        let group = groups.entry(known.called()).or_default();
        if group.0.is_empty() {
            order.push(known.called());
        }
        group.0.push(at);
    }
    for (at, known) in matcher.new_left().filter(|(_, known)| known.item.in_force()) {
        if let Some(group) = groups.get_mut(&known.called()) {
            group.1.push(at);
        }
    }
    let (in_old, in_new) = (how_often(&matcher.old), how_often(&matcher.new));
    let mut found = Vec::new();
    for called in order {
        let Some((old, new)) = groups.remove(&called).filter(|(_, new)| !new.is_empty()) else { continue };
        let is_only = in_old.get(&called) == Some(&1) && in_new.get(&called) == Some(&1);
        found.extend(told_apart(matcher, &old, &new, is_only));
    }
    for (old, new, confidence) in found {
        matcher.group(vec![old], vec![new], MatchedBy::Name, confidence);
    }
}

/// How many items in force are called by each name.
fn how_often(items: &[Known<'_>]) -> HashMap<Called, usize> {
    let mut counts: HashMap<Called, usize> = HashMap::new();
    for known in items.iter().filter(|known| known.item.in_force()) {
        let count = counts.entry(known.called()).or_default();
        *count = count.saturating_add(1);
    }
    counts
}

/// Of items that are called the same those that are one.
fn told_apart(
    matcher: &Matcher<'_, '_>,
    old: &[usize],
    new: &[usize],
    is_only: bool,
) -> Vec<(usize, usize, Confidence)> {
    let (mut old, mut new) = candidates(matcher, old, new);
    let mut found = Vec::new();
    for (step, key) in APART.into_iter().enumerate() {
        if old.is_empty() || new.is_empty() {
            break;
        }
        let mut alike: HashMap<_, (Vec<Candidate>, Vec<Candidate>)> = HashMap::new();
        let mut order = Vec::new();
        for one in &old {
            let group = alike.entry(key(one)).or_default();
            if group.0.is_empty() {
                order.push(key(one));
            }
            group.0.push(*one);
        }
        for one in &new {
            if let Some(group) = alike.get_mut(&key(one)) {
                group.1.push(*one);
            }
        }
        let mut paired = Vec::new();
        for key in order {
            match alike.remove(&key) {
                Some((old, new)) if old.len() == 1 && new.len() == 1 => {
                    paired.extend(old.into_iter().zip(new));
                }
                // All by which they are known is the same: what else they say is looked at.
                Some((old, new)) if step == 0 && !new.is_empty() => paired.extend(by_content(matcher, &old, &new)),
                _ => {}
            }
        }
        // Where others are called so too, another body is another item.
        paired.retain(|(one, other)| is_only || !bodies_differ(matcher, one, other));
        let done_old: HashSet<usize> = paired.iter().map(|(one, _)| one.at).collect();
        let done_new: HashSet<usize> = paired.iter().map(|(_, other)| other.at).collect();
        old.retain(|one| !done_old.contains(&one.at));
        new.retain(|one| !done_new.contains(&one.at));
        found.extend(paired.iter().map(|(one, other)| (one.at, other.at, confidence(matcher, one, other))));
    }
    found
}

fn bodies_differ(matcher: &Matcher<'_, '_>, old: &Candidate, new: &Candidate) -> bool {
    let (Some(old), Some(new)) = (matcher.old.get(old.at), matcher.new.get(new.at)) else { return true };
    old.bodies_agree(new, matcher.bodies) == Agreement::Differs
}

/// How sure it is that two are one that are called the same.
fn confidence(matcher: &Matcher<'_, '_>, old: &Candidate, new: &Candidate) -> Confidence {
    let bases_differ = match (matcher.old.get(old.at), matcher.new.get(new.at)) {
        (Some(old), Some(new)) => matcher.bases_agree(old, new) == Agreement::Differs,
        _ => true,
    };
    if bases_differ || bodies_differ(matcher, old, new) { Confidence::Possible } else { Confidence::Likely }
}

/// Pairs those that say the same in all else. Of those that are left as many on each side are paired by what they say, in
/// the order of their texts: whichever of them is which, their changes are told.
fn by_content(matcher: &Matcher<'_, '_>, old: &[Candidate], new: &[Candidate]) -> Vec<(Candidate, Candidate)> {
    let told = |candidates: &[Candidate], items: &[Known<'_>]| {
        let items = candidates.iter().filter_map(|candidate| Some((items.get(candidate.at)?.item, *candidate)));
        let mut told: Vec<_> = items.map(|(item, candidate)| (content(item), item.id().clone(), candidate)).collect();
        told.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
        told.into_iter().map(|(content, _, candidate)| (content, candidate)).collect::<Vec<_>>()
    };
    let (mut old, mut new) = (told(old, &matcher.old), told(new, &matcher.new));
    let mut paired = Vec::new();
    let mut equal: HashMap<String, Vec<Candidate>> = HashMap::new();
    for (content, candidate) in new.iter().rev() {
        equal.entry(content.clone()).or_default().push(*candidate);
    }
    old.retain(|(content, one)| {
        let other = equal.get_mut(content).and_then(Vec::pop);
        paired.extend(other.map(|other| (*one, other)));
        other.is_none()
    });
    let done: HashSet<usize> = paired.iter().map(|(_, other): &(Candidate, Candidate)| other.at).collect();
    new.retain(|(_, other)| !done.contains(&other.at));
    if old.len() == new.len() {
        paired.extend(old.into_iter().zip(new).map(|((_, one), (_, other))| (one, other)));
    }
    paired
}

/// Members by which candidates are known already, or that refer to other records.
const KNOWN_BY: &[&str] = &[
    "id",
    "source",
    "code",
    "base_code",
    "implementation_code",
    "business_code",
    "local_codes",
    "parent",
    "competent_department",
    "authorities",
    "organization",
    "set_by",
    "basis",
    "power_item",
    "licensing_item",
];

/// What an item says besides.
fn content(item: Item<'_>) -> String {
    let json = item.record().to_json();
    let Ok(serde_json::Value::Object(mut members)) = serde_json::from_str(&json) else { return json };
    members.retain(|name, _| !KNOWN_BY.contains(&name.as_str()));
    serde_json::Value::Object(members).to_string()
}

/// The items, with numbers for what tells them apart.
fn candidates<'a>(matcher: &Matcher<'a, '_>, old: &[usize], new: &[usize]) -> (Vec<Candidate>, Vec<Candidate>) {
    let (mut bodies, mut bases) = (HashMap::new(), HashMap::new());
    let (of_old, of_new) = matcher.catalogs;
    let mut candidate = |at: usize, known: Option<&Known<'a>>, catalog: &Catalog| {
        let known = known?;
        Some(Candidate {
            at,
            bodies: number(&mut bodies, known.bodies(matcher.bodies).to_vec()),
            basis: number(&mut bases, known.basis(catalog).clone()),
            parent: known.parent,
        })
    };
    let old = old.iter().filter_map(|&at| candidate(at, matcher.old.get(at), of_old)).collect();
    let new = new.iter().filter_map(|&at| candidate(at, matcher.new.get(at), of_new)).collect();
    (old, new)
}

fn number<K: Eq + Hash>(numbers: &mut HashMap<K, u32>, key: K) -> u32 {
    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    *numbers.entry(key).or_insert(next)
}
