//! Verdicts: yes, no or not shown.

use std::collections::{BTreeMap, BTreeSet};

use super::Checker;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::report::{Coverage, Judgement, NotRunReason, Verdict, Verdicts};
use crate::rules;

/// What verdicts are reached by.
pub(super) struct Grounds<'a> {
    pub(super) checker: &'a Checker,
    pub(super) coverage: &'a Coverage,
    /// The rules that found errors, by their aspects.
    pub(super) errors: &'a BTreeMap<Aspect, BTreeSet<RuleCode>>,
    /// Whether every record was read.
    pub(super) everything_read: bool,
}

impl Grounds<'_> {
    pub(super) fn verdicts(&self) -> Verdicts {
        Verdicts {
            valid: self.judge(Aspect::Valid),
            lawful: self.judge(Aspect::Lawful),
            publishable: self.judge(Aspect::Publishable),
        }
    }

    /// The verdict on one aspect: never yes while an error rule of it is unbuilt or did not run on everything.
    fn judge(&self, aspect: Aspect) -> Judgement {
        if let Some(errors) = self.errors.get(&aspect) {
            return Judgement { verdict: Verdict::No, because: errors.iter().copied().collect() };
        }
        let finds_errors = |code: RuleCode| {
            self.checker.find(code).is_some_and(|rule| rule.aspect == aspect && rule.severity == Severity::Error)
        };
        // What a rule forbids was not forbidden outside its period. A list beside the catalog that nobody gave stands in
        // the way of no verdict: the coverage names the rules that needed it.
        let not_run = self.coverage.not_run.iter().filter(|not_run| not_run.reason != NotRunReason::OutsidePeriod);
        let not_run = not_run.map(|not_run| not_run.code).filter(|&code| finds_errors(code));
        let not_run = not_run.filter(|&code| !self.waits_for_other(code));
        let not_built = rules::not_built()
            .filter(|planned| planned.aspect == aspect && planned.severity == Severity::Error)
            .map(|planned| planned.code);
        let because: BTreeSet<RuleCode> = not_run.chain(not_built).collect();
        let verdict = if because.is_empty() && self.everything_read { Verdict::Yes } else { Verdict::NotShown };
        Judgement { verdict, because: because.into_iter().collect() }
    }

    /// Whether a rule did not run for want of a second catalog alone.
    fn waits_for_other(&self, code: RuleCode) -> bool {
        let lacks_input =
            |not_run: &crate::report::NotRun| not_run.code == code && not_run.reason == NotRunReason::InputMissing;
        let needs_other = |rule: &crate::rule::Rule| {
            let other = [crate::rule::Need::Superior, crate::rule::Need::Previous];
            rule.needs.iter().any(|need| other.contains(need))
        };
        self.coverage.not_run.iter().any(lacks_input) && self.checker.find(code).is_some_and(needs_other)
    }
}
