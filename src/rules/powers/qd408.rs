//! QD408: coercive execution without a law.

use super::norms::told;
use super::stated::{Stated, named, stated};
use crate::codelist::{CoercionKind, ItemType};
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::judged::basis::{Basis, Reach};
use crate::lang::two;
use crate::law::{Permission, execution};
use crate::model::{Citation, Item, PowerItem, Text, field};
use crate::rule::{Findings, Look, Period, Provision, Rule, Scope};
use crate::rules::cited_ranks::may_cite_law;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(408),
    name: "execution-without-law",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("行政强制执行没有法律依据", "coercive execution without a law"),
    unit: two("每项职权的每种执行方式一项", "one a way of execution and power"),
    help: two(
        "写明授权本机关强制执行的法律；法律没有规定的，改为申请人民法院强制执行",
        "cite the law by which the organ may execute; where there is none, apply to the court",
    ),
    citations: &[
        Provision { document: "中华人民共和国行政强制法", clause: "第十三条" },
        Provision {
            document: "中华人民共和国行政强制法", clause: "第四十五条、第四十六条、第五十条、第五十二条"
        },
        Provision { document: "中华人民共和国行政处罚法", clause: "第七十二条" },
    ],
    period: Some(SINCE),
    reads: &[&[field!(power_items: PowerItem, basis)], &[field!(power_items: PowerItem, coercion.basis)]],
    looks: &[Look::KeptItem(may_be_at_fault, execution_without_law)],
    page: include_str!("qd408.md"),
    ..Rule::BLANK
};

/// The day on which 行政强制法 began.
const SINCE: Period = Period::since("2012-01-01");

/// Whether only a law may set a way of execution, and not 行政强制法 itself.
fn needs_law(kind: CoercionKind) -> bool {
    matches!(
        kind,
        CoercionKind::TransferOfDeposits
            | CoercionKind::RemovalOfObstruction
            | CoercionKind::ForcedDemolition
            | CoercionKind::OtherExecution
    )
}

/// Whether 行政强制法 itself grants it to every organ. 滞纳金 is told of in no way: on taxes and contributions it follows other laws.
fn is_granted(kind: CoercionKind) -> bool {
    matches!(kind, CoercionKind::AdditionalFine | CoercionKind::SubstitutePerformance | CoercionKind::Sale)
}

/// The ways of execution of an item. What the court executes is not executed by the organ (§13 ¶2).
fn ways(item: &PowerItem) -> Vec<Stated<'_>> {
    let mut ways = stated(item, |kind| needs_law(kind) || is_granted(kind));
    if item.power_type == ItemType::CoerciveExecution
        && item.coercion.is_empty()
        && let Some(kind) = named(item, &NAMES)
    {
        ways.push(Stated::by_item(kind, "name", item));
    }
    if !ways.is_empty() && item.name.as_str().contains("法院") {
        ways.clear();
    }
    ways
}

/// The ways of execution that the name of an item typed as execution tells.
const NAMES: [(&str, CoercionKind); 6] = [
    ("代履行", CoercionKind::SubstitutePerformance),
    ("代为", CoercionKind::SubstitutePerformance),
    ("加处罚款", CoercionKind::AdditionalFine),
    ("划拨", CoercionKind::TransferOfDeposits),
    ("强制拆除", CoercionKind::ForcedDemolition),
    ("强制清除", CoercionKind::RemovalOfObstruction),
];

fn may_be_at_fault(scope: &Scope<'_>, item: Item<'_>) -> bool {
    let Item::Power(power) = item else { return false };
    let may_suffice = |way: &Stated<'_>| match way.kind {
        kind if is_granted(kind) => grants_by_title(way.basis()),
        _ => may_cite_law(scope, way.basis()),
    };
    item.in_force() && ways(power).iter().any(|way| way.basis().next().is_some() && !may_suffice(way))
}

fn execution_without_law(scope: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Item::Power(power) = item else { return };
    let Some(day) = scope.as_of().or_else(|| SINCE.from.parse().ok()) else { return };
    for way in ways(power) {
        let basis = all.basis(way.basis());
        if is_granted(way.kind) {
            if lacks_grant(way.kind, &basis) {
                notice(way, &basis, findings);
            }
            continue;
        }
        let suffices = |rank| {
            let cell = execution::may_set(way.kind, rank, day);
            cell.is_none_or(|cell| cell.verdict != Permission::Forbidden)
        };
        match basis.reach(suffices) {
            Reach::NoneCited | Reach::Suffices => {}
            Reach::Unknown => findings.not_run_on("power_items.basis", NotRunReason::InstrumentNotHeld),
            Reach::Below => report(way, &basis, findings),
        }
    }
}

const COERCION_LAW: &str = "中华人民共和国行政强制法";
const PENALTY_LAW: &str = "中华人民共和国行政处罚法";
/// Laws by which organs have a way of execution apart from 行政强制法: additional fines of the traffic police (§109), sale by
/// the tax office (§40) and by customs.
const APART: [(CoercionKind, &str); 3] = [
    (CoercionKind::AdditionalFine, "中华人民共和国道路交通安全法"),
    (CoercionKind::Sale, "中华人民共和国税收征收管理法"),
    (CoercionKind::Sale, "中华人民共和国海关法"),
];

/// Whether nothing is cited that grants a way of execution which every organ has by the law. What names no instrument may
/// name the right one. A law that sets 代履行 for its own matter leaves when and how to 行政强制法 §50 to §52.
fn lacks_grant(kind: CoercionKind, basis: &Basis) -> bool {
    if basis.is_empty() || basis.norms().iter().any(|norm| norm.title.is_empty()) {
        return false;
    }
    let cites = |title: &str, granting: &[u16]| {
        let mut articles = basis.articles_of(title).peekable();
        // Without an article the whole law is cited.
        basis.cites(title) && (articles.peek().is_none() || articles.any(|at| granting.contains(&at.article.get())))
    };
    !cites(COERCION_LAW, &[45, 46, 50, 51, 52])
        && !cites(PENALTY_LAW, &[72])
        && !APART.iter().any(|(of, title)| *of == kind && basis.cites(title))
}

/// Whether a citation names a provision that grants such a way: most do, and need not be kept.
fn grants_by_title<'c>(citations: impl IntoIterator<Item = &'c Citation>) -> bool {
    citations.into_iter().any(|citation| {
        let granting: &[u16] = match citation.title.as_ref().map(Text::as_str) {
            Some(COERCION_LAW) => &[45, 46, 50, 51, 52],
            Some(PENALTY_LAW) => &[72],
            _ => &[],
        };
        citation.instrument.is_none() && citation.articles.iter().any(|at| granting.contains(&at.article.get()))
    })
}

fn report(way: Stated<'_>, basis: &Basis, findings: &mut Findings<'_>) {
    let ((norms_zh, norms_en), kind) = (told(basis), way.kind);
    let kind_zh = kind.title_zh();
    findings
        .at(
            way.at,
            format!("{kind_zh}所引依据中没有法律：{norms_zh}；《行政强制法》第十三条规定，行政强制执行由法律设定，法律没有规定行政机关强制执行的，应当申请人民法院强制执行"),
            format!("`{kind}` rests on {norms_en}, among which is no law; by 行政强制法 §13 only a law sets execution, else the court executes"),
        )
        .found(kind.as_str())
        .expected("法律", "a law");
}

fn notice(way: Stated<'_>, basis: &Basis, findings: &mut Findings<'_>) {
    let ((norms_zh, norms_en), kind) = (told(basis), way.kind);
    let (article_zh, article_en) = match kind {
        CoercionKind::Sale => ("《行政强制法》第四十六条第三款", "行政强制法 §46"),
        CoercionKind::SubstitutePerformance => ("《行政强制法》第五十条、第五十二条", "行政强制法 §50 or §52"),
        _ => ("《行政强制法》第四十五条或者《行政处罚法》第七十二条", "行政强制法 §45 or 行政处罚法 §72"),
    };
    let kind_zh = kind.title_zh();
    findings
        .at(
            way.at,
            format!("{kind_zh}由{article_zh}直接规定，而所引依据为{norms_zh}，没有引用该条"),
            format!("`{kind}` is granted by {article_en} itself, which is not cited beside {norms_en}"),
        )
        .severity(Severity::Info)
        .found(kind.as_str())
        .expected(format!("引用{article_zh}"), format!("a citation of {article_en}"))
        .help("在依据中补引该条", "cite the article");
}
