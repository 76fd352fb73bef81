//! What an item is known by, put so that the items of two editions can be compared.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

use super::bodies::{Bodies, Body};
use super::provisions::Provisions;
use crate::codelist::ItemType;
use crate::facts::names::folded;
use crate::model::{Catalog, Item};

/// Texts by numbers, the same for both editions.
#[derive(Debug, Default)]
pub(super) struct Numbers<'a>(HashMap<Cow<'a, str>, u32>);

impl<'a> Numbers<'a> {
    fn of(&mut self, text: Cow<'a, str>) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(text).or_insert(next)
    }
}

/// One of the two editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Old,
    New,
}

/// An item, by what it is known by.
#[derive(Debug)]
pub(super) struct Known<'a> {
    pub(super) item: Item<'a>,
    pub(super) side: Side,
    /// The number of its name, as names are compared.
    pub(super) name: u32,
    /// Each with the field in which it stands, without blanks and in half width; in order.
    pub(super) codes: Vec<(&'static str, u32)>,
    /// The number of the name of the item above, where the catalog has it.
    pub(super) parent: Option<u32>,
    /// Worked out when first asked for: most items are known by name, code and id alone.
    bodies: OnceCell<Vec<Body<'a>>>,
    basis: OnceCell<Provisions>,
}

/// What an item is called, and its type.
pub(super) type Called = (u32, ItemType);

/// Whether two items agree in something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreement {
    Agrees,
    Differs,
    /// One of them does not state it.
    NotTold,
}

impl<'a> Known<'a> {
    pub(super) fn new(item: Item<'a>, catalog: &'a Catalog, side: Side, numbers: &mut Numbers<'a>) -> Self {
        let name = numbers.of(folded(item.name().as_str()));
        let codes = item.codes().map(|(slot, code)| (slot.field(), numbers.of(folded(code))));
        let mut codes: Vec<(&'static str, u32)> = codes.collect();
        codes.sort_unstable();
        let above = item.parent().and_then(|id| Item::of(catalog.get(item.kind(), id.as_str())?));
        let parent = above.map(|above| numbers.of(folded(above.name().as_str())));
        Self { item, side, name, codes, parent, bodies: OnceCell::new(), basis: OnceCell::new() }
    }

    pub(super) fn id(&self) -> &'a str {
        self.item.id().as_str()
    }

    pub(super) fn called(&self) -> Called {
        (self.name, self.item.item_type())
    }

    /// The bodies that act in it, and the competent department where it names no other; in the order of their numbers.
    pub(super) fn bodies(&self, bodies: &Bodies<'a>) -> &[Body<'a>] {
        self.bodies.get_or_init(|| {
            let of = |id: &'a str| match self.side {
                Side::Old => bodies.of_old(id),
                Side::New => bodies.of_new(id),
            };
            let mut acting: Vec<Body<'a>> =
                self.item.bodies().map(|body| of(body.organization.id().as_str())).collect();
            if acting.is_empty() {
                acting.extend(self.item.competent_department().map(|body| of(body.id().as_str())));
            }
            acting.sort_unstable();
            acting.dedup();
            acting
        })
    }

    /// The provisions on which it rests.
    pub(super) fn basis(&self, catalog: &Catalog) -> &Provisions {
        self.basis.get_or_init(|| Provisions::of(catalog, self.item.basis().iter()))
    }

    /// Whether the codes agree: where a code of one field is stated in both, whether one is the same.
    pub(super) fn codes_agree(&self, other: &Self) -> Agreement {
        if self.codes.iter().any(|code| other.codes.binary_search(code).is_ok()) {
            return Agreement::Agrees;
        }
        let fields: BTreeSet<&str> = other.codes.iter().map(|(field, _)| *field).collect();
        let is_told = self.codes.iter().any(|(field, _)| fields.contains(field));
        if is_told { Agreement::Differs } else { Agreement::NotTold }
    }

    pub(super) fn bodies_agree(&self, other: &Self, bodies: &Bodies<'a>) -> Agreement {
        let (mine, others) = (self.bodies(bodies), other.bodies(bodies));
        if mine.is_empty() || others.is_empty() {
            Agreement::NotTold
        } else if mine.iter().any(|body| others.binary_search(body).is_ok()) {
            Agreement::Agrees
        } else {
            Agreement::Differs
        }
    }
}
