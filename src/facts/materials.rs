//! Materials: the 16 bytes that are kept of each material of a service, so the 7,400 of a county take 120 kB.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::model::{Id, Material};

/// What is known of a material.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownMaterial {
    /// Stands for its id within the item.
    pub(crate) key: MaterialKey,
    pub(crate) is_exempt: bool,
    pub(crate) has_license_type: bool,
}

impl KnownMaterial {
    pub(super) fn of(material: &Material) -> Self {
        Self {
            key: MaterialKey::of(&material.id),
            is_exempt: material.exempt == Some(true),
            has_license_type: material.license_type.is_some(),
        }
    }
}

/// The fingerprint of the id of a material: within one item, two ids share it by no chance that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct MaterialKey(u64);

impl MaterialKey {
    pub(crate) fn of(id: &Id) -> Self {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        Self(hasher.finish())
    }
}
