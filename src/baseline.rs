//! 基线: the findings that are known, so that only new ones are listed and fail a pipeline.
//!
//! Real lists have thousands of old faults. A baseline keeps each by what it is and never by where it stands: file, rule,
//! record, path by identity, value found, and how often. It is a file of lines, sorted, one entry a line, so that a change of
//! it can be reviewed. What keeps a file from being read as a whole is never known: behind it all else would be hidden.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::finding::{Finding, RecordKey, RuleCode};
use crate::model::Pointer;
use crate::report::{InputReport, Report};
use crate::rules::reading;

mod known;
mod lines;

pub use lines::InvalidBaseline;

/// The version of the lines of a baseline; their schema is `schemas/v1/baseline.schema.json`.
pub const BASELINE_VERSION: &str = "1.0";

/// 基线: the findings that are known.
///
/// ```
/// use qingdan::Checker;
/// use qingdan::baseline::Baseline;
/// let header = r#""header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}"#;
/// let old = format!(r#"{{{header}, "organizations": [{{"id": "w", "name": "水利局", "kind": "department", "parent": "none"}}]}}"#);
/// let known = Baseline::of(&Checker::new().check_bytes("a.json", old.as_bytes()));
///
/// // Another record before it: the old fault stands elsewhere, and is the same.
/// let new = old.replace("[{", r#"[{"id": "t", "name": "税务局", "kind": "department", "parent": "nobody"}, {"#);
/// let report = Checker::new().baseline(known).check_bytes("a.json", new.as_bytes());
/// let found: Vec<_> = report.findings().filter_map(|finding| finding.found.as_deref()).collect();
/// assert_eq!(found, ["nobody"]);
/// assert_eq!(report.inputs[0].baseline.as_ref().map(|told| told.known), Some(1));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// What the caller calls it, such as a path.
    name: Option<String>,
    /// Each with its line, where it was read from lines.
    entries: BTreeMap<KnownFinding, Times>,
    /// The names under which it keeps files that reports call otherwise, by what reports call them.
    kept_as: BTreeMap<String, String>,
}

/// How often something is known, and on which line that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Times {
    count: NonZeroU32,
    line: Option<u32>,
}

/// What a finding is known by: all but where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct KnownFinding {
    file: String,
    code: RuleCode,
    record: Option<RecordKey>,
    path: Pointer,
    found: Option<String>,
}

/// 基线条目: one line of a baseline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BaselineEntry {
    /// 文件: the name of the input.
    pub file: String,
    /// 规则编号: the rule that found it.
    pub code: RuleCode,
    /// 记录: the record by kind and id; none for what is not in a record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordKey>,
    /// 标识路径: the path below the record, elements of lists by what names them.
    pub path: Pointer,
    /// 实际值: what was found, as the finding tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// 次数: how many findings are known so.
    pub count: NonZeroU32,
}

/// 失效条目: an entry of which not all findings are there any more.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StaleEntry {
    /// The entry.
    pub entry: BaselineEntry,
    /// How many of its findings are still there.
    pub left: u64,
    /// The line of the baseline, where it was read from lines.
    pub line: Option<u32>,
}

impl KnownFinding {
    fn times(self, count: NonZeroU32) -> BaselineEntry {
        let Self { file, code, record, path, found } = self;
        BaselineEntry { file, code, record, path, found, count }
    }
}

/// How many findings an entry has left; none where it has none.
fn left_of(left: u64) -> Option<NonZeroU32> {
    NonZeroU32::new(u32::try_from(left).unwrap_or(u32::MAX))
}

impl BaselineEntry {
    fn known(self) -> (KnownFinding, NonZeroU32) {
        let Self { file, code, record, path, found, count } = self;
        (KnownFinding { file, code, record, path, found }, count)
    }
}

impl Baseline {
    /// Nothing is known.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What a report found, listed or known before, but for findings for which somebody answers.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let mut baseline = Self::default();
        report.inputs.iter().for_each(|input| baseline.add_all(input));
        baseline
    }

    fn add_all(&mut self, input: &InputReport) {
        for finding in input.findings_but_answered() {
            if let Some(known) = self.known_by(&input.name, finding) {
                self.add(known, Times { count: NonZeroU32::MIN, line: None });
            }
        }
    }

    /// What a finding in an input of this name is known by; none for what keeps the input, or a part of it, from being read.
    fn known_by(&self, input: &str, finding: &Finding) -> Option<KnownFinding> {
        if reading::hides_others(finding) {
            return None;
        }
        let record = finding.record.as_ref().map(|key| RecordKey { name: None, ..key.clone() });
        let file = self.kept_name(finding.place.input.as_deref().unwrap_or(input)).to_owned();
        let path = finding.identity_path().clone();
        Some(KnownFinding { file, code: finding.code, record, path, found: finding.found.clone() })
    }

    /// The name under which a file is kept that reports call so.
    fn kept_name<'a>(&'a self, called: &'a str) -> &'a str {
        self.kept_as.get(called).map_or(called, String::as_str)
    }

    /// What it is called, such as the path of its file: findings about it name it.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.name = Some(name.to_owned());
        self
    }

    /// The same, told under which names it keeps files that reports call otherwise: pairs of what reports call a file, such as
    /// a path from the working folder, and what it is called here, such as a path from the folder of the baseline.
    ///
    /// ```
    /// use qingdan::Checker;
    /// use qingdan::baseline::Baseline;
    /// let report = Checker::new().check_bytes("../lists/a.json", r#"{"header": {"schema_version": "1.0", "title": "a",
    ///   "division": "150625", "level": "county", "published_by": "nobody"}}"#.as_bytes());
    /// let mut known = Baseline::new().keeping([("../lists/a.json".to_owned(), "lists/a.json".to_owned())]);
    /// known.take_over(&report);
    /// assert_eq!(known.files().collect::<Vec<_>>(), ["lists/a.json"]);
    /// assert_eq!(known.new_in(&report), 0);
    /// ```
    #[must_use]
    pub fn keeping(mut self, names: impl IntoIterator<Item = (String, String)>) -> Self {
        self.kept_as.extend(names);
        self
    }

    /// The name that it was given.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The entries, sorted.
    pub fn entries(&self) -> impl Iterator<Item = BaselineEntry> {
        self.entries.iter().map(|(known, times)| known.clone().times(times.count))
    }

    /// The files of which something is known, each once.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let mut last = None;
        self.entries.keys().map(|known| known.file.as_str()).filter(move |&file| last.replace(file) != Some(file))
    }

    /// Adds what is known to be there so often more.
    fn add(&mut self, known: KnownFinding, more: Times) {
        let known =
            self.entries.entry(known).and_modify(|times| times.count = times.count.saturating_add(more.count.get()));
        known.or_insert(more);
    }

    /// Takes over what a report found in its files, in place of what was known of them by the rules that ran. Where records could
    /// not be read, what was known stays besides, as it may be about those. Of an input that was not read to its end all stays
    /// as it was; the names of these are given back.
    pub fn take_over<'r>(&mut self, report: &'r Report) -> Vec<&'r str> {
        let (read, others): (Vec<&InputReport>, Vec<&InputReport>) =
            report.inputs.iter().partition(|input| !input.was_stopped());
        for input in read {
            let mut found = Self { kept_as: self.kept_as.clone(), ..Self::default() };
            found.add_all(input);
            if input.is_whole() {
                let files: BTreeSet<String> = input.files().map(|file| self.kept_name(file).to_owned()).collect();
                let rules = &input.coverage.run;
                self.entries.retain(|known, _| !(files.contains(&known.file) && rules.contains(&known.code)));
            }
            for (known, times) in found.entries {
                let most = self.entries.get(&known).map_or(times.count, |before| before.count.max(times.count));
                self.entries.insert(known, Times { count: most, line: None });
            }
        }
        others.into_iter().map(|input| input.name.as_str()).collect()
    }

    /// Takes out what is known of files of which somebody says so, such as those that are not there any more.
    pub fn take_out_files(&mut self, is_out: impl Fn(&str) -> bool) -> Vec<StaleEntry> {
        let out: BTreeSet<String> = self.files().filter(|file| is_out(file)).map(str::to_owned).collect();
        let mut stale = Vec::new();
        self.entries.retain(|known, &mut Times { count, line }| {
            let stays = !out.contains(&known.file);
            if !stays {
                stale.push(StaleEntry { entry: known.clone().times(count), left: 0, line });
            }
            stays
        });
        stale
    }

    /// Takes out what is not there any more in the files of a report, and nothing else; gives what was taken out.
    pub fn take_out_stale(&mut self, report: &Report) -> Vec<StaleEntry> {
        let stale = self.stale(report);
        for StaleEntry { entry, left, .. } in &stale {
            let (known, _) = entry.clone().known();
            match (left_of(*left), self.entries.get_mut(&known)) {
                (Some(left), Some(times)) => times.count = left,
                _ => {
                    self.entries.remove(&known);
                }
            }
        }
        stale
    }

    /// The entries about files of a report of which not all findings are there any more. What was not looked at, because its
    /// rule did not run or its file was not read to the end, is not called gone.
    #[must_use]
    pub fn stale(&self, report: &Report) -> Vec<StaleEntry> {
        report.inputs.iter().flat_map(|input| self.stale_of(input)).collect()
    }
}
