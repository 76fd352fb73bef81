//! QD314: a document is demanded without a basis.

use super::ranks::law_regulation_or_decision;
use crate::codelist::MaterialKind;
use crate::facts::material_bases::{BasesOfList, is_demanded};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::judged::basis::Reach;
use crate::lang::two;
use crate::model::{Item, Kind, Material, Pointer, field};
use crate::print::excerpt;
use crate::rule::{AmongAll, Findings, Look, Period, Provision, Rule, Scope};
use crate::rules::cited_ranks::names_law_or_regulation;
use crate::rules::licensing::licensing_law::is_license;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(314),
    name: "material-without-basis",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("要求的证明材料没有依据", "a document is demanded without a basis"),
    unit: two("每份证明一项，其他材料每个事项一项", "one a proof, and one an item for all other materials"),
    help: two(
        "写明要求提供该证明的法律、法规或者国务院决定；没有的，取消该证明",
        "cite the law, regulation or decision of the State Council that demands it; without one, demand it no more",
    ),
    citations: &[
        Provision { document: "优化营商环境条例", clause: "第三十五条、第四十四条" },
        Provision { document: "中华人民共和国行政许可法", clause: "第三十一条" },
    ],
    period: Some(Period::since("2020-01-01")),
    reads: &[
        &[
            field!(licensing_items: LicensingItem, materials.kind),
            field!(licensing_items: LicensingItem, materials.basis),
        ],
        &[field!(service_items: ServiceItem, materials.kind), field!(service_items: ServiceItem, materials.basis)],
    ],
    looks: &[Look::Catalog(basis_missing), Look::KeptItem(may_fall_short, basis_too_low)],
    page: include_str!("qd314.md"),
    ..Rule::BLANK
};

const LISTS: [(Kind, &str); 2] =
    [(Kind::LicensingItem, "licensing_items.materials.basis"), (Kind::ServiceItem, "service_items.materials.basis")];

fn material(at: usize) -> Pointer {
    Pointer::element("materials", at)
}

/// Tells once of a list that states the basis of no material: of its proofs, or else of the rest.
fn column_missing(list: &BasesOfList, column: &'static str, findings: &mut Findings<'_>) {
    let draft = if let [first, rest @ ..] = list.proofs.as_slice() {
        let (name, count) = (excerpt(&first.name), rest.len().saturating_add(1));
        findings.at_spot(
            Spot::Record(first.ordinal, material(first.at.into())),
            format!("清单要求提供证明{count}份（首份为“{name}”），而没有写明任何材料的依据；《优化营商环境条例》第四十四条：证明事项应当有法律、法规或者国务院决定依据"),
            format!("the list demands proofs ({count}, the first `{name}`) and states the basis of no material; 优化营商环境条例 §44 wants a law, regulation or decision of the State Council"),
        )
    } else if let [first, rest @ ..] = list.others.as_slice() {
        let count = rest.len().saturating_add(1);
        let draft = findings.at_spot(
            Spot::Record(first.ordinal, material(first.first.into())),
            format!("清单中{count}项许可要求提交材料，而没有写明任何材料的依据；《行政许可法》第三十一条：不得要求提交与许可事项无关的材料"),
            format!("{count} licenses of the list demand materials, and the basis of none is stated; 行政许可法 §31 forbids to ask for what does not belong to the license"),
        );
        draft.severity(Severity::Info);
        draft
    } else {
        return;
    };
    draft.of_catalog(column).help(
        "补填材料依据；来源没有这一栏的，写入未采集字段（not_held）",
        format!("state what demands each; if the source has no such column, name it in `not_held`: `{column}`"),
    );
}

fn basis_missing(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for (kind, column) in LISTS {
        let Some(list) = whole.facts.material_bases.list(kind) else { continue };
        if !scope.holds(column) {
            continue;
        }
        // Where no basis is stated of any material it is the column that is missing, and one thing to mend.
        if !list.any_stated {
            column_missing(list, column, findings);
            continue;
        }
        for proof in &list.proofs {
            let name = excerpt(&proof.name);
            findings.at_spot(
                Spot::Record(proof.ordinal, material(proof.at.into())),
                format!("要求提供证明“{name}”而没有写明依据；《优化营商环境条例》第四十四条：证明事项应当有法律、法规或者国务院决定依据"),
                format!("the proof `{name}` is demanded without a basis; 优化营商环境条例 §44 wants a law, regulation or decision of the State Council"),
            );
        }
        for others in &list.others {
            let count = others.count;
            let (they, are) = if count == 1 { ("material", "is") } else { ("materials", "are") };
            findings
                .at_spot(
                    Spot::Record(others.ordinal, material(others.first.into())),
                    format!("有{count}份申请材料没有写明依据；《行政许可法》第三十一条：不得要求提交与许可事项无关的材料"),
                    format!("{count} {they} {are} demanded without a basis; 行政许可法 §31 forbids to ask for what does not belong to the license"),
                )
                .severity(Severity::Info)
                .of_record("materials without a basis")
                .help("写明要求提供该材料的依据", "cite what demands it");
        }
    }
}

/// The proofs that an item demands with a basis, where none of those that are cited is a law or regulation by its title.
fn proofs(item: Item<'_>) -> impl Iterator<Item = (usize, &Material)> {
    let materials = if is_license(item) { item.materials() } else { &[] };
    materials.iter().enumerate().filter(|(_, material)| {
        material.kind == MaterialKind::Proof
            && is_demanded(material)
            && !material.basis.is_empty()
            && !names_law_or_regulation(&material.basis)
    })
}

fn may_fall_short(_: &Scope<'_>, item: Item<'_>) -> bool {
    proofs(item).next().is_some()
}

fn basis_too_low(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    for (at, proof) in proofs(item) {
        if all.basis(&proof.basis).reach(law_regulation_or_decision) != Reach::Below {
            continue;
        }
        let name = excerpt(proof.name.as_str());
        let mut path = material(at);
        path.push("basis");
        findings
            .at(
                path,
                format!("证明“{name}”的依据低于法律、法规、国务院决定；《优化营商环境条例》第四十四条：没有法律、法规或者国务院决定依据的，不得要求提供证明"),
                format!("the proof `{name}` rests on less than a law, regulation or decision of the State Council, as 优化营商环境条例 §44 wants"),
            )
            .expected("法律、法规或者国务院决定", "a law, regulation or decision of the State Council");
    }
}
