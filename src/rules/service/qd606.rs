//! QD606: a service is offered although what stands behind it was cancelled.

use std::collections::HashSet;

use super::behind::{Cancelled, Ends, Standing};
use crate::codelist::ItemType;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Period, Provision, Rule, Scope};
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
    ],
    looks: &[Look::Catalog(cancelled_yet_online)],
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
    let (ground_zh, ground_en) = if forbidden {
        (
            "；《优化营商环境条例》第四十条：对已取消的行政许可，行政机关不得继续实施或者变相实施",
            ", which 优化营商环境条例 §40 forbids in any form",
        )
    } else {
        ("", "")
    };
    let draft = findings.at_spot(
        spot,
        format!("{of_zh}已取消{since_zh}，政务服务事项仍在办理{ground_zh}"),
        format!("{of_en} was cancelled{since_en}, and the service is still offered{ground_en}"),
    );
    if !forbidden {
        draft.severity(Severity::Warning).aspect = Aspect::Publishable;
    }
    if let Some(item) = item {
        draft.related(item, "已取消的事项", "the cancelled item");
    }
    if let Some(by) = cancelled.by {
        draft.related(Spot::Record(by, Pointer::member("operation")), "调整记录", "the adjustment");
    }
}
