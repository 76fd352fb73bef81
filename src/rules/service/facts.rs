//! What the rules about links need of services: per item its materials, by fingerprint, and the links themselves.
//!
//! A material takes 16 bytes, so the 7,400 of a county with 1,480 services take 120 kB. Links may come before the
//! items that they name or after them: they are put together when all are known.

use crate::codelist::{LinkState, SubstitutionMode};
use crate::model::{Id, RecordRef};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Facts about services and what stands in for their materials.
#[derive(Debug, Default)]
pub(crate) struct ServiceFacts {
    /// By ordinal.
    pub(super) items: BTreeMap<u32, ItemFacts>,
    pub(super) links: Vec<LinkFacts>,
}

/// What is known of a service item.
#[derive(Debug)]
pub(super) struct ItemFacts {
    pub(super) in_force: bool,
    /// In their order.
    pub(super) materials: Box<[MaterialFacts]>,
}

/// What is known of a material.
#[derive(Debug, Clone, Copy)]
pub(super) struct MaterialFacts {
    /// Stands for its id within the item.
    pub(super) key: MaterialKey,
    pub(super) is_exempt: bool,
    pub(super) has_license_type: bool,
}

/// The fingerprint of the id of a material: within one item, two ids share it by no chance that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MaterialKey(u64);

impl MaterialKey {
    pub(super) fn of(id: &Id) -> Self {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// What is known of a link.
#[derive(Debug)]
pub(super) struct LinkFacts {
    pub(super) ordinal: u32,
    pub(super) item: Id,
    pub(super) material: Id,
    pub(super) has_license_type: bool,
    pub(super) mode: SubstitutionMode,
    pub(super) state: LinkState,
}

impl ServiceFacts {
    /// Adds the facts of a record.
    pub(crate) fn add(&mut self, ordinal: u32, record: RecordRef<'_>) {
        match record {
            RecordRef::ServiceItem(item) => {
                let materials = item.materials.iter().map(|material| MaterialFacts {
                    key: MaterialKey::of(&material.id),
                    is_exempt: material.exempt == Some(true),
                    has_license_type: material.license_type.is_some(),
                });
                let facts = ItemFacts { in_force: item.in_force(), materials: materials.collect() };
                self.items.insert(ordinal, facts);
            }
            RecordRef::LicenseLink(link) => self.links.push(LinkFacts {
                ordinal,
                item: link.service_item.id().clone(),
                material: link.material.clone(),
                has_license_type: link.license_type.is_some(),
                mode: link.mode,
                state: link.state,
            }),
            _ => {}
        }
    }
}
