//! QD418: things are sealed or seized for more than thirty days.

use super::limits::{Ground, ground, over};
use crate::codelist::CoercionKind;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::lang::two;
use crate::law::limit::{SEIZURE, SEIZURE_EXTENSION, StatutoryLimit};
use crate::model::{Coercion, Item, Pointer, TimeLimit, field};
use crate::rule::{Findings, Look, Period, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(418),
    name: "seizure-over-thirty",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("查封、扣押超过三十日", "sealing or seizure over thirty days"),
    unit: two("每个期限、每次延长一项", "one a limit, one an extension"),
    help: two(
        "查封、扣押不超过三十日，延长不超过三十日；法律、行政法规另有规定的，写明期限依据",
        "no more than thirty days, and thirty by extension; where a law or administrative regulation provides otherwise, cite it at the limit",
    ),
    citations: &[Provision { document: "行政强制法", clause: "第二十五条、第六十九条" }],
    period: Some(Period::since("2012-01-01")),
    reads: &[
        &[field!(power_items: PowerItem, coercion.limit), field!(power_items: PowerItem, coercion.limit.basis)],
        &[field!(power_items: PowerItem, coercion.extension), field!(power_items: PowerItem, coercion.extension.basis)],
    ],
    looks: &[Look::KeptItem(keeps, seizure_over_thirty)],
    page: include_str!("qd418.md"),
    ..Rule::BLANK
};

/// The limits of a measure, each with its member and what the statute gives.
fn limits(coercion: &Coercion) -> impl Iterator<Item = (&'static str, &TimeLimit, &'static StatutoryLimit)> {
    let is_meant = matches!(coercion.measure, CoercionKind::Sealing | CoercionKind::Seizure);
    let limit = coercion.limit.as_ref().map(|limit| ("limit", limit, &SEIZURE));
    let extension = coercion.extension.as_ref().map(|limit| ("extension", limit, &SEIZURE_EXTENSION));
    limit.into_iter().chain(extension).filter(move |(_, limit, given)| is_meant && over(limit, given).is_some())
}

fn keeps(_: &Scope<'_>, item: Item<'_>) -> bool {
    let Item::Power(power) = item else { return false };
    power.in_force() && power.coercion.iter().any(|coercion| limits(coercion).next().is_some())
}

fn seizure_over_thirty(scope: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Item::Power(power) = item else { return };
    for (at, coercion) in power.coercion.iter().enumerate() {
        for (member, limit, given) in limits(coercion) {
            if !scope.holds(&format!("power_items.coercion.{member}.basis")) {
                continue;
            }
            let ground = ground(&limit.basis, given, scope, all);
            let (why_zh, why_en) = match ground {
                Ground::MaySuffice => continue,
                Ground::Below => {
                    ("所引期限依据不是法律、行政法规", "what is cited for it is no law or administrative regulation")
                }
                Ground::Itself => ("所引期限依据就是该法", "only that law itself is cited for it"),
                Ground::None => ("没有写明期限依据", "nothing is cited for it"),
            };
            let mut path = Pointer::element("coercion", at).below(member);
            path.push("amount");
            let (what_zh, what_en) = match member {
                "limit" => ("期限", "limit"),
                _ => ("延长期限", "extension"),
            };
            let measure = if coercion.measure == CoercionKind::Sealing { "查封" } else { "扣押" };
            let (limit_zh, limit_en) = (limit.in_chinese(), limit.in_english());
            let draft = findings.at(
                path,
                format!("{measure}{what_zh}{limit_zh}；《行政强制法》第二十五条为三十日，{why_zh}"),
                format!(
                    "the {what_en} of a `{}` is {limit_en}; 行政强制法 §25 gives thirty days, and {why_en}",
                    coercion.measure
                ),
            );
            draft.found(&limit.amount.to_string()).expected(
                "不超过30日；法律、行政法规另有规定的除外",
                "at most 30 days, unless a law or administrative regulation provides otherwise",
            );
            // Where §25 itself is cited the limit may be told with its extension; where nothing is, what provides otherwise
            // may only not be written.
            if ground != Ground::Below {
                draft.severity(Severity::Warning);
            }
        }
    }
}
