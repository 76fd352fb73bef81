//! QD503: a penalty goes to a body that is no township.

use super::seen::{PENALTIES_TO_TOWNSHIPS, Receiver, Seen, element};
use crate::facts::bodies::Body;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::bodies::is_zone;
use crate::lang::two;
use crate::model::{Delegation, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(503),
    name: "delegation-receiver",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two(
        "承接主体不是苏木乡镇人民政府或者街道办事处",
        "the receiver is no township government or subdistrict office",
    ),
    unit: two("每个承接主体一项", "one a receiver"),
    help: two(
        "承接主体改为苏木乡镇人民政府或者街道办事处；由其执法队伍办理的，写明执法队伍的上级机构",
        "name the township government or subdistrict office; where its brigade acts, state the body above the brigade",
    ),
    citations: &[Provision { document: "行政处罚法", clause: "第二十四条第一款" }],
    period: Some(PENALTIES_TO_TOWNSHIPS),
    reads: &[&[field!(delegations: Delegation, to)], &[field!(delegations: Delegation, claims)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, delegation_receiver))],
    page: include_str!("qd503.md"),
    ..Rule::BLANK
};

fn delegation_receiver(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    if !seen.is_penalty_transfer() {
        return;
    }
    for receiver in seen.receivers().filter(Receiver::is_elsewhere) {
        tell(element("to", receiver.at, None), receiver.body, findings);
    }
    // Who claims a power receives it, whether it is named as a receiver or not.
    for receiver in seen.claimants().filter(Receiver::is_elsewhere) {
        tell(element("claims", receiver.at, Some("organization")), receiver.body, findings);
    }
}

fn tell(at: Pointer, body: &Body, findings: &mut Findings<'_>) {
    let (what_zh, what_en) = if is_zone(body) {
        ("开发区等类似乡级单位".to_owned(), "a development zone or the like".to_owned())
    } else {
        (body.kind.title_zh().to_owned(), format!("a body of the kind `{}`", body.kind))
    };
    let name = crate::print::excerpt(body.name());
    findings
        .at(
            at,
            format!("承接主体“{name}”是{what_zh}；《行政处罚法》第二十四条规定处罚权只能交由乡镇人民政府、街道办事处行使"),
            format!(
                "`{name}` is {what_en}; under 行政处罚法 §24 penalties go to township governments and subdistrict offices alone"
            ),
        )
        .found(body.name())
        .expected("苏木乡镇人民政府或者街道办事处", "a township government or subdistrict office");
}
