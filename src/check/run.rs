//! One run of the rules over one input: what runs, what is found, what is counted, and the verdicts.

use std::collections::BTreeMap;

use super::beginning::Beginning;
use super::looker::{Looker, RecordSeen, Seen};
use super::looks::Looks;
use super::origin::{self, Origin};
use super::sift::{Looked, Sifted, sift};
use super::verdict::Grounds;
use super::{Checker, coverage, resolve};
use crate::facts::Facts;
use crate::finding::RuleCode;
use crate::judged::{Beside, Whole};
use crate::model::leaf::Leaf;
use crate::model::leaves::Leaves;
use crate::model::visit::visit;
use crate::model::{AnyRecord, Catalog, FieldPath, Header, Kind, RecordRef, SchemaVersion};
use crate::place::{Frame, Passage};
use crate::read::{self, Content};
use crate::report::{Coverage, InputReport, NotRunReason};
use crate::rule::{Drafts, Look, Most, Need, Rule, Scope};
use crate::rules;
use crate::rules::{reading, upkeep};
use crate::spot::Spot;

/// One run of the rules over one input.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, met at another time")]
pub(super) struct Run<'a> {
    checker: &'a Checker,
    scope: Scope<'a>,
    coverage: Coverage,
    index: Facts,
    /// The records that rules want to see again when all are known, by their ordinals.
    kept: Vec<(u32, AnyRecord)>,
    /// The records that are put beside those of other catalogs, where such are given.
    beside: Beside<'a>,
    drafts: Drafts,
    records: BTreeMap<Kind, u64>,
    pub(super) unread: u64,
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
        let scope = Scope {
            header,
            not_held,
            as_of: checker.as_of,
            law: checker.law(),
            openings: checker.openings_held(),
            superiors: &checker.superiors,
            previous: checker.previous.as_ref(),
            so_far: None,
            parameters: &checker.parameters,
        };
        let mut run = Self {
            checker,
            scope,
            coverage: Coverage::default(),
            index: Facts::default(),
            kept: Vec::new(),
            beside: Beside::new(header, &checker.superiors, checker.previous.as_ref()),
            drafts: Drafts::new(Most::of(checker.kept_of_a_rule(), size)),
            records: BTreeMap::new(),
            unread: 0,
            skipped: 0,
            stopped: false,
            refused: false,
            looked: false,
            is_further: false,
        };
        // What is about suppressions and the baseline looks at no input.
        for rule in checker.rules().filter(|rule| rule.code.family() != upkeep::FAMILY_NUMBER) {
            if coverage::decide(&mut run.coverage, checker, &run.scope, rule) {
                run.drafts.add_rule(rule.code, checker.level_of(rule.code));
                run.index.citations.keep_printed(rule.needs.contains(&Need::Openings));
            }
        }
        // What is not built is told once a report.
        run.coverage.not_run.extend(rules::PLANNED.iter().filter_map(coverage::waiting));
        run
    }

    /// What looks at the records of a file that begins so.
    pub(super) fn looker(&self, beginning: &'a Beginning) -> Looker<'a> {
        let looker = self.looker_of(&beginning.not_held);
        Looker { only_the_whole: beginning.is_unsupported, ..looker }
    }

    /// What looks at records whose source does not hold these fields.
    pub(super) fn looker_of(&self, not_held: &'a [FieldPath]) -> Looker<'a> {
        let scope = Scope { not_held, ..self.scope };
        let mut looker =
            Looker { scope, looks: Looks::default(), only_the_whole: false, of_form: true, remembers: true };
        for rule in self.checker.rules().filter(|rule| self.drafts.has_rule(rule.code)) {
            looker.looks.add(rule, &looker.scope);
            looker.of_form &= reading::OF_FORM.contains(&rule.code);
            looker.remembers &= !rule.code.is_own();
        }
        looker
    }

    /// What was found so far.
    pub(super) fn drafts(&self) -> &Drafts {
        &self.drafts
    }

    /// Reports what reading found, if its rule is to run.
    pub(super) fn fault(&mut self, report: impl FnOnce(&mut Drafts)) {
        report(&mut self.drafts);
        self.drafts.settle();
    }

    /// Judges the version. An unsupported one ends everything: one finding, and nothing else is run.
    pub(super) fn refuses(&mut self, version: &str) -> bool {
        if version.parse::<SchemaVersion>().is_ok() {
            return false;
        }
        self.refused = true;
        self.drafts.clear();
        self.records.clear();
        self.unread = 0;
        self.keep_only(&[reading::SCHEMA_VERSION], NotRunReason::VersionUnsupported);
        self.fault(|drafts| reading::report_version(version, drafts));
        true
    }

    /// Takes the rules that did not look off those that ran.
    pub(super) fn keep_only(&mut self, looked: &[RuleCode], reason: NotRunReason) {
        coverage::keep_only(&mut self.coverage, looked, reason);
    }

    /// Judges the header.
    pub(super) fn header(&mut self, looker: &Looker<'_>, header: &Header) {
        self.looked = true;
        visit(None, None, header, &mut |leaf| {
            if !self.is_further && !leaf.is_id() {
                self.index.texts.add(None, leaf);
            }
            looker.text(None, leaf, &mut self.drafts);
        });
        self.drafts.settle();
    }

    /// Judges a record in memory.
    pub(super) fn record(&mut self, looker: &Looker<'_>, record: RecordRef<'_>, frame: Frame) {
        self.looked = true;
        let ordinal = self.index.begin(record, frame);
        let mut codes = Vec::new();
        record.visit(&mut |leaf| {
            self.index.add_leaf(ordinal, record, leaf);
            looker.leaf(ordinal, record, leaf, &mut codes, &mut self.drafts);
        });
        self.index.end(ordinal, record, &codes);
        looker.looks.at_record(&looker.scope, ordinal, record, &codes, &mut self.drafts);
        if self.keeps(looker, record) {
            self.kept.push((ordinal, record.to_any()));
        }
        if self.beside.holds(record.kind()) {
            self.beside.hold(record.to_any());
        }
        self.count(record.kind());
        self.drafts.settle();
    }

    /// Whether a rule wants to see a record again, after what was read so far.
    fn keeps(&self, looker: &Looker<'_>, record: RecordRef<'_>) -> bool {
        let so_far = Scope { so_far: Some(&self.index), ..looker.scope };
        looker.looks.keeps(&so_far, record)
    }

    fn count(&mut self, kind: Kind) {
        let read = self.records.entry(kind).or_default();
        *read = read.saturating_add(1);
    }

    /// Puts together what was seen in pieces of a passage, in the order of the input; records are put into `catalog`, if
    /// there is one.
    pub(super) fn take(
        &mut self,
        seen: &mut Seen,
        passage: &Passage<'_>,
        (looker, header): (&Looker<'_>, Option<&Header>),
        mut catalog: Option<&mut Catalog>,
    ) {
        let begin = self.index.records.next();
        let Seen { pieces, leaves, noted, drafts, .. } = seen;
        for piece in pieces {
            match (&mut piece.record, piece.content) {
                (Some(read), _) => {
                    let ordinal = self.record_seen(looker.of_form, read, (leaves, noted), passage, piece.frame);
                    // What was read before may show that a record need not be kept.
                    let is_kept = read.is_kept && self.keeps(looker, read.record.as_ref());
                    let is_held = self.beside.holds(read.record.as_ref().kind());
                    // What nobody wants stays where it is, and is given back by whoever read it.
                    if !is_kept && !is_held && catalog.is_none() {
                        continue;
                    }
                    let Some(RecordSeen { record, .. }) = piece.record.take() else { continue };
                    if is_held {
                        if !is_kept && catalog.is_none() {
                            self.beside.hold(record);
                            continue;
                        }
                        self.beside.hold(record.clone());
                    }
                    if let Some(catalog) = &mut catalog {
                        if is_kept {
                            self.kept.push((ordinal, record.clone()));
                        }
                        // A repeated id is found by its rule; the first record stays.
                        let _ = catalog.insert(record);
                    } else {
                        self.kept.push((ordinal, record));
                    }
                }
                (None, Content::Record(kind)) => self.unread(passage.record(piece.frame), kind, piece.frame),
                (None, Content::Header) => {
                    if let Some(header) = header.filter(|_| piece.is_clean) {
                        self.header_seen(looker, header, passage, piece.frame);
                    }
                }
                (None, Content::Lost) => {
                    self.index.add_lost();
                    self.unread = self.unread.saturating_add(1);
                }
                (None, Content::Whole) => {}
            }
        }
        self.drafts.take(drafts, |draft| draft.move_records(begin));
    }

    /// Adds the facts of a record that was looked at; of form, that it is there. Gives its ordinal.
    fn record_seen(
        &mut self,
        of_form: bool,
        read: &RecordSeen,
        (leaves, noted): (&Leaves, &[usize]),
        passage: &Passage<'_>,
        frame: Frame,
    ) -> u32 {
        self.looked = true;
        let record = read.record.as_ref();
        self.count(record.kind());
        if of_form {
            return self.index.records.add(record, frame);
        }
        let ordinal = self.index.begin(record, frame);
        let mut see = |leaf: Leaf<'_>| self.index.add_leaf(ordinal, record, leaf);
        match read.noted.clone() {
            Some(range) => {
                let noted = noted.get(range).unwrap_or_default().iter().copied();
                leaves.each(noted, passage.record(frame), record, |_, leaf| see(leaf));
            }
            None => record.visit(&mut see),
        }
        self.index.end(ordinal, record, &read.codes);
        ordinal
    }

    fn header_seen(&mut self, looker: &Looker<'_>, header: &Header, passage: &Passage<'_>, frame: Frame) {
        let before = self.drafts.len();
        self.header(looker, header);
        // Only of the first header more is known than that it is the header.
        for draft in self.drafts.after(before).filter(|_| self.is_further) {
            if let Spot::Header(path) = &draft.spot {
                draft.spot = origin::in_header(passage, frame, path);
            }
        }
    }

    fn unread(&mut self, json: &str, kind: Kind, frame: Frame) {
        self.unread = self.unread.saturating_add(1);
        self.index.add_unread(kind, read::id_in(json).as_ref(), frame);
    }

    /// Tells of a row of the source that is no record: what it would have been is not known to be missing.
    pub(super) fn unread_row(&mut self, row: reading::UnreadRow) {
        self.unread = self.unread.saturating_add(1);
        self.index.add_unread(row.record.kind, None, Frame { start: 0, end: 0, position: 0 });
        self.fault(|drafts| reading::report_row(row, drafts));
    }

    /// Runs the rules over the whole, and writes the report of the input.
    pub(super) fn finish(mut self, looker: &Looker<'_>, origin: &Origin<'_, '_>) -> InputReport {
        let mut conformance = None;
        if self.refused {
            // Nothing was judged.
        } else if self.stopped {
            self.skip_the_whole(looker);
        } else {
            let Self { scope, index, kept, beside, drafts, coverage, .. } = &mut self;
            drafts.settle();
            index.all_are_known();
            let whole = Whole::new(index, scope.header, scope.not_held, scope.law, scope.as_of, beside);
            let mut gaps = Vec::new();
            looker.looks.at_whole(scope, (&whole, kept), drafts, |code, findings| {
                if !findings.has_run() {
                    coverage.run.retain(|&other| other != code);
                }
                gaps.extend(findings.into_gaps());
            });
            rules::cover(&whole, &|code| drafts.has_rule(code), coverage);
            conformance = whole.into_conformance();
            coverage::add_gaps(coverage, gaps);
        }
        self.drafts.settle();
        let everything_read = self.unread == 0 && !self.stopped;
        let (checker, (drafts, mut counts, mut errors)) = (self.checker, self.drafts.finish());
        let found = resolve::findings(drafts, &|code| checker.level_of(code), origin, &self.index, self.scope.header);
        let seen = Looked { rules: &self.coverage.run, records: &self.index.records, everything: everything_read };
        let sifted = sift(checker, &seen, found, &mut counts, &mut errors);
        let (coverage, answered) = (&self.coverage, &sifted.answered);
        let something_judged = self.records.values().any(|&count| count > 0);
        let grounds = Grounds { checker, coverage, errors: &errors, answered, everything_read, something_judged };
        let verdicts = grounds.verdicts();
        let Sifted { findings, set_aside, suppressions, .. } = sifted;
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
            source_notices: Vec::new(),
            verdicts,
            coverage,
            counts,
            suppressions,
            baseline: None,
            set_aside,
            conformance,
            findings,
        }
    }

    /// Reading stopped: rules over the whole would take what was not read for missing. Where nothing had been read
    /// before, only reading has looked.
    fn skip_the_whole(&mut self, looker: &Looker<'_>) {
        if !self.looked {
            let found_while_reading = |code: &RuleCode| {
                let is_reading = |rule: &Rule| rule.looks.iter().all(|look| matches!(look, Look::Reading));
                self.checker.find(*code).is_some_and(is_reading)
            };
            let reading: Vec<RuleCode> = self.coverage.run.iter().copied().filter(found_while_reading).collect();
            self.keep_only(&reading, NotRunReason::ReadingStopped);
            return;
        }
        for rule in looker.looks.of_whole() {
            // A rule that also looks at single records has done that much.
            if rule.looks.iter().all(|look| matches!(look, Look::Catalog(_) | Look::Kept(_) | Look::KeptItem(..))) {
                self.coverage.run.retain(|&code| code != rule.code);
            }
            self.coverage.not_run.push(coverage::not_run(rule.code, NotRunReason::ReadingStopped, Vec::new()));
        }
    }
}
