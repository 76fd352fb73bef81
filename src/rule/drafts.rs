//! The drafts of a run: all are counted as they come, and as many are kept as a report lists.

use std::collections::BTreeMap;

use super::{Draft, Rule};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::report::FindingCounts;

/// How many findings of one rule a report lists unless told otherwise; all are counted.
const MAX_FINDINGS: u64 = 10_000;

/// Above that, one finding is listed for so many bytes of the input, so that a report is never much larger than it.
const BYTES_A_FINDING: u64 = 100;

/// How many drafts are kept.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Most {
    /// Of each rule.
    of_rule: u64,
    /// Of a rule that has had its number, as long as there are no more than these in all.
    of_all: u64,
}

impl Most {
    /// Of an input of so many bytes; of each rule as many as are told, where somebody tells it.
    pub(crate) fn of(told: Option<usize>, size: u64) -> Self {
        match told {
            Some(most) => Self { of_rule: u64::try_from(most).unwrap_or(u64::MAX), of_all: 0 },
            None => Self { of_rule: MAX_FINDINGS, of_all: size / BYTES_A_FINDING },
        }
    }

    /// The most that may be kept of any rule.
    pub(crate) fn of_any(self) -> u64 {
        self.of_rule.max(self.of_all)
    }
}

/// Drafts that are kept, each in a box that is given back while the findings are made of them.
pub(crate) type KeptDrafts = Vec<Box<Draft>>;

/// The drafts of a run. An input may give millions, so a draft is counted, and kept or dropped, when the next one comes.
#[derive(Debug, Default)]
pub(crate) struct Drafts {
    most: Most,
    /// The rules that run, each with the level at which its findings are told, where somebody asks for one.
    levels: BTreeMap<RuleCode, Option<Severity>>,
    kept: KeptDrafts,
    /// The last one, of which more may still be said.
    open: Option<Draft>,
    /// How often a rule told something, whatever came of it.
    told: u64,
    counts: FindingCounts,
    /// How many errors of each rule there are by its own word, by what they are about.
    errors: BTreeMap<Aspect, BTreeMap<RuleCode, u64>>,
    /// How many were counted and kept before these, where they follow others.
    before: BTreeMap<RuleCode, u64>,
    kept_before: u64,
    /// How many were counted in all where these follow others, once they do.
    followed: Option<u64>,
}

impl Drafts {
    pub(crate) fn new(most: Most) -> Self {
        Self { most, ..Self::default() }
    }

    /// Takes up a rule that runs; drafts of others are dropped, and not counted.
    pub(crate) fn add_rule(&mut self, rule: RuleCode, level: Option<Severity>) {
        self.levels.insert(rule, level);
    }

    /// Whether a rule runs.
    pub(crate) fn has_rule(&self, rule: RuleCode) -> bool {
        self.levels.contains_key(&rule)
    }

    /// Adds a draft, of which more may be said until the next one comes.
    pub(super) fn open(&mut self, draft: Draft) -> &mut Draft {
        self.settle();
        self.told = self.told.wrapping_add(1);
        self.open.insert(draft)
    }

    /// Ends the last draft.
    pub(crate) fn settle(&mut self) {
        let Some(mut draft) = self.open.take() else { return };
        let Some(level) = self.levels.get(&draft.rule.code).copied() else { return };
        if self.count(draft.rule.code, (draft.severity, draft.aspect), level, 1) {
            draft.shrink();
            self.kept.push(Box::new(draft));
        }
    }

    /// Counts what a rule found so often and what is not kept.
    pub(crate) fn add_unkept(&mut self, rule: &Rule, times: u64) {
        if let Some(level) = self.levels.get(&rule.code).copied().filter(|_| times > 0) {
            self.settle();
            self.count(rule.code, (rule.severity, rule.aspect), level, times);
        }
    }

    /// How many more drafts of a rule may be kept at most.
    pub(crate) fn room(&self, rule: RuleCode) -> u64 {
        if !self.has_rule(rule) {
            return 0;
        }
        let before = self.before.get(&rule).copied().unwrap_or_default();
        let counted = self.counts.by_rule.get(&rule).copied().unwrap_or_default().saturating_add(before);
        let kept = u64::try_from(self.kept.len()).unwrap_or(u64::MAX).saturating_add(self.kept_before);
        self.most.of_rule.saturating_sub(counted).max(self.most.of_all.saturating_sub(kept))
    }

    /// Counts findings; says whether the first of them is to be kept.
    fn count(
        &mut self,
        rule: RuleCode,
        (severity, aspect): (Severity, Aspect),
        level: Option<Severity>,
        times: u64,
    ) -> bool {
        let is_kept = self.room(rule) > 0;
        // Verdicts go by the severity of the rule, all else by the level that was asked for.
        if severity == Severity::Error {
            let errors = self.errors.entry(aspect).or_default().entry(rule).or_default();
            *errors = errors.saturating_add(times);
        }
        self.counts.add(rule, level.unwrap_or(severity), times);
        is_kept
    }

    /// How many are kept, the last one among them.
    pub(crate) fn len(&mut self) -> usize {
        self.settle();
        self.kept.len()
    }

    /// Those that were kept after so many.
    pub(crate) fn after(&mut self, many: usize) -> impl Iterator<Item = &mut Draft> {
        self.settle();
        self.kept.iter_mut().skip(many).map(AsMut::as_mut)
    }

    /// Forgets all that was found.
    pub(crate) fn clear(&mut self) {
        (self.open, self.counts) = (None, FindingCounts::default());
        self.kept.clear();
        self.errors.clear();
    }

    /// How often a rule told something, whatever comes of it: where it does not change nothing was found.
    pub(crate) fn told(&self) -> u64 {
        self.told
    }

    /// How many were counted.
    pub(crate) fn found(&self) -> u64 {
        self.counts.total
    }

    /// Forgets all that was found, and goes on where others are: of a rule that has no more room there none is kept. Says
    /// whether there is less room than there was.
    pub(crate) fn follow(&mut self, others: &Self) -> bool {
        if self.followed == Some(others.counts.total) && self.found() == 0 && self.open.is_none() {
            return false;
        }
        self.followed = Some(others.counts.total);
        self.clear();
        if self.levels.len() != others.levels.len() {
            self.levels.clone_from(&others.levels);
        }
        self.most = others.most;
        self.before.clone_from(&others.counts.by_rule);
        self.kept_before = u64::try_from(others.kept.len()).unwrap_or(u64::MAX);
        true
    }

    /// Adds those of what followed these, each after it was moved, and leaves nothing there. More may have been found in the
    /// meantime, so that fewer are kept.
    pub(crate) fn take(&mut self, further: &mut Self, moved: impl Fn(&mut Draft)) {
        self.settle();
        further.settle();
        // Nearly every record is without findings.
        if further.found() == 0 {
            return;
        }
        let mut counts = std::mem::take(&mut further.counts);
        for mut draft in further.kept.drain(..) {
            let code = draft.rule.code;
            let has_room = self.room(code) > 0;
            // A rule has kept its first ones: they are counted one by one, for the room of the next.
            let counted = self.counts.by_rule.entry(code).or_default();
            *counted = counted.saturating_add(1);
            if let Some(left) = counts.by_rule.get_mut(&code) {
                *left = left.saturating_sub(1);
            }
            if has_room {
                moved(&mut draft);
                self.kept.push(draft);
            }
        }
        self.counts.add_all(&counts);
        for (aspect, rules) in std::mem::take(&mut further.errors) {
            let of_aspect = self.errors.entry(aspect).or_default();
            for (rule, times) in rules {
                let errors = of_aspect.entry(rule).or_default();
                *errors = errors.saturating_add(times);
            }
        }
    }

    /// What was kept, how much was found, and how many errors by what they are about.
    pub(crate) fn finish(mut self) -> (KeptDrafts, FindingCounts, BTreeMap<Aspect, BTreeMap<RuleCode, u64>>) {
        self.settle();
        (self.kept, self.counts, self.errors)
    }
}
