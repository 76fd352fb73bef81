//! Wording: which texts about responsibilities and accountability stand in several powers of a body.
//!
//! Of each long text a fingerprint is kept, and how many powers of the body it stands in.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

use crate::codelist::AuthorityRole;
use crate::facts::bodies::BodyFacts;
use crate::facts::firsts::Firsts;
use crate::model::{Pointer, PowerItem};

/// The fewest characters, blanks not counted, of a text that is noted: shorter ones are alike by nature.
const LONG: usize = 30;

/// Facts about texts of powers in force.
#[derive(Debug, Default)]
pub(crate) struct WordingFacts {
    /// How many powers each body exercises, by its number.
    items: HashMap<u32, u32, FixedState>,
    /// Where each text of a body was met, by its fingerprint with that of the body. Most are met once, and there are
    /// several to a power, so what is known of those that come again stands elsewhere.
    met: Firsts<Met>,
    repeated: Vec<Wording>,
}

/// Where a text of a body was met.
#[derive(Debug, Clone, Copy)]
enum Met {
    Once(Sight),
    /// In several powers: its number among those.
    Repeated(u32),
}

/// Where a text stands: the power by its ordinal, the field, and the place in it.
#[derive(Debug, Clone, Copy)]
struct Sight {
    item: u32,
    at: u16,
    field: WordingField,
}

/// The fingerprint of a text of one field: two texts share it by no chance that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TextKey(pub(crate) u64);

/// A text that stands in several powers of a body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wording {
    /// The body, by its number.
    pub(crate) body: u32,
    pub(crate) key: TextKey,
    first: Sight,
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
    /// The power in which it stands first, by its ordinal.
    pub(crate) fn first(&self) -> u32 {
        self.first.item
    }

    /// Of what it speaks.
    pub(crate) fn field(&self) -> WordingField {
        self.first.field
    }

    /// Where in that power it stands.
    pub(crate) fn pointer(&self) -> Pointer {
        let (list, member) = match self.first.field {
            WordingField::Responsibilities => ("responsibilities", "content"),
            WordingField::Accountability => ("accountability", "circumstance"),
        };
        Pointer::element(list, self.first.at.into()).below(member)
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
            self.meet(body, key, Sight { item: ordinal, at, field });
        }
    }

    fn meet(&mut self, body: u32, key: TextKey, sight: Sight) {
        let Self { met, repeated, .. } = self;
        let known = met.or_insert(key.of_body(body), Met::Once(sight));
        match *known {
            Met::Once(first) if first.item == sight.item => {}
            Met::Once(first) => {
                *known = Met::Repeated(u32::try_from(repeated.len()).unwrap_or(u32::MAX));
                repeated.push(Wording { body, key, first, items: 2, last: sight.item });
            }
            Met::Repeated(number) => {
                let wording = repeated.get_mut(usize::try_from(number).unwrap_or(usize::MAX));
                if let Some(wording) = wording.filter(|wording| wording.last != sight.item) {
                    wording.items = wording.items.saturating_add(1);
                    wording.last = sight.item;
                }
            }
        }
    }

    /// Forgets what was met once, as no text is met any more.
    pub(super) fn forget_singles(&mut self) {
        self.met = Firsts::default();
    }

    /// How many powers a body exercises.
    pub(crate) fn items_of(&self, body: u32) -> u32 {
        self.items.get(&body).copied().unwrap_or(0)
    }

    /// The texts that stand in several powers of a body, in the order in which they came again.
    pub(crate) fn repeated(&self) -> &[Wording] {
        &self.repeated
    }
}

impl TextKey {
    /// Of the text as one of a body. It is a hash already, so one step mixes the number in.
    fn of_body(self, body: u32) -> u64 {
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        self.0 ^ u64::from(body).wrapping_mul(ODD)
    }

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
