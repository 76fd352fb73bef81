//! Reading one passage, piece by piece.

use super::course::{Course, Progress, State};
use super::faults::Room;
use super::limits::Limits;
use super::piece::Piece;
use super::{document, ndjson};
use crate::model::Spelling;
use crate::model::leaves::Leaves;
use crate::place::Passage;

/// Reads the pieces of one passage, one after the other.
///
/// A passage of NDJSON is whole lines. One of a document may end anywhere: a step that saw its end, while more follows,
/// is as if it had not been taken, and is taken in the next passage, which begins where this one was used up to.
#[derive(Debug)]
pub(crate) struct Reader<'t> {
    course: Course<'t>,
    /// How much of the passage was used, once no more can be.
    used: Option<usize>,
}

impl<'t> Reader<'t> {
    /// A reader of a passage in a spelling (see [`spelling_of`](super::spelling_of)), and whether it is the last.
    pub(crate) fn new(
        passage: &'t Passage<'_>,
        last: bool,
        spelling: Spelling,
        limits: Limits,
        progress: Progress,
    ) -> Self {
        Self { course: Course::new(passage, last, spelling, limits, progress), used: None }
    }

    /// A reader of a passage of a document that passes over its records, for who looks for something beside them.
    pub(crate) fn skimming(passage: &'t Passage<'_>, last: bool, limits: Limits, progress: Progress) -> Self {
        let mut reader = Self::new(passage, last, Spelling::Document, limits, progress);
        reader.course.walk.skims = true;
        reader
    }

    /// How far the input was read.
    pub(crate) fn into_progress(self) -> Progress {
        self.course.into_progress()
    }

    /// How many bytes of the passage were used.
    pub(crate) fn used(&self) -> usize {
        self.used.unwrap_or(self.course.text.len())
    }

    /// The next piece, with as many faults as there is room for. The texts of a record that was read in one pass are added
    /// to `leaves`.
    pub(crate) fn next_piece(&mut self, room: Room, leaves: &mut Leaves) -> Option<Piece> {
        self.course.walk.set_room(room);
        std::mem::swap(&mut self.course.leaves, leaves);
        let piece = self.step();
        std::mem::swap(&mut self.course.leaves, leaves);
        piece
    }

    fn step(&mut self) -> Option<Piece> {
        let course = &mut self.course;
        while self.used.is_none() {
            let step = match course.state {
                State::End => return None,
                State::Line(start, number) => ndjson::step(course, start, number),
                _ => {
                    // No step begins with blanks, and there may be megabytes of them.
                    course.walk.skip_blanks();
                    let before = course.mark();
                    let step = document::step(course);
                    if course.is_cut(&step) {
                        course.undo(before);
                        self.used = Some(course.walk.at);
                        return None;
                    }
                    step
                }
            };
            let piece = step.unwrap_or_else(|stop| Some(course.stopped_at(stop)));
            if piece.is_some() {
                return piece;
            }
        }
        None
    }
}
