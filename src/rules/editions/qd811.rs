//! QD811: an adjustment is published late.

use crate::codelist::TimeUnit;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::law::days::{after_months, days_between, fewest_working_days};
use crate::law::region::Parameter;
use crate::model::{Adjustment, Date, Pointer, TimeLimit, Written, field};
use crate::rule::{Findings, Look, Need, Provision, RecordLook, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(811),
    name: "adjustment-published-late",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("调整后未按期公布", "an adjustment is published late"),
    unit: two("每条调整记录一项", "one an adjustment"),
    help: two(
        "按本地区规定的期限公布调整后的清单；日期填错的，改正决定日期或者公布日期",
        "publish changes within the term of the region; or correct the day of decision or publication",
    ),
    citations: &[
        Provision {
            document: POWER_LIST_OPINION, clause: "公布权力清单、建立健全权力清单动态管理机制"
        },
        Provision { document: "政府信息公开条例", clause: "第二十六条" },
    ],
    needs: &[Need::Parameter(Parameter::AdjustmentPublication)],
    reads: &[&[field!(adjustments: Adjustment, decided_on), field!(adjustments: Adjustment, published_on)]],
    looks: &[Look::Record(RecordLook::Adjustment(published_late))],
    page: include_str!("qd811.md"),
    ..Rule::BLANK
};

fn published_late(scope: &Scope<'_>, adjustment: &Adjustment, findings: &mut Findings<'_>) {
    let day = |written: &Option<Written<Date>>| written.as_ref().and_then(Written::value);
    let (Some(decided), Some(published)) = (day(&adjustment.decided_on), day(&adjustment.published_on)) else { return };
    // The term is that of the day of the decision.
    let Some(term) = scope.parameter(Parameter::AdjustmentPublication, decided) else { return };
    let Ok(limit) = TimeLimit::new(term.amount().get(), term.unit()) else { return };
    if !is_certainly_later(decided, published, &limit) {
        return;
    }
    let (limit_zh, limit_en) = (limit.in_chinese(), limit.in_english());
    let (by_zh, by_en) = match term.source() {
        Some(source) => (format!("（{source}）"), format!(" ({source})")),
        None => ("（检查时给定）".to_owned(), " (as given to the check)".to_owned()),
    };
    findings
        .at(
            Pointer::member("published_on"),
            format!(
                "{}作出决定，{}公布，超过本地区规定的{limit_zh}{by_zh}",
                decided.in_chinese(),
                published.in_chinese()
            ),
            format!("decided on {decided}, published on {published}: more than the {limit_en} of the region{by_en}"),
        )
        .found(&published.to_string())
        .expected(format!("决定后{limit_zh}内"), format!("within {limit_en} of the decision"))
        .related_below(Pointer::member("decided_on"), "决定日期", "the day of the decision");
}

/// Whether a day is later than a term after another allows, whatever holidays lie between.
fn is_certainly_later(decided: Date, published: Date, limit: &TimeLimit) -> bool {
    let Some(between) = days_between(decided, published) else { return false };
    match limit.unit {
        TimeUnit::Month => after_months(decided, limit.amount.get()).is_some_and(|last| last < published),
        TimeUnit::CalendarDay => between > u32::from(limit.amount.get()),
        TimeUnit::Hour => between > u32::from(limit.amount.get()).div_ceil(24),
        // A plain 日 may mean working days.
        TimeUnit::WorkingDay | TimeUnit::Day => {
            let passed = TimeLimit::new(u16::try_from(between).unwrap_or(u16::MAX), TimeUnit::CalendarDay);
            passed.is_ok_and(|passed| fewest_working_days(&passed) > u32::from(limit.amount.get()))
        }
    }
}
