//! QD321: the entrustment of a license is not announced.

use std::collections::HashSet;

use super::entrusted_licenses::{
    bodies_beside_item, entrusted_in, is_entrusted_by, is_entrusted_license, is_of_license,
};
use super::ranks::law_regulation_or_rule;
use crate::facts::entrustments::{entrusts, is_published};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Authority, Citation, Delegation, Item, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(321),
    name: "entrustment-unannounced",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("委托实施许可没有公告", "the entrustment of a license is not announced"),
    unit: two("每个事项的每个受委托机关一项，每条赋权一项", "one an item and entrusted organ, and one a delegation"),
    help: two(
        "公告受委托机关和受委托实施许可的内容，并写明公告文件或者公布日期、网址",
        "announce the entrusted organ and what it is entrusted with, and state the notice, or the day and place of it",
    ),
    citations: &[Provision { document: "中华人民共和国行政许可法", clause: "第二十四条" }],
    reads: &[
        &[field!(licensing_items: LicensingItem, authorities.basis)],
        &[field!(power_items: PowerItem, authorities.basis)],
        &[field!(delegations: Delegation, decision.published_on), field!(delegations: Delegation, power_item)],
    ],
    looks: &[
        Look::KeptItem(is_entrusted_license, item_unannounced),
        Look::Kept(KeptLook::Delegation(is_unpublished, delegation_unannounced)),
    ],
    page: include_str!("qd321.md"),
    ..Rule::BLANK
};

fn item_unannounced(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let mut told: HashSet<&str> = HashSet::new();
    let published = all.facts.entrustments.published();
    for (index, authority) in entrusted_in(item) {
        let id = authority.organization.id().as_str();
        if is_entrusted_by(published, all, item, id) || names_notice(all, authority) || !told.insert(id) {
            continue;
        }
        let path = Pointer::element("authorities", index);
        findings.at(
            path,
            "委托实施行政许可，而没有写明公告：没有公布的委托决定、委托书，委托依据中也没有公告文件；《行政许可法》第二十四条：应当将受委托行政机关和受委托实施行政许可的内容予以公告",
            "the license is entrusted and no notice is stated: no published decision or mandate, and no document among the bases of the entrustment; 行政许可法 §24 wants the organ and the content announced",
        );
    }
}

/// Whether a document is cited beside the norms: the notice, or the decision that was made public.
fn names_notice(all: &AmongAll<'_>, authority: &Authority) -> bool {
    all.basis(&authority.basis).norms().iter().filter(|norm| !norm.is_printed).any(|norm| match norm.rank {
        Some(rank) => !law_regulation_or_rule(rank),
        None => !["法", "条例", "规定", "办法", "细则"].iter().any(|ending| norm.title.ends_with(ending)),
    }) || authority.basis.iter().any(is_notice)
}

fn is_notice(citation: &Citation) -> bool {
    citation
        .text
        .as_ref()
        .is_some_and(|text| ["公告", "通告", "委托书"].iter().any(|word| text.as_str().contains(word)))
}

fn is_unpublished(_: &Scope<'_>, delegation: &Delegation) -> bool {
    entrusts(delegation) && !is_published(delegation)
}

fn delegation_unannounced(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    // What its item states of the same bodies is told there.
    let is_told_there =
        scope.holds("power_items.authorities.basis") && bodies_beside_item(all, delegation, |_| true) == Some(0);
    if is_told_there || !is_of_license(all, delegation) {
        return;
    }
    findings.at(
        Pointer::member("decision"),
        "委托实施行政许可，而委托决定、委托书都没有公布日期、公布网址；《行政许可法》第二十四条：应当将受委托行政机关和受委托实施行政许可的内容予以公告",
        "a license is entrusted, and neither decision nor mandate states when or where it was published; 行政许可法 §24 wants the organ and the content announced",
    );
}
