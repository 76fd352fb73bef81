//! Exemptions: the materials of services for which a type of e-license is to stand in.

use crate::facts::licenses::LicenseFacts;
use crate::facts::materials::MaterialKey;
use crate::model::ServiceItem;

/// Facts about materials that are exempt and name a license type, in the order of their services.
#[derive(Debug, Default)]
pub(crate) struct ExemptionFacts {
    exemptions: Vec<Exemption>,
}

/// A material that is exempt by a type of e-license.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exemption {
    /// The service, by its ordinal.
    pub(crate) item: u32,
    pub(crate) material: MaterialKey,
    /// Where among the materials of the service it stands.
    pub(crate) at: u16,
    /// The license type, by its number.
    pub(crate) license_type: u32,
}

impl ExemptionFacts {
    /// Adds the materials of a service in force.
    pub(super) fn add(&mut self, ordinal: u32, service: &ServiceItem, licenses: &mut LicenseFacts) {
        for (at, material) in (0..=u16::MAX).zip(&service.materials).filter(|(_, of)| of.exempt == Some(true)) {
            if let Some(license_type) = &material.license_type {
                self.exemptions.push(Exemption {
                    item: ordinal,
                    material: MaterialKey::of(&material.id),
                    at,
                    license_type: licenses.number_of(license_type.id()),
                });
            }
        }
    }

    pub(crate) fn all(&self) -> &[Exemption] {
        &self.exemptions
    }
}
