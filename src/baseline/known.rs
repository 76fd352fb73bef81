//! Holding findings against what is known.

use std::collections::BTreeMap;

use super::{Baseline, KnownFinding, StaleEntry, Times};
use crate::finding::Finding;
use crate::report::{BaselineReport, InputReport, Report, SetAside, SetAsideBy};

/// How many more findings of each entry are known.
struct Left<'a> {
    baseline: &'a Baseline,
    of_entries: BTreeMap<&'a KnownFinding, u64>,
}

impl<'a> Left<'a> {
    fn of(baseline: &'a Baseline) -> Self {
        Self { baseline, of_entries: BTreeMap::new() }
    }

    /// Whether a finding is known; then one less is left.
    fn takes(&mut self, input: &str, finding: &Finding) -> bool {
        let entry =
            self.baseline.known_by(input, finding).and_then(|known| self.baseline.entries.get_key_value(&known));
        let Some((known, times)) = entry else { return false };
        let left = self.of_entries.entry(known).or_insert(u64::from(times.count.get()));
        let is_known = *left > 0;
        *left = left.saturating_sub(1);
        is_known
    }
}

impl Baseline {
    /// Takes the findings of an input that are known out of those that are listed and counted. Of equal findings the first
    /// ones are the known ones. Gives the entries that are stale.
    pub(crate) fn sift(&self, input: &mut InputReport) -> Vec<StaleEntry> {
        let mut left = Left::of(self);
        let mut set_aside = Vec::new();
        let mut told = BaselineReport::default();
        let findings = std::mem::take(&mut input.findings);
        for finding in findings {
            if !left.takes(&input.name, &finding) {
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
        let gone = |stale: &StaleEntry| u64::from(stale.entry.count.get()).saturating_sub(stale.left);
        told.stale = stale.iter().map(gone).fold(0, u64::saturating_add);
        input.baseline = Some(told);
        stale
    }

    /// How many findings of a report it does not know; what keeps a file from being read is among them.
    #[must_use]
    pub fn new_in(&self, report: &Report) -> u64 {
        let mut left = Left::of(self);
        let findings = report
            .inputs
            .iter()
            .flat_map(|input| input.findings_but_answered().map(|finding| (input.name.as_str(), finding)));
        let new = findings.filter(|(input, finding)| !left.takes(input, finding)).count();
        u64::try_from(new).unwrap_or(u64::MAX)
    }

    /// The entries about the files of an input of which not all findings are there any more.
    pub(crate) fn stale_of(&self, input: &InputReport) -> Vec<StaleEntry> {
        if !input.is_whole() {
            return Vec::new();
        }
        let mut found: BTreeMap<KnownFinding, u64> = BTreeMap::new();
        for finding in input.findings_of_all() {
            if let Some(known) = self.known_by(&input.name, finding) {
                let times = found.entry(known).or_default();
                *times = times.saturating_add(1);
            }
        }
        let mut stale = Vec::new();
        for file in input.files() {
            for (known, &Times { count, line }) in self.of_file(self.kept_name(file)) {
                let left = found.get(known).copied().unwrap_or_default();
                if left < u64::from(count.get()) && input.coverage.run.contains(&known.code) {
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
