//! One run of the rules over one input: what runs, what is found, what is counted, and the verdicts.

use std::collections::{BTreeMap, BTreeSet};

use super::fingerprint;
use super::origin::{self, Found, Origin};
use super::subject::Subjects;
use super::{BYTES_A_FINDING, Checker, MAX_FINDINGS, RuleSelector};
use crate::facts::Facts;
use crate::facts::item_codes::ItemCodeAt;
use crate::facts::placeholder::Placeholder;
use crate::finding::{Aspect, Finding, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::Message;
use crate::model::visit::{Leaf, visit};
use crate::model::{AnyRecord, Catalog, FieldPath, Header, Id, Kind, RecordRef, SchemaVersion, Text};
use crate::place::{Frame, Passage};
use crate::read::{self, Content, Piece};
use crate::report::{
    CitationCoverage, Coverage, FindingCounts, InputReport, InstrumentNotHeld, Judgement, NotRun, NotRunReason,
    UnreadPart, Verdict, Verdicts,
};
use crate::rule::{CatalogLook, Draft, Findings, Gap, Look, Need, Period, RecordLook, Rule, Scope, TextLook};
use crate::rules;
use crate::rules::reading;
use crate::spot::Spot;

/// One run of the rules over one input.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, met at another time")]
pub(super) struct Run<'a> {
    checker: &'a Checker,
    scope: Scope<'a>,
    /// What looks at plain texts.
    text_checks: Vec<(&'static Rule, TextLook)>,
    /// What looks at codes and dates.
    code_checks: Vec<(&'static Rule, TextLook)>,
    record_checks: Vec<(&'static Rule, RecordLook)>,
    catalog_checks: Vec<(&'static Rule, CatalogLook)>,
    active: BTreeSet<RuleCode>,
    coverage: Coverage,
    index: Facts,
    drafts: Vec<Draft>,
    /// How many of the drafts are counted already.
    counted: usize,
    /// How many drafts may be kept in all, besides those that may be kept of each rule.
    most: u64,
    counts: FindingCounts,
    errors: BTreeMap<Aspect, BTreeSet<RuleCode>>,
    records: BTreeMap<Kind, u64>,
    unread: u64,
    pub(super) skipped: u64,
    /// Whether reading stopped before the end.
    pub(super) stopped: bool,
    /// Whether the catalog is of a version that is not supported: nothing of it is judged.
    refused: bool,
    /// Whether a header or a record was judged.
    looked: bool,
    /// Whether the headers that come now are of files checked together with the first, whose header is that of the whole.
    pub(super) is_further: bool,
}

impl<'a> Run<'a> {
    /// Of an input of so many bytes, 0 for a catalog in memory.
    pub(super) fn new(checker: &'a Checker, header: Option<&'a Header>, not_held: &'a [FieldPath], size: u64) -> Self {
        let scope =
            Scope { header, not_held, as_of: checker.as_of, law: checker.law(), openings: checker.openings_held() };
        let mut run = Self {
            checker,
            scope,
            text_checks: Vec::new(),
            code_checks: Vec::new(),
            record_checks: Vec::new(),
            catalog_checks: Vec::new(),
            active: BTreeSet::new(),
            coverage: Coverage::default(),
            index: Facts::default(),
            drafts: Vec::new(),
            counted: 0,
            most: size / BYTES_A_FINDING,
            counts: FindingCounts::default(),
            errors: BTreeMap::new(),
            records: BTreeMap::new(),
            unread: 0,
            skipped: 0,
            stopped: false,
            refused: false,
            looked: false,
            is_further: false,
        };
        for rule in rules::all() {
            run.prepare(rule);
        }
        if run.active.contains(&rules::RENUMBERED) {
            run.index.citations.keep_printed();
        }
        // What is not built is told once a report.
        let waiting = rules::PLANNED.iter().filter(|planned| planned.waits_for.is_some());
        let waiting = waiting.map(|planned| not_run(planned.code, NotRunReason::InputMissing, Vec::new()));
        run.coverage.not_run.extend(waiting);
        run
    }

    /// Decides whether a rule runs, and writes down why not.
    fn prepare(&mut self, rule: &'static Rule) {
        let matches = |selectors: &[RuleSelector]| selectors.iter().any(|selector| selector.matches(rule.code));
        let refused = if matches(&self.checker.ignored) {
            Some(NotRunReason::Ignored)
        } else if !self.checker.selected.is_empty() && !matches(&self.checker.selected) {
            Some(NotRunReason::NotSelected)
        } else if let Some(lacking) = rule.needs.iter().find_map(|need| self.lacks(*need)) {
            Some(lacking)
        } else if rule.period.is_some_and(|period| !self.is_within(period)) {
            Some(NotRunReason::OutsidePeriod)
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
        for check in rule.looks {
            match *check {
                Look::Reading => {}
                Look::Text(look) => {
                    self.text_checks.push((rule, look));
                    self.code_checks.push((rule, look));
                }
                Look::Code(look) => self.code_checks.push((rule, look)),
                Look::Record(look) => self.record_checks.push((rule, look)),
                Look::Catalog(look) => self.catalog_checks.push((rule, look)),
            }
        }
    }

    /// Why something that a rule needs is not there; none where it is.
    fn lacks(&self, need: Need) -> Option<NotRunReason> {
        match need {
            Need::AsOf => self.scope.as_of.is_none().then_some(NotRunReason::InputMissing),
            Need::Law => {
                self.scope.as_of.filter(|&day| self.scope.law.is_outdated(day)).map(|_| NotRunReason::LawOutdated)
            }
            Need::Openings => self.scope.openings.is_none().then_some(NotRunReason::InputMissing),
            Need::Superior | Need::Previous => Some(NotRunReason::InputMissing),
        }
    }

    /// Whether a rule of this period is to run. Without a day it is judged by what applies until further notice.
    fn is_within(&self, period: Period) -> bool {
        self.checker.as_of.map_or(!period.has_end(), |day| period.contains(day))
    }

    /// Reports what reading found, if its rule is to run.
    pub(super) fn fault(&mut self, report: impl FnOnce(&mut Vec<Draft>)) {
        let mut reported = Vec::new();
        report(&mut reported);
        self.drafts.extend(reported.into_iter().filter(|draft| self.active.contains(&draft.rule.code)));
        self.count();
    }

    /// Judges the version. An unsupported one ends everything: one finding, and nothing else is run.
    pub(super) fn refuses(&mut self, version: &str) -> bool {
        if version.parse::<SchemaVersion>().is_ok() {
            return false;
        }
        self.refused = true;
        self.drafts.clear();
        self.counted = 0;
        self.counts = FindingCounts::default();
        self.errors.clear();
        self.records.clear();
        self.unread = 0;
        self.keep_only(&[reading::SCHEMA_VERSION], NotRunReason::VersionUnsupported);
        self.fault(|drafts| reading::report_version(version, drafts));
        true
    }

    /// Takes the rules that did not look off those that ran.
    pub(super) fn keep_only(&mut self, looked: &[RuleCode], reason: NotRunReason) {
        let (run, others) = std::mem::take(&mut self.coverage.run).into_iter().partition(|code| looked.contains(code));
        self.coverage.run = run;
        let others: Vec<RuleCode> = others;
        self.coverage.not_run.extend(others.into_iter().map(|code| not_run(code, reason, Vec::new())));
    }

    pub(super) fn header(&mut self, header: &Header) {
        self.looked = true;
        visit(None, None, header, &mut |leaf| self.text(None, leaf));
        self.count();
    }

    /// Judges one named text. Ids and references are no texts: their form is shape.
    fn text(&mut self, ordinal: Option<u32>, leaf: Leaf<'_>) {
        let checks = match leaf.name {
            Text::NAME => &self.text_checks,
            Id::NAME => return,
            _ if leaf.is_reference() => return,
            _ => &self.code_checks,
        };
        if ordinal.is_some() || !self.is_further {
            self.index.texts.add(ordinal, leaf);
        }
        // QD011 says of a placeholder that it is none; no rule says so again by saying what it has not.
        if leaf.name != Text::NAME && Placeholder::is_whole(leaf.text) {
            return;
        }
        for (rule, look) in checks {
            look(&self.scope, leaf, &mut Findings::new(rule, ordinal, &mut self.drafts));
        }
    }

    /// Judges a record that was read; gives its ordinal.
    pub(super) fn record(&mut self, record: RecordRef<'_>, frame: Frame) -> u32 {
        self.looked = true;
        let ordinal = self.index.begin(record, frame);
        let mut codes = Vec::new();
        record.visit(&mut |leaf| {
            codes.extend(ItemCodeAt::of(leaf));
            self.index.add_text(ordinal, record, leaf);
            self.text(Some(ordinal), leaf);
        });
        self.index.end(ordinal, record, &codes);
        for (rule, look) in &self.record_checks {
            look(&self.scope, record, &mut Findings::new(rule, Some(ordinal), &mut self.drafts));
        }
        let read = self.records.entry(record.kind()).or_default();
        *read = read.saturating_add(1);
        self.count();
        ordinal
    }

    /// Judges one piece of an input: its faults, and the record if it is clean.
    pub(super) fn piece(
        &mut self,
        passage: &Passage<'_>,
        piece: &Piece,
        header: Option<&Header>,
        catalog: Option<&mut Catalog>,
    ) {
        let json = passage.record(piece.frame);
        // An unknown member makes no record unreadable.
        let clean = !piece.faults.iter().any(|fault| reading::is_unreadable(&fault.kind));
        let ordinal = match piece.content {
            Content::Header => {
                if clean && let Some(header) = header {
                    let before = self.drafts.len();
                    self.header(header);
                    // Only of the first header more is known than that it is the header.
                    for draft in self.drafts.iter_mut().skip(before).filter(|_| self.is_further) {
                        if let Spot::Header(path) = &draft.spot {
                            draft.spot = origin::in_header(passage, piece.frame, path);
                        }
                    }
                }
                None
            }
            Content::Record(kind) if clean => Some(self.clean_record(json, kind, piece.frame, catalog)),
            Content::Record(kind) => Some(self.unread(json, kind, piece.frame)),
            Content::Lost => {
                self.index.add_lost();
                self.unread = self.unread.saturating_add(1);
                None
            }
            Content::Whole => None,
        };
        self.fault(|drafts| piece.faults.iter().for_each(|fault| reading::report(fault, ordinal, drafts)));
    }

    /// Gives a record without faults to serde, judges it, and keeps it where a catalog is wanted.
    fn clean_record(&mut self, json: &str, kind: Kind, frame: Frame, catalog: Option<&mut Catalog>) -> u32 {
        match AnyRecord::from_json(kind, json) {
            Ok(record) => {
                let ordinal = self.record(record.as_ref(), frame);
                if let Some(catalog) = catalog {
                    // A repeated id is found by its rule; the first record stays.
                    let _ = catalog.insert(record);
                }
                ordinal
            }
            Err(error) => {
                let ordinal = self.unread(json, kind, frame);
                self.fault(|drafts| reading::report_refused(frame, Some(ordinal), &error.to_string(), drafts));
                ordinal
            }
        }
    }

    fn unread(&mut self, json: &str, kind: Kind, frame: Frame) -> u32 {
        self.unread = self.unread.saturating_add(1);
        self.index.add_unread(kind, read::id_in(json).as_ref(), frame)
    }

    /// Counts the new drafts, and drops those above the bound.
    fn count(&mut self) {
        let told = self.checker.max_findings.map(|most| u64::try_from(most).unwrap_or(u64::MAX));
        let (of_rule, of_all) = told.map_or((MAX_FINDINGS, self.most), |most| (most, 0));
        let mut at = self.counted;
        while let Some(draft) = self.drafts.get(at) {
            let code = draft.rule.code;
            self.counts.add(code, draft.severity);
            if draft.severity == Severity::Error {
                self.errors.entry(draft.aspect).or_default().insert(code);
            }
            let is_above = self.counts.by_rule.get(&code).is_some_and(|&count| count > of_rule);
            if is_above && u64::try_from(at).is_ok_and(|kept| kept >= of_all) {
                self.drafts.swap_remove(at);
            } else {
                at = at.saturating_add(1);
            }
        }
        self.counted = self.drafts.len();
    }

    /// Runs the rules over the whole, and writes the report of the input.
    pub(super) fn finish(mut self, origin: &Origin<'_, '_>) -> InputReport {
        if self.refused {
            // Nothing was judged.
        } else if self.stopped {
            self.skip_catalog_checks();
        } else {
            let Self { catalog_checks, scope, index, drafts, coverage, active, .. } = &mut self;
            let whole = Whole::new(index, scope.header, scope.not_held, scope.law, scope.as_of);
            let mut gaps = Vec::new();
            for (rule, look) in catalog_checks.iter() {
                let mut findings = Findings::new(rule, None, drafts);
                look(scope, &whole, &mut findings);
                if !findings.has_run() {
                    coverage.run.retain(|&code| code != rule.code);
                }
                gaps.extend(findings.into_gaps());
            }
            if rules::JUDGING_INSTRUMENTS.iter().any(|code| active.contains(code)) {
                coverage.citations = Some(cover(&whole));
            }
            self.add_gaps(gaps);
            self.count();
        }
        let verdicts = Verdicts {
            valid: self.judge(Aspect::Valid),
            lawful: self.judge(Aspect::Lawful),
            publishable: self.judge(Aspect::Publishable),
        };
        // In the order of the input, so that no passage is read again twice.
        self.drafts.sort_by_cached_key(|draft| start_of(&self.index, &draft.spot));
        let findings = self.resolve(origin);
        let mut counts = self.counts;
        counts.shown = u64::try_from(findings.len()).unwrap_or(u64::MAX);
        let mut coverage = self.coverage;
        coverage.not_run.sort_by_key(|not_run| not_run.code);
        InputReport {
            name: String::new(),
            bytes: None,
            sha256: None,
            spelling: None,
            parts: Vec::new(),
            title: None,
            records: self.records,
            unread: self.unread,
            skipped: self.skipped,
            verdicts,
            coverage,
            counts,
            findings,
        }
    }

    /// Gives the drafts their places, and what else is worked out only of what is shown.
    fn resolve(&self, origin: &Origin<'_, '_>) -> Vec<Finding> {
        let mut subjects = Subjects::new(origin, &self.index, self.scope.header);
        let mut found: Vec<Found> =
            self.drafts.iter().map(|draft| origin.finding(&self.index, draft, &mut subjects)).collect();
        found.sort_by(|a, b| a.key.cmp(&b.key));
        fingerprint::write(&mut found);
        subjects.name_bodies(&mut found);
        found.into_iter().map(|found| found.finding).collect()
    }

    /// Reading stopped: rules over the whole would take what was not read for missing. Where nothing had been read
    /// before, only reading has looked.
    fn skip_catalog_checks(&mut self) {
        if !self.looked {
            let found_while_reading = |code: &RuleCode| {
                rules::find(*code).is_some_and(|rule| rule.looks.iter().all(|check| matches!(check, Look::Reading)))
            };
            let reading: Vec<RuleCode> = self.coverage.run.iter().copied().filter(found_while_reading).collect();
            self.keep_only(&reading, NotRunReason::ReadingStopped);
            return;
        }
        for (rule, _) in &self.catalog_checks {
            // A rule that also looks at single records has done that much.
            if rule.looks.iter().all(|check| matches!(check, Look::Catalog(_))) {
                self.coverage.run.retain(|&code| code != rule.code);
            }
            self.coverage.not_run.push(not_run(rule.code, NotRunReason::ReadingStopped, Vec::new()));
        }
    }

    /// Writes down on what rules could not run: one entry a rule and reason.
    fn add_gaps(&mut self, gaps: Vec<Gap>) {
        let mut by_reason: BTreeMap<(RuleCode, NotRunReason), BTreeSet<String>> = BTreeMap::new();
        for gap in gaps {
            by_reason.entry((gap.rule, gap.reason)).or_default().insert(gap.on);
        }
        let entries = by_reason.into_iter().map(|((code, reason), on)| not_run(code, reason, on.into_iter().collect()));
        self.coverage.not_run.extend(entries);
    }

    /// The verdict on one aspect: never yes while an error rule of it is unbuilt or did not run on everything.
    fn judge(&self, aspect: Aspect) -> Judgement {
        if let Some(errors) = self.errors.get(&aspect) {
            return Judgement { verdict: Verdict::No, because: errors.iter().copied().collect() };
        }
        let finds_errors = |code: RuleCode| {
            rules::find(code).is_some_and(|rule| rule.aspect == aspect && rule.severity == Severity::Error)
        };
        // What a rule forbids was not forbidden outside its period.
        let not_run = self.coverage.not_run.iter().filter(|not_run| not_run.reason != NotRunReason::OutsidePeriod);
        let not_run = not_run.map(|not_run| not_run.code).filter(|&code| finds_errors(code));
        let not_built = rules::not_built()
            .filter(|planned| planned.aspect == aspect && planned.severity == Severity::Error)
            .map(|planned| planned.code);
        let because: BTreeSet<RuleCode> = not_run.chain(not_built).collect();
        let everything_read = self.unread == 0 && !self.stopped;
        let verdict = if because.is_empty() && everything_read { Verdict::Yes } else { Verdict::NotShown };
        Judgement { verdict, because: because.into_iter().collect() }
    }
}

/// How much of what is cited could be judged.
fn cover(whole: &Whole<'_>) -> CitationCoverage {
    let facts = &whole.facts.citations;
    let cover = whole.citations().cover(facts);
    let instruments_not_held = u64::try_from(cover.not_held.len()).unwrap_or(u64::MAX);
    let not_held = cover.not_held.iter().take(MAX_INSTRUMENTS_NOT_HELD);
    let unread = facts.unread.parts();
    CitationCoverage {
        citations: cover.citations,
        understood: cover.understood,
        partly_unread: facts.unread.citations(),
        unread_parts: unread
            .into_iter()
            .take(MAX_UNREAD_PARTS)
            .map(|(words, citations)| UnreadPart { words: crate::print::excerpt(words), citations })
            .collect(),
        held: cover.held,
        instruments_not_held,
        not_held: not_held
            .map(|(title, citations)| InstrumentNotHeld { title: crate::print::excerpt(title), citations: *citations })
            .collect(),
    }
}

/// How many instruments that are not held a report names.
const MAX_INSTRUMENTS_NOT_HELD: usize = 100;

/// How many parts of citations that were not understood a report shows.
const MAX_UNREAD_PARTS: usize = 100;

/// The byte near which a spot stands.
fn start_of(index: &Facts, spot: &Spot) -> usize {
    match spot {
        Spot::Header(_) => 0,
        Spot::Record(ordinal, _) => index.records.record(*ordinal).map_or(0, |facts| facts.frame.start),
        Spot::Input { span, .. } => span.start,
    }
}

fn not_run(code: RuleCode, reason: NotRunReason, fields: Vec<String>) -> NotRun {
    let (zh, en) = match reason {
        NotRunReason::NotBuilt => ("本版本尚未实现此规则", "this version does not have the rule yet"),
        NotRunReason::Ignored => ("按要求忽略此规则", "it was to be ignored"),
        NotRunReason::NotSelected => ("未选择此规则", "it was not selected"),
        NotRunReason::NotHeld => {
            ("来源没有采集这些栏目，暂不能判定", "the source does not hold these fields, so nothing can be said")
        }
        NotRunReason::InputMissing => ("缺少此规则所需的输入", "an input that it needs was not given"),
        NotRunReason::ReadingStopped => (
            "读取中途停止，只看到一部分记录，暂不能判定",
            "reading stopped, so a judgement over all records would mislead",
        ),
        NotRunReason::RecordsUnread => (
            "这些清单中有记录未能读取，不能断定被引用的记录不存在",
            "records of these kinds could not be read, so none can be called missing",
        ),
        NotRunReason::ListIncomplete => (
            "目录头未声明这些清单完整，不能据以核对",
            "the header does not declare the lists complete, so they prove nothing",
        ),
        NotRunReason::EarlierEdition => (
            "数据的统计日期早于本版次生效日期，不能相比",
            "the figures are of a day before this edition took effect, so the two cannot be compared",
        ),
        NotRunReason::NotCountable => (
            "指标、计数单位未写明或者不认识，或者记录没有说明，暂不能按目录统计",
            "the metric or unit is not known, or records leave open what is asked, so nothing can be counted",
        ),
        NotRunReason::LawOutdated => (
            "法规库只收录到检查日期的十二个月以前，暂不能判定；请更新法规库",
            "the law is known to a day more than twelve months before the one as of which to judge; refresh the facts",
        ),
        NotRunReason::InstrumentNotHeld => (
            "法规库未收录所引文件或者现状不明，暂不能判定；未收录不等于不存在",
            "nothing is held about instruments that are cited, so nothing can be said; they may exist all the same",
        ),
        NotRunReason::OutsidePeriod => (
            "检查日期不在此规则的适用期间内",
            "the day as of which to judge lies outside the period in which the rule applies",
        ),
        NotRunReason::VersionUnsupported => ("模式版本不受支持", "the schema version is not supported"),
    };
    NotRun { code, reason, fields, message: Message::new(zh, en) }
}
