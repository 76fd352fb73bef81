//! QD325: a first review over 20 working days.

use super::stage_limits::Stage;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::law::limit::FIRST_REVIEW;
use crate::model::{Item, field};
use crate::rule::{AmongAll, Findings, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(325),
    name: "first-review-over-twenty",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("下级初审超过20个工作日", "a first review over 20 working days"),
    unit: two("每个初审时限一项", "one a limit"),
    help: two(
        "初审时限改到二十个工作日以内；法律、法规另有规定的，写明其条款",
        "review within twenty working days; or cite the law or regulation that provides otherwise",
    ),
    citations: &[Provision {
        document: "中华人民共和国行政许可法", clause: "第四十三条、第八十二条"
    }],
    reads: &[
        &[
            field!(licensing_items: LicensingItem, first_review_limits),
            field!(licensing_items: LicensingItem, first_review_limits.basis),
        ],
        &[
            field!(service_items: ServiceItem, first_review_limits),
            field!(service_items: ServiceItem, first_review_limits.basis),
        ],
    ],
    looks: &[Look::KeptItem(is_over, first_review_over_twenty)],
    page: include_str!("qd325.md"),
    ..Rule::BLANK
};

const STAGE: Stage = Stage {
    member: "first_review_limits",
    what: two("下级行政机关初审时限", "the limit of the first review by the lower organ"),
    law: FIRST_REVIEW,
    section: "§43",
};

fn is_over(_: &Scope<'_>, item: Item<'_>) -> bool {
    STAGE.over(item, item.first_review_limits()).next().is_some()
}

fn first_review_over_twenty(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    STAGE.tell_all(all, item, item.first_review_limits(), &[], findings);
}
