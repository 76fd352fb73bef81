//! QD502: what goes to townships is no penalty of a county department.

use super::branches::{bears_name_of_city, is_branch_of_city};
use super::seen::{PENALTIES_TO_TOWNSHIPS, Seen};
use crate::codelist::{Level, OrganizationKind};
use crate::facts::bodies::Body;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::judged::bodies::{is_of_city_or_higher, level_of};
use crate::lang::two;
use crate::model::{Delegation, Pointer, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Period, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(502),
    name: "delegation-origin",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("赋权事项不是县级部门的处罚权", "what is transferred is not the penalty power of a county department"),
    unit: two("每项赋权一项", "one a delegation"),
    help: two(
        "只下放县级人民政府部门的处罚权；市级机关及其派出机构、垂直管理机构的处罚权不在下放之列，原实施主体写错的，改为实际行使的县级部门",
        "transfer only penalties of county departments; those of cities, their branches and vertical agencies cannot go; where the former holder is wrong, name the county department",
    ),
    citations: &[
        Provision { document: "行政处罚法", clause: "第二十四条第一款" },
        Provision { document: "生态环境法典", clause: "第五十三条" },
    ],
    period: Some(PENALTIES_TO_TOWNSHIPS),
    reads: &[&[field!(delegations: Delegation, from)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, delegation_origin))],
    page: include_str!("qd502.md"),
    ..Rule::BLANK
};

/// Since when 生态环境法典 says what the branches of a city's ecology bureau are.
const ECOLOGY_CODE: Period = Period::since("2026-08-15");

/// What is wrong with the body that had the power.
enum Unfit {
    /// It is of a city or higher.
    Above(Level),
    Vertical,
    /// It is a branch of such a body.
    Branch,
    /// It is the government, not a department of it.
    Government,
}

fn delegation_origin(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let seen = Seen::of(scope, all, delegation);
    if !seen.is_penalty_transfer() {
        return;
    }
    let Some(body) = seen.origin() else { return };
    let Some(unfit) = unfit(body, all) else { return };
    let of_code = body.name().contains("生态环境") && scope.as_of().is_none_or(|day| ECOLOGY_CODE.contains(day));
    let (code_zh, code_en) = match unfit {
        Unfit::Branch if of_code => ("（《生态环境法典》第五十三条）", " (生态环境法典 §53)"),
        _ => ("", ""),
    };
    let (what_zh, what_en) = match unfit {
        Unfit::Above(level) => (format!("是{}机关", level.title_zh()), format!("is of the {level} level")),
        Unfit::Vertical => ("是垂直管理机构".to_owned(), "is run by a higher level".to_owned()),
        Unfit::Branch => {
            (format!("是上级机关的派出机构{code_zh}"), format!("is a branch of a body of a higher level{code_en}"))
        }
        Unfit::Government => {
            ("是人民政府，不是其工作部门".to_owned(), "is the government, not a department".to_owned())
        }
    };
    let name = crate::print::excerpt(body.name());
    let draft = findings.at(
        Pointer::member("from"),
        format!(
            "原实施主体“{name}”{what_zh}；《行政处罚法》第二十四条规定可以交由乡镇行使的是县级人民政府部门的处罚权"
        ),
        format!("`{name}` {what_en}; under 行政处罚法 §24 only penalties of departments of the county go to townships"),
    );
    draft.found(body.name());
    draft.expected("县级人民政府部门", "a department of the county government");
    if matches!(unfit, Unfit::Government) {
        draft.severity(Severity::Warning);
    }
}

fn unfit(body: &Body, whole: &Whole<'_>) -> Option<Unfit> {
    let bodies = &whole.facts.bodies;
    if body.kind == OrganizationKind::VerticalAgency {
        return Some(Unfit::Vertical);
    }
    if is_branch_of_city(body, whole) {
        return Some(Unfit::Branch);
    }
    match level_of(body, bodies) {
        Some(level) if is_of_city_or_higher(body, bodies) => Some(Unfit::Above(level)),
        None if bears_name_of_city(body.name(), whole) => Some(Unfit::Above(Level::Prefectural)),
        Some(Level::County) | None if body.kind == OrganizationKind::Government => Some(Unfit::Government),
        None => unfit_above(body, whole),
        _ => None,
    }
}

/// A brigade without a level of its own acts for the body of which it is a part.
fn unfit_above(body: &Body, whole: &Whole<'_>) -> Option<Unfit> {
    let is_part = matches!(body.kind, OrganizationKind::InternalUnit | OrganizationKind::PublicInstitution);
    let above = body.parent.filter(|_| is_part).and_then(|number| whole.facts.bodies.body(number))?;
    if is_branch_of_city(above, whole) {
        return Some(Unfit::Branch);
    }
    let level = level_of(above, &whole.facts.bodies)?;
    is_of_city_or_higher(above, &whole.facts.bodies).then_some(Unfit::Above(level))
}
