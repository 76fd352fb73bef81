//! QD603: visits without a reason, or a reason without visits.

use crate::facts::columns::Column;
use crate::facts::placeholder::says_none;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Pointer, ServiceItem, Text, field};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(603),
    name: "visit-reason",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("到现场次数与必须到现场的原因矛盾", "the visits contradict the reason for them"),
    unit: two(
        "每个事项一项；整栏没有填写的，整个目录一项",
        "one an item; one a catalog where the whole column is empty",
    ),
    help: two(
        "需要到现场的，写明必须现场办理的原因；不需要的，到办事现场次数改为0并删去原因",
        "say why one must come; where one need not, state no visit and no reason",
    ),
    citations: &[
        Provision { document: "优化营商环境条例", clause: "第三十六条、第三十七条" },
        Provision {
            document: "C 0109《国家政务服务平台政务服务事项基本目录及实施清单》",
            clause: "必须现场办理原因说明",
        },
    ],
    reads: &[&[field!(service_items: ServiceItem, visits), field!(service_items: ServiceItem, visit_reason)]],
    looks: &[Look::Record(RecordLook::ServiceItem(reason_without_visit)), Look::Catalog(visit_without_reason)],
    page: include_str!("qd603.md"),
    ..Rule::BLANK
};

fn reason_without_visit(_: &Scope<'_>, item: &ServiceItem, findings: &mut Findings<'_>) {
    let reason = item.visit_reason.as_ref().filter(|_| item.in_force() && item.visits == Some(0));
    let Some(reason) = reason.map(Text::as_str).filter(|reason| !denies_visit(reason)) else { return };
    findings
        .at(
            Pointer::member("visit_reason"),
            "到办事现场次数为0次，却写了必须现场办理的原因",
            "no visit is needed, and yet a reason to come is given",
        )
        .found(reason)
        .related_below(Pointer::member("visits"), "到办事现场次数", "the visits");
}

/// Whether words in the place of a reason say that there is none, or that one need not come.
fn denies_visit(reason: &str) -> bool {
    const WORDS: [&str; 11] =
        ["不涉及", "无需", "无须", "不需", "不必", "不用", "零跑", "全程网办", "全程网上", "不见面", "0次"];
    says_none(reason) || reason.trim().starts_with('无') || WORDS.iter().any(|word| reason.contains(word))
}

fn visit_without_reason(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    if !(scope.holds("service_items.visits") && scope.holds("service_items.visit_reason")) {
        return;
    }
    let Some(column) = whole.facts.columns.column(Column::VisitReason) else { return };
    let visits = |ordinal: &u32| Spot::Record(*ordinal, Pointer::member("visits"));
    if let ([first, _, ..], 0) = (column.empty.as_slice(), column.filled) {
        let count = column.empty.len();
        findings
            .at_spot(
                visits(first),
                format!("需要到办事现场的{count}个事项都没有写明必须现场办理的原因"),
                format!("{count} items need a visit, and not one says why"),
            )
            .of_catalog("visit_reason");
        return;
    }
    for ordinal in &column.empty {
        findings.at_spot(
            visits(ordinal),
            "到办事现场次数大于0，没有写明必须现场办理的原因",
            "one must come, and the reason is not stated",
        );
    }
}
