//! QD604: handled on the spot, and promised for more than a working day.

use crate::codelist::{Handling, TimeUnit};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::law::days::fewest_working_days;
use crate::model::{Pointer, ServiceItem, TimeLimit, field};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(604),
    name: "immediate-promise",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("即办件承诺时限超过一个工作日", "handled on the spot, yet promised for more than a working day"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "当场办结的，承诺办结时限改为1个工作日以内；不能当场办结的，办件类型改为承诺件",
        "promise at most a working day; or call it an item with a promised limit",
    ),
    citations: &[
        Provision {
            document: "C 0109《国家政务服务平台政务服务事项基本目录及实施清单》", clause: "办件类型"
        },
        Provision { document: "行政许可法", clause: "第三十四条第二款" },
    ],
    reads: &[&[field!(service_items: ServiceItem, handling), field!(service_items: ServiceItem, promised_limits)]],
    looks: &[Look::Record(RecordLook::ServiceItem(immediate_promise))],
    page: include_str!("qd604.md"),
    ..Rule::BLANK
};

fn immediate_promise(_: &Scope<'_>, item: &ServiceItem, findings: &mut Findings<'_>) {
    if !item.in_force() || item.handling != Some(Handling::Immediate) {
        return;
    }
    // Where one branch is promised within a day it may be the one that is handled on the spot.
    if !item.promised_limits.iter().all(|limit| fewest_days(limit) > 1) {
        return;
    }
    let Some((index, promise)) = item.promised_limits.iter().enumerate().min_by_key(|(_, limit)| fewest_days(limit))
    else {
        return;
    };
    let path = Pointer::element("promised_limits", index).below("amount");
    findings
        .at(
            path,
            format!("办件类型为即办件，承诺办结时限却为{}；即办件当场办结，不超过1个工作日", promise.in_chinese()),
            format!("handled on the spot, and {} are promised; that is at most a working day", promise.in_english()),
        )
        .found(&promise.amount.to_string())
        .expected("不超过1个工作日", "at most 1 working day")
        .related_below(Pointer::member("handling"), "办件类型", "how it is handled");
}

/// The fewest working days of a promise. A list that prints 日 counts in working days (行政许可法 §82).
fn fewest_days(limit: &TimeLimit) -> u32 {
    if limit.unit == TimeUnit::Day { limit.amount.get().into() } else { fewest_working_days(limit) }
}
