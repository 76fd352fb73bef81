//! Checking: runs the rules over bytes or over a catalog in memory, and writes down what ran.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use crate::finding::{Finding, NotRunReason, RuleCode};
use crate::law::facts::{LawFacts, SHIPPED};
use crate::law::openings::Openings;
use crate::model::Spelling;
use crate::model::{Catalog, Date};
use crate::place::{Frame, Passage, ReadAgain, Starts, Text};
use crate::read::{self, Limits, Passages};
use crate::report::{ADDED_FACTS, FactsFile, InputReport, KnownLaw, Report};
use crate::rules::{self, reading};

mod fingerprint;
mod judging;
mod origin;
mod run;
mod stream;
mod subject;
mod together;

use judging::{Beginning, Judging};
use origin::{FileOrigin, Origin};
use run::Run;
pub use stream::{Line, LineContent, Lines, open, read_lines};

/// 选择: one rule, or a family of rules.
///
/// ```
/// use qingdan::RuleSelector;
/// let family: RuleSelector = "QD1".parse()?;
/// assert!(family.matches("QD104".parse()?));
/// assert!("QD999x".parse::<RuleSelector>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuleSelector {
    /// One rule, written `QD101` or by its name.
    Rule(RuleCode),
    /// A family, written `QD1`.
    Family(u16),
}

/// The text selects no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` names no rule; write a code such as `QD101` or a family such as `QD1`; `qingdan rules` lists them", crate::print::excerpt(.found))]
#[non_exhaustive]
pub struct UnknownRule {
    /// The text found.
    pub found: String,
}

impl RuleSelector {
    /// Whether a rule is among those selected.
    #[must_use]
    pub fn matches(self, code: RuleCode) -> bool {
        match self {
            Self::Rule(selected) => selected == code,
            Self::Family(family) => family == code.family(),
        }
    }
}

impl FromStr for RuleSelector {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        let unknown = || UnknownRule { found: text.to_owned() };
        let known =
            |code: RuleCode| rules::find(code).is_some() || rules::PLANNED.iter().any(|planned| planned.code == code);
        if let Ok(code) = text.parse() {
            return if known(code) { Ok(Self::Rule(code)) } else { Err(unknown()) };
        }
        if let Some([digit @ b'0'..=b'8']) = text.strip_prefix("QD").map(str::as_bytes) {
            return Ok(Self::Family(u16::from(digit.wrapping_sub(b'0'))));
        }
        let rules = rules::all().map(|rule| (rule.name, rule.code));
        let planned = rules::PLANNED.iter().map(|planned| (planned.name, planned.code));
        let found = rules.chain(planned).find(|(name, _)| *name == text);
        found.map(|(_, code)| Self::Rule(code)).ok_or_else(unknown)
    }
}

/// 检查: how to check: as of which day, which rules, within which bounds.
///
/// ```
/// use qingdan::{Checker, Lang};
/// let report = Checker::new().as_of("2026-11-23".parse()?).check_bytes(
///     "example",
///     br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
///          "organizations": [{"id": "water", "name": "b", "kind": "department", "credit_code": "11440300007542785T"}]}"#,
/// );
/// let finding = report.findings().next().ok_or("nothing found")?;
/// assert_eq!(finding.code(), "QD102");
/// assert_eq!(finding.place.pointer.as_str(), "/organizations/0/credit_code");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Checker {
    as_of: Option<Date>,
    limits: Limits,
    selected: Vec<RuleSelector>,
    ignored: Vec<RuleSelector>,
    max_findings: Option<usize>,
    spelling: Option<Spelling>,
    law: Option<Arc<LawFacts>>,
    openings: Option<Arc<Openings>>,
}

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

/// How many findings of one rule a report lists unless told otherwise; all are counted.
const MAX_FINDINGS: u64 = 10_000;

/// Above that, one finding is listed for so many bytes of the input, so that a report is never much larger than it.
const BYTES_A_FINDING: u64 = 100;

impl Checker {
    /// All rules, no day, the default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The day as of which to judge. The library never reads the clock; rules that need the day do not run without.
    #[must_use]
    pub fn as_of(mut self, day: Date) -> Self {
        self.as_of = Some(day);
        self
    }

    /// Facts about legal instruments besides those that the library holds; a title in them goes before what is held.
    ///
    /// ```
    /// use qingdan::Checker;
    /// use qingdan::law::facts::LawFacts;
    /// let ours = LawFacts::from_csv("title,rank,status,ended_on\n某市节水条例,local_regulation,repealed,2026-01-01\n".as_bytes())?;
    /// let checker = Checker::new().as_of("2026-11-25".parse()?).law_facts(ours);
    /// let report = checker.check_bytes("example", r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
    ///   "licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main",
    ///     "set_by": [{"title": "某市节水条例", "articles": [{"article": 7}]}]}]}"#.as_bytes());
    /// assert_eq!(report.findings().next().map(|finding| finding.code.to_string()), Some("QD203".to_owned()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn law_facts(mut self, facts: LawFacts) -> Self {
        let mut law = self.law.map_or_else(|| LawFacts::known().clone(), Arc::unwrap_or_clone);
        law.extend(facts);
        self.law = Some(Arc::new(law));
        self
    }

    /// How the articles of instruments begin, besides what the library holds (with the feature `openings`); an edition in
    /// them goes before what is held. Rule QD210 does not run where nothing is held.
    ///
    /// ```
    /// use qingdan::Checker;
    /// use qingdan::law::openings::Openings;
    /// let ours = Openings::from_tsv("title\tversion_date\topenings\n某市节水条例\t2024-03-01\t7:0f3a21\n".as_bytes())?;
    /// let checker = Checker::new().as_of("2026-11-25".parse()?).openings(ours);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn openings(mut self, openings: Openings) -> Self {
        let mut all = match self.openings.take() {
            Some(given) => Arc::unwrap_or_clone(given),
            None => Self::openings_known().cloned().unwrap_or_default(),
        };
        all.extend(openings);
        self.openings = Some(Arc::new(all));
        self
    }

    /// The openings of articles by which to judge.
    fn openings_held(&self) -> Option<&Openings> {
        match &self.openings {
            Some(given) => Some(given),
            None => Self::openings_known(),
        }
    }

    #[cfg(feature = "openings")]
    #[expect(clippy::unnecessary_wraps, reason = "without the feature there are none")]
    fn openings_known() -> Option<&'static Openings> {
        Some(Openings::known())
    }

    #[cfg(not(feature = "openings"))]
    fn openings_known() -> Option<&'static Openings> {
        None
    }

    /// The facts about legal instruments by which to judge.
    fn law(&self) -> &LawFacts {
        self.law.as_deref().unwrap_or_else(|| LawFacts::known())
    }

    /// The report on inputs.
    fn report(&self, inputs: Vec<InputReport>) -> Report {
        let shipped =
            SHIPPED.iter().map(|&(name, hash)| FactsFile { name: name.to_owned(), sha256: Some(hash.to_owned()) });
        let added = self.law.is_some().then(|| FactsFile { name: ADDED_FACTS.to_owned(), sha256: None });
        let law = KnownLaw { known_to: self.law().known_to(), facts: shipped.chain(added).collect() };
        Report::new(self.as_of, law, inputs)
    }

    /// Other bounds on what is read.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Only these rules; called again, these too.
    #[must_use]
    pub fn select(mut self, rules: impl IntoIterator<Item = RuleSelector>) -> Self {
        self.selected.extend(rules);
        self
    }

    /// Not these rules; this goes before [`Checker::select`].
    #[must_use]
    pub fn ignore(mut self, rules: impl IntoIterator<Item = RuleSelector>) -> Self {
        self.ignored.extend(rules);
        self
    }

    /// How many findings of one rule to list. Unless it is told all are listed up to 10,000 of a rule, and more as long as
    /// there is no more than one for 100 bytes of the input. All are counted.
    #[must_use]
    pub fn max_findings(mut self, most: usize) -> Self {
        self.max_findings = Some(most);
        self
    }

    /// The spelling of the input, where its content must not decide (a broken first line of NDJSON, for one).
    #[must_use]
    pub fn spelling(mut self, spelling: Spelling) -> Self {
        self.spelling = Some(spelling);
        self
    }

    /// Checks a catalog in memory. Places are pointers; there are no lines.
    #[must_use]
    pub fn check(&self, catalog: &Catalog) -> Report {
        let mut run = Run::new(self, Some(&catalog.header), &catalog.header.not_held, 0);
        let refused = run.refuses(catalog.header.schema_version.text());
        if !refused {
            run.header(&catalog.header);
        }
        let mut position = 0;
        let mut kind = None;
        for record in catalog.records().filter(|_| !refused) {
            if kind != Some(record.kind()) {
                (kind, position) = (Some(record.kind()), 0);
            }
            run.record(record, Frame { start: 0, end: 0, position });
            position = position.saturating_add(1);
        }
        let mut input = run.finish(&Origin::Memory(catalog));
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
    /// NDJSON is not held: it is judged by passages of about a megabyte, and where there are findings their passages
    /// are read again for lines and columns. A document is held while it is judged.
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
            let judged = self.judge_lines(&mut from, size)?;
            if let Some(input) = judged {
                input
            } else {
                from.rewind()?;
                self.judge(&self.read_within_limits(from)?, false).0
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
        let mut bytes = Vec::new();
        from.take(self.limits.max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The report on what could not be read at all.
    fn unread(&self, draft: reading::Unread, prefix: &str, size: u64) -> InputReport {
        let mut run = Run::new(self, None, &[], size);
        run.stopped = true;
        run.keep_only(draft.looked(), NotRunReason::ReadingStopped);
        run.fault(|drafts| draft.report(drafts));
        let origin = Origin::Bytes { text: &Text::held(prefix), files: &[FileOrigin::default()] };
        let mut input = run.finish(&origin);
        input.bytes = Some(size);
        input
    }

    /// The text of bytes, said to be spelled so where somebody says it; the report where they are no text of a catalog.
    fn open<'t>(&self, bytes: &'t [u8], told: Option<Spelling>) -> Result<Opened<'t>, Box<InputReport>> {
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
    fn judge(&self, bytes: &[u8], keep: bool) -> (InputReport, Option<Catalog>) {
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
        let (mut input, mut catalog) = judging.finish(&Text::held(text));
        input.bytes = Some(size);
        if let Some(catalog) = &mut catalog {
            catalog.schema = read::schema_of(text, self.limits);
        }
        (input, catalog)
    }

    /// What can be read of bytes.
    fn reading(&self, bytes: &[u8]) -> Reading {
        let (input, catalog) = self.judge(bytes, true);
        Reading { catalog, findings: input.findings, spelling: input.spelling }
    }

    /// Judges NDJSON passage by passage; none where it must be read whole: a document, what is no UTF-8, and what
    /// does not begin within a passage.
    fn judge_lines(&self, from: &mut dyn ReadAgain, size: u64) -> io::Result<Option<InputReport>> {
        if self.spelling == Some(Spelling::Document) {
            return Ok(None);
        }
        let mut passages = Passages::new(&mut *from, size);
        let mut bytes = Vec::new();
        let mut more = passages.next(&mut bytes)?;
        let Ok((text, marked)) = read::encoding::text(&bytes) else { return Ok(None) };
        if read::foreign::recognize(&bytes).is_some() || text.trim_ascii().is_empty() {
            return Ok(None);
        }
        let shown = read::shown_by(text, self.limits);
        // A document is read whole, also where it is said to be NDJSON.
        let spelling = if shown == Some(Spelling::Document) { shown } else { self.spelling.or(shown) };
        let Some(spelling @ Spelling::Ndjson) = spelling else { return Ok(None) };
        let beginning = Beginning::of(text, self.limits);
        let mut judging = Judging::new(self, &beginning, spelling, size, None);
        if marked {
            judging.fault(|drafts| reading::report_mark(0, drafts));
        }
        let mut starts = Starts::default();
        let mut goes_on = judging.passage(&starts.passage(text), !more);
        while more && goes_on {
            more = passages.next(&mut bytes)?;
            let Ok(text) = simdutf8::basic::from_utf8(&bytes) else { return Ok(None) };
            goes_on = judging.passage(&starts.passage(text), !more);
        }
        let mark = if marked { read::encoding::MARK.len() } else { 0 };
        if goes_on && u64::try_from(starts.end().saturating_add(mark)) != Ok(size) {
            return Err(io::Error::other("it changed while it was read"));
        }
        let text = Text::again(from, mark, starts);
        let (mut input, _) = judging.finish(&text);
        text.finish()?;
        input.bytes = Some(size);
        Ok(Some(input))
    }
}

/// An input whose text could be read.
struct Opened<'t> {
    text: &'t str,
    /// Whether a byte order mark was passed over.
    has_mark: bool,
    spelling: Spelling,
}

/// 读取结果: what could be read, and what could not.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Reading {
    /// 目录: the header and every record that could be read; none where the header could not be.
    pub catalog: Option<Catalog>,
    /// 发现: the faults of form (rules QD001 to QD008), all of them, with their places.
    pub findings: Vec<Finding>,
    /// 书写形式: how the input is spelled.
    pub spelling: Option<Spelling>,
}

/// Reads a catalog, telling every fault of form: rules QD001 to QD008. Of two records with one id the first is kept.
///
/// ```
/// use qingdan::{Limits, Reading};
/// let bytes = br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
///                  "organizations": [{"id": "water", "name": 5, "kind": "office"}, {"id": "tax", "name": "b", "kind": "department"}]}"#;
/// let Reading { catalog, findings, .. } = qingdan::read(bytes, Limits::default());
/// assert_eq!(findings.len(), 2); // both faults of the first record
/// assert_eq!(catalog.map(|catalog| catalog.len()), Some(1)); // the second is read all the same
/// ```
#[must_use]
pub fn read(bytes: &[u8], limits: Limits) -> Reading {
    stream::of_form(limits).reading(bytes)
}
