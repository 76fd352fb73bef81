//! QD511: the department still exercises what it passed on, and nobody says who handles which cases.

use super::seen::Seen;
use crate::codelist::DelegationMode;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Delegation, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(511),
    name: "double-exercise",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("原部门仍在行使已经赋权的职权", "the department still exercises what it passed on"),
    unit: two("每项赋权一项", "one a delegation"),
    help: two(
        "原部门不再行使的，改为“否”；确需共同行使的，写明案件划分",
        "say that the department no longer exercises it; where both do, state who handles which cases",
    ),
    citations: &[Provision { document: "行政处罚法", clause: "第二十四条、第二十五条" }],
    reads: &[&[
        field!(delegations: Delegation, original_still_exercises),
        field!(delegations: Delegation, division_of_cases),
    ]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, double_exercise))],
    page: include_str!("qd511.md"),
    ..Rule::BLANK
};

fn double_exercise(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    // An organ that entrusts or sends keeps the power by law.
    let moves = matches!(delegation.mode, DelegationMode::Transfer | DelegationMode::Authorize);
    let goes_on = delegation.original_still_exercises == Some(true) && delegation.division_of_cases.is_none();
    // Until it takes effect the department exercises it alone.
    let seen = Seen::of(scope, all, delegation);
    if !moves || !goes_on || seen.is_to_come() || !seen.is_in_force() {
        return;
    }
    findings
        .at(
            Pointer::member("original_still_exercises"),
            format!(
                "职权已{}给苏木乡镇，原实施主体仍在行使，没有写明案件划分",
                delegation.mode.title_zh()
            ),
            "the power went to the townships, its former holder still exercises it, and who handles which cases is not stated",
        )
        .found("true")
        .expected("写明案件划分，或者原实施主体不再行使", "a division of cases, or that the former holder no longer exercises it");
}
