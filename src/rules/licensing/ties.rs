//! What ties an item of one list to another ties its parts; and who exercises it.

use std::collections::HashMap;

use crate::codelist::OrganizationKind;
use crate::facts::authorities::KnownAuthority;
use crate::facts::licensed::{IdKey, Tied};
use crate::judged::Whole;

/// How many levels of parts are followed: main item, sub-item, business item.
const LEVELS: usize = 3;

/// The items that nothing ties: neither they, nor an item of which they are a part, nor a part of them. Parts of such an
/// item are told with it.
pub(super) fn untied<'f>(list: &'f [Tied], is_tied: impl Fn(&Tied) -> bool) -> Vec<&'f Tied> {
    let at: HashMap<IdKey, usize> = list.iter().enumerate().map(|(at, item)| (item.id, at)).collect();
    let above = |item: usize| list.get(item)?.parent.and_then(|parent| at.get(&parent)).copied();
    let mut tied: Vec<bool> = list.iter().map(is_tied).collect();
    for item in 0..list.len() {
        if tied.get(item) != Some(&true) {
            continue;
        }
        for over in std::iter::successors(above(item), |&over| above(over)).take(LEVELS) {
            if let Some(over) = tied.get_mut(over) {
                *over = true;
            }
        }
    }
    let is_told = |&(item, _): &(usize, &'f Tied)| tied.get(item) == Some(&false) && above(item).is_none();
    list.iter().enumerate().filter(is_told).map(|(_, item)| item).collect()
}

/// Who exercises a license.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exercised {
    /// Nobody is named who does.
    Nobody,
    /// Vertical agencies alone, whose lists are those of an organ above.
    ByVerticalAgencies,
    Here,
}

/// Who exercises an item. Whoever accepts, reviews first or undertakes does not.
pub(super) fn exercised(whole: &Whole<'_>, item: u32) -> Exercised {
    let bodies = whole.facts.authorities.of_item(item);
    if bodies.is_empty() {
        return Exercised::Here;
    }
    let mut exercising = bodies.iter().filter(|body| body.exercises()).peekable();
    if exercising.peek().is_none() {
        return Exercised::Nobody;
    }
    if exercising.all(|body| is_vertical(whole, body)) { Exercised::ByVerticalAgencies } else { Exercised::Here }
}

fn is_vertical(whole: &Whole<'_>, authority: &KnownAuthority) -> bool {
    whole.facts.bodies.body(authority.body).is_some_and(|body| body.kind == OrganizationKind::VerticalAgency)
}
