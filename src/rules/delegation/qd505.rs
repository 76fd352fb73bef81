//! QD505: a transfer of a penalty is not evaluated from time to time.

use super::seen::{PENALTIES_TO_TOWNSHIPS, Seen, day};
use crate::codelist::TimeUnit;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::law::days::after_months;
use crate::law::region::Parameter;
use crate::model::{Date, Delegation, Pointer, Written, field};
use crate::rule::{AmongAll, Findings, KeptLook, Look, Need, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(505),
    name: "delegation-unevaluated",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("赋权没有定期评估", "a delegation is not evaluated"),
    unit: two("每项赋权一项", "one a delegation"),
    help: two(
        "组织评估，写明评估日期和结论（保留、调整、收回）",
        "evaluate it, and state the day and what was found: keep, adjust or take back",
    ),
    citations: &[Provision { document: "行政处罚法", clause: "第二十四条第一款" }],
    period: Some(PENALTIES_TO_TOWNSHIPS),
    needs: &[Need::AsOf],
    reads: &[&[field!(delegations: Delegation, evaluations)]],
    looks: &[Look::Kept(KeptLook::Delegation(|_, _| true, delegation_unevaluated))],
    page: include_str!("qd505.md"),
    ..Rule::BLANK
};

fn delegation_unevaluated(scope: &Scope<'_>, all: &AmongAll<'_>, delegation: &Delegation, findings: &mut Findings<'_>) {
    let (seen, Some(as_of)) = (Seen::of(scope, all, delegation), scope.as_of()) else { return };
    if !seen.is_penalty_transfer() {
        return;
    }
    let (effective, Some(months)) = (day(delegation.effective_on.as_ref()), months(scope, as_of)) else { return };
    // When an evaluation was whose day cannot be read nobody knows.
    let Some(days) =
        delegation.evaluations.iter().map(|evaluation| Written::value(&evaluation.on)).collect::<Option<Vec<_>>>()
    else {
        return;
    };
    let last = days.into_iter().filter(|day| *day <= as_of).max();
    // Of what is evaluated it need not be stated since when it is in effect.
    let Some(from) = last.max(effective) else { return };
    if after_months(from, months).is_none_or(|due| as_of <= due) {
        return;
    }
    let (since_zh, since_en) = match last {
        Some(last) => (format!("上次评估在{}", last.in_chinese()), format!("last evaluated on {last}")),
        None => {
            (format!("自{}起生效，没有评估", from.in_chinese()), format!("in effect since {from} and never evaluated"))
        }
    };
    findings
        .at(
            Pointer::member(if last.is_some() { "evaluations" } else { "effective_on" }),
            format!("{since_zh}，已超过{months}个月的评估周期；《行政处罚法》第二十四条规定定期组织评估"),
            format!(
                "{since_en}, more than {months} months ago; under 行政处罚法 §24 it is evaluated from time to time"
            ),
        )
        .expected(format!("每{months}个月至少评估一次"), format!("an evaluation every {months} months"));
}

/// Within how many months an evaluation is due in the division of the catalog.
fn months(scope: &Scope<'_>, as_of: Date) -> Option<u16> {
    let value = scope.parameter(Parameter::DelegationEvaluation, as_of)?;
    (value.unit() == TimeUnit::Month).then(|| value.amount().get())
}
