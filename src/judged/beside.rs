//! The catalogs beside the one that is checked, and what of it is put beside them.

use std::sync::Arc;

use crate::facts::Facts;
use crate::model::{AnyRecord, Catalog, Header, Kind};

/// 对照目录: a catalog beside the one that is checked: a superior level's, or the previous edition.
#[derive(Debug, Clone)]
pub struct OtherCatalog {
    catalog: Arc<Catalog>,
    pub(crate) facts: Arc<Facts>,
}

impl OtherCatalog {
    pub(crate) fn new(catalog: &Catalog) -> Self {
        Self { catalog: Arc::new(catalog.clone()), facts: Arc::new(Facts::of(catalog)) }
    }

    /// Its header.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.catalog.header
    }

    /// The catalog.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Whether it has a record of this kind with this id.
    #[must_use]
    pub fn has(&self, kind: Kind, id: &str) -> bool {
        self.catalog.get(kind, id).is_some()
    }

    /// Whether it says of itself that it has all records of a kind, so that one that is not there does not exist.
    #[must_use]
    pub fn covers(&self, kind: Kind) -> bool {
        self.header().covers.contains(&kind)
    }
}

/// What is held of the catalog that is checked, to be put beside others when all is known; and those others.
///
/// Two catalogs differ in their texts, of which facts keep none. So where another catalog is given, the records that are
/// compared are held until the end, and memory grows with the catalog as it did with the other.
#[derive(Debug, Default)]
pub(crate) struct Beside<'a> {
    /// From the highest to the nearest.
    pub(crate) superiors: &'a [OtherCatalog],
    pub(crate) previous: Option<&'a OtherCatalog>,
    held: Option<Catalog>,
}

impl<'a> Beside<'a> {
    /// Of a catalog with this header; without one nothing is compared.
    pub(crate) fn new(
        header: Option<&Header>,
        superiors: &'a [OtherCatalog],
        previous: Option<&'a OtherCatalog>,
    ) -> Self {
        let is_compared = !superiors.is_empty() || previous.is_some();
        let held = header.filter(|_| is_compared).map(|header| Catalog::new(header.clone()));
        Self { superiors, previous, held }
    }

    /// Whether a record of this kind is to be held.
    pub(crate) fn holds(&self, kind: Kind) -> bool {
        self.held.is_some() && COMPARED.contains(&kind)
    }

    /// Holds a record. Of those with a repeated id the first stays, as elsewhere.
    pub(crate) fn hold(&mut self, record: AnyRecord) {
        if let Some(held) = &mut self.held {
            let _ = held.insert(record);
        }
    }

    /// What is held of the catalog that is checked; none where nothing is compared.
    pub(crate) fn held(&self) -> Option<&Catalog> {
        self.held.as_ref()
    }
}

/// The kinds of records that are compared, or by which others are understood.
const COMPARED: &[Kind] = &[
    Kind::Organization,
    Kind::LegalInstrument,
    Kind::LicensingItem,
    Kind::PowerItem,
    Kind::ServiceItem,
    Kind::Delegation,
    Kind::Adjustment,
];
