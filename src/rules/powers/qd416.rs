//! QD416: a penalty power is entrusted to a body that may not take it, or without a mandate in order.

use std::collections::{BTreeMap, HashSet};

use super::exercising::owner;
use crate::codelist::{AuthorityRole, BodyNature, ItemType, OrganizationKind};
use crate::facts::authorities::KnownAuthority;
use crate::facts::bodies::Body;
use crate::facts::entrustments::{Entrustment, MandatePart};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::print::excerpt;
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(416),
    name: "penalty-entrusted-outside",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("行政处罚委托给不符合条件的组织", "a penalty is entrusted to a body that may not take it"),
    unit: two(
        "每个受委托组织一项，每份委托书一项；所有委托都没有委托书的，全清单一项",
        "one a body that is entrusted, one a mandate, and one for the catalog where no entrustment has one",
    ),
    help: two(
        "收回委托；或者改为委托依法成立并具有管理公共事务职能的组织，签订载明委托事项、权限、期限的委托书并公布",
        "take the power back; or entrust it to a body with public functions, by a published mandate that states matter, powers and term",
    ),
    citations: &[Provision { document: "行政处罚法", clause: "第二十条、第二十一条" }],
    reads: &[
        &[field!(delegations: Delegation, mode), field!(power_items: PowerItem, power_type)],
        &[field!(power_items: PowerItem, authorities)],
    ],
    looks: &[Look::Catalog(penalty_entrusted)],
    page: include_str!("qd416.md"),
    ..Rule::BLANK
};

fn penalty_entrusted(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let all = whole.facts.entrustments.all().iter();
    let entrustments: Vec<&Entrustment> =
        all.filter(|entrustment| is_penalty(entrustment.power_item.as_str(), whole)).collect();
    // A body is told once, with its first place and in how many.
    let mut told: BTreeMap<u32, (Spot, Unfit, u64)> = BTreeMap::new();
    let mut add = |body: u32, passes_on: bool, spot: &dyn Fn() -> Spot| {
        // Of what is passed on QD513 asks the functions of whoever takes it.
        let Some(unfit) = unfit(body, scope, whole).filter(|&unfit| !(passes_on && unfit == Unfit::Unstated)) else {
            return;
        };
        let (_, _, count) = told.entry(body).or_insert_with(|| (spot(), unfit, 0));
        *count = count.saturating_add(1);
    };
    // What a delegation names and the list of powers as well is one place.
    let mut delegated: HashSet<(u32, u32)> = HashSet::new();
    for entrustment in &entrustments {
        let item = whole.facts.records.ordinal(Kind::PowerItem, entrustment.power_item.as_str());
        for (at, &body) in entrustment.to.iter().enumerate() {
            add(body, entrustment.parent.is_some(), &|| Spot::Record(entrustment.ordinal, receiver(at)));
            delegated.extend(item.map(|item| (item, body)));
        }
    }
    for known in whole.facts.authorities.all().iter().filter(|known| is_entrusted_penalty(known)) {
        if !delegated.contains(&(known.item, known.body)) {
            add(known.body, false, &|| Spot::Record(known.item, known.pointer()));
        }
    }
    for (number, (spot, unfit, count)) in told {
        if let Some(body) = whole.facts.bodies.body(number) {
            tell(spot, (number, count), unfit, body, whole, findings);
        }
    }
    if scope.holds("delegations.mandate") {
        mandates(&entrustments, scope, findings);
    }
}

fn receiver(at: usize) -> Pointer {
    Pointer::element("to", at)
}

/// Whether a power of the list that is in force is one to impose penalties.
fn is_penalty(id: &str, whole: &Whole<'_>) -> bool {
    whole.facts.power(id).is_some_and(|item| item.item_type == ItemType::Penalty && item.in_force)
}

/// Whether the list of powers itself calls a body entrusted with a penalty.
fn is_entrusted_penalty(known: &KnownAuthority) -> bool {
    let is_penalty = known.kind == Kind::PowerItem && known.item_type == ItemType::Penalty;
    is_penalty && (known.role == AuthorityRole::Entrusted || known.nature == Some(BodyNature::Entrusted))
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

fn unfit(number: u32, scope: &Scope<'_>, whole: &Whole<'_>) -> Option<Unfit> {
    let bodies = &whole.facts.bodies;
    let body = bodies.body(number)?;
    if body.kind == OrganizationKind::Individual {
        return Some(Unfit::Individual);
    }
    match body.manages_public_affairs {
        Some(true) => None,
        Some(false) => Some(Unfit::ManagesNothing),
        None => {
            // A brigade of a township acts in its name.
            let is_of_organ = bodies.body(owner(number, whole)).is_some_and(|owner| is_organ(owner.kind));
            let is_open = !is_of_organ && scope.holds("organizations.manages_public_affairs");
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

fn tell(
    spot: Spot,
    (number, count): (u32, u64),
    unfit: Unfit,
    body: &Body,
    whole: &Whole<'_>,
    findings: &mut Findings<'_>,
) {
    let kind = body.kind.title_zh();
    let name = excerpt(body.name());
    let (count_zh, count_en) = match count {
        1 => (String::new(), String::new()),
        _ => (format!("；共委托{count}项，此处为第一项"), format!("; {count} powers are, and this is the first")),
    };
    // A message names no person.
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
    let draft = findings.at_spot(spot, format!("{zh}{count_zh}"), format!("{en}{count_en}"));
    draft.found(if unfit == Unfit::Individual { kind } else { body.name() });
    draft.of_catalog(whole.facts.bodies.id(number));
    draft.related(Spot::Record(body.ordinal, Pointer::member("kind")), "受委托的组织", "the body that is entrusted");
    if unfit == Unfit::Unstated {
        draft.severity(Severity::Warning).help(
            "核对该组织是否依法成立并具有管理公共事务职能：具有的，在组织机构中写明；不具有的，收回委托",
            "see whether the body is founded by law and manages public affairs; say so at the body, or take the power back",
        );
    }
}

/// Judges the mandates: 行政处罚法 §20 wants them written, with matter, powers and term, and made public. Where no
/// entrustment has one, that is told once.
fn mandates(entrustments: &[&Entrustment], scope: &Scope<'_>, findings: &mut Findings<'_>) {
    let have_none = entrustments.iter().all(|entrustment| entrustment.missing.is_none());
    for (at, entrustment) in entrustments.iter().enumerate() {
        let spot = Spot::Record(entrustment.ordinal, Pointer::member("mandate"));
        if let Some(missing) = &entrustment.missing {
            incomplete(missing, spot, scope, findings);
            continue;
        }
        if have_none && at > 0 {
            return;
        }
        let (count_zh, count_en) = match entrustments.len() {
            count if have_none && count > 1 => (
                format!("；{count}项委托都没有，此处为第一项"),
                format!("; none of {count} entrustments has one, and this is the first"),
            ),
            _ => (String::new(), String::new()),
        };
        let draft = findings.at_spot(
            spot,
            format!("委托实施行政处罚，没有委托书；《行政处罚法》第二十条要求以书面委托书载明委托事项、权限、期限，并向社会公布{count_zh}"),
            format!("a penalty power is entrusted without a mandate; 行政处罚法 §20 wants one in writing, with matter, powers and term, and published{count_en}"),
        );
        draft.severity(Severity::Warning);
        if have_none {
            draft.of_catalog("no mandate");
        }
    }
}

fn incomplete(missing: &[MandatePart], spot: Spot, scope: &Scope<'_>, findings: &mut Findings<'_>) {
    let missing: Vec<(&str, &str)> = (missing.iter())
        .map(|part| match part {
            MandatePart::Matter => ("matter", "委托事项", "the matter"),
            MandatePart::Powers => ("powers", "委托权限", "the powers"),
            MandatePart::Term => ("until", "委托期限", "the term"),
            MandatePart::Publication => ("published_on", "公布日期或者网址", "where or when it was published"),
        })
        .filter(|(member, ..)| scope.holds(&format!("delegations.mandate.{member}")))
        .map(|(_, zh, en)| (zh, en))
        .collect();
    if missing.is_empty() {
        return;
    }
    let (zh, en): (Vec<&str>, Vec<&str>) = missing.into_iter().unzip();
    let (zh, en) = (zh.join("、"), en.join(", "));
    findings
        .at_spot(
            spot,
            format!("委托书没有写明{zh}；《行政处罚法》第二十条要求载明委托的具体事项、权限、期限等内容，并向社会公布"),
            format!(
                "the mandate does not state {en}; 行政处罚法 §20 wants matter, powers and term stated and made public"
            ),
        )
        .severity(Severity::Warning);
}
