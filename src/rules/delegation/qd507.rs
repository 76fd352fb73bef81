//! QD507: the power to take liberty is passed on.

use super::seen::Seen;
use crate::codelist::{DelegationMode, ItemType};
use crate::facts::imposed::{Stated, names_liberty};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Delegation, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Period, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(507),
    name: "liberty-delegated",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("限制人身自由的权力被下放", "the power to restrict liberty is passed on"),
    unit: two("每项赋权一项", "one a delegation"),
    help: two(
        "限制人身自由的处罚和强制措施只能由公安机关和法律规定的其他机关行使，从赋权事项中删去",
        "only the police and other organs that a law names may take liberty: take it out of what is passed on",
    ),
    citations: &[
        Provision { document: "行政处罚法", clause: "第十八条第三款" },
        Provision { document: "行政强制法", clause: "第十七条第一款" },
    ],
    period: Some(Period::since("2012-01-01")),
    reads: &[&[field!(delegations: Delegation, power_item)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, liberty_delegated))],
    page: include_str!("qd507.md"),
    ..Rule::BLANK
};

fn liberty_delegated(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    // Who is sent acts for the organ that sends.
    if delegation.mode == DelegationMode::Dispatch || !seen.is_in_force() {
        return;
    }
    let Some(power) = seen.power() else { return };
    let takes = matches!(
        power.item_type,
        ItemType::Penalty | ItemType::CoerciveMeasure | ItemType::Coercion | ItemType::CoerciveExecution
    );
    let states = |stated| seen.imposed().is_some_and(|imposed| imposed.has(stated));
    let is_named = delegation.name.as_ref().is_some_and(|name| names_liberty(name.as_str()));
    // A penalty may go without its measures; a measure cannot go without itself.
    let with_measures = power.item_type != ItemType::Penalty || delegation.includes_coercive_measures != Some(false);
    if !takes || !(is_named || states(Stated::Detention) || (with_measures && states(Stated::Liberty))) {
        return;
    }
    findings
        .at(
            Pointer::member("power_item"),
            format!(
                "限制人身自由的职权以{}方式交由他人行使；《行政处罚法》第十八条规定限制人身自由的处罚权只能由公安机关和法律规定的其他机关行使",
                delegation.mode.title_zh()
            ),
            "a power that takes liberty is passed on; under 行政处罚法 §18 only the police and organs that a law names may exercise it",
        )
        .found(delegation.power_item.id().as_str());
}
