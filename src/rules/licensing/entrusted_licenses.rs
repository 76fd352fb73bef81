//! Licenses that are entrusted, as items and delegations state it.

use super::ranks::is_license;
use crate::codelist::ItemType;
use crate::codelist::{AuthorityRole, BodyNature};
use crate::facts::authorities::KnownAuthority;
use crate::facts::authorities::is_entrusted;
use crate::model::{Authority, Delegation, Item, Kind};
use crate::rule::AmongAll;

/// The bodies to which a license in force is entrusted, each with its place among the authorities.
pub(super) fn entrusted_in(item: Item<'_>) -> impl Iterator<Item = (usize, &Authority)> {
    let authorities = if is_license(item) { item.authorities() } else { &[] };
    authorities.iter().enumerate().filter(|(_, authority)| is_entrusted(authority))
}

/// Whether a delegation passes on a license in force.
pub(super) fn is_of_license(all: &AmongAll<'_>, delegation: &Delegation) -> bool {
    let power = power_of(all, delegation);
    let powers = all.facts.items.list(Kind::PowerItem);
    powers
        .zip(power)
        .and_then(|(powers, ordinal)| powers.item(ordinal))
        .is_some_and(|power| power.in_force && power.item_type == ItemType::Licensing)
}

fn power_of(all: &AmongAll<'_>, delegation: &Delegation) -> Option<u32> {
    all.facts.records.ordinal(Kind::PowerItem, delegation.power_item.id().as_str())
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
    let power = power_of(all, delegation);
    let items = power.into_iter().chain(power.and_then(|power| all.license_of(power)));
    let authorities = items.flat_map(|item| all.facts.authorities.of_item(item));
    let stated: std::collections::HashSet<u32> =
        authorities.filter(|known| is_entrusted_to(known) && counts(known)).map(|known| known.body).collect();
    let bodies = delegation.to.iter().map(|body| all.facts.bodies.number(body.id().as_str()));
    Some(bodies.filter(|number| number.is_none_or(|number| !stated.contains(&number))).count())
}

fn is_entrusted_to(known: &KnownAuthority) -> bool {
    known.role == AuthorityRole::Entrusted || (known.exercises() && known.nature == Some(BodyNature::Entrusted))
}
