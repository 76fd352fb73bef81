//! Findings while they are put in order.

use crate::finding::{Finding, RuleCode};
use crate::model::Id;

/// A finding, and what must still be worked out of all findings together.
pub(super) struct Found {
    pub(super) key: SortKey,
    pub(super) finding: Finding,
    /// What it is known by, for its fingerprint.
    pub(super) known_by: u64,
    pub(super) answers: Option<Answerable>,
}

/// The order of findings: by the byte, or by the record and path; then by the rule.
pub(super) type SortKey = (usize, String, RuleCode);

/// Who answers for a record.
#[derive(Debug, Clone)]
pub(super) enum Answerable {
    /// This body.
    Body(Id),
    /// The body that handles this service item.
    Handler(Id),
}
