//! QD501: a penalty goes to townships by a decision that is not the province's.

use super::province::Backing;
use super::seen::{PENALTIES_TO_TOWNSHIPS, Seen, member_of};
use crate::codelist::ItemType;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Delegation, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(501),
    name: "delegation-decider",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("赋权决定的机关没有权限", "the body that decided a delegation had no power to"),
    unit: two("每项赋权一项", "one a delegation"),
    help: two(
        "写明所依据的自治区（省、直辖市）指导目录、地方性法规或者决定；没有的，报请自治区决定后再下放",
        "name the directory, regulation or decision of the province on which it rests; where there is none, ask the province to decide first",
    ),
    citations: &[Provision { document: "行政处罚法", clause: "第二十三条、第二十四条第一款" }],
    period: Some(PENALTIES_TO_TOWNSHIPS),
    reads: &[&[field!(delegations: Delegation, decision)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, delegation_decider))],
    page: include_str!("qd501.md"),
    ..Rule::BLANK
};

fn delegation_decider(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    // Laws and regulations authorize (§19); what a decision authorizes townships to do is moved to them.
    let is_authorized = seen.is_authorized_since_2021(ItemType::Penalty) && !seen.names_regulation();
    if !(seen.is_penalty_transfer() || is_authorized) || seen.is_of_townships() {
        return;
    }
    let Backing::Below(level) = seen.backing() else { return };
    let (level_zh, level_en) = (level.title_zh(), level.as_str());
    findings
        .at(
            member_of("decision", "level"),
            format!(
                "赋权决定由{level_zh}机关作出，所引文件中没有自治区（省、直辖市）的指导目录、地方性法规或者决定；《行政处罚法》第二十四条规定县级部门的处罚权下放乡镇须由省、自治区、直辖市决定"
            ),
            format!(
                "decided at the {level_en} level, and no directory, regulation or decision of the province is named; under 行政处罚法 §24 the province decides which penalties of county departments go to townships"
            ),
        )
        .found(level_en)
        .expected(
            "由省、自治区、直辖市决定，或者写明其指导目录、地方性法规",
            "a decision of the province, or its directory or regulation named",
        );
}
