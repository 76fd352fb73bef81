//! Codes that must be unique, each by its fingerprint.
//!
//! Which of two equal codes is called the first does not hang on the order of lists: it is the one whose record has the
//! smaller ordinal. Nothing iterates over a hash map.

use std::hash::BuildHasher as _;

use hashbrown::DefaultHashBuilder;

use crate::code::{ItemCode, ItemCodeScheme};
use crate::codelist::ItemLevel;
use crate::facts::RecordFacts;
use crate::facts::firsts::Firsts;
use crate::facts::item_codes::{ItemCodeAt, Place};
use crate::facts::placeholder::is_repeated_digit;
use crate::model::{CodeSlot, Id, Item, Kind};

/// Facts about codes that must be unique.
#[derive(Debug, Default)]
pub(crate) struct UniqueCodeFacts {
    /// The first place of each code, by the fingerprint of the code and of what it must be unique in.
    firsts: Firsts<Place>,
    hasher: DefaultHashBuilder,
    clashes: Vec<Clash>,
}

/// A code that another item has already.
#[derive(Debug)]
pub(crate) struct Clash {
    pub(crate) place: Place,
    pub(crate) kind: Kind,
    pub(crate) text: Box<str>,
    /// Whether the unit at which the code must be unique is known.
    pub(crate) certain: bool,
    key: u64,
    /// The same code at the levels above, from which a part may have it.
    inherited: [u64; 2],
    parent: Option<Id>,
}

impl UniqueCodeFacts {
    /// Adds the codes of an item in force.
    pub(super) fn add(&mut self, ordinal: u32, item: Item<'_>, codes: &[ItemCodeAt]) {
        let (kind, level) = (item.kind(), item.item_level());
        let has_business_code = codes.iter().any(|code| code.slot == CodeSlot::BusinessCode);
        for ItemCodeAt { slot, code } in codes {
            let (slot, text) = (*slot, code.as_str());
            let certain = match (slot, code.scheme()) {
                (CodeSlot::Code, ItemCodeScheme::Unknown) if !may_be_code(text) => continue,
                // Of a scheme that is not known, nobody knows at which unit its codes are unique.
                (CodeSlot::Code, scheme) => scheme != ItemCodeScheme::Unknown,
                // Business items carry the implementation code of the item above them.
                (CodeSlot::ImplementationCode, ItemCodeScheme::Implementation31)
                    if !has_business_code && level != ItemLevel::Business =>
                {
                    true
                }
                (CodeSlot::BusinessCode, ItemCodeScheme::Business14 | ItemCodeScheme::Business33)
                | (CodeSlot::LocalCode(_), ItemCodeScheme::Sichuan) => true,
                _ => continue,
            };
            let (mut clashing, hasher) = (None, &self.hasher);
            for owner in owners(item, code) {
                let key = |level: ItemLevel| {
                    fingerprint(hasher, &[kind.tag(), level.as_str(), slot_group(slot), text, owner])
                };
                let own = key(level);
                let first = *self.firsts.or_insert(own, (ordinal, slot));
                // The same code twice in one item is the same item.
                if first.0 != ordinal {
                    clashing = clashing.or(Some((own, [key(ItemLevel::Main), key(ItemLevel::Sub)])));
                }
            }
            if let Some((key, inherited)) = clashing {
                let parent = item.parent().cloned();
                let place = (ordinal, slot);
                self.clashes.push(Clash { place, kind, text: text.into(), certain, key, inherited, parent });
            }
        }
    }

    /// The codes that an earlier item has already, each with the place there.
    pub(crate) fn clashes<'a>(&'a self, records: &'a RecordFacts) -> impl Iterator<Item = (&'a Clash, Place)> {
        self.clashes.iter().filter_map(|clash| {
            let first = *self.firsts.get(clash.key)?;
            let id = |ordinal: u32| records.record(ordinal).and_then(|facts| facts.id);
            // A record that is there twice is QD008's.
            if id(first.0) == id(clash.place.0) {
                return None;
            }
            let parent = clash.parent.as_ref().and_then(|parent| records.ordinal(clash.kind, parent.as_str()));
            let is_inherited = parent.is_some_and(|parent| {
                clash.inherited.iter().any(|&key| self.firsts.get(key).is_some_and(|above| above.0 == parent))
            });
            (!is_inherited).then_some((clash, first))
        })
    }
}

/// So many bodies of an item are looked at, for each of its codes.
const MOST_OWNERS: usize = 64;

/// The bodies among whose items a code must be unique; one without a name where it must be so in the whole list.
fn owners<'a>(item: Item<'a>, code: &ItemCode) -> Vec<&'a str> {
    let by_body = match item {
        Item::Licensing(_) => false,
        Item::Power(_) => true,
        Item::Service(_) => code.scheme() == ItemCodeScheme::Business14,
    };
    let mut owners: Vec<&str> = Vec::new();
    if by_body {
        owners.extend(item.deciding().take(MOST_OWNERS).map(|body| body.organization.id().as_str()));
    }
    if owners.is_empty() {
        owners.push("");
    }
    owners
}

/// Whether a text of no known scheme looks like a code that somebody numbered items with.
fn may_be_code(text: &str) -> bool {
    text.chars().count() >= 6 && text.contains(|c: char| c.is_ascii_digit()) && !is_repeated_digit(text)
}

/// The same code in two local codes is the same code.
fn slot_group(slot: CodeSlot) -> &'static str {
    match slot {
        CodeSlot::CreditCode => "credit",
        CodeSlot::Code => "code",
        CodeSlot::BaseCode => "base",
        CodeSlot::ImplementationCode => "implementation",
        CodeSlot::BusinessCode => "business",
        CodeSlot::LocalCode(_) => "local",
    }
}

/// 64 bits that stand for a list of texts. Of a million lists some two share them once in 30 million catalogs.
fn fingerprint(hasher: &DefaultHashBuilder, parts: &[&str]) -> u64 {
    hasher.hash_one(parts)
}
