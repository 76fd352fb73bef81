//! Where records came from, and where findings stand in it.

use std::cell::OnceCell;

use crate::finding::{Finding, Place, RecordKey, Related, RuleCode};
use crate::model::Spelling;
use crate::model::{Catalog, Kind, Pointer, RecordRef};
use crate::place::Frame;
use crate::place::Lines;
use crate::read;
use crate::rule::{Draft, Index, RecordFacts, Spot};

/// Where the records came from, for the places of findings.
pub(super) enum Origin<'a> {
    Memory(&'a Catalog),
    Bytes {
        text: &'a str,
        /// Counted when the first place is asked for: clean inputs never ask.
        lines: OnceCell<Lines<'a>>,
        header: Option<Frame>,
        spelling: Spelling,
    },
}

/// The order of findings: by the byte, or by the record and path; then by the rule.
pub(super) type SortKey = (usize, String, RuleCode);

impl Origin<'_> {
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
            (Self::Bytes { text, lines, header, .. }, Spot::Header(path)) => {
                let start = header.map_or(0, |frame| frame.start);
                let (span, there) = read::locate(text, start, path);
                let place = place(text, lines, span.start, span.end, below("header", &there));
                (span.start, None, below("header", path), place)
            }
            (Self::Bytes { text, lines, spelling, .. }, Spot::Record(ordinal, path)) => {
                let key = self.key(index, *ordinal);
                let Some(facts) = index.record(*ordinal) else {
                    return (0, key, path.clone(), Place::default());
                };
                let (span, there) = read::locate(text, facts.frame.start, path);
                let pointer = match spelling {
                    Spelling::Document => {
                        let mut pointer = Pointer::member(facts.kind.array());
                        pointer.push_index(facts.frame.position);
                        pointer.join(&there)
                    }
                    Spelling::Ndjson => below(facts.kind.tag(), &there),
                };
                (span.start, key, path.clone(), place(text, lines, span.start, span.end, pointer))
            }
            (Self::Bytes { text, lines, .. }, Spot::Input { span, pointer, path, record }) => {
                let key = record.and_then(|ordinal| self.key(index, ordinal));
                (span.start, key, path.clone(), place(text, lines, span.start, span.end, pointer.clone()))
            }
        }
    }

    fn key(&self, index: &Index, ordinal: u32) -> Option<RecordKey> {
        let facts = index.record(ordinal)?;
        let name = match self {
            Self::Memory(catalog) => {
                let id = facts.id.as_ref()?;
                catalog.get(facts.kind, id.as_str()).and_then(RecordRef::name).map(ToString::to_string)
            }
            Self::Bytes { text, .. } => {
                let field = match facts.kind {
                    Kind::LegalInstrument => "/title",
                    Kind::PublishedFigure => "/statement",
                    _ => "/name",
                };
                read::text_in(text, facts.frame, field)
            }
        };
        Some(RecordKey { kind: facts.kind, id: facts.id.clone(), name })
    }
}

fn place<'a>(text: &'a str, lines: &OnceCell<Lines<'a>>, start: usize, end: usize, pointer: Pointer) -> Place {
    let lines = lines.get_or_init(|| Lines::new(text));
    let (line, column) = lines.place(start);
    let (end_line, end_column) = lines.place(end.max(start));
    Place { pointer, line: Some(line), column: Some(column), end_line: Some(end_line), end_column: Some(end_column) }
}

/// The part of a path that is there in a record in memory.
fn deepest(catalog: &Catalog, facts: &RecordFacts, path: &Pointer) -> Pointer {
    let record = facts.id.as_ref().and_then(|id| catalog.get(facts.kind, id.as_str()));
    let json = record.and_then(|record| record.to_json().ok()).unwrap_or_default();
    read::locate(&json, 0, path).1
}
