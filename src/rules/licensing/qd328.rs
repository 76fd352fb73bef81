//! QD328: an intermediary service without a basis.

use super::ranks::{is_license, law_regulation_or_decision, names_law_or_regulation};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::basis::Reach;
use crate::lang::two;
use crate::model::{IntermediaryService, Item, Pointer, field};
use crate::print::excerpt;
use crate::rule::{AmongAll, Findings, ItemSeen, Look, Period, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(328),
    name: "intermediary-without-basis",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("中介服务没有依据", "an intermediary service without a basis"),
    unit: two("每项中介服务一项", "one a service"),
    help: two(
        "写明规定该中介服务的法律、法规或者国务院决定；没有的，不得作为办理许可的条件",
        "cite the law, regulation or decision of the State Council that wants it; without one it is no condition",
    ),
    citations: &[Provision { document: "优化营商环境条例", clause: "第四十三条" }],
    period: Some(Period::since("2020-01-01")),
    reads: &[
        &[field!(licensing_items: LicensingItem, intermediary_services.basis)],
        &[field!(service_items: ServiceItem, intermediary_services.basis)],
    ],
    looks: &[Look::Item(basis_missing), Look::KeptItem(may_fall_short, basis_too_low)],
    page: include_str!("qd328.md"),
    ..Rule::BLANK
};

fn services(item: Item<'_>) -> impl Iterator<Item = (usize, &IntermediaryService)> {
    let services = if is_license(item) { item.intermediary_services() } else { &[] };
    services.iter().enumerate()
}

fn place(index: usize) -> Pointer {
    let mut path = Pointer::member("intermediary_services");
    path.push_index(index);
    path
}

fn basis_missing(_: &Scope<'_>, item: ItemSeen<'_>, findings: &mut Findings<'_>) {
    for (index, service) in services(*item).filter(|(_, service)| service.basis.is_empty()) {
        let name = excerpt(service.name.as_str());
        let draft = findings.at(
            place(index),
            format!("中介服务“{name}”没有写明依据；《优化营商环境条例》第四十三条：作为办理行政审批条件的中介服务应当有法律、法规或者国务院决定依据"),
            format!("the intermediary service `{name}` states no basis; 优化营商环境条例 §43 wants a law, regulation or decision of the State Council"),
        );
        draft.severity(Severity::Warning);
    }
}

/// The services with a basis of which none is a law or regulation by its title.
fn below(item: Item<'_>) -> impl Iterator<Item = (usize, &IntermediaryService)> {
    services(item).filter(|(_, service)| !service.basis.is_empty() && !names_law_or_regulation(&service.basis))
}

fn may_fall_short(_: &Scope<'_>, item: Item<'_>) -> bool {
    below(item).next().is_some()
}

fn basis_too_low(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    for (index, service) in below(item) {
        if all.basis(&service.basis).reach(law_regulation_or_decision) != Reach::Below {
            continue;
        }
        let name = excerpt(service.name.as_str());
        let mut path = place(index);
        path.push("basis");
        findings
            .at(
                path,
                format!("中介服务“{name}”的依据低于法律、法规、国务院决定；《优化营商环境条例》第四十三条：没有这样的依据，不得作为办理行政审批的条件"),
                format!("the intermediary service `{name}` rests on less than a law, regulation or decision of the State Council, as 优化营商环境条例 §43 wants"),
            )
            .expected("法律、法规或者国务院决定", "a law, regulation or decision of the State Council");
    }
}
