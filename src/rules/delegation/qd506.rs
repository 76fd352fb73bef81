//! QD506: a coercive measure is entrusted.

use std::collections::HashSet;

use super::seen::Seen;
use crate::codelist::{AuthorityRole, DelegationMode, ItemType};
use crate::facts::authorities::KnownAuthority;
use crate::facts::bodies::Body;
use crate::facts::imposed::Stated;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Delegation, Kind, Pointer, field};
use crate::print::excerpt;
use crate::rule::{AmongAll, Findings, KeptLook, Look, Period, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(506),
    name: "coercion-entrusted",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("行政强制措施被委托", "a coercive measure is entrusted"),
    unit: two(
        "每项赋权一项，清单中写明委托实施的每个权责事项一项",
        "one a delegation; one a power whose list calls a body entrusted",
    ),
    help: two(
        "行政强制措施由法律、法规规定的机关自己实施，从委托事项中删去；只委托处罚的，写明不含行政强制措施",
        "the organ that the law names applies the measure itself: take it out of what is entrusted; where only the penalty is, say that no measures go along",
    ),
    citations: &[
        Provision { document: "行政强制法", clause: "第十七条第一款" },
        Provision { document: "行政强制法", clause: "第二十九条第一款" },
    ],
    period: Some(Period::since("2012-01-01")),
    reads: &[&[field!(delegations: Delegation, mode)], &[field!(power_items: PowerItem, authorities)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, coercion_entrusted)), Look::Catalog(entrusted_in_list)],
    page: include_str!("qd506.md"),
    ..Rule::BLANK
};

fn coercion_entrusted(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    if delegation.mode != DelegationMode::Entrust || !seen.is_in_force() {
        return;
    }
    let Some(power) = seen.power() else { return };
    let states_measure = states_measure(all, power.ordinal);
    let is_measure = is_measure(power.item_type, states_measure);
    let goes_along = delegation.includes_coercive_measures.unwrap_or(states_measure);
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

/// A measure in the list of powers itself, where a body is called entrusted with it; what a delegation entrusts is told there.
fn entrusted_in_list(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = whole.facts;
    let all = facts.entrustments.all().iter();
    let delegated: HashSet<u32> =
        all.filter_map(|of| facts.records.ordinal(Kind::PowerItem, of.power_item.as_str())).collect();
    let mut told = None;
    for known in facts.authorities.all().iter().filter(|known| known.kind == Kind::PowerItem && is_entrusted(known)) {
        let is_told = told == Some(known.item) || delegated.contains(&known.item);
        if is_told || !is_measure(known.item_type, states_measure(whole, known.item)) {
            continue;
        }
        told = Some(known.item);
        let name = facts.bodies.body(known.body).map_or("", Body::name);
        findings
            .at_spot(
                Spot::Record(known.item, known.pointer()),
                format!("行政强制措施委托“{}”实施；《行政强制法》第十七条规定行政强制措施权不得委托", excerpt(name)),
                format!(
                    "a coercive measure is entrusted to `{}`; under 行政强制法 §17 coercive measures are never entrusted",
                    excerpt(name)
                ),
            )
            .found(name)
            .of_record("authorities");
    }
}

/// Whether a body exercises the power as one that is entrusted with it.
fn is_entrusted(known: &KnownAuthority) -> bool {
    known.role == AuthorityRole::Entrusted || (known.is_entrusted && known.exercises())
}

/// Whether a power is a measure: by its type, or undivided coercion that states one.
fn is_measure(item_type: ItemType, states_measure: bool) -> bool {
    item_type == ItemType::CoerciveMeasure || (item_type == ItemType::Coercion && states_measure)
}

/// Whether a power states a measure under its coercion or by its name.
fn states_measure(whole: &Whole<'_>, power: u32) -> bool {
    whole.facts.imposed.of_item(power).is_some_and(|imposed| imposed.has(Stated::Measure))
}
