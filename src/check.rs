//! Checking: runs the rules over bytes or over a catalog in memory, and writes down what ran.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use indexmap::IndexMap;

use crate::finding::{Aspect, Finding, Place, RecordKey, Related, RuleCode, Severity};
use crate::index::{Frame, Index};
use crate::lang::Message;
use crate::model::visit::{Leaf, visit};
use crate::model::{AnyRecord, Catalog, Date, FieldPath, Header, Kind, Pointer, RecordRef};
use crate::place::Lines;
use crate::read::{self, Content, Limits, Piece, Reader};
use crate::report::{
    Coverage, FindingCounts, InputReport, Judgement, NotRun, NotRunReason, Report, Spelling, Verdict, Verdicts,
};
use crate::rule::{self, Check, Draft, Findings, Rule, Scope, Spot, reading};

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
    /// One rule, written `QD101`.
    Rule(RuleCode),
    /// A family, written `QD1`.
    Family(u16),
}

/// The text selects no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` names no rule; write a code such as `QD101` or a family such as `QD1`; `qingdan rules` lists them", crate::print::excerpt(.found))]
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
            |code: RuleCode| rule::find(code).is_some() || rule::PLANNED.iter().any(|planned| planned.code == code);
        if let Ok(code) = text.parse() {
            return if known(code) { Ok(Self::Rule(code)) } else { Err(unknown()) };
        }
        match text.strip_prefix("QD").map(str::as_bytes) {
            Some([digit @ b'0'..=b'8']) => Ok(Self::Family(u16::from(digit.wrapping_sub(b'0')))),
            _ => Err(unknown()),
        }
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
const MAX_FINDINGS: usize = 1000;

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

    /// How many findings of one rule to list, 1,000 by default. All are counted.
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
        let mut run = Run::new(self, Some(&catalog.header), &catalog.header.not_held);
        run.version(catalog.header.schema_version.text());
        run.header(&catalog.header);
        let mut position = 0;
        let mut kind = None;
        for record in catalog.records() {
            if kind != Some(record.kind()) {
                (kind, position) = (Some(record.kind()), 0);
            }
            run.record(record, Frame { start: 0, end: 0, position });
            position = position.saturating_add(1);
        }
        let mut input = run.finish(&Origin::Memory(catalog));
        input.title = Some(catalog.header.title.to_string());
        Report::new(self.as_of, vec![input])
    }

    /// Checks the bytes of a document or of NDJSON; `name` is what the report calls them.
    #[must_use]
    pub fn check_bytes(&self, name: &str, bytes: &[u8]) -> Report {
        let (mut input, _) = self.read_and_judge(bytes, false);
        name.clone_into(&mut input.name);
        Report::new(self.as_of, vec![input])
    }

    /// Checks a file; NDJSON when its name ends in `.ndjson` or `.jsonl`, else as its content says.
    ///
    /// # Errors
    /// [`CheckError`] when the file cannot be read. A file full of mistakes is a report.
    pub fn check_file(&self, path: impl AsRef<Path>) -> Result<Report, CheckError> {
        let path = path.as_ref();
        let bytes = File::open(path)
            .and_then(|file| self.read_within_limits(file))
            .map_err(|source| CheckError { path: path.to_owned(), source })?;
        let mut checker = self.clone();
        if checker.spelling.is_none() && path.extension().is_some_and(|ending| ending == "ndjson" || ending == "jsonl")
        {
            checker.spelling = Some(Spelling::Ndjson);
        }
        Ok(checker.check_bytes(&path.to_string_lossy(), &bytes))
    }

    /// Reads everything up to one byte above the limit, which is enough to say that it is exceeded.
    ///
    /// # Errors
    /// What the reader reports.
    pub fn read_within_limits(&self, from: impl io::Read) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        from.take(self.limits.max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Reads, judges, and keeps the records where `keep` asks for them.
    fn read_and_judge(&self, bytes: &[u8], keep: bool) -> (InputReport, Option<Catalog>) {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let unread = |draft: reading::Unread, prefix: &str| {
            let mut run = Run::new(self, None, &[]);
            run.stopped = true;
            run.fault(|drafts| draft.report(drafts));
            let mut input = run.finish(&Origin::Bytes {
                text: prefix,
                lines: Lines::new(prefix),
                header: None,
                spelling: Spelling::Document,
            });
            input.bytes = Some(size);
            (input, None)
        };
        if size > self.limits.max_bytes {
            return unread(reading::Unread::TooLarge { limit: self.limits.max_bytes }, "");
        }
        let (text, marked) = match read::encoding::text(bytes) {
            Ok(read) => read,
            Err((at, encoding)) => {
                let prefix = bytes.get(..at).and_then(|before| std::str::from_utf8(before).ok()).unwrap_or_default();
                return unread(reading::Unread::Encoding { at, encoding }, prefix);
            }
        };
        let spelling = self.spelling.unwrap_or_else(|| read::spelling_of(text, self.limits));
        let header = read::header_of(text, self.limits);
        let not_held = match &header {
            Some(header) => header.not_held.clone(),
            None => read::not_held_in(text, self.limits),
        };
        let mut run = Run::new(self, header.as_ref(), &not_held);
        if marked {
            run.fault(reading::report_mark);
        }
        let mut catalog = header.clone().filter(|_| keep).map(Catalog::new);
        let mut header_frame = None;
        let mut reader = Reader::new(text, spelling, self.limits);
        while let Some(piece) = reader.next_piece() {
            if piece.content == Content::Header {
                header_frame = Some(piece.frame);
            }
            run.piece(text, &piece, header.as_ref(), catalog.as_mut());
        }
        run.stopped |= reader.stopped;
        run.skipped = reader.skipped;
        let origin = Origin::Bytes { text, lines: Lines::new(text), header: header_frame, spelling };
        let mut input = run.finish(&origin);
        input.bytes = Some(size);
        input.spelling = Some(spelling);
        input.title = header.map(|header| header.title.to_string());
        if let Some(catalog) = &mut catalog {
            catalog.schema = read::schema_of(text, self.limits);
        }
        (input, catalog)
    }
}

/// 读取结果: what could be read, and what could not.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Reading {
    /// 目录: the header and every record that could be read; none where the header could not be.
    pub catalog: Option<Catalog>,
    /// 发现: the faults of form, all of them, with their places.
    pub findings: Vec<Finding>,
    /// 书写形式: how the input is spelled.
    pub spelling: Option<Spelling>,
}

/// Reads a catalog, telling every fault of form.
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
    let reading_only = reading::FAMILY
        .rules
        .iter()
        .filter(|rule| rule.checks.iter().any(|check| matches!(check, Check::Reading)))
        .map(|rule| RuleSelector::Rule(rule.code));
    let checker = Checker::new().limits(limits).select(reading_only).max_findings(usize::MAX);
    let (input, catalog) = checker.read_and_judge(bytes, true);
    Reading { catalog, findings: input.findings, spelling: input.spelling }
}

/// Where the records came from, for the places of findings.
enum Origin<'a> {
    Memory(&'a Catalog),
    Bytes { text: &'a str, lines: Lines<'a>, header: Option<Frame>, spelling: Spelling },
}

/// One run of the rules over one input.
struct Run<'a> {
    checker: &'a Checker,
    scope: Scope<'a>,
    text_checks: Vec<(&'static Rule, fn(&Scope<'_>, Leaf<'_>, &mut Findings<'_>))>,
    record_checks: Vec<(&'static Rule, fn(&Scope<'_>, RecordRef<'_>, &mut Findings<'_>))>,
    catalog_checks: Vec<(&'static Rule, fn(&Scope<'_>, &Index, &mut Findings<'_>))>,
    active: BTreeSet<RuleCode>,
    coverage: Coverage,
    index: Index,
    drafts: Vec<Draft>,
    /// How many of the drafts are counted already.
    counted: usize,
    counts: FindingCounts,
    errors: BTreeMap<Aspect, BTreeSet<RuleCode>>,
    records: IndexMap<Kind, u64>,
    unread: u64,
    skipped: u64,
    /// Whether reading stopped before the end.
    stopped: bool,
    /// The version of the catalog, if it is one that is not supported.
    version: Option<String>,
}

impl<'a> Run<'a> {
    fn new(checker: &'a Checker, header: Option<&'a Header>, not_held: &'a [FieldPath]) -> Self {
        let scope = Scope { header, not_held, as_of: checker.as_of };
        let mut run = Self {
            checker,
            scope,
            text_checks: Vec::new(),
            record_checks: Vec::new(),
            catalog_checks: Vec::new(),
            active: BTreeSet::new(),
            coverage: Coverage::default(),
            index: Index::default(),
            drafts: Vec::new(),
            counted: 0,
            counts: FindingCounts::default(),
            errors: BTreeMap::new(),
            records: IndexMap::new(),
            unread: 0,
            skipped: 0,
            stopped: false,
            version: None,
        };
        for rule in rule::all() {
            run.prepare(rule);
        }
        let planned = rule::PLANNED.iter().map(|planned| not_run(planned.code, NotRunReason::NotBuilt, Vec::new()));
        run.coverage.not_run.extend(planned);
        run
    }

    /// Decides whether a rule runs, and writes down why not.
    fn prepare(&mut self, rule: &'static Rule) {
        let matches = |selectors: &[RuleSelector]| selectors.iter().any(|selector| selector.matches(rule.code));
        let refused = if matches(&self.checker.ignored) {
            Some(NotRunReason::Ignored)
        } else if !self.checker.selected.is_empty() && !matches(&self.checker.selected) {
            Some(NotRunReason::NotSelected)
        } else if rule.needs.iter().any(|need| !self.has(*need)) {
            Some(NotRunReason::InputMissing)
        } else {
            None
        };
        let not_held: Vec<String> =
            rule.reads.iter().filter(|field| !self.scope.holds(field)).map(|&field| field.to_owned()).collect();
        let wholly = !rule.reads.is_empty() && not_held.len() == rule.reads.len();
        match refused {
            Some(reason) => {
                self.coverage.not_run.push(not_run(rule.code, reason, Vec::new()));
                return;
            }
            None if !not_held.is_empty() => {
                self.coverage.not_run.push(not_run(rule.code, NotRunReason::NotHeld, not_held));
                if wholly {
                    return;
                }
            }
            None => {}
        }
        self.active.insert(rule.code);
        self.coverage.run.push(rule.code);
        for check in rule.checks {
            match *check {
                Check::Reading => {}
                Check::Text(look) => self.text_checks.push((rule, look)),
                Check::Record(look) => self.record_checks.push((rule, look)),
                Check::Catalog(look) => self.catalog_checks.push((rule, look)),
            }
        }
    }

    fn has(&self, need: rule::Need) -> bool {
        match need {
            rule::Need::AsOf => self.checker.as_of.is_some(),
            rule::Need::Superior | rule::Need::Previous => false,
        }
    }

    /// Reports what reading found, if its rule is to run.
    fn fault(&mut self, report: impl FnOnce(&mut Vec<Draft>)) {
        let before = self.drafts.len();
        report(&mut self.drafts);
        let active = &self.active;
        let mut at = before;
        while at < self.drafts.len() {
            if self.drafts.get(at).is_some_and(|draft| active.contains(&draft.rule.code)) {
                at = at.saturating_add(1);
            } else {
                self.drafts.remove(at);
            }
        }
        self.count();
    }

    /// Judges the version; an unsupported one ends everything else.
    fn version(&mut self, version: &str) {
        if version.parse::<crate::model::SchemaVersion>().is_err() {
            self.version = Some(version.to_owned());
        }
    }

    fn header(&mut self, header: &Header) {
        let Self { text_checks, scope, drafts, .. } = self;
        visit(None, None, header, &mut |leaf| {
            for (rule, look) in text_checks.iter() {
                look(scope, leaf, &mut Findings::new(rule, None, drafts));
            }
        });
        self.count();
    }

    /// Judges a record that was read.
    fn record(&mut self, record: RecordRef<'_>, frame: Frame) {
        let ordinal = self.index.add(record, frame);
        let Self { text_checks, record_checks, scope, drafts, index, .. } = self;
        record.visit(&mut |leaf| {
            index.add_reference(ordinal, record, leaf);
            for (rule, look) in text_checks.iter() {
                look(scope, leaf, &mut Findings::new(rule, Some(ordinal), drafts));
            }
        });
        for (rule, look) in record_checks.iter() {
            look(scope, record, &mut Findings::new(rule, Some(ordinal), drafts));
        }
        let read = self.records.entry(record.kind()).or_default();
        *read = read.saturating_add(1);
        self.count();
    }

    /// Judges one piece of an input: its faults, and the record if it is clean.
    fn piece(&mut self, text: &str, piece: &Piece, header: Option<&Header>, catalog: Option<&mut Catalog>) {
        // An unknown member makes no record unreadable.
        let clean = !piece.faults.iter().any(|fault| reading::is_unreadable(&fault.kind));
        let mut ordinal = None;
        match piece.content {
            Content::Header => {
                if let Some(version) = read::text_in(text, piece.frame, "/schema_version") {
                    self.version(&version);
                }
                if clean && let Some(header) = header {
                    self.header(header);
                }
            }
            Content::Record(kind) => {
                let json = text.get(piece.frame.start..piece.frame.end).unwrap_or_default();
                match clean.then(|| AnyRecord::from_json(kind, json)) {
                    Some(Ok(record)) => {
                        self.record(record.as_ref(), piece.frame);
                        if let Some(catalog) = catalog {
                            // A repeated id is found by its rule; the first record stays.
                            let _ = catalog.insert(record);
                        }
                    }
                    Some(Err(error)) => {
                        let added = self.unread(text, kind, piece.frame);
                        let reason = error.to_string();
                        self.fault(|drafts| reading::report_refused(piece.frame, Some(added), &reason, drafts));
                    }
                    None => ordinal = Some(self.unread(text, kind, piece.frame)),
                }
            }
            Content::Lost => {
                self.index.add_lost();
                self.unread = self.unread.saturating_add(1);
            }
            Content::Whole => {}
        }
        // The ordinal of a clean record with unknown members is the last one given.
        if clean && matches!(piece.content, Content::Record(_)) {
            ordinal = self.index.last();
        }
        self.fault(|drafts| piece.faults.iter().for_each(|fault| reading::report(fault, ordinal, drafts)));
    }

    fn unread(&mut self, text: &str, kind: Kind, frame: Frame) -> u32 {
        self.unread = self.unread.saturating_add(1);
        self.index.add_unread(kind, read::id_in(text, frame), frame)
    }

    /// Counts the new drafts, and drops those above the bound.
    fn count(&mut self) {
        let most = u64::try_from(self.checker.max_findings.unwrap_or(MAX_FINDINGS)).unwrap_or(u64::MAX);
        let mut at = self.counted;
        while let Some(draft) = self.drafts.get(at) {
            let code = draft.rule.code;
            self.counts.add(code, draft.severity);
            if draft.severity == Severity::Error {
                self.errors.entry(draft.aspect).or_default().insert(code);
            }
            if self.counts.by_rule.get(&code).is_some_and(|&count| count > most) {
                self.drafts.swap_remove(at);
            } else {
                at = at.saturating_add(1);
            }
        }
        self.counted = self.drafts.len();
    }

    /// Runs the rules over the whole, and writes the report of the input.
    fn finish(mut self, origin: &Origin<'_>) -> InputReport {
        if self.version.is_some() {
            self.start_over();
        } else if self.stopped {
            self.skip_catalog_checks();
        } else {
            let Self { catalog_checks, scope, index, drafts, .. } = &mut self;
            for (rule, look) in catalog_checks.iter() {
                look(scope, index, &mut Findings::new(rule, None, drafts));
            }
            self.lost_references();
            self.count();
        }
        let verdicts = Verdicts {
            valid: self.judge(Aspect::Valid),
            lawful: self.judge(Aspect::Lawful),
            publishable: self.judge(Aspect::Publishable),
        };
        let mut findings: Vec<(SortKey, Finding)> =
            self.drafts.iter().map(|draft| origin.finding(&self.index, draft)).collect();
        findings.sort_by(|a, b| a.0.cmp(&b.0));
        let findings: Vec<Finding> = findings.into_iter().map(|(_, finding)| finding).collect();
        let mut counts = self.counts;
        counts.shown = u64::try_from(findings.len()).unwrap_or(u64::MAX);
        counts.by_rule.sort_unstable_keys();
        let mut coverage = self.coverage;
        coverage.not_run.sort_by_key(|not_run| not_run.code);
        let mut records = self.records;
        records.sort_unstable_keys();
        InputReport {
            name: String::new(),
            bytes: None,
            sha256: None,
            spelling: None,
            title: None,
            records,
            unread: self.unread,
            skipped: self.skipped,
            verdicts,
            coverage,
            counts,
            findings,
        }
    }

    /// An unsupported version: one finding, and nothing else is run.
    fn start_over(&mut self) {
        self.drafts.clear();
        self.counted = 0;
        self.counts = FindingCounts::default();
        self.errors.clear();
        self.records.clear();
        for code in std::mem::take(&mut self.coverage.run) {
            if code == reading::SCHEMA_VERSION {
                self.coverage.run.push(code);
            } else {
                self.coverage.not_run.push(not_run(code, NotRunReason::VersionUnsupported, Vec::new()));
            }
        }
        let version = self.version.take().unwrap_or_default();
        self.fault(|drafts| reading::report_version(&version, drafts));
    }

    /// Reading stopped: rules over the whole would take what was not read for missing.
    fn skip_catalog_checks(&mut self) {
        for (rule, _) in &self.catalog_checks {
            self.coverage.run.retain(|&code| code != rule.code);
            self.coverage.not_run.push(not_run(rule.code, NotRunReason::ReadingStopped, Vec::new()));
        }
    }

    /// References to kinds of which a record was lost cannot be called dangling.
    fn lost_references(&mut self) {
        let unknown: Vec<String> =
            Kind::ALL.iter().filter(|&&kind| !self.index.knows_all(kind)).map(|kind| kind.array().to_owned()).collect();
        if !unknown.is_empty() && self.active.contains(&reading::DANGLING_REFERENCE) {
            self.coverage.not_run.push(not_run(reading::DANGLING_REFERENCE, NotRunReason::RecordsUnread, unknown));
        }
    }

    /// The verdict on one aspect: never yes while an error rule of it is unbuilt or did not run on everything.
    fn judge(&self, aspect: Aspect) -> Judgement {
        if let Some(errors) = self.errors.get(&aspect) {
            return Judgement { verdict: Verdict::No, because: errors.iter().copied().collect() };
        }
        let of_aspect = |code: RuleCode| match rule::find(code) {
            Some(rule) => rule.aspect == aspect && rule.severity == Severity::Error,
            None => rule::PLANNED
                .iter()
                .any(|planned| planned.code == code && planned.aspect == aspect && planned.severity == Severity::Error),
        };
        let because: BTreeSet<RuleCode> =
            self.coverage.not_run.iter().map(|not_run| not_run.code).filter(|&code| of_aspect(code)).collect();
        let everything_read = self.unread == 0 && !self.stopped;
        let verdict = if because.is_empty() && everything_read { Verdict::Yes } else { Verdict::NotShown };
        Judgement { verdict, because: because.into_iter().collect() }
    }
}

fn not_run(code: RuleCode, reason: NotRunReason, fields: Vec<String>) -> NotRun {
    let (zh, en) = match reason {
        NotRunReason::NotBuilt => ("本版本尚未实现此规则", "this version does not have the rule yet"),
        NotRunReason::Ignored => ("按要求忽略此规则", "it was to be ignored"),
        NotRunReason::NotSelected => ("未选择此规则", "it was not selected"),
        NotRunReason::NotHeld => {
            ("来源没有这些字段，无从判断", "the source does not hold these fields, so nothing can be said")
        }
        NotRunReason::InputMissing => ("缺少此规则所需的输入", "an input that it needs was not given"),
        NotRunReason::ReadingStopped => {
            ("读取中途停止，对全部记录的判断会误导", "reading stopped, so a judgement over all records would mislead")
        }
        NotRunReason::RecordsUnread => (
            "这些清单中有记录未能读取，无法断定其不存在",
            "records of these kinds could not be read, so none can be called missing",
        ),
        NotRunReason::VersionUnsupported => ("模式版本不受支持", "the schema version is not supported"),
    };
    NotRun { code, reason, fields, message: Message::new(zh, en) }
}

/// The order of findings: by the byte, or by the record and path; then by the rule.
type SortKey = (usize, String, RuleCode);

impl Origin<'_> {
    fn finding(&self, index: &Index, draft: &Draft) -> (SortKey, Finding) {
        let (order, record, path, place) = self.resolve(index, &draft.spot);
        let related = draft.related.iter().map(|(spot, message)| {
            let (_, record, _, place) = self.resolve(index, spot);
            Related { record, place, message: message.clone() }
        });
        let finding = Finding {
            code: draft.rule.code,
            rule: draft.rule.name.to_owned(),
            severity: draft.severity,
            aspect: draft.aspect,
            record,
            place,
            related: related.collect(),
            found: draft.found.clone(),
            allowed: draft.allowed.clone(),
            message: draft.message.clone(),
            help: draft.help.clone(),
            path,
        };
        ((order, finding.path.to_string(), finding.code), finding)
    }

    /// Works out where a spot is: its order, record, path and place.
    fn resolve(&self, index: &Index, spot: &Spot) -> (usize, Option<RecordKey>, Pointer, Place) {
        let below = |base: &str, path: &Pointer| {
            let mut pointer = Pointer::default();
            pointer.push(base);
            pointer.join(path)
        };
        match (self, spot) {
            (Self::Memory(_), Spot::Header(path)) => {
                let pointer = below("header", path);
                (0, None, pointer.clone(), Place { pointer, ..Place::default() })
            }
            (Self::Memory(catalog), Spot::Record(ordinal, path)) => {
                let key = self.key(index, *ordinal);
                let Some(facts) = index.record(*ordinal) else {
                    return (0, key, path.clone(), Place::default());
                };
                let mut pointer = below(facts.kind.array(), &Pointer::default());
                pointer.push_index(facts.frame.position);
                let there = deepest(catalog, facts, path);
                let order = usize::try_from(*ordinal).unwrap_or(0).saturating_add(1);
                (order, key, path.clone(), Place { pointer: pointer.join(&there), ..Place::default() })
            }
            (Self::Memory(_), Spot::Input { pointer, path, .. }) => {
                (0, None, path.clone(), Place { pointer: pointer.clone(), ..Place::default() })
            }
            (Self::Bytes { text, lines, header, .. }, Spot::Header(path)) => {
                let start = header.map_or(0, |frame| frame.start);
                let (span, there) = read::locate(text, start, path);
                let place = place(lines, span.start, span.end, below("header", &there));
                (span.start, None, below("header", path), place)
            }
            (Self::Bytes { text, lines, spelling, .. }, Spot::Record(ordinal, path)) => {
                let key = self.key(index, *ordinal);
                let Some(facts) = index.record(*ordinal) else {
                    return (0, key, path.clone(), Place::default());
                };
                let (span, there) = read::locate(text, facts.frame.start, path);
                let pointer = match spelling {
                    Spelling::Document => {
                        let mut pointer = below(facts.kind.array(), &Pointer::default());
                        pointer.push_index(facts.frame.position);
                        pointer.join(&there)
                    }
                    Spelling::Ndjson => below(facts.kind.tag(), &there),
                };
                (span.start, key, path.clone(), place(lines, span.start, span.end, pointer))
            }
            (Self::Bytes { lines, .. }, Spot::Input { span, pointer, path, record }) => {
                let key = record.and_then(|ordinal| self.key(index, ordinal));
                (span.start, key, path.clone(), place(lines, span.start, span.end, pointer.clone()))
            }
        }
    }

    fn key(&self, index: &Index, ordinal: u32) -> Option<RecordKey> {
        let facts = index.record(ordinal)?;
        let name = match self {
            Self::Memory(catalog) => {
                let id = facts.id.as_ref()?;
                catalog.get(facts.kind, id.as_str()).and_then(RecordRef::name).map(ToString::to_string)
            }
            Self::Bytes { text, .. } => {
                let field = match facts.kind {
                    Kind::LegalInstrument => "/title",
                    Kind::PublishedFigure => "/statement",
                    _ => "/name",
                };
                read::text_in(text, facts.frame, field)
            }
        };
        Some(RecordKey { kind: facts.kind, id: facts.id.clone(), name })
    }
}

fn place(lines: &Lines<'_>, start: usize, end: usize, pointer: Pointer) -> Place {
    let (line, column) = lines.place(start);
    let (end_line, end_column) = lines.place(end.max(start));
    Place { pointer, line: Some(line), column: Some(column), end_line: Some(end_line), end_column: Some(end_column) }
}

/// The part of a path that is there in a record in memory.
fn deepest(catalog: &Catalog, facts: &crate::index::RecordFacts, path: &Pointer) -> Pointer {
    let record = facts.id.as_ref().and_then(|id| catalog.get(facts.kind, id.as_str()));
    let json = record.and_then(|record| record.to_json().ok()).unwrap_or_default();
    read::locate(&json, 0, path).1
}
