//! QD306: licenses that are handled together in over 45 working days.

use crate::rules::licensing::licensing_law::{LICENSING_LAW, LICENSING_PERIOD, is_license};
use std::collections::HashSet;

use crate::codelist::{ItemType, OrganizationKind};
use crate::facts::bodies::Body;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::lang::two;
use crate::law::limit::{JOINT_HANDLING, JOINT_HANDLING_EXTENSION, StatutoryLimit};
use crate::model::{Bundle, Item, Kind, Pointer, TimeLimit, field};
use crate::rule::{Draft, Findings, KeptLook, Look, Provision, Rule, Scope};
use crate::rules::licensing::long_limits::{Excess, amount_at, excess, is_joint};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(306),
    name: "joint-limit-over-forty-five",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("共同办理的时限超过45个工作日", "a joint limit over 45 working days"),
    unit: two("每个时限一项", "one a limit"),
    help: two(
        "统一办理、联合办理、集中办理的时限改为45个工作日以内，延长改为15个工作日以内",
        "45 working days are the limit of licenses that are handled together, and 15 that of its extension",
    ),
    citations: &[Provision { document: LICENSING_LAW, clause: "第二十六条第二款、第四十二条第二款" }],
    period: Some(LICENSING_PERIOD),
    reads: &[&[field!(licensing_items: LicensingItem, joint_handling)], &[field!(bundles: Bundle, after.limits)]],
    looks: &[
        Look::KeptItem(is_joint_and_long, joint_over_45),
        Look::Kept(KeptLook::Bundle(is_long_bundle, bundle_over_45)),
    ],
    page: include_str!("qd306.md"),
    ..Rule::BLANK
};

fn is_over(limit: &TimeLimit, allowed: &StatutoryLimit) -> bool {
    excess(limit, allowed) == Some(Excess::Certain)
}

/// The limits of a license that is handled jointly which are too long, each with its place.
fn long_limits(item: Item<'_>) -> Vec<(Pointer, &TimeLimit, &'static StatutoryLimit)> {
    let joint = match item {
        Item::Licensing(item) => item.joint_handling.as_ref(),
        Item::Power(_) | Item::Service(_) => None,
    };
    let stated = [
        ("limit", joint.and_then(|joint| joint.limit.as_ref()), &JOINT_HANDLING),
        ("extension", joint.and_then(|joint| joint.extension.as_ref()), &JOINT_HANDLING_EXTENSION),
    ];
    let mut long = Vec::new();
    for (member, limit, allowed) in stated {
        if let Some(limit) = limit.filter(|limit| is_over(limit, allowed)) {
            let mut path = Pointer::member("joint_handling");
            path.push(member);
            path.push("amount");
            long.push((path, limit, allowed));
        }
    }
    // Without a limit of its own for handling together, that of the item is the one. Where it names what fixes it, the law
    // may not mean the case of §26.
    if joint.is_none_or(|joint| joint.limit.is_none()) {
        for (index, limit) in item.statutory_limits().iter().enumerate() {
            if limit.basis.is_empty() && is_over(limit, &JOINT_HANDLING) {
                long.push((amount_at("statutory_limits", index), limit, &JOINT_HANDLING));
            }
        }
    }
    long
}

fn is_joint_and_long(_: &Scope<'_>, item: Item<'_>) -> bool {
    is_license(item) && is_joint(item) && !long_limits(item).is_empty()
}

fn joint_over_45(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let exercising = all.facts.authorities.of_item(all.ordinal()).iter().filter(|authority| authority.exercises());
    let bodies: Vec<&Body> = exercising.filter_map(|authority| all.facts.bodies.body(authority.body)).collect();
    if !are_of_one_government(&bodies) {
        return;
    }
    for (path, limit, allowed) in long_limits(item) {
        report(path, limit, allowed, findings);
    }
}

/// §26 speaks of the departments of one local government: not of agencies of organs above, nor of several levels.
fn are_of_one_government(bodies: &[&Body]) -> bool {
    let levels: HashSet<_> = bodies.iter().filter_map(|body| body.level).collect();
    levels.len() <= 1 && !bodies.iter().any(|body| body.kind == OrganizationKind::VerticalAgency)
}

fn report<'f>(
    path: Pointer,
    limit: &TimeLimit,
    allowed: &StatutoryLimit,
    findings: &'f mut Findings<'_>,
) -> &'f mut Draft {
    let (limit_zh, limit_en, days) = (limit.in_chinese(), limit.in_english(), allowed.amount);
    let is_extension = allowed.name == JOINT_HANDLING_EXTENSION.name;
    let (what_zh, what_en) = if is_extension {
        ("的延长期限", "extension of joint handling")
    } else {
        ("时限", "limit of joint handling")
    };
    findings
        .at(
            path,
            format!(
                "统一、联合、集中办理许可{what_zh}{limit_zh}，超过{days}个工作日（《行政许可法》第四十二条第二款）"
            ),
            format!("the {what_en} is {limit_en}, more than {days} working days (行政许可法 §42 ¶2)"),
        )
        .found(&limit.amount.to_string())
        .expected(format!("不超过{days}个工作日"), format!("at most {days} working days"))
}

fn is_long_bundle(_: &Scope<'_>, bundle: &Bundle) -> bool {
    let after = bundle.after.iter().flat_map(|after| &after.limits);
    after.into_iter().any(|limit| is_over(limit, &JOINT_HANDLING))
}

fn bundle_over_45(_: &Scope<'_>, all: &AmongAll<'_>, bundle: &Bundle, findings: &mut Findings<'_>) {
    let services = all.facts.items.services();
    let mut licenses: Vec<(u32, &Body)> = Vec::new();
    let (mut departments, mut has_others): (HashSet<u32>, bool) = (HashSet::new(), false);
    for item in &bundle.items {
        let ordinal = all.facts.records.ordinal(Kind::ServiceItem, item.service_item.id().as_str());
        let Some(service) = ordinal.and_then(|ordinal| services.item(ordinal)) else { return };
        let number = all.facts.authorities.of_item(service.ordinal).first().map(|authority| authority.body);
        let body = number.and_then(|number| Some((number, all.facts.bodies.body(number)?)));
        departments.extend(number);
        match body.filter(|_| service.item_type == ItemType::Licensing) {
            Some((number, body)) if body.kind != OrganizationKind::VerticalAgency => licenses.push((number, body)),
            _ => has_others = true,
        }
    }
    let bodies: Vec<&Body> = licenses.iter().map(|(_, body)| *body).collect();
    let of_licenses: HashSet<u32> = licenses.iter().map(|(number, _)| *number).collect();
    // Licenses of two departments of one government; or of one, which handles it with others that do something else.
    let is_joint = of_licenses.len() > 1 || (has_others && !of_licenses.is_empty() && departments.len() > 1);
    if !is_joint || !are_of_one_government(&bodies) {
        return;
    }
    let limits = bundle.after.iter().flat_map(|after| after.limits.iter().enumerate());
    for (index, limit) in limits.filter(|(_, limit)| is_over(limit, &JOINT_HANDLING)) {
        let mut path = Pointer::member("after");
        path.push("limits");
        path.push_index(index);
        path.push("amount");
        let draft = report(path, limit, &JOINT_HANDLING, findings);
        if has_others {
            draft.severity(Severity::Warning);
        }
    }
}
