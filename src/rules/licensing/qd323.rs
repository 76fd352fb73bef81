//! QD323: a step outside the limit that 行政许可法 §45 does not list.

use super::special_steps::{is_listed, title_en, title_zh};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::basis::Reach;
use crate::lang::two;
use crate::law::rank::is_law_or_regulation;
use crate::model::{Item, Pointer, SpecialProcedure, field};
use crate::rule::{AmongAll, Findings, Look, Provision, Rule, Scope};
use crate::rules::licensing::licensing_law::{LICENSING_LAW, is_license};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(323),
    name: "excluded-step-not-listed",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("不计入时限的环节不在法定范围之内", "a step outside the limit that the law does not list"),
    unit: two("每个环节一项", "one a step"),
    help: two(
        "把该环节计入办结时限；法律、法规另有规定的，写明其条款",
        "count the step inside the limit; or cite the law or regulation that provides otherwise",
    ),
    citations: &[Provision {
        document: "中华人民共和国行政许可法", clause: "第四十二条、第四十五条"
    }],
    reads: &[
        &[
            field!(licensing_items: LicensingItem, special_procedures.counted_in_limit),
            field!(licensing_items: LicensingItem, special_procedures.basis),
        ],
        &[
            field!(service_items: ServiceItem, special_procedures.counted_in_limit),
            field!(service_items: ServiceItem, special_procedures.basis),
        ],
    ],
    looks: &[Look::KeptItem(is_excluded, excluded_step_not_listed)],
    page: include_str!("qd323.md"),
    ..Rule::BLANK
};

/// The steps of a license whose days are said to stand outside the limit, and that §45 does not list.
fn excluded(item: Item<'_>) -> impl Iterator<Item = (usize, &SpecialProcedure)> {
    let steps = if is_license(item) { item.special_procedures() } else { &[] };
    // A step that takes no days leaves none out.
    let takes_days = |step: &SpecialProcedure| step.counted_in_limit == Some(false) && step.days != Some(0);
    steps.iter().enumerate().filter(move |(_, step)| takes_days(step) && !is_listed(&step.kind))
}

fn is_excluded(_: &Scope<'_>, item: Item<'_>) -> bool {
    excluded(item).next().is_some()
}

fn excluded_step_not_listed(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    for (index, step) in excluded(item) {
        // §45 itself has a closed list.
        let (basis_zh, basis_en) = match all.basis(&step.basis).without(LICENSING_LAW).reach(is_law_or_regulation) {
            Reach::NoneCited => ("没有写明法律、法规依据", "no law or regulation is cited for it"),
            Reach::Below => ("所引依据低于法规", "its basis is below a regulation"),
            Reach::Suffices | Reach::Unknown => continue,
        };
        let (zh, en) = (title_zh(&step.kind), title_en(&step.kind));
        let path = Pointer::element("special_procedures", index).below("counted_in_limit");
        findings.at(
            path,
            format!("{zh}所需时间写为不计入办结时限，而{zh}不在《行政许可法》第四十五条所列环节之中，{basis_zh}"),
            format!(
                "the days of {en} are said to stand outside the limit; 行政许可法 §45 does not list it, and {basis_en}"
            ),
        );
    }
}
