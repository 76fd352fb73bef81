//! Powers that are exercised on application, and what services say of the powers that they serve.
//!
//! A service names its power by id, by the licensing item that both name, or by a code that both bear. Of each of these a
//! fingerprint is kept: two share one by no chance that matters.

use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;
use hashbrown::HashSet;

use crate::codelist::{Initiation, ItemType};
use crate::facts::item_codes::ItemCodeAt;
use crate::model::{Id, Item, PowerItem, ServiceItem};

/// Facts about powers on application and their services.
#[derive(Debug, Default)]
pub(crate) struct AskedFacts {
    /// The powers on application in force, by their ordinals.
    asked: Vec<u32>,
    /// By what a service may name each of them, in the same order: the ordinal and a fingerprint.
    marks: Vec<(u32, Mark)>,
    /// What services in force name.
    served: HashSet<Mark>,
}

/// The fingerprint of what a power and its service share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Mark(u64);

impl Mark {
    fn power(id: &Id) -> Self {
        Self::of("power", id.as_str())
    }

    fn license(id: &Id) -> Self {
        Self::of("license", id.as_str())
    }

    fn of(what: &str, text: &str) -> Self {
        Self(FixedState::default().hash_one((what, text)))
    }
}

impl AskedFacts {
    /// Adds an item in force.
    pub(super) fn add(&mut self, ordinal: u32, item: Item<'_>, codes: &[ItemCodeAt]) {
        match item {
            Item::Power(power) if is_asked(power) => {
                self.asked.push(ordinal);
                let named =
                    [Some(Mark::power(&power.id)), power.licensing_item.as_ref().map(|of| Mark::license(of.id()))];
                let marks = named.into_iter().flatten().chain(codes.iter().flat_map(of_code));
                self.marks.extend(marks.map(|mark| (ordinal, mark)));
            }
            Item::Service(service) => self.serve(service, codes),
            _ => {}
        }
    }

    fn serve(&mut self, service: &ServiceItem, codes: &[ItemCodeAt]) {
        self.served.extend(service.power_item.as_ref().map(|power| Mark::power(power.id())));
        self.served.extend(service.licensing_item.as_ref().map(|license| Mark::license(license.id())));
        self.served.extend(codes.iter().flat_map(of_code));
    }

    /// The powers on application, by their ordinals, each with whether a service names it.
    pub(crate) fn all(&self) -> impl Iterator<Item = (u32, bool)> {
        let served: HashSet<u32> =
            self.marks.iter().filter(|(_, mark)| self.served.contains(mark)).map(|(ordinal, _)| *ordinal).collect();
        self.asked.iter().map(move |&ordinal| (ordinal, served.contains(&ordinal)))
    }
}

/// A license is always asked for, and its list need not say so.
fn is_asked(power: &PowerItem) -> bool {
    match power.initiation {
        Some(initiation) => initiation == Initiation::OnApplication,
        None => power.power_type == ItemType::Licensing,
    }
}

/// The code, and the base code that it carries.
fn of_code(code: &ItemCodeAt) -> impl Iterator<Item = Mark> {
    let base = code.code.base().map(|part| Mark::of("base", part.text));
    [Some(Mark::of("code", code.code.as_str())), base].into_iter().flatten()
}
