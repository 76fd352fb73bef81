//! QD114: a license identifier has wrong parts.

use super::at_code::at_code;
use super::grounds::LICENSE;
use crate::code::{CodeProblem, CodeScheme, LicenseIdentifier, LicenseIssuer};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::leaf::Leaf;
use crate::model::{Pointer, field};
use crate::rule::{Findings, Look, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(114),
    name: "license-identifier-form",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("电子证照标识的组成有误", "a license identifier has wrong parts"),
    unit: two("每个标识一项", "one an identifier"),
    help: two(
        "标识由根标识、证照类型代码（21位）、颁发机构代码（18位）、流水号、版本号（3位）和校验位组成，由证照系统重新生成",
        "an identifier is the root, the type (21), the issuer (18), the serial, the version (3) and the check character; have the license system make it again",
    ),
    citations: LICENSE,
    reads: &[
        &[field!(licenses: License, identifier)],
        &[field!(licenses: License, license_type)],
        &[field!(license_types: LicenseType, code)],
    ],
    looks: &[Look::Code(&[CodeScheme::LicenseIdentifier], identifier_form), Look::Catalog(identifier_of_another_type)],
    page: include_str!("qd114.md"),
    ..Rule::BLANK
};

pub(super) fn identifier_form(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    match LicenseIdentifier::parse(leaf.text) {
        // The check character is QD115's.
        Err(error) if matches!(error.problem(), CodeProblem::Check { .. }) => {}
        Err(error) => {
            at_code(leaf, error.message(), findings).found(leaf.text).expecting(error.expected());
        }
        Ok(identifier) => {
            if let LicenseIssuer::Division(division) = identifier.issuer() {
                findings
                    .at(
                        leaf.path.pointer(),
                        format!("颁发机构代码为行政区划代码“{division}”，应为18位统一社会信用代码"),
                        format!(
                            "the issuer is the division `{division}`, where a credit code of 18 characters belongs"
                        ),
                    )
                    .severity(Severity::Warning)
                    .found(division.as_str())
                    .expected("18位统一社会信用代码", "a credit code of 18 characters");
            }
        }
    }
}

pub(super) fn identifier_of_another_type(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for (license, found, license_type, expected) in whole.facts.licenses.of_another_type() {
        findings
            .at_spot(
                Spot::Record(license, Pointer::member("identifier")),
                format!("标识中的证照类型代码“{found}”与所引证照类型的代码“{expected}”不一致"),
                format!("the identifier names the type `{found}`, and the license type referred to is `{expected}`"),
            )
            .found(found.as_str())
            .allowed([expected.as_str()])
            .related(
                Spot::Record(license_type, Pointer::member("code")),
                "所引证照类型的代码",
                "the code of that license type",
            );
    }
}
