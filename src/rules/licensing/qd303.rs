//! QD303: a body decides a license that may decide none.
//!
//! Who decides is known of all items as facts. Only what an authorized institution rests on takes more than they hold: such
//! items are kept.

use crate::codelist::{AuthorityRole, BodyNature, ItemType, OrganizationKind};
use crate::facts::authorities::KnownAuthority;
use crate::facts::bodies::Body;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::basis::{Reach, reach_of};
use crate::judged::{AmongAll, Whole};
use crate::lang::two;
use crate::law::facts::title_key;
use crate::model::{Item, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::licensing::institution::is_institution;
use crate::rules::licensing::rests_on::{
    LICENSING_LAW, LICENSING_PERIOD, all_bases, is_law_or_regulation, is_license, may_cite_regulation, ranks_of,
    reach_with_related, rests_on_parts,
};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(303),
    name: "license-implementer",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("决定许可的机构没有行政许可权", "the body that decides a license may not decide one"),
    unit: two("每个事项的每个决定机构一项", "one a body that decides in an item"),
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

/// Laws and regulations that name bodies which are no organs, and of which kinds those are: 动物卫生监督机构 (动物防疫法
/// §11), 植物检疫机构 (植物检疫条例 §3), 公路管理机构 (公路法 §8), 注册会计师协会 (注册会计师法 §9), 公安机关交通管理部门
/// (道路交通安全法 §5), 公安机关出入境管理机构 (出境入境管理法 §4, 护照法 §4).
const NAMING: [(&str, OrganizationKind); 7] = [
    ("动物防疫法", OrganizationKind::PublicInstitution),
    ("植物检疫条例", OrganizationKind::PublicInstitution),
    ("公路法", OrganizationKind::PublicInstitution),
    ("注册会计师法", OrganizationKind::Association),
    ("道路交通安全法", OrganizationKind::InternalUnit),
    ("出境入境管理法", OrganizationKind::InternalUnit),
    ("护照法", OrganizationKind::InternalUnit),
];

/// Why a body may not decide.
enum Fault {
    /// It is no body that exercises public power.
    NoOrgan,
    InternalUnit,
    /// An institution whose nature is not stated.
    NatureNotStated,
}

fn decided_by_others(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for authority in whole.facts.authorities.all() {
        if authority.item_type != ItemType::Licensing || !authority.exercises() || authority.is_entrusted {
            continue;
        }
        let Some(body) = whole.facts.bodies.body(authority.body) else { continue };
        if let Some(fault) = fault(body, authority).filter(|_| !may_all_the_same(whole, body, authority)) {
            report(body, authority, &fault, findings);
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

/// Whether a decision concentrates licenses in the body, or a law names or authorizes it.
fn may_all_the_same(whole: &Whole<'_>, body: &Body, authority: &KnownAuthority) -> bool {
    body.concentration.is_some() || is_named_by_law(whole, body, authority) || is_authorized(whole, authority)
}

fn is_named_by_law(whole: &Whole<'_>, body: &Body, authority: &KnownAuthority) -> bool {
    let kind = if is_institution(body) { OrganizationKind::PublicInstitution } else { body.kind };
    let mut naming = NAMING.iter().filter(|(_, named)| *named == kind).map(|(title, _)| *title).peekable();
    if naming.peek().is_none() {
        return false;
    }
    let facts = &whole.facts.citations;
    let cited = facts.of_item(authority.item).iter().filter_map(|&number| facts.cited.get(number));
    let titles: Vec<String> = cited
        .filter_map(|cited| whole.citations().instrument_of(cited))
        .map(|instrument| title_key(&instrument.title))
        .collect();
    naming.any(|naming| titles.iter().any(|title| title == naming))
}

/// Whether the provisions by which the body acts are of a law or regulation, or may be.
fn is_authorized(whole: &Whole<'_>, authority: &KnownAuthority) -> bool {
    if !authority.has_basis {
        return false;
    }
    let at = Some(u32::from(authority.at));
    let of_authority = ranks_of(whole, authority.item, |list| {
        list.element == at && list.field.split('.').nth(1) == Some("authorities")
    });
    matches!(reach_of(of_authority, is_law_or_regulation), Reach::Suffices | Reach::Unknown)
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
fn may_be_unauthorized(_: &Scope<'_>, item: Item<'_>) -> bool {
    let is_authorized = |nature| nature == Some(BodyNature::Authorized);
    let decides = match item {
        Item::Service(service) => is_authorized(service.body_nature),
        _ => item.authorities().iter().any(|authority| {
            is_authorized(authority.nature) && matches!(authority.role, AuthorityRole::Decide | AuthorityRole::Joint)
        }),
    };
    decides && is_license(item) && !may_cite_regulation(all_bases(item))
}

fn authorized_by_nothing(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let basis = all.basis(all_bases(item));
    let reach = reach_with_related(all, item, &basis, is_law_or_regulation);
    if matches!(reach, Reach::Suffices | Reach::Unknown) || rests_on_parts(all, item) {
        return;
    }
    for authority in all.facts.authorities.of_item(all.ordinal()) {
        let Some(body) = all.facts.bodies.body(authority.body) else { continue };
        let is_meant = authority.nature == Some(BodyNature::Authorized)
            && authority.exercises()
            && !authority.is_entrusted
            && (is_institution(body) || body.kind == OrganizationKind::MassOrganization);
        if !is_meant || may_all_the_same(all, body, authority) {
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
