//! QD111: the code says another level than the implementing body has.

use super::grounds::ITEM;
use crate::codelist::{Level, OrganizationKind};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Pointer, field};
use crate::rule::{Findings, Look, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(111),
    name: "item-code-level",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("编码中的行使层级与实施主体矛盾", "the code says another level than the implementing body has"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "核对行使层级（1国家级、2省级、3市级、4县级、5乡级）和实施主体的层级",
        "look at the level in the code (1 national, 2 provincial, 3 prefectural, 4 county, 5 township) and at that of the body",
    ),
    citations: ITEM,
    reads: &[
        &[field!(organizations: Organization, level)],
        &[field!(licensing_items: LicensingItem, code)],
        &[field!(power_items: PowerItem, code)],
        &[field!(service_items: ServiceItem, implementation_code)],
        &[field!(service_items: ServiceItem, business_code)],
        &[field!(service_items: ServiceItem, local_codes)],
    ],
    looks: &[Look::Catalog(item_code_level)],
    page: include_str!("qd111.md"),
    ..Rule::BLANK
};

pub(super) fn item_code_level(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let mut judged = None;
    for (sighting, _, parties) in whole.facts.codes.bodies() {
        let (ordinal, slot) = sighting.place;
        let Some(digit) = sighting.level.filter(|digit| matches!(digit, '1'..='5')) else { continue };
        let ([implementer], []) = (&*parties.implementers, &*parties.entrusters) else { continue };
        let Some(body) = whole.facts.bodies.body(*implementer) else { continue };
        let (Some(stated), Some(coded)) = (body.level, Level::from_code_digit(digit)) else { continue };
        if stated == coded || !has_level_of_its_own(body.kind) || judged == Some(ordinal) {
            continue;
        }
        judged = Some(ordinal);
        let expected = Level::ALL.iter().position(|level| *level == stated).map(|index| index.saturating_add(1));
        let allowed = expected.map(|digit| digit.to_string()).unwrap_or_default();
        let (coded_zh, stated_zh) = (coded.title_zh(), stated.title_zh());
        findings
            .at_spot(
                Spot::Record(ordinal, slot.pointer()),
                format!("编码第19位行使层级为“{digit}”（{coded_zh}），而实施主体为{stated_zh}，应为“{allowed}”"),
                format!("position 19: found level `{digit}` ({coded}), and the implementing body is of level `{stated}`, expected `{allowed}`"),
            )
            .found(&digit.to_string())
            .allowed([allowed])
            .related(Spot::Record(body.ordinal, Pointer::member("level")), "实施主体的层级", "the level of the implementing body");
    }
}

/// Bodies that exercise what they exercise at their own level. Those of a higher level (vertical, dispatched) act at
/// one and belong to another, and zones have no level.
fn has_level_of_its_own(kind: OrganizationKind) -> bool {
    matches!(
        kind,
        OrganizationKind::Government
            | OrganizationKind::Department
            | OrganizationKind::TownshipGovernment
            | OrganizationKind::PartyOrgan
            | OrganizationKind::PublicInstitution
            | OrganizationKind::MassOrganization
    )
}
