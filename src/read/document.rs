//! The first spelling: a document, one JSON object with an array per kind.

use std::sync::LazyLock;

use super::course::{Course, State, found_of};
use super::fault::{Expected, FaultKind, Found, Syntax};
use super::names::Names;
use super::piece::{Content, Piece};
use super::shape::{self, Shape, TABLE};
use super::walk::{self, NotJson, Segment, Stop};
use crate::model::Kind;

/// The members of a document.
static OF_DOCUMENT: LazyLock<Names> =
    LazyLock::new(|| Names::new(Kind::ALL.iter().map(|kind| kind.array()).chain(["header"])));

/// One step through a document; a piece if the step gave one.
pub(super) fn step(course: &mut Course<'_>) -> Result<Option<Piece>, NotJson> {
    match course.state {
        State::Start => {
            let start = course.walk.at;
            match course.walk.peek() {
                None => Err(NotJson::new(start, Stop::Syntax(Syntax::NothingThere))),
                Some(b'{') => {
                    course.progress.open = course.there(&(start..start)).start;
                    course.state = if course.walk.open(b'}')? { State::Member } else { State::AfterMember };
                    if course.state == State::AfterMember {
                        return end(course, start).map(Some);
                    }
                    Ok(None)
                }
                Some(_) => {
                    course.walk.value(Shape::any())?;
                    let span = start..course.walk.at;
                    course.trailing()?;
                    let text = walk::shown(course.text.get(span.clone()).unwrap_or_default());
                    let found = found_of(&text);
                    course.walk.fault(
                        FaultKind::WrongType { expected: Expected::Catalog, found, text, allowed: Vec::new() },
                        span,
                    );
                    course.state = State::End;
                    Ok(Some(course.piece(Content::Whole, start, start, 0)))
                }
            }
        }
        State::Member => member(course),
        State::Element(kind, position) => {
            let start = course.walk.at;
            course.walk.push(Segment::Index(position));
            let record = course.record(kind)?;
            course.walk.pop();
            let end = course.walk.at;
            let piece = Piece { record, ..course.piece(Content::Record(kind), start, end, position) };
            match course.walk.next(b']', "a comma or `]`") {
                Ok(true) => course.state = State::Element(kind, position.saturating_add(1)),
                Ok(false) => {
                    course.walk.pop();
                    course.state = State::AfterMember;
                }
                Err(stop) if course.may_go_on(&stop) => return Err(stop),
                Err(stop) => return Ok(Some(stop_after(course, piece, stop))),
            }
            Ok(Some(piece))
        }
        State::AfterMember => {
            let here = course.walk.at;
            if course.walk.next(b'}', "a comma or `}`")? {
                course.state = State::Member;
                Ok(None)
            } else {
                end(course, here).map(Some)
            }
        }
        State::Line(..) | State::End => Ok(None),
    }
}

/// A record was read, and then the text is no JSON: both are told.
fn stop_after(course: &mut Course<'_>, mut piece: Piece, stop: NotJson) -> Piece {
    let stopped = course.stopped_at(stop);
    piece.faults.extend(stopped.faults);
    piece
}

/// One member of the document.
fn member(course: &mut Course<'_>) -> Result<Option<Piece>, NotJson> {
    let key = course.walk.key()?;
    let name = key.text().into_owned();
    course.walk.push(Segment::Key(key));
    let first = course.keys.insert_from(key, course.base).map(|first| course.here(&first));
    let is_new = first.is_none();
    if !is_new {
        course.walk.repeated(key, |_| first);
    }
    let start = course.walk.at;
    course.state = State::AfterMember;
    if name == "header" {
        course.progress.header_at.get_or_insert(course.there(&(start..start)).start);
        course.walk.value(&TABLE.header)?;
        course.walk.pop();
        let content = if course.progress.header_seen { Content::Whole } else { Content::Header };
        course.progress.header_seen = true;
        let end = course.walk.at;
        return Ok(Some(course.piece(content, start, end, 0)));
    }
    if let Some(kind) = Kind::from_array(&name) {
        course.progress.records_seen = true;
        if course.walk.peek() == Some(b'[') {
            if course.walk.open(b']')? {
                course.state = State::Element(kind, 0);
            } else {
                course.walk.pop();
            }
        } else {
            course.walk.value(Shape::any())?;
            let text = walk::shown(course.text.get(start..course.walk.at).unwrap_or_default());
            let found = found_of(&text);
            // No records of this kind.
            if found != Found::Null {
                course.walk.fault(
                    FaultKind::WrongType { expected: Expected::Array, found, text, allowed: Vec::new() },
                    start..course.walk.at,
                );
            }
            course.walk.pop();
        }
    } else if name == "$schema" {
        course.progress.schema_at.get_or_insert(course.there(&(start..start)).start);
        course.walk.value(&shape::SCHEMA_MEMBER)?;
        course.walk.pop();
    } else {
        if is_new {
            course.walk.unknown(key, &OF_DOCUMENT);
        }
        course.progress.skipped = course.progress.skipped.saturating_add(1);
        course.walk.value(Shape::any())?;
        course.walk.pop();
    }
    let faults = course.walk.take_faults();
    Ok((!faults.is_empty()).then(|| course.piece_with(Content::Whole, start..start, 0, faults)))
}

/// After the closing bracket of the document.
fn end(course: &mut Course<'_>, closing: usize) -> Result<Piece, NotJson> {
    course.trailing()?;
    course.state = State::End;
    let open = course.progress.open;
    let span = course.here(&(open..open.saturating_add(1)));
    course.lacking(span);
    Ok(course.piece(Content::Whole, closing, closing, 0))
}
