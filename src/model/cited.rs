//! All citations of a record with their places, through every part that can hold one.

use super::kind::for_each_kind;
use super::path::{Path, PathStep, Trail};
use super::{
    Accountability, Adjustment, Authority, Bundle, Citation, Coercion, Concentration, Delegation, DelegationDecision,
    DirectoryEntry, Effort, Fee, IntermediaryService, JointHandling, LegalInstrument, License, LicenseLink,
    LicenseType, LicenseValidity, LicensingItem, Material, Organization, Penalty, Pointer, PowerItem, PublishedFigure,
    QuantityLimit, RecordRef, ServiceItem, SpecialProcedure, Step, TimeLimit,
};

/// 引用位置: a citation, and where it stands.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CitationPlace<'a> {
    /// The record that cites.
    pub record: RecordRef<'a>,
    /// The path of the citation below that record, as a JSON Pointer.
    pub path: Pointer,
    /// The citation.
    pub citation: &'a Citation,
}

/// What a citation is shown to, with its path.
type See<'s, 'a> = &'s mut dyn FnMut(Path<'_>, &'a Citation);

/// A value that may hold citations.
pub(super) trait Cites {
    /// Shows each with its path, in the order of the fields.
    fn cited<'a>(&'a self, _path: &mut Trail, _see: See<'_, 'a>) {}
}

impl Cites for Citation {
    fn cited<'a>(&'a self, path: &mut Trail, see: See<'_, 'a>) {
        see(path.path(path.last()), self);
    }
}

impl<T: Cites> Cites for Option<T> {
    fn cited<'a>(&'a self, path: &mut Trail, see: See<'_, 'a>) {
        if let Some(value) = self {
            value.cited(path, see);
        }
    }
}

impl<T: Cites> Cites for Vec<T> {
    fn cited<'a>(&'a self, path: &mut Trail, see: See<'_, 'a>) {
        for (index, element) in self.iter().enumerate() {
            path.enter(PathStep::Index(index));
            element.cited(path, see);
            path.leave();
        }
    }
}

/// The fields of records and parts that hold citations. A test holds this against the schema.
macro_rules! cites {
    ($($type:ident { $($field:ident),+ $(,)? })+) => {
        $(
            impl Cites for $type {
                fn cited<'a>(&'a self, path: &mut Trail, see: See<'_, 'a>) {
                    $(
                        path.enter(PathStep::Field(stringify!($field)));
                        self.$field.cited(path, see);
                        path.leave();
                    )+
                }
            }
        )+
    };
}
cites! {
    Authority { basis }
    Material { basis }
    Fee { basis }
    SpecialProcedure { basis }
    Step { basis }
    TimeLimit { basis }
    JointHandling { limit, extension }
    QuantityLimit { basis }
    IntermediaryService { basis, limit }
    LicenseValidity { renewal_lead_time, basis }
    Accountability { basis }
    Penalty { basis }
    Coercion { basis, limit, extension }
    Effort { limits }
    Concentration { basis }
    DelegationDecision { basis }
    Organization { concentration }
    DirectoryEntry { basis }
    LicensingItem {
        authorities, set_by, implemented_under, statutory_limits, promised_limits, extension_limits,
        first_review_limits, delivery_limits, joint_handling, special_procedures, procedure, materials,
        intermediary_services, fees, quantity_limit, license_validity,
    }
    PowerItem { basis, authorities, responsibilities, accountability, penalties, coercion, limits }
    ServiceItem {
        basis, statutory_limits, promised_limits, extension_limits, first_review_limits, delivery_limits, materials,
        intermediary_services, fees, special_procedures, procedure,
    }
    Delegation { decision }
    Bundle { before, after }
    Adjustment { basis }
}

macro_rules! cites_nothing {
    ($($type:ident)+) => {
        $(impl Cites for $type {})+
    };
}
cites_nothing! { LegalInstrument LicenseType LicenseLink License PublishedFigure }

macro_rules! citations {
    ($(($type:ident, $tag:ident, $array:ident, $zh:literal),)+) => {
        impl<'a> RecordRef<'a> {
            /// The citations of the record with their places, in the order of its fields.
            #[must_use]
            pub fn citations(self) -> Vec<CitationPlace<'a>> {
                let mut places = Vec::new();
                let mut see = |path: Path<'_>, citation: &'a Citation| {
                    places.push(CitationPlace { record: self, path: path.pointer(), citation });
                };
                match self { $(RecordRef::$type(record) => record.cited(&mut Trail::default(), &mut see),)+ }
                places
            }
        }
    };
}
for_each_kind!(citations);
