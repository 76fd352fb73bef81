//! QD509: a township claimed what it did not publish, or published what it did not claim.

use super::seen::{Seen, element};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Claim, Delegation, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(509),
    name: "claim-publish-mismatch",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("认领与公布不一致", "what is claimed and what is published differ"),
    unit: two("每个苏木乡镇的每项认领一项", "one a claim of a township"),
    help: two(
        "已认领的，在苏木乡镇的行政执法事项清单中公布并写明日期；没有认领的，从公布的清单中删去或者补办认领",
        "publish in the township's list what it claimed, with the day; take what it did not claim out of that list, or have it claimed",
    ),
    citations: &[Provision { document: "行政处罚法", clause: "第二十四条第一款、第三十九条" }],
    reads: &[
        &[field!(delegations: Delegation, claims.published_on)],
        &[field!(delegations: Delegation, claims.url)],
        &[field!(delegations: Delegation, claims.claimed_on)],
    ],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, claim_publish_mismatch))],
    page: include_str!("qd509.md"),
    ..Rule::BLANK
};

fn claim_publish_mismatch(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    let is_to_come = seen.is_to_come();
    if !seen.is_in_force() {
        return;
    }
    let holds_published = scope.holds("delegations.claims.published_on") || scope.holds("delegations.claims.url");
    let holds_claimed = scope.holds("delegations.claims.claimed_on");
    for (at, claim) in delegation.claims.iter().enumerate() {
        let is_published = claim.published_on.is_some() || claim.url.is_some();
        // Until it takes effect it can still be published.
        if holds_published && !is_published && !is_to_come {
            findings.at(
                element("claims", at, None),
                format!("“{}”已认领该事项，没有公布", name(&seen, claim)),
                format!("`{}` claimed the item and has not published it", name(&seen, claim)),
            );
        } else if holds_claimed && is_published && claim.claimed_on.is_none() {
            findings.at(
                element("claims", at, None),
                format!("“{}”已公布该事项，没有认领日期", name(&seen, claim)),
                format!("`{}` published the item and has not claimed it", name(&seen, claim)),
            );
        }
    }
}

/// The name of the township that claims, or its id where no record describes it.
fn name(seen: &Seen<'_>, claim: &Claim) -> String {
    let id = claim.organization.id().as_str();
    let bodies = &seen.whole.facts.bodies;
    let body = bodies.number(id).and_then(|number| bodies.body(number));
    crate::print::excerpt(body.map_or(id, |body| body.name()))
}
