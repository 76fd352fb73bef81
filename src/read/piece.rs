//! Pieces: what reading gives, one after the other.

use std::ops::Range;

use super::faults::Faults;
use crate::model::{AnyRecord, Kind};
use crate::place::Frame;

/// One piece of the input: the header, a record, or a place where something is wrong with the whole.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) content: Content,
    pub(crate) frame: Frame,
    pub(crate) faults: Faults,
    /// The record, where it was clean but for unknown members and could be read in one pass; and where its texts stand in
    /// the list of them.
    pub(crate) record: Option<(AnyRecord, Range<usize>)>,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    Header,
    Record(Kind),
    /// Faults of the whole: no record is lost.
    Whole,
    /// A line that could not be read: a record of unknown kind is lost.
    Lost,
}
