//! QD319: a period of validity without a basis.

use super::ranks::law_regulation_or_rule;
use crate::facts::columns::Column;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::judged::basis::Reach;
use crate::lang::two;
use crate::model::{Item, LicenseValidity, Pointer, field};
use crate::print::excerpt;
use crate::rule::{AmongAll, Findings, Look, Provision, Rule, Scope};
use crate::rules::cited_ranks::names_law_or_regulation;
use crate::rules::empty_column::EmptyColumn;
use crate::rules::licensing::licensing_law::is_license;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(319),
    name: "license-validity-basis",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("许可有效期没有依据", "a period of validity without a basis"),
    unit: two("每个事项一项；全部没有写的，整个清单一项", "one an item; one for the catalog where none states it"),
    help: two(
        "写明规定有效期的法律、法规或者规章；没有规定的，写长期",
        "cite the law, regulation or rule that limits the validity; without one the license has no end",
    ),
    citations: &[Provision { document: "中华人民共和国行政许可法", clause: "第五十条、第七十条" }],
    reads: &[&[
        field!(licensing_items: LicensingItem, license_validity.period),
        field!(licensing_items: LicensingItem, license_validity.basis),
    ]],
    looks: &[Look::Catalog(basis_missing), Look::KeptItem(may_fall_short, basis_too_low)],
    page: include_str!("qd319.md"),
    ..Rule::BLANK
};

const BASIS: EmptyColumn = EmptyColumn {
    column: Column::ValidityBasis,
    field: "licensing_items.license_validity.basis",
    what: two("许可证件有效期的依据", "basis of the period of validity"),
    rows: two("写有有效期的许可事项", "licensing items with a period of validity"),
    law: two(
        "《行政许可法》第七十条：有效期届满未延续的，应当注销",
        "行政许可法 §70: a license that ran out is cancelled",
    ),
};

fn basis_missing(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    BASIS.tell(whole, findings);
}

/// What an item says of the validity of its license, where it states a period and a basis.
fn validity_of(item: Item<'_>) -> Option<&LicenseValidity> {
    let Item::Licensing(license) = item else { return None };
    let validity = license.license_validity.as_ref().filter(|_| is_license(item))?;
    (validity.states_period() && !validity.basis.is_empty()).then_some(validity)
}

fn may_fall_short(_: &Scope<'_>, item: Item<'_>) -> bool {
    validity_of(item).is_some_and(|validity| !names_law_or_regulation(&validity.basis))
}

fn basis_too_low(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Some(validity) = validity_of(item) else { return };
    if all.basis(&validity.basis).reach(law_regulation_or_rule) != Reach::Below {
        return;
    }
    let period = validity.period.as_ref().map_or("", |text| text.as_str());
    let mut path = Pointer::member("license_validity");
    path.push("basis");
    findings
        .at(
            path,
            format!("许可证件有效期“{}”的依据低于规章；《行政许可法》第七十条：有效期届满未延续的，应当注销", excerpt(period)),
            format!("the basis of the period of validity, `{}`, is below a rule; 行政许可法 §70: a license that ran out is cancelled", excerpt(period)),
        )
        .expected("法律、法规或者规章", "a law, regulation or rule");
}
