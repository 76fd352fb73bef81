//! QD512: a licensing decision is moved to a township as if it were a penalty.

use super::province::Backing;
use super::seen::Seen;
use crate::codelist::{AuthorityRole, DelegationMode, ItemType, Level};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::bodies::township_of;
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
    let moves = delegation.mode == DelegationMode::Transfer && seen.is_of(ItemType::Licensing);
    if !moves || !seen.is_in_force() || !seen.reaches_townships() {
        return;
    }
    if seen.is_of_townships() || seen.names_regulation() || is_handling_only(&seen) {
        return;
    }
    let is_national = delegation.decision.as_ref().is_some_and(|decision| decision.level == Level::National);
    let (severity, why_zh, why_en) = match seen.backing() {
        // §25: the State Council approves.
        Backing::Unknown => return,
        Backing::OfProvince if is_national => return,
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
                "许可的决定权以下放方式交由乡镇，{why_zh}；《行政许可法》第二十三条至第二十五条规定许可由法律、法规授权，依法委托，或者经国务院批准由省级政府决定集中行使"
            ),
            format!(
                "a licensing decision is transferred to townships, {why_en}; under 行政许可法 §23–25 it takes a law or regulation, an entrustment, or a decision of the province that the State Council approves"
            ),
        )
        .severity(severity)
        .found(delegation.mode.as_str())
        .expected("依法委托，或者写明授权的法律、法规", "an entrustment, or the law or regulation that gives it");
}

/// Whether the power lists the townships that receive it, and only as those that accept, review first or undertake.
fn is_handling_only(seen: &Seen<'_>) -> bool {
    let Some(power) = seen.power() else { return false };
    let facts = seen.whole.facts;
    let to_all = seen.delegation.to_all_townships == Some(true);
    let is_receiver = |body: u32| {
        let township = township_of(&facts.bodies, body);
        township.is_some() && (to_all || seen.receivers().any(|to| to.township == township))
    };
    let listed = facts.authorities.of_item(power.ordinal).iter().filter(|known| is_receiver(known.body));
    let mut roles = listed.map(|known| known.role).peekable();
    let handles = |role| matches!(role, AuthorityRole::Accept | AuthorityRole::FirstReview | AuthorityRole::Undertake);
    roles.peek().is_some() && roles.all(handles)
}
