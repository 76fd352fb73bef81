//! QD506: a coercive measure is entrusted.

use super::seen::Seen;
use crate::codelist::{DelegationMode, ItemType};
use crate::facts::imposed::Stated;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Delegation, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Period, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(506),
    name: "coercion-entrusted",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("行政强制措施被委托", "a coercive measure is entrusted"),
    unit: two("每项赋权一项", "one a delegation"),
    help: two(
        "行政强制措施由法律、法规规定的机关自己实施，从委托事项中删去；只委托处罚的，写明不含行政强制措施",
        "the organ that the law names applies the measure itself: take it out of what is entrusted; where only the penalty is, say that no measures go along",
    ),
    citations: &[
        Provision { document: "行政强制法", clause: "第十七条第一款" },
        Provision { document: "行政强制法", clause: "第二十九条第一款" },
    ],
    period: Some(Period::since("2012-01-01")),
    reads: &[&[field!(delegations: Delegation, mode)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, coercion_entrusted))],
    page: include_str!("qd506.md"),
    ..Rule::BLANK
};

fn coercion_entrusted(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    if delegation.mode != DelegationMode::Entrust || !seen.is_in_force() {
        return;
    }
    let Some(power) = seen.power() else { return };
    let is_measure = power.item_type == ItemType::CoerciveMeasure;
    let goes_along = match delegation.includes_coercive_measures {
        Some(stated) => stated,
        None => seen.imposed().is_some_and(|imposed| imposed.has(Stated::Measure)),
    };
    if !is_measure && !goes_along {
        return;
    }
    let (what_zh, what_en) = if is_measure {
        ("行政强制措施", "a coercive measure")
    } else {
        ("含行政强制措施的职权", "a power with coercive measures")
    };
    findings
        .at(
            Pointer::member("mode"),
            format!("{what_zh}以委托方式交由他人实施；《行政强制法》第十七条规定行政强制措施权不得委托"),
            format!("{what_en} is entrusted; under 行政强制法 §17 coercive measures are never entrusted"),
        )
        .found(delegation.mode.as_str());
}
