//! QD308: a limit of 行政许可法 in calendar days.

use crate::codelist::TimeUnit;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::lang::two;
use crate::law::limit::LICENSE_DECISION;
use crate::model::{Item, TimeLimit, field};
use crate::rule::{Findings, ItemSeen, Look, Provision, Rule, Scope};
use crate::rules::licensing::licensing_law::{LICENSING_LAW, LICENSING_PERIOD, is_license};
use crate::rules::licensing::long_limits::{
    Excess, excess, holds_limit_basis, is_joint, limits_of, of_limit, other_norms,
};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(308),
    name: "calendar-days",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("许可时限按自然日规定", "a limit of a license in calendar days"),
    unit: two("每个法定时限一项", "one a statutory limit"),
    help: two(
        "按《行政许可法》计算的，改为工作日；其他法律、法规按自然日规定的，写明时限依据",
        "count in working days where 行政许可法 sets the limit; where another law or regulation sets calendar days, cite it",
    ),
    citations: &[Provision { document: LICENSING_LAW, clause: "第八十二条" }],
    period: Some(LICENSING_PERIOD),
    reads: &[
        &[field!(licensing_items: LicensingItem, statutory_limits)],
        &[field!(power_items: PowerItem, limits)],
        &[field!(service_items: ServiceItem, statutory_limits)],
    ],
    looks: &[Look::Item(without_basis), Look::KeptItem(states_basis, on_licensing_law)],
    page: include_str!("qd308.md"),
    ..Rule::BLANK
};

/// Whether a limit is in calendar days, and QD305 does not judge it where it names nothing but 行政许可法.
fn is_open(item: Item<'_>, limit: &TimeLimit) -> bool {
    limit.unit == TimeUnit::CalendarDay && (is_joint(item) || excess(limit, &LICENSE_DECISION) != Some(Excess::Certain))
}

fn without_basis(scope: &Scope<'_>, item: ItemSeen<'_>, findings: &mut Findings<'_>) {
    if !is_license(*item) || !holds_limit_basis(scope, *item) {
        return;
    }
    let (member, _, limits) = limits_of(*item);
    for (index, limit) in limits.iter().enumerate() {
        if limit.basis.is_empty() && is_open(*item, limit) {
            report(member, index, limit, ("没有写明时限依据", "no basis is stated"), findings);
        }
    }
}

fn states_basis(_: &Scope<'_>, item: Item<'_>) -> bool {
    is_license(item) && limits_of(item).2.iter().any(|limit| !limit.basis.is_empty() && is_open(item, limit))
}

fn on_licensing_law(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let (member, _, limits) = limits_of(item);
    for (index, limit) in limits.iter().enumerate() {
        if limit.basis.is_empty() || !is_open(item, limit) {
            continue;
        }
        if other_norms(&all.basis(&limit.basis)).next().is_none() {
            report(member, index, limit, ("时限依据是《行政许可法》", "its basis is 行政许可法"), findings);
        }
    }
}

fn report(member: &str, index: usize, limit: &TimeLimit, (why_zh, why_en): (&str, &str), findings: &mut Findings<'_>) {
    let (limit_zh, limit_en) = (limit.in_chinese(), limit.in_english());
    findings
        .at(
            of_limit(member, index, "unit"),
            format!("许可的法定办结时限{limit_zh}，{why_zh}；《行政许可法》规定的期限以工作日计算（第八十二条）"),
            format!(
                "the statutory limit of a license is {limit_en}, and {why_en}; 行政许可法 counts in working days (§82)"
            ),
        )
        .found(limit.unit.as_str())
        .allowed([TimeUnit::WorkingDay.as_str()]);
}
