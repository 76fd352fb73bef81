//! QD315: a document that can be obtained is still demanded.

use std::collections::BTreeMap;

use crate::codelist::LinkState;
use crate::facts::licensed::IdKey;
use crate::facts::materials::MaterialKey;
use crate::facts::obtainable::{Demanded, StandIn};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Pointer, field};
use crate::rule::{Findings, Look, Period, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(315),
    name: "obtainable-material-demanded",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("可以共享取得的材料仍要求提交", "a document that can be obtained is still demanded"),
    unit: two("每份材料一项", "one a material"),
    help: two(
        "把该材料改为免提交；共享尚不可用的，改正证照关联的状态",
        "exempt the material; or correct the state of its link if it cannot be had yet",
    ),
    citations: &[
        Provision {
            document: "国务院关于在线政务服务的若干规定（国务院令第716号）", clause: "第七条"
        },
        Provision { document: "政务数据共享条例", clause: "第十九条" },
    ],
    period: Some(Period::since("2019-04-26")),
    reads: &[
        &[field!(service_items: ServiceItem, materials), field!(license_links: LicenseLink, state)],
        &[
            field!(service_items: ServiceItem, materials.license_type),
            field!(license_types: LicenseType, sealed_available),
        ],
        &[
            field!(licensing_items: LicensingItem, materials.license_type),
            field!(license_types: LicenseType, sealed_available),
        ],
    ],
    looks: &[Look::Catalog(obtainable_material_demanded)],
    page: include_str!("qd315.md"),
    ..Rule::BLANK
};

fn obtainable_material_demanded(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = &whole.facts.obtainable;
    let is_sealed = |license_type: Option<IdKey>| license_type.is_some_and(|of| facts.is_sealed(of));
    // Of several links of a material the one that has come furthest; of those that have come as far, the one by which most
    // can be had.
    let far = |link: &StandIn| {
        let had = match link.license_type {
            _ if link.is_shared => 3,
            Some(_) if is_sealed(link.license_type) => 2,
            // The material may state its type.
            None => 1,
            Some(_) => 0,
        };
        (come(link.state), had)
    };
    let mut links: BTreeMap<(IdKey, MaterialKey), &StandIn> = BTreeMap::new();
    for link in facts.links() {
        let known = links.entry((link.service, link.material)).or_insert(link);
        if far(link) > far(known) {
            *known = link;
        }
    }
    for material in facts.demanded() {
        let link = material.service.and_then(|service| links.get(&(service, material.material)).copied());
        match link {
            Some(link) if link.state == LinkState::Unlinked => {}
            Some(link) if link.state == LinkState::Configured => tell_configured(material, link, findings),
            Some(link) if link.is_shared => {
                tell(material, Some(link), "已写明以数据共享核验取得", "is shared", findings);
            }
            Some(link) if is_sealed(link.license_type.or(material.license_type)) => {
                tell(
                    material,
                    Some(link),
                    "已关联可提供签章件的电子证照",
                    "is linked to a license of which sealed copies can be had",
                    findings,
                );
            }
            None if is_sealed(material.license_type) => {
                tell(
                    material,
                    None,
                    "对应的电子证照可提供签章件",
                    "is a license of which sealed copies can be had",
                    findings,
                );
            }
            _ => {}
        }
    }
}

/// How far a link has come.
fn come(state: LinkState) -> u8 {
    match state {
        LinkState::Unlinked => 0,
        LinkState::Linked => 1,
        LinkState::Configured => 2,
    }
}

fn tell_configured(material: &Demanded, link: &StandIn, findings: &mut Findings<'_>) {
    let draft = findings.at_spot(
        spot(material),
        "材料的证照关联已配置，而仍要求申请人提交；国务院令第716号第七条：能够通过共享获得的，不得要求提供",
        "the link of the material is configured, and the applicant must still hand it in; 国务院令第716号 §7 forbids to ask for what can be had by sharing",
    );
    draft.severity(Severity::Error);
    draft.related(Spot::Record(link.ordinal, Pointer::member("state")), "该材料的证照关联", "the link of the material");
}

fn tell(material: &Demanded, link: Option<&StandIn>, zh: &str, en: &str, findings: &mut Findings<'_>) {
    let draft = findings.at_spot(
        spot(material),
        format!("材料{zh}，而仍要求申请人提交；国务院令第716号第七条：能够通过共享获得的，不得要求提供"),
        format!("the material {en}, and the applicant must still hand it in; 国务院令第716号 §7 forbids to ask for what can be had by sharing"),
    );
    if let Some(link) = link {
        draft.related(
            Spot::Record(link.ordinal, Pointer::member("mode")),
            "该材料的证照关联",
            "the link of the material",
        );
    }
}

fn spot(material: &Demanded) -> Spot {
    let path = Pointer::element("materials", material.at.into());
    Spot::Record(material.ordinal, path)
}
