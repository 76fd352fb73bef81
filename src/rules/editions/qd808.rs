//! QD808: an adjustment without a decision or basis.

use crate::codelist::AdjustmentOperation;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Adjustment, Pointer, field};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(808),
    name: "adjustment-basis",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("调整没有决定或者依据", "an adjustment without a decision or basis"),
    unit: two("每条调整记录一项", "one an adjustment"),
    help: two(
        "写明作出决定的机关和日期，或者决定文件，或者调整所依据的条款",
        "state the body that decided and the day, or the document, or the provisions behind it",
    ),
    citations: &[
        Provision { document: POWER_LIST_OPINION, clause: "建立健全权力清单动态管理机制" },
        Provision { document: "行政许可法", clause: "第二十条、第二十一条" },
    ],
    reads: &[&[
        field!(adjustments: Adjustment, basis),
        field!(adjustments: Adjustment, decided_by),
        field!(adjustments: Adjustment, decision),
        field!(adjustments: Adjustment, decided_on),
    ]],
    looks: &[Look::Record(RecordLook::Adjustment(adjustment_basis))],
    page: include_str!("qd808.md"),
    ..Rule::BLANK
};

fn adjustment_basis(_: &Scope<'_>, adjustment: &Adjustment, findings: &mut Findings<'_>) {
    let is_decided =
        adjustment.decision.is_some() || (adjustment.decided_by.is_some() && adjustment.decided_on.is_some());
    if is_decided || !adjustment.basis.is_empty() {
        return;
    }
    let operation = adjustment.operation;
    let half_zh = match (&adjustment.decided_by, &adjustment.decided_on) {
        (Some(_), None) => "（只写了决定机关，没有日期）",
        (None, Some(_)) => "（只写了日期，没有决定机关）",
        _ => "",
    };
    findings
        .at(
            Pointer::member("operation"),
            format!("{}没有写明决定{half_zh}，也没有写明依据", operation.title_zh()),
            format!("`{operation}` states neither a decision, with body and day or document, nor a basis"),
        )
        .severity(severity_of(operation))
        .found(operation.as_str());
}

/// Powers come, go and move by decision alone; what else changes is content, which 21号 wants approved.
fn severity_of(operation: AdjustmentOperation) -> Severity {
    use AdjustmentOperation::{
        Add, Cancel, ChangeBasis, ChangeBody, ChangeType, Devolve, Entrust, Merge, Rename, Split, TakeBack, TakeOver,
    };
    match operation {
        Add | Cancel | Devolve | TakeOver | Entrust | TakeBack | ChangeType => Severity::Error,
        Merge | Split | Rename | ChangeBasis | ChangeBody => Severity::Warning,
    }
}
