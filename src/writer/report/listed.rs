//! The one set of findings that all writers of a report show.

use std::collections::{HashMap, HashSet};

use crate::finding::{Finding, Severity};
use crate::fnv::Fnv;
use crate::report::{InputReport, Report};

/// A finding, and the file in which it is.
#[derive(Clone, Copy)]
pub(super) struct Listed<'a> {
    pub(super) file: &'a str,
    pub(super) finding: &'a Finding,
}

impl<'a> Listed<'a> {
    pub(super) fn new(input: &'a InputReport, finding: &'a Finding) -> Self {
        Self { file: file_name(finding.place.input.as_deref().unwrap_or(&input.name)), finding }
    }
}

/// The findings that are listed, in the order of the inputs; then those about suppressions and the baseline.
pub(super) fn listed(report: &Report) -> impl Iterator<Item = Listed<'_>> {
    report.findings_by_file().map(|(file, finding)| Listed { file: file_name(file), finding })
}

/// The findings about suppressions and the baseline themselves, each with the file in which they are written.
pub(super) fn upkeep(report: &Report) -> impl Iterator<Item = Listed<'_>> {
    report
        .upkeep
        .iter()
        .map(|finding| Listed { file: file_name(finding.place.input.as_deref().unwrap_or_default()), finding })
}

/// The gravest findings first; equally grave ones keep their order.
pub(super) fn by_severity(report: &Report) -> Vec<Listed<'_>> {
    let mut findings: Vec<Listed<'_>> = listed(report).collect();
    findings.sort_by_key(|listed| listed.finding.severity);
    findings
}

/// How many findings of a severity there are in an input beyond those that are listed.
pub(super) fn unlisted_of(input: &InputReport, severity: Severity) -> u64 {
    let listed = input.findings.iter().filter(|finding| finding.severity == severity).count();
    input.counts.of(severity).saturating_sub(u64::try_from(listed).unwrap_or(u64::MAX))
}

/// How many findings there are in an input beyond those that are listed.
pub(super) fn unlisted(input: &InputReport) -> u64 {
    Severity::ALL.iter().fold(0, |sum, &severity| sum.saturating_add(unlisted_of(input, severity)))
}

/// The name of a file, which some formats want not to be empty.
pub(super) fn file_name(name: &str) -> &str {
    if name.trim().is_empty() { "unnamed" } else { name }
}

/// A path as it stands in a repository, where `./a` is `a`.
pub(super) fn in_repository(name: &str) -> &str {
    let mut path = name;
    while let Some(rest) = path.strip_prefix("./") {
        path = rest.trim_start_matches('/');
    }
    if path.is_empty() { name } else { path }
}

/// Fingerprints that are unique over all files: readers of reports take equal ones for one finding.
#[derive(Default)]
pub(super) struct Fingerprints<'a> {
    /// How often a file had a fingerprint.
    times: HashMap<(&'a str, &'a str), u64>,
    given: HashSet<u64>,
}

impl<'a> Fingerprints<'a> {
    /// The fingerprint of a finding, with its file, and numbered where a file is checked twice.
    pub(super) fn of(&mut self, listed: Listed<'a>) -> String {
        let (file, fingerprint) = (in_repository(listed.file), listed.finding.fingerprint.as_str());
        let times = self.times.entry((file, fingerprint)).or_default();
        loop {
            let mut hash = Fnv::default();
            for part in [file.as_bytes(), fingerprint.as_bytes(), &times.to_le_bytes()] {
                hash.add_part(part);
            }
            *times = times.saturating_add(1);
            if self.given.insert(hash.finish()) {
                return format!("{:016x}", hash.finish());
            }
        }
    }
}
