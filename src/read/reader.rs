//! Reading one passage, piece by piece.

use super::course::{Course, Progress, State};
use super::faults::Room;
use super::limits::Limits;
use super::piece::Piece;
use super::{document, ndjson};
use crate::model::Spelling;
use crate::place::Passage;

/// Reads the pieces of one passage, one after the other. A document is one passage.
#[derive(Debug)]
pub(crate) struct Reader<'t>(Course<'t>);

impl<'t> Reader<'t> {
    /// A reader of a passage in a spelling (see [`spelling_of`](super::spelling_of)), and whether it is the last.
    pub(crate) fn new(
        passage: &'t Passage<'_>,
        last: bool,
        spelling: Spelling,
        limits: Limits,
        progress: Progress,
    ) -> Self {
        Self(Course::new(passage, last, spelling, limits, progress))
    }

    /// How far the input was read.
    pub(crate) fn into_progress(self) -> Progress {
        self.0.progress
    }

    /// The next piece, with as many faults as there is room for.
    pub(crate) fn next_piece(&mut self, room: Room) -> Option<Piece> {
        self.0.walk.set_room(room);
        loop {
            let step = match self.0.state {
                State::End => return None,
                State::Line(start, number) => ndjson::step(&mut self.0, start, number),
                _ => document::step(&mut self.0),
            };
            let piece = step.unwrap_or_else(|stop| Some(self.0.stopped_at(stop)));
            if piece.is_some() {
                return piece;
            }
        }
    }
}
