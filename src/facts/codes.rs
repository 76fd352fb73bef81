//! Codes: the credit codes that the catalog knows, what item codes say of their bodies, and which items share a base.
//!
//! Texts that recur are kept once and go by number. Sightings are kept in the order of ordinals; nothing iterates over a
//! hash map.

use hashbrown::{HashMap, HashSet};

use crate::code::{BaseCode, CodeProblem, CreditCode, ItemCode, ItemCodeScheme};
use crate::codelist::{BodyNature, ItemLevel};
use crate::facts::Interner;
use crate::facts::bodies::{Body, BodyFacts};
use crate::facts::growth;
use crate::facts::item_codes::{ItemCodeAt, Place};
use crate::facts::placeholder::is_repeated_digit;
use crate::model::{CodeSlot, Item, Kind, License, LicenseType, Pointer, RecordRef, Written};

/// Facts about codes.
#[derive(Debug, Default)]
pub(crate) struct CodeFacts {
    texts: Interner<Box<str>>,
    parties: Interner<Parties>,
    bodies: Vec<BodySighting>,
    /// Every valid credit code, wherever it was seen.
    known: HashSet<Box<str>>,
    short: Vec<ShortCode>,
    families: HashMap<(Kind, [u8; 9]), SubItems>,
    mains: Vec<MainItem>,
    statutory: Vec<Statutory>,
}

/// Who acts in an item: bodies by their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Parties {
    pub(crate) implementers: Box<[u32]>,
    pub(crate) entrusters: Box<[u32]>,
}

/// A body code within the code of an item in force.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BodySighting {
    pub(crate) place: Place,
    body: u32,
    parties: u32,
    /// The digit of the level, in national codes.
    pub(crate) level: Option<char>,
}

/// A credit code of 17 characters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ShortCode {
    pub(crate) place: Place,
    /// Where it begins in the code of which it is part; none where it stands alone.
    pub(crate) position: Option<u16>,
    text: u32,
}

/// The first sub-item of a main item, and the first of those in force.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct SubItems {
    pub(crate) any: Option<Place>,
    pub(crate) in_force: Option<Place>,
}

/// A record whose base code is that of a main item.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MainItem {
    pub(crate) place: Place,
    kind: Kind,
    main: [u8; 9],
    /// Whether it says that it has sub-items: `00Y`.
    pub(crate) has_sub_items: bool,
}

impl MainItem {
    /// The nine characters that it shares with its sub-items.
    pub(crate) fn main_item(&self) -> &str {
        std::str::from_utf8(&self.main).unwrap_or_default()
    }
}

/// A body that is marked statutory.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Statutory {
    pub(crate) ordinal: u32,
    /// The authority by its index; none for `body_nature`.
    pub(crate) authority: Option<u16>,
    organization: u32,
    /// A code that begins with `12` within the codes of the item.
    embedded: Option<u32>,
}

impl Statutory {
    pub(crate) fn pointer(&self) -> Pointer {
        let mut pointer = Pointer::default();
        match self.authority {
            Some(index) => {
                pointer.push("authorities");
                pointer.push_index(index.into());
                pointer.push("nature");
            }
            None => pointer.push("body_nature"),
        }
        pointer
    }
}

impl CodeFacts {
    /// Adds the codes of a record; those of an item were met among its texts.
    pub(super) fn add(&mut self, ordinal: u32, record: RecordRef<'_>, codes: &[ItemCodeAt], bodies: &mut BodyFacts) {
        match record {
            RecordRef::Organization(body) => {
                if let Some(code) = &body.credit_code {
                    self.add_credit_code((ordinal, CodeSlot::CreditCode), None, code.text());
                }
            }
            RecordRef::LicenseType(license_type) => self.add_defining_body(license_type),
            RecordRef::License(license) => self.add_issuer(license),
            _ => {
                let Some(item) = Item::of(record) else { return };
                let institution = self.add_item(ordinal, item, codes, bodies);
                if item.in_force() {
                    self.add_natures(ordinal, item, institution, bodies);
                }
            }
        }
    }

    /// Notes a credit code: as known where it is valid, for later where it lost one character.
    fn add_credit_code(&mut self, place: Place, position: Option<u16>, text: &str) {
        if self.known.contains(text) || is_repeated_digit(text) {
            return;
        }
        match CreditCode::parse(text) {
            Ok(_) => {
                self.known.insert(text.into());
            }
            Err(error) if is_short(error.problem()) => {
                let text = self.texts.number_of(text);
                self.short.push(ShortCode { place, position, text });
            }
            Err(_) => {}
        }
    }

    /// Gives the code of a public institution within those of the item, if there is one.
    fn add_item(&mut self, ordinal: u32, item: Item<'_>, codes: &[ItemCodeAt], bodies: &mut BodyFacts) -> Option<u32> {
        let mut parties = None;
        let mut institution = None;
        let mut has_base = false;
        for ItemCodeAt { slot, code } in codes.iter().filter(|code| code.is_recognised()) {
            let place = (ordinal, *slot);
            if let Some(part) = code.body() {
                self.add_credit_code(place, u16::try_from(part.position).ok(), part.text);
                let body = self.texts.number_of(part.text);
                if item.in_force() {
                    let parties = *parties.get_or_insert_with(|| self.number_of_parties(item, bodies));
                    let level = code.level().and_then(|part| part.text.chars().next());
                    growth::add(&mut self.bodies, BodySighting { place, body, parties, level });
                }
                if CreditCode::parse(part.text).is_ok_and(|code| code.is_public_institution()) {
                    institution = Some(body);
                }
            }
            has_base = has_base || self.add_base(place, item, code);
        }
        institution
    }

    fn number_of_parties(&mut self, item: Item<'_>, bodies: &mut BodyFacts) -> u32 {
        let implementers = item.deciding().map(|body| bodies.number_of(body.organization.id())).collect();
        let entrusters = item.deciding().filter_map(|body| body.entrusted_by);
        let entrusters = entrusters.map(|body| bodies.number_of(body.id())).collect();
        self.parties.number(&Parties { implementers, entrusters })
    }

    /// Notes the base code of an item, one an item; says whether this code has one.
    fn add_base(&mut self, place: Place, item: Item<'_>, code: &ItemCode) -> bool {
        // Provincial bases have other forms.
        let Some(base) = code.type_digits().and(code.base()).and_then(|part| BaseCode::parse(part.text).ok()) else {
            return false;
        };
        let mut main = [b'0'; 9];
        for (to, from) in main.iter_mut().zip(base.main_item().bytes()) {
            *to = from;
        }
        let has_sub_items = base.has_sub_items();
        if base.is_sub_item() {
            let family = self.families.entry((item.kind(), main)).or_default();
            family.any = family.any.or(Some(place));
            if item.in_force() {
                family.in_force = family.in_force.or(Some(place));
            }
        } else if item.in_force() && item.item_level() != ItemLevel::Business {
            // The `00Y` in a code that is implemented is QD110's.
            if has_sub_items && code.scheme() != ItemCodeScheme::Base12 {
                return false;
            }
            growth::add(&mut self.mains, MainItem { place, kind: item.kind(), main, has_sub_items });
        }
        true
    }

    /// Notes the bodies of an item in force that are marked statutory.
    fn add_natures(&mut self, ordinal: u32, item: Item<'_>, embedded: Option<u32>, bodies: &mut BodyFacts) {
        let is_statutory = |nature: Option<BodyNature>| nature == Some(BodyNature::Statutory);
        if let Item::Service(item) = item
            && is_statutory(item.body_nature)
        {
            let organization = bodies.number_of(item.organization.id());
            self.statutory.push(Statutory { ordinal, authority: None, organization, embedded });
        }
        let authorities = item.authorities();
        // The code within that of an item is one body's, and with several nobody knows whose.
        let embedded = embedded.filter(|_| authorities.len() == 1);
        for (index, authority) in (0..=u16::MAX).zip(authorities).filter(|(_, body)| is_statutory(body.nature)) {
            let organization = bodies.number_of(authority.organization.id());
            growth::add(&mut self.statutory, Statutory { ordinal, authority: Some(index), organization, embedded });
        }
    }

    fn add_defining_body(&mut self, license_type: &LicenseType) {
        if let Some(code) = license_type.code.as_ref().and_then(Written::value) {
            self.known.insert(code.defining_body().as_str().into());
        }
    }

    fn add_issuer(&mut self, license: &License) {
        let issuer = license.identifier.text().split('.').nth(6);
        if let Some(text) = issuer.filter(|text| text.len() == 18 && !self.known.contains(*text))
            && CreditCode::parse(text).is_ok()
        {
            self.known.insert(text.into());
        }
    }
}

/// What the rules ask.
impl CodeFacts {
    /// The codes of bodies within those of items in force, with who acts in the item.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = (&BodySighting, &str, &Parties)> {
        self.bodies.iter().filter_map(|sighting| {
            Some((sighting, &**self.texts.get(sighting.body)?, self.parties.get(sighting.parties)?))
        })
    }

    pub(crate) fn short_codes(&self) -> impl Iterator<Item = (&ShortCode, &str)> {
        self.short.iter().filter_map(|short| Some((short, &**self.texts.get(short.text)?)))
    }

    pub(crate) fn is_known(&self, credit_code: &str) -> bool {
        self.known.contains(credit_code)
    }

    /// The main items, each with the sub-items that share its first nine characters.
    pub(crate) fn main_items(&self) -> impl Iterator<Item = (&MainItem, SubItems)> {
        self.mains.iter().map(|main| (main, self.families.get(&(main.kind, main.main)).copied().unwrap_or_default()))
    }

    /// The bodies marked statutory: the place, the body, and a public institution's code within the item's codes.
    pub(crate) fn statutory<'a>(
        &'a self,
        bodies: &'a BodyFacts,
    ) -> impl Iterator<Item = (&'a Statutory, Option<&'a Body>, Option<&'a str>)> {
        self.statutory.iter().map(|statutory| {
            let embedded = statutory.embedded.and_then(|number| self.texts.get(number));
            (statutory, bodies.body(statutory.organization), embedded.map(|text| &**text))
        })
    }
}

/// Whether the one fault of a credit code is that it has 17 characters.
pub(crate) fn is_short(problem: &CodeProblem) -> bool {
    matches!(problem, CodeProblem::Length { found: 17, .. })
}
