//! QD609: an exemption by a type of license of which no sealed copy can be had.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::codelist::{LinkState, SubstitutionMode};
use crate::facts::links::Link;
use crate::facts::materials::MaterialKey;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(609),
    name: "exemption-license-type",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("免提交的材料对应的证照类型没有签章件", "an exemption by a type of license of which none is sealed"),
    unit: two("每个证照类型一项", "one a license type"),
    help: two(
        "取得该类型证照的签章件；取得之前，材料改为需要提交，或者以其他方式免提交",
        "obtain sealed copies of the type; until then demand the material, or exempt it in another way",
    ),
    citations: &[
        Provision {
            document: "国务院关于在线政务服务的若干规定（国务院令第716号）",
            clause: "第九条、第十条、第十一条",
        },
        Provision { document: "电子签名法", clause: "第十三条、第十四条" },
    ],
    reads: &[
        &[
            field!(service_items: ServiceItem, materials.exempt),
            field!(service_items: ServiceItem, materials.license_type),
        ],
        &[field!(license_links: LicenseLink, license_type)],
    ],
    looks: &[Look::Catalog(exemption_license_type)],
    page: include_str!("qd609.md"),
    ..Rule::BLANK
};

/// Why no sealed copy of a type can be had.
#[derive(Debug, Clone, Copy)]
enum Unsealed {
    /// The type says so.
    Stated,
    /// The list of licenses is complete, and none of so many is sealed.
    Listed(u64),
}

/// The materials that a type is to stand in for.
#[derive(Debug)]
struct Uses {
    first: Spot,
    materials: BTreeSet<(u32, MaterialKey)>,
}

fn exemption_license_type(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let types = Types::new(scope, whole);
    let links = links_of_services(whole);
    // A material that is exempt in another way, or by a type that is sealed, needs no other.
    let settled: BTreeSet<(u32, MaterialKey)> = links
        .iter()
        .filter(|(_, link)| link.state != LinkState::Unlinked)
        .filter(|(_, link)| match (link.mode, link.license_type) {
            (SubstitutionMode::ELicense, Some(of)) => types.unsealed(of).is_none(),
            (SubstitutionMode::ELicense, None) => false,
            _ => true,
        })
        .map(|(service, link)| (*service, MaterialKey::of(&link.material)))
        .collect();
    let mut uses: BTreeMap<u32, Uses> = BTreeMap::new();
    let mut add = |license_type: u32, material: (u32, MaterialKey), spot: &dyn Fn() -> Spot| {
        if types.unsealed(license_type).is_some() && !settled.contains(&material) {
            uses.entry(license_type)
                .or_insert_with(|| Uses { first: spot(), materials: BTreeSet::new() })
                .materials
                .insert(material);
        }
    };
    for exempt in whole.facts.exemptions.all() {
        let path = || Pointer::element("materials", exempt.at.into()).below("license_type");
        add(exempt.license_type, (exempt.item, exempt.material), &|| Spot::Record(exempt.item, path()));
    }
    for (service, link) in links.iter().filter(|(service, link)| stands_in(whole, *service, link)) {
        if let Some(license_type) = link.license_type {
            let spot = || Spot::Record(link.ordinal, Pointer::member("license_type"));
            add(license_type, (*service, MaterialKey::of(&link.material)), &spot);
        }
    }
    for (license_type, uses) in uses {
        if let Some((known, why)) = types.unsealed(license_type) {
            tell(whole.facts.licenses.type_id(license_type), known, why, uses, findings);
        }
    }
}

fn tell(id: &str, known: u32, why: Unsealed, uses: Uses, findings: &mut Findings<'_>) {
    let count = uses.materials.len();
    let (why_zh, why_en) = match why {
        Unsealed::Stated => ("不能提供签章件".to_owned(), "has no sealed copies".to_owned()),
        Unsealed::Listed(0) => {
            ("在完整的电子证照清单中没有证照".to_owned(), "has no license in a complete list".to_owned())
        }
        Unsealed::Listed(licenses) => (
            format!("的{licenses}份证照在完整的电子证照清单中都没有有效签章"),
            format!("has {licenses} in a complete list, and none with a good seal"),
        ),
    };
    let materials = if count == 1 { "1 material is".to_owned() } else { format!("{count} materials are") };
    findings
        .at_spot(
            uses.first,
            format!("以该证照类型免提交的材料有{count}份，而该类型{why_zh}"),
            format!("{materials} to be exempt by this type of license, which {why_en}"),
        )
        .found(id)
        .of_catalog(id)
        .related(Spot::Record(known, Pointer::member("sealed_available")), "证照类型", "the license type");
}

/// The links to services in force that can be told apart, with the service of each.
fn links_of_services<'a>(whole: &'a Whole<'_>) -> Vec<(u32, &'a Link)> {
    let repeated: HashSet<u32> = whole.facts.records.repeated().map(|repeated| repeated.first).collect();
    let services = whole.facts.items.services();
    let service = |link: &Link| {
        let ordinal = whole.facts.records.ordinal(Kind::ServiceItem, link.item.as_str());
        let ordinal = ordinal.filter(|ordinal| !repeated.contains(ordinal))?;
        services.item(ordinal).filter(|item| item.in_force).map(|item| item.ordinal)
    };
    whole.facts.links.all().iter().filter_map(|link| Some((service(link)?, link))).collect()
}

/// Whether a link lets an e-license stand in: it is configured, or linked and the material is exempt.
fn stands_in(whole: &Whole<'_>, service: u32, link: &Link) -> bool {
    let services = whole.facts.items.services();
    let is_exempt = || {
        let key = MaterialKey::of(&link.material);
        let materials = services.item(service).map(|item| services.materials_of(item)).unwrap_or_default();
        materials.iter().any(|material| material.key == key && material.is_exempt)
    };
    link.mode == SubstitutionMode::ELicense
        && match link.state {
            LinkState::Configured => true,
            LinkState::Linked => is_exempt(),
            LinkState::Unlinked => false,
        }
}

/// What is known of license types.
struct Types<'a> {
    whole: &'a Whole<'a>,
    /// Whether every license is in the list with its type, so that one that is not there does not exist.
    has_all: bool,
}

impl<'a> Types<'a> {
    fn new(scope: &Scope<'_>, whole: &'a Whole<'a>) -> Self {
        let is_complete = scope.header().is_some_and(|header| header.covers.contains(&Kind::License));
        let has_all = is_complete
            && scope.holds("licenses.seal")
            && whole.facts.licenses.untyped() == 0
            && !whole.facts.records.unread_kinds().contains(&Kind::License);
        Self { whole, has_all }
    }

    /// The record of a type of which no sealed copy can be had, and why.
    fn unsealed(&self, license_type: u32) -> Option<(u32, Unsealed)> {
        let known = self.whole.facts.licenses.seals(license_type)?;
        // Of a type that nobody here issues others may have sealed copies.
        let is_listed = self.has_all && (known.licenses > 0 || known.has_issuer);
        let why = match known.available {
            Some(false) => Unsealed::Stated,
            None if is_listed && known.sealed == 0 => Unsealed::Listed(known.licenses),
            _ => return None,
        };
        Some((known.ordinal?, why))
    }
}
