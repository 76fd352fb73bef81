//! The organization code within a code of a body.

use crate::code::{CreditCode, OrganizationCode};

/// The organization code by which a body code names a body: within a credit code, or alone as Sichuan has it.
pub(super) fn organization_of(body: &str) -> Option<OrganizationCode> {
    let credit_code = CreditCode::parse(body).map(|code| code.organization_code());
    credit_code.or_else(|_| OrganizationCode::parse(body)).or_else(|_| OrganizationCode::parse_hyphenated(body)).ok()
}
