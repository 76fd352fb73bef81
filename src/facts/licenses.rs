//! License types and licenses: what their identifiers say of their type, and whether they are sealed.

use std::collections::HashMap;

use crate::code::LicenseTypeCode;
use crate::codelist::LicenseStatus;
use crate::facts::Interner;
use crate::facts::answers::Answers;
use crate::facts::bodies::BodyFacts;
use crate::model::{Date, Id, License, LicenseType, Seal, Written};

/// Facts about license types and licenses.
#[derive(Debug, Default)]
pub(crate) struct LicenseFacts {
    /// The license types that are named or described, by their ids.
    types: Interner<Box<str>>,
    /// The record and code of each type that has one, by the numbers of `types`.
    codes: Vec<Option<(u32, LicenseTypeCode)>>,
    /// Whether sealed copies of each type can be had, by the numbers of `types`.
    seals: Vec<TypeSeals>,
    /// How many licenses do not name their type.
    untyped: u64,
    /// The licenses that are still of use and of which nothing is said about a seal, with their last day.
    unstated: Vec<(u32, Option<Date>)>,
    licenses: Vec<TypedLicense>,
    /// Whether licenses are sealed, by the number of the body that issued them.
    sealed: HashMap<Option<u32>, Answers>,
}

/// Whether a seal is there, and not known to be bad.
fn is_good(seal: &Seal) -> bool {
    seal.sealed && seal.verified != Some(false)
}

/// A license that names its type both ways: as a record, and within its identifier.
#[derive(Debug, Clone, Copy)]
struct TypedLicense {
    ordinal: u32,
    license_type: u32,
    code: LicenseTypeCode,
}

/// Whether sealed copies of a type can be had.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct TypeSeals {
    /// The type, by its ordinal, if a record describes it.
    pub(crate) ordinal: Option<u32>,
    /// Whether they can, as far as that is stated.
    pub(crate) available: Option<bool>,
    /// Whether it is issued by a body that is named.
    pub(crate) has_issuer: bool,
    pub(crate) licenses: u64,
    pub(crate) sealed: u64,
}

impl LicenseFacts {
    pub(super) fn add_type(&mut self, ordinal: u32, license_type: &LicenseType) {
        let number = self.number_of(&license_type.id);
        if let Some(known) = self.seals_mut(number).filter(|known| known.ordinal.is_none()) {
            known.ordinal = Some(ordinal);
            known.available = license_type.sealed_available;
            known.has_issuer = license_type.issuer.is_some();
        }
        if let Some(code) = license_type.code.as_ref().and_then(Written::value)
            && let Some(known) = usize::try_from(number).ok().and_then(|at| self.codes.get_mut(at))
        {
            known.get_or_insert((ordinal, code));
        }
    }

    /// Notes the type of a license and whether it is sealed, and what its identifier says of its type, where that need not be
    /// the same.
    pub(super) fn add_license(&mut self, ordinal: u32, license: &License) {
        let is_of_use = matches!(license.status, LicenseStatus::Valid | LicenseStatus::Suspended);
        if license.seal.is_none() && is_of_use {
            self.unstated.push((ordinal, license.valid_until.as_ref().and_then(Written::value)));
        }
        let Some(license_type) = &license.license_type else {
            self.untyped = self.untyped.saturating_add(1);
            return;
        };
        let license_type = self.number_of(license_type.id());
        if let Some(known) = self.seals_mut(license_type) {
            known.licenses = known.licenses.saturating_add(1);
            known.sealed = known.sealed.saturating_add(license.seal.as_ref().is_some_and(is_good).into());
        }
        let type_part = license.identifier.text().split('.').nth(5);
        let Some(code) = type_part.and_then(|text| LicenseTypeCode::parse(text).ok()) else { return };
        // Types come first in most catalogs, and nearly every license agrees with its own.
        if self.code_of(license_type).is_none_or(|(_, known)| *known != code) {
            self.licenses.push(TypedLicense { ordinal, license_type, code });
        }
    }

    /// Notes whether a license is sealed.
    pub(super) fn add_seal(&mut self, license: &License, bodies: &mut BodyFacts) {
        let issuer = license.issuer.as_ref().map(|issuer| bodies.number_of(issuer.id()));
        self.sealed.entry(issuer).or_default().add(license.seal.as_ref().map(|seal| seal.sealed));
    }

    /// The number of a license type, whether it is described or not.
    pub(super) fn number_of(&mut self, id: &Id) -> u32 {
        let number = self.types.number_of(id.as_str());
        if self.codes.len() < self.types.values().len() {
            self.codes.push(None);
            self.seals.push(TypeSeals::default());
        }
        number
    }

    fn seals_mut(&mut self, license_type: u32) -> Option<&mut TypeSeals> {
        self.seals.get_mut(usize::try_from(license_type).ok()?)
    }

    /// Whether sealed copies of a type can be had.
    pub(crate) fn seals(&self, license_type: u32) -> Option<&TypeSeals> {
        self.seals.get(usize::try_from(license_type).ok()?)
    }

    /// The id of a license type.
    pub(crate) fn type_id(&self, license_type: u32) -> &str {
        self.types.get(license_type).map_or("", |id| id)
    }

    /// How many licenses do not name their type.
    pub(crate) fn untyped(&self) -> u64 {
        self.untyped
    }

    /// The licenses of which nothing is said about a seal and that are not over by their status, with their last day.
    pub(crate) fn unstated(&self) -> &[(u32, Option<Date>)] {
        &self.unstated
    }

    fn code_of(&self, license_type: u32) -> Option<&(u32, LicenseTypeCode)> {
        self.codes.get(usize::try_from(license_type).ok()?)?.as_ref()
    }

    /// The licenses whose identifier names another type than their record: the code there, and the type with its code.
    pub(crate) fn of_another_type(&self) -> impl Iterator<Item = (u32, &LicenseTypeCode, u32, &LicenseTypeCode)> {
        self.licenses.iter().filter_map(|license| {
            let (ordinal, code) = self.code_of(license.license_type)?;
            (*code != license.code).then_some((license.ordinal, &license.code, *ordinal, code))
        })
    }

    /// Whether the licenses are sealed that were issued by bodies that count; a license may have no issuer.
    pub(crate) fn sealed(&self, counts: impl Fn(Option<u32>) -> bool) -> Answers {
        let mut sum = Answers::default();
        #[expect(clippy::iter_over_hash_type, reason = "a sum is the same in any order")]
        for (issuer, answers) in &self.sealed {
            if counts(*issuer) {
                sum.add_all(*answers);
            }
        }
        sum
    }
}
