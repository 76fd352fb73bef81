//! Single values looked up in a text, where the whole need not or could not be read.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::limits::Limits;
use super::walk::{Sought, Walk};
use crate::model::{FieldPath, Header, Id, Pointer, Text};

/// Where the header of a document or of the first line begins, wherever among the members it stands.
pub(crate) fn header_in(text: &str, limits: Limits) -> Option<usize> {
    let mut walk = Walk::skimming(text, limits.depth());
    walk.skip_blanks();
    let (span, matched) = walk.locate(walk.at, &["header".to_owned()]);
    (matched == 1).then_some(span.start)
}

/// The header with which a text begins; none where it cannot be read.
pub(crate) fn header_of(text: &str, limits: Limits) -> Option<Header> {
    member_of(text, below(limits), &[])
}

/// How deep a header may be nested: it is a member itself.
fn below(limits: Limits) -> usize {
    limits.depth().saturating_sub(1)
}

fn member_of<T: DeserializeOwned>(text: &str, depth: usize, path: &[&str]) -> Option<T> {
    let mut walk = Walk::skimming(text, depth);
    walk.skip_blanks();
    let segments: Vec<String> = path.iter().map(|&segment| segment.to_owned()).collect();
    let (span, matched) = walk.locate(walk.at, &segments);
    (matched == segments.len()).then(|| serde_json::from_str(text.get(span)?).ok()).flatten()
}

/// The fields that the header with which a text begins says are not held, where the header cannot be read.
pub(crate) fn not_held_in(text: &str, limits: Limits) -> Vec<FieldPath> {
    member_of(text, below(limits), &["not_held"]).unwrap_or_default()
}

/// The version that the header with which a text begins states, where the header cannot be read.
pub(crate) fn version_in(text: &str, limits: Limits) -> Option<String> {
    member_of(text, below(limits), &["schema_version"])
}

/// The `$schema` with which a text begins.
pub(crate) fn schema_of(text: &str, limits: Limits) -> Option<Text> {
    member_of(text, below(limits), &[])
}

/// Finds the values at paths within a JSON text: of each its bytes, and how many segments of the path are there. The text
/// is walked once.
pub(crate) fn locate_all(json: &str, paths: &[&Pointer]) -> Vec<(Range<usize>, usize)> {
    let mut sought: Vec<Sought<'_>> =
        (0..).zip(paths).map(|(number, path)| Sought { rest: path.as_str(), span: 0..0, matched: 0, number }).collect();
    sought.sort_by(|a, b| a.rest.split('/').cmp(b.rest.split('/')));
    let mut walk = Walk::skimming(json, Limits::default().depth());
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
    member_of(record, Limits::default().depth(), &[member])
}
