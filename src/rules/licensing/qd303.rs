//! QD303: a body decides a license that may decide none.
//!
//! Who decides is known of all items as facts. Only what an authorized institution rests on takes more than they hold: such
//! items are kept.

use crate::law::rank::is_law_or_regulation;
use crate::rules::licensing::licensing_law::{LICENSING_LAW, LICENSING_PERIOD, is_license};
use std::cell::OnceCell;

use crate::codelist::{AuthorityRole, BodyNature, ItemType, OrganizationKind};
use crate::facts::authorities::KnownAuthority;
use crate::facts::bodies::Body;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::basis::Reach;
use crate::judged::{AmongAll, Whole};
use crate::lang::two;
use crate::model::{Item, Kind, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::cited_ranks::may_cite_regulation;
use crate::rules::licensing::authorizing::Authorizing;
use crate::rules::licensing::institution::is_institution;
use crate::rules::licensing::rests_on::{all_bases, reach_with_related, rests_on_parts};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(303),
    name: "license-implementer",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("决定许可的机构没有行政许可权", "the body that decides a license may not decide one"),
    unit: two(
        "每个事项的每个决定机构一项；清单都没有写明性质的，每份清单一项",
        "one a body that decides in an item; one a list that states no natures",
    ),
    help: two(
        "决定机关改为有该项行政许可权的行政机关；经法律、法规授权的，写明实施主体性质和授权依据",
        "name the organ that has the power; where a law or regulation authorizes the body, state its nature and the law",
    ),
    citations: &[Provision { document: LICENSING_LAW, clause: "第二十二条至第二十五条" }],
    period: Some(LICENSING_PERIOD),
    reads: &[
        &[field!(licensing_items: LicensingItem, authorities)],
        &[field!(power_items: PowerItem, authorities)],
        &[field!(service_items: ServiceItem, organization)],
    ],
    looks: &[Look::Catalog(decided_by_others), Look::KeptItem(may_be_unauthorized, authorized_by_nothing)],
    page: include_str!("qd303.md"),
    ..Rule::BLANK
};

/// Why a body may not decide.
enum Fault {
    /// It is no body that exercises public power.
    NoOrgan,
    InternalUnit,
    /// An institution whose nature is not stated.
    NatureNotStated,
}

fn decided_by_others(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for kind in Item::KINDS.into_iter().filter(|kind| scope.holds(bodies_of(*kind))) {
        let mut without_nature = Vec::new();
        let mut has_natures = false;
        for of_item in whole.facts.authorities.all().chunk_by(|one, next| one.item == next.item) {
            // Made when one of the bodies needs it.
            let authorizing = OnceCell::new();
            for authority in of_item.iter().filter(|authority| authority.kind == kind && is_meant(authority)) {
                has_natures |= authority.nature.is_some();
                let Some(body) = whole.facts.bodies.body(authority.body) else { continue };
                let Some(fault) = fault(body, authority) else { continue };
                if authorizing.get_or_init(|| Authorizing::of_item(whole, authority.item)).lets(body, authority) {
                    continue;
                }
                match fault {
                    Fault::NatureNotStated => without_nature.push((body, authority)),
                    Fault::NoOrgan | Fault::InternalUnit => report(body, authority, &fault, findings),
                }
            }
        }
        if scope.holds(nature_of(kind)) {
            report_without_nature(&without_nature, has_natures, kind, findings);
        }
    }
}

/// Whether a body decides a license that was not entrusted to it.
fn is_meant(authority: &KnownAuthority) -> bool {
    authority.item_type == ItemType::Licensing && authority.exercises() && !authority.is_entrusted
}

/// The column in which a list states its bodies.
fn bodies_of(kind: Kind) -> &'static str {
    match kind {
        Kind::PowerItem => "power_items.authorities",
        Kind::ServiceItem => "service_items.organization",
        _ => "licensing_items.authorities",
    }
}

/// The column in which a list states the natures of its bodies.
fn nature_of(kind: Kind) -> &'static str {
    match kind {
        Kind::PowerItem => "power_items.authorities.nature",
        Kind::ServiceItem => "service_items.body_nature",
        _ => "licensing_items.authorities.nature",
    }
}

/// A list that states no nature at all is told once.
fn report_without_nature(
    bodies: &[(&Body, &KnownAuthority)],
    has_natures: bool,
    kind: Kind,
    findings: &mut Findings<'_>,
) {
    match bodies {
        [(_, first), _, ..] if !has_natures => {
            let count = bodies.len();
            findings
                .at_spot(
                    Spot::Record(first.item, first.pointer()),
                    format!(
                        "清单中的许可事项都没有写明实施主体性质，其中{count}处由事业单位决定；事业单位经法律、法规授权才能实施行政许可（《行政许可法》第二十三条）"
                    ),
                    format!(
                        "no license of the list states the nature of its body, and {count} times a public institution decides, which it may only where a law or regulation authorizes it (行政许可法 §23)"
                    ),
                )
                .severity(Severity::Warning)
                .of_catalog(nature_of(kind));
        }
        _ => {
            for (body, authority) in bodies {
                report(body, authority, &Fault::NatureNotStated, findings);
            }
        }
    }
}

fn fault(body: &Body, authority: &KnownAuthority) -> Option<Fault> {
    match body.kind {
        OrganizationKind::Company
        | OrganizationKind::Association
        | OrganizationKind::VillageCommittee
        | OrganizationKind::Individual => Some(Fault::NoOrgan),
        OrganizationKind::InternalUnit => Some(Fault::InternalUnit),
        _ => (is_institution(body) && authority.nature.is_none()).then_some(Fault::NatureNotStated),
    }
}

fn report(body: &Body, authority: &KnownAuthority, fault: &Fault, findings: &mut Findings<'_>) {
    let (name, kind) = (crate::print::excerpt(body.name()), body.kind);
    let (kind_zh, kind_en) = (kind.title_zh(), kind.as_str().replace('_', " "));
    let (zh, en) = match fault {
        Fault::NoOrgan if kind == OrganizationKind::Individual => (
            "行政许可由个人决定；行政许可由行政机关或者法律、法规授权的组织实施（《行政许可法》第二十二条、第二十三条）".to_owned(),
            "an individual decides the license, which organs or authorized organizations do (行政许可法 §22, §23)".to_owned(),
        ),
        Fault::NoOrgan => (
            format!(
                "决定机构“{name}”是{kind_zh}；行政许可由有行政许可权的行政机关或者法律、法规授权的组织实施（《行政许可法》第二十二条、第二十三条）"
            ),
            format!(
                "`{name}` is of the kind {kind_en} and decides the license, which organs or organizations that a law or regulation authorizes do (行政许可法 §22, §23)"
            ),
        ),
        Fault::InternalUnit => (
            format!(
                "决定机构“{name}”是内设机构，不能以自己的名义决定行政许可，应当由其所属机关决定（《行政许可法》第二十二条至第二十五条）"
            ),
            format!("`{name}` is an internal unit and decides nothing in its own name (行政许可法 §22–25)"),
        ),
        Fault::NatureNotStated => (
            format!(
                "决定机构“{name}”是事业单位，没有写明实施主体性质；事业单位经法律、法规授权才能实施行政许可（《行政许可法》第二十三条）"
            ),
            format!(
                "`{name}` is a public institution of unstated nature; it decides a license only where a law or regulation authorizes it (行政许可法 §23)"
            ),
        ),
    };
    let draft = findings.at_spot(Spot::Record(authority.item, authority.pointer()), zh, en);
    match fault {
        Fault::NatureNotStated => {
            let natures = [BodyNature::Authorized, BodyNature::Entrusted].map(BodyNature::as_str);
            draft.severity(Severity::Warning).allowed(natures);
        }
        Fault::NoOrgan | Fault::InternalUnit => {
            draft.found(kind.as_str());
        }
    }
}

/// Whether a body decides as an authorized organization, and no title that is cited is one of a law or regulation.
fn may_be_unauthorized(scope: &Scope<'_>, item: Item<'_>) -> bool {
    let is_authorized = |nature| nature == Some(BodyNature::Authorized);
    let decides = match item {
        Item::Service(service) => is_authorized(service.body_nature),
        _ => item.authorities().iter().any(|authority| {
            is_authorized(authority.nature) && matches!(authority.role, AuthorityRole::Decide | AuthorityRole::Joint)
        }),
    };
    decides && is_license(item) && !may_cite_regulation(scope, all_bases(item))
}

fn authorized_by_nothing(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let basis = all.basis(all_bases(item));
    let reach = reach_with_related(all, item, &basis, is_law_or_regulation);
    if matches!(reach, Reach::Suffices | Reach::Unknown) || rests_on_parts(all, item) {
        return;
    }
    let authorizing = Authorizing::of_item(all, all.ordinal());
    for authority in all.facts.authorities.of_item(all.ordinal()) {
        let Some(body) = all.facts.bodies.body(authority.body) else { continue };
        let is_institution = is_institution(body) || body.kind == OrganizationKind::MassOrganization;
        let is_authorized = authority.nature == Some(BodyNature::Authorized) && is_meant(authority);
        if !is_institution || !is_authorized || authorizing.lets(body, authority) {
            continue;
        }
        let name = crate::print::excerpt(body.name());
        findings.at(
            authority.pointer(),
            format!(
                "“{name}”标为授权组织，而该事项的依据中没有法律、法规；只有法律、法规可以授权组织实施行政许可（《行政许可法》第二十三条）"
            ),
            format!(
                "`{name}` is marked as an authorized organization, and no law or regulation is among the bases of the item, which alone can authorize it (行政许可法 §23)"
            ),
        );
    }
}
