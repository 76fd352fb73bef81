//! QD617: the lead of a bundle handles none of its items.

use super::bundled::services_of;
use crate::codelist::OrganizationKind;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::{AmongAll, Whole};
use crate::lang::two;
use crate::model::{Bundle, Pointer, field};
use crate::print::excerpt;
use crate::rule::{Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(617),
    name: "bundle-lead",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("一件事的牵头部门不办理其中任何事项", "the lead of a bundle handles none of its items"),
    unit: two("每个一件事一项", "one a bundle"),
    help: two(
        "核对牵头部门和涉及事项：改由办理其中事项的部门牵头，或者补列牵头部门的事项",
        "let a body lead that handles one of the items, or list the items of the lead that are missing",
    ),
    citations: &[Provision {
        document: "国务院关于加快推进政务服务标准化规范化便利化的指导意见（国发〔2022〕5号）",
        clause: "四",
    }],
    reads: &[&[field!(bundles: Bundle, lead), field!(bundles: Bundle, items)]],
    looks: &[Look::Kept(KeptLook::Bundle(|_, _| true, bundle_lead))],
    page: include_str!("qd617.md"),
    ..Rule::BLANK
};

fn bundle_lead(_: &Scope<'_>, all: &AmongAll<'_>, bundle: &Bundle, findings: &mut Findings<'_>) {
    let lead = all.facts.bodies.number(bundle.lead.id().as_str());
    let Some((lead, services)) = lead.zip(services_of(bundle, all)) else { return };
    // A body that is not there is QD009's.
    let Some(name) = all.facts.bodies.body(lead).map(|body| excerpt(body.name())) else { return };
    let leader = stands_for(lead, all);
    for &service in &services {
        // Of a service that is not in force nobody asks who handles it.
        let Some(handler) = all.facts.authorities.of_item(service).first() else { return };
        let entrusted_by = all.facts.offered.service(service).and_then(|known| known.entrusted_by);
        if [Some(handler.body), entrusted_by].into_iter().flatten().any(|body| stands_for(body, all) == leader) {
            return;
        }
    }
    let count = services.len();
    findings
        .at(
            Pointer::member("lead"),
            format!("牵头部门{name}不办理一件事所涉{count}个事项中的任何一个"),
            format!("the lead {name} handles none of the {count} items of the bundle"),
        )
        .found(bundle.lead.id().as_str());
}

/// How far up bodies are followed; no body is so deep.
const STEPS: usize = 4;

/// The body for which another stands: a division, branch or institution for the body above it, and one that was abolished
/// for its successor. A government stands for none of its departments.
fn stands_for(body: u32, whole: &Whole<'_>) -> u32 {
    let bodies = &whole.facts.bodies;
    let above = |number: u32| {
        let body = bodies.body(number)?;
        if let Some(successor) = body.abolished.as_ref().and_then(|end| end.successor) {
            return Some(successor);
        }
        let is_part = matches!(
            body.kind,
            OrganizationKind::InternalUnit | OrganizationKind::DispatchedAgency | OrganizationKind::PublicInstitution
        );
        let parent = body.parent.filter(|_| is_part)?;
        let is_government = bodies.body(parent).is_some_and(|parent| parent.kind == OrganizationKind::Government);
        (!is_government).then_some(parent)
    };
    std::iter::successors(Some(body), |&number| above(number)).take(STEPS).last().unwrap_or(body)
}
