//! License types and licenses: what their identifiers say of their type, and whether they are sealed.

use std::collections::HashMap;

use crate::code::LicenseTypeCode;
use crate::facts::Interner;
use crate::facts::answers::Answers;
use crate::facts::bodies::BodyFacts;
use crate::model::{Id, License, LicenseType, Written};

/// Facts about license types and licenses.
#[derive(Debug, Default)]
pub(crate) struct LicenseFacts {
    /// The license types that are named or described, by their ids.
    types: Interner<Box<str>>,
    /// The record and code of each type that has one, by the numbers of `types`.
    codes: Vec<Option<(u32, LicenseTypeCode)>>,
    licenses: Vec<TypedLicense>,
    /// Whether licenses are sealed, by the number of the body that issued them.
    sealed: HashMap<Option<u32>, Answers>,
}

/// A license that names its type both ways: as a record, and within its identifier.
#[derive(Debug, Clone, Copy)]
struct TypedLicense {
    ordinal: u32,
    license_type: u32,
    code: LicenseTypeCode,
}

impl LicenseFacts {
    pub(super) fn add_type(&mut self, ordinal: u32, license_type: &LicenseType) {
        if let Some(code) = license_type.code.as_ref().and_then(Written::value) {
            let number = self.number_of(&license_type.id);
            if let Some(known) = usize::try_from(number).ok().and_then(|at| self.codes.get_mut(at)) {
                known.get_or_insert((ordinal, code));
            }
        }
    }

    /// Notes the type of a license, where it is named both ways and need not be the same.
    pub(super) fn add_identifier(&mut self, ordinal: u32, license: &License) {
        let Some(license_type) = &license.license_type else { return };
        let type_part = license.identifier.text().split('.').nth(5);
        let Some(code) = type_part.and_then(|text| LicenseTypeCode::parse(text).ok()) else { return };
        let license_type = self.number_of(license_type.id());
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

    fn number_of(&mut self, id: &Id) -> u32 {
        let number = self.types.number_of(id.as_str());
        if self.codes.len() < self.types.values().len() {
            self.codes.push(None);
        }
        number
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
