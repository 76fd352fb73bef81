//! What the rules over the whole catalog need of each record, kept small: texts that recur are kept once and go by
//! number, and a code that must be unique goes by its fingerprint.
//!
//! Nothing here depends on the order of records, but for which of two equal codes is called the first: that is the
//! one with the smaller ordinal. Sightings are kept in the order of ordinals; nothing iterates over a hash map.

use crate::code::{BaseCode, CodeProblem, CreditCode, ItemCode, ItemCodeScheme, LicenseTypeCode};
use crate::codelist::{BodyNature, ItemLevel, Level, OrganizationKind};
use crate::facts::forms::FormFacts;
use crate::facts::item_codes::ItemCodeAt;
use crate::facts::placeholder::is_repeated_digit;
use crate::facts::{Interner, RecordFacts};
use crate::model::{CodeSlot, Id, Item, Kind, License, LicenseType, Organization, Pointer, RecordRef, Written};
use hashbrown::HashTable;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher as _};

/// A place of a code: the record by its ordinal, and where in it.
pub(crate) type Place = (u32, CodeSlot);

/// Facts about codes.
#[derive(Debug, Default)]
pub(crate) struct CodeFacts {
    /// By ordinal.
    organizations: BTreeMap<u32, OrganizationFacts>,
    texts: Interner<Box<str>>,
    parties: Interner<Parties>,
    bodies: Vec<BodySighting>,
    pub(crate) forms: FormFacts,
    /// Every valid credit code, wherever it was seen.
    known: HashSet<Box<str>>,
    short: Vec<ShortCode>,
    families: HashMap<(Kind, [u8; 9]), SubItems>,
    mains: Vec<MainItem>,
    firsts: Firsts,
    clashes: Vec<Clash>,
    statutory: Vec<Statutory>,
    license_types: HashMap<Id, (u32, LicenseTypeCode)>,
    licenses: Vec<LicenseSighting>,
}

/// What is known of a body.
#[derive(Debug)]
pub(crate) struct OrganizationFacts {
    /// The names by which it goes, its own first.
    pub(crate) names: Box<[Box<str>]>,
    /// Its credit code, if it is valid.
    pub(crate) credit_code: Option<CreditCode>,
    pub(crate) level: Option<Level>,
    pub(crate) kind: OrganizationKind,
    pub(crate) abolished: bool,
}

/// Who acts in an item, as numbers of ids.
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

/// A license that names its type both ways.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LicenseSighting {
    pub(crate) ordinal: u32,
    license_type: u32,
    code: LicenseTypeCode,
}

impl CodeFacts {
    /// Adds the facts of a record, and of the codes of an item.
    pub(crate) fn add(&mut self, ordinal: u32, record: RecordRef<'_>, codes: &[ItemCodeAt]) {
        match record {
            RecordRef::Organization(organization) => self.add_organization(ordinal, organization),
            RecordRef::LicenseType(license_type) => self.add_license_type(ordinal, license_type),
            RecordRef::License(license) => self.add_license(ordinal, license),
            _ => {
                let Some(item) = Item::of(record) else { return };
                let institution = self.add_item(ordinal, item, codes);
                if item.in_force() {
                    self.add_natures(ordinal, item, institution);
                }
            }
        }
    }

    fn add_organization(&mut self, ordinal: u32, organization: &Organization) {
        if let Some(code) = &organization.credit_code {
            self.add_credit_code((ordinal, CodeSlot::CreditCode), None, code.text());
        }
        let names = std::iter::once(&organization.name).chain(&organization.aliases);
        let facts = OrganizationFacts {
            names: names.map(|name| Box::from(name.as_str())).collect(),
            credit_code: organization.credit_code.as_ref().and_then(Written::value),
            level: organization.level,
            kind: organization.kind,
            abolished: organization.abolished.is_some(),
        };
        self.organizations.insert(ordinal, facts);
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
    fn add_item(&mut self, ordinal: u32, item: Item<'_>, codes: &[ItemCodeAt]) -> Option<u32> {
        let mut parties = None;
        let mut institution = None;
        let mut has_base = false;
        self.forms.add(ordinal, item.kind(), codes);
        for ItemCodeAt { slot, code } in codes.iter().filter(|code| code.is_recognised()) {
            let place = (ordinal, *slot);
            if let Some(part) = code.body() {
                self.add_credit_code(place, u16::try_from(part.position).ok(), part.text);
                let body = self.texts.number_of(part.text);
                if item.in_force() {
                    let parties = *parties.get_or_insert_with(|| self.number_of_parties(item));
                    let level = code.level().and_then(|part| part.text.chars().next());
                    self.bodies.push(BodySighting { place, body, parties, level });
                }
                if CreditCode::parse(part.text).is_ok_and(|code| code.is_public_institution()) {
                    institution = Some(body);
                }
            }
            has_base = has_base || self.add_base(place, item, code);
        }
        if item.in_force() {
            self.add_unique(ordinal, item, codes);
        }
        institution
    }

    fn number_of_parties(&mut self, item: Item<'_>) -> u32 {
        let implementers = item.deciding().map(|body| self.texts.number_of(body.organization.id().as_str())).collect();
        let entrusters = item.deciding().filter_map(|body| body.entrusted_by);
        let entrusters = entrusters.map(|body| self.texts.number_of(body.id().as_str())).collect();
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
        if base.is_sub_item() {
            let family = self.families.entry((item.kind(), main)).or_default();
            family.any = family.any.or(Some(place));
            if item.in_force() {
                family.in_force = family.in_force.or(Some(place));
            }
        } else if item.in_force() && item.item_level() != ItemLevel::Business {
            // The `00Y` in a code that is implemented is QD110's.
            if base.has_sub_items() && code.scheme() != ItemCodeScheme::Base12 {
                return false;
            }
            self.mains.push(MainItem { place, kind: item.kind(), main, has_sub_items: base.has_sub_items() });
        }
        true
    }

    fn add_unique(&mut self, ordinal: u32, item: Item<'_>, codes: &[ItemCodeAt]) {
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
            let by_body = kind == Kind::PowerItem || code.scheme() == ItemCodeScheme::Business14;
            let by_body = by_body && kind != Kind::LicensingItem;
            let mut owners: Vec<&str> =
                item.deciding().filter(|_| by_body).map(|body| body.organization.id().as_str()).collect();
            if owners.is_empty() {
                owners.push("");
            }
            let mut clashing = None;
            for owner in owners {
                let key = |level: ItemLevel| fingerprint(&[kind.tag(), level.as_str(), slot_group(slot), text, owner]);
                let own = key(level);
                let first = self.firsts.or_insert(own, (ordinal, slot));
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

    /// Notes the bodies of an item in force that are marked statutory.
    fn add_natures(&mut self, ordinal: u32, item: Item<'_>, embedded: Option<u32>) {
        let is_statutory = |nature: Option<BodyNature>| nature == Some(BodyNature::Statutory);
        if let Item::Service(item) = item
            && is_statutory(item.body_nature)
        {
            let organization = self.texts.number_of(item.organization.id().as_str());
            self.statutory.push(Statutory { ordinal, authority: None, organization, embedded });
        }
        let authorities = item.authorities();
        // The code within that of an item is one body's, and with several nobody knows whose.
        let embedded = embedded.filter(|_| authorities.len() == 1);
        for (index, authority) in (0..=u16::MAX).zip(authorities).filter(|(_, body)| is_statutory(body.nature)) {
            let organization = self.texts.number_of(authority.organization.id().as_str());
            self.statutory.push(Statutory { ordinal, authority: Some(index), organization, embedded });
        }
    }

    fn add_license_type(&mut self, ordinal: u32, license_type: &LicenseType) {
        if let Some(code) = license_type.code.as_ref().and_then(Written::value) {
            self.known.insert(code.defining_body().as_str().into());
            self.license_types.entry(license_type.id.clone()).or_insert((ordinal, code));
        }
    }

    fn add_license(&mut self, ordinal: u32, license: &License) {
        let mut parts = license.identifier.text().split('.').skip(5);
        let (type_part, issuer) = (parts.next(), parts.next());
        if let Some(text) = issuer.filter(|text| text.len() == 18 && !self.known.contains(*text))
            && CreditCode::parse(text).is_ok()
        {
            self.known.insert(text.into());
        }
        let Some(license_type) = &license.license_type else { return };
        let Some(code) = type_part.and_then(|text| LicenseTypeCode::parse(text).ok()) else { return };
        // Types come first in most catalogs, and nearly every license agrees with its own.
        if self.license_types.get(license_type.id()).is_none_or(|(_, known)| *known != code) {
            let license_type = self.texts.number_of(license_type.id().as_str());
            self.licenses.push(LicenseSighting { ordinal, license_type, code });
        }
    }
}

/// What the rules ask.
impl CodeFacts {
    /// The bodies in order, with their ordinals.
    pub(crate) fn organizations(&self) -> impl Iterator<Item = (u32, &OrganizationFacts)> {
        self.organizations.iter().map(|(&ordinal, facts)| (ordinal, facts))
    }

    /// The names of all bodies but vertical agencies, which belong to an organ above.
    pub(crate) fn local_bodies(&self) -> impl Iterator<Item = &str> {
        let local = self.organizations.values().filter(|body| body.kind != OrganizationKind::VerticalAgency);
        local.flat_map(|body| body.names.iter().map(|name| &**name))
    }

    /// The body whose id has this number.
    pub(crate) fn organization(&self, records: &RecordFacts, id: u32) -> Option<(u32, &OrganizationFacts)> {
        let ordinal = records.ordinal(Kind::Organization, self.texts.get(id)?)?;
        Some((ordinal, self.organizations.get(&ordinal)?))
    }

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

    /// The codes that an earlier item has already, each with the place there.
    pub(crate) fn clashes<'a>(&'a self, records: &'a RecordFacts) -> impl Iterator<Item = (&'a Clash, Place)> {
        self.clashes.iter().filter_map(|clash| {
            let first = self.firsts.get(clash.key)?;
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

    /// The bodies marked statutory: the place, the body, and a public institution's code within the item's codes.
    pub(crate) fn statutory<'a>(
        &'a self,
        records: &'a RecordFacts,
    ) -> impl Iterator<Item = (&'a Statutory, Option<(u32, &'a OrganizationFacts)>, Option<&'a str>)> {
        self.statutory.iter().map(|statutory| {
            let embedded = statutory.embedded.and_then(|number| self.texts.get(number));
            (statutory, self.organization(records, statutory.organization), embedded.map(|text| &**text))
        })
    }

    /// The licenses whose identifier names another type than their record: the code there, and the type with its code.
    pub(crate) fn licenses_of_another_type(
        &self,
    ) -> impl Iterator<Item = (u32, &LicenseTypeCode, u32, &LicenseTypeCode)> {
        self.licenses.iter().filter_map(|license| {
            let (ordinal, code) = self.license_types.get(&**self.texts.get(license.license_type)?)?;
            (*code != license.code).then_some((license.ordinal, &license.code, *ordinal, code))
        })
    }
}

/// Whether the one fault of a credit code is that it has 17 characters.
pub(crate) fn is_short(problem: &CodeProblem) -> bool {
    matches!(problem, CodeProblem::Length { found: 17, .. })
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

/// The first place of each code, by the fingerprint of the code and of what it must be unique in.
#[derive(Debug, Default)]
struct Firsts(HashTable<(u64, Place)>);

impl Firsts {
    fn get(&self, key: u64) -> Option<Place> {
        self.0.find(key, |(known, _)| *known == key).map(|(_, place)| *place)
    }

    /// The place that has the key already; else it is this one.
    fn or_insert(&mut self, key: u64, place: Place) -> Place {
        self.0.entry(key, |(known, _)| *known == key, |(known, _)| *known).or_insert((key, place)).get().1
    }
}

/// 64 bits that stand for a list of texts. Of a million lists some two share them once in 30 million catalogs.
fn fingerprint(parts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    hasher.finish()
}
