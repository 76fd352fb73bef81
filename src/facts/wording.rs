//! Wording: which texts about responsibilities and accountability stand in several powers of a body.
//!
//! Of each long text a fingerprint is kept, and how many powers of the body it stands in.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

use crate::codelist::AuthorityRole;
use crate::facts::bodies::BodyFacts;
use crate::model::{Pointer, PowerItem};

/// The fewest characters, blanks not counted, of a text that is noted: shorter ones are alike by nature.
const LONG: usize = 30;

/// Facts about texts of powers in force.
#[derive(Debug, Default)]
pub(crate) struct WordingFacts {
    /// How many powers each body exercises, by its number.
    items: HashMap<u32, u32, FixedState>,
    texts: HashMap<(u32, TextKey), Wording, FixedState>,
}

/// The fingerprint of a text of one field: two texts share it by no chance that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TextKey(pub(crate) u64);

/// A text of a body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wording {
    /// Where it stands first: the power by its ordinal, the field, and the place in it.
    pub(crate) first: u32,
    pub(crate) field: WordingField,
    at: u16,
    /// In how many powers it stands.
    pub(crate) items: u32,
    /// The power in which it was met last.
    last: u32,
}

/// The field of a text: what an office words itself. Provisions are copied from the law, and how to complain is the same
/// for all powers of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WordingField {
    /// 责任事项
    Responsibilities,
    /// 追责情形
    Accountability,
}

impl Wording {
    /// Where in the power it stands first.
    pub(crate) fn pointer(&self) -> Pointer {
        let (list, member) = match self.field {
            WordingField::Responsibilities => ("responsibilities", "content"),
            WordingField::Accountability => ("accountability", "circumstance"),
        };
        Pointer::element(list, self.at.into()).below(member)
    }
}

impl WordingFacts {
    /// Adds a power in force. It is counted for the first body that decides, or else for the first that acts in it.
    pub(super) fn add(&mut self, ordinal: u32, item: &PowerItem, bodies: &mut BodyFacts) {
        let decides = item.authorities.iter().find(|body| body.role == AuthorityRole::Decide);
        let Some(body) = decides.or(item.authorities.first()) else { return };
        let body = bodies.number_of(body.organization.id());
        let items = self.items.entry(body).or_default();
        *items = items.saturating_add(1);
        let duties = item.responsibilities.iter().map(|step| (WordingField::Responsibilities, step.content.as_str()));
        let faults = item.accountability.iter().map(|of| (WordingField::Accountability, of.circumstance.as_str()));
        let (duties, faults) = ((0..=u16::MAX).zip(duties), (0..=u16::MAX).zip(faults));
        for (at, (field, text)) in duties.chain(faults) {
            let Some(key) = TextKey::of(field, text) else { continue };
            let new = Wording { first: ordinal, field, at, items: 0, last: u32::MAX };
            let wording = self.texts.entry((body, key)).or_insert(new);
            if wording.last != ordinal {
                wording.items = wording.items.saturating_add(1);
                wording.last = ordinal;
            }
        }
    }

    /// How many powers a body exercises.
    pub(crate) fn items_of(&self, body: u32) -> u32 {
        self.items.get(&body).copied().unwrap_or(0)
    }

    /// The texts of bodies, in no order.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (u32, TextKey, &Wording)> {
        self.texts.iter().map(|(&(body, key), wording)| (body, key, wording))
    }
}

impl TextKey {
    /// None of a short text. Blanks and line feeds say nothing.
    fn of(field: WordingField, text: &str) -> Option<Self> {
        // A character takes one to four bytes.
        if text.len() < LONG {
            return None;
        }
        // Nearly no text has a blank; the least byte shows it, and processors look at many at a time for that.
        let text = if text.bytes().fold(u8::MAX, u8::min) <= b' ' {
            Cow::Owned(text.split_ascii_whitespace().collect::<String>())
        } else {
            Cow::Borrowed(text)
        };
        let is_long = text.len() >= LONG.saturating_mul(4) || text.chars().count() >= LONG;
        is_long.then(|| Self(FixedState::default().hash_one((field as u8, &*text))))
    }
}
