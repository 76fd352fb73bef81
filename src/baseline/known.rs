//! Holding findings against what is known.

use std::collections::BTreeMap;

use super::{Baseline, KnownFinding, StaleEntry, Times};
use crate::finding::Finding;
use crate::report::{BaselineReport, InputReport, NotRunReason, SetAside, SetAsideBy};

impl Baseline {
    /// Takes the findings of an input that are known out of those that are listed and counted. Of equal findings the first
    /// ones are the known ones.
    pub(crate) fn sift(&self, input: &mut InputReport) {
        let mut left: BTreeMap<&KnownFinding, u64> = BTreeMap::new();
        let mut is_known = |finding: &Finding| {
            let (known, times) = self.entries.get_key_value(&KnownFinding::of(&input.name, finding)?)?;
            let left = left.entry(known).or_insert(times.count.get());
            *left = left.checked_sub(1)?;
            Some(())
        };
        let mut set_aside = Vec::new();
        let mut told = BaselineReport::default();
        let findings = std::mem::take(&mut input.findings);
        for finding in findings {
            if is_known(&finding).is_none() {
                input.findings.push(finding);
                continue;
            }
            input.counts.take_off(&finding);
            told.known = told.known.saturating_add(1);
            set_aside.push(SetAside { by: SetAsideBy::Baseline, suppression: None, finding });
        }
        input.counts.shown = u64::try_from(input.findings.len()).unwrap_or(u64::MAX);
        input.set_aside.append(&mut set_aside);
        let stale = self.stale_of(input);
        let gone = |stale: &StaleEntry| stale.entry.count.get().saturating_sub(stale.left);
        told.stale = stale.iter().map(gone).fold(0, u64::saturating_add);
        input.baseline = Some(told);
    }

    /// The entries about the files of an input of which not all findings are there any more.
    pub(crate) fn stale_of(&self, input: &InputReport) -> Vec<StaleEntry> {
        // What an input lacks that was not read to its end, or of which records are unread, may well be there.
        let is_whole = input.unread == 0
            && input.coverage.not_run.iter().all(|not_run| not_run.reason != NotRunReason::ReadingStopped);
        if !is_whole {
            return Vec::new();
        }
        let mut found: BTreeMap<KnownFinding, u64> = BTreeMap::new();
        for finding in input.findings_of_all() {
            if let Some(known) = KnownFinding::of(&input.name, finding) {
                let times = found.entry(known).or_default();
                *times = times.saturating_add(1);
            }
        }
        let mut stale = Vec::new();
        for file in input.files() {
            for (known, &Times { count, line }) in self.of_file(file) {
                let left = found.get(known).copied().unwrap_or_default();
                if left < count.get() && input.coverage.run.contains(&known.code) {
                    stale.push(StaleEntry { entry: known.clone().times(count), left, line });
                }
            }
        }
        stale
    }

    /// The entries about one file.
    fn of_file<'a>(&'a self, file: &'a str) -> impl Iterator<Item = (&'a KnownFinding, &'a Times)> {
        // Sorted by file.
        self.entries
            .iter()
            .skip_while(move |(known, _)| known.file != file)
            .take_while(move |(known, _)| known.file == file)
    }
}
