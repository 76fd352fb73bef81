//! Licenses that are entrusted, as items and delegations state it.

use std::collections::HashSet;

use crate::codelist::{AuthorityRole, BodyNature, ItemType};
use crate::facts::authorities::{KnownAuthority, is_entrusted};
use crate::facts::bodies::Body;
use crate::facts::entrustments::Entrusted;
use crate::facts::licensed::IdKey;
use crate::model::{Authority, Delegation, Item, Kind};
use crate::rule::{AmongAll, Scope};
use crate::rules::licensing::licensing_law::is_license;

/// The bodies to which a license in force is entrusted, each with its place among the authorities.
pub(super) fn entrusted_in(item: Item<'_>) -> impl Iterator<Item = (usize, &Authority)> {
    let authorities = if is_license(item) { item.authorities() } else { &[] };
    authorities.iter().enumerate().filter(|(_, authority)| is_entrusted(authority))
}

/// Whether an item is a license that is entrusted.
pub(super) fn is_entrusted_license(_: &Scope<'_>, item: Item<'_>) -> bool {
    entrusted_in(item).next().is_some()
}

/// Whether a delegation passes on a license in force.
pub(super) fn is_of_license(all: &AmongAll<'_>, delegation: &Delegation) -> bool {
    let power = all.facts.power(delegation.power_item.id().as_str());
    power.is_some_and(|power| power.in_force && power.item_type == ItemType::Licensing)
}

/// Whether a license is entrusted to a body by one of these delegations.
pub(super) fn is_entrusted_by(entrusted: &Entrusted, all: &AmongAll<'_>, item: Item<'_>, body: &str) -> bool {
    let bodies = &all.facts.bodies;
    let Some(number) = bodies.number(body) else { return false };
    let is_township = bodies.body(number).is_some_and(Body::is_township);
    match item {
        // The power behind a licensing item goes by another id.
        Item::Licensing(_) => entrusted.has_any(number, is_township),
        _ => entrusted.has(IdKey::of(item.id()), number, is_township),
    }
}

/// How many of the bodies of a delegation neither its power nor the licensing item of that names as entrusted, among the
/// authorities that count; none where the delegation names no bodies.
pub(super) fn bodies_beside_item(
    all: &AmongAll<'_>,
    delegation: &Delegation,
    counts: impl Fn(&KnownAuthority) -> bool,
) -> Option<usize> {
    if delegation.to.is_empty() {
        return None;
    }
    let power = all.facts.records.ordinal(Kind::PowerItem, delegation.power_item.id().as_str());
    let items = power.into_iter().chain(power.and_then(|power| all.license_of(power)));
    let authorities = items.flat_map(|item| all.facts.authorities.of_item(item));
    let stated: HashSet<u32> =
        authorities.filter(|known| is_entrusted_to(known) && counts(known)).map(|known| known.body).collect();
    let bodies = delegation.to.iter().map(|body| all.facts.bodies.number(body.id().as_str()));
    Some(bodies.filter(|number| number.is_none_or(|number| !stated.contains(&number))).count())
}

fn is_entrusted_to(known: &KnownAuthority) -> bool {
    known.role == AuthorityRole::Entrusted || (known.exercises() && known.nature == Some(BodyNature::Entrusted))
}
