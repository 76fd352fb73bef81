//! QD331: the territory of a license is narrowed.

use crate::code::DivisionCode;
use crate::codelist::{LegalRank, LicenseClass, division_name};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::basis::Reach;
use crate::lang::two;
use crate::law::rank::is_law_or_regulation;
use crate::model::{Item, LicensingItem, Pointer, field};
use crate::print::excerpt;
use crate::rule::{AmongAll, Findings, Look, Provision, Rule, Scope};
use crate::rules::licensing::licensing_law::{LICENSING_LAW, is_license};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(331),
    name: "territory-narrowed",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("许可的有效地域被缩小", "the territory of a license is narrowed"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "有效地域改为全国；法律、法规规定只在本地有效的，写明其条款",
        "let it hold in the whole country; or cite the law or regulation that limits where it holds",
    ),
    citations: &[Provision { document: "中华人民共和国行政许可法", clause: "第四十一条" }],
    reads: &[&[
        field!(licensing_items: LicensingItem, license_validity.territory),
        field!(licensing_items: LicensingItem, license_validity.basis),
        field!(licensing_items: LicensingItem, set_by),
    ]],
    looks: &[Look::KeptItem(is_narrowed, territory_narrowed)],
    page: include_str!("qd331.md"),
    ..Rule::BLANK
};

/// The territory that an item states, where it is this division or a part of it.
fn narrowed<'i>(scope: &Scope<'_>, item: Item<'i>) -> Option<(&'i LicensingItem, &'i str)> {
    let Item::Licensing(license) = item else { return None };
    let validity = license.license_validity.as_ref().filter(|_| is_license(item))?;
    let territory = validity.territory.as_ref()?.as_str();
    let is_narrow = is_here(scope, territory) && !is_of_a_place(license);
    is_narrow.then_some((license, territory))
}

/// Words for the division of the list, and for what is smaller than any.
const HERE: [&str; 13] =
    ["本行政区", "本辖区", "辖区", "本旗", "本县", "本区", "本市", "旗域", "县域", "旗内", "县内", "全旗", "全县"];

/// Whether a territory is this division, or a part of it.
fn is_here(scope: &Scope<'_>, territory: &str) -> bool {
    if ["全国", "全区", "全自治区", "全省"].iter().any(|wide| territory.contains(wide)) {
        return false;
    }
    let division: Option<DivisionCode> = scope.header.and_then(|header| header.division.value());
    let name = division.and_then(division_name);
    name.is_some_and(|name| territory.contains(name))
        || HERE.iter().any(|words| territory.contains(words))
        || ["苏木", "镇", "乡", "街道"]
            .iter()
            .any(|end| territory.trim_end_matches(['内', '范', '围', '辖', '区']).ends_with(end))
}

/// Words in the names of licenses that are about a place, and can hold nowhere else.
const OF_A_PLACE: [&str; 24] = [
    "取水",
    "采砂",
    "采伐",
    "采矿",
    "勘查",
    "开采",
    "占用",
    "挖掘",
    "用地",
    "宅基地",
    "林地",
    "草原",
    "草地",
    "水域",
    "河道",
    "建设",
    "施工",
    "工程",
    "规划",
    "排污",
    "排水",
    "户外广告",
    "场所",
    "设施",
];

/// Words in the names of licenses that are about who may work in such matters, wherever that is: 工程监理企业资质.
const OF_A_PERSON: [&str; 5] = ["资质", "资格", "执业", "从业", "注册"];

/// Whether a license is about one place, as a right to a resource is: where it holds is what it is about.
fn is_of_a_place(license: &LicensingItem) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| license.name.as_str().contains(word));
    license.license_class == Some(LicenseClass::Concession) || (has(&OF_A_PLACE) && !has(&OF_A_PERSON))
}

fn is_narrowed(scope: &Scope<'_>, item: Item<'_>) -> bool {
    narrowed(scope, item).is_some()
}

fn territory_narrowed(scope: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Some((license, territory)) = narrowed(scope, item) else { return };
    let is_national = |rank| matches!(rank, LegalRank::Law | LegalRank::AdministrativeRegulation);
    if all.basis(&license.set_by).without(LICENSING_LAW).reach(is_national) != Reach::Suffices {
        return;
    }
    let stated = license.license_validity.as_ref().map_or(&[][..], |validity| validity.basis.as_slice());
    let (basis_zh, basis_en) = match all.basis(stated).without(LICENSING_LAW).reach(is_law_or_regulation) {
        Reach::NoneCited => ("没有写明依据", "nothing is cited for it"),
        Reach::Below => ("所引依据低于法规", "what is cited for it is below a regulation"),
        Reach::Suffices | Reach::Unknown => return,
    };
    let mut path = Pointer::member("license_validity");
    path.push("territory");
    findings
        .at(
            path,
            format!("有效地域“{}”只在本地，{basis_zh}；《行政许可法》第四十一条：法律、行政法规设定的行政许可，适用范围没有地域限制的，在全国范围内有效", excerpt(territory)),
            format!("the license holds in `{}` alone, and {basis_en}; 行政许可法 §41: what a law or administrative regulation sets holds in the whole country unless it is limited to a territory", excerpt(territory)),
        )
        .found(territory)
        .expected("全国", "the whole country");
}
