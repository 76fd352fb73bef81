//! QD103: an organization code is wrong, or differs from the credit code.

use super::at_code::at_code;
use super::credit::{Problem, report};
use super::grounds::{CREDIT, ORGANIZATION, WITH_BODY};
use crate::code::{CodeScheme, OrganizationCode};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::leaf::Leaf;
use crate::model::{Organization, Pointer, Written, field};
use crate::rule::{Findings, Look, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(103),
    name: "credit-code-organization-part",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two(
        "组织机构代码有误，或者与统一社会信用代码不一致",
        "an organization code is wrong, or differs from the credit code",
    ),
    unit: two("每个代码一项", "one a code"),
    help: two(
        "与登记证书核对：统一社会信用代码第9至17位就是该机构的组织机构代码",
        "compare with the certificate: characters 9 to 17 of the credit code are the organization code of the body",
    ),
    citations: &[CREDIT, ORGANIZATION],
    reads: &[
        &[field!(organizations: Organization, credit_code)],
        &[field!(organizations: Organization, organization_code)],
        &[field!(licensing_items: LicensingItem, code)],
        &[field!(power_items: PowerItem, code)],
        &[field!(service_items: ServiceItem, implementation_code)],
        &[field!(service_items: ServiceItem, business_code)],
        &[field!(service_items: ServiceItem, local_codes)],
    ],
    looks: &[
        Look::Code(WITH_BODY, organization_part),
        Look::Code(&[CodeScheme::OrganizationCode], organization_code_form),
        Look::Record(RecordLook::Organization(stated_organization_code)),
    ],
    page: include_str!("qd103.md"),
    ..Rule::BLANK
};

/// The organization code that stands alone.
fn organization_code_form(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    let Err(error) = OrganizationCode::parse(leaf.text) else { return };
    let draft = at_code(leaf, error.message(), findings);
    draft.found(leaf.text).expecting(error.expected());
    if let Ok(code) = OrganizationCode::parse_hyphenated(leaf.text) {
        draft.allowed([code.as_str()]).help(
            format!("连字符只用于书面显示，去掉后写作“{code}”"),
            format!("the hyphen is for human eyes only: write `{code}`"),
        );
    }
}

/// The organization code within a credit code.
fn organization_part(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    report(leaf, Problem::Organization, findings);
}

/// The organization code within the credit code, against the one stated beside it.
pub(super) fn stated_organization_code(scope: &Scope<'_>, organization: &Organization, findings: &mut Findings<'_>) {
    if !scope.holds("organizations.credit_code") || !scope.holds("organizations.organization_code") {
        return;
    }
    let Some(credit_code) = organization.credit_code.as_ref().and_then(Written::value) else { return };
    let Some(stated) = organization.organization_code.as_ref().and_then(Written::value) else { return };
    let embedded = credit_code.organization_code();
    if embedded == stated {
        return;
    }
    findings
        .at(
            Pointer::member("credit_code"),
            format!("统一社会信用代码第9至17位为“{embedded}”，与所填组织机构代码“{stated}”不一致"),
            format!("positions 9 to 17 are `{embedded}`, and the organization code stated is `{stated}`"),
        )
        .found(credit_code.as_str())
        .allowed([stated.as_str()])
        .related_below(Pointer::member("organization_code"), "所填组织机构代码", "the organization code stated");
}
