//! QD514: the days of a delegation are out of order.

use super::seen::{day, element, member_of};
use crate::codelist::DelegationMode;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Date, Delegation, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(514),
    name: "delegation-dates",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("认领、生效、终止的日期先后颠倒", "the days of a delegation are out of order"),
    unit: two("每个先后颠倒的日期一项", "one a day that is out of order"),
    help: two(
        "核对认领、生效、终止、收回的日期；已终止的，写明收回的日期和决定",
        "look at the days of claim, effect, end and return; of what ended, state when and by which decision it went back",
    ),
    citations: &[Provision { document: "行政处罚法", clause: "第二十四条第一款" }],
    reads: &[&[field!(delegations: Delegation, effective_on)], &[field!(delegations: Delegation, ended_on)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, delegation_dates))],
    page: include_str!("qd514.md"),
    ..Rule::BLANK
};

fn delegation_dates(scope: &Scope<'_>, _: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let (effective, ended) = (day(delegation.effective_on.as_ref()), day(delegation.ended_on.as_ref()));
    for (at, claim) in delegation.claims.iter().enumerate() {
        let claimed = day(claim.claimed_on.as_ref());
        let place = || element("claims", at, Some("claimed_on"));
        if !is_before(claimed, effective, ("认领", "the claim"), ("生效", "the effect"), place(), findings) {
            is_before(claimed, ended, ("认领", "the claim"), ("终止", "the end"), place(), findings);
        }
    }
    let at_end = || Pointer::member("ended_on");
    // An end and a return of one day are one mistake.
    if !is_after(ended, effective, ("终止", "the end"), ("生效", "the effect"), at_end(), findings) {
        let returned = delegation.returned.as_ref().and_then(|returned| returned.on.value());
        let at_return = member_of("returned", "on");
        is_after(returned, effective, ("收回", "the return"), ("生效", "the effect"), at_return, findings);
    }
    ended_without_return(scope, delegation, ended, findings);
}

/// An end of what moved the power, and no word of its return; an entrustment moves none.
fn ended_without_return(scope: &Scope<'_>, delegation: &Delegation, ended: Option<Date>, findings: &mut Findings<'_>) {
    let moved = matches!(delegation.mode, DelegationMode::Transfer | DelegationMode::Authorize);
    let has_ended = ended.is_some_and(|ended| scope.as_of().is_none_or(|as_of| ended <= as_of));
    if !moved || !has_ended || delegation.returned.is_some() || !scope.holds("delegations.returned") {
        return;
    }
    findings
        .at(
            Pointer::member("ended_on"),
            "赋权已终止，没有写明收回：终止后职权由谁行使不明",
            "it has ended, and no return is stated: who exercises the power since is not known",
        )
        .expected("写明收回日期", "the day of the return");
}

type Words = (&'static str, &'static str);

/// Says that a day is later than one that it must not be later than; says whether it is.
fn is_before(
    first: Option<Date>,
    second: Option<Date>,
    name: Words,
    other: Words,
    at: Pointer,
    findings: &mut Findings<'_>,
) -> bool {
    let Some((first, second)) = first.zip(second).filter(|(first, second)| first > second) else { return false };
    findings
        .at(
            at,
            format!("{}（{}）晚于{}（{}）", name.0, first.in_chinese(), other.0, second.in_chinese()),
            format!("{} of {first} is later than {} of {second}", name.1, other.1),
        )
        .found(&first.to_string());
    true
}

/// Says that a day is earlier than one that it must not be earlier than; says whether it is.
fn is_after(
    last: Option<Date>,
    first: Option<Date>,
    name: Words,
    other: Words,
    at: Pointer,
    findings: &mut Findings<'_>,
) -> bool {
    let Some((last, first)) = last.zip(first).filter(|(last, first)| last < first) else { return false };
    findings
        .at(
            at,
            format!("{}（{}）早于{}（{}）", name.0, last.in_chinese(), other.0, first.in_chinese()),
            format!("{} of {last} is earlier than {} of {first}", name.1, other.1),
        )
        .found(&last.to_string());
    true
}
