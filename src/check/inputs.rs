//! Checking an input: bytes, a file, a reader, or a catalog in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::beginning::Beginning;
use super::judging::Judging;
use super::origin::{FileOrigin, Origin};
use super::run::Run;
use super::{Checker, coverage};
use crate::baseline::StaleEntry;
use crate::finding::{Finding, NotRunReason, RuleCode, Severity};
use crate::law::facts::SHIPPED;
use crate::model::{Catalog, Spelling};
use crate::place::{Frame, Passage, Text};
use crate::read;
use crate::report::{
    ADDED_FACTS, BesideCatalog, BesideRole, FactsFile, InputReport, KnownLaw, Report, ReportedRule, RuleProvision,
    over_all,
};
use crate::rule::Rule;
use crate::rules::{self, reading, upkeep};

/// The input could not be checked at all.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {}", crate::print::printable(&.path.to_string_lossy()))]
#[non_exhaustive]
pub struct CheckError {
    /// The file.
    pub path: PathBuf,
    /// What went wrong.
    pub source: io::Error,
}

impl Checker {
    /// The report on inputs.
    pub(super) fn report(&self, mut inputs: Vec<InputReport>) -> Report {
        let stale = self.hold_against_baseline(&mut inputs);
        let upkeep = self.upkeep(&inputs, &stale);
        let shipped =
            SHIPPED.iter().map(|&(name, hash)| FactsFile { name: name.to_owned(), sha256: Some(hash.to_owned()) });
        let added = self.law.is_some().then(|| FactsFile { name: ADDED_FACTS.to_owned(), sha256: None });
        let law = KnownLaw { known_to: self.law().known_to(), facts: shipped.chain(added).collect() };
        let told = inputs.iter().flat_map(InputReport::findings_of_all).chain(&upkeep).map(|finding| finding.code);
        let counted = inputs.iter().flat_map(|input| input.counts.by_rule.keys().copied());
        let found: BTreeSet<RuleCode> = counted.chain(told).collect();
        let rules = found
            .into_iter()
            .filter_map(|code| self.find(code))
            .map(|rule| reported(rule, self.level_of(rule.code)))
            .collect();
        let not_built = rules::not_built().map(|planned| planned.code).collect();
        let superiors = self.superiors.iter().map(|list| BesideCatalog::of(BesideRole::Superior, list.header()));
        let previous = self.previous.iter().map(|list| BesideCatalog::of(BesideRole::Previous, list.header()));
        Report::new(self.as_of, law, superiors.chain(previous).collect(), rules, not_built, inputs, upkeep)
    }

    /// Takes what is known out of the findings, and then as many of a rule as are not to be listed; gives the entries of the
    /// baseline that are stale.
    fn hold_against_baseline(&self, inputs: &mut [InputReport]) -> Vec<StaleEntry> {
        if self.suppressions.is_empty() && self.baseline.is_none() {
            return Vec::new();
        }
        let mut stale = Vec::new();
        for input in inputs {
            if let Some(baseline) = &self.baseline {
                stale.extend(baseline.sift(input));
            }
            if let Some(most) = self.max_findings {
                let mut listed: BTreeMap<RuleCode, usize> = BTreeMap::new();
                input.findings.retain(|finding| {
                    let of_rule = listed.entry(finding.code).or_default();
                    *of_rule = of_rule.saturating_add(1);
                    *of_rule <= most
                });
                input.counts.shown = u64::try_from(input.findings.len()).unwrap_or(u64::MAX);
            }
        }
        stale
    }

    /// What is to be said of the suppressions and the baseline themselves.
    fn upkeep(&self, inputs: &[InputReport], stale: &[StaleEntry]) -> Vec<Finding> {
        let suppressions = over_all(inputs);
        let name = self.baseline.as_ref().and_then(|baseline| baseline.name());
        let level = |rule: &Rule| {
            coverage::is_wanted(self, rule.code).then(|| self.level_of(rule.code).unwrap_or(rule.severity))
        };
        upkeep::findings(&suppressions, stale, (name, self.as_of), level)
    }

    /// Checks a catalog in memory. Places are pointers; there are no lines.
    #[must_use]
    pub fn check(&self, catalog: &Catalog) -> Report {
        self.check_read(catalog, Vec::new())
    }

    /// The same of a catalog beside which rows of its source could not be read.
    pub(crate) fn check_read(&self, catalog: &Catalog, unread: Vec<reading::UnreadRow>) -> Report {
        let mut run = Run::new(self, Some(&catalog.header), &catalog.header.not_held, 0);
        for row in unread {
            run.unread_row(row);
        }
        let looker = run.looker_of(&catalog.header.not_held);
        let refused = run.refuses(catalog.header.schema_version.text());
        if !refused {
            run.header(&looker, &catalog.header);
        }
        let mut position = 0;
        let mut kind = None;
        for record in catalog.records().filter(|_| !refused) {
            if kind != Some(record.kind()) {
                (kind, position) = (Some(record.kind()), 0);
            }
            run.record(&looker, record, Frame { start: 0, end: 0, position });
            position = position.saturating_add(1);
        }
        let mut input = run.finish(&looker, &Origin::Memory(catalog));
        input.title = Some(catalog.header.title.to_string());
        self.report(vec![input])
    }

    /// Checks the bytes of a document or of NDJSON; `name` is what the report calls them.
    #[must_use]
    pub fn check_bytes(&self, name: &str, bytes: &[u8]) -> Report {
        let (mut input, _) = self.judge(bytes, false);
        name.clone_into(&mut input.name);
        self.report(vec![input])
    }

    /// Checks a file; NDJSON when its name ends in `.ndjson` or `.jsonl`, else as its content says.
    ///
    /// # Errors
    /// [`CheckError`] when the file cannot be read. A file full of mistakes is a report.
    pub fn check_file(&self, path: impl AsRef<Path>) -> Result<Report, CheckError> {
        let path = path.as_ref();
        let mut checker = self.clone();
        checker.spelling = checker.spelling.or_else(|| Spelling::of_path(path));
        let name = path.to_string_lossy();
        let check = || {
            let file = File::open(path)?;
            // What is no plain file, such as a pipe, can be read once.
            if file.metadata()?.is_file() {
                checker.check_reader(&name, file)
            } else {
                Ok(checker.check_bytes(&name, &checker.read_within_limits(file)?))
            }
        };
        check().map_err(|source| CheckError { path: path.to_owned(), source })
    }

    /// Checks what a reader gives from its beginning to its end; `name` is what the report calls it.
    ///
    /// It is not held: it is judged by passages of a quarter of a megabyte (more where one record is longer), and where
    /// there are findings their passages are read again for lines and columns. A document whose header stands late is read
    /// up to it first. What is no UTF-8, no JSON at all, or a document that is said to be NDJSON is held, because only the
    /// whole shows what it is.
    ///
    /// # Errors
    /// What the reader reports.
    ///
    /// ```
    /// use std::io::Cursor;
    /// let lines = br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}}
    /// {"organization": {"id": "water", "name": "b"}}"#;
    /// let report = qingdan::Checker::new().check_reader("catalog.ndjson", Cursor::new(lines))?;
    /// assert_eq!(report.findings().next().and_then(|finding| finding.place.line), Some(2));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn check_reader(&self, name: &str, mut from: impl Read + Seek) -> io::Result<Report> {
        let size = from.seek(SeekFrom::End(0))?;
        from.rewind()?;
        let mut input = if size > self.limits.max_bytes {
            self.unread(reading::Unread::TooLarge { limit: self.limits.max_bytes }, "", size)
        } else {
            let judged = self.judge_passages(&mut from, size)?;
            if let Some(input) = judged {
                input
            } else {
                from.rewind()?;
                self.judge(&self.read_of_size(from, size)?, false).0
            }
        };
        name.clone_into(&mut input.name);
        Ok(self.report(vec![input]))
    }

    /// Reads everything up to one byte above the limit, which is enough to say that it is exceeded.
    ///
    /// # Errors
    /// What the reader reports.
    pub fn read_within_limits(&self, from: impl Read) -> io::Result<Vec<u8>> {
        self.read_of_size(from, 0)
    }

    /// The same of an input that has, or should have, so many bytes.
    pub(super) fn read_of_size(&self, from: impl Read, size: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(usize::try_from(size.min(self.limits.max_bytes)).unwrap_or(0));
        from.take(self.limits.max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The report on what could not be read at all.
    pub(super) fn unread(&self, draft: reading::Unread, prefix: &str, size: u64) -> InputReport {
        let mut run = Run::new(self, None, &[], size);
        run.stopped = true;
        run.keep_only(draft.looked(), NotRunReason::ReadingStopped);
        run.fault(|drafts| draft.report(drafts));
        let origin = Origin::Bytes { text: &Text::held(prefix), files: &[FileOrigin::default()] };
        let looker = run.looker_of(&[]);
        let mut input = run.finish(&looker, &origin);
        input.bytes = Some(size);
        input
    }

    /// The text of bytes, said to be spelled so where somebody says it; the report where they are no text of a catalog.
    pub(super) fn open<'t>(&self, bytes: &'t [u8], told: Option<Spelling>) -> Result<Opened<'t>, Box<InputReport>> {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let unread = |why, prefix| Box::new(self.unread(why, prefix, size));
        if size > self.limits.max_bytes {
            return Err(unread(reading::Unread::TooLarge { limit: self.limits.max_bytes }, ""));
        }
        if let Some(foreign) = read::foreign::recognize(bytes) {
            return Err(unread(reading::Unread::Foreign(foreign), ""));
        }
        let (text, has_mark) = read::encoding::text(bytes).map_err(|(at, encoding)| {
            let prefix = bytes.get(..at).and_then(|before| std::str::from_utf8(before).ok()).unwrap_or_default();
            unread(reading::Unread::Encoding { at, encoding }, prefix)
        })?;
        if told == Some(Spelling::Ndjson)
            && let Some(misnamed) = read::misnamed(text, self.limits)
        {
            return Err(unread(reading::Unread::Misnamed(misnamed), ""));
        }
        let spelling = told.unwrap_or_else(|| read::spelling_of(text, self.limits));
        Ok(Opened { text, has_mark, spelling })
    }

    /// Reads what is held, judges, and keeps the records where `keep` asks for them.
    pub(super) fn judge(&self, bytes: &[u8], keep: bool) -> (InputReport, Option<Catalog>) {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let Opened { text, has_mark, spelling } = match self.open(bytes, self.spelling) {
            Ok(opened) => opened,
            Err(input) => return (*input, None),
        };
        let beginning = Beginning::of(text, self.limits);
        let catalog = beginning.header.clone().filter(|_| keep).map(Catalog::new);
        let mut judging = Judging::new(self, &beginning, spelling, size, catalog);
        if has_mark {
            judging.fault(|drafts| reading::report_mark(0, drafts));
        }
        judging.passage(&Passage::whole(text), true);
        let schema_at = judging.schema_at();
        let (mut input, mut catalog) = judging.finish(&Text::held(text));
        input.bytes = Some(size);
        if let Some(catalog) = &mut catalog {
            let schema = schema_at.and_then(|at| text.get(at..));
            catalog.schema = schema.and_then(|schema| read::schema_of(schema, self.limits));
        }
        (input, catalog)
    }
}

/// An input whose text could be read.
pub(super) struct Opened<'t> {
    pub(super) text: &'t str,
    /// Whether a byte order mark was passed over.
    pub(super) has_mark: bool,
    pub(super) spelling: Spelling,
}

/// What a report says of a rule.
fn reported(rule: &Rule, level: Option<Severity>) -> ReportedRule {
    let citations = rule.citations.iter().map(|provision| RuleProvision {
        document: provision.document.to_owned(),
        clause: provision.clause.to_owned(),
    });
    ReportedRule {
        code: rule.code,
        name: rule.name.to_owned(),
        title: rule.title.into(),
        citations: citations.collect(),
        help: rule.help.into(),
        level,
    }
}
