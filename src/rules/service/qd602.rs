//! QD602: how far a service goes online contradicts how often one must come.

use crate::codelist::{Channel, OnlineDepth};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Online, Pointer, ServiceItem, field};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(602),
    name: "online-depth",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("网上办理深度与到现场次数矛盾", "the online depth contradicts the visits"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "按实际办理情况核对全程网办、网上办理深度和到办事现场次数，改到三者一致",
        "look at how it is really handled, and make depth, visits and whether it is fully online agree",
    ),
    citations: &[
        Provision {
            document: "国务院关于在线政务服务的若干规定（国务院令第716号）", clause: "第六条"
        },
        Provision { document: "优化营商环境条例", clause: "第三十七条" },
        Provision {
            document: "C 0109《国家政务服务平台政务服务事项基本目录及实施清单》", clause: "网上办理深度"
        },
    ],
    reads: &[
        &[field!(service_items: ServiceItem, online.full), field!(service_items: ServiceItem, visits)],
        &[field!(service_items: ServiceItem, online.full), field!(service_items: ServiceItem, online.depth)],
        &[field!(service_items: ServiceItem, visits), field!(service_items: ServiceItem, online.depth)],
    ],
    looks: &[Look::Record(RecordLook::ServiceItem(online_depth))],
    page: include_str!("qd602.md"),
    ..Rule::BLANK
};

fn online_depth(_: &Scope<'_>, item: &ServiceItem, findings: &mut Findings<'_>) {
    let Some(online) = item.online.as_ref().filter(|_| item.in_force()) else { return };
    if online.full == Some(true) {
        fully_online(online, item.visits.filter(|&visits| visits > 0), findings);
    } else if item.visits == Some(0) && is_consultation_only(online) && !item.channels.contains(&Channel::Courier) {
        findings
            .at(
                Pointer::member("visits"),
                "到办事现场次数为0次，而网上办理深度只有互联网咨询",
                "no visit is needed, and online one can only ask",
            )
            .found("0")
            .related_below(depth(), "网上办理深度", "the online depth");
    }
}

fn fully_online(online: &Online, visits: Option<u8>, findings: &mut Findings<'_>) {
    let falls_short = !(online.depth.is_empty() || reaches_result(online));
    let (why_zh, why_en) = match (visits, falls_short) {
        (None, false) => return,
        (Some(visits), false) => (format!("到办事现场次数为{visits}次"), format!("{} must be made", times(visits))),
        (None, true) => (short_of_result_zh(online), SHORT_OF_RESULT.to_owned()),
        (Some(visits), true) => (
            format!("到办事现场次数为{visits}次，{}", short_of_result_zh(online)),
            format!("{} must be made and {SHORT_OF_RESULT}", times(visits)),
        ),
    };
    let mut full = Pointer::member("online");
    full.push("full");
    let draft = findings.at(
        full,
        format!(
            "标为全程网办，而{why_zh}；全程网办应当到场0次，网上办理深度达到办理结果信息反馈或者互联网电子证照反馈"
        ),
        format!(
            "it is called fully online, and {why_en}; fully online means no visit, and a depth that reaches the result"
        ),
    );
    draft.found("true");
    if visits.is_some() {
        draft.related_below(Pointer::member("visits"), "到办事现场次数", "the visits");
    }
    if falls_short {
        draft.related_below(depth(), "网上办理深度", "the online depth");
    }
}

const SHORT_OF_RESULT: &str = "its depth stops short of the result";

fn short_of_result_zh(online: &Online) -> String {
    let deepest = online.depth.iter().max().map_or("", |step| step.title_zh());
    format!("网上办理深度只到{deepest}")
}

fn times(visits: u8) -> String {
    if visits == 1 { "1 visit".to_owned() } else { format!("{visits} visits") }
}

fn reaches_result(online: &Online) -> bool {
    online.depth.iter().any(|step| matches!(step, OnlineDepth::ResultFeedback | OnlineDepth::ELicenseFeedback))
}

fn is_consultation_only(online: &Online) -> bool {
    !online.depth.is_empty() && online.depth.iter().all(|step| *step == OnlineDepth::Consultation)
}

fn depth() -> Pointer {
    let mut depth = Pointer::member("online");
    depth.push("depth");
    depth
}
