//! QD608: materials that e-licenses stand in for.

use std::collections::{BTreeMap, HashSet};

use crate::codelist::{LinkState, SubstitutionMode};
use crate::facts::links::Link;
use crate::facts::materials::MaterialKey;
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(608),
    name: "exemption-without-link",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two(
        "免提交没有可用的证照关联，或者关联不完整",
        "an exemption without a link that holds, or a link that is incomplete",
    ),
    unit: two("每份免提交的材料一项，每条证照关联一项", "one a material that is exempt, one a link"),
    help: two(
        "完成证照关联并写明电子证照类型；尚不能免提交的，改为需要提交",
        "link the material and name the license type; or demand it as long as nothing stands in for it",
    ),
    citations: &[
        Provision {
            document: "国务院关于在线政务服务的若干规定（国务院令第716号）", clause: "第七条、第十一条"
        },
        Provision { document: "优化营商环境条例", clause: "第三十七条" },
    ],
    reads: &[
        &[field!(service_items: ServiceItem, materials.exempt)],
        &[field!(service_items: ServiceItem, materials.license_type)],
        &[field!(license_links: LicenseLink, license_type)],
    ],
    looks: &[Look::Catalog(exemption_without_link)],
    page: include_str!("qd608.md"),
    ..Rule::BLANK
};

/// How far the links of one material have come; of each kind, one link by its ordinal.
#[derive(Debug, Default)]
struct Standing {
    /// Exempt in another way than by e-license, or by e-license as it should be.
    in_order: bool,
    /// By e-license of no type, and configured: said at the link.
    configured_without_type: bool,
    linked_without_type: Option<u32>,
    unlinked: Option<u32>,
}

impl Standing {
    fn add(&mut self, link: &Link, is_typed: bool) {
        match (link.mode, link.state) {
            (SubstitutionMode::ELicense, LinkState::Unlinked) => self.unlinked = self.unlinked.or(Some(link.ordinal)),
            (SubstitutionMode::ELicense, LinkState::Linked | LinkState::Configured) if is_typed => self.in_order = true,
            (SubstitutionMode::ELicense, LinkState::Configured) => self.configured_without_type = true,
            (SubstitutionMode::ELicense, LinkState::Linked) => {
                self.linked_without_type = self.linked_without_type.or(Some(link.ordinal));
            }
            _ => self.in_order = true,
        }
    }

    /// Judges an exempt material with these links.
    fn judge(&self, exempt: impl FnOnce() -> Spot, findings: &mut Findings<'_>) {
        if self.in_order || self.configured_without_type {
            return;
        }
        if let Some(link) = self.linked_without_type {
            findings
                .at_spot(
                    exempt(),
                    "材料标为免提交，而其证照关联没有写明电子证照类型",
                    "the material is exempt, and its link names no license type",
                )
                .related(
                    Spot::Record(link, Pointer::member("license_type")),
                    "该材料的证照关联",
                    "the link of the material",
                );
        } else if let Some(link) = self.unlinked {
            findings
                .at_spot(
                    exempt(),
                    "材料标为免提交，而其证照关联的状态是未关联",
                    "the material is exempt, and its link is still unlinked",
                )
                .related(Spot::Record(link, Pointer::member("state")), "该材料的证照关联", "the link of the material");
        }
    }
}

type Standings = BTreeMap<(u32, MaterialKey), Standing>;

fn exemption_without_link(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    if !scope.holds("service_items.materials") {
        return;
    }
    // The links of two items that share an id cannot be told apart.
    let repeated: HashSet<u32> =
        whole.facts.records.repeated().flat_map(|repeated| [repeated.first, repeated.second]).collect();
    let standings = judge_links(scope, whole, &repeated, findings);
    judge_materials(scope, whole, &repeated, &standings, findings);
}

/// Judges each link alone, and says how far those of each material have come.
fn judge_links(
    scope: &Scope<'_>,
    whole: &Whole<'_>,
    repeated: &HashSet<u32>,
    findings: &mut Findings<'_>,
) -> Standings {
    let holds_types = scope.holds("service_items.materials.license_type") && scope.holds("license_links.license_type");
    let mut standings = Standings::new();
    let services = whole.facts.items.services();
    for link in whole.facts.links.all() {
        let item = whole
            .facts
            .records
            .ordinal(Kind::ServiceItem, link.item.as_str())
            .filter(|ordinal| !repeated.contains(ordinal));
        // An item that is not there is QD009's; one that could not be read may have any material.
        let Some(item) = item.and_then(|ordinal| services.item(ordinal)) else {
            continue;
        };
        let key = MaterialKey::of(&link.material);
        let Some(material) = services.materials_of(item).iter().find(|material| material.key == key) else {
            no_such_material(item.ordinal, link, findings);
            continue;
        };
        let is_typed = !holds_types || link.license_type.is_some() || material.has_license_type;
        standings.entry((item.ordinal, key)).or_default().add(link, is_typed);
        if item.in_force && link.mode == SubstitutionMode::ELicense && link.state == LinkState::Configured && !is_typed
        {
            findings
                .at_spot(
                    Spot::Record(link.ordinal, Pointer::member("license_type")),
                    "证照关联已配置为调用电子证照，而没有写明电子证照类型",
                    "the link is configured to take an e-license, and names no license type",
                )
                .expected("在证照关联或者其材料上写明证照类型", "a license type at the link or at its material");
        }
    }
    standings
}

fn no_such_material(item: u32, link: &Link, findings: &mut Findings<'_>) {
    let id = &link.material;
    findings
        .at_spot(
            Spot::Record(link.ordinal, Pointer::member("material")),
            format!("所关联的材料“{id}”不在该事项的申请材料之中"),
            format!("the service item has no material `{id}`"),
        )
        .found(id.as_str())
        .expected("该事项申请材料的编号", "the id of a material of the service item")
        .help(
            "改为该事项申请材料的标识；材料已取消的，删去这条关联",
            "correct the id; or take the link away if the material is no longer asked for",
        )
        .related(Spot::Record(item, Pointer::member("materials")), "该事项的申请材料", "the materials of the item");
}

/// Judges the materials that are exempt.
fn judge_materials(
    scope: &Scope<'_>,
    whole: &Whole<'_>,
    repeated: &HashSet<u32>,
    standings: &Standings,
    findings: &mut Findings<'_>,
) {
    let is_complete = scope.header.is_some_and(|header| header.covers.contains(&Kind::LicenseLink));
    // A link that could not be read may be the one that stands in; and a catalog without any link does not show that
    // there are none.
    let gap = if whole.facts.records.unread_kinds().contains(&Kind::LicenseLink) {
        Some(NotRunReason::RecordsUnread)
    } else if !is_complete && whole.facts.links.all().is_empty() {
        Some(NotRunReason::ListIncomplete)
    } else {
        None
    };
    let services = whole.facts.items.services();
    for item in services.all() {
        if !item.in_force || repeated.contains(&item.ordinal) {
            continue;
        }
        for (at, material) in services.materials_of(item).iter().enumerate().filter(|(_, material)| material.is_exempt)
        {
            if let Some(reason) = gap {
                findings.not_run_on(Kind::LicenseLink.array(), reason);
                return;
            }
            let spot = || Spot::Record(item.ordinal, exempt(at));
            let Some(standing) = standings.get(&(item.ordinal, material.key)) else {
                let draft = findings.at_spot(
                    spot(),
                    "材料标为免提交，而没有与它对应的证照关联",
                    "the material is exempt, and there is no link for it",
                );
                if !is_complete {
                    draft.severity(Severity::Warning);
                }
                continue;
            };
            standing.judge(spot, findings);
        }
    }
}

fn exempt(material: usize) -> Pointer {
    Pointer::element("materials", material).below("exempt")
}
