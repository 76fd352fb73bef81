//! Implementations: of which item a service is a part.

use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

use crate::codelist::ItemLevel;
use crate::model::ServiceItem;

/// Facts about services that are parts of an item, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct ImplementationFacts {
    parts: Vec<Part>,
}

/// A service that is a part of an item.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub(crate) ordinal: u32,
    /// Of which item; none where that is not stated.
    pub(crate) of: Option<WholeKey>,
    /// Whether it is a business item, by its level or by a code of its own.
    pub(crate) is_business: bool,
    /// Whether its name is too short to say by itself what it is: 新办, 变更.
    pub(crate) is_short: bool,
}

/// The fingerprint of the id or code of an item: within one catalog, two share it by no chance that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WholeKey(u64);

impl WholeKey {
    pub(crate) fn of_id(id: &str) -> Self {
        Self(FixedState::default().hash_one(("id", id)))
    }

    fn of_code(code: &str) -> Self {
        Self(FixedState::default().hash_one(("code", code)))
    }
}

/// Names of fewer characters need the name of the item above them.
const SHORT: usize = 6;

impl ImplementationFacts {
    /// Adds a service in force.
    pub(super) fn add(&mut self, ordinal: u32, service: &ServiceItem) {
        let parent = service.parent.as_ref().map(|parent| parent.id().as_str());
        let is_business = service.item_level == ItemLevel::Business || service.business_code.is_some();
        if parent.is_none() && service.item_level == ItemLevel::Main && !is_business {
            return;
        }
        // Business items carry the implementation code of the item above them.
        let code = || service.implementation_code.as_ref().map(|code| WholeKey::of_code(code.text()));
        let of = parent.map(WholeKey::of_id).or_else(code);
        let is_short = service.name.as_str().chars().take(SHORT).count() < SHORT;
        self.parts.push(Part { ordinal, of, is_business, is_short });
    }

    /// That a service is a part, by its ordinal.
    pub(crate) fn part(&self, ordinal: u32) -> Option<&Part> {
        let at = self.parts.binary_search_by_key(&ordinal, |part| part.ordinal).ok()?;
        self.parts.get(at)
    }
}
