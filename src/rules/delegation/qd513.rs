//! QD513: what was passed on is passed on again.

use std::collections::HashMap;

use super::seen::{Receiver, Seen, element};
use crate::codelist::{DelegationMode, ItemType, OrganizationKind};
use crate::facts::delegations::KnownDelegation;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::judged::bodies::township_of;
use crate::lang::two;
use crate::model::{Delegation, Kind, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(513),
    name: "redelegation",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("受委托的组织再委托", "an entrusted receiver passes the power on"),
    unit: two(
        "每项赋权一项，受托组织不明的每个受托组织一项",
        "one a delegation; one a body whose functions are not stated",
    ),
    help: two(
        "撤销再委托，由委托机关直接委托或者由受委托组织自己办理；承接处罚权的乡镇委托的，写明受托组织具有管理公共事务职能",
        "undo it: the organ entrusts directly, or the entrusted body acts itself; where a township entrusts a penalty, state that the body manages public affairs",
    ),
    citations: &[
        Provision { document: "行政处罚法", clause: "第二十条第四款、第二十一条" },
        Provision { document: "行政许可法", clause: "第二十四条第三款" },
    ],
    reads: &[&[field!(delegations: Delegation, parent)], &[field!(delegations: Delegation, from)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, redelegation)), Look::Catalog(passed_on_unnamed)],
    page: include_str!("qd513.md"),
    ..Rule::BLANK
};

fn redelegation(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    // Who is sent acts for the organ that sends.
    let passes_on = seen.is_in_force() && delegation.mode != DelegationMode::Dispatch;
    let Some(parent) = delegation.parent.as_ref().filter(|_| passes_on) else { return };
    let ordinal = all.facts.records.ordinal(Kind::Delegation, parent.id().as_str());
    let Some(above) = ordinal.and_then(|ordinal| all.facts.delegations.delegation(ordinal)) else { return };
    let township = seen.origin_number().and_then(|from| township_of(&all.facts.bodies, from));
    // A township acts through its own brigade.
    let is_own = |receiver: &Receiver<'_>| township.is_some() && receiver.township == township;
    match above.mode {
        DelegationMode::Entrust if seen.is_of(ItemType::Penalty) || seen.is_of(ItemType::Licensing) => {
            let is_inside = !delegation.to.is_empty()
                && seen.receivers().count() == delegation.to.len()
                && seen.receivers().all(|receiver| is_own(&receiver));
            if !is_inside {
                let item_type = if seen.is_of(ItemType::Licensing) { ItemType::Licensing } else { ItemType::Penalty };
                passed_on(item_type, Spot::Record(all.ordinal(), Pointer::member("parent")), above.ordinal, findings);
            }
        }
        DelegationMode::Transfer | DelegationMode::Authorize
            if delegation.mode == DelegationMode::Entrust && seen.is_of(ItemType::Penalty) =>
        {
            for receiver in seen.receivers().filter(|receiver| !is_own(receiver) && is_unproven(receiver)) {
                without_functions(&receiver, findings);
            }
        }
        _ => {}
    }
}

/// What an entrusted body passes on by a delegation that names none above it: it has the power from nowhere else.
fn passed_on_unnamed(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = whole.facts;
    let item_of = |of: &KnownDelegation| {
        let item = facts.power(of.power_item.as_str())?;
        matches!(item.item_type, ItemType::Penalty | ItemType::Licensing).then_some((item.ordinal, item.item_type))
    };
    let in_force = facts.delegations.with_continued().iter().filter(|of| of.is_in_force(scope.as_of()));
    let all: Vec<_> = in_force.filter_map(|of| Some((of, item_of(of)?))).collect();
    let mut received: HashMap<(u32, u32), u32> = HashMap::new();
    let mut by_all: HashMap<u32, u32> = HashMap::new();
    for (of, (item, _)) in all.iter().filter(|(of, _)| of.mode == DelegationMode::Entrust) {
        for &to in &of.to {
            received.entry((*item, to)).or_insert(of.ordinal);
        }
        if of.to_all_townships {
            by_all.entry(*item).or_insert(of.ordinal);
        }
    }
    for (of, (item, item_type)) in all.iter().filter(|(of, _)| !of.continues && of.mode != DelegationMode::Dispatch) {
        let township = township_of(&facts.bodies, of.from);
        let above = received.get(&(*item, of.from)).or_else(|| by_all.get(item).filter(|_| township.is_some()));
        let Some(&above) = above.filter(|&&above| above != of.ordinal) else { continue };
        // Whoever has it as its own, by the list of powers, passes its own on.
        let mut exercising = facts.authorities.of_item(*item).iter().filter(|known| known.exercises());
        let is_own_power = exercising.any(|known| known.body == of.from && !known.is_entrusted);
        let is_inside = !of.to.is_empty()
            && township.is_some()
            && of.to.iter().all(|&to| township_of(&facts.bodies, to) == township);
        if !is_own_power && !is_inside {
            passed_on(*item_type, Spot::Record(of.ordinal, Pointer::member("from")), above, findings);
        }
    }
}

fn passed_on(item_type: ItemType, spot: Spot, above: u32, findings: &mut Findings<'_>) {
    let (law_zh, law_en) = if item_type == ItemType::Licensing {
        ("《行政许可法》第二十四条规定受委托行政机关不得再委托", "行政许可法 §24")
    } else {
        ("《行政处罚法》第二十条规定受委托组织不得再委托", "行政处罚法 §20")
    };
    findings
        .at_spot(
            spot,
            format!("受委托实施的职权又交由他人实施；{law_zh}"),
            format!("what was entrusted is passed on again, which {law_en} forbids"),
        )
        .related(Spot::Record(above, Pointer::member("mode")), "上一级委托", "the entrustment that gave it");
}

/// Whether nothing says that the body has public functions; another organ needs none.
fn is_unproven(receiver: &Receiver<'_>) -> bool {
    use OrganizationKind as Of;
    let is_organ =
        matches!(receiver.body.kind, Of::Government | Of::Department | Of::TownshipGovernment | Of::SubdistrictOffice);
    !is_organ && receiver.body.manages_public_affairs != Some(true)
}

fn without_functions(receiver: &Receiver<'_>, findings: &mut Findings<'_>) {
    let name = crate::print::excerpt(receiver.body.name());
    findings
        .at(
            element("to", receiver.at, None),
            format!("承接的处罚权委托“{name}”实施，没有写明该组织具有管理公共事务职能；《行政处罚法》第二十一条要求受委托组织具有该职能"),
            format!("the penalty is entrusted to `{name}`, of which no public functions are stated; 行政处罚法 §21 asks for them"),
        )
        .severity(Severity::Warning)
        .found(receiver.body.name())
        .expected("写明具有管理公共事务职能", "a statement that it manages public affairs");
}
