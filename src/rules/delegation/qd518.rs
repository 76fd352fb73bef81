//! QD518: a power is taken back by a body that may not, or goes back to a list in which it is not in force.

use super::province::{Backing, Owner, is_high, owner};
use super::seen::{Seen, member_of};
use crate::codelist::{DelegationMode, Level};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::bodies::level_of;
use crate::lang::two;
use crate::model::{Delegation, DelegationReturn, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(518),
    name: "taken-back-by-unfit-body",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two(
        "收回赋权的机关没有权限，或者职权已不再有效",
        "a delegation is taken back by a body that may not, or for a power that is not in force",
    ),
    unit: two("每项收回的机关、职权各一项", "one a return for the body, one for the power"),
    help: two(
        "依省级决定或者目录下放的，由省级决定收回；收回后由原部门行使的职权，恢复在清单中的在用状态",
        "what went by a decision or directory of the province comes back by one; put the power back in use in the list of the department",
    ),
    citations: &[Provision { document: "行政处罚法", clause: "第二十四条第一款" }],
    reads: &[&[field!(delegations: Delegation, returned)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, taken_back))],
    page: include_str!("qd518.md"),
    ..Rule::BLANK
};

fn taken_back(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    // An organ that entrusts or sends keeps the power, and ends that itself.
    let moved = matches!(delegation.mode, DelegationMode::Transfer | DelegationMode::Authorize);
    let Some(returned) = delegation.returned.as_ref().filter(|_| moved) else { return };
    if let Some(level) = decided_below(&seen, returned)
        && seen.backing() == Backing::OfProvince
    {
        let at = match (&returned.level, &returned.decided_by) {
            (Some(_), _) => "level",
            (None, Some(_)) => "decided_by",
            (None, None) => "decision",
        };
        findings
            .at(
                member_of("returned", at),
                format!(
                    "依自治区（省、直辖市）的决定或者目录下放的职权，由{}机关决定收回；《行政处罚法》第二十四条规定下放由省、自治区、直辖市决定",
                    level.title_zh()
                ),
                format!(
                    "what went to townships under the province was taken back at the {level} level; under 行政处罚法 §24 the province decides"
                ),
            )
            .found(level.as_str())
            .expected("由省、自治区、直辖市决定", "a decision of the province");
    }
    let Some(power) = seen.power() else { return };
    let Some(gone) = power.gone(&seen) else { return };
    let (zh, en) = gone.words();
    let draft = findings.at(
        Pointer::member("power_item"),
        format!("赋权已收回，而收回的权责事项在清单中{zh}，职权无人行使"),
        format!("the power was taken back, and in the list it {en}: nobody exercises it"),
    );
    draft.severity(Severity::Error).found(delegation.power_item.id().as_str());
    draft.related(Spot::Record(power.ordinal, gone.pointer()), "对应的权责事项", "the power");
    draft.aspect = Aspect::Valid;
}

/// The level below the province at which a return was decided, where nothing says that the province decided it.
fn decided_below(seen: &Seen<'_>, returned: &DelegationReturn) -> Option<Level> {
    let bodies = &seen.whole.facts.bodies;
    let by = returned.decided_by.as_ref().and_then(|by| bodies.body(bodies.number(by.id().as_str())?));
    let of_body = by.and_then(|by| level_of(by, bodies));
    let instrument =
        returned.decision.as_ref().and_then(|decision| seen.whole.facts.instrument(decision.id().as_str()));
    if [returned.level, of_body].into_iter().flatten().any(is_high)
        || instrument.is_some_and(|of| owner(of) == Owner::Province)
    {
        return None;
    }
    returned.level.or(of_body).or_else(|| instrument?.issuer_level)
}
