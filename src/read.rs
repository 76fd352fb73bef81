//! Reading: bytes to records, telling every fault of form with its place.
//!
//! Two spellings give the same stream of frames: a *document*, one JSON object with an array per kind, and *NDJSON*,
//! one record a line under its tag. The walk is the only judge of form; a clean frame goes to serde. Both may be read by
//! passages, so that nothing need be held as a whole.

mod course;
mod document;
pub(crate) mod encoding;
pub(crate) mod fault;
mod faults;
pub(crate) mod foreign;
mod limits;
mod lookup;
mod names;
mod ndjson;
mod passages;
mod piece;
mod reader;
pub(crate) mod shape;
mod spelling;
mod steps;
mod walk;

pub(crate) use course::Progress;
pub(crate) use faults::{Faults, Room};
pub use limits::Limits;
pub(crate) use lookup::{header_in, header_of, id_in, locate_all, not_held_in, schema_of, text_in, version_in};
pub(crate) use passages::{Cut, Passages, SIZE};
pub(crate) use piece::{Content, Piece};
pub(crate) use reader::Reader;
pub(crate) use spelling::{Misnamed, Shown, misnamed, shown_by, shown_by_beginning, spelling_of};
pub(crate) use steps::{Judge, Judged, Key, Steps};
#[cfg(any(test, fuzzing))]
pub use walk::fast::agreement::read_both_ways;
