//! The bases of an item, wherever in it they stand.

use crate::codelist::ItemType;
use crate::model::{Citation, Field, Pointer, RecordRef, TimeLimit, field};

/// The lists that say what gives the power: without them it has no ground.
const GIVING: [&str; 5] = [
    "licensing_items.set_by",
    "power_items.basis",
    "power_items.penalties.basis",
    "power_items.coercion.basis",
    "service_items.basis",
];

macro_rules! lists {
    ($($list:ident: $record:ident, $first:ident $(. $rest:ident)*;)+) => {
        /// All lists of citations in items: where the source does not hold one, no rule about bases has looked there.
        pub(crate) const LISTS: &[&[Field]] = &[$(&[field!($list: $record, $first $(. $rest)*)],)+];
        /// The provisions of all these citations.
        pub(crate) const ARTICLES: &[&[Field]] = &[$(&[field!($list: $record, $first $(. $rest)* . articles)],)+];
        /// All these lists, and the ranks of the instruments that the catalog describes.
        pub(crate) const LISTS_AND_RANKS: &[&[Field]] = &[
            $(&[field!($list: $record, $first $(. $rest)*)],)+
            &[field!(legal_instruments: LegalInstrument, rank)],
        ];
        /// All these lists, and the titles of the instruments that the catalog describes.
        pub(crate) const LISTS_AND_TITLES: &[&[Field]] = &[
            $(&[field!($list: $record, $first $(. $rest)*)],)+
            &[field!(legal_instruments: LegalInstrument, title)],
        ];
    };
}

lists! {
    licensing_items: LicensingItem, set_by;
    licensing_items: LicensingItem, implemented_under;
    licensing_items: LicensingItem, authorities.basis;
    licensing_items: LicensingItem, statutory_limits.basis;
    licensing_items: LicensingItem, promised_limits.basis;
    licensing_items: LicensingItem, extension_limits.basis;
    licensing_items: LicensingItem, first_review_limits.basis;
    licensing_items: LicensingItem, delivery_limits.basis;
    licensing_items: LicensingItem, joint_handling.limit.basis;
    licensing_items: LicensingItem, joint_handling.extension.basis;
    licensing_items: LicensingItem, special_procedures.basis;
    licensing_items: LicensingItem, procedure.basis;
    licensing_items: LicensingItem, materials.basis;
    licensing_items: LicensingItem, intermediary_services.basis;
    licensing_items: LicensingItem, intermediary_services.limit.basis;
    licensing_items: LicensingItem, fees.basis;
    licensing_items: LicensingItem, quantity_limit.basis;
    licensing_items: LicensingItem, license_validity.renewal_lead_time.basis;
    licensing_items: LicensingItem, license_validity.basis;
    power_items: PowerItem, basis;
    power_items: PowerItem, authorities.basis;
    power_items: PowerItem, responsibilities.basis;
    power_items: PowerItem, accountability.basis;
    power_items: PowerItem, penalties.basis;
    power_items: PowerItem, coercion.basis;
    power_items: PowerItem, coercion.limit.basis;
    power_items: PowerItem, coercion.extension.basis;
    power_items: PowerItem, limits.basis;
    service_items: ServiceItem, basis;
    service_items: ServiceItem, statutory_limits.basis;
    service_items: ServiceItem, promised_limits.basis;
    service_items: ServiceItem, extension_limits.basis;
    service_items: ServiceItem, first_review_limits.basis;
    service_items: ServiceItem, delivery_limits.basis;
    service_items: ServiceItem, materials.basis;
    service_items: ServiceItem, intermediary_services.basis;
    service_items: ServiceItem, intermediary_services.limit.basis;
    service_items: ServiceItem, fees.basis;
    service_items: ServiceItem, special_procedures.basis;
    service_items: ServiceItem, procedure.basis;
}

/// One list of citations within an item.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bases<'a> {
    pub(crate) list: List,
    pub(crate) citations: &'a [Citation],
}

/// Where a list of citations stands in its record.
#[derive(Debug, Clone, Copy, Eq)]
pub(crate) struct List {
    /// The path of the list in the catalog, which the source may not hold: `power_items.penalties.basis`.
    pub(crate) field: &'static str,
    /// The element of the list above it, from 0; none where it stands in the item itself or in a part of which there is
    /// only one.
    pub(crate) element: Option<u32>,
}

impl PartialEq for List {
    fn eq(&self, other: &Self) -> bool {
        // Nearly always it is the same text in the same place.
        self.element == other.element && (std::ptr::eq(self.field, other.field) || self.field == other.field)
    }
}

impl List {
    /// Where a citation stands in the record, by its index.
    pub(crate) fn pointer(self, citation: usize) -> Pointer {
        let mut pointer = Pointer::default();
        let mut element = self.element;
        for name in self.field.split('.').skip(1) {
            pointer.push(name);
            if let Some(index) = element.take() {
                pointer.push_index(usize::try_from(index).unwrap_or(usize::MAX));
            }
        }
        pointer.push_index(citation);
        pointer
    }

    /// Whether it says what gives the power.
    pub(crate) fn gives_power(self) -> bool {
        GIVING.contains(&self.field)
    }
}

/// Whether the record is a public service, which is no power.
pub(crate) fn is_public_service(record: RecordRef<'_>) -> bool {
    match record {
        RecordRef::PowerItem(item) => item.power_type == ItemType::PublicService,
        RecordRef::ServiceItem(item) => item.service_type == ItemType::PublicService,
        _ => false,
    }
}

/// Shows all bases of an item in force: what sets it, and what its parts rest on. Other records have none.
pub(crate) fn of_item<'a>(record: RecordRef<'a>, see: impl FnMut(Bases<'a>)) {
    let mut all = Shown { see };
    match record {
        RecordRef::LicensingItem(item) if item.in_force() => {
            all.one("licensing_items.set_by", &item.set_by);
            all.one("licensing_items.implemented_under", &item.implemented_under);
            all.each("licensing_items.authorities.basis", &item.authorities, |part| &part.basis);
            all.limits("licensing_items.statutory_limits.basis", &item.statutory_limits);
            all.limits("licensing_items.promised_limits.basis", &item.promised_limits);
            all.limits("licensing_items.extension_limits.basis", &item.extension_limits);
            all.limits("licensing_items.first_review_limits.basis", &item.first_review_limits);
            all.limits("licensing_items.delivery_limits.basis", &item.delivery_limits);
            if let Some(joint) = &item.joint_handling {
                all.one("licensing_items.joint_handling.limit.basis", of_limit(joint.limit.as_ref()));
                all.one("licensing_items.joint_handling.extension.basis", of_limit(joint.extension.as_ref()));
            }
            all.each("licensing_items.special_procedures.basis", &item.special_procedures, |part| &part.basis);
            all.each("licensing_items.procedure.basis", &item.procedure, |part| &part.basis);
            all.each("licensing_items.materials.basis", &item.materials, |part| &part.basis);
            all.each("licensing_items.intermediary_services.basis", &item.intermediary_services, |part| &part.basis);
            all.each("licensing_items.intermediary_services.limit.basis", &item.intermediary_services, |part| {
                of_limit(part.limit.as_ref())
            });
            all.each("licensing_items.fees.basis", &item.fees, |part| &part.basis);
            if let Some(limit) = &item.quantity_limit {
                all.one("licensing_items.quantity_limit.basis", &limit.basis);
            }
            if let Some(validity) = &item.license_validity {
                all.one(
                    "licensing_items.license_validity.renewal_lead_time.basis",
                    of_limit(validity.renewal_lead_time.as_ref()),
                );
                all.one("licensing_items.license_validity.basis", &validity.basis);
            }
        }
        RecordRef::PowerItem(item) if item.in_force() => {
            all.one("power_items.basis", &item.basis);
            all.each("power_items.authorities.basis", &item.authorities, |part| &part.basis);
            all.each("power_items.responsibilities.basis", &item.responsibilities, |part| &part.basis);
            all.each("power_items.accountability.basis", &item.accountability, |part| &part.basis);
            all.each("power_items.penalties.basis", &item.penalties, |part| &part.basis);
            all.each("power_items.coercion.basis", &item.coercion, |part| &part.basis);
            all.each("power_items.coercion.limit.basis", &item.coercion, |part| of_limit(part.limit.as_ref()));
            all.each("power_items.coercion.extension.basis", &item.coercion, |part| of_limit(part.extension.as_ref()));
            all.limits("power_items.limits.basis", &item.limits);
        }
        RecordRef::ServiceItem(item) if item.in_force() => {
            all.one("service_items.basis", &item.basis);
            all.limits("service_items.statutory_limits.basis", &item.statutory_limits);
            all.limits("service_items.promised_limits.basis", &item.promised_limits);
            all.limits("service_items.extension_limits.basis", &item.extension_limits);
            all.limits("service_items.first_review_limits.basis", &item.first_review_limits);
            all.limits("service_items.delivery_limits.basis", &item.delivery_limits);
            all.each("service_items.materials.basis", &item.materials, |part| &part.basis);
            all.each("service_items.intermediary_services.basis", &item.intermediary_services, |part| &part.basis);
            all.each("service_items.intermediary_services.limit.basis", &item.intermediary_services, |part| {
                of_limit(part.limit.as_ref())
            });
            all.each("service_items.fees.basis", &item.fees, |part| &part.basis);
            all.each("service_items.special_procedures.basis", &item.special_procedures, |part| &part.basis);
            all.each("service_items.procedure.basis", &item.procedure, |part| &part.basis);
        }
        _ => {}
    }
}

/// The bases of a limit, where one is stated.
fn of_limit(limit: Option<&TimeLimit>) -> &[Citation] {
    limit.map_or(&[], |limit| &limit.basis)
}

struct Shown<See> {
    see: See,
}

impl<'a, See: FnMut(Bases<'a>)> Shown<See> {
    fn one(&mut self, field: &'static str, citations: &'a [Citation]) {
        self.show(field, None, citations);
    }

    fn each<T>(&mut self, field: &'static str, parts: &'a [T], basis: impl Fn(&'a T) -> &'a [Citation]) {
        for (index, part) in (0..=u32::MAX).zip(parts) {
            self.show(field, Some(index), basis(part));
        }
    }

    fn limits(&mut self, field: &'static str, limits: &'a [TimeLimit]) {
        self.each(field, limits, |limit| &limit.basis);
    }

    fn show(&mut self, field: &'static str, element: Option<u32>, citations: &'a [Citation]) {
        if !citations.is_empty() {
            (self.see)(Bases { list: List { field, element }, citations });
        }
    }
}
