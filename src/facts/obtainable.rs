//! What licenses demand although it can be had: materials, the links that stand in for them, and the license types of
//! which sealed copies can be had.

use std::collections::HashSet;

use crate::codelist::{ItemType, LinkState, MaterialKind, MaterialNecessity, SubstitutionMode};
use crate::facts::licensed::IdKey;
use crate::facts::materials::MaterialKey;
use crate::model::{Item, License, LicenseLink, LicenseType, Material, Ref};

/// Facts about what can be had without the applicant.
#[derive(Debug, Default)]
pub(crate) struct ObtainableFacts {
    /// The license types of which sealed copies can be had.
    sealed: HashSet<IdKey>,
    /// The types that say that none can be had.
    unsealed: HashSet<IdKey>,
    demanded: Vec<Demanded>,
    links: Vec<StandIn>,
}

/// A material that a license states to be demanded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Demanded {
    pub(crate) ordinal: u32,
    /// The service; a licensing item has no links.
    pub(crate) service: Option<IdKey>,
    pub(crate) material: MaterialKey,
    /// Where among the materials it stands.
    pub(crate) at: u16,
    pub(crate) license_type: Option<IdKey>,
}

/// A link: what stands in for a material.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StandIn {
    pub(crate) ordinal: u32,
    pub(crate) service: IdKey,
    pub(crate) material: MaterialKey,
    pub(crate) license_type: Option<IdKey>,
    pub(crate) is_shared: bool,
    /// How far it has come to spare the applicant the material; a commitment and a check spare it otherwise.
    pub(crate) state: LinkState,
}

impl ObtainableFacts {
    pub(super) fn add_type(&mut self, license_type: &LicenseType) {
        match license_type.sealed_available {
            Some(true) => self.sealed.insert(IdKey::of(&license_type.id)),
            Some(false) => self.unsealed.insert(IdKey::of(&license_type.id)),
            None => false,
        };
    }

    pub(super) fn add_license(&mut self, license: &License) {
        if let Some(license_type) = &license.license_type
            && license.seal.as_ref().is_some_and(|seal| seal.sealed)
        {
            self.sealed.insert(IdKey::of(license_type.id()));
        }
    }

    pub(super) fn add_link(&mut self, ordinal: u32, link: &LicenseLink) {
        let is_shared = link.mode == SubstitutionMode::DataSharing;
        let is_of_use = is_shared || link.mode == SubstitutionMode::ELicense;
        self.links.push(StandIn {
            ordinal,
            service: IdKey::of(link.service_item.id()),
            material: MaterialKey::of(&link.material),
            license_type: link.license_type.as_ref().map(Ref::id).map(IdKey::of),
            is_shared,
            state: if is_of_use { link.state } else { LinkState::Unlinked },
        });
    }

    /// Adds an item in force.
    pub(super) fn add_item(&mut self, ordinal: u32, item: Item<'_>) {
        if item.item_type() != ItemType::Licensing {
            return;
        }
        let service = matches!(item, Item::Service(_)).then(|| IdKey::of(item.id()));
        for (at, material) in (0..=u16::MAX).zip(item.materials()) {
            let license_type = material.license_type.as_ref().map(Ref::id).map(IdKey::of);
            // Without a link the type of the material alone says that it can be had.
            if is_stated_demanded(material) && (service.is_some() || license_type.is_some()) {
                let material = MaterialKey::of(&material.id);
                self.demanded.push(Demanded { ordinal, service, material, at, license_type });
            }
        }
    }

    /// Whether sealed copies of a type can be had.
    pub(crate) fn is_sealed(&self, license_type: IdKey) -> bool {
        self.sealed.contains(&license_type) && !self.unsealed.contains(&license_type)
    }

    /// The materials that are demanded, in the order of the items.
    pub(crate) fn demanded(&self) -> &[Demanded] {
        &self.demanded
    }

    /// The links.
    pub(crate) fn links(&self) -> &[StandIn] {
        &self.links
    }
}

/// Whether an item says that an applicant must hand a material in.
fn is_stated_demanded(material: &Material) -> bool {
    // The form of the application cannot be had from others.
    if material.kind == MaterialKind::Form {
        return false;
    }
    match (material.exempt, material.necessity) {
        (Some(true), _) | (_, Some(MaterialNecessity::Optional)) => false,
        (Some(false), _) => true,
        (None, necessity) => necessity == Some(MaterialNecessity::Required),
    }
}
