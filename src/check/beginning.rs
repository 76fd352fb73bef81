//! What must be known of an input before its first record is judged: its header, wherever it stands.

use std::io::{self, Read};

use crate::model::leaves::Leaves;
use crate::model::{FieldPath, Header, SchemaVersion};
use crate::place::Passage;
use crate::read::{self, Content, Limits, Passages, Progress, Reader, Room};

/// What must be known of an input before its first record is judged.
#[derive(Debug, Default)]
pub(super) struct Beginning {
    pub(super) header: Option<Header>,
    pub(super) not_held: Vec<FieldPath>,
    /// Whether its version is one that is not supported: then nothing of it is judged.
    pub(super) is_unsupported: bool,
}

impl Beginning {
    /// Looks for the header in a document or in the first line.
    pub(super) fn of(text: &str, limits: Limits) -> Self {
        let at = read::header_in(text, limits);
        at.and_then(|at| text.get(at..)).map(|header| Self::of_header(header, limits)).unwrap_or_default()
    }

    /// Looks for the header in a document that is read by passages, up to where it stands; none where the document is
    /// no UTF-8 so far.
    pub(super) fn find(mut passages: Passages<impl Read>, limits: Limits) -> io::Result<Option<Self>> {
        let (mut bytes, mut used, mut base) = (Vec::new(), 0, 0_usize);
        let mut progress = Progress::default();
        let mut leaves = Leaves::default();
        loop {
            let more = passages.next(&mut bytes, used)?;
            let Ok(text) = simdutf8::basic::from_utf8(&bytes) else { return Ok(None) };
            let passage = Passage::line_after(base, 0, text);
            let mut reader = Reader::skimming(&passage, !more, limits, progress);
            while reader.next_piece(Room::none(), &mut leaves).is_some_and(|piece| piece.content != Content::Header) {}
            used = reader.used();
            progress = reader.into_progress();
            if let Some(at) = progress.header_at() {
                let header = text.get(at.saturating_sub(base)..).unwrap_or_default();
                return Ok(Some(Self::of_header(header, limits)));
            }
            if !more || progress.stopped() {
                return Ok(Some(Self::default()));
            }
            base = base.saturating_add(used);
        }
    }

    /// Of the header with which a text begins.
    fn of_header(text: &str, limits: Limits) -> Self {
        let header = read::header_of(text, limits);
        let not_held = match &header {
            Some(header) => header.not_held.clone(),
            None => read::not_held_in(text, limits),
        };
        let version = match &header {
            Some(header) => Some(header.schema_version.text().to_owned()),
            None => read::version_in(text, limits),
        };
        let is_unsupported = version.is_some_and(|version| version.parse::<SchemaVersion>().is_err());
        Self { header, not_held, is_unsupported }
    }
}
