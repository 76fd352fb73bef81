//! QD304: a license is entrusted to a body that may not take it, or entrusted on.

use crate::rules::licensing::licensing_law::{LICENSING_LAW, LICENSING_PERIOD, table_day};
use std::collections::{HashMap, HashSet};

use crate::codelist::{AuthorityRole, DelegationMode, ItemType, OrganizationKind};
use crate::facts::authorities::KnownAuthority;
use crate::facts::bodies::Body;
use crate::facts::entrustments::Entrustment;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::law::Permission;
use crate::law::delegation::{Power, may_pass};
use crate::model::{Date, Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::licensing::institution::is_institution;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(304),
    name: "license-entrusted-outside",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two(
        "行政许可委托给不得受委托的机构，或者再委托",
        "a license is entrusted to a body that may not take it, or entrusted on",
    ),
    unit: two(
        "每个事项的每个受委托机构一项，每个赋权事项的每个承接主体一项",
        "one a body that is entrusted in an item, one a receiver of a delegation",
    ),
    help: two(
        "收回委托，由委托机关自己实施，或者依照法律、法规、规章委托其他行政机关并公告",
        "take the mandate back and decide yourself, or entrust another administrative organ as laws, regulations or rules provide, with public notice",
    ),
    citations: &[Provision { document: LICENSING_LAW, clause: "第二十四条" }],
    period: Some(LICENSING_PERIOD),
    reads: &[
        &[field!(licensing_items: LicensingItem, authorities)],
        &[field!(power_items: PowerItem, authorities)],
        &[field!(service_items: ServiceItem, organization)],
        &[field!(delegations: Delegation, mode)],
    ],
    looks: &[Look::Catalog(entrusted_outside)],
    page: include_str!("qd304.md"),
    ..Rule::BLANK
};

fn entrusted_outside(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let Some(day) = table_day(scope) else { return };
    let authorities = whole.facts.authorities.all();
    let entrusted = || authorities.iter().filter(|authority| is_entrusted_license(authority));
    let entrusted_in: Entrusted = entrusted().map(|authority| (authority.item, authority.body)).collect();
    for authority in entrusted() {
        judge_authority(whole, authority, &entrusted_in, day, findings);
    }
    judge_delegations(whole, &entrusted_in, day, findings);
}

/// The bodies that are entrusted with a license, each with the item.
type Entrusted = HashSet<(u32, u32)>;

fn is_entrusted_license(authority: &KnownAuthority) -> bool {
    let exercises = authority.exercises() || authority.role == AuthorityRole::Entrusted;
    authority.item_type == ItemType::Licensing && authority.is_entrusted && exercises
}

fn judge_authority(
    whole: &Whole<'_>,
    authority: &KnownAuthority,
    entrusted: &Entrusted,
    day: Date,
    findings: &mut Findings<'_>,
) {
    let Some(body) = whole.facts.bodies.body(authority.body) else { return };
    let spot = Spot::Record(authority.item, authority.pointer());
    if let Some(severity) = outside(body, day) {
        report_receiver(body, severity, spot, findings);
        return;
    }
    let Some(by) = authority.entrusted_by else { return };
    if by != authority.body && entrusted.contains(&(authority.item, by)) {
        let by = whole.facts.bodies.body(by).map_or("", Body::name);
        report_passed_on(by, spot, findings);
    }
}

/// How grave it is that a license is entrusted to a body; none where it may be.
fn outside(body: &Body, day: Date) -> Option<Severity> {
    if body.kind == OrganizationKind::DevelopmentZoneCommittee {
        return body.concentration.is_none().then_some(Severity::Warning);
    }
    let may = may_pass(Power::License, DelegationMode::Entrust, body.kind, day)?;
    // An institution by its kind may be registered as an organ, and another body as an institution.
    let is_outside = match body.kind {
        OrganizationKind::PublicInstitution | OrganizationKind::OtherBody => is_institution(body),
        _ => may.verdict == Permission::Forbidden,
    };
    is_outside.then_some(Severity::Error)
}

fn report_receiver(body: &Body, severity: Severity, spot: Spot, findings: &mut Findings<'_>) {
    let kind = if is_institution(body) { OrganizationKind::PublicInstitution } else { body.kind };
    let (kind_zh, kind_en) = (kind.title_zh(), kind.as_str().replace('_', " "));
    let name = crate::print::excerpt(body.name());
    let (name_zh, name_en) = if kind == OrganizationKind::Individual {
        (String::new(), "the receiver".to_owned())
    } else {
        (format!("“{name}”"), format!("`{name}`"))
    };
    let (zh, en) = if severity == Severity::Error {
        (
            format!("行政许可委托给{name_zh}（{kind_zh}）；只能委托其他行政机关实施（《行政许可法》第二十四条第一款）"),
            format!(
                "the license is entrusted to {name_en}, a {kind_en}; only another administrative organ may be entrusted (行政许可法 §24 ¶1)"
            ),
        )
    } else {
        (
            format!(
                "行政许可委托给{name_zh}（{kind_zh}）；开发区管理委员会不是一级政府，须属于行政机关才能受委托（《行政许可法》第二十四条第一款）"
            ),
            format!(
                "the license is entrusted to {name_en}, a {kind_en}, which may take it only where it is an administrative organ (行政许可法 §24 ¶1)"
            ),
        )
    };
    findings.at_spot(spot, zh, en).severity(severity).found(kind.as_str());
}

fn report_passed_on(by: &str, spot: Spot, findings: &mut Findings<'_>) {
    let by = crate::print::excerpt(by);
    findings.at_spot(
        spot,
        format!("受委托的“{by}”将行政许可再委托；受委托行政机关不得再委托其他组织或者个人实施（《行政许可法》第二十四条第三款）"),
        format!("`{by}`, which is entrusted itself, entrusts the license on; it must not (行政许可法 §24 ¶3)"),
    );
}

fn judge_delegations(whole: &Whole<'_>, entrusted: &Entrusted, day: Date, findings: &mut Findings<'_>) {
    let power_of = |entrustment: &Entrustment| {
        let power = whole.facts.power(entrustment.power_item.as_str())?;
        (power.in_force && power.item_type == ItemType::Licensing).then_some(power.ordinal)
    };
    let all = whole.facts.entrustments.all();
    let of_licenses: Vec<(u32, &Entrustment)> =
        all.iter().filter_map(|entrustment| Some((power_of(entrustment)?, entrustment))).collect();
    let ordinals: HashSet<u32> = of_licenses.iter().map(|(_, entrustment)| entrustment.ordinal).collect();
    // By which delegation a body received a license.
    let mut received: HashMap<(u32, u32), u32> = HashMap::new();
    for (power, entrustment) in &of_licenses {
        for to in &entrustment.to {
            received.entry((*power, *to)).or_insert(entrustment.ordinal);
        }
    }
    for (power, entrustment) in of_licenses {
        let parent = entrustment.parent.as_ref();
        let parent = parent.and_then(|parent| whole.facts.records.ordinal(Kind::Delegation, parent.as_str()));
        let continues = parent.is_some_and(|parent| ordinals.contains(&parent));
        let was_received = received.get(&(power, entrustment.from)).is_some_and(|by| *by != entrustment.ordinal);
        let entrusted_in_item = entrusted.contains(&(power, entrustment.from));
        let is_passed_on = continues || was_received || entrusted_in_item;
        let mut outsiders = false;
        for (at, to) in entrustment.to.iter().enumerate() {
            let Some(body) = whole.facts.bodies.body(*to) else { continue };
            let Some(severity) = outside(body, day) else { continue };
            outsiders = true;
            let path = Pointer::element("to", at);
            report_receiver(body, severity, Spot::Record(entrustment.ordinal, path), findings);
        }
        // Whoever may not take it at all is told of alone, as in items.
        if is_passed_on && !outsiders {
            let from = whole.facts.bodies.body(entrustment.from).map_or("", Body::name);
            let member = if continues { "parent" } else { "from" };
            report_passed_on(from, Spot::Record(entrustment.ordinal, Pointer::member(member)), findings);
        }
    }
}
