//! QD105, QD106: divisions.

use super::super::{Check, Findings, Rule, Scope};
use super::{DIVISION, Example, at_code, rule, two};
use crate::code::{DivisionCode, DivisionLevel, TownshipKind};
use crate::codelist::{DIVISIONS_CUT_OFF, Level, OrganizationKind, division_name};
use crate::finding::Severity;
use crate::model::visit::Leaf;
use crate::model::{Date, Pointer, RecordRef, Written};

/// The level of a division; `100000` stands for the whole country.
fn level_of(division: &DivisionCode) -> Level {
    if is_national(division) { Level::National } else { division.level().into() }
}

fn is_national(division: &DivisionCode) -> bool {
    division.padded().as_str() == "100000000000"
}

/// A division with its name, if it is held.
fn named(division: &DivisionCode) -> String {
    division_name(*division).map_or_else(|| division.to_string(), |name| format!("{division} {name}"))
}

// QD105.

pub(super) const QD105: Rule = Rule {
    citations: DIVISION,
    fails: &[
        Example::members(
            two("四位数字", "four digits"),
            body!(r#""kind": "department", "division": "1506""#),
            &["/organizations/0/division"],
        ),
        Example::members(
            two("旗县政府写在一个乡镇", "a county's government located in one township"),
            r#""organizations": [{"id": "g", "name": "杭锦旗人民政府", "kind": "government", "level": "county", "division": "150625100"}]"#,
            &["/organizations/0/division"],
        ),
        Example::whole(
            two("旗县目录写乡镇的区划代码", "a county's catalog of a township's division"),
            catalog!("150625100", "county", ""),
            &["/header/division"],
        ),
        Example::whole(
            two("旗县目录写市的区划代码：警告", "a county's catalog with the city's code: a warning"),
            catalog!("150600", "county", ""),
            &["/header/division"],
        ),
    ],
    passes: &[
        Example::members(
            two(
                "界限：旗县部门的派出机构可以在乡镇",
                "boundary: what a county's department dispatched may sit in a township",
            ),
            r#""organizations": [{"id": "p", "name": "锡尼镇派出所", "kind": "dispatched_agency", "level": "county", "division": "150625100000"}]"#,
            &[],
        ),
        Example::members(
            two("界限：乡镇写所在旗县的代码", "boundary: a township located by the code of its county"),
            r#""organizations": [{"id": "t", "name": "锡尼镇人民政府", "kind": "township_government", "level": "township", "division": "150625"}]"#,
            &[],
        ),
        Example::whole(
            two(
                "界限：六位不能表示乡镇，其目录可以写旗县的代码",
                "boundary: six digits cannot name a township, so its catalog may have the county's code",
            ),
            catalog!("150625", "township", ""),
            &[],
        ),
    ],
    checks: &[Check::Code(form), Check::Record(organization_level)],
    ..rule(
        105,
        "division-code-form",
        two("行政区划代码有误，或者与层级矛盾", "a division code is wrong, or contradicts the level"),
        two("每个代码一项", "one a code"),
        two(
            "填写6位（县级以上）、9位（乡级）或者12位代码，并与层级核对；在乡镇的派出机构，机构类别应为派出机构",
            "write 6 digits (county and above), 9 (township) or 12, and look at the level; what sits in a township for a \
             county's department is a `dispatched_agency`",
        ),
    )
};

pub(super) fn form(scope: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if leaf.name != "DivisionCode" {
        return;
    }
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

pub(super) fn organization_level(scope: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    let RecordRef::Organization(organization) = record else { return };
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

// QD106.

pub(super) const QD106: Rule = Rule {
    severity: Severity::Warning,
    citations: DIVISION,
    reads: &["organizations.division"],
    fails: &[
        Example::members(
            two("相邻旗县", "the neighbouring county"),
            body!(r#""kind": "department", "division": "150622""#),
            &["/organizations/0/division"],
        ),
        Example::members(
            two("开发区不是苏木乡镇", "a development zone is no township"),
            r#""organizations": [{"id": "z", "name": "杭锦经济开发区", "kind": "township_government", "division": "150625400"}]"#,
            &["/organizations/0/division"],
        ),
        Example::whole(
            two("未收录的旗县，在目录所在的市内", "a county that is not held, within the city of the catalog"),
            catalog!(
                "150600",
                "prefectural",
                r#", "organizations": [{"id": "x", "name": "水利局", "kind": "department", "division": "150699"}]"#
            ),
            &["/organizations/0/division"],
        ),
    ],
    passes: &[
        Example::members(
            two("界限：上级机构和全国性机构", "boundary: a superior body, and one of the whole country"),
            r#""organizations": [{"id": "c", "name": "鄂尔多斯市水利局", "kind": "department", "division": "150600"}, {"id": "m", "name": "水利部", "kind": "department", "division": "100000"}]"#,
            &[],
        ),
        Example::members(
            two("界限：未收录其代码的乡镇", "boundary: a township whose own code is not held"),
            r#""organizations": [{"id": "t", "name": "某苏木人民政府", "kind": "township_government", "division": "150625299"}]"#,
            &[],
        ),
        Example::members(
            two("标明为开发区的开发区", "a zone that is called one"),
            r#""organizations": [{"id": "z", "name": "杭锦经济开发区管委会", "kind": "development_zone_committee", "division": "150625400"}]"#,
            &[],
        ),
    ],
    checks: &[Check::Code(header_parent), Check::Record(organization_parent)],
    ..rule(
        106,
        "division-parent",
        two("行政区划不明，或者不属于本目录", "a division that is not known, or not the catalog's"),
        two("每个代码一项", "one a code"),
        two(
            "核对行政区划代码；区划在数据截止日之后新设的，此项可不处理",
            "look at the division code; where the division is younger than the data held, leave it",
        ),
    )
};

pub(super) fn header_parent(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if leaf.name != "DivisionCode" || leaf.kind.is_some() {
        return;
    }
    if let Ok(division) = DivisionCode::parse(leaf.text) {
        report_unknown(&division, leaf.path.pointer(), findings);
    }
}

pub(super) fn organization_parent(scope: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    let RecordRef::Organization(organization) = record else { return };
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
