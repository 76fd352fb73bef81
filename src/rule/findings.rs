//! What a rule hands over: its findings, and what it could not look at.

use super::{Draft, Drafts, Rule};
use crate::finding::{NotRunReason, RuleCode};
use crate::lang::Message;
use crate::model::Pointer;
use crate::spot::Spot;

/// 发现收集: takes the findings of one rule about what it looks at.
#[derive(Debug)]
pub struct Findings<'a> {
    rule: &'static Rule,
    /// What is looked at: the header, or a record by its ordinal.
    record: Option<u32>,
    drafts: &'a mut Drafts,
    gaps: Vec<Gap>,
    saw_nothing: bool,
}

/// Something on which a rule could not run.
#[derive(Debug)]
pub(crate) struct Gap {
    pub(crate) rule: RuleCode,
    pub(crate) reason: NotRunReason,
    /// The field or record.
    pub(crate) on: String,
}

impl<'a> Findings<'a> {
    pub(crate) fn new(rule: &'static Rule, record: Option<u32>, drafts: &'a mut Drafts) -> Self {
        Self { rule, record, drafts, gaps: Vec::new(), saw_nothing: false }
    }

    /// Writes down that the rule could not run on a field or record; for looks at the whole.
    pub(crate) fn not_run_on(&mut self, on: impl Into<String>, reason: NotRunReason) {
        self.gaps.push(Gap { rule: self.rule.code, reason, on: on.into() });
    }

    /// Writes down that there was nothing at all on which the rule could run; for looks at the whole.
    pub(crate) fn saw_nothing(&mut self) {
        self.saw_nothing = true;
    }

    /// Whether the rule looked at anything.
    pub(crate) fn has_run(&self) -> bool {
        !self.saw_nothing
    }

    /// What the rule could not run on.
    pub(crate) fn into_gaps(self) -> Vec<Gap> {
        self.gaps
    }

    /// A finding at a path below what is looked at, the record or the header, in both languages; more is said of it through
    /// what this gives. A look at the whole catalog speaks of its header.
    pub fn at(&mut self, path: Pointer, zh: impl Into<String>, en: impl Into<String>) -> &mut Draft {
        self.at_spot(self.spot(path), zh, en)
    }

    /// The spot at a path below what is looked at.
    pub(crate) fn spot(&self, path: Pointer) -> Spot {
        match self.record {
            Some(ordinal) => Spot::Record(ordinal, path),
            None => Spot::Header(path),
        }
    }

    /// A finding anywhere; for looks at the whole.
    pub(crate) fn at_spot(&mut self, spot: Spot, zh: impl Into<String>, en: impl Into<String>) -> &mut Draft {
        self.drafts.open(Draft {
            rule: self.rule,
            spot,
            severity: self.rule.severity,
            aspect: self.rule.aspect,
            found: None,
            allowed: Vec::new(),
            expected: None,
            related: Vec::new(),
            message: Message::new(zh, en),
            help: None,
            identity: None,
            of_source: None,
            naming: None,
        })
    }
}
