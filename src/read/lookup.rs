//! Single values looked up in a text, where the whole need not or could not be read.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::limits::Limits;
use super::walk::{Sought, Walk};
use crate::model::{FieldPath, Header, Id, Pointer, Text};

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
fn locate(json: &str, path: &Pointer) -> (Range<usize>, Pointer) {
    let mut walk = Walk::new(json, Limits::default().depth(), 0);
    let segments: Vec<String> = path.segments().collect();
    let (span, matched) = walk.locate(0, &segments);
    let mut there = Pointer::default();
    segments.iter().take(matched).for_each(|segment| there.push(segment));
    (span, there)
}

/// Finds the values at paths within a JSON text: of each its bytes, and how many segments of the path are there. The text
/// is walked once.
pub(crate) fn locate_all(json: &str, paths: &[&Pointer]) -> Vec<(Range<usize>, usize)> {
    let mut sought: Vec<Sought<'_>> =
        (0..).zip(paths).map(|(number, path)| Sought { rest: path.as_str(), span: 0..0, matched: 0, number }).collect();
    sought.sort_by(|a, b| a.rest.split('/').cmp(b.rest.split('/')));
    let mut walk = Walk::new(json, Limits::default().depth(), 0);
    // What is no JSON further on hides nothing that was found before.
    let _ = walk.locate_all(&mut sought);
    sought.sort_unstable_by_key(|sought| sought.number);
    sought.into_iter().map(|sought| (sought.span, sought.matched)).collect()
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
