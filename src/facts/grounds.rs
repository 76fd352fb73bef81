//! What items without a basis of their own may rest on.

use crate::codelist::{ItemLevel, ItemType};
use crate::facts::Interner;
use crate::model::{Citation, Id, Item, Kind};

/// Whether an item says itself what gives the power, or names the item of another list that does.
fn is_grounded(item: Item<'_>) -> bool {
    let any = |bases: &[Citation]| !bases.is_empty();
    any(item.basis())
        || match item {
            Item::Licensing(item) => any(&item.implemented_under),
            Item::Power(item) => {
                item.licensing_item.is_some()
                    || item.penalties.iter().any(|penalty| any(&penalty.basis))
                    || item.coercion.iter().any(|coercion| any(&coercion.basis))
            }
            Item::Service(item) => item.power_item.is_some() || item.licensing_item.is_some(),
        }
}

/// The lists that are judged, and the member in which the basis belongs.
pub(crate) const LISTS: [(Kind, &str, &str); 3] = [
    (Kind::LicensingItem, "set_by", "licensing_items.set_by"),
    (Kind::PowerItem, "basis", "power_items.basis"),
    (Kind::ServiceItem, "basis", "service_items.basis"),
];

/// What the rule needs of all items, by the order of [`LISTS`].
#[derive(Debug, Default)]
pub(crate) struct GroundFacts(pub(crate) [GroundsOfKind; LISTS.len()]);

#[derive(Debug, Default)]
pub(crate) struct GroundsOfKind {
    /// The ids of items that have sub-items.
    pub(crate) parents: Interner<Box<str>>,
    /// Whether one of those sub-items has a basis, by the numbers of `parents`.
    pub(crate) has_grounded: Vec<bool>,
    /// Whether one of them has none, by the same numbers.
    pub(crate) has_lacking: Vec<bool>,
    /// In the order of their ordinals. Few: nearly every item has a basis.
    pub(crate) lacking: Vec<Lacking>,
}

/// An item in force without a basis of its own, but for public services, which need none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lacking {
    pub(crate) ordinal: u32,
    pub(crate) of_type: ItemType,
    /// The item of which it is a part, a number in `parents`.
    pub(crate) parent: Option<u32>,
}

impl GroundFacts {
    /// Adds what is known of an item in force.
    pub(super) fn add(&mut self, ordinal: u32, item: Item<'_>) {
        let kind = item.kind();
        let Some(of_kind) = LISTS.iter().position(|(of, ..)| *of == kind).and_then(|at| self.0.get_mut(at)) else {
            return;
        };
        // The item of which it is a part, and on whose basis it rests.
        let parent = item.parent().filter(|_| item.item_level() != ItemLevel::Main).map(Id::as_str);
        let is_grounded = is_grounded(item);
        if is_grounded && parent.is_none() {
            return;
        }
        let parent = parent.map(|id| of_kind.number_of(id));
        if is_grounded {
            if let Some(known) = parent.and_then(|number| of_kind.has_grounded.get_mut(place(number))) {
                *known = true;
            }
        } else if item.item_type() != ItemType::PublicService {
            if let Some(known) = parent.and_then(|number| of_kind.has_lacking.get_mut(place(number))) {
                *known = true;
            }
            of_kind.lacking.push(Lacking { ordinal, of_type: item.item_type(), parent });
        }
    }
}

impl GroundsOfKind {
    /// Whether the item with this id has parts, each of which has a basis.
    pub(crate) fn rests_on_parts(&self, id: &str) -> bool {
        let Some(at) = self.parents.find(id).map(place) else { return false };
        let is = |known: &[bool]| known.get(at).copied().unwrap_or_default();
        is(&self.has_grounded) && !is(&self.has_lacking)
    }

    fn number_of(&mut self, id: &str) -> u32 {
        let number = self.parents.number_of(id);
        if place(number) >= self.has_grounded.len() {
            self.has_grounded.push(false);
            self.has_lacking.push(false);
        }
        number
    }
}

pub(crate) fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
