//! QD324: the extension of a limit is too long.

use super::stage_limits::Stage;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::law::limit::{JOINT_HANDLING_EXTENSION, LICENSE_DECISION_EXTENSION};
use crate::model::{Citation, Item, field};
use crate::rule::{AmongAll, Findings, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(324),
    name: "extension-too-long",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("延长的期限过长", "the extension of a limit is too long"),
    unit: two("每个延长期限一项", "one an extension"),
    help: two(
        "延长期限改到十个工作日以内；法律、法规另有规定的，写明其条款",
        "extend by no more than ten working days; or cite the law or regulation that provides otherwise",
    ),
    citations: &[Provision {
        document: "中华人民共和国行政许可法", clause: "第四十二条、第八十二条"
    }],
    reads: &[
        &[
            field!(licensing_items: LicensingItem, extension_limits),
            field!(licensing_items: LicensingItem, extension_limits.basis),
        ],
        &[
            field!(service_items: ServiceItem, extension_limits),
            field!(service_items: ServiceItem, extension_limits.basis),
        ],
    ],
    looks: &[Look::KeptItem(is_over, extension_too_long)],
    page: include_str!("qd324.md"),
    ..Rule::BLANK
};

const MEMBER: &str = "extension_limits";

const SINGLE: Stage =
    Stage {
        member: MEMBER, what: two("延长期限", "the extension"), law: LICENSE_DECISION_EXTENSION, section: "§42"
    };

const JOINT: Stage = Stage {
    member: MEMBER,
    what: two("共同办理的延长期限", "the extension of joint handling"),
    law: JOINT_HANDLING_EXTENSION,
    section: "§42 ¶2",
};

fn is_joint(item: Item<'_>) -> bool {
    matches!(item, Item::Licensing(license) if license.joint_handling.is_some())
}

fn is_over(_: &Scope<'_>, item: Item<'_>) -> bool {
    let stage = if is_joint(item) { JOINT } else { SINGLE };
    stage.over(item, item.extension_limits()).next().is_some()
}

fn extension_too_long(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let limits = item.extension_limits();
    if is_joint(item) {
        // 行政许可法 §42 ¶2 lets nobody provide otherwise.
        for over in JOINT.over(item, limits) {
            JOINT.tell(over, two("", ""), findings);
        }
        return;
    }
    let statutory: Vec<&Citation> = item.statutory_limits().iter().flat_map(|limit| &limit.basis).collect();
    SINGLE.tell_all(all, item, limits, &statutory, findings);
}
