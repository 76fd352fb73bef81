//! QD328: an intermediary service without a basis.

use super::ranks::law_regulation_or_decision;
use crate::facts::columns::Column;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::judged::basis::Reach;
use crate::lang::two;
use crate::model::{IntermediaryService, Item, Kind, Pointer, field};
use crate::print::excerpt;
use crate::rule::{AmongAll, Findings, Look, Period, Provision, Rule, Scope};
use crate::rules::cited_ranks::names_law_or_regulation;
use crate::rules::empty_column::EmptyColumn;
use crate::rules::licensing::licensing_law::is_license;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(328),
    name: "intermediary-without-basis",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("中介服务没有依据", "an intermediary service without a basis"),
    unit: two("每项中介服务一项；全部没有写的，整个清单一项", "one a service; one for a list where none states it"),
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
    looks: &[Look::Catalog(column_absent), Look::KeptItem(may_fall_short, without_basis)],
    page: include_str!("qd328.md"),
    ..Rule::BLANK
};

const LICENSING: EmptyColumn = EmptyColumn {
    column: Column::LicensingIntermediaryBasis,
    field: "licensing_items.intermediary_services.basis",
    what: two("中介服务的依据", "basis of their intermediary services"),
    rows: two("要求中介服务的许可事项", "licensing items with intermediary services"),
    law: two(
        "《优化营商环境条例》第四十三条：应当有法律、法规或者国务院决定依据",
        "优化营商环境条例 §43 wants a law, regulation or decision of the State Council",
    ),
};

const SERVICE: EmptyColumn = EmptyColumn {
    column: Column::ServiceIntermediaryBasis,
    field: "service_items.intermediary_services.basis",
    rows: two("要求中介服务的许可类政务服务事项", "services with intermediary services that are licenses"),
    ..LICENSING
};

fn column_absent(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for column in [LICENSING, SERVICE].into_iter().filter(|column| scope.holds(column.field) && column.is_absent(whole))
    {
        column.tell_absent(whole, findings).severity(Severity::Warning);
    }
}

/// The intermediary services that a license demands, but for those that cite a law or regulation by its title.
fn services(item: Item<'_>) -> impl Iterator<Item = (usize, &IntermediaryService)> {
    let services = if is_license(item) { item.intermediary_services() } else { &[] };
    services.iter().enumerate().filter(|(_, service)| !names_law_or_regulation(&service.basis))
}

fn may_fall_short(_: &Scope<'_>, item: Item<'_>) -> bool {
    services(item).next().is_some()
}

fn without_basis(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let column = if item.kind() == Kind::ServiceItem { SERVICE } else { LICENSING };
    let is_absent = column.is_absent(all);
    for (index, service) in services(item) {
        let name = excerpt(service.name.as_str());
        let mut path = Pointer::element("intermediary_services", index);
        match all.basis(&service.basis).reach(law_regulation_or_decision) {
            Reach::NoneCited if !is_absent => {
                findings
                    .at(
                        path,
                        format!("中介服务“{name}”没有写明依据；《优化营商环境条例》第四十三条：作为办理行政审批条件的中介服务应当有法律、法规或者国务院决定依据"),
                        format!("the intermediary service `{name}` states no basis; 优化营商环境条例 §43 wants a law, regulation or decision of the State Council"),
                    )
                    .severity(Severity::Warning);
            }
            Reach::Below => {
                path.push("basis");
                findings
                    .at(
                        path,
                        format!("中介服务“{name}”的依据低于法律、法规、国务院决定；《优化营商环境条例》第四十三条：没有这样的依据，不得作为办理行政审批的条件"),
                        format!("the intermediary service `{name}` rests on less than a law, regulation or decision of the State Council, as 优化营商环境条例 §43 wants"),
                    )
                    .expected("法律、法规或者国务院决定", "a law, regulation or decision of the State Council");
            }
            Reach::NoneCited | Reach::Suffices | Reach::Unknown => {}
        }
    }
}
