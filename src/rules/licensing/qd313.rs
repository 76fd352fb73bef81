//! QD313: the days of steps outside the limit are not stated.

use super::special_steps::{is_listed, title_en, title_zh};
use crate::facts::columns::Column;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Item, Kind, Pointer, SpecialProcedure, field};
use crate::rule::{AmongAll, Findings, Look, Provision, Rule, Scope};
use crate::rules::empty_column::EmptyColumn;
use crate::rules::licensing::licensing_law::is_license;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(313),
    name: "excluded-time-unstated",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("没有写明不计入时限的环节所需天数", "the days of steps outside the limit are not stated"),
    unit: two("每个环节一项；全部没有写的，整个清单一项", "one a step; one for a list where none states it"),
    help: two("写明该环节所需的时间", "state how long the step takes"),
    citations: &[Provision { document: "中华人民共和国行政许可法", clause: "第四十五条" }],
    reads: &[
        &[field!(licensing_items: LicensingItem, special_procedures.days)],
        &[field!(service_items: ServiceItem, special_procedures.days)],
    ],
    looks: &[Look::Catalog(column_absent), Look::KeptItem(lacks_days, excluded_time_unstated)],
    page: include_str!("qd313.md"),
    ..Rule::BLANK
};

const LICENSING: EmptyColumn = EmptyColumn {
    column: Column::LicensingStepDays,
    field: "licensing_items.special_procedures.days",
    what: two("特别程序所需天数", "days of their special procedures"),
    rows: two("有特别程序的许可事项", "licensing items with special procedures"),
    law: two(
        "《行政许可法》第四十五条：应当将所需时间书面告知申请人",
        "行政许可法 §45: the applicant is told in writing how long they take",
    ),
};

const SERVICE: EmptyColumn = EmptyColumn {
    column: Column::ServiceStepDays,
    field: "service_items.special_procedures.days",
    rows: two("有特别程序的许可类政务服务事项", "services with special procedures that are licenses"),
    ..LICENSING
};

fn column_absent(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for column in [LICENSING, SERVICE].into_iter().filter(|column| scope.holds(column.field) && column.is_absent(whole))
    {
        column.tell_absent(whole, findings);
    }
}

/// The steps of §45 of a license that state no days.
fn without_days(item: Item<'_>) -> impl Iterator<Item = (usize, &SpecialProcedure)> {
    let steps = if is_license(item) { item.special_procedures() } else { &[] };
    steps.iter().enumerate().filter(|(_, step)| step.days.is_none() && is_listed(&step.kind))
}

fn lacks_days(_: &Scope<'_>, item: Item<'_>) -> bool {
    without_days(item).next().is_some()
}

fn excluded_time_unstated(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let column = if item.kind() == Kind::ServiceItem { SERVICE } else { LICENSING };
    if column.is_absent(all) {
        return;
    }
    for (index, step) in without_days(item) {
        let path = Pointer::element("special_procedures", index);
        let (zh, en) = (title_zh(&step.kind), title_en(&step.kind));
        if step.counted_in_limit == Some(true) {
            // Within the limit nobody waits longer than is stated.
            let draft = findings.at(
                path,
                format!("{zh}计入办结时限，没有写明其中需要多少天"),
                format!("{en} is inside the limit, and how many of its days it takes is not stated"),
            );
            draft.severity(Severity::Info);
        } else {
            findings.at(
                path,
                format!("{zh}所需时间不计入期限，而没有写明天数；《行政许可法》第四十五条：应当将所需时间书面告知申请人"),
                format!("{en} is outside the limit, and its days are not stated; 行政许可法 §45: the applicant is told in writing how long it takes"),
            );
        }
    }
}
