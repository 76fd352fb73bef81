//! Bundles: 一件事, several services that are asked for at once.

use crate::facts::bodies::BodyFacts;
use crate::model::Bundle;

/// Facts about bundles.
#[derive(Debug, Default)]
pub(crate) struct BundleFacts {
    bundles: Vec<KnownBundle>,
}

/// What is known of a bundle.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownBundle {
    /// The body that leads it, by its number.
    pub(crate) lead: u32,
    pub(crate) online_and_offline: Option<bool>,
    pub(crate) standardized: Option<bool>,
}

impl BundleFacts {
    pub(super) fn add(&mut self, bundle: &Bundle, bodies: &mut BodyFacts) {
        self.bundles.push(KnownBundle {
            lead: bodies.number_of(bundle.lead.id()),
            online_and_offline: bundle.channels.as_ref().map(|channels| channels.online && channels.offline),
            standardized: bundle.standardized,
        });
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &KnownBundle> {
        self.bundles.iter()
    }
}
