//! Where records came from, and where findings stand in it.

use std::cell::RefCell;
use std::ops::Range;

use crate::finding::{Finding, Place, RecordKey, Related, RuleCode};
use crate::model::Spelling;
use crate::model::{Catalog, Kind, Pointer, RecordRef};
use crate::place::{Frame, Passage, Text};
use crate::read;
use crate::rule::{Draft, Index, RecordFacts, Spot};

/// Where the records came from, for the places of findings.
pub(super) enum Origin<'a, 't> {
    Memory(&'a Catalog),
    Bytes { text: &'a Text<'t>, header: Option<Frame>, spelling: Spelling, last: LastName },
}

/// The name of the record that was named last: one record may have a thousand findings, and its name may stand behind
/// megabytes.
#[derive(Default)]
pub(super) struct LastName(RefCell<Option<(u32, Option<String>)>>);

impl LastName {
    fn of(&self, ordinal: u32, look_up: impl FnOnce() -> Option<String>) -> Option<String> {
        let mut last = self.0.borrow_mut();
        match &*last {
            Some((known, name)) if *known == ordinal => name.clone(),
            _ => last.insert((ordinal, look_up())).1.clone(),
        }
    }
}

/// The order of findings: by the byte, or by the record and path; then by the rule.
pub(super) type SortKey = (usize, String, RuleCode);

impl Origin<'_, '_> {
    pub(super) fn finding(&self, index: &Index, draft: &Draft) -> (SortKey, Finding) {
        let (order, record, path, place) = self.resolve(index, &draft.spot);
        let related = draft.related.iter().map(|(spot, message)| {
            let (_, record, _, place) = self.resolve(index, spot);
            Related { record, place, message: message.clone() }
        });
        let finding = Finding {
            code: draft.rule.code,
            rule: draft.rule.name.to_owned(),
            severity: draft.severity,
            aspect: draft.aspect,
            record,
            place,
            related: related.collect(),
            found: draft.found.clone(),
            allowed: draft.allowed.clone(),
            message: draft.message.clone(),
            help: draft.help.clone(),
            path,
        };
        ((order, finding.path.to_string(), finding.code), finding)
    }

    /// Works out where a spot is: its order, record, path and place.
    fn resolve(&self, index: &Index, spot: &Spot) -> (usize, Option<RecordKey>, Pointer, Place) {
        let below = |base: &str, path: &Pointer| Pointer::member(base).join(path);
        match (self, spot) {
            (Self::Memory(_), Spot::Header(path)) => {
                let pointer = below("header", path);
                (0, None, pointer.clone(), Place { pointer, ..Place::default() })
            }
            (Self::Memory(catalog), Spot::Record(ordinal, path)) => {
                let key = self.key(index, *ordinal);
                let Some(facts) = index.record(*ordinal) else {
                    return (0, key, path.clone(), Place::default());
                };
                let mut pointer = Pointer::member(facts.kind.array());
                pointer.push_index(facts.frame.position);
                let there = deepest(catalog, facts, path);
                let order = usize::try_from(*ordinal).unwrap_or(0).saturating_add(1);
                (order, key, path.clone(), Place { pointer: pointer.join(&there), ..Place::default() })
            }
            (Self::Memory(_), Spot::Input { pointer, path, .. }) => {
                (0, None, path.clone(), Place { pointer: pointer.clone(), ..Place::default() })
            }
            (Self::Bytes { text, header, .. }, Spot::Header(path)) => {
                let frame = header.unwrap_or(Frame { start: 0, end: 0, position: 0 });
                let passage = text.at(frame.start);
                let (span, there) = locate(&passage, frame, path);
                let place = place(&passage, &span, below("header", &there));
                (span.start, None, below("header", path), place)
            }
            (Self::Bytes { text, spelling, .. }, Spot::Record(ordinal, path)) => {
                let key = self.key(index, *ordinal);
                let Some(facts) = index.record(*ordinal) else {
                    return (0, key, path.clone(), Place::default());
                };
                let passage = text.at(facts.frame.start);
                let (span, there) = locate(&passage, facts.frame, path);
                let pointer = match spelling {
                    Spelling::Document => {
                        let mut pointer = Pointer::member(facts.kind.array());
                        pointer.push_index(facts.frame.position);
                        pointer.join(&there)
                    }
                    Spelling::Ndjson => below(facts.kind.tag(), &there),
                };
                (span.start, key, path.clone(), place(&passage, &span, pointer))
            }
            (Self::Bytes { text, .. }, Spot::Input { span, pointer, path, record }) => {
                let key = record.and_then(|ordinal| self.key(index, ordinal));
                (span.start, key, path.clone(), place(&text.at(span.start), span, pointer.clone()))
            }
        }
    }

    fn key(&self, index: &Index, ordinal: u32) -> Option<RecordKey> {
        let facts = index.record(ordinal)?;
        let name = match self {
            Self::Memory(catalog) => {
                catalog.get(facts.kind, facts.id?).and_then(RecordRef::name).map(ToString::to_string)
            }
            Self::Bytes { text, last, .. } => {
                let member = match facts.kind {
                    Kind::LegalInstrument => "title",
                    Kind::PublishedFigure => "statement",
                    _ => "name",
                };
                last.of(ordinal, || read::text_in(text.at(facts.frame.start).record(facts.frame), member))
            }
        };
        Some(RecordKey { kind: facts.kind, id: facts.id.and_then(|id| id.parse().ok()), name })
    }
}

/// Finds the value at a path below a record: its bytes in the input, and the part of the path that is there.
fn locate(passage: &Passage<'_>, frame: Frame, path: &Pointer) -> (Range<usize>, Pointer) {
    let (span, there) = read::locate(passage.record(frame), path);
    let moved = |at: usize| at.saturating_add(frame.start);
    (moved(span.start)..moved(span.end), there)
}

fn place(passage: &Passage<'_>, span: &Range<usize>, pointer: Pointer) -> Place {
    let (line, column) = passage.place(span.start);
    let (end_line, end_column) = passage.place(span.end.max(span.start));
    Place { pointer, line: Some(line), column: Some(column), end_line: Some(end_line), end_column: Some(end_column) }
}

/// The part of a path that is there in a record in memory.
fn deepest(catalog: &Catalog, facts: RecordFacts<'_>, path: &Pointer) -> Pointer {
    let record = facts.id.and_then(|id| catalog.get(facts.kind, id));
    let json = record.and_then(|record| record.to_json().ok()).unwrap_or_default();
    read::locate(&json, path).1
}
