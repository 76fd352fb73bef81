//! QD515: a power that a statute gives to townships is listed as delegated to them.

use super::seen::Seen;
use crate::codelist::{DelegationMode, OrganizationKind};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::law::township::{Names, OF_NAMED_TOWNS};
use crate::model::{Delegation, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(515),
    name: "own-power-as-delegated",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("乡镇的法定职权列为赋权", "a power that townships have by statute is listed as delegated"),
    unit: two("每项赋权一项", "one a delegation"),
    help: two(
        "列入苏木乡镇的法定职权，从赋权事项中删去",
        "list it among the townships' own powers, and take it out of what is delegated",
    ),
    citations: &[
        Provision { document: "行政处罚法", clause: "第二十三条" },
        Provision {
            document: "村庄和集镇规划建设管理条例", clause: "第三十七条第二款、第三十九条、第四十条"
        },
        Provision { document: "血吸虫病防治条例", clause: "第五十一条" },
        Provision { document: "城乡规划法", clause: "第六十五条" },
        Provision { document: "土地管理法", clause: "第六十二条" },
    ],
    reads: &[&[field!(delegations: Delegation, power_item), field!(power_items: PowerItem, basis)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, own_power_as_delegated))],
    page: include_str!("qd515.md"),
    ..Rule::BLANK
};

fn own_power_as_delegated(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    if delegation.mode == DelegationMode::Dispatch
        || !seen.is_in_force()
        || !goes_to_government(&seen)
        || seen.is_handling_only()
    {
        return;
    }
    let Some(power) = seen.power() else { return };
    let powers = all.township_powers(power.ordinal);
    let own = powers
        .iter()
        .find(|(of, names)| *names == Names::Surely && *of != &OF_NAMED_TOWNS && of.types.contains(&power.item_type));
    let Some((own, _)) = own else { return };
    findings
        .at(
            Pointer::member("power_item"),
            format!("{}规定由乡镇人民政府行使（{}），是其法定职权，不需要赋权", own.citation, own.matter.zh),
            format!(
                "{} {} gives it to townships themselves ({}); nobody has to delegate it",
                own.citation.document, own.citation.clause, own.matter.en
            ),
        )
        .found(delegation.power_item.id().as_str());
}

/// Whether the government of a township receives it: the statutes name no subdistrict office.
fn goes_to_government(seen: &Seen<'_>) -> bool {
    let bodies = &seen.whole.facts.bodies;
    seen.delegation.to_all_townships == Some(true)
        || seen
            .receivers()
            .filter_map(|to| bodies.body(to.township?))
            .any(|body| body.kind == OrganizationKind::TownshipGovernment)
}
