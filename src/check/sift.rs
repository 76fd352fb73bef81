//! Findings that somebody answers for, told from the others once all that is known of a finding is known.

use std::collections::{BTreeMap, BTreeSet};

use super::checker::{Checker, FilesChecked};
use super::found::Found;
use crate::facts::RecordFacts;
use crate::finding::{Aspect, Finding, RuleCode, Severity};
use crate::model::Pointer;
use crate::report::{
    FindingCounts, SetAside, SetAsideBy, SuppressedRecord, Suppression, SuppressionReport, SuppressionState,
};

/// How many errors each rule found, by what they are about.
pub(super) type Errors = BTreeMap<Aspect, BTreeMap<RuleCode, u64>>;

/// What is left of the findings, and what was set aside.
pub(super) struct Sifted {
    pub(super) findings: Vec<Finding>,
    pub(super) set_aside: Vec<SetAside>,
    pub(super) suppressions: Vec<SuppressionReport>,
    /// The errors for which somebody answers.
    pub(super) answered: Errors,
}

/// What was looked at.
pub(super) struct Looked<'a> {
    /// The rules that ran.
    pub(super) rules: &'a [RuleCode],
    /// The records that are there.
    pub(super) records: &'a RecordFacts,
    /// Whether every record was read.
    pub(super) everything: bool,
}

impl Looked<'_> {
    /// Whether what a suppression is about was looked at. A record that is not there is looked at where all files are checked.
    fn at(&self, suppression: &Suppression, files: FilesChecked) -> bool {
        let is_there = |record: &SuppressedRecord| self.records.ordinal(record.kind, record.id.as_str()).is_some();
        let may_be_elsewhere = files == FilesChecked::Some && !suppression.record.as_ref().is_none_or(is_there);
        self.everything && self.rules.contains(&suppression.code) && !may_be_elsewhere
    }
}

/// Sets aside what the suppressions of the day say, and takes it off the counts and errors.
pub(super) fn sift(
    checker: &Checker,
    looked: &Looked<'_>,
    found: Vec<Found>,
    counts: &mut FindingCounts,
    errors: &mut Errors,
) -> Sifted {
    let holding = Holding::of(checker);
    let mut sifted = Sifted {
        // Most are only passed on.
        findings: Vec::with_capacity(found.len()),
        set_aside: Vec::new(),
        suppressions: Vec::new(),
        answered: Errors::new(),
    };
    let mut used: BTreeMap<usize, (u64, BTreeSet<Pointer>)> = BTreeMap::new();
    for Found { finding, own_severity, .. } in found {
        let Some(number) = holding.that_takes(&finding) else {
            sifted.findings.push(finding);
            continue;
        };
        counts.take_off(&finding);
        if own_severity == Severity::Error {
            let answered = sifted.answered.entry(finding.aspect).or_default().entry(finding.code).or_default();
            *answered = answered.saturating_add(1);
            take_off(errors, finding.aspect, finding.code);
        }
        let (times, paths) = used.entry(number).or_default();
        *times = times.saturating_add(1);
        paths.insert(finding.identity_path().clone());
        let suppression = u32::try_from(number).ok();
        sifted.set_aside.push(SetAside { by: SetAsideBy::Suppression, suppression, finding });
    }
    let report = |(number, suppression): (usize, &Suppression)| {
        let (findings, paths) = used.remove(&number).unwrap_or_default();
        let state = match suppression.state(checker.as_of) {
            SuppressionState::Unused if findings > 0 => SuppressionState::Used,
            SuppressionState::Unused if !looked.at(suppression, checker.files) => SuppressionState::NotLookedAt,
            state => state,
        };
        let paths = u64::try_from(paths.len()).unwrap_or(u64::MAX);
        SuppressionReport { suppression: suppression.clone(), state, findings, paths }
    };
    sifted.suppressions = checker.suppressions.iter().enumerate().map(report).collect();
    sifted
}

fn take_off(errors: &mut Errors, aspect: Aspect, code: RuleCode) {
    let Some(of_aspect) = errors.get_mut(&aspect) else { return };
    if let Some(left) = of_aspect.get_mut(&code) {
        *left = left.saturating_sub(1);
    }
    of_aspect.retain(|_, left| *left > 0);
    errors.retain(|_, rules| !rules.is_empty());
}

/// What a suppression is about: a rule, and kind and id of a record.
type About<'a> = (RuleCode, Option<(&'a str, &'a str)>);

/// The suppressions that hold on the day; a number stands for each.
struct Holding<'a>(BTreeMap<About<'a>, Vec<(usize, &'a Suppression)>>);

impl<'a> Holding<'a> {
    fn of(checker: &'a Checker) -> Self {
        let mut holding: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (number, suppression) in checker.suppressions.iter().enumerate() {
            if suppression.state(checker.as_of) == SuppressionState::Unused {
                let record = suppression.record.as_ref().map(|record| (record.kind.tag(), record.id.as_str()));
                holding.entry((suppression.code, record)).or_default().push((number, suppression));
            }
        }
        Self(holding)
    }

    /// The first suppression that a finding falls under; one that names its path goes before one that names none.
    fn that_takes(&self, finding: &Finding) -> Option<usize> {
        let record = match &finding.record {
            Some(record) => Some((record.kind.tag(), record.id.as_ref()?.as_str())),
            None => None,
        };
        let of_record = self.0.get(&(finding.code, record))?;
        let named = of_record.iter().find(|(_, one)| one.path.as_ref() == Some(finding.identity_path()));
        let (number, _) = named.or_else(|| of_record.iter().find(|(_, one)| one.path.is_none()))?;
        Some(*number)
    }
}
