//! QD409: restriction of liberty without a law, or by a body that may not.

use super::liberty::{Liberty, What, stated};
use super::norms::told;
use crate::codelist::LegalRank;
use crate::codelist::{AuthorityRole, OrganizationKind};
use crate::facts::bodies::Body;
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::judged::basis::Reach;
use crate::lang::two;
use crate::law::penalty::LIBERTY_BODIES;
use crate::model::{Authority, Item, Pointer, PowerItem, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(409),
    name: "liberty-power",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two(
        "限制人身自由没有法律依据，或者机关无权实施",
        "restriction of liberty without a law, or by a body that may not",
    ),
    unit: two("每项职权一项", "one a power"),
    help: two(
        "写明设定该权力的法律；没有法律依据的，取消；实施机关不是公安机关和法律规定的其他机关的，改由有权机关实施",
        "cite the law that sets it; where there is none, give it up; let an organ exercise it that the law names",
    ),
    citations: &[
        Provision { document: "中华人民共和国行政处罚法", clause: "第十条第二款" },
        LIBERTY_BODIES,
        Provision { document: "中华人民共和国行政强制法", clause: "第九条、第十条" },
        Provision { document: "中华人民共和国治安管理处罚法", clause: "第一百零九条" },
        Provision { document: "中华人民共和国传染病防治法", clause: "第五十八条第五款" },
    ],
    reads: &[
        &[field!(power_items: PowerItem, basis)],
        &[field!(power_items: PowerItem, penalties.basis)],
        &[field!(power_items: PowerItem, coercion.basis)],
    ],
    looks: &[Look::KeptItem(restricts_liberty, liberty_power)],
    page: include_str!("qd409.md"),
    ..Rule::BLANK
};

fn restricts_liberty(_: &Scope<'_>, item: Item<'_>) -> bool {
    matches!(item, Item::Power(power) if item.in_force() && !stated(power).is_empty())
}

fn liberty_power(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Item::Power(power) = item else { return };
    let mut by_law = None;
    for liberty in stated(power) {
        let basis = all.basis(liberty.own.iter().chain(&power.basis));
        match basis.reach(|rank| matches!(rank, LegalRank::Law | LegalRank::Constitution)) {
            Reach::NoneCited => {}
            Reach::Unknown => findings.not_run_on("power_items.basis", NotRunReason::InstrumentNotHeld),
            Reach::Suffices => by_law = by_law.or(Some(liberty)),
            Reach::Below => {
                let ((norms_zh, norms_en), (what_zh, what_en)) = (told(&basis), liberty.what.words());
                findings
                    .at(
                        liberty.at,
                        format!("{what_zh}所引依据中没有法律：{norms_zh}；《行政处罚法》第十条、《行政强制法》第十条规定，限制人身自由只能由法律设定"),
                        format!("{what_en} rests on {norms_en}, among which is no law; by 行政处罚法 §10 and 行政强制法 §10 only a law restricts liberty"),
                    )
                    .expected("法律", "a law");
                return;
            }
        }
    }
    if let Some(liberty) = by_law {
        judge_bodies(&liberty, power, all, findings);
    }
}

/// Judges who exercises it, where all of them are described.
fn judge_bodies(liberty: &Liberty<'_>, power: &PowerItem, all: &AmongAll<'_>, findings: &mut Findings<'_>) {
    let bodies = &all.facts.bodies;
    let described = |authority: &Authority| {
        bodies.number(authority.organization.id().as_str()).and_then(|number| bodies.body(number))
    };
    let exercising = (power.authorities.iter().enumerate())
        .filter(|(_, authority)| matches!(authority.role, AuthorityRole::Decide | AuthorityRole::Joint));
    let exercising: Option<Vec<(usize, &Body)>> =
        exercising.map(|(at, authority)| Some((at, described(authority)?))).collect();
    let Some(exercising) = exercising else { return };
    let with_police = power.name.as_str().contains("公安")
        || power.authorities.iter().filter_map(described).any(|body| names(body, &["公安"]));
    let station = exercising.iter().find(|(_, body)| liberty.what == What::Detention && names(body, &["派出所"]));
    let is_fit =
        |body: &Body| may_restrict(body) || (with_police && names(body, &["疾病预防控制", "疾控", "卫生健康"]));
    let unfit = match station {
        None if exercising.iter().any(|(_, body)| is_fit(body)) => None,
        None => exercising.first(),
        station => station,
    };
    let Some((at, body)) = unfit else { return };
    let path = Pointer::element("authorities", *at).below("organization");
    let ((what_zh, what_en), name) = (liberty.what.words(), crate::print::excerpt(body.name()));
    let (law_zh, law_en) = if station.is_some() {
        (
            "《治安管理处罚法》第一百零九条规定，派出所只可以决定警告、一千元以下的罚款",
            "by 治安管理处罚法 §109 a police station decides only warnings and fines up to 1,000 yuan",
        )
    } else if liberty.what == What::Detention {
        (
            "《行政处罚法》第十八条第三款规定，限制人身自由的行政处罚权只能由公安机关和法律规定的其他机关行使",
            "by 行政处罚法 §18 only public security and other organs that a law names impose it",
        )
    } else {
        (
            "限制人身自由的强制措施由公安机关等法律规定的机关实施（《行政强制法》第十七条）",
            "by 行政强制法 §17 only the organs that a law names, such as public security, take such a measure",
        )
    };
    findings
        .at(path, format!("{what_zh}由{name}实施；{law_zh}"), format!("{what_en} is exercised by `{name}`; {law_en}"))
        .severity(Severity::Warning)
        .found(body.name())
        .expected("公安机关或者法律规定的其他机关", "public security, or another organ that a law names");
}

/// Words in the names of organs that laws let restrict liberty.
const ORGANS: [&str; 13] = [
    "公安",
    "派出所",
    "国家安全",
    "海警",
    "移民",
    "边检",
    "边防检查",
    "边境管理",
    "出入境",
    "海关",
    "人民政府",
    "警察",
    "交警",
];

/// Whether a body is one of those that laws let restrict liberty. A township is a 人民政府 by name, and no law lets it.
fn may_restrict(body: &Body) -> bool {
    if body.is_township() {
        return false;
    }
    body.kind == OrganizationKind::Government || names(body, &ORGANS)
}

fn names(body: &Body, words: &[&str]) -> bool {
    body.names.iter().any(|name| words.iter().any(|word| name.contains(word)))
}
