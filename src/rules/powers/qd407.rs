//! QD407: a coercive measure that the rank of its basis may not set.

use super::liberty::is_named;
use super::norms::told;
use super::stated::{Stated, named, stated};
use crate::codelist::{CoercionKind, ItemType, LegalRank};
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::judged::basis::{Basis, Reach};
use crate::lang::two;
use crate::law::{Permission, coercion};
use crate::model::{Item, PowerItem, field};
use crate::rule::{Findings, Look, Period, Provision, Rule, Scope};
use crate::rules::cited_ranks::{may_cite_law, may_cite_regulation};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(407),
    name: "coercion-over-rank",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("行政强制措施的设定超出依据的位阶", "a coercive measure that the rank of its basis may not set"),
    unit: two("每项职权的每种强制措施一项", "one a measure and power"),
    help: two(
        "写明设定该措施的法律、法规；没有的，取消该措施",
        "cite the law or regulation that sets the measure; where there is none, give the measure up",
    ),
    citations: &[Provision { document: "中华人民共和国行政强制法", clause: "第十条" }],
    period: Some(SINCE),
    reads: &[&[field!(power_items: PowerItem, basis)], &[field!(power_items: PowerItem, coercion.basis)]],
    looks: &[Look::KeptItem(may_be_at_fault, coercion_over_rank)],
    page: include_str!("qd407.md"),
    ..Rule::BLANK
};

/// The day on which 行政强制法 began.
const SINCE: Period = Period::since("2012-01-01");

/// Words of names of what is no measure of §9, or follows laws of its own: 先行登记保存 (行政处罚法 §56), emergency measures,
/// prudential measures of finance and technical controls at the border (§3).
const OTHERWISE: [&str; 13] = [
    "登记保存",
    "先行登记",
    "突发",
    "紧急措施",
    "紧急处置",
    "紧急状态",
    "防汛",
    "疫情",
    "审慎",
    "进出境",
    "进境",
    "出境",
    "进出口",
];

/// What follows 应急 where it is a matter of everyday supervision: 未制定应急预案.
const EVERYDAY: [&str; 7] = ["管理", "预案", "演练", "救援", "物资", "照明", "广播"];

/// Whether a name is that of what follows other laws.
fn is_otherwise(name: &str) -> bool {
    OTHERWISE.iter().any(|word| name.contains(word))
        || name.split("应急").skip(1).any(|rest| !EVERYDAY.iter().any(|word| rest.starts_with(word)))
}

/// Words of names of what is typed as a measure and is none: what is done or ordered instead (§10 knows neither).
const NO_MEASURE: [&str; 4] = ["代为", "代履行", "责令", "通知书"];

/// The measures of an item: what is stated counts, whatever the type; where nothing is, the name of one that is typed as a
/// measure. Of liberty QD409 speaks, and 其他行政强制措施 may be one of those that follow other laws.
fn measures(item: &PowerItem) -> Vec<Stated<'_>> {
    let is_judged = |kind| matches!(kind, CoercionKind::Sealing | CoercionKind::Seizure | CoercionKind::Freezing);
    let mut measures = stated(item, is_judged);
    let is_none = || NO_MEASURE.iter().any(|word| item.name.as_str().contains(word));
    if item.power_type == ItemType::CoerciveMeasure && item.coercion.is_empty() && !is_none() && !is_named(item) {
        measures.push(match named(item, &NAMES) {
            Some(kind) => Stated::by_item(kind, "name", item),
            None => Stated::by_item(NOT_TOLD, "basis", item),
        });
    }
    // Few items have measures, so that few names are searched.
    if !measures.is_empty() && is_otherwise(item.name.as_str()) {
        measures.clear();
    }
    measures
}

/// A measure of which only the type of the item is told.
const NOT_TOLD: CoercionKind = CoercionKind::OtherMeasure;

/// The measures that a name tells.
const NAMES: [(&str, CoercionKind); 4] = [
    ("冻结", CoercionKind::Freezing),
    ("查封", CoercionKind::Sealing),
    ("扣押", CoercionKind::Seizure),
    ("扣留", CoercionKind::Seizure),
];

fn may_be_at_fault(scope: &Scope<'_>, item: Item<'_>) -> bool {
    let Item::Power(power) = item else { return false };
    let may_suffice = |measure: &Stated<'_>| match measure.kind {
        CoercionKind::Freezing => may_cite_law(scope, measure.basis()),
        // Of one that is not told only a basis below all regulations is.
        _ => may_cite_regulation(scope, measure.basis()),
    };
    item.in_force() && measures(power).iter().any(|measure| measure.basis().next().is_some() && !may_suffice(measure))
}

fn coercion_over_rank(scope: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Item::Power(power) = item else { return };
    let Some(day) = scope.as_of().or_else(|| SINCE.from.parse().ok()) else { return };
    for measure in measures(power) {
        let basis = all.basis(measure.basis());
        // Every regulation may set sealing and seizure, on conditions that no list shows.
        let kind = if measure.kind == NOT_TOLD { CoercionKind::Sealing } else { measure.kind };
        let suffices = |rank| {
            let cell = coercion::may_set(kind, rank, day);
            cell.is_none_or(|cell| cell.verdict != Permission::Forbidden)
        };
        match basis.reach(suffices) {
            Reach::NoneCited | Reach::Suffices => {}
            Reach::Unknown => findings.not_run_on("power_items.basis", NotRunReason::InstrumentNotHeld),
            Reach::Below => report(measure, &basis, findings),
        }
    }
}

fn report(measure: Stated<'_>, basis: &Basis, findings: &mut Findings<'_>) {
    let (norms_zh, norms_en) = told(basis);
    let (kind_zh, kind_en) = match measure.kind {
        NOT_TOLD => ("行政强制措施", "coercive_measure"),
        kind => (kind.title_zh(), kind.as_str()),
    };
    let is_regulation = |rank| {
        matches!(
            rank,
            LegalRank::AdministrativeRegulation
                | LegalRank::Regulation
                | LegalRank::LocalRegulation
                | LegalRank::AutonomousRegulation
                | LegalRank::SpecialZoneRegulation
        )
    };
    if basis.reach(is_regulation) == Reach::Suffices {
        findings
            .at(
                measure.at,
                format!("{kind_zh}所引依据没有法律：{norms_zh}；《行政强制法》第十条规定，冻结存款、汇款只能由法律设定，行政法规、地方性法规都不得设定"),
                format!("`{kind_en}` rests on {norms_en}; by 行政强制法 §10 only a law may set it"),
            )
            .found(kind_en)
            .expected("法律", "a law");
        return;
    }
    findings
        .at(
            measure.at,
            format!("{kind_zh}所引依据只有{norms_zh}，没有引用设定该措施的法律、法规；《行政强制法》第十条第四款规定，法律、法规以外的其他规范性文件不得设定行政强制措施"),
            format!("`{kind_en}` rests on {norms_en} alone, and no law or regulation that sets it is cited; by 行政强制法 §10 nothing below them may"),
        )
        .severity(Severity::Warning)
        .found(kind_en)
        .expected("设定该措施的法律、法规", "the law or regulation that sets the measure");
}
