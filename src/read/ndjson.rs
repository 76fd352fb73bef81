//! The second spelling: NDJSON, one record a line under its tag.

use std::sync::LazyLock;

use super::course::{Course, State, found_of};
use super::fault::{Expected, FaultKind, Syntax};
use super::faults::Faults;
use super::names::Names;
use super::piece::{Content, Piece};
use super::shape::{Shape, TABLE};
use super::walk::{self, Keys, NotJson, Segment, Stop, Walk};
use crate::model::Kind;

/// The members of lines.
static OF_LINES: LazyLock<Names> =
    LazyLock::new(|| Names::new(Kind::ALL.iter().map(|kind| kind.tag()).chain(["header"])));

/// One line of NDJSON; blank lines are passed over.
pub(super) fn step(course: &mut Course<'_>, start: usize, number: usize) -> Result<Option<Piece>, NotJson> {
    if start >= course.text.len() {
        course.state = State::End;
        if !course.last {
            return Ok(None);
        }
        // What is said now is said of the whole.
        course.base = 0;
        if !course.progress.spoken {
            return Err(NotJson::new(0, Stop::Syntax(Syntax::NothingThere)));
        }
        course.walk.confine(0..course.text.len());
        course.lacking(0..1);
        let faults = course.walk.take_faults();
        return Ok((!faults.is_empty()).then(|| course.piece_with(Content::Whole, 0..0, 0, faults)));
    }
    let rest = course.text.as_bytes().get(start..).unwrap_or_default();
    let end = memchr::memchr(b'\n', rest).map_or(course.text.len(), |length| start.saturating_add(length));
    course.progress.lines = number.saturating_add(1);
    course.state = State::Line(end.saturating_add(1), course.progress.lines);
    course.walk.confine(start..end);
    course.walk.skip_blanks();
    if course.walk.peek().is_none() {
        return Ok(None);
    }
    let at = course.walk.at;
    let is_first = !std::mem::replace(&mut course.progress.spoken, true);
    // A line that is no JSON is one fault; the next line is read all the same.
    let piece = envelope(course, number, is_first).unwrap_or_else(|stop| {
        let Piece { faults, .. } = course.not_json(stop, Content::Lost);
        Piece { faults, ..course.piece_with(Content::Lost, at..end, number, Faults::default()) }
    });
    course.progress.first_lost |= is_first && piece.content == Content::Lost;
    course.progress.records_seen |= matches!(piece.content, Content::Record(_));
    Ok(Some(piece))
}

/// The object of a line: one member, named by its tag. Beside it tags may be `null`, which means absent, and members that
/// nobody knows are told and passed over.
fn envelope(course: &mut Course<'_>, number: usize, is_first: bool) -> Result<Piece, NotJson> {
    let start = course.walk.at;
    let end_of_line = |walk: &mut Walk<'_>| {
        walk.skip_blanks();
        match walk.peek() {
            None => Ok(()),
            Some(_) => Err(NotJson::new(walk.at, Stop::Syntax(Syntax::TrailingText))),
        }
    };
    if course.walk.peek() != Some(b'{') {
        course.walk.value(Shape::any())?;
        let span = start..course.walk.at;
        end_of_line(&mut course.walk)?;
        let text = walk::shown(course.text.get(span.clone()).unwrap_or_default());
        let found = found_of(&text);
        course.walk.fault(FaultKind::WrongType { expected: Expected::Object, found, text, allowed: Vec::new() }, span);
        return Ok(course.piece(Content::Lost, start, start, number));
    }
    let mut more = course.walk.open(b'}')?;
    let (mut members, mut unknown) = (0_usize, 0_usize);
    // Nearly every line has one member: no list of them is made before the second.
    let mut first = None;
    let mut seen = Keys::default();
    let mut content = Content::Lost;
    let mut value = start..start;
    let mut faults = Faults::default();
    let mut record = None;
    while more {
        let key = course.walk.key()?;
        let name = key.text();
        let kind = Kind::from_tag(&name);
        let begin = course.walk.at;
        course.walk.push(Segment::Key(key));
        if kind.is_some() || name == "header" {
            if let Some(known) = first.replace(key) {
                let _ = seen.insert(known);
                if let again @ Some(_) = seen.insert(key) {
                    course.walk.repeated(key, |_| again);
                }
            }
            if course.walk.peek() == Some(b'n') {
                course.walk.value(Shape::any())?;
                course.walk.pop();
                faults.extend(course.walk.take_faults());
                more = course.walk.next(b'}', "a comma or `}`")?;
                continue;
            }
        }
        let of_member = match kind {
            Some(kind) => {
                record = course.record(kind)?;
                Content::Record(kind)
            }
            None if name == "header" => {
                if course.progress.header_seen || !is_first {
                    course.walk.fault(FaultKind::HeaderOutOfPlace, key.span());
                }
                course.walk.value(&TABLE.header)?;
                Content::Header
            }
            None => {
                course.walk.unknown(key, &OF_LINES);
                course.walk.value(Shape::any())?;
                Content::Whole
            }
        };
        course.walk.pop();
        let count = if of_member == Content::Whole { &mut unknown } else { &mut members };
        *count = count.saturating_add(1);
        if members == 1 && of_member != Content::Whole || members == 0 && unknown == 1 {
            content = of_member;
            value = begin..course.walk.at;
        }
        faults.extend(course.walk.take_faults());
        more = course.walk.next(b'}', "a comma or `}`")?;
    }
    end_of_line(&mut course.walk)?;
    if members == 0 {
        course.progress.skipped = course.progress.skipped.saturating_add(u64::try_from(unknown).unwrap_or(u64::MAX));
        members = unknown;
    }
    if members != 1 {
        course.walk.fault(FaultKind::NotOneMember { found: members }, start..start.saturating_add(1));
        faults.extend(course.walk.take_faults());
        content = Content::Lost;
    }
    if content == Content::Header {
        if course.progress.header_seen {
            content = Content::Whole;
        }
        course.progress.header_seen = true;
    }
    // Of a line with several members none is read.
    let record = record.filter(|_| matches!(content, Content::Record(_)));
    Ok(Piece { record, ..course.piece_with(content, value, number, faults) })
}
