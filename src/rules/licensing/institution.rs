//! Public institutions, by what they are and by how they are registered.

use crate::code::CreditCode;
use crate::codelist::OrganizationKind;
use crate::facts::bodies::Body;

/// Whether a body is a public institution: one by its kind that is not registered as an organ, or another body that is
/// registered as an institution (12…).
pub(super) fn is_institution(body: &Body) -> bool {
    let credit_code = body.credit_code.as_ref();
    match body.kind {
        OrganizationKind::PublicInstitution => !credit_code.is_some_and(CreditCode::is_state_organ),
        OrganizationKind::OtherBody => credit_code.is_some_and(CreditCode::is_public_institution),
        _ => false,
    }
}
