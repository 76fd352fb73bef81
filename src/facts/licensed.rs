//! What ties the items of the licensing list to powers and services: who names whom, the codes, and the parts of items.
//!
//! Ids and codes go by fingerprints: of a million some two share one once in 30 million catalogs.

use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

use crate::codelist::ItemType;
use crate::facts::growth;
use crate::facts::item_codes::ItemCodeAt;
use crate::facts::placeholder::is_repeated_digit;
use crate::model::{CodeSlot, Id, Item, Kind, Ref};

/// Facts about licensing items, and about the powers and services that are licenses or name one, in the order of records.
#[derive(Debug, Default)]
pub(crate) struct LicensedFacts {
    licensing: Vec<Tied>,
    power: Vec<Tied>,
    service: Vec<Tied>,
}

/// An item in force, and what ties it to others.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tied {
    pub(crate) ordinal: u32,
    /// Whether it is of the type 行政许可.
    pub(crate) is_license: bool,
    /// Whether its name says that a lower organ prepares what a higher one decides.
    pub(crate) is_preparation: bool,
    pub(crate) id: IdKey,
    /// The item of which it is a part.
    pub(crate) parent: Option<IdKey>,
    /// The licensing item that it names.
    pub(crate) licensing_item: Option<IdKey>,
    /// Whether it is a service that names a power.
    pub(crate) names_power: bool,
    pub(crate) code: Option<CodeKey>,
}

/// The fingerprint of an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct IdKey(u64);

impl IdKey {
    pub(crate) fn of(id: &Id) -> Self {
        Self::of_text(id.as_str())
    }

    pub(crate) fn of_text(id: &str) -> Self {
        Self(FixedState::default().hash_one(id))
    }
}

/// The fingerprint of the code of a main item, which its parts share; of a code of no known scheme, of all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct CodeKey(u64);

impl CodeKey {
    pub(crate) fn of(ItemCodeAt { slot, code }: &ItemCodeAt) -> Option<Self> {
        let text = match (code.main_item().or_else(|| code.base()), slot) {
            (Some(part), _) => part.text,
            // Numbers that everybody gives to rows tie nothing together.
            (None, CodeSlot::Code) if code.as_str().len() >= 6 && !is_repeated_digit(code.as_str()) => code.as_str(),
            (None, _) => return None,
        };
        Some(Self(FixedState::default().hash_one(text)))
    }
}

/// What a lower organ does before a higher one decides.
const PREPARATION: [&str; 5] = ["初审", "受理", "转报", "转办", "代办"];

impl LicensedFacts {
    /// Adds an item in force.
    pub(super) fn add(&mut self, ordinal: u32, item: Item<'_>, codes: &[ItemCodeAt]) {
        let (list, licensing_item, names_power) = match item {
            Item::Licensing(_) => (&mut self.licensing, None, false),
            Item::Power(item) => (&mut self.power, item.licensing_item.as_ref(), false),
            Item::Service(item) => (&mut self.service, item.licensing_item.as_ref(), item.power_item.is_some()),
        };
        let is_license = item.item_type() == ItemType::Licensing;
        if !is_license && licensing_item.is_none() {
            return;
        }
        let name = item.name().as_str();
        let tied = Tied {
            ordinal,
            is_license,
            is_preparation: PREPARATION.iter().any(|word| name.contains(word)),
            id: IdKey::of(item.id()),
            parent: item.parent().map(IdKey::of),
            licensing_item: licensing_item.map(Ref::id).map(IdKey::of),
            names_power,
            code: codes.iter().find_map(CodeKey::of),
        };
        growth::add(list, tied);
    }

    /// The items in force of a list, in the order of their records.
    pub(crate) fn list(&self, kind: Kind) -> &[Tied] {
        match kind {
            Kind::LicensingItem => &self.licensing,
            Kind::PowerItem => &self.power,
            Kind::ServiceItem => &self.service,
            _ => &[],
        }
    }

    /// The item of a record.
    pub(crate) fn item(&self, kind: Kind, ordinal: u32) -> Option<&Tied> {
        let list = self.list(kind);
        list.get(list.binary_search_by_key(&ordinal, |item| item.ordinal).ok()?)
    }
}
