//! QD805: an item asks for more, or takes longer, than the superior list.

use super::superior_list::{Row, or_none};
use crate::codelist::ItemType;
use crate::conformance::{Backing, Departure, DepartureKind};
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::field;
use crate::rule::{Findings, Look, Need, Provision, Rule, Scope};
use crate::rules::grounds::LICENSING_LIST_NOTICE;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(805),
    name: "stricter-than-superior",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("条件严于上级清单", "stricter than the superior list"),
    unit: two("每处一项", "one a limit, material, condition, step or fee"),
    help: two(
        "删去增加的材料、条件、环节、收费，时限改回上级清单的时限以内；确有法律、法规、规章规定的，写明条款",
        "take out what was added, and bring the limit down to that of the superior list; where a law, regulation or rule provides so, cite the article",
    ),
    citations: &[
        Provision { document: "优化营商环境条例", clause: "第三十五条" },
        Provision { document: "中华人民共和国行政许可法", clause: "第十六条第四款" },
        Provision { document: LICENSING_LIST_NOTICE, clause: "二" },
    ],
    needs: &[Need::Superior],
    reads: &[
        &[field!(licensing_items: LicensingItem, statutory_limits)],
        &[field!(licensing_items: LicensingItem, materials)],
        &[field!(service_items: ServiceItem, statutory_limits)],
        &[field!(service_items: ServiceItem, materials)],
    ],
    looks: &[Look::Catalog(stricter)],
    page: include_str!("qd805.md"),
    ..Rule::BLANK
};

fn stricter(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for row in Row::all(whole) {
        for departure in row.departures(is_stricter) {
            let is_promise = departure.kind == DepartureKind::PromiseLonger;
            match departure.backing {
                Some(Backing::Norm) => continue,
                Some(Backing::NotTold) => {
                    let on = format!("{}{}", row.item.kind.array(), departure.path.first(1).as_str().replace('/', "."));
                    findings.not_run_on(on, NotRunReason::InstrumentNotHeld);
                    continue;
                }
                _ => {}
            }
            let (zh, en) = words(row, departure);
            let (local, superior) = (or_none(departure.local.as_ref()), departure.superior.as_ref());
            let draft = row.finding(findings, departure.path.clone(), zh, en).found(&local);
            match superior {
                Some(superior) => draft.expected(
                    format!("不超出上级清单：{}", crate::print::excerpt(superior)),
                    format!("no more than the superior list: {}", crate::print::excerpt(superior)),
                ),
                None => draft.expected(
                    "上级清单的要求，或者法律、法规、规章依据",
                    "what the superior list asks for, or a law, regulation or rule",
                ),
            };
            if is_promise || row.item.item_type != ItemType::Licensing {
                draft.severity(Severity::Warning);
            }
        }
    }
}

fn is_stricter(kind: DepartureKind) -> bool {
    matches!(
        kind,
        DepartureKind::LimitLonger
            | DepartureKind::PromiseLonger
            | DepartureKind::MaterialAdded
            | DepartureKind::ConditionAdded
            | DepartureKind::StepAdded
            | DepartureKind::IntermediaryAdded
            | DepartureKind::FeeAdded
    )
}

fn words(row: Row<'_>, departure: &Departure) -> (String, String) {
    let (list, local) = (row.list(), or_none(departure.local.as_ref()));
    let superior = or_none(departure.superior.as_ref());
    let (what_zh, what_en) = match departure.kind {
        DepartureKind::LimitLonger => {
            return (
                format!("法定办结时限{local}，长于上级清单{list}中同一事项的{superior}"),
                format!(
                    "the statutory limit, {local}, is longer than that of the same item in the superior list, {list}: {superior}"
                ),
            );
        }
        DepartureKind::PromiseLonger => {
            return (
                format!("承诺办结时限{local}，长于上级清单{list}中同一事项的{superior}"),
                format!(
                    "the promised limit, {local}, is longer than that of the same item in the superior list, {list}: {superior}"
                ),
            );
        }
        DepartureKind::ConditionAdded => ("条件", "a condition"),
        DepartureKind::StepAdded => ("环节", "a step"),
        DepartureKind::IntermediaryAdded => ("中介服务", "an intermediary service"),
        DepartureKind::FeeAdded => ("收费", "a fee"),
        _ => ("申请材料", "a material"),
    };
    let (basis_zh, basis_en) = match departure.backing {
        Some(Backing::Below) => ("，所引依据低于规章", ", on what stands below rules"),
        _ => ("，没有写明法律、法规、规章依据", ", and cites no law, regulation or rule"),
    };
    (
        format!("比上级清单{list}中同一事项增加了{what_zh}“{local}”{basis_zh}"),
        format!("it asks for {what_en} that the same item in the superior list, {list}, does not, `{local}`{basis_en}"),
    )
}
