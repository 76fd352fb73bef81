//! QD116: a license type code of no known form.

use super::at_code::at_code;
use super::grounds::LICENSE;
use crate::code::{CodeProblem, CodeScheme, LicenseTypeCode};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::field;
use crate::model::leaf::Leaf;
use crate::rule::{Findings, Look, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(116),
    name: "license-type-code-form",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("电子证照类型代码不属于已知形式", "a license type code of no known form"),
    unit: two("每个代码一项", "one a code"),
    help: two(
        "证照类型代码为定义机构的18位统一社会信用代码加3位顺序号，以国家电子证照类型目录为准；本省另有编码的，按本省目录核对",
        "it is the credit code of the defining body (18) and a serial (3); take it from the national list of license types, or from that of the province where it has codes of its own",
    ),
    citations: LICENSE,
    reads: &[&[field!(license_types: LicenseType, code)]],
    looks: &[Look::Code(&[CodeScheme::LicenseTypeCode], license_type_code)],
    page: include_str!("qd116.md"),
    ..Rule::BLANK
};

pub(super) fn license_type_code(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if LicenseTypeCode::is_provincial(leaf.text) {
        return;
    }
    if let Err(error) = LicenseTypeCode::parse(leaf.text) {
        let draft = at_code(leaf, error.message(), findings);
        draft.found(leaf.text).expecting(error.expected());
        // Of 21 characters, so meant as the national form; and its first part is nobody's code.
        if matches!(error.problem(), CodeProblem::Part { .. }) {
            draft.severity(Severity::Error);
        }
    }
}
