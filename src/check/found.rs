//! Findings while they are put in order.

use std::ops::Range;

use crate::finding::{Finding, Severity};
use crate::model::Id;

/// A finding, and what must still be worked out of all findings together.
pub(super) struct Found {
    /// Its byte, or its record: findings come in this order, then by path and rule.
    pub(super) order: usize,
    pub(super) finding: Finding,
    /// How grave the rule calls it, by which verdicts go.
    pub(super) own_severity: Severity,
    /// What it is known by, for its fingerprint.
    pub(super) known_by: u64,
    pub(super) answers: Option<Answerable>,
}

/// Where a spot stands in its record or header.
#[derive(Debug, Clone, Default)]
pub(super) struct Located {
    /// Its bytes.
    pub(super) span: Range<usize>,
    /// How many segments of its path are there.
    pub(super) matched: usize,
}

/// Who answers for a record.
#[derive(Debug, Clone)]
pub(super) enum Answerable {
    /// This body.
    Body(Id),
    /// The body that handles this service item.
    Handler(Id),
}
