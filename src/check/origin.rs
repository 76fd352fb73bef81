//! Where records came from, and where findings stand in it.

use std::ops::Range;

use crate::facts::{Facts, KnownRecord};
use crate::finding::{Place, RecordKey};
use crate::model::{Catalog, Kind, Pointer, RecordRef, Spelling};
use crate::place::{Frame, Passage, Text};
use crate::read;
use crate::spot::Spot;

/// Where the records came from, for the places of findings.
pub(super) enum Origin<'a, 't> {
    Memory(&'a Catalog),
    /// The files one after the other; never empty.
    Bytes {
        text: &'a Text<'t>,
        files: &'a [FileOrigin],
    },
}

/// A file in the text of all.
#[derive(Debug, Clone)]
pub(super) struct FileOrigin {
    /// Its name, where there are several.
    pub(super) name: Option<String>,
    /// The byte at which it begins.
    pub(super) base: usize,
    pub(super) header: Option<Frame>,
    pub(super) spelling: Spelling,
}

impl Default for FileOrigin {
    /// A file of which nothing is known.
    fn default() -> Self {
        Self { name: None, base: 0, header: None, spelling: Spelling::Document }
    }
}

/// The file in which a byte is.
fn file(files: &[FileOrigin], byte: usize) -> FileOrigin {
    let number = files.partition_point(|file| file.base <= byte).saturating_sub(1);
    files.get(number).cloned().unwrap_or_default()
}

impl Origin<'_, '_> {
    /// Works out where a spot is: its order, path and place.
    pub(super) fn resolve(&self, index: &Facts, spot: &Spot) -> (usize, Pointer, Place) {
        let below = |base: &str, path: &Pointer| Pointer::member(base).join(path);
        match (self, spot) {
            (Self::Memory(_), Spot::Header(path)) => {
                let pointer = below("header", path);
                (0, pointer.clone(), Place { pointer, ..Place::default() })
            }
            (Self::Memory(catalog), Spot::Record(ordinal, path)) => {
                let Some(facts) = index.records.record(*ordinal) else {
                    return (0, path.clone(), Place::default());
                };
                let mut pointer = Pointer::member(facts.kind.array());
                pointer.push_index(facts.frame.position);
                let there = deepest(catalog, facts, path);
                let order = usize::try_from(*ordinal).unwrap_or(0).saturating_add(1);
                (order, path.clone(), Place { pointer: pointer.join(&there), ..Place::default() })
            }
            (Self::Memory(_), Spot::Input { pointer, path, .. }) => {
                (0, path.clone(), Place { pointer: pointer.clone(), ..Place::default() })
            }
            (Self::Bytes { text, files }, Spot::Header(path)) => {
                let file = file(files, 0);
                let frame = file.header.unwrap_or(Frame { start: 0, end: 0, position: 0 });
                let passage = text.at(frame.start);
                let (span, there) = locate(&passage, frame, path);
                let place = place(&passage, &span, below("header", &there), file.name);
                (span.start, below("header", path), place)
            }
            (Self::Bytes { text, files }, Spot::Record(ordinal, path)) => {
                let Some(facts) = index.records.record(*ordinal) else {
                    return (0, path.clone(), Place::default());
                };
                let passage = text.at(facts.frame.start);
                let (span, there) = locate(&passage, facts.frame, path);
                let file = file(files, facts.frame.start);
                let pointer = match file.spelling {
                    Spelling::Document => {
                        let mut pointer = Pointer::member(facts.kind.array());
                        pointer.push_index(facts.frame.position);
                        pointer.join(&there)
                    }
                    Spelling::Ndjson => below(facts.kind.tag(), &there),
                };
                (span.start, path.clone(), place(&passage, &span, pointer, file.name))
            }
            (Self::Bytes { text, files }, Spot::Input { span, pointer, path, .. }) => {
                let name = file(files, span.start).name;
                (span.start, path.clone(), place(&text.at(span.start), span, pointer.clone(), name))
            }
        }
    }

    /// The JSON of a record.
    pub(super) fn json(&self, index: &Facts, ordinal: u32) -> Option<String> {
        let facts = index.records.record(ordinal)?;
        match self {
            Self::Memory(catalog) => Some(catalog.get(facts.kind, facts.id?)?.to_json()),
            Self::Bytes { text, .. } => Some(text.at(facts.frame.start).record(facts.frame).to_owned()),
        }
    }

    pub(super) fn key(&self, index: &Facts, ordinal: u32) -> Option<RecordKey> {
        let facts = index.records.record(ordinal)?;
        let name = match self {
            Self::Memory(catalog) => {
                catalog.get(facts.kind, facts.id?).and_then(RecordRef::name).map(ToString::to_string)
            }
            Self::Bytes { text, .. } => {
                let member = match facts.kind {
                    Kind::LegalInstrument => "title",
                    Kind::PublishedFigure => "statement",
                    _ => "name",
                };
                read::text_in(text.at(facts.frame.start).record(facts.frame), member)
            }
        };
        Some(RecordKey { kind: facts.kind, id: facts.id.and_then(|id| id.parse().ok()), name })
    }
}

/// The record in which a spot is, by its ordinal.
pub(super) fn record_of(spot: &Spot) -> Option<u32> {
    match spot {
        Spot::Header(_) => None,
        Spot::Record(ordinal, _) => Some(*ordinal),
        Spot::Input { record, .. } => *record,
    }
}

/// Finds the value at a path below a record: its bytes in the input, and the part of the path that is there.
fn locate(passage: &Passage<'_>, frame: Frame, path: &Pointer) -> (Range<usize>, Pointer) {
    let (span, there) = read::locate(passage.record(frame), path);
    let moved = |at: usize| at.saturating_add(frame.start);
    (moved(span.start)..moved(span.end), there)
}

/// A spot below the header that stands here.
pub(super) fn in_header(passage: &Passage<'_>, frame: Frame, path: &Pointer) -> Spot {
    let (span, there) = locate(passage, frame, path);
    let below = |path: &Pointer| Pointer::member("header").join(path);
    Spot::Input { span, pointer: below(&there), path: below(path), record: None }
}

fn place(passage: &Passage<'_>, span: &Range<usize>, pointer: Pointer, input: Option<String>) -> Place {
    let (line, column) = passage.place(span.start);
    let (end_line, end_column) = passage.place(span.end.max(span.start));
    Place {
        input,
        pointer,
        line: Some(line),
        column: Some(column),
        end_line: Some(end_line),
        end_column: Some(end_column),
    }
}

/// The part of a path that is there in a record in memory.
fn deepest(catalog: &Catalog, facts: KnownRecord<'_>, path: &Pointer) -> Pointer {
    let record = facts.id.and_then(|id| catalog.get(facts.kind, id));
    let json = record.map(RecordRef::to_json).unwrap_or_default();
    read::locate(&json, path).1
}
