//! QD610: a link that is there twice.

use hashbrown::{HashMap, HashSet};

use crate::codelist::SubstitutionMode;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(610),
    name: "duplicate-link",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("证照关联重复", "a link is there twice"),
    unit: two("每条重复的关联一项", "one a link that repeats another"),
    help: two("保留一条关联，删去重复的", "keep one link and take the others away"),
    citations: &[Provision { document: "清单交换格式", clause: "1.0（schemas/v1）" }],
    reads: &[&[
        field!(license_links: LicenseLink, service_item),
        field!(license_links: LicenseLink, material),
        field!(license_links: LicenseLink, license_type),
    ]],
    looks: &[Look::Catalog(duplicate_link)],
    page: include_str!("qd610.md"),
    ..Rule::BLANK
};

/// What a link links, and how: the same material may be exempt in several ways.
type Linked<'a> = (&'a str, &'a str, Option<u32>, SubstitutionMode);

fn duplicate_link(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    // Without the type two links may differ in it.
    if !scope.holds("license_links.license_type") {
        return;
    }
    let services = whole.facts.items.services();
    let is_over = |id: &str| {
        let service = whole.facts.records.ordinal(Kind::ServiceItem, id).and_then(|ordinal| services.item(ordinal));
        service.is_some_and(|service| !service.in_force)
    };
    // A record that is there twice is QD008's.
    let repeated: HashSet<u32> = whole.facts.records.repeated().map(|repeated| repeated.second).collect();
    let mut firsts: HashMap<Linked<'_>, u32> = HashMap::new();
    for link in whole.facts.links.all().iter().filter(|link| !repeated.contains(&link.ordinal)) {
        let linked = (link.item.as_str(), link.material.as_str(), link.license_type, link.mode);
        let first = *firsts.entry(linked).or_insert(link.ordinal);
        if first == link.ordinal || is_over(link.item.as_str()) {
            continue;
        }
        let license_type = link.license_type.map_or("", |number| whole.facts.licenses.type_id(number));
        findings
            .at_spot(
                Spot::Record(link.ordinal, Pointer::member("material")),
                format!("政务服务事项“{}”的材料“{}”以同一证照类型重复关联", link.item, link.material),
                format!(
                    "material `{}` of service item `{}` is linked to the same type twice",
                    link.material, link.item
                ),
            )
            .found(link.material.as_str())
            // Whichever of the two stands first, it is the same finding.
            .of_catalog(format!("{} {} {license_type} {}", link.item, link.material, link.mode))
            .related(Spot::Record(first, Pointer::member("material")), "已有的关联", "the link that is there already");
    }
}
