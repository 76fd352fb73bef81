//! Which findings are to be set aside, by the records that they are about.

use std::collections::HashMap;

use super::Checker;
use crate::facts::RecordFacts;
use crate::model::{Kind, RecordRef};
use crate::report::{SuppressionReport, SuppressionState};
use crate::rule::SetAside;

/// The suppressions that hold on the day, by the records that they name; a number stands for each.
#[derive(Debug, Default)]
pub(super) struct Suppressed<'a> {
    by_record: HashMap<(Kind, &'a str), Vec<(crate::finding::RuleCode, usize)>>,
}

impl<'a> Suppressed<'a> {
    pub(super) fn of(checker: &'a Checker) -> Self {
        let mut by_record: HashMap<_, Vec<_>> = HashMap::new();
        for (number, suppression) in holding(checker) {
            if let Some(record) = &suppression.record {
                by_record.entry((record.kind, record.id.as_str())).or_default().push((suppression.rule, number));
            }
        }
        Self { by_record }
    }

    /// Says that the next drafts are about a record, by its ordinal.
    pub(super) fn begin(&self, ordinal: u32, record: RecordRef<'_>, aside: &mut SetAside) {
        if self.by_record.is_empty() {
            return;
        }
        aside.forget_records();
        for &(rule, number) in self.by_record.get(&(record.kind(), record.id().as_str())).into_iter().flatten() {
            aside.of_record(rule, ordinal, number);
        }
    }
}

/// Those that hold as of the day of the check.
fn holding(checker: &Checker) -> impl Iterator<Item = (usize, &crate::report::Suppression)> {
    let all = checker.suppressions.iter().enumerate();
    all.filter(|(_, suppression)| suppression.state(checker.as_of) == SuppressionState::Unused)
}

/// What is to be set aside of the catalog as a whole.
pub(super) fn of_catalog(checker: &Checker) -> SetAside {
    let mut aside = SetAside::default();
    for (number, suppression) in holding(checker).filter(|(_, suppression)| suppression.record.is_none()) {
        aside.of_catalog(suppression.rule, number);
    }
    aside
}

/// Says which records are meant, when all are known.
pub(super) fn begin_whole(checker: &Checker, records: &RecordFacts, aside: &mut SetAside) {
    aside.forget_records();
    for (number, suppression) in holding(checker) {
        let record = suppression.record.as_ref();
        if let Some(ordinal) = record.and_then(|record| records.ordinal(record.kind, record.id.as_str())) {
            aside.of_record(suppression.rule, ordinal, number);
        }
    }
}

/// What came of all of them.
pub(super) fn reported(checker: &Checker, aside: &SetAside) -> Vec<SuppressionReport> {
    let report = |(number, suppression): (usize, &crate::report::Suppression)| {
        let findings = aside.used(number);
        let state = match suppression.state(checker.as_of) {
            SuppressionState::Unused if findings > 0 => SuppressionState::Used,
            state => state,
        };
        SuppressionReport { suppression: suppression.clone(), state, findings }
    };
    checker.suppressions.iter().enumerate().map(report).collect()
}
