//! Which rules run, and why the others do not.

use std::collections::{BTreeMap, BTreeSet};

use super::{Checker, RuleSelector};
use crate::finding::RuleCode;
use crate::lang::{Lang, Message};
use crate::report::{Coverage, NotRun, NotRunReason};
use crate::rule::{Gap, Need, Period, Rule, Scope};
use crate::rules::PlannedRule;

/// Writes down whether a rule runs, and why not; says whether it does.
pub(super) fn decide(coverage: &mut Coverage, checker: &Checker, scope: &Scope<'_>, rule: &Rule) -> bool {
    if let Some(reason) = refused(checker, scope, rule) {
        coverage.not_run.push(not_run(rule.code, reason, Vec::new()));
        return false;
    }
    let lacking = rule.fields().filter(|field| !scope.holds(field.path())).map(|field| field.path().to_owned());
    let lacking: Vec<String> = lacking.collect();
    if !lacking.is_empty() {
        coverage.not_run.push(not_run(rule.code, NotRunReason::NotHeld, lacking));
        if !rule.reads.iter().any(|group| scope.holds_all(group)) {
            return false;
        }
    }
    coverage.run.push(rule.code);
    true
}

/// Whether somebody wants the findings of a rule.
pub(super) fn is_wanted(checker: &Checker, code: RuleCode) -> bool {
    let is_selected = checker.selected.is_empty() || is_among(&checker.selected, code);
    is_selected && !is_among(&checker.ignored, code)
}

fn is_among(selectors: &[RuleSelector], code: RuleCode) -> bool {
    selectors.iter().any(|selector| selector.matches(code))
}

/// Why a rule does not run at all, whatever the catalog holds.
fn refused(checker: &Checker, scope: &Scope<'_>, rule: &Rule) -> Option<NotRunReason> {
    if is_among(&checker.ignored, rule.code) {
        Some(NotRunReason::Ignored)
    } else if !checker.selected.is_empty() && !is_among(&checker.selected, rule.code) {
        Some(NotRunReason::NotSelected)
    } else if let Some(lacking) = rule.needs.iter().find_map(|need| lacks(scope, *need)) {
        Some(lacking)
    } else if rule.period.is_some_and(|period| !is_within(scope, period)) {
        Some(NotRunReason::OutsidePeriod)
    } else {
        None
    }
}

/// Why something that a rule needs is not there; none where it is.
fn lacks(scope: &Scope<'_>, need: Need) -> Option<NotRunReason> {
    let is_there = match need {
        Need::AsOf => scope.as_of.is_some(),
        Need::Law => return scope.as_of.filter(|&day| scope.law.is_outdated(day)).map(|_| NotRunReason::LawOutdated),
        Need::Openings => scope.openings.is_some(),
        Need::Superior => !scope.superiors.is_empty(),
        Need::Previous => scope.previous.is_some(),
        Need::Parameter(parameter) => scope.has_parameter(parameter),
    };
    (!is_there).then_some(NotRunReason::InputMissing)
}

/// Whether a rule of this period is to run. Without a day it is judged by what applies until further notice.
fn is_within(scope: &Scope<'_>, period: Period) -> bool {
    scope.as_of.map_or(!period.has_end(), |day| period.contains(day))
}

/// Takes the rules that did not look off those that ran.
pub(super) fn keep_only(coverage: &mut Coverage, looked: &[RuleCode], reason: NotRunReason) {
    let (run, others) = std::mem::take(&mut coverage.run).into_iter().partition(|code| looked.contains(code));
    coverage.run = run;
    let others: Vec<RuleCode> = others;
    coverage.not_run.extend(others.into_iter().map(|code| not_run(code, reason, Vec::new())));
}

/// Writes down on what rules could not run: one entry a rule and reason.
pub(super) fn add_gaps(coverage: &mut Coverage, gaps: Vec<Gap>) {
    let mut by_reason: BTreeMap<(RuleCode, NotRunReason), BTreeSet<String>> = BTreeMap::new();
    for gap in gaps {
        by_reason.entry((gap.rule, gap.reason)).or_default().insert(gap.on);
    }
    let entries = by_reason.into_iter().map(|((code, reason), on)| not_run(code, reason, on.into_iter().collect()));
    coverage.not_run.extend(entries);
}

/// A rule that is not built, as it waits for a list that no catalog can hold yet.
pub(super) fn waiting(planned: &PlannedRule) -> Option<NotRun> {
    let list = planned.waits_for?;
    let zh = format!("本版本尚未实现此规则：目录还不能登载它所需的{}", list.text(Lang::Zh));
    let en = format!(
        "this version does not have the rule yet: it waits for {}, which no catalog can hold yet",
        list.text(Lang::En)
    );
    let not_built = not_run(planned.code, NotRunReason::NotBuilt, Vec::new());
    Some(NotRun { message: Message::new(zh, en), ..not_built })
}

/// A rule that did not run, and why, in words.
pub(super) fn not_run(code: RuleCode, reason: NotRunReason, fields: Vec<String>) -> NotRun {
    let (zh, en) = match reason {
        NotRunReason::NotBuilt => ("本版本尚未实现此规则", "this version does not have the rule yet"),
        NotRunReason::Ignored => ("按要求忽略此规则", "it was to be ignored"),
        NotRunReason::NotSelected => ("未选择此规则", "it was not selected"),
        NotRunReason::NotHeld => {
            ("来源没有采集这些栏目，暂不能判定", "the source does not hold these fields, so nothing can be said")
        }
        NotRunReason::InputMissing => ("缺少此规则所需的输入", "an input that it needs was not given"),
        NotRunReason::ReadingStopped => (
            "读取中途停止，只看到一部分记录，暂不能判定",
            "reading stopped, so a judgement over all records would mislead",
        ),
        NotRunReason::RecordsUnread => (
            "这些清单中有记录未能读取，不能断定被引用的记录不存在",
            "records of these kinds could not be read, so none can be called missing",
        ),
        NotRunReason::ListIncomplete => (
            "目录头未声明这些清单完整，不能据以核对",
            "the header does not declare the lists complete, so they prove nothing",
        ),
        NotRunReason::EarlierEdition => (
            "数据的统计日期早于本版次生效日期，不能相比",
            "the figures are of a day before this edition took effect, so the two cannot be compared",
        ),
        NotRunReason::NotCountable => (
            "指标、计数单位未写明或者不认识，或者记录没有说明，暂不能按目录统计",
            "the metric or unit is not known, or records leave open what is asked, so nothing can be counted",
        ),
        NotRunReason::LawOutdated => (
            "法规库只收录到检查日期的十二个月以前，暂不能判定；请更新法规库",
            "the law is known to a day more than twelve months before the one as of which to judge; refresh the facts",
        ),
        NotRunReason::InstrumentNotHeld => (
            "法规库未收录所引文件或者现状不明，暂不能判定；未收录不等于不存在",
            "nothing is held about instruments that are cited, so nothing can be said; they may exist all the same",
        ),
        NotRunReason::OutsidePeriod => (
            "检查日期不在此规则的适用期间内",
            "the day as of which to judge lies outside the period in which the rule applies",
        ),
        NotRunReason::VersionUnsupported => ("模式版本不受支持", "the schema version is not supported"),
    };
    NotRun { code, reason, fields, message: Message::new(zh, en) }
}
