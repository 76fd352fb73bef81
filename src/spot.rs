//! Spots: where something stands, as long as only the record and the path are known.

use std::ops::Range;

use crate::model::Pointer;

/// Where a finding of a rule stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Spot {
    /// Below the header.
    Header(Pointer),
    /// Below a record, by its ordinal in the index.
    Record(u32, Pointer),
    /// In the input, where reading found it.
    Input {
        /// The bytes.
        span: Range<usize>,
        /// The nearest thing that is there, from the root.
        pointer: Pointer,
        /// The path below the record, or the whole.
        path: Pointer,
        /// The record, by its ordinal.
        record: Option<u32>,
    },
}
