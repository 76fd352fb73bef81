//! QD102: the check character of a credit code is wrong.

use super::credit::{Problem, report};
use super::grounds::{CREDIT, CREDIT_FIELDS, WITH_BODY};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::leaf::Leaf;
use crate::rule::{Findings, Look, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(102),
    name: "credit-code-check-character",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("统一社会信用代码的校验码不符", "the check character of a credit code is wrong"),
    unit: two("每个代码一项", "one a code"),
    help: two(
        "有字符抄错：与登记证书逐位核对，不要只改校验码",
        "a character is miscopied: compare the code with the certificate, and do not just change the check character",
    ),
    citations: &[CREDIT],
    reads: CREDIT_FIELDS,
    looks: &[Look::Code(WITH_BODY, check_character)],
    page: include_str!("qd102.md"),
    ..Rule::BLANK
};

pub(super) fn check_character(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    report(leaf, Problem::Check, findings);
}
