//! QD606: a service is offered although what stands behind it was cancelled.

use std::collections::HashSet;

use super::behind::{Cancelled, Ends, Standing};
use crate::codelist::ItemType;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, ServiceItem, Written, field};
use crate::rule::{Draft, Findings, Look, Period, Provision, RecordLook, Rule, Scope};
use crate::spot::Spot;

/// Since when cancelled licenses may not be carried on in any form.
pub(super) const PERIOD: Period = Period::since("2020-01-01");

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(606),
    name: "cancelled-yet-online",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("已取消的事项仍在办理", "a cancelled item is still offered"),
    unit: two("每个政务服务事项一项", "one a service item"),
    help: two(
        "停止办理，从政务服务平台和办事指南撤下；取消有误的，改正许可事项或者权责事项的状态",
        "stop it, and take it off the platform and out of the guides; or correct the status of the item behind it",
    ),
    citations: &[
        Provision { document: "优化营商环境条例", clause: "第四十条第二款" },
        Provision { document: "行政许可法", clause: "第二十一条" },
    ],
    period: Some(PERIOD),
    reads: &[
        &[field!(service_items: ServiceItem, licensing_item)],
        &[field!(service_items: ServiceItem, power_item)],
        &[field!(adjustments: Adjustment, operation)],
        &[field!(service_items: ServiceItem, status), field!(service_items: ServiceItem, online.available)],
    ],
    looks: &[Look::Catalog(cancelled_yet_online), Look::Record(RecordLook::ServiceItem(cancelled_and_online))],
    page: include_str!("qd606.md"),
    ..Rule::BLANK
};

fn cancelled_yet_online(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let ends = Ends::new(scope, whole);
    let mut told: HashSet<u32> = HashSet::new();
    // The service whose license is in force, whatever became of the power that it is.
    let mut licensed = None;
    for behind in ends.behind() {
        let Standing::Cancelled(mut cancelled) = behind.standing else {
            licensed = Some(behind.service.ordinal).filter(|_| behind.kind == Kind::LicensingItem).or(licensed);
            continue;
        };
        cancelled.has_moved |= licensed == Some(behind.service.ordinal);
        // The license goes before the power that it is.
        if !ends.is_offered(behind.service) || !told.insert(behind.service.ordinal) {
            continue;
        }
        let (of_zh, of_en, member) = match behind.kind {
            Kind::LicensingItem => ("所对应的行政许可事项", "the licensing item behind it", "licensing_item"),
            _ => ("所对应的权责清单事项", "the power behind it", "power_item"),
        };
        let spot = Spot::Record(behind.service.ordinal, Pointer::member(member));
        let item = Spot::Record(behind.item.ordinal, Pointer::member("status"));
        tell(spot, (of_zh, of_en), behind.item.item_type, cancelled, Some(item), findings);
    }
    for (service, cancelled) in ends.cancelled_services() {
        if told.insert(service.ordinal) {
            let spot = Spot::Record(service.ordinal, Pointer::member("status"));
            tell(spot, ("该事项", "it"), service.item_type, cancelled, None, findings);
        }
    }
}

/// A service that is itself cancelled, and for which one can still apply online.
fn cancelled_and_online(scope: &Scope<'_>, service: &ServiceItem, findings: &mut Findings<'_>) {
    if service.in_force() || !service.online.as_ref().is_some_and(|online| online.available) {
        return;
    }
    let last = service.period.as_ref().and_then(|period| period.until.as_ref()).and_then(Written::value);
    if last.is_some_and(|last| scope.as_of().is_none_or(|day| day <= last)) {
        return;
    }
    let mut available = Pointer::member("online");
    available.push("available");
    let (ground_zh, ground_en) = ground(service.service_type == ItemType::Licensing);
    let draft = findings.at(
        available,
        format!("该事项已取消，仍标为可以网上办理{ground_zh}"),
        format!("it is cancelled, and one can still apply online{ground_en}"),
    );
    draft.found("true").related_below(Pointer::member("status"), "事项状态", "the status");
    grade(draft, service.service_type == ItemType::Licensing);
}

/// What forbids to carry on what was cancelled.
fn ground(is_forbidden: bool) -> (&'static str, &'static str) {
    if is_forbidden {
        (
            "；《优化营商环境条例》第四十条：对已取消的行政许可，行政机关不得继续实施或者变相实施",
            ", which 优化营商环境条例 §40 forbids in any form",
        )
    } else {
        ("", "")
    }
}

/// What no law forbids is a question of what is published.
fn grade(draft: &mut Draft, is_forbidden: bool) {
    if !is_forbidden {
        draft.severity(Severity::Warning).aspect = Aspect::Publishable;
    }
}

fn tell(
    spot: Spot,
    (of_zh, of_en): (&str, &str),
    item_type: ItemType,
    cancelled: Cancelled,
    item: Option<Spot>,
    findings: &mut Findings<'_>,
) {
    let (since_zh, since_en) = cancelled.since();
    let forbidden = item_type == ItemType::Licensing && !cancelled.has_moved;
    let (ground_zh, ground_en) = ground(forbidden);
    let draft = findings.at_spot(
        spot,
        format!("{of_zh}已取消{since_zh}，政务服务事项仍在办理{ground_zh}"),
        format!("{of_en} was cancelled{since_en}, and the service is still offered{ground_en}"),
    );
    grade(draft, forbidden);
    if let Some(item) = item {
        draft.related(item, "已取消的事项", "the cancelled item");
    }
    if let Some(by) = cancelled.by {
        draft.related(Spot::Record(by, Pointer::member("operation")), "调整记录", "the adjustment");
    }
}
