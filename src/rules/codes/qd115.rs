//! QD115: the check character of a license identifier is wrong.

use super::grounds::LICENSE_CHECK;
use crate::code::{CodeProblem, CodeScheme, LicenseIdentifier};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::field;
use crate::model::leaf::Leaf;
use crate::rule::{Findings, Look, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(115),
    name: "license-identifier-check",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("电子证照标识的校验位不符", "the check character of a license identifier is wrong"),
    unit: two("每个标识一项", "one an identifier"),
    help: two(
        "按 GB/T 17710 MOD 37,36 对类型、机构、流水号、版本号（不含根标识和点）重新计算校验位；个别标识不符的，核对是否抄错",
        "work it out by GB/T 17710 MOD 37,36 over type, issuer, serial and version, without root and dots; where only few are wrong, look for a miscopied character",
    ),
    citations: LICENSE_CHECK,
    reads: &[&[field!(licenses: License, identifier)]],
    looks: &[Look::Code(&[CodeScheme::LicenseIdentifier], identifier_check)],
    page: include_str!("qd115.md"),
    ..Rule::BLANK
};

pub(super) fn identifier_check(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    let Err(error) = LicenseIdentifier::parse(leaf.text) else { return };
    if let CodeProblem::Check { expected, found, .. } = error.problem() {
        let message = error.message();
        findings
            .at(leaf.path.pointer(), message.zh, message.en)
            .found(&found.to_string())
            .allowed([expected.to_string()]);
    }
}
