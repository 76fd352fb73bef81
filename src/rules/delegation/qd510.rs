//! QD510: the power that is passed on is not in force, or is none of a county department.

use super::branches::is_branch_of_city;
use super::seen::Seen;
use crate::codelist::DelegationMode;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::bodies::{is_of_city_or_higher, township_of};
use crate::lang::two;
use crate::model::{Delegation, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(510),
    name: "source-power-unfit",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("赋权事项对应的职权不在清单之中或者不再有效", "the power behind a delegated item is not in force"),
    unit: two("每项赋权一项", "one a delegation"),
    help: two(
        "所对应的职权已取消的，终止赋权；对应错的，改为县级部门在用的权责事项",
        "end the delegation of a power that was cancelled; where the reference is wrong, name the power in use of a county department",
    ),
    citations: &[Provision { document: "行政处罚法", clause: "第二十四条第一款" }],
    reads: &[&[field!(delegations: Delegation, power_item)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, source_power_unfit))],
    page: include_str!("qd510.md"),
    ..Rule::BLANK
};

fn source_power_unfit(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    if !seen.is_in_force() {
        return;
    }
    // A power that is not there is QD009's.
    let Some(power) = seen.power() else { return };
    let (zh, en) = match power.gone(&seen) {
        Some(gone) => {
            let (zh, en) = gone.words();
            (format!("赋权事项对应的权责事项{zh}"), format!("the power that is passed on {en}"))
        }
        None if is_no_county_power(&seen, power.ordinal) => (
            "赋权事项对应的权责事项不由县级部门行使".to_owned(),
            "the power that is passed on is exercised by no department of the county".to_owned(),
        ),
        None => return,
    };
    findings
        .at(Pointer::member("power_item"), zh, en)
        .found(delegation.power_item.id().as_str())
        .expected("县级部门在用的权责事项", "a power in use of a county department")
        .related(Spot::Record(power.ordinal, Pointer::default()), "对应的权责事项", "the power");
}

/// Whether all bodies that exercise a power are known, and none may be a department of the county. What stands under the
/// townships that received it was the department's.
fn is_no_county_power(seen: &Seen<'_>, power: u32) -> bool {
    let (facts, receiving) = (seen.whole.facts, seen.receiving());
    let moves = seen.delegation.mode == DelegationMode::Transfer;
    let mut exercising = facts.authorities.of_item(power).iter().filter(|known| known.exercises()).peekable();
    exercising.peek().is_some()
        && exercising.all(|known| {
            let Some(body) = facts.bodies.body(known.body) else { return false };
            match township_of(&facts.bodies, known.body) {
                Some(township) => !receiving.has(township),
                // What a branch of a city's body has it may entrust, as the city may; it cannot be transferred.
                None => is_of_city_or_higher(body, &facts.bodies) || (moves && is_branch_of_city(body, seen.whole)),
            }
        })
}
