//! What became of the items: groups of them, and those that stand alone.

use super::change::{Change, FieldChange, ItemChange, ItemKey};
use super::comparison::{Editions, reads_alike};
use super::delegated::Delegated;
use super::handed::Handed;
use super::item::compare;
use super::list::{ChangeClass, Effect};
use super::matcher::Group;
use super::pairing::Pairing;
use crate::model::{Extension, Item};

/// The items that changed, and how many were kept.
#[derive(Debug, Default)]
pub(super) struct Became {
    pub(super) items: Vec<ItemChange>,
    pub(super) kept: u64,
    pub(super) unchanged: u64,
}

impl Became {
    /// Compares the items of all lists.
    pub(super) fn of(editions: &Editions<'_>, delegated: &Delegated<'_>) -> Self {
        let handed = Handed::between(editions.old, editions.new);
        let mut became = Self::default();
        for pairing in &editions.pairings {
            became.add(editions, pairing, (&handed, delegated));
        }
        became
    }

    fn add(
        &mut self,
        editions: &Editions<'_>,
        pairing: &Pairing<'_>,
        (handed, delegated): (&Handed<'_>, &Delegated<'_>),
    ) {
        // By the first place in the old edition, and those that have none there by that in the new one.
        let mut placed: Vec<((usize, usize), ItemChange)> = Vec::new();
        let (mut old_is_grouped, mut new_is_grouped) = (vec![false; pairing.old.len()], vec![false; pairing.new.len()]);
        for group in &pairing.groups {
            for (grouped, places) in [(&mut old_is_grouped, &group.old), (&mut new_is_grouped, &group.new)] {
                for &at in places {
                    if let Some(is_grouped) = grouped.get_mut(at) {
                        *is_grouped = true;
                    }
                }
            }
            let place = (group.old.first().copied().unwrap_or(usize::MAX), 0);
            placed.extend(self.group(editions, pairing, group, (handed, delegated)).map(|item| (place, item)));
        }
        let alone = |items: &[Item<'_>], is_grouped: &[bool], came: bool| -> Vec<_> {
            let alone = items.iter().enumerate().zip(is_grouped).filter(|(_, is_grouped)| !**is_grouped);
            let in_force = alone.map(|((at, item), _)| (at, *item)).filter(|(_, item)| item.in_force());
            in_force
                .map(|(at, item)| {
                    let place = if came { (usize::MAX, at) } else { (at, 0) };
                    let (old, new) = if came { (Vec::new(), vec![key(item)]) } else { (vec![key(item)], Vec::new()) };
                    let class = if came { handed.come(item) } else { handed.gone(item) };
                    let changes = vec![change(class, Vec::new())];
                    let kind = item.kind();
                    (place, ItemChange { kind, old, new, matched_by: None, confidence: None, changes })
                })
                .collect()
        };
        placed.extend(alone(&pairing.old, &old_is_grouped, false));
        placed.extend(alone(&pairing.new, &new_is_grouped, true));
        placed.sort_by_key(|(place, _)| *place);
        self.items.extend(placed.into_iter().map(|(_, item)| item));
    }

    fn group(
        &mut self,
        editions: &Editions<'_>,
        pairing: &Pairing<'_>,
        group: &Group,
        (handed, delegated): (&Handed<'_>, &Delegated<'_>),
    ) -> Option<ItemChange> {
        let olds: Vec<Item<'_>> = group.old.iter().filter_map(|&at| pairing.old.get(at).copied()).collect();
        let news: Vec<Item<'_>> = group.new.iter().filter_map(|&at| pairing.new.get(at).copied()).collect();
        let mut changes = if let ([old], [new]) = (&*olds, &*news) {
            of_pair(editions, *old, *new, handed)
        } else {
            of_several(editions, &olds, &news)
        };
        let leaves = |changes: &[Change]| {
            use ChangeClass as Class;
            let leaves = |class| matches!(class, Class::Added | Class::Cancelled | Class::Devolved | Class::TakenBack);
            changes.iter().any(|change| leaves(change.class))
        };
        let was_in_force = olds.iter().any(|item| item.in_force());
        if let ([Item::Power(old)], [Item::Power(new)]) = (&*olds, &*news)
            && was_in_force
            && !leaves(&changes)
        {
            changes.extend(delegated.changes(&old.id, &new.id));
            changes.sort_by_key(|change| change.class);
        }
        if was_in_force && !leaves(&changes) {
            let count = u64::try_from(olds.len()).unwrap_or(u64::MAX);
            self.kept = self.kept.saturating_add(count);
            if changes.iter().all(|change| change.class == ChangeClass::Editorial) {
                self.unchanged = self.unchanged.saturating_add(count);
            }
        }
        (!changes.is_empty()).then(|| item_change(pairing, group, &olds, &news, changes))
    }
}

fn item_change(
    pairing: &Pairing<'_>,
    group: &Group,
    olds: &[Item<'_>],
    news: &[Item<'_>],
    changes: Vec<Change>,
) -> ItemChange {
    ItemChange {
        kind: pairing.kind,
        old: olds.iter().copied().map(key).collect(),
        new: news.iter().copied().map(key).collect(),
        matched_by: Some(group.matched_by),
        confidence: Some(group.confidence),
        changes,
    }
}

/// What changed of an item that is one in both editions. What is in force in neither gives nothing.
fn of_pair<'a>(editions: &Editions<'a>, old: Item<'a>, new: Item<'a>, handed: &Handed<'_>) -> Vec<Change> {
    match (old.in_force(), new.in_force()) {
        (true, true) => {
            let mut changes = compare(editions, old, new);
            // Its levels may say so already.
            let is_told = |class| changes.iter().any(|change| change.class == class);
            if let Some(class) = handed.step(old, new).filter(|class| !is_told(*class)) {
                changes.push(change(class, Vec::new()));
                changes.sort_by_key(|change| change.class);
            }
            changes
        }
        (true, false) => vec![change(handed.gone(old), status(old, new))],
        (false, true) => vec![change(handed.come(new), status(old, new))],
        (false, false) => Vec::new(),
    }
}

/// What changed of items of which several became one, or one became several.
fn of_several<'a>(editions: &Editions<'a>, olds: &[Item<'a>], news: &[Item<'a>]) -> Vec<Change> {
    let class = if olds.len() > 1 { ChangeClass::Merged } else { ChangeClass::Split };
    let mut changes = vec![change(class, Vec::new())];
    changes.extend(same(olds, news).into_iter().flat_map(|(old, new)| compare(editions, old, new)));
    changes.sort_by_key(|change| change.class);
    changes
}

/// Of several that became one, or the other way round, the one that goes on under its id or its name.
fn same<'a>(olds: &[Item<'a>], news: &[Item<'a>]) -> Option<(Item<'a>, Item<'a>)> {
    let pairs = || olds.iter().flat_map(|old| news.iter().map(move |new| (*old, *new)));
    let by_id = pairs().find(|(old, new)| old.id() == new.id());
    let is_alike = |(old, new): &(Item<'a>, Item<'a>)| reads_alike(old.name().as_str(), new.name().as_str());
    by_id.or_else(|| pairs().filter(is_alike).min_by_key(|(old, new)| (old.id(), new.id())))
}

fn change(class: ChangeClass, fields: Vec<FieldChange>) -> Change {
    // Whether somebody is the better for it does not show from a list: what one no longer lists, another may.
    let effect = match class {
        ChangeClass::Added | ChangeClass::Cancelled => Effect::NotTold,
        _ => Effect::Neutral,
    };
    Change { class, effect, fields, adjustments: Vec::new() }
}

/// The field by which an item is in force in one edition and not in the other.
fn status(old: Item<'_>, new: Item<'_>) -> Vec<FieldChange> {
    let value = |item: Item<'_>| item.status().map(|status| Extension::from(status.as_str()));
    vec![FieldChange { field: "status".to_owned(), old: value(old), new: value(new) }]
}

fn key(item: Item<'_>) -> ItemKey {
    let code = match item {
        // Of the codes of a service the one that no other has.
        Item::Service(service) => service.implementation_code.as_ref().map(|code| code.text().to_owned()),
        _ => None,
    };
    let code = code.or_else(|| item.codes().next().map(|(_, code)| code.to_owned()));
    ItemKey { id: item.id().clone(), name: item.name().clone(), code, item_type: item.item_type() }
}
