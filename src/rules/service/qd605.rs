//! QD605: a service that is entrusted, and nobody who entrusts it.

use crate::codelist::{BodyNature, PowerSource};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Pointer, ServiceItem, field};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(605),
    name: "entruster-missing",
    aspect: Aspect::Publishable,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("委托事项没有写明委托部门", "an entrusted item without the body that entrusts it"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "填写委托部门；不是委托的，改正权力来源和实施主体性质",
        "name the body that entrusts it; or correct the source of the power and the nature of the body",
    ),
    citations: &[
        Provision {
            document: "C 0109《国家政务服务平台政务服务事项基本目录及实施清单》", clause: "委托部门"
        },
        Provision { document: "行政许可法", clause: "第二十四条" },
    ],
    reads: &[
        &[field!(service_items: ServiceItem, power_source), field!(service_items: ServiceItem, entrusted_by)],
        &[field!(service_items: ServiceItem, body_nature), field!(service_items: ServiceItem, entrusted_by)],
    ],
    looks: &[Look::Record(RecordLook::ServiceItem(entruster_missing))],
    page: include_str!("qd605.md"),
    ..Rule::BLANK
};

fn entruster_missing(_: &Scope<'_>, item: &ServiceItem, findings: &mut Findings<'_>) {
    if !item.in_force() || item.entrusted_by.is_some() {
        return;
    }
    let source = item.power_source.filter(|&source| is_entrusted(source)).map(PowerSource::title_zh);
    let nature = item.body_nature.filter(|&nature| nature == BodyNature::Entrusted).map(BodyNature::title_zh);
    let (what_zh, what_en, at) = match (source, nature) {
        (Some(source), _) => (format!("权力来源为{source}"), "the power is entrusted", "power_source"),
        (None, Some(nature)) => (format!("实施主体性质为{nature}"), "the body acts by mandate", "body_nature"),
        (None, None) => return,
    };
    findings.at(
        Pointer::member(at),
        format!("{what_zh}，没有写明委托部门"),
        format!("{what_en}, and the body that entrusts it is not named"),
    );
}

fn is_entrusted(source: PowerSource) -> bool {
    matches!(source, PowerSource::EntrustedBySuperior | PowerSource::EntrustedByPeer)
}
