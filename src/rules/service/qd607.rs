//! QD607: the item behind a service is of another type, or over.

use super::behind::{Behind, Ends, Standing};
use super::qd606;
use crate::codelist::ItemType;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(607),
    name: "service-source",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two(
        "政务服务事项的来源事项不符或者不再有效",
        "the item behind a service is of another type or not in force",
    ),
    unit: two("每个所对应的事项一项", "one an item that is named"),
    help: two(
        "改为所对应的现行事项，或者改正事项类型",
        "name the item in force for which the service stands, or correct the type",
    ),
    citations: &[
        Provision {
            document: "国务院关于加快推进政务服务标准化规范化便利化的指导意见（国发〔2022〕5号）",
            clause: "第二部分第（一）项",
        },
        Provision {
            document: "GB/T 39554.1-2020《全国一体化政务服务平台 政务服务事项基本目录及实施清单 第1部分：编码要求》",
            clause: "事项类型",
        },
    ],
    reads: &[&[field!(service_items: ServiceItem, licensing_item)], &[field!(service_items: ServiceItem, power_item)]],
    looks: &[Look::Catalog(service_source)],
    page: include_str!("qd607.md"),
    ..Rule::BLANK
};

fn service_source(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let ends = Ends::new(scope, whole);
    // Before its period QD606 says nothing of what was cancelled.
    let is_told = scope.as_of().is_none_or(|day| qd606::PERIOD.contains(day));
    let services = whole.facts.items.services();
    for behind in ends.behind() {
        let Some(service_type) = services.item(behind.service.ordinal).map(|service| service.item_type) else {
            continue;
        };
        let why = match behind.standing {
            Standing::Cancelled(_) if is_told => continue,
            Standing::Cancelled(_) | Standing::Over(_) if !ends.is_offered(behind.service) => continue,
            Standing::Cancelled(cancelled) => {
                let (zh, en) = cancelled.since();
                (format!("已取消{zh}"), format!("was cancelled{en}"))
            }
            Standing::Over(last) => {
                (format!("有效期至{}，已不再有效", last.in_chinese()), format!("was in force until {last}"))
            }
            Standing::NotBegun(first) if ends.is_offered(behind.service) => {
                (format!("自{}起才生效", first.in_chinese()), format!("is not in force before {first}"))
            }
            Standing::Suspended if ends.is_offered(behind.service) => {
                ("已暂停实施".to_owned(), "is suspended".to_owned())
            }
            // Of two that rest, the types must agree all the same.
            _ if are_alike(service_type, behind.item.item_type) => continue,
            _ => {
                let (own, other) = (service_type, behind.item.item_type);
                (
                    format!("是{}，政务服务事项的类型却是{}", other.title_zh(), own.title_zh()),
                    format!("is of the type `{other}`, and the service of the type `{own}`"),
                )
            }
        };
        tell(&behind, why, findings);
    }
}

fn tell(behind: &Behind<'_>, (why_zh, why_en): (String, String), findings: &mut Findings<'_>) {
    let (of_zh, of_en, member, at) = match behind.kind {
        Kind::LicensingItem => ("行政许可事项", "licensing item", "licensing_item", "name"),
        _ => ("权责清单事项", "power", "power_item", "power_type"),
    };
    findings
        .at_spot(
            Spot::Record(behind.service.ordinal, Pointer::member(member)),
            format!("所对应的{of_zh}{why_zh}"),
            format!("the {of_en} behind it {why_en}"),
        )
        .related(Spot::Record(behind.item.ordinal, Pointer::member(at)), "所对应的事项", "the item behind it");
}

/// Whether two types may be of one item: lists tell coercion and filings apart or do not.
fn are_alike(service: ItemType, item: ItemType) -> bool {
    let coercion = |item_type: ItemType| {
        matches!(item_type, ItemType::Coercion | ItemType::CoerciveMeasure | ItemType::CoerciveExecution)
    };
    let either = |of: ItemType| service == of || item == of;
    service == item
        || (coercion(service) && coercion(item) && either(ItemType::Coercion))
        || (either(ItemType::OtherPower) && either(ItemType::Filing))
}
