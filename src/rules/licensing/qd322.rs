//! QD322: a license is entrusted without a basis.

use std::collections::HashSet;

use super::entrusted_licenses::{
    bodies_beside_item, entrusted_in, is_entrusted_by, is_entrusted_license, is_of_license,
};
use super::ranks::law_regulation_or_rule;
use crate::facts::entrustments::entrusts;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::basis::Reach;
use crate::lang::{Bilingual, two};
use crate::model::{Delegation, Item, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(322),
    name: "entrustment-without-basis",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("委托实施许可没有依据", "a license is entrusted without a basis"),
    unit: two("每个事项的每个受委托机关一项，每条赋权一项", "one an item and entrusted organ, and one a delegation"),
    help: two(
        "写明规定可以委托的法律、法规或者规章；没有的，收回委托",
        "cite the law, regulation or rule that lets it be entrusted; without one take it back",
    ),
    citations: &[Provision { document: "中华人民共和国行政许可法", clause: "第二十四条" }],
    reads: &[
        &[field!(licensing_items: LicensingItem, authorities.basis)],
        &[field!(power_items: PowerItem, authorities.basis)],
        &[field!(delegations: Delegation, decision.basis), field!(delegations: Delegation, power_item)],
    ],
    looks: &[
        Look::KeptItem(is_entrusted_license, item_without_basis),
        Look::Kept(KeptLook::Delegation(is_entrustment, delegation_without_basis)),
    ],
    page: include_str!("qd322.md"),
    ..Rule::BLANK
};

const NONE: Bilingual =
    two("委托实施行政许可，而没有写明委托的依据", "the license is entrusted, and nothing is cited that lets it be");
const BELOW: Bilingual = two(
    "委托实施行政许可，而所引委托依据都低于规章",
    "the license is entrusted, and what is cited for it is all below rules",
);

fn tell(path: Pointer, why: Bilingual, findings: &mut Findings<'_>) {
    findings
        .at(
            path,
            format!("{}；《行政许可法》第二十四条：依照法律、法规、规章的规定委托", why.zh),
            format!("{}; 行政许可法 §24: as laws, regulations or rules provide", why.en),
        )
        .expected("法律、法规或者规章", "a law, regulation or rule");
}

fn item_without_basis(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let mut told: HashSet<&str> = HashSet::new();
    for (index, authority) in entrusted_in(item) {
        let id = authority.organization.id().as_str();
        let why = match all.basis(&authority.basis).reach(law_regulation_or_rule) {
            // A delegation that says on what it rests is judged for it.
            Reach::NoneCited if is_entrusted_by(all.facts.entrustments.based(), all, item, id) => continue,
            Reach::NoneCited => NONE,
            Reach::Below => BELOW,
            Reach::Suffices | Reach::Unknown => continue,
        };
        if told.insert(id) {
            let path = Pointer::element("authorities", index);
            tell(path, why, findings);
        }
    }
}

fn is_entrustment(_: &Scope<'_>, delegation: &Delegation) -> bool {
    entrusts(delegation)
}

fn delegation_without_basis(
    scope: &Scope<'_>,
    all: &AmongAll<'_>,
    delegation: &Delegation,
    findings: &mut Findings<'_>,
) {
    if !is_of_license(all, delegation) || is_by_rule(all, delegation) {
        return;
    }
    let decision = delegation.decision.as_ref();
    let stated = decision.map_or(&[][..], |decision| decision.basis.as_slice());
    // What its item states of the same bodies is judged there.
    let (why, left) = match all.basis(stated).reach(law_regulation_or_rule) {
        Reach::NoneCited => (NONE, bodies_beside_item(all, delegation, |_| true)),
        Reach::Below => (BELOW, bodies_beside_item(all, delegation, |authority| authority.has_basis)),
        Reach::Suffices | Reach::Unknown => return,
    };
    if left != Some(0) || !scope.holds("power_items.authorities.basis") {
        tell(Pointer::member("decision"), why, findings);
    }
}

/// Whether the decision itself is a law, regulation or rule, or may be one.
fn is_by_rule(all: &AmongAll<'_>, delegation: &Delegation) -> bool {
    let instrument = delegation.decision.as_ref().and_then(|decision| decision.instrument.as_ref());
    let known = instrument.and_then(|of| all.facts.instrument(of.id().as_str()));
    known.is_some_and(|known| law_regulation_or_rule(known.edition.rank))
}
