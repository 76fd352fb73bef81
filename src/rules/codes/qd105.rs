//! QD105: a division code is wrong, or contradicts the level.

use super::at_code::at_code;
use super::division::{level_of, named};
use super::grounds::DIVISION;
use crate::code::{CodeScheme, DivisionCode};
use crate::codelist::{Level, OrganizationKind};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::leaf::Leaf;
use crate::model::{Organization, Pointer, Written};
use crate::rule::{Findings, Look, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(105),
    name: "division-code-form",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("行政区划代码有误，或者与层级矛盾", "a division code is wrong, or contradicts the level"),
    unit: two("每个代码一项", "one a code"),
    help: two(
        "填写6位（县级以上）、9位（乡级）或者12位代码，并与层级核对；在乡镇的派出机构，机构类别应为派出机构",
        "write 6 digits (county and above), 9 (township) or 12, and look at the level; what sits in a township for a county's department is a `dispatched_agency`",
    ),
    citations: DIVISION,
    looks: &[Look::Code(&[CodeScheme::DivisionCode], form), Look::Record(RecordLook::Organization(organization_level))],
    page: include_str!("qd105.md"),
    ..Rule::BLANK
};

fn form(scope: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    match DivisionCode::parse(leaf.text) {
        Err(error) => {
            at_code(leaf, error.message(), findings).found(leaf.text).expecting(error.expected());
        }
        Ok(division) if leaf.kind.is_none() => header_level(scope, &division, leaf, findings),
        Ok(_) => {}
    }
}

/// The division of the header is that whose catalog it is, so its level is the catalog's; a six-digit code cannot
/// name a township, which makes the county's code there imprecise and not wrong.
fn header_level(scope: &Scope<'_>, division: &DivisionCode, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    let Some(stated) = scope.header.map(|header| header.level) else { return };
    let level = level_of(division);
    let severity = if level > stated {
        Severity::Error
    } else if level < stated && stated <= Level::County {
        Severity::Warning
    } else {
        return;
    };
    let (named, level_zh, stated_zh) = (named(division), level.title_zh(), stated.title_zh());
    findings
        .at(
            leaf.path.pointer(),
            format!("行政区划代码“{named}”是{level_zh}，与目录所填层级{stated_zh}不符"),
            format!("the division `{named}` is of level `{level}`, and the catalog says `{stated}`"),
        )
        .severity(severity)
        .found(leaf.text);
}

pub(super) fn organization_level(scope: &Scope<'_>, organization: &Organization, findings: &mut Findings<'_>) {
    if !scope.holds("organizations.division") {
        return;
    }
    let Some(division) = organization.division.as_ref().and_then(Written::value) else { return };
    let level = level_of(&division);
    let contradicts = match organization.kind {
        OrganizationKind::Government => organization.level.is_some_and(|stated| level > stated),
        OrganizationKind::TownshipGovernment | OrganizationKind::SubdistrictOffice => level == Level::Village,
        // A city's department may work in one county, but a county's works in all of it.
        OrganizationKind::Department | OrganizationKind::PartyOrgan => {
            organization.level.is_some_and(|stated| stated <= Level::County) && level > Level::County
        }
        _ => false,
    };
    if !contradicts {
        return;
    }
    let (named, kind_zh, kind) = (named(&division), organization.kind.title_zh(), organization.kind);
    let stated = organization.level.unwrap_or(Level::Township);
    findings
        .at(
            Pointer::member("division"),
            format!(
                "行政区划代码“{named}”是{}，低于该机构（{kind_zh}，{}）的层级",
                level.title_zh(),
                stated.title_zh()
            ),
            format!("the division `{named}` is of level `{level}`, below that of a {kind} of level `{stated}`"),
        )
        .found(division.as_str());
}
