//! The course of reading through one passage: where it stands, and the pieces that are made of what it met.

use std::ops::Range;

use super::fault::{FaultKind, Found, Syntax};
use super::faults::Faults;
use super::limits::Limits;
use super::piece::{Content, Piece};
use super::shape::TABLE;
use super::walk::{Keys, NotJson, Stop, Walk};
use crate::model::{Kind, Spelling};
use crate::place::{Frame, Passage};

/// Where reading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Before the first byte.
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
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, met at another time")]
pub(crate) struct Progress {
    /// The lines read.
    pub(super) lines: usize,
    pub(super) header_seen: bool,
    /// Whether a list or a record was met.
    pub(super) records_seen: bool,
    /// Whether the first line could not be read.
    pub(super) first_lost: bool,
    /// Whether anything but blanks was read.
    pub(super) spoken: bool,
    /// How many members or lines of unknown kind were passed over.
    pub(crate) skipped: u64,
    /// Whether reading stopped before the end.
    pub(crate) stopped: bool,
}

impl Progress {
    /// How many lines were read.
    pub(crate) fn lines(&self) -> usize {
        self.lines
    }
}

/// The course of reading through one passage. A document is one passage.
#[derive(Debug)]
pub(super) struct Course<'t> {
    pub(super) text: &'t str,
    /// The byte of the input at which the passage begins; what is said of pieces is said of the input.
    pub(super) base: usize,
    /// Whether nothing follows the passage.
    pub(super) last: bool,
    pub(super) spelling: Spelling,
    pub(super) state: State,
    pub(super) walk: Walk<'t>,
    pub(super) keys: Keys,
    pub(super) progress: Progress,
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
        Self {
            text,
            base: passage.begin(),
            last,
            spelling,
            state: State::Start,
            walk: Walk::new(text, limits.depth(), TABLE.guesses),
            keys: Keys::default(),
            progress,
        }
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
        let moved = |span: &Range<usize>| span.start.saturating_add(self.base)..span.end.saturating_add(self.base);
        let faults = if self.base > 0 { faults.moved(self.base) } else { faults };
        let Range { start, end } = moved(&span);
        Piece { content, frame: Frame { start, end, position }, faults }
    }

    /// Says at the end what the input as a whole does not have.
    pub(super) fn lacking(&mut self, open: Range<usize>) {
        let Progress { header_seen, records_seen, first_lost, skipped, .. } = self.progress;
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
