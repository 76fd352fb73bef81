//! Findings that somebody answers for, told from the others when they are counted.

use std::collections::{BTreeMap, BTreeSet};

use super::Draft;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::spot::Spot;

/// What is to be set aside, and how much was.
#[derive(Debug, Clone, Default)]
pub(crate) struct SetAside {
    /// Of the catalog as a whole: the rule, and the number of the suppression.
    of_catalog: Vec<(RuleCode, usize)>,
    /// Of records, by their ordinals.
    of_records: Vec<(RuleCode, u32, usize)>,
    /// How many findings each suppression set aside, by its number.
    used: BTreeMap<usize, u64>,
    /// The rules of errors that were set aside, by what they are about.
    errors: BTreeMap<Aspect, BTreeSet<RuleCode>>,
}

impl SetAside {
    /// Sets aside what a rule says of the catalog as a whole.
    pub(crate) fn of_catalog(&mut self, rule: RuleCode, number: usize) {
        self.of_catalog.push((rule, number));
    }

    /// Sets aside what a rule says of a record.
    pub(crate) fn of_record(&mut self, rule: RuleCode, ordinal: u32, number: usize) {
        self.of_records.push((rule, ordinal, number));
    }

    /// The same of the catalog as a whole, and nothing set aside yet.
    pub(super) fn to_follow(&self) -> Self {
        Self { of_catalog: self.of_catalog.clone(), ..Self::default() }
    }

    /// Forgets which records were meant: those that come are others.
    pub(crate) fn forget_records(&mut self) {
        self.of_records.clear();
    }

    /// Whether a draft is set aside; then it is counted here.
    pub(super) fn takes(&mut self, draft: &Draft) -> bool {
        if self.of_catalog.is_empty() && self.of_records.is_empty() {
            return false;
        }
        let code = draft.rule.code;
        let number = match draft.spot {
            Spot::Header(_) | Spot::Input { record: None, .. } => {
                self.of_catalog.iter().find(|(rule, _)| *rule == code).map(|(_, number)| *number)
            }
            Spot::Record(ordinal, _) | Spot::Input { record: Some(ordinal), .. } => self
                .of_records
                .iter()
                .find(|(rule, of, _)| (*rule, *of) == (code, ordinal))
                .map(|(_, _, number)| *number),
        };
        let Some(number) = number else { return false };
        let used = self.used.entry(number).or_default();
        *used = used.saturating_add(1);
        if draft.severity == Severity::Error {
            self.errors.entry(draft.aspect).or_default().insert(code);
        }
        true
    }

    /// How many findings were set aside in all.
    pub(super) fn found(&self) -> u64 {
        self.used.values().fold(0, |sum, used| used.saturating_add(sum))
    }

    /// How many findings a suppression set aside.
    pub(crate) fn used(&self, number: usize) -> u64 {
        self.used.get(&number).copied().unwrap_or_default()
    }

    /// The rules of errors that were set aside.
    pub(crate) fn errors(&self) -> &BTreeMap<Aspect, BTreeSet<RuleCode>> {
        &self.errors
    }

    /// Forgets what was set aside.
    pub(super) fn clear(&mut self) {
        self.used.clear();
        self.errors.clear();
    }

    /// Adds what another set aside, and leaves nothing there.
    pub(super) fn take(&mut self, other: &mut Self) {
        for (number, more) in std::mem::take(&mut other.used) {
            let used = self.used.entry(number).or_default();
            *used = used.saturating_add(more);
        }
        for (aspect, rules) in std::mem::take(&mut other.errors) {
            self.errors.entry(aspect).or_default().extend(rules);
        }
    }
}
