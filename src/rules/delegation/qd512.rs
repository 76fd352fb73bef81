//! QD512: a licensing decision is moved to a township as if it were a penalty.

use super::province::Backing;
use super::seen::Seen;
use crate::codelist::{DelegationMode, ItemType, Level};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Delegation, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Period, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(512),
    name: "license-transferred",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("许可权下放没有依据", "a licensing decision is moved to a township without a basis"),
    unit: two("每项赋权一项", "one a delegation"),
    help: two(
        "许可的决定权不能以下放方式交由乡镇；改为依法委托，或者写明授予乡镇的法律、法规",
        "a licensing decision cannot be transferred: entrust it under the law, or name the law or regulation that gives it to townships",
    ),
    citations: &[Provision { document: "行政许可法", clause: "第二十三条至第二十五条" }],
    period: Some(Period::since("2004-07-01")),
    reads: &[&[field!(delegations: Delegation, mode)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, license_transferred))],
    page: include_str!("qd512.md"),
    ..Rule::BLANK
};

fn license_transferred(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    let moves = matches!(delegation.mode, DelegationMode::Transfer | DelegationMode::Authorize);
    if !moves || !seen.is_of(ItemType::Licensing) || !seen.is_in_force() || !seen.reaches_townships() {
        return;
    }
    if seen.is_of_townships() || seen.names_regulation() || seen.is_handling_only() {
        return;
    }
    let is_national = delegation.decision.as_ref().is_some_and(|decision| decision.level == Level::National);
    let (severity, why_zh, why_en) = match seen.backing() {
        Backing::Unknown => return,
        // §25: the State Council approves.
        Backing::OfProvince if is_national => return,
        // An authorization stands in a law or regulation, which need not be named as a decision.
        Backing::OfProvince | Backing::Unstated if delegation.mode == DelegationMode::Authorize => return,
        Backing::Below(level) => {
            (Severity::Error, format!("由{}机关决定", level.title_zh()), format!("decided at the {level} level"))
        }
        Backing::OfProvince => (
            Severity::Warning,
            "有自治区（省、直辖市）的决定，没有写明国务院的批准".to_owned(),
            "decided by the province, without a word of the approval of the State Council".to_owned(),
        ),
        Backing::Unstated => (Severity::Warning, "没有写明决定".to_owned(), "no decision is stated".to_owned()),
    };
    findings
        .at(
            Pointer::member("mode"),
            format!(
                "许可的决定权以{}方式交由乡镇，{why_zh}；《行政许可法》第二十三条至第二十五条规定许可由法律、法规授权，依法委托，或者经国务院批准由省级政府决定集中行使",
                delegation.mode.title_zh()
            ),
            format!(
                "a licensing decision is moved to townships, {why_en}; under 行政许可法 §23–25 it takes a law or regulation, an entrustment, or a decision of the province that the State Council approves"
            ),
        )
        .severity(severity)
        .found(delegation.mode.as_str())
        .expected("依法委托，或者写明授权的法律、法规", "an entrustment, or the law or regulation that gives it");
}
