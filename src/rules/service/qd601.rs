//! QD601: penalties, coercion, inspection or levy among what one applies for.

use crate::codelist::{Initiation, ItemType};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::{AmongAll, Whole};
use crate::lang::two;
use crate::model::{Kind, Pointer, ServiceItem, field};
use crate::rule::{Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(601),
    name: "service-kind",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("依申请事项中有处罚、强制或者检查", "penalties, coercion or inspection among items on application"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "核对事项类型；确属处罚、强制、检查的，移出依申请政务服务事项清单",
        "look at the type; what is a penalty, coercion or inspection does not belong among items on application",
    ),
    citations: &[
        Provision {
            document: "国务院关于加快推进政务服务标准化规范化便利化的指导意见（国发〔2022〕5号）",
            clause: "第二部分第（一）项",
        },
        Provision {
            document: "国务院关于在线政务服务的若干规定（国务院令第716号）", clause: "第四条"
        },
    ],
    reads: &[&[field!(service_items: ServiceItem, service_type)]],
    looks: &[Look::Kept(KeptLook::ServiceItem(is_ex_officio_by_nature, service_kind))],
    page: include_str!("qd601.md"),
    ..Rule::BLANK
};

/// How grave it is that an item of a type stands among what one applies for.
fn severity_of(item_type: ItemType) -> Option<Severity> {
    match item_type {
        ItemType::Penalty
        | ItemType::CoerciveMeasure
        | ItemType::CoerciveExecution
        | ItemType::Coercion
        | ItemType::Inspection => Some(Severity::Warning),
        // Many lists hold the levies for which one declares and pays.
        ItemType::Levy => Some(Severity::Info),
        _ => None,
    }
}

fn is_ex_officio_by_nature(scope: &Scope<'_>, item: &ServiceItem) -> bool {
    item.in_force() && severity_of(item.service_type).is_some() && is_declared_on_application(scope, item)
}

/// Whether the item, or else the title of the list, says that one applies for it.
fn is_declared_on_application(scope: &Scope<'_>, item: &ServiceItem) -> bool {
    match item.initiation {
        Some(initiation) => initiation == Initiation::OnApplication,
        None => scope.header().is_some_and(|header| header.title.as_str().contains("依申请")),
    }
}

/// Whether the list of services is one of all powers, as 国务院令第716号 §4 defines services: the catalog declares all powers,
/// and has no longer list of powers beside it.
fn covers_all_powers(scope: &Scope<'_>, whole: &Whole<'_>) -> bool {
    scope.header().is_some_and(|header| header.covers.contains(&Kind::PowerItem))
        && whole.count(Kind::ServiceItem) >= whole.count(Kind::PowerItem)
}

fn service_kind(scope: &Scope<'_>, all: &AmongAll<'_>, item: &ServiceItem, findings: &mut Findings<'_>) {
    let Some(severity) = severity_of(item.service_type) else { return };
    if covers_all_powers(scope, all) {
        return;
    }
    let (item_type, title) = (item.service_type, item.service_type.title_zh());
    findings
        .at(
            Pointer::member("service_type"),
            format!("依申请政务服务事项的类型是{title}；国发〔2022〕5号规定的依申请办理的行政权力事项不包括{title}"),
            format!(
                "an item on application is of the type `{item_type}`, which 国发〔2022〕5号 does not list among them"
            ),
        )
        .severity(severity)
        .found(item_type.as_str())
        .expected(
            "行政许可、行政确认、行政裁决、行政给付、行政奖励、行政备案、其他行政权力或者公共服务",
            "licensing, confirmation, adjudication, payment, reward, filing, other power or public service",
        );
}
