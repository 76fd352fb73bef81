//! QD416: a penalty power is entrusted to a body that may not take it, or without a mandate in order.

use std::collections::HashSet;

use crate::codelist::{AuthorityRole, BodyNature, DelegationMode, ItemType, OrganizationKind};
use crate::facts::authorities::KnownAuthority;
use crate::facts::bodies::Body;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::{AmongAll, Whole};
use crate::lang::two;
use crate::model::{Delegation, Kind, Mandate, Pointer, field};
use crate::print::excerpt;
use crate::rule::{Findings, KeptLook, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(416),
    name: "penalty-entrusted-outside",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("行政处罚委托给不符合条件的组织", "a penalty is entrusted to a body that may not take it"),
    unit: two("每个受委托组织一项，每份委托书一项", "one a body that is entrusted, one a mandate"),
    help: two(
        "收回委托；或者改为委托依法成立并具有管理公共事务职能的组织，签订载明委托事项、权限、期限的委托书并公布",
        "take the power back; or entrust it to a body with public functions, by a published mandate that states matter, powers and term",
    ),
    citations: &[Provision { document: "行政处罚法", clause: "第二十条、第二十一条" }],
    reads: &[
        &[field!(delegations: Delegation, mode), field!(power_items: PowerItem, power_type)],
        &[field!(power_items: PowerItem, authorities)],
    ],
    looks: &[Look::Kept(KeptLook::Delegation(is_entrustment, entrustment)), Look::Catalog(entrusted_bodies)],
    page: include_str!("qd416.md"),
    ..Rule::BLANK
};

fn is_entrustment(_: &Scope<'_>, delegation: &Delegation) -> bool {
    delegation.mode == DelegationMode::Entrust && delegation.ended_on.is_none() && delegation.returned.is_none()
}

fn entrustment(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    if !is_penalty(delegation.power_item.id().as_str(), all) {
        return;
    }
    for (at, receiver) in delegation.to.iter().enumerate() {
        let number = all.facts.bodies.number(receiver.id().as_str());
        let Some(body) = number.and_then(|number| all.facts.bodies.body(number)) else { continue };
        let Some(unfit) = unfit(body, scope) else { continue };
        let mut path = Pointer::member("to");
        path.push_index(at);
        let spot = findings.spot(path);
        tell(spot, body, unfit, findings);
    }
    if scope.holds("delegations.mandate") {
        mandate(delegation.mandate.as_ref(), scope, findings);
    }
}

/// Whether a power of the list that is in force is one to impose penalties.
fn is_penalty(id: &str, whole: &Whole<'_>) -> bool {
    let item = whole.facts.records.ordinal(Kind::PowerItem, id);
    let item = item.and_then(|ordinal| whole.facts.items.list(Kind::PowerItem)?.item(ordinal));
    item.is_some_and(|item| item.item_type == ItemType::Penalty && item.in_force)
}

/// The bodies that the list of powers itself calls entrusted with a penalty.
fn entrusted_bodies(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let is_entrusted =
        |known: &KnownAuthority| known.role == AuthorityRole::Entrusted || known.nature == Some(BodyNature::Entrusted);
    let penalties = whole.facts.authorities.all().iter();
    let penalties = penalties.filter(|known| known.kind == Kind::PowerItem && known.item_type == ItemType::Penalty);
    let entrusted = penalties.filter(|known| is_entrusted(known));
    // Where a delegation names the body too, it is told there.
    let mut delegated: HashSet<(u32, u32)> = HashSet::new();
    for delegation in whole.facts.delegations.all() {
        if let Some(item) = whole.facts.records.ordinal(Kind::PowerItem, delegation.power_item.as_str()) {
            delegated.extend(delegation.to.iter().map(|&to| (item, to)));
        }
    }
    for known in entrusted.filter(|known| !delegated.contains(&(known.item, known.body))) {
        let body = whole.facts.bodies.body(known.body);
        if let Some((body, unfit)) = body.and_then(|body| Some((body, unfit(body, scope)?))) {
            tell(Spot::Record(known.item, known.pointer()), body, unfit, findings);
        }
    }
}

/// Why a body may not be entrusted with a penalty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unfit {
    Individual,
    /// It is stated not to manage public affairs.
    ManagesNothing,
    /// Nothing is stated of that, and it is no organ.
    Unstated,
}

fn unfit(body: &Body, scope: &Scope<'_>) -> Option<Unfit> {
    if body.kind == OrganizationKind::Individual {
        return Some(Unfit::Individual);
    }
    match body.manages_public_affairs {
        Some(true) => None,
        Some(false) => Some(Unfit::ManagesNothing),
        None => {
            let is_open = !is_organ(body.kind) && scope.holds("organizations.manages_public_affairs");
            is_open.then_some(Unfit::Unstated)
        }
    }
}

/// Organs manage public affairs without saying so, and a division of one acts in its name. Of a class of bodies nothing can
/// be said.
fn is_organ(kind: OrganizationKind) -> bool {
    matches!(
        kind,
        OrganizationKind::Government
            | OrganizationKind::Department
            | OrganizationKind::TownshipGovernment
            | OrganizationKind::SubdistrictOffice
            | OrganizationKind::DispatchedAgency
            | OrganizationKind::VerticalAgency
            | OrganizationKind::PartyOrgan
            | OrganizationKind::DevelopmentZoneCommittee
            | OrganizationKind::InternalUnit
            | OrganizationKind::Category
    )
}

fn tell(spot: Spot, body: &Body, unfit: Unfit, findings: &mut Findings<'_>) {
    let kind = body.kind.title_zh();
    // A message names no person.
    let name = if unfit == Unfit::Individual { String::new() } else { excerpt(body.name()) };
    let (zh, en) = match unfit {
        Unfit::Individual => (
            "行政处罚权委托给了个人；《行政处罚法》第二十条规定不得委托个人".to_owned(),
            "a penalty power is entrusted to a person, which 行政处罚法 §20 forbids".to_owned(),
        ),
        Unfit::ManagesNothing => (
            format!("受委托实施行政处罚的{name}不具有管理公共事务职能；《行政处罚法》第二十一条要求具有"),
            format!("{name} is entrusted with a penalty and does not manage public affairs, as 行政处罚法 §21 demands"),
        ),
        Unfit::Unstated => (
            format!(
                "受委托实施行政处罚的{name}是{kind}，没有写明是否具有管理公共事务职能；《行政处罚法》第二十一条要求具有"
            ),
            format!(
                "{name} (`{}`) is entrusted with a penalty, and it is not said whether it manages public affairs, as 行政处罚法 §21 demands",
                body.kind
            ),
        ),
    };
    let draft = findings.at_spot(spot, zh, en);
    draft.found(if unfit == Unfit::Individual { kind } else { body.name() });
    draft.related(Spot::Record(body.ordinal, Pointer::member("kind")), "受委托的组织", "the body that is entrusted");
    if unfit == Unfit::Unstated {
        draft.severity(Severity::Warning);
    }
}

/// Judges the mandate: 行政处罚法 §20 wants it written, with matter, powers and term, and made public.
fn mandate(mandate: Option<&Mandate>, scope: &Scope<'_>, findings: &mut Findings<'_>) {
    let Some(mandate) = mandate else {
        findings
            .at(
                Pointer::member("mandate"),
                "委托实施行政处罚，没有委托书；《行政处罚法》第二十条要求以书面委托书载明委托事项、权限、期限，并向社会公布",
                "a penalty power is entrusted without a mandate; 行政处罚法 §20 wants one in writing, with matter, powers and term, and published",
            )
            .severity(Severity::Warning);
        return;
    };
    let lacks = |field: &str, is_missing: bool| is_missing && scope.holds(&format!("delegations.mandate.{field}"));
    let is_published = mandate.published_on.is_some() || mandate.url.is_some();
    let missing: Vec<(&str, &str)> = [
        (lacks("matter", mandate.matter.is_none()), "委托事项", "the matter"),
        (lacks("powers", mandate.powers.is_none()), "委托权限", "the powers"),
        (lacks("until", mandate.until.is_none()), "委托期限", "the term"),
        (lacks("published_on", !is_published), "公布日期或者网址", "its publication"),
    ]
    .into_iter()
    .filter_map(|(is_missing, zh, en)| is_missing.then_some((zh, en)))
    .collect();
    if missing.is_empty() {
        return;
    }
    let zh: Vec<&str> = missing.iter().map(|(zh, _)| *zh).collect();
    let en: Vec<&str> = missing.iter().map(|(_, en)| *en).collect();
    findings
        .at(
            Pointer::member("mandate"),
            format!(
                "委托书没有写明{}；《行政处罚法》第二十条要求载明委托的具体事项、权限、期限等内容，并向社会公布",
                zh.join("、")
            ),
            format!(
                "the mandate does not state {}; 行政处罚法 §20 wants matter, powers and term stated and made public",
                en.join(", ")
            ),
        )
        .severity(Severity::Warning);
}
