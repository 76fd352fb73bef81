//! QD516: coercive measures go along with a transfer of penalties.

use super::province::is_high;
use super::seen::{PENALTIES_TO_TOWNSHIPS, Seen};
use crate::codelist::ItemType;
use crate::facts::bodies::Body;
use crate::facts::imposed::Stated;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::bodies::level_of;
use crate::lang::two;
use crate::model::{Delegation, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(516),
    name: "measures-with-transfer",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("随处罚权一并下放强制措施", "coercive measures go along with a transfer"),
    unit: two("每项赋权一项", "one a delegation"),
    help: two(
        "写明规定由乡镇实施该措施的法律、法规；没有的，强制措施仍由原部门实施",
        "name the law or regulation by which townships apply the measure; where there is none, the department applies it",
    ),
    citations: &[
        Provision { document: "行政处罚法", clause: "第二十四条第一款" },
        Provision { document: "行政强制法", clause: "第十七条" },
    ],
    period: Some(PENALTIES_TO_TOWNSHIPS),
    reads: &[&[field!(delegations: Delegation, includes_coercive_measures)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, measures_with_transfer))],
    page: include_str!("qd516.md"),
    ..Rule::BLANK
};

fn measures_with_transfer(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    let states_measure = || seen.imposed().is_some_and(|imposed| imposed.has(Stated::Measure));
    // What the power states goes along, unless the delegation says otherwise.
    let goes_along = seen.is_transfer_since_2021(ItemType::Penalty)
        && delegation.includes_coercive_measures.unwrap_or_else(states_measure);
    let is_measure = seen.is_transfer_since_2021(ItemType::CoerciveMeasure)
        || (seen.is_transfer_since_2021(ItemType::Coercion) && states_measure());
    if !(goes_along || is_measure) || !seen.is_in_force() {
        return;
    }
    if seen.names_regulation() || seen.is_of_townships() || is_concentrated(&seen) {
        return;
    }
    let is_stated = goes_along && delegation.includes_coercive_measures.is_some();
    let at = if is_stated { "includes_coercive_measures" } else { "mode" };
    findings
        .at(
            Pointer::member(at),
            "行政强制措施随下放一并交由乡镇，没有写明规定由乡镇实施的法律、法规；《行政处罚法》第二十四条下放的是处罚权，《行政强制法》第十七条规定强制措施由法律、法规规定的行政机关实施",
            "coercive measures go to townships with the transfer, and no law or regulation that names townships is stated; 行政处罚法 §24 is about penalties, and under 行政强制法 §17 the organ that a law or regulation names applies measures",
        )
        .expected("写明规定由乡镇实施的法律、法规", "the law or regulation that names townships");
}

/// Whether penalties are concentrated in all receivers by a decision of the province or above: then the measures that belong to
/// them may be used (行政强制法 §17 ¶2).
fn is_concentrated(seen: &Seen<'_>) -> bool {
    let bodies = &seen.whole.facts.bodies;
    let of_body = |body: &Body| {
        body.concentration.is_some_and(|decision| {
            let decider = decision.decided_by.and_then(|number| level_of(bodies.body(number)?, bodies));
            decision.level.or(decider).is_some_and(is_high)
        })
    };
    let mut receivers = seen.receivers().peekable();
    receivers.peek().is_some()
        && receivers
            .all(|to| of_body(to.body) || to.township.and_then(|number| bodies.body(number)).is_some_and(of_body))
}
