//! The course of reading through one passage: where it stands, and the pieces that are made of what it met.

use std::ops::Range;

use super::fault::{FaultKind, Found, Syntax};
use super::faults::Faults;
use super::limits::Limits;
use super::piece::{Content, Piece};
use super::shape::{Shape, TABLE};
use super::walk::{Keys, NotJson, Segment, Stop, Walk, fast};
use crate::model::leaves::Leaves;
use crate::model::{AnyRecord, Kind, Spelling};
use crate::place::{Frame, Passage};

/// Where reading stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum State {
    /// Before the first byte.
    #[default]
    Start,
    /// In the document, after `{` or a comma: a member follows.
    Member,
    /// In the array of a kind: the element at this position follows.
    Element(Kind, usize),
    /// After a member or array of the document.
    AfterMember,
    /// In NDJSON: the line from this byte follows, with its number from 0.
    Line(usize, usize),
    /// Nothing more comes.
    End,
}

/// How far an input was read: what the reader of the next passage must know.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    met: Met,
    state: State,
    keys: Keys,
}

/// What was met so far.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, met at another time")]
pub(super) struct Met {
    /// The lines read.
    pub(super) lines: usize,
    /// The byte of the input at which the document opens.
    pub(super) open: usize,
    /// The byte of the input at which the first header begins; it may be one that could not be read.
    pub(super) header_at: Option<usize>,
    /// The byte of the input at which the first `$schema` of a document begins.
    pub(super) schema_at: Option<usize>,
    pub(super) header_seen: bool,
    /// Whether a list or a record was met.
    pub(super) records_seen: bool,
    /// Whether the first line could not be read.
    pub(super) first_lost: bool,
    /// Whether anything but blanks was read.
    pub(super) spoken: bool,
    /// How many members or lines of unknown kind were passed over.
    pub(super) skipped: u64,
    /// Whether reading stopped before the end.
    pub(super) stopped: bool,
}

impl Progress {
    /// Whether what follows in whole lines can be read without what stands before them.
    pub(crate) fn is_under_way(&self) -> bool {
        self.met.header_seen && self.met.records_seen && self.met.spoken
    }

    /// That of a reader that begins after so many lines.
    pub(crate) fn after(&self, lines: usize) -> Self {
        Self { met: Met { lines, skipped: 0, ..self.met }, ..Self::default() }
    }

    /// Goes on where the reader of the next lines ended.
    pub(crate) fn add(&mut self, next: &Self) {
        self.met.lines = next.met.lines;
        self.met.skipped = self.met.skipped.saturating_add(next.met.skipped);
    }

    /// How many lines were read.
    pub(crate) fn lines(&self) -> usize {
        self.met.lines
    }

    /// How many members or lines of unknown kind were passed over.
    pub(crate) fn skipped(&self) -> u64 {
        self.met.skipped
    }

    /// Whether reading stopped before the end.
    pub(crate) fn stopped(&self) -> bool {
        self.met.stopped
    }

    /// The byte of the input at which the first `$schema` of a document begins.
    pub(crate) fn schema_at(&self) -> Option<usize> {
        self.met.schema_at
    }

    /// The byte of the input at which the first header of a document begins, also where it could not be read.
    pub(crate) fn header_at(&self) -> Option<usize> {
        self.met.header_at
    }
}

/// Where a step began, so that it can be undone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    at: usize,
    met: Met,
    state: State,
    keys: usize,
}

/// The course of reading through one passage.
#[derive(Debug)]
pub(super) struct Course<'t> {
    pub(super) text: &'t str,
    /// The byte of the input at which the passage begins; what is said of pieces is said of the input.
    pub(super) base: usize,
    /// Whether nothing follows the passage.
    pub(super) last: bool,
    pub(super) state: State,
    pub(super) walk: Walk<'t>,
    /// The members of the document, with their places in the input.
    pub(super) keys: Keys,
    pub(super) progress: Met,
    /// The texts of the records that were read in one pass, while they are lent to the reader.
    pub(super) leaves: Leaves,
}

impl<'t> Course<'t> {
    /// The course through a passage in a spelling (see [`spelling_of`](super::spelling_of)), and whether it is the last.
    pub(super) fn new(
        passage: &'t Passage<'_>,
        last: bool,
        spelling: Spelling,
        limits: Limits,
        progress: Progress,
    ) -> Self {
        let text = passage.text();
        let Progress { met, state, keys } = progress;
        let mut walk = Walk::new(text, limits.depth(), TABLE.guesses);
        let state = match (spelling, state) {
            (Spelling::Ndjson, _) => State::Line(0, met.lines),
            (Spelling::Document, State::Element(kind, position)) => {
                walk.resume(2);
                walk.push(Segment::Field(kind.array()));
                State::Element(kind, position)
            }
            (Spelling::Document, State::Member | State::AfterMember) => {
                walk.resume(1);
                state
            }
            (Spelling::Document, _) => state,
        };
        Self { text, base: passage.begin(), last, state, walk, keys, progress: met, leaves: Leaves::default() }
    }

    /// Reads the record that stands here: in one pass where it is clean, else by the walk, which says what is wrong.
    pub(super) fn record(&mut self, kind: Kind) -> Result<Option<(AnyRecord, Range<usize>)>, NotJson> {
        // Only what stands beside the records is wanted.
        if self.walk.skims {
            self.walk.value(Shape::any())?;
            return Ok(None);
        }
        let record = fast::record(&mut self.walk, kind, &mut self.leaves);
        if record.is_none() {
            self.walk.record(TABLE.record(kind))?;
        }
        Ok(record)
    }

    pub(super) fn into_progress(self) -> Progress {
        Progress { met: self.progress, state: self.state, keys: self.keys }
    }

    pub(super) fn mark(&self) -> Mark {
        Mark { at: self.walk.at, met: self.progress, state: self.state, keys: self.keys.len() }
    }

    /// Goes back to where a step began. The walk stays as the step left it: the next passage has one of its own.
    pub(super) fn undo(&mut self, mark: Mark) {
        self.walk.at = mark.at;
        self.progress = mark.met;
        self.state = mark.state;
        self.keys.truncate(mark.keys);
    }

    /// Whether a step through a document saw the end of its passage, while more follows: then it could end otherwise if
    /// more were known.
    pub(super) fn is_cut<T>(&self, taken: &Result<T, NotJson>) -> bool {
        match taken {
            // Nothing is looked at but what is passed and the byte that stands here.
            Ok(_) => !self.last && self.walk.at >= self.text.len(),
            Err(stop) => self.may_go_on(stop),
        }
    }

    /// Whether what seems to be no JSON may only be cut.
    pub(super) fn may_go_on(&self, stop: &NotJson) -> bool {
        !self.last && !stop.is_certain(self.text)
    }

    /// A place in the input as what is said of this passage has it: places before the passage wrap around.
    pub(super) fn here(&self, span: &Range<usize>) -> Range<usize> {
        span.start.wrapping_sub(self.base)..span.end.wrapping_sub(self.base)
    }

    /// The place in the input of what stands in this passage.
    pub(super) fn there(&self, span: &Range<usize>) -> Range<usize> {
        span.start.wrapping_add(self.base)..span.end.wrapping_add(self.base)
    }

    /// Text that is no JSON: in a document nothing after it has a certain meaning.
    pub(super) fn stopped_at(&mut self, stop: NotJson) -> Piece {
        self.progress.stopped = true;
        self.state = State::End;
        self.not_json(stop, Content::Whole)
    }

    pub(super) fn not_json(&mut self, stop: NotJson, content: Content) -> Piece {
        let (at, problem) = stop.into_parts();
        let end = self.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let kind = match problem {
            Stop::Syntax(syntax) => FaultKind::Syntax(syntax),
            Stop::TooDeep { limit } => FaultKind::TooDeep { limit },
        };
        self.walk.fault(kind, at..at.saturating_add(end));
        self.piece(content, at, at, 0)
    }

    pub(super) fn piece(&mut self, content: Content, start: usize, end: usize, position: usize) -> Piece {
        let faults = self.walk.take_faults();
        self.piece_with(content, start..end, position, faults)
    }

    /// Makes a piece of what was found in the passage.
    pub(super) fn piece_with(&self, content: Content, span: Range<usize>, position: usize, faults: Faults) -> Piece {
        let faults = if self.base > 0 { faults.moved(self.base) } else { faults };
        let Range { start, end } = self.there(&span);
        Piece { content, frame: Frame { start, end, position }, faults, record: None }
    }

    /// Says at the end what the input as a whole does not have.
    pub(super) fn lacking(&mut self, open: Range<usize>) {
        let Met { header_seen, records_seen, first_lost, skipped, .. } = self.progress;
        if header_seen && (records_seen || skipped == 0) {
            return;
        }
        if !header_seen && first_lost {
            self.walk.fault(FaultKind::FirstLineUnread, open);
        } else if records_seen {
            self.walk.missing("header", open);
        } else {
            let kind = FaultKind::NothingOfACatalog { header: header_seen };
            self.walk.fault_below(kind, open, (!header_seen).then_some("header"));
        }
    }

    pub(super) fn trailing(&mut self) -> Result<(), NotJson> {
        self.walk.skip_blanks();
        match self.walk.peek() {
            None => Ok(()),
            Some(_) => Err(NotJson::new(self.walk.at, Stop::Syntax(Syntax::TrailingText))),
        }
    }
}

/// What a value is, by its first byte.
pub(super) fn found_of(text: &str) -> Found {
    match text.as_bytes().first() {
        Some(b'"') => Found::Text,
        Some(b'{') => Found::Object,
        Some(b'[') => Found::Array,
        Some(b't' | b'f') => Found::Boolean,
        Some(b'n') => Found::Null,
        _ => Found::Number,
    }
}
