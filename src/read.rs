//! Reading: bytes to records, telling every fault of form with its place.
//!
//! Two spellings give the same stream of frames: a *document*, one JSON object with an array per kind, and *NDJSON*,
//! one record a line under its tag. The walk is the only judge of form; a clean frame goes to serde. NDJSON may be
//! read by passages of whole lines, so that it need not be held.

use std::ops::Range;
use std::sync::LazyLock;

use serde::de::DeserializeOwned;

use crate::model::Spelling;
use crate::model::{FieldPath, Header, Id, Kind, Pointer, Text};
use crate::place::{Frame, Passage};

pub(crate) mod encoding;
pub(crate) mod fault;
pub(crate) mod foreign;
mod passages;
pub(crate) mod shape;
mod spelling;
mod walk;

use fault::{Expected, Fault, FaultKind, Found, Syntax};
pub(crate) use passages::Passages;
use shape::{Shape, TABLE};
pub(crate) use spelling::{Misnamed, misnamed, shown_by, spelling_of};
use walk::{Keys, Names, NotJson, Segment, Stop, Walk};

/// 限度: bounds on what is read, so that no input can exhaust the machine.
///
/// ```
/// use qingdan::Limits;
/// let limits = Limits::default().with_max_bytes(1 << 20);
/// assert_eq!((limits.max_bytes, limits.max_depth), (1 << 20, 100));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The largest input, in bytes; 256 MiB by default.
    pub max_bytes: u64,
    /// The deepest nesting of objects and arrays; 100 by default, and never above 120, which is all that `serde_json` can hold.
    pub max_depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 256 << 20, max_depth: 100 }
    }
}

impl Limits {
    /// The same but for the largest input, in bytes.
    #[must_use]
    pub fn with_max_bytes(self, max_bytes: u64) -> Self {
        Self { max_bytes, ..self }
    }

    /// The same but for the deepest nesting of objects and arrays.
    #[must_use]
    pub fn with_max_depth(self, max_depth: usize) -> Self {
        Self { max_depth, ..self }
    }

    fn depth(self) -> usize {
        self.max_depth.min(120)
    }
}

/// One piece of the input: the header, a record, or a place where something is wrong with the whole.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) content: Content,
    pub(crate) frame: Frame,
    pub(crate) faults: Vec<Fault>,
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

/// Where the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
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
    lines: usize,
    header_seen: bool,
    /// Whether a list or a record was met.
    records_seen: bool,
    /// Whether the first line could not be read.
    first_lost: bool,
    /// Whether anything but blanks was read.
    spoken: bool,
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

/// The members of a document.
static OF_DOCUMENT: LazyLock<Names> =
    LazyLock::new(|| Names::new(Kind::ALL.iter().map(|kind| kind.array()).chain(["header"])));
/// The members of lines.
static OF_LINES: LazyLock<Names> =
    LazyLock::new(|| Names::new(Kind::ALL.iter().map(|kind| kind.tag()).chain(["header"])));

/// Reads the pieces of one passage, one after the other. A document is one passage.
#[derive(Debug)]
pub(crate) struct Reader<'t> {
    text: &'t str,
    /// The byte of the input at which the passage begins; what is said of pieces is said of the input.
    base: usize,
    /// Whether nothing follows the passage.
    last: bool,
    spelling: Spelling,
    state: State,
    walk: Walk<'t>,
    keys: Keys<'t>,
    progress: Progress,
}

impl<'t> Reader<'t> {
    /// A reader of a passage in a spelling (see [`spelling_of`]), and whether it is the last.
    pub(crate) fn new(
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

    /// How far the input was read.
    pub(crate) fn into_progress(self) -> Progress {
        self.progress
    }

    /// The next piece.
    pub(crate) fn next_piece(&mut self) -> Option<Piece> {
        loop {
            let step = match self.state {
                State::End => return None,
                State::Line(start, number) => self.line(start, number),
                _ => self.document(),
            };
            let piece = step.unwrap_or_else(|stop| Some(self.stopped_at(stop)));
            if piece.is_some() {
                return piece;
            }
        }
    }

    /// Text that is no JSON: in a document nothing after it has a certain meaning.
    fn stopped_at(&mut self, stop: NotJson) -> Piece {
        self.progress.stopped = true;
        self.state = State::End;
        self.not_json(stop, Content::Whole)
    }

    fn not_json(&mut self, stop: NotJson, content: Content) -> Piece {
        let (at, problem) = stop.into_parts();
        let end = self.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let kind = match problem {
            Stop::Syntax(syntax) => FaultKind::Syntax(syntax),
            Stop::TooDeep { limit } => FaultKind::TooDeep { limit },
        };
        self.walk.fault(kind, at..at.saturating_add(end));
        self.piece(content, at, at, 0)
    }

    fn piece(&mut self, content: Content, start: usize, end: usize, position: usize) -> Piece {
        let faults = self.walk.take_faults();
        self.piece_with(content, start..end, position, faults)
    }

    /// Makes a piece of what was found in the passage.
    fn piece_with(&self, content: Content, span: Range<usize>, position: usize, mut faults: Vec<Fault>) -> Piece {
        let moved = |span: &Range<usize>| span.start.saturating_add(self.base)..span.end.saturating_add(self.base);
        if self.base > 0 {
            for fault in &mut faults {
                fault.span = moved(&fault.span);
                fault.first = fault.first.as_ref().map(moved);
            }
        }
        let Range { start, end } = moved(&span);
        Piece { content, frame: Frame { start, end, position }, faults }
    }

    /// One step through a document; a piece if the step gave one.
    fn document(&mut self) -> Result<Option<Piece>, NotJson> {
        match self.state {
            State::Start => {
                self.walk.confine(0..self.text.len());
                self.walk.skip_blanks();
                let start = self.walk.at;
                if self.spelling == Spelling::Ndjson {
                    self.state = State::Line(0, self.progress.lines);
                    return Ok(None);
                }
                match self.walk.peek() {
                    None => Err(NotJson::new(start, Stop::Syntax(Syntax::NothingThere))),
                    Some(b'{') => {
                        self.state = if self.walk.open(b'}')? { State::Member } else { State::AfterMember };
                        if self.state == State::AfterMember {
                            return self.end(start).map(Some);
                        }
                        Ok(None)
                    }
                    Some(_) => {
                        self.walk.value(Shape::any())?;
                        let span = start..self.walk.at;
                        self.trailing()?;
                        let text = walk::beginning(self.text.get(span.clone()).unwrap_or_default());
                        let found = found_of(&text);
                        self.walk.fault(
                            FaultKind::WrongType { expected: Expected::Catalog, found, text, allowed: Vec::new() },
                            span,
                        );
                        self.state = State::End;
                        Ok(Some(self.piece(Content::Whole, start, start, 0)))
                    }
                }
            }
            State::Member => self.member(),
            State::Element(kind, position) => {
                let start = self.walk.at;
                self.walk.push(Segment::Index(position));
                self.walk.enter_record();
                let read = self.walk.value(TABLE.record(kind));
                self.walk.leave_record();
                if read.is_ok() {
                    self.walk.pop();
                }
                let end = self.walk.at;
                read?;
                let piece = self.piece(Content::Record(kind), start, end, position);
                match self.walk.next(b']', "a comma or `]`") {
                    Ok(true) => self.state = State::Element(kind, position.saturating_add(1)),
                    Ok(false) => {
                        self.walk.pop();
                        self.state = State::AfterMember;
                    }
                    Err(stop) => return Ok(Some(self.stop_after(piece, stop))),
                }
                Ok(Some(piece))
            }
            State::AfterMember => {
                let here = self.walk.at;
                if self.walk.next(b'}', "a comma or `}`")? {
                    self.state = State::Member;
                    Ok(None)
                } else {
                    self.end(here).map(Some)
                }
            }
            State::Line(..) | State::End => Ok(None),
        }
    }

    /// A record was read, and then the text is no JSON: both are told.
    fn stop_after(&mut self, mut piece: Piece, stop: NotJson) -> Piece {
        let stopped = self.stopped_at(stop);
        piece.faults.extend(stopped.faults);
        piece
    }

    /// One member of the document.
    fn member(&mut self) -> Result<Option<Piece>, NotJson> {
        let key = self.walk.key()?;
        let name = key.text().into_owned();
        self.walk.push(Segment::Key(key));
        let first = self.keys.insert(key);
        let is_new = first.is_none();
        if !is_new {
            self.walk.repeated(key, first);
        }
        let start = self.walk.at;
        self.state = State::AfterMember;
        if name == "header" {
            self.walk.value(&TABLE.header)?;
            self.walk.pop();
            let content = if self.progress.header_seen { Content::Whole } else { Content::Header };
            self.progress.header_seen = true;
            let end = self.walk.at;
            return Ok(Some(self.piece(content, start, end, 0)));
        }
        if let Some(kind) = Kind::from_array(&name) {
            self.progress.records_seen = true;
            if self.walk.peek() == Some(b'[') {
                if self.walk.open(b']')? {
                    self.state = State::Element(kind, 0);
                } else {
                    self.walk.pop();
                }
            } else {
                self.walk.value(Shape::any())?;
                let text = walk::beginning(self.text.get(start..self.walk.at).unwrap_or_default());
                let found = found_of(&text);
                // No records of this kind.
                if found != Found::Null {
                    self.walk.fault(
                        FaultKind::WrongType { expected: Expected::Array, found, text, allowed: Vec::new() },
                        start..self.walk.at,
                    );
                }
                self.walk.pop();
            }
        } else if name == "$schema" {
            self.walk.value(&shape::SCHEMA_MEMBER)?;
            self.walk.pop();
        } else {
            if is_new {
                self.walk.unknown(key, &OF_DOCUMENT);
            }
            self.progress.skipped = self.progress.skipped.saturating_add(1);
            self.walk.value(Shape::any())?;
            self.walk.pop();
        }
        let faults = self.walk.take_faults();
        Ok((!faults.is_empty()).then(|| self.piece_with(Content::Whole, start..start, 0, faults)))
    }

    /// After the closing bracket of the document.
    fn end(&mut self, closing: usize) -> Result<Piece, NotJson> {
        self.trailing()?;
        self.state = State::End;
        let open = self.text.find('{').unwrap_or(closing);
        self.lacking(open..open.saturating_add(1));
        Ok(self.piece(Content::Whole, closing, closing, 0))
    }

    /// Says at the end what the input as a whole does not have.
    fn lacking(&mut self, open: Range<usize>) {
        let Progress { header_seen, records_seen, first_lost, skipped, .. } = self.progress;
        if header_seen && (records_seen || skipped == 0) {
            return;
        }
        if !header_seen && first_lost {
            self.walk.fault(FaultKind::FirstLineUnread, open);
        } else if records_seen {
            self.walk.missing("header", open);
        } else {
            let fault = self.walk.fault(FaultKind::NothingOfACatalog { header: header_seen }, open);
            if !header_seen {
                fault.path.push("header");
            }
        }
    }

    fn trailing(&mut self) -> Result<(), NotJson> {
        self.walk.skip_blanks();
        match self.walk.peek() {
            None => Ok(()),
            Some(_) => Err(NotJson::new(self.walk.at, Stop::Syntax(Syntax::TrailingText))),
        }
    }

    /// One line of NDJSON; blank lines are passed over.
    fn line(&mut self, start: usize, number: usize) -> Result<Option<Piece>, NotJson> {
        if start >= self.text.len() {
            self.state = State::End;
            if !self.last {
                return Ok(None);
            }
            // What is said now is said of the whole.
            self.base = 0;
            if !self.progress.spoken {
                return Err(NotJson::new(0, Stop::Syntax(Syntax::NothingThere)));
            }
            self.walk.confine(0..self.text.len());
            self.lacking(0..1);
            let faults = self.walk.take_faults();
            return Ok((!faults.is_empty()).then(|| self.piece_with(Content::Whole, 0..0, 0, faults)));
        }
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let end = memchr::memchr(b'\n', rest).map_or(self.text.len(), |length| start.saturating_add(length));
        self.progress.lines = number.saturating_add(1);
        self.state = State::Line(end.saturating_add(1), self.progress.lines);
        self.walk.confine(start..end);
        self.walk.skip_blanks();
        if self.walk.peek().is_none() {
            return Ok(None);
        }
        let at = self.walk.at;
        let is_first = !std::mem::replace(&mut self.progress.spoken, true);
        // A line that is no JSON is one fault; the next line is read all the same.
        let piece = self.envelope(number, is_first).unwrap_or_else(|stop| {
            let Piece { faults, .. } = self.not_json(stop, Content::Lost);
            Piece { faults, ..self.piece_with(Content::Lost, at..end, number, Vec::new()) }
        });
        self.progress.first_lost |= is_first && piece.content == Content::Lost;
        self.progress.records_seen |= matches!(piece.content, Content::Record(_));
        Ok(Some(piece))
    }

    /// The object of a line: one member, named by its tag. Beside it tags may be `null`, which means absent.
    fn envelope(&mut self, number: usize, is_first: bool) -> Result<Piece, NotJson> {
        let start = self.walk.at;
        let end_of_line = |walk: &mut Walk<'t>| {
            walk.skip_blanks();
            match walk.peek() {
                None => Ok(()),
                Some(_) => Err(NotJson::new(walk.at, Stop::Syntax(Syntax::TrailingText))),
            }
        };
        if self.walk.peek() != Some(b'{') {
            self.walk.value(Shape::any())?;
            let span = start..self.walk.at;
            end_of_line(&mut self.walk)?;
            let text = walk::beginning(self.text.get(span.clone()).unwrap_or_default());
            let found = found_of(&text);
            self.walk
                .fault(FaultKind::WrongType { expected: Expected::Object, found, text, allowed: Vec::new() }, span);
            return Ok(self.piece(Content::Lost, start, start, number));
        }
        let mut more = self.walk.open(b'}')?;
        let mut members = 0_usize;
        let mut seen = Keys::default();
        let mut content = Content::Lost;
        let mut value = start..start;
        let mut faults = Vec::new();
        while more {
            let key = self.walk.key()?;
            let name = key.text();
            let kind = Kind::from_tag(&name);
            let begin = self.walk.at;
            self.walk.push(Segment::Key(key));
            if kind.is_some() || name == "header" {
                if let first @ Some(_) = seen.insert(key) {
                    self.walk.repeated(key, first);
                }
                if self.walk.peek() == Some(b'n') {
                    self.walk.value(Shape::any())?;
                    self.walk.pop();
                    faults.extend(self.walk.take_faults());
                    more = self.walk.next(b'}', "a comma or `}`")?;
                    continue;
                }
            }
            members = members.saturating_add(1);
            let of_member = match kind {
                Some(kind) => {
                    self.walk.enter_record();
                    self.walk.value(TABLE.record(kind))?;
                    self.walk.leave_record();
                    Content::Record(kind)
                }
                None if name == "header" => {
                    if self.progress.header_seen || !is_first {
                        self.walk.fault(FaultKind::HeaderOutOfPlace, key.span());
                    }
                    self.walk.value(&TABLE.header)?;
                    Content::Header
                }
                None => {
                    self.walk.unknown(key, &OF_LINES);
                    self.progress.skipped = self.progress.skipped.saturating_add(1);
                    self.walk.value(Shape::any())?;
                    Content::Whole
                }
            };
            self.walk.pop();
            if members == 1 {
                content = of_member;
                value = begin..self.walk.at;
            }
            faults.extend(self.walk.take_faults());
            more = self.walk.next(b'}', "a comma or `}`")?;
        }
        end_of_line(&mut self.walk)?;
        if members != 1 {
            self.walk.fault(FaultKind::NotOneMember { found: members }, start..start.saturating_add(1));
            faults.extend(self.walk.take_faults());
            content = Content::Lost;
        }
        if content == Content::Header {
            if self.progress.header_seen {
                content = Content::Whole;
            }
            self.progress.header_seen = true;
        }
        Ok(self.piece_with(content, value, number, faults))
    }
}

fn found_of(text: &str) -> Found {
    match text.as_bytes().first() {
        Some(b'"') => Found::Text,
        Some(b'{') => Found::Object,
        Some(b'[') => Found::Array,
        Some(b't' | b'f') => Found::Boolean,
        Some(b'n') => Found::Null,
        _ => Found::Number,
    }
}

/// Finds the header of a document or of the first line, wherever among the members it stands.
pub(crate) fn header_of(text: &str, limits: Limits) -> Option<Header> {
    member_of(text, limits, &["header"])
}

fn member_of<T: DeserializeOwned>(text: &str, limits: Limits, path: &[&str]) -> Option<T> {
    let mut walk = Walk::new(text, limits.depth(), 0);
    walk.skip_blanks();
    let segments: Vec<String> = path.iter().map(|&segment| segment.to_owned()).collect();
    let (span, matched) = walk.locate(walk.at, &segments);
    (matched == segments.len()).then(|| serde_json::from_str(text.get(span)?).ok()).flatten()
}

/// The fields that a header says are not held, where the header as a whole could not be read.
pub(crate) fn not_held_in(text: &str, limits: Limits) -> Vec<FieldPath> {
    member_of(text, limits, &["header", "not_held"]).unwrap_or_default()
}

/// The version that a header states, where the header as a whole could not be read.
pub(crate) fn version_in(text: &str, limits: Limits) -> Option<String> {
    member_of(text, limits, &["header", "schema_version"])
}

/// The `$schema` of a document.
pub(crate) fn schema_of(text: &str, limits: Limits) -> Option<Text> {
    member_of(text, limits, &["$schema"])
}

/// Finds the value at a path within a JSON text: its bytes, and the part of the path that is there.
pub(crate) fn locate(json: &str, path: &Pointer) -> (Range<usize>, Pointer) {
    let mut walk = Walk::new(json, Limits::default().depth(), 0);
    let segments: Vec<String> = path.segments().collect();
    let (span, matched) = walk.locate(0, &segments);
    let mut there = Pointer::default();
    segments.iter().take(matched).for_each(|segment| there.push(segment));
    (span, there)
}

/// The id of a record that could not be read, if its id could.
pub(crate) fn id_in(record: &str) -> Option<Id> {
    text_in(record, "id").and_then(|id| id.parse().ok())
}

/// A text that is a member of a record, taken from the JSON of the record.
pub(crate) fn text_in(record: &str, member: &str) -> Option<String> {
    let pointer = Pointer::member(member);
    let (span, there) = locate(record, &pointer);
    (there == pointer).then(|| serde_json::from_str(record.get(span)?).ok()).flatten()
}
