//! Where records came from, and where findings stand in it.

use std::ops::Range;

use super::found::Located;
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

/// The file in which a byte is; none where there are no files.
fn file(files: &[FileOrigin], byte: usize) -> Option<&FileOrigin> {
    let number = files.partition_point(|file| file.base <= byte).saturating_sub(1);
    files.get(number)
}

impl Origin<'_, '_> {
    /// Works out the order and place of a spot that was located in its record.
    pub(super) fn resolve(&self, index: &Facts, spot: &Spot, located: &Located) -> (usize, Place) {
        let Located { span, matched } = located;
        let below = |base: &str, path: &Pointer| Pointer::member(base).join(&path.first(*matched));
        match (self, spot) {
            (Self::Memory(_), Spot::Header(path)) => {
                (0, Place { pointer: Pointer::member("header").join(path), ..Place::default() })
            }
            (Self::Memory(_), Spot::Record(ordinal, path)) => {
                let Some(facts) = index.records.record(*ordinal) else { return (0, Place::default()) };
                let pointer = in_array(facts).join(&path.first(*matched));
                let order = usize::try_from(*ordinal).unwrap_or(0).saturating_add(1);
                (order, Place { pointer, ..Place::default() })
            }
            (Self::Memory(_), Spot::Input { pointer, .. }) => {
                (0, Place { pointer: pointer.clone(), ..Place::default() })
            }
            (Self::Bytes { text, files }, Spot::Header(path)) => {
                let start = header_of(files).start;
                place(text, files, &moved(span, start), below("header", path))
            }
            (Self::Bytes { text, files }, Spot::Record(ordinal, path)) => {
                let Some(facts) = index.records.record(*ordinal) else { return (0, Place::default()) };
                let start = facts.frame.start;
                let pointer = match file(files, start).map(|file| file.spelling) {
                    Some(Spelling::Ndjson) => below(facts.kind.tag(), path),
                    _ => in_array(facts).join(&path.first(*matched)),
                };
                place(text, files, &moved(span, start), pointer)
            }
            (Self::Bytes { text, files }, Spot::Input { span, pointer, .. }) => {
                place(text, files, span, pointer.clone())
            }
        }
    }

    /// Shows the JSON of a record, or of the header where none is named; none where it has no text.
    pub(super) fn see<T>(&self, index: &Facts, ordinal: Option<u32>, see: impl FnOnce(&str) -> T) -> Option<T> {
        match (self, ordinal) {
            (Self::Memory(_), None) => None,
            (Self::Memory(catalog), Some(ordinal)) => {
                let facts = index.records.record(ordinal)?;
                let json = facts.id.and_then(|id| catalog.get(facts.kind, id)).map(RecordRef::to_json);
                json.map(|json| see(&json))
            }
            (Self::Bytes { text, files }, ordinal) => {
                let frame = match ordinal {
                    Some(ordinal) => index.records.record(ordinal)?.frame,
                    None => header_of(files),
                };
                Some(see(text.at(frame.start).record(frame)))
            }
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
        let name = name.map(shortened);
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

/// A spot below the header that stands here.
pub(super) fn in_header(passage: &Passage<'_>, frame: Frame, path: &Pointer) -> Spot {
    let found = read::locate_all(passage.record(frame), &[path]).pop();
    let Located { span, matched } = found.map(|(span, matched)| Located { span, matched }).unwrap_or_default();
    let below = |path: &Pointer| Pointer::member("header").join(path);
    Spot::Input {
        span: moved(&span, frame.start),
        pointer: below(&path.first(matched)),
        path: below(path),
        record: None,
    }
}

/// The longest name that is told with a finding, in characters: a name of megabytes must not be told a thousand times.
const LONGEST_NAME: usize = 120;

/// As much of a name as is told with each finding.
pub(super) fn shortened(mut name: String) -> String {
    if let Some((end, _)) = name.char_indices().nth(LONGEST_NAME) {
        name.truncate(end);
        name.push('…');
        name.shrink_to_fit();
    }
    name
}

/// The array element that a record is.
fn in_array(facts: KnownRecord<'_>) -> Pointer {
    Pointer::element(facts.kind.array(), facts.frame.position)
}

/// Where the header of the whole stands.
fn header_of(files: &[FileOrigin]) -> Frame {
    file(files, 0).and_then(|file| file.header).unwrap_or(Frame { start: 0, end: 0, position: 0 })
}

fn moved(span: &Range<usize>, start: usize) -> Range<usize> {
    span.start.saturating_add(start)..span.end.saturating_add(start)
}

fn place(text: &Text<'_>, files: &[FileOrigin], span: &Range<usize>, pointer: Pointer) -> (usize, Place) {
    let passage = text.at(span.start);
    let (line, column) = passage.place(span.start);
    let (end_line, end_column) = passage.place(span.end.max(span.start));
    let place = Place {
        input: file(files, span.start).and_then(|file| file.name.clone()),
        pointer,
        line: Some(line),
        column: Some(column),
        end_line: Some(end_line),
        end_column: Some(end_column),
    };
    (span.start, place)
}
