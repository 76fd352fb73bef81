//! Verdicts: yes, no or not shown.

use std::collections::BTreeSet;

use super::Checker;
use super::sift::Errors;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::report::{Coverage, Judgement, NotRun, NotRunReason, Verdict, Verdicts};
use crate::rule::{Need, Rule};
use crate::rules;

/// What verdicts are reached by.
pub(super) struct Grounds<'a> {
    pub(super) checker: &'a Checker,
    pub(super) coverage: &'a Coverage,
    /// The errors for which nobody answers.
    pub(super) errors: &'a Errors,
    /// The errors for which somebody answers.
    pub(super) answered: &'a Errors,
    /// Whether every record was read.
    pub(super) everything_read: bool,
    /// Whether a record was judged: of nothing, nothing is shown.
    pub(super) something_judged: bool,
}

impl Grounds<'_> {
    pub(super) fn verdicts(&self) -> Verdicts {
        Verdicts {
            valid: self.judge(Aspect::Valid),
            lawful: self.judge(Aspect::Lawful),
            publishable: self.judge(Aspect::Publishable),
        }
    }

    /// The verdict on one aspect: never yes while an error rule of it is unbuilt or did not run on everything, or while
    /// somebody answers for an error.
    fn judge(&self, aspect: Aspect) -> Judgement {
        if let Some(errors) = self.errors.get(&aspect) {
            return Judgement { verdict: Verdict::No, because: errors.keys().copied().collect() };
        }
        let finds_errors = |code: RuleCode| {
            self.checker.find(code).is_some_and(|rule| rule.aspect == aspect && rule.severity == Severity::Error)
        };
        let not_run = self.coverage.not_run.iter().filter(|not_run| self.blocks(not_run));
        let not_run = not_run.map(|not_run| not_run.code).filter(|&code| finds_errors(code));
        let not_built = rules::not_built()
            .filter(|planned| planned.aspect == aspect && planned.severity == Severity::Error)
            .map(|planned| planned.code);
        let answered = self.answered.get(&aspect).into_iter().flat_map(|rules| rules.keys().copied());
        let because: BTreeSet<RuleCode> = not_run.chain(not_built).chain(answered).collect();
        let is_shown = because.is_empty() && self.everything_read && self.something_judged;
        let verdict = if is_shown { Verdict::Yes } else { Verdict::NotShown };
        Judgement { verdict, because: because.into_iter().collect() }
    }

    /// Whether that a rule did not run stands in the way of a yes. What a rule forbids was not forbidden outside its
    /// period; and of a list beside the catalog that nobody gave, the coverage names the rules that needed it, or the part
    /// of a rule.
    fn blocks(&self, not_run: &NotRun) -> bool {
        let needs_other = |rule: &Rule| rule.needs.iter().any(|need| matches!(need, Need::Superior | Need::Previous));
        match not_run.reason {
            NotRunReason::OutsidePeriod => false,
            NotRunReason::InputMissing if !not_run.fields.is_empty() => false,
            NotRunReason::InputMissing => !self.checker.find(not_run.code).is_some_and(needs_other),
            _ => true,
        }
    }
}
