//! Items: the few bytes that are kept of each item of the licensing, power and service lists.

use std::collections::BTreeSet;

use crate::codelist::{Initiation, ItemLevel, ItemStatus, ItemType};
use crate::facts::bodies::BodyFacts;
use crate::facts::growth;
use crate::facts::materials::KnownMaterial;
use crate::facts::services::ServiceAnswers;
use crate::model::{Id, Item, Kind};

/// Facts about items.
#[derive(Debug, Default)]
pub(crate) struct ItemFacts {
    licensing: ItemList,
    power: ItemList,
    service: ItemList,
}

/// The items of one list, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct ItemList {
    items: Vec<KnownItem>,
    /// The bodies of the items that are counted, one after the other.
    bodies: Vec<u32>,
    /// The materials of services, one after the other.
    materials: Vec<KnownMaterial>,
    /// The items that sub-items in use name as their parent.
    parents: Vec<Id>,
}

/// What is known of an item.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownItem {
    pub(crate) ordinal: u32,
    /// Where its bodies begin in [`ItemList::bodies`].
    first_body: u32,
    /// Where its materials begin in [`ItemList::materials`].
    first_material: u32,
    /// How many materials it has, whether they are kept or not.
    pub(crate) materials: u32,
    bodies: u16,
    pub(crate) item_type: ItemType,
    pub(crate) item_level: ItemLevel,
    pub(crate) answers: ServiceAnswers,
    pub(crate) in_force: bool,
    /// Whether it is in statistics: in use, and, of services, asked for by somebody.
    pub(crate) is_counted: bool,
}

impl ItemFacts {
    /// Adds an item; says whether it is counted.
    pub(super) fn add(&mut self, ordinal: u32, item: Item<'_>, bodies: &mut BodyFacts) -> bool {
        let list = match item {
            Item::Licensing(_) => &mut self.licensing,
            Item::Power(_) => &mut self.power,
            Item::Service(_) => &mut self.service,
        };
        list.add(ordinal, item, bodies)
    }

    /// The list of items of a kind; none where these are no items.
    pub(crate) fn list(&self, kind: Kind) -> Option<&ItemList> {
        match kind {
            Kind::LicensingItem => Some(&self.licensing),
            Kind::PowerItem => Some(&self.power),
            Kind::ServiceItem => Some(&self.service),
            _ => None,
        }
    }

    pub(crate) fn services(&self) -> &ItemList {
        &self.service
    }
}

impl ItemList {
    fn add(&mut self, ordinal: u32, item: Item<'_>, bodies: &mut BodyFacts) -> bool {
        let is_counted = is_counted(item);
        let (first_body, first_material) = (self.bodies.len(), self.materials.len());
        let mut answers = ServiceAnswers::default();
        if let Item::Service(service) = item {
            answers = ServiceAnswers::of(service);
            self.materials.extend(service.materials.iter().map(KnownMaterial::of));
        }
        if is_counted {
            self.bodies.extend(deciding(item).map(|body| bodies.number_of(body)));
            // Sub-items mostly stand one after the other.
            if let Some(parent) = item.parent().filter(|_| item.item_level() == ItemLevel::Sub)
                && self.parents.last() != Some(parent)
            {
                self.parents.push(parent.clone());
            }
        }
        let known = KnownItem {
            ordinal,
            first_body: count(first_body),
            first_material: count(first_material),
            materials: count(item.materials().len()),
            bodies: u16::try_from(self.bodies.len().saturating_sub(first_body)).unwrap_or(u16::MAX),
            item_type: item.item_type(),
            item_level: item.item_level(),
            answers,
            in_force: item.in_force(),
            is_counted,
        };
        growth::add(&mut self.items, known);
        is_counted
    }

    /// All items.
    pub(crate) fn all(&self) -> impl Iterator<Item = &KnownItem> {
        self.items.iter()
    }

    /// The items that are in statistics.
    pub(crate) fn counted(&self) -> impl Iterator<Item = &KnownItem> {
        self.items.iter().filter(|item| item.is_counted)
    }

    /// The item of a record.
    pub(crate) fn item(&self, ordinal: u32) -> Option<&KnownItem> {
        let at = self.items.binary_search_by_key(&ordinal, |item| item.ordinal).ok()?;
        self.items.get(at)
    }

    /// The bodies that decide in an item that is counted, each once.
    pub(crate) fn bodies_of(&self, item: &KnownItem) -> &[u32] {
        part(&self.bodies, item.first_body, item.bodies.into())
    }

    /// The bodies that decide in the items that are counted; a body stands here once an item.
    pub(crate) fn bodies(&self) -> &[u32] {
        &self.bodies
    }

    /// The materials of a service, in their order.
    pub(crate) fn materials_of(&self, item: &KnownItem) -> &[KnownMaterial] {
        part(&self.materials, item.first_material, item.materials)
    }

    /// The ids of items that have sub-items in use.
    pub(crate) fn parents(&self) -> &[Id] {
        &self.parents
    }
}

/// Whether an item is in statistics: 在用, or without a status. What is suspended or cancelled is in none, nor is a
/// service that nobody asks for.
fn is_counted(item: Item<'_>) -> bool {
    let ex_officio = matches!(item, Item::Service(service) if service.initiation == Some(Initiation::ExOfficio));
    matches!(item.status(), None | Some(ItemStatus::InUse)) && !ex_officio
}

/// The bodies that decide, each once.
fn deciding(item: Item<'_>) -> impl Iterator<Item = &Id> {
    let mut known = BTreeSet::new();
    item.deciding().map(|body| body.organization.id()).filter(move |body| known.insert(*body))
}

fn part<T>(all: &[T], first: u32, length: u32) -> &[T] {
    let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    all.get(place(first)..place(first).saturating_add(place(length))).unwrap_or_default()
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
