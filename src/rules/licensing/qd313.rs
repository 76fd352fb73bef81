//! QD313: the days of steps outside the limit are not stated.

use super::ranks::is_license;
use super::special_steps::{is_listed, title_en, title_zh};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Pointer, field};
use crate::rule::{Findings, ItemSeen, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(313),
    name: "excluded-time-unstated",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("没有写明不计入时限的环节所需天数", "the days of steps outside the limit are not stated"),
    unit: two("每个环节一项", "one a step"),
    help: two("写明该环节所需的时间", "state how long the step takes"),
    citations: &[Provision { document: "中华人民共和国行政许可法", clause: "第四十五条" }],
    reads: &[
        &[field!(licensing_items: LicensingItem, special_procedures.days)],
        &[field!(service_items: ServiceItem, special_procedures.days)],
    ],
    looks: &[Look::Item(excluded_time_unstated)],
    page: include_str!("qd313.md"),
    ..Rule::BLANK
};

fn excluded_time_unstated(_: &Scope<'_>, item: ItemSeen<'_>, findings: &mut Findings<'_>) {
    if !is_license(*item) {
        return;
    }
    for (index, step) in item.special_procedures().iter().enumerate() {
        if step.days.is_some() || !is_listed(&step.kind) {
            continue;
        }
        let mut path = Pointer::member("special_procedures");
        path.push_index(index);
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
