//! QD406: a penalty that the rank of its basis may not set.

use super::norms::told;
use crate::codelist::PenaltyKind;
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::judged::basis::{Basis, Reach};
use crate::lang::two;
use crate::law::{Permission, penalty};
use crate::model::{Citation, Date, Item, Penalty, Pointer, PowerItem, field};
use crate::rule::{Findings, Look, Period, Provision, Rule, Scope};
use crate::rules::cited_ranks::{may_cite_law, may_cite_regulation};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(406),
    name: "penalty-over-rank",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("行政处罚的设定超出依据的位阶", "a penalty that the rank of its basis may not set"),
    unit: two("每项职权的每个处罚种类一项", "one a kind of penalty and power"),
    help: two(
        "写明设定该处罚的法律、法规；没有的，取消该种处罚",
        "cite the law or regulation that sets the penalty; where there is none, give the penalty up",
    ),
    citations: &[
        Provision { document: "中华人民共和国行政处罚法", clause: "第十二条第一款" },
        Provision { document: "中华人民共和国行政处罚法", clause: "第十三条、第十四条" },
        Provision { document: "中华人民共和国行政处罚法", clause: "第十六条" },
    ],
    period: Some(SINCE),
    reads: &[
        &[field!(power_items: PowerItem, penalties), field!(power_items: PowerItem, basis)],
        &[field!(power_items: PowerItem, penalties), field!(power_items: PowerItem, penalties.basis)],
    ],
    looks: &[Look::KeptItem(may_be_at_fault, penalty_over_rank)],
    page: include_str!("qd406.md"),
    ..Rule::BLANK
};

/// The revision of 2021, by whose articles it judges.
const SINCE: Period = Period::since("2021-07-15");

/// What sets a penalty: its own provisions and those of the item. A document beside a penalty often tells only how much is
/// imposed (裁量基准), while the item cites the law.
fn set_by<'a>(item: &'a PowerItem, penalty: &'a Penalty) -> impl Iterator<Item = &'a Citation> + use<'a> {
    penalty.basis.iter().chain(&item.basis)
}

/// Whether the rule says something of a kind: of liberty QD409 does, and an order to correct is no penalty (§28).
fn is_judged(kind: PenaltyKind) -> bool {
    !matches!(kind, PenaltyKind::Detention | PenaltyKind::OrderToCorrect)
}

fn may_be_at_fault(scope: &Scope<'_>, item: Item<'_>) -> bool {
    let Item::Power(power) = item else { return false };
    item.in_force()
        && power.penalties.iter().filter(|penalty| is_judged(penalty.kind)).any(|penalty| {
            // Local regulations are called 条例 too, and may not set this one.
            let suffices = match penalty.kind {
                PenaltyKind::RevocationOfBusinessLicense => may_cite_law(scope, set_by(power, penalty)),
                _ => may_cite_regulation(scope, set_by(power, penalty)),
            };
            set_by(power, penalty).next().is_some() && !suffices
        })
}

/// Why the basis of a penalty does not suffice.
enum Fault {
    /// Nothing but documents.
    Documents,
    /// 吊销营业执照 by nothing above a local regulation.
    BusinessLicense,
    /// Nothing but rules, which detail an upper norm that is not cited.
    Rules,
}

fn penalty_over_rank(scope: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Item::Power(power) = item else { return };
    let Some(day) = scope.as_of().or_else(|| SINCE.from.parse().ok()) else { return };
    let mut told_of: Vec<PenaltyKind> = Vec::new();
    for (at, penalty) in power.penalties.iter().enumerate().filter(|(_, penalty)| is_judged(penalty.kind)) {
        if told_of.contains(&penalty.kind) {
            continue;
        }
        let basis = all.basis(set_by(power, penalty));
        let may_set =
            |rank| penalty::may_set(penalty.kind, rank, day).map(|cell| cell.verdict != Permission::Forbidden);
        match basis.reach(|rank| may_set(rank).unwrap_or(true)) {
            Reach::NoneCited | Reach::Suffices => {}
            Reach::Unknown => findings.not_run_on("power_items.penalties", NotRunReason::InstrumentNotHeld),
            Reach::Below => {
                told_of.push(penalty.kind);
                report(at, penalty.kind, &fault(penalty.kind, &basis, day), &basis, findings);
            }
        }
    }
}

fn fault(kind: PenaltyKind, basis: &Basis, day: Date) -> Fault {
    let is_no_document = |rank| {
        let cell = penalty::may_set(kind, rank, day);
        cell.and_then(|cell| cell.citation).is_none_or(|of| of.clause != "第十六条")
    };
    if basis.reach(is_no_document) == Reach::Below {
        Fault::Documents
    } else if kind == PenaltyKind::RevocationOfBusinessLicense {
        Fault::BusinessLicense
    } else {
        Fault::Rules
    }
}

fn report(at: usize, kind: PenaltyKind, fault: &Fault, basis: &Basis, findings: &mut Findings<'_>) {
    let path = Pointer::element("penalties", at).below("kind");
    let ((norms_zh, norms_en), kind_zh) = (told(basis), kind.title_zh());
    let (zh, en) = match fault {
        Fault::Documents => (
            format!(
                "{kind_zh}所引依据只有{norms_zh}；《行政处罚法》第十六条规定，法律、法规、规章以外的规范性文件不得设定行政处罚"
            ),
            format!(
                "`{kind}` rests on {norms_en} alone; by 行政处罚法 §16 only laws, regulations and rules set penalties"
            ),
        ),
        Fault::BusinessLicense => (
            format!(
                "{kind_zh}所引依据中没有法律、行政法规：{norms_zh}；《行政处罚法》第十二条第一款规定，地方性法规不得设定吊销营业执照，规章更不得设定"
            ),
            format!(
                "`{kind}` rests on {norms_en}; by 行政处罚法 §12 a local regulation may not set it, and a rule still less"
            ),
        ),
        Fault::Rules => (
            format!(
                "{kind_zh}所引依据只有{norms_zh}，没有引用上位法；《行政处罚法》第十三条、第十四条规定，规章只可以设定警告、通报批评和一定数额的罚款，其他种类只能在法律、法规规定的范围内作出具体规定"
            ),
            format!(
                "`{kind}` rests on {norms_en} alone, and no upper norm is cited; by 行政处罚法 §13 and §14 rules set only warnings, public criticism and fines, and detail what an upper norm has set"
            ),
        ),
    };
    let draft = findings.at(path, zh, en).found(kind.as_str()).of_record(kind.as_str());
    match fault {
        Fault::Documents => draft.expected(
            "法律、法规，或者规章（限于警告、通报批评、罚款）",
            "a law, a regulation, or for warnings, criticism and fines a rule",
        ),
        Fault::BusinessLicense => draft.expected("法律或者行政法规", "a law or administrative regulation"),
        Fault::Rules => draft
            .severity(Severity::Warning)
            .expected("同时引用规定该种处罚的法律、法规", "the law or regulation that sets it, beside the rule"),
    };
}
