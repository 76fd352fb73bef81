//! What the sheets do not hold: fields for which they have no column.

use std::collections::BTreeSet;

use super::column::Column;
use super::profile::ImportProfile;
use crate::model::{FieldPath, Kind};

/// A field, with the column that fills it.
type Field = (&'static str, Option<Column>);

/// The fields of items that a list may have a column for, with the column; those without are in no list of these forms. The
/// competent department of a power is not among them: a list that names none means the body itself.
const FIELDS: &[(Kind, &[Field])] = &[
    (
        Kind::PowerItem,
        &[
            ("code", Some(Column::Code)),
            ("basis", Some(Column::Basis)),
            ("authorities", Some(Column::Authorities)),
            ("levels", Some(Column::Levels)),
            ("scope", Some(Column::Scope)),
            ("duties", Some(Column::Duties)),
            ("power_source", Some(Column::PowerSource)),
            ("initiation", Some(Column::Initiation)),
            ("prerequisites", Some(Column::Prerequisites)),
            ("summary_procedure", None),
            ("responsibilities", Some(Column::Responsibilities)),
            ("responsibilities.basis", Some(Column::ResponsibilitiesBasis)),
            ("accountability", Some(Column::Accountability)),
            ("accountability.basis", Some(Column::AccountabilityBasis)),
            ("supervision", Some(Column::Supervision)),
            ("remedies", Some(Column::Remedies)),
            ("penalties", None),
            ("discretion", Some(Column::DiscretionRange)),
            ("coercion", None),
            ("limits", Some(Column::Limits)),
            ("licensing_item", None),
            ("status", Some(Column::Status)),
            ("period", None),
        ],
    ),
    (
        Kind::LicensingItem,
        &[
            ("code", Some(Column::Code)),
            ("license_class", Some(Column::LicenseClass)),
            ("competent_department", Some(Column::CompetentDepartment)),
            ("authorities", Some(Column::Authorities)),
            ("set_by", Some(Column::Basis)),
            ("implemented_under", Some(Column::ImplementedUnder)),
            ("levels", Some(Column::Levels)),
            ("audience", Some(Column::Audience)),
            ("statutory_limits", Some(Column::StatutoryLimits)),
            ("promised_limits", Some(Column::PromisedLimits)),
            ("extension_limits", None),
            ("first_review_limits", None),
            ("delivery_limits", None),
            ("joint_handling", None),
            ("special_procedures", None),
            ("procedure", None),
            ("conditions", Some(Column::Conditions)),
            ("prerequisites", Some(Column::Prerequisites)),
            ("materials", None),
            ("intermediary_services", None),
            ("charges_fee", Some(Column::ChargesFee)),
            ("fees", None),
            ("quantity_limit", None),
            ("license_validity", None),
            ("result", None),
            ("supervisors", None),
            ("superior_item", None),
            ("status", Some(Column::Status)),
            ("period", None),
        ],
    ),
    (
        Kind::ServiceItem,
        &[
            ("base_code", Some(Column::BaseCode)),
            ("implementation_code", Some(Column::ImplementationCode)),
            ("business_code", Some(Column::BusinessCode)),
            ("local_codes", Some(Column::LocalCode)),
            ("body_nature", None),
            ("power_source", Some(Column::PowerSource)),
            ("entrusted_by", None),
            ("power_item", None),
            ("licensing_item", None),
            ("basis", Some(Column::Basis)),
            ("initiation", Some(Column::Initiation)),
            ("audience", Some(Column::Audience)),
            ("handling", Some(Column::Handling)),
            ("statutory_limits", Some(Column::StatutoryLimits)),
            ("promised_limits", Some(Column::PromisedLimits)),
            ("extension_limits", None),
            ("first_review_limits", None),
            ("delivery_limits", None),
            ("online", None),
            ("visits", Some(Column::Visits)),
            ("visit_reason", None),
            ("channels", None),
            ("prerequisites", Some(Column::Prerequisites)),
            ("materials", None),
            ("intermediary_services", None),
            ("charges_fee", Some(Column::ChargesFee)),
            ("fees", None),
            ("special_procedures", None),
            ("procedure", None),
            ("result", None),
            ("status", Some(Column::Status)),
            ("period", None),
        ],
    ),
    (
        Kind::Delegation,
        &[
            ("directory_entry", None),
            ("to", Some(Column::To)),
            ("decision", None),
            ("mandate", None),
            ("claims", None),
            ("effective_on", Some(Column::EffectiveOn)),
            ("evaluations", None),
            ("includes_coercive_measures", None),
            ("original_still_exercises", None),
            ("division_of_cases", None),
        ],
    ),
];

/// The fields that no sheet has a column for, by the kinds of records that were made.
pub(super) fn not_held(columns: &BTreeSet<(Kind, Column)>, profile: &ImportProfile) -> Vec<FieldPath> {
    let kinds: BTreeSet<Kind> = columns.iter().map(|(kind, _)| *kind).collect();
    let mut paths = Vec::new();
    // A delegation brings its power along, of which the list says little.
    let brings_powers = kinds.contains(&Kind::Delegation) && !kinds.contains(&Kind::PowerItem);
    let is_there = |kind: &Kind| kinds.contains(kind) || *kind == Kind::PowerItem && brings_powers;
    for (kind, fields) in FIELDS.iter().filter(|(kind, _)| is_there(kind)) {
        for (field, column) in *fields {
            let is_brought = |column| match column {
                Column::Authorities => columns.contains(&(Kind::Delegation, Column::From)),
                Column::Code | Column::Basis => columns.contains(&(Kind::Delegation, column)),
                _ => false,
            };
            let fills = |column| {
                columns.contains(&(*kind, column)) || *kind == Kind::PowerItem && brings_powers && is_brought(column)
            };
            let is_held = column.is_some_and(fills) || *field == "authorities" && profile.authority.is_some();
            if !is_held {
                paths.extend(format!("{}.{field}", kind.array()).parse().ok());
            }
        }
    }
    paths
}
