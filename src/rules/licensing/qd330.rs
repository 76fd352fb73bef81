//! QD330: only one channel is offered.

use crate::codelist::{Channel, Initiation, OnlineDepth};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Citation, Online, Pointer, ServiceItem, Text, field};
use crate::rule::{Findings, Look, Period, Provision, RecordLook, Rule, Scope};
use crate::rules::cited_ranks::names_law_or_regulation;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(330),
    name: "channel-restricted",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("限定办理渠道", "only one channel is offered"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "增加网上或者窗口等办理渠道；法律、法规规定必须到场或者只能网上办理的，写明其条款",
        "offer another channel; or cite the law or regulation that wants the applicant to come, or to apply online",
    ),
    citations: &[Provision { document: "优化营商环境条例", clause: "第三十七条" }],
    period: Some(Period::since("2020-01-01")),
    reads: &[&[field!(service_items: ServiceItem, channels), field!(service_items: ServiceItem, visit_reason)]],
    looks: &[Look::Record(RecordLook::ServiceItem(channel_restricted))],
    page: include_str!("qd330.md"),
    ..Rule::BLANK
};

fn channel_restricted(_: &Scope<'_>, item: &ServiceItem, findings: &mut Findings<'_>) {
    // What a body does by itself is asked for in no way.
    if !item.in_force() || item.initiation == Some(Initiation::ExOfficio) {
        return;
    }
    let Some(only) = only_channel(item) else { return };
    let reason = item.visit_reason.as_ref().map_or("", Text::as_str);
    // 男女双方应当亲自到婚姻登记机关: the words of the law that the item cites.
    let is_personal = PERSONAL.iter().any(|word| reason.contains(word)) && names_law_or_regulation(&item.basis);
    if names_norm(reason) || is_personal || item.basis.iter().any(|citation| wants(citation, only)) {
        return;
    }
    findings
        .at(
            Pointer::member("channels"),
            format!("只能{}，没有写明法律、法规依据；《优化营商环境条例》第三十七条：不得限定办理渠道", in_words(only).0),
            format!(
                "it can be asked for {} alone, and no law or regulation is given for it; 优化营商环境条例 §37: channels are not to be restricted",
                in_words(only).1
            ),
        )
        .found(only.as_str());
}

/// The only channel that is offered. Where one can apply online as well, the counter is not the only one.
fn only_channel(item: &ServiceItem) -> Option<Channel> {
    let (first, others) = item.channels.split_first()?;
    let is_online_too = *first != Channel::Online && item.online.as_ref().is_some_and(takes_applications);
    (others.iter().all(|other| other == first) && !is_online_too).then_some(*first)
}

/// Whether one can do more online than ask.
fn takes_applications(online: &Online) -> bool {
    let only_answers = !online.depth.is_empty() && online.depth.iter().all(|step| *step == OnlineDepth::Consultation);
    online.available && !only_answers
}

fn in_words(channel: Channel) -> (&'static str, &'static str) {
    match channel {
        Channel::Window => ("到窗口办理", "at the counter"),
        Channel::Online => ("在网上办理", "online"),
        Channel::Courier => ("以快递申请", "by courier"),
    }
}

/// Whether a reason names a law or regulation: a 办法 is a rule or less.
fn names_norm(reason: &str) -> bool {
    let reason = reason.replace("办法", "");
    ["法》", "法典", "条例", "法律", "法规", "法第"].iter().any(|word| reason.contains(word))
        && !["没有法律", "无法律"].iter().any(|word| reason.contains(word))
}

/// Words of a reason by which statutes themselves say that nobody else can do what the applicant has to.
const PERSONAL: [&str; 4] = ["亲自", "共同申请", "共同到", "双方到"];

/// Words of a provision that wants the applicant to come.
const COMING: &[&str] = &[
    "亲自",
    "本人到",
    "到场",
    "共同到",
    "当面",
    "面谈",
    "面签",
    "到现场",
    "现场办理",
    "现场提交",
    "窗口",
    "人像",
    "指纹",
];

/// Words of a provision that wants an application online.
const ONLINE: &[&str] =
    &["网上", "网络", "在线", "线上", "电子数据", "电子申请", "电子方式", "信息系统", "平台", "公示系统", "数据电文"];

/// Whether the printed words of a law or regulation speak of the channel that is offered.
fn wants(citation: &Citation, only: Channel) -> bool {
    if citation.instrument.is_none() && !names_law_or_regulation(std::slice::from_ref(citation)) {
        return false;
    }
    let words = match only {
        Channel::Window => COMING,
        Channel::Online => ONLINE,
        Channel::Courier => &["邮寄", "快递", "寄送", "信函"],
    };
    let printed = citation.quote.iter().chain(&citation.text);
    printed.map(Text::as_str).any(|text| words.iter().any(|word| text.contains(word)))
}
