//! One run of the rules over one input: what runs, what is found, what is counted, and the verdicts.

use std::collections::BTreeMap;

use super::looks::Looks;
use super::origin::{self, Origin};
use super::verdict::Grounds;
use super::{Checker, coverage, resolve};
use crate::facts::Facts;
use crate::facts::item_codes::ItemCodeAt;
use crate::facts::placeholder::Placeholder;
use crate::finding::RuleCode;
use crate::judged::Whole;
use crate::model::leaf::{Leaf, LeafName};
use crate::model::leaves::Leaves;
use crate::model::visit::visit;
use crate::model::{AnyRecord, Catalog, FieldPath, Header, Kind, RecordRef, SchemaVersion};
use crate::place::{Frame, Passage};
use crate::read::{self, Content, Piece, Room};
use crate::report::{Coverage, InputReport, NotRunReason};
use crate::rule::{Drafts, Look, Most, Need, Rule, Scope};
use crate::rules;
use crate::rules::reading;
use crate::spot::Spot;

/// One run of the rules over one input.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, met at another time")]
pub(super) struct Run<'a> {
    checker: &'a Checker,
    scope: Scope<'a>,
    /// That of the file whose records are judged now: of several files each says itself what its source does not hold.
    here: Scope<'a>,
    looks: Looks,
    coverage: Coverage,
    index: Facts,
    drafts: Drafts,
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
        let scope = Scope {
            header,
            not_held,
            as_of: checker.as_of,
            law: checker.law(),
            openings: checker.openings_held(),
            superior: checker.superior.as_deref(),
            previous: checker.previous.as_deref(),
        };
        let mut run = Self {
            checker,
            scope,
            here: scope,
            looks: Looks::default(),
            coverage: Coverage::default(),
            index: Facts::default(),
            drafts: Drafts::new(Most::of(checker.max_findings, size)),
            records: BTreeMap::new(),
            unread: 0,
            skipped: 0,
            stopped: false,
            refused: false,
            looked: false,
            is_further: false,
        };
        for rule in checker.rules() {
            if coverage::decide(&mut run.coverage, checker, &run.scope, rule) {
                run.drafts.add_rule(rule.code, checker.level_of(rule.code));
                run.index.citations.keep_printed(rule.needs.contains(&Need::Openings));
            }
        }
        run.go_on(not_held);
        // What is not built is told once a report.
        let waiting = rules::PLANNED.iter().filter(|planned| planned.waits_for.is_some());
        let waiting = waiting.map(|planned| coverage::not_run(planned.code, NotRunReason::InputMissing, Vec::new()));
        run.coverage.not_run.extend(waiting);
        run
    }

    /// Goes on with the records of a file whose source does not hold these fields.
    pub(super) fn go_on(&mut self, not_held: &'a [FieldPath]) {
        self.here.not_held = not_held;
        self.looks = Looks::default();
        for rule in self.checker.rules().filter(|rule| self.drafts.has_rule(rule.code)) {
            self.looks.add(rule, &self.here);
        }
    }

    /// Reports what reading found, if its rule is to run.
    pub(super) fn fault(&mut self, report: impl FnOnce(&mut Drafts)) {
        report(&mut self.drafts);
        self.drafts.settle();
    }

    /// How many more faults of form may be kept.
    pub(super) fn room(&self) -> Room {
        Room::of(|class| self.drafts.room(reading::rule_of_class(class).code))
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

    pub(super) fn header(&mut self, header: &Header) {
        self.looked = true;
        visit(None, None, header, &mut |leaf| self.text(None, leaf));
        self.drafts.settle();
    }

    /// Judges one named text. Ids are no texts: their form is shape.
    fn text(&mut self, ordinal: Option<u32>, leaf: Leaf<'_>) {
        if leaf.is_id() {
            return;
        }
        if ordinal.is_some() || !self.is_further {
            self.index.texts.add(ordinal, leaf);
        }
        // QD011 says of a placeholder that it is none; no rule says so again by saying what it has not.
        if leaf.name != LeafName::Text && Placeholder::is_whole(leaf.text) {
            return;
        }
        self.looks.at_text(&self.here, ordinal, leaf, &mut self.drafts);
    }

    /// Judges a record that was read; gives its ordinal.
    /// Its texts are listed where it was read in one pass, with its JSON.
    pub(super) fn record(&mut self, record: RecordRef<'_>, texts: Option<(&Leaves, &str)>, frame: Frame) -> u32 {
        self.looked = true;
        let ordinal = self.index.begin(record, frame);
        let mut codes = Vec::new();
        let mut see = |leaf: Leaf<'_>| {
            if let Some(kind) = record.kind_named_by(leaf) {
                self.index.records.add_reference(ordinal, kind, leaf);
                self.looks.at_reference(&self.here, ordinal, kind, leaf, &mut self.drafts);
                return;
            }
            self.index.add_text(ordinal, leaf);
            let code = ItemCodeAt::of(leaf);
            let item_code = code.as_ref().map(|code| &code.code);
            self.text(Some(ordinal), Leaf { item_code, ..leaf });
            codes.extend(code);
        };
        match texts {
            Some((leaves, json)) => leaves.each(json, record, see),
            None => record.visit(&mut see),
        }
        self.index.end(ordinal, record, &codes);
        self.looks.at_record(&self.here, ordinal, record, &codes, &mut self.drafts);
        let read = self.records.entry(record.kind()).or_default();
        *read = read.saturating_add(1);
        self.drafts.settle();
        ordinal
    }

    /// Judges one piece of an input: its faults, and the record if it is clean.
    pub(super) fn piece(
        &mut self,
        passage: &Passage<'_>,
        piece: &mut Piece,
        leaves: &Leaves,
        header: Option<&Header>,
        catalog: Option<&mut Catalog>,
    ) {
        let json = passage.record(piece.frame);
        // An unknown member makes no record unreadable.
        let clean = !piece.faults.any(reading::is_unreadable);
        let ordinal = match piece.content {
            Content::Header => {
                if clean && let Some(header) = header {
                    let before = self.drafts.len();
                    self.header(header);
                    // Only of the first header more is known than that it is the header.
                    for draft in self.drafts.after(before).filter(|_| self.is_further) {
                        if let Spot::Header(path) = &draft.spot {
                            draft.spot = origin::in_header(passage, piece.frame, path);
                        }
                    }
                }
                None
            }
            Content::Record(kind) if clean => {
                let read = piece.record.take().map(|record| (record, leaves));
                Some(self.clean_record(json, kind, piece.frame, read, catalog))
            }
            Content::Record(kind) => Some(self.unread(json, kind, piece.frame)),
            Content::Lost => {
                self.index.add_lost();
                self.unread = self.unread.saturating_add(1);
                None
            }
            Content::Whole => None,
        };
        self.fault(|drafts| reading::report_all(&piece.faults, ordinal, drafts));
    }

    /// Judges a record without faults, and keeps it where a catalog is wanted. What was not read in one pass goes to
    /// serde.
    fn clean_record(
        &mut self,
        json: &str,
        kind: Kind,
        frame: Frame,
        read: Option<(AnyRecord, &Leaves)>,
        catalog: Option<&mut Catalog>,
    ) -> u32 {
        let read = match read {
            Some((record, leaves)) => Ok((record, Some((leaves, json)))),
            None => AnyRecord::from_json(kind, json).map(|record| (record, None)),
        };
        match read {
            Ok((record, texts)) => {
                let ordinal = self.record(record.as_ref(), texts, frame);
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

    /// Runs the rules over the whole, and writes the report of the input.
    pub(super) fn finish(mut self, origin: &Origin<'_, '_>) -> InputReport {
        if self.refused {
            // Nothing was judged.
        } else if self.stopped {
            self.skip_the_whole();
        } else {
            let Self { looks, scope, index, drafts, coverage, .. } = &mut self;
            let whole = Whole::new(index, scope.header, scope.not_held, scope.law, scope.as_of);
            let mut gaps = Vec::new();
            looks.at_whole(scope, &whole, drafts, |code, findings| {
                if !findings.has_run() {
                    coverage.run.retain(|&other| other != code);
                }
                gaps.extend(findings.into_gaps());
            });
            rules::cover(&whole, &|code| drafts.has_rule(code), coverage);
            coverage::add_gaps(coverage, gaps);
        }
        self.drafts.settle();
        let everything_read = self.unread == 0 && !self.stopped;
        let (checker, coverage, errors) = (self.checker, &self.coverage, self.drafts.errors());
        let verdicts = Grounds { checker, coverage, errors, everything_read }.verdicts();
        let (drafts, mut counts) = self.drafts.finish();
        let findings = resolve::findings(drafts, origin, &self.index, self.scope.header);
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

    /// Reading stopped: rules over the whole would take what was not read for missing. Where nothing had been read
    /// before, only reading has looked.
    fn skip_the_whole(&mut self) {
        if !self.looked {
            let found_while_reading = |code: &RuleCode| {
                let is_reading = |rule: &Rule| rule.looks.iter().all(|look| matches!(look, Look::Reading));
                self.checker.find(*code).is_some_and(is_reading)
            };
            let reading: Vec<RuleCode> = self.coverage.run.iter().copied().filter(found_while_reading).collect();
            self.keep_only(&reading, NotRunReason::ReadingStopped);
            return;
        }
        for rule in self.looks.of_whole() {
            // A rule that also looks at single records has done that much.
            if rule.looks.iter().all(|look| matches!(look, Look::Catalog(_))) {
                self.coverage.run.retain(|&code| code != rule.code);
            }
            self.coverage.not_run.push(coverage::not_run(rule.code, NotRunReason::ReadingStopped, Vec::new()));
        }
    }
}
