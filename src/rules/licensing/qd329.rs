//! QD329: concentrated powers without the decision that allows them.

use crate::codelist::{Level, OrganizationKind};
use crate::facts::bodies::{Body, Concentrated};
use crate::facts::departments::Decided;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::law::delegation::Power;
use crate::model::{Pointer, field};
use crate::print::excerpt;
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(329),
    name: "concentrated-power-unrecorded",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("相对集中许可权没有写明批准决定", "concentrated powers without the decision that allows them"),
    unit: two("每个机构一项", "one a body"),
    help: two(
        "在机构的相对集中行政权中写明省、自治区、直辖市人民政府的决定；没有的，由主管部门行使",
        "record the decision of the province as `concentration` of the body; without one the competent departments decide",
    ),
    citations: &[
        Provision { document: "中华人民共和国行政许可法", clause: "第二十五条" },
        Provision { document: "中华人民共和国行政处罚法", clause: "第十八条" },
    ],
    reads: &[
        &[
            field!(organizations: Organization, concentration),
            field!(licensing_items: LicensingItem, competent_department),
            field!(licensing_items: LicensingItem, authorities),
        ],
        &[
            field!(organizations: Organization, concentration),
            field!(power_items: PowerItem, competent_department),
            field!(power_items: PowerItem, authorities),
        ],
    ],
    looks: &[Look::Catalog(concentrated_power_unrecorded)],
    page: include_str!("qd329.md"),
    ..Rule::BLANK
};

fn concentrated_power_unrecorded(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let bodies = &whole.facts.bodies;
    let mut told = None;
    // Those of a body stand one after the other, its licenses first.
    let mut foreign = whole.facts.departments.all().filter(|decided| is_foreign(whole, *decided)).peekable();
    while let Some(first) = foreign.next() {
        let mut others = 0_usize;
        let mut second = None;
        while let Some(next) = foreign.next_if(|next| (next.body, next.power) == (first.body, first.power)) {
            others = others.saturating_add(1);
            second.get_or_insert(next);
        }
        let Some(second) = second.filter(|_| told != Some(first.body)) else { continue };
        if let Some(body) = bodies.body(first.body)
            && !is_recorded(whole, body.concentration)
        {
            told = Some(first.body);
            tell(body, (first, second), others.saturating_add(1), findings);
        }
    }
}

/// Whether a body decides what belongs to another department of its own government.
fn is_foreign(whole: &Whole<'_>, decided: Decided) -> bool {
    let bodies = &whole.facts.bodies;
    let (Some(body), Some(department)) = (bodies.body(decided.body), bodies.body(decided.department)) else {
        return false;
    };
    // A government decides what its departments prepare, and townships what was passed on to them.
    let may_decide = matches!(
        body.kind,
        OrganizationKind::Government
            | OrganizationKind::TownshipGovernment
            | OrganizationKind::SubdistrictOffice
            | OrganizationKind::Category
    );
    // A department above is the one that guides, and none whose power is taken.
    let is_elsewhere = matches!((body.level, department.level), (Some(own), Some(other)) if own != other)
        || matches!(department.kind, OrganizationKind::Category | OrganizationKind::Government);
    let is_own = decided.body == decided.department
        || body.parent == Some(decided.department)
        || department.parent == Some(decided.body)
        || department.abolished.is_some_and(|end| end.successor == Some(decided.body));
    !(may_decide || is_elsewhere || is_own)
}

/// Whether a decision of the province or the State Council is recorded, or one of which nobody knows whose it is.
fn is_recorded(whole: &Whole<'_>, concentration: Option<Concentrated>) -> bool {
    let Some(concentration) = concentration else { return false };
    let decider = concentration.decided_by.and_then(|by| whole.facts.bodies.body(by));
    let level = concentration.level.or_else(|| decider.and_then(|by| by.level));
    level.is_none_or(|level| matches!(level, Level::Provincial | Level::National))
}

fn tell(body: &Body, (first, second): (Decided, Decided), departments: usize, findings: &mut Findings<'_>) {
    let is_penalty = first.power == Power::Penalty;
    let (what, what_en, clause_zh, clause_en) = if is_penalty {
        (
            "行政处罚权",
            "penalties",
            "《行政处罚法》第十八条：由国务院或者省、自治区、直辖市人民政府决定",
            "行政处罚法 §18 leaves that to the State Council or the province",
        )
    } else {
        (
            "行政许可权",
            "licenses",
            "《行政许可法》第二十五条：经国务院批准，由省、自治区、直辖市人民政府决定",
            "行政许可法 §25 leaves that to the province, with the approval of the State Council",
        )
    };
    let (recorded_zh, recorded_en) = match body.concentration {
        None => ("没有写明相对集中行政权的决定", "no decision that concentrates them is recorded"),
        Some(_) => ("写明的决定不是省级以上人民政府作出的", "the decision that is recorded is below the province"),
    };
    findings
        .at_spot(
            Spot::Record(body.ordinal, Pointer::member("concentration")),
            format!("“{}”行使{departments}个主管部门的{what}，而{recorded_zh}；{clause_zh}", excerpt(body.name())),
            format!(
                "`{}` decides {what_en} of {departments} competent departments, and {recorded_en}; {clause_en}",
                excerpt(body.name())
            ),
        )
        .related(Spot::Record(first.item, Pointer::member("competent_department")), "其中一项", "one of them")
        .related(
            Spot::Record(second.item, Pointer::member("competent_department")),
            "另一主管部门的事项",
            "one of another department",
        );
}
