//! QD504: the decision or the mandate by which a penalty is passed on is not made public.

use super::seen::{PENALTIES_TO_TOWNSHIPS, Seen};
use crate::codelist::{DelegationMode, ItemType};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Delegation, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(504),
    name: "delegation-unpublished",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("赋权决定或者委托书没有公布", "the decision or the letter of entrustment is not published"),
    unit: two("每项赋权一项", "one a delegation"),
    help: two(
        "公布决定或者委托书，并写明公布日期或者网址",
        "publish the decision or the mandate, and state the day or the address",
    ),
    citations: &[
        Provision { document: "行政处罚法", clause: "第二十条第二款" },
        Provision { document: "行政处罚法", clause: "第二十四条第一款" },
    ],
    period: Some(PENALTIES_TO_TOWNSHIPS),
    reads: &[&[field!(delegations: Delegation, decision)], &[field!(delegations: Delegation, mandate)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, delegation_unpublished))],
    page: include_str!("qd504.md"),
    ..Rule::BLANK
};

fn delegation_unpublished(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    // What is published of licenses that are entrusted is QD321's.
    if !seen.is_of(ItemType::Penalty) || !seen.is_in_force() {
        return;
    }
    match delegation.mode {
        DelegationMode::Entrust if is_mandate_unpublished(scope, &seen) => {
            let (zh, en) = match &delegation.mandate {
                Some(_) => {
                    ("委托书没有公布日期，也没有公布网址", "the mandate has no day and no address of publication")
                }
                None => (
                    "没有写明委托书，也没有公布日期和公布网址",
                    "no mandate is stated, and no day or address of its publication",
                ),
            };
            findings
                .at(
                    Pointer::member("mandate"),
                    format!("{zh}；《行政处罚法》第二十条规定委托书应当向社会公布"),
                    format!("{en}; under 行政处罚法 §20 it is made public"),
                )
                .expected("公布日期或者公布网址", "a day or an address of publication");
        }
        DelegationMode::Transfer if seen.is_penalty_transfer() && is_decision_unpublished(scope, &seen) => {
            let (zh, en) = match &delegation.decision {
                Some(_) if seen.is_instrument_dated() => (
                    "赋权决定没有公布日期，也没有公布网址，只有决定文件的日期",
                    "the decision has no day and no address of publication, only its document has a day",
                ),
                Some(_) => {
                    ("赋权决定没有公布日期，也没有公布网址", "the decision has no day and no address of publication")
                }
                None => (
                    "没有写明赋权决定，也没有公布日期和公布网址",
                    "no decision is stated, and no day or address of its publication",
                ),
            };
            findings
                .at(
                    Pointer::member("decision"),
                    format!("{zh}；《行政处罚法》第二十四条规定决定应当公布"),
                    format!("{en}; under 行政处罚法 §24 it is made public"),
                )
                .expected("公布日期或者公布网址", "a day or an address of publication");
        }
        DelegationMode::Authorize if !seen.names_regulation() && is_decision_unpublished(scope, &seen) => {
            findings
                .at(
                    Pointer::member("decision"),
                    "授权决定没有公布日期，也没有公布网址，也没有写明授权的法律、法规；《行政处罚法》第十九条规定授权由法律、法规作出",
                    "the authorization has no day and no address of publication, and names no law or regulation; under 行政处罚法 §19 laws and regulations authorize",
                )
                .expected("公布日期或者公布网址", "a day or an address of publication");
        }
        _ => {}
    }
}

/// Whether the decision states neither day nor address of its publication. The day in the record of its instrument is that on
/// which the document was made; laws, regulations and rules are always published.
fn is_decision_unpublished(scope: &Scope<'_>, seen: &Seen<'_>) -> bool {
    let holds = |member: &str| scope.holds(&format!("delegations.decision.{member}"));
    if !scope.holds("delegations.decision") || (!holds("published_on") && !holds("url")) {
        return false;
    }
    let Some(decision) = &seen.delegation.decision else { return true };
    decision.published_on.is_none() && decision.url.is_none() && !seen.is_instrument_published()
}

/// Whether nothing says that the mandate was made public; where it has none, a decision that was counts.
fn is_mandate_unpublished(scope: &Scope<'_>, seen: &Seen<'_>) -> bool {
    let holds = |member: &str| scope.holds(&format!("delegations.mandate.{member}"));
    if !scope.holds("delegations.mandate") || (!holds("published_on") && !holds("url")) {
        return false;
    }
    match &seen.delegation.mandate {
        Some(mandate) => mandate.published_on.is_none() && mandate.url.is_none(),
        None => is_decision_unpublished(scope, seen),
    }
}
