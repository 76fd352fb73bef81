//! Links: the e-licenses that stand in for materials of services.
//!
//! Links may come before the items that they name or after them: they are put together when all are known.

use crate::codelist::{LinkState, SubstitutionMode};
use crate::facts::licenses::LicenseFacts;
use crate::model::{Id, LicenseLink};

/// Facts about links, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct LinkFacts {
    links: Vec<Link>,
}

/// What is known of a link.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) ordinal: u32,
    /// The service item.
    pub(crate) item: Id,
    pub(crate) material: Id,
    /// The license type, by its number.
    pub(crate) license_type: Option<u32>,
    pub(crate) mode: SubstitutionMode,
    pub(crate) state: LinkState,
}

impl LinkFacts {
    pub(super) fn add(&mut self, ordinal: u32, link: &LicenseLink, licenses: &mut LicenseFacts) {
        self.links.push(Link {
            ordinal,
            item: link.service_item.id().clone(),
            material: link.material.clone(),
            license_type: link.license_type.as_ref().map(|named| licenses.number_of(named.id())),
            mode: link.mode,
            state: link.state,
        });
    }

    pub(crate) fn all(&self) -> &[Link] {
        &self.links
    }
}
