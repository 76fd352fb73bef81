//! QD106: a division that is not known, or not the catalog's.

use super::division::{is_national, named};
use super::grounds::DIVISION;
use crate::code::{CodeScheme, DivisionCode, DivisionLevel, TownshipKind};
use crate::codelist::{DIVISIONS_CUT_OFF, OrganizationKind, division_name};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::leaf::Leaf;
use crate::model::{Date, Organization, Pointer, Written, field};
use crate::rule::{Findings, Look, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(106),
    name: "division-parent",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("行政区划不明，或者不属于本目录", "a division that is not known, or not the catalog's"),
    unit: two("每个代码一项", "one a code"),
    help: two(
        "核对行政区划代码；区划在数据截止日之后新设的，此项可不处理",
        "look at the division code; where the division is younger than the data held, leave it",
    ),
    citations: DIVISION,
    reads: &[&[field!(organizations: Organization, division)]],
    looks: &[
        Look::Code(&[CodeScheme::DivisionCode], header_parent),
        Look::Record(RecordLook::Organization(organization_parent)),
    ],
    page: include_str!("qd106.md"),
    ..Rule::BLANK
};

pub(super) fn header_parent(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if leaf.kind.is_some() {
        return;
    }
    if let Ok(division) = DivisionCode::parse(leaf.text) {
        report_unknown(&division, leaf.path.pointer(), findings);
    }
}

pub(super) fn organization_parent(scope: &Scope<'_>, organization: &Organization, findings: &mut Findings<'_>) {
    let Some(division) = organization.division.as_ref().and_then(Written::value) else { return };
    if organization.kind == OrganizationKind::TownshipGovernment
        && division.township_kind() == Some(TownshipKind::Quasi)
    {
        let digits = division.as_str().get(6..9).unwrap_or_default();
        findings
            .at(
                Pointer::member("division"),
                format!("行政区划代码“{}”第7至9位为“{digits}”，是开发区等类似乡级单位，不是一级政府", named(&division)),
                format!(
                    "digits 7 to 9 of `{}` are `{digits}`: a unit like a township, such as a development zone, and no government",
                    named(&division)
                ),
            )
            .found(division.as_str())
            .expected("第7至9位为100至399", "digits 7 to 9 from `100` to `399`")
            .help(
                "核对代码；确为开发区管理机构的，机构类别改为开发区管理委员会",
                "look at the code; if the body runs a development zone, its kind is `development_zone_committee`",
            );
        return;
    }
    let catalog = scope.header.and_then(|header| header.division.value());
    if let Some(catalog) = catalog {
        let is_national = is_national(&division) || is_national(&catalog);
        let is_related = is_national || catalog.contains(&division) || division.contains(&catalog);
        if !is_related {
            let (catalog, division_zh) = (named(&catalog), named(&division));
            findings
                .at(
                    Pointer::member("division"),
                    format!("行政区划“{division_zh}”既不在目录的区划“{catalog}”之内，也不是其上级"),
                    format!(
                        "the division `{division_zh}` is neither within that of the catalog, `{catalog}`, nor above it"
                    ),
                )
                .found(division.as_str())
                .expected(
                    format!("{catalog}之内的区划，或者其上级"),
                    format!("a division within `{catalog}`, or above it"),
                );
            return;
        }
        // What is unknown in the header is said there once.
        if known_part(&division) == known_part(&catalog) {
            return;
        }
    }
    report_unknown(&division, Pointer::member("division"), findings);
}

/// The division down to the county, which is what can be looked up; townships are held for one county only.
fn known_part(division: &DivisionCode) -> Option<DivisionCode> {
    match division.level() {
        DivisionLevel::Township | DivisionLevel::Village => {
            division.county().or_else(|| DivisionCode::parse(&format!("{}00", division.as_str().get(..4)?)).ok())
        }
        _ => DivisionCode::parse(division.as_str().get(..6)?).ok(),
    }
}

/// The day of the divisions that are held, as a Chinese sentence has it.
fn cut_off() -> String {
    DIVISIONS_CUT_OFF.parse::<Date>().map_or_else(|_| DIVISIONS_CUT_OFF.to_owned(), Date::in_chinese)
}

fn report_unknown(division: &DivisionCode, path: Pointer, findings: &mut Findings<'_>) {
    let Some(known) = known_part(division) else { return };
    if is_national(division) || division_name(known).is_some() {
        return;
    }
    findings
        .at(
            path,
            format!("行政区划代码“{division}”的前六位“{known}”未收录（区划数据截至{}）", cut_off()),
            format!("the first six digits of `{division}`, `{known}`, are not among the divisions held (of {DIVISIONS_CUT_OFF})"),
        )
        .found(division.as_str());
}
