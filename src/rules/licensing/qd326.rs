//! QD326: delivery of a license over 10 working days.

use super::stage_limits::Stage;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::law::limit::DELIVERY;
use crate::model::field;
use crate::rule::{Findings, ItemSeen, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(326),
    name: "delivery-over-ten",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("送达许可证件超过10个工作日", "delivery of a license over 10 working days"),
    unit: two("每个送达时限一项", "one a limit"),
    help: two("送达时限改到十个工作日以内", "deliver within ten working days"),
    citations: &[Provision {
        document: "中华人民共和国行政许可法", clause: "第四十四条、第八十二条"
    }],
    reads: &[
        &[field!(licensing_items: LicensingItem, delivery_limits)],
        &[field!(service_items: ServiceItem, delivery_limits)],
    ],
    looks: &[Look::Item(delivery_over_ten)],
    page: include_str!("qd326.md"),
    ..Rule::BLANK
};

const STAGE: Stage = Stage {
    member: "delivery_limits",
    what: two("作出决定后的送达时限", "delivery after the decision"),
    law: DELIVERY,
    section: "§44",
};

fn delivery_over_ten(_: &Scope<'_>, item: ItemSeen<'_>, findings: &mut Findings<'_>) {
    for over in STAGE.over(*item, item.delivery_limits()) {
        STAGE.tell(over, two("", ""), findings);
    }
}
