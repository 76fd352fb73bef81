//! What several rules about body share.

use crate::code::{CreditCode, OrganizationCode};
use crate::judged::Whole;
use crate::model::Pointer;
use crate::rule::{Findings, Scope};
use crate::spot::Spot;

/// The organization code by which a body code names a body: within a credit code, or alone as Sichuan has it.
pub(super) fn organization_of(body: &str) -> Option<OrganizationCode> {
    let credit_code = CreditCode::parse(body).map(|code| code.organization_code());
    credit_code.or_else(|_| OrganizationCode::parse(body)).or_else(|_| OrganizationCode::parse_hyphenated(body)).ok()
}

pub(super) fn body_nature(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for (statutory, organization, embedded) in whole.facts.codes.statutory(&whole.facts.bodies) {
        let own = organization.and_then(|body| Some((body.ordinal, body.credit_code?)));
        // The body's own code goes before the one within the item's code.
        let (code, place) = match (own, embedded) {
            (Some((ordinal, code)), _) if code.is_public_institution() => (code.to_string(), Some(ordinal)),
            (None, Some(code)) => (code.to_owned(), None),
            _ => continue,
        };
        let draft = findings.at_spot(
            Spot::Record(statutory.ordinal, statutory.pointer()),
            format!("实施主体标为法定机关，而其统一社会信用代码“{code}”以12开头，是事业单位"),
            format!(
                "the body is marked statutory, and its credit code `{code}` begins with `12`: a public institution"
            ),
        );
        draft.found("statutory").allowed(["authorized", "entrusted"]);
        if let Some(ordinal) = place {
            draft.related(
                Spot::Record(ordinal, Pointer::member("credit_code")),
                "实施主体的代码",
                "the code of the body",
            );
        }
    }
}
