//! Looking at pieces each by itself: their faults, their texts, and what rules say of a record that needs nothing of the
//! others. Nothing is put together here, so several passages can be looked at at once.

use std::ops::Range;

use super::looks::Looks;
use super::remembered::Remembered;
use crate::facts;
use crate::facts::item_codes::ItemCodeAt;
use crate::facts::placeholder::Placeholder;
use crate::model::leaf::{Leaf, LeafName};
use crate::model::leaves::Leaves;
use crate::model::{AnyRecord, Kind, RecordRef};
use crate::place::{Frame, Passage};
use crate::read::{Content, Piece, Reader, Room};
use crate::rule::{Drafts, Scope};
use crate::rules::reading;

/// What looks: the rules about single texts and records, and what they may know.
#[derive(Debug)]
pub(super) struct Looker<'a> {
    /// That of the file whose records are judged now: of several files each says itself what its source does not hold.
    pub(super) scope: Scope<'a>,
    pub(super) looks: Looks,
    /// Whether records mean what a version says that is not supported; only what ends all reading is told.
    pub(super) only_the_whole: bool,
    /// Whether all rules are about form and ids, so that nobody asks for texts or facts.
    pub(super) of_form: bool,
    /// Whether what is said of a text is the same wherever in its field it stands: of our rules it is, of a rule of
    /// somebody's own nobody knows.
    pub(super) remembers: bool,
}

/// Pieces that were looked at and are not put together yet. It is used again for the next ones.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) pieces: Vec<PieceSeen>,
    /// The texts of all records that were read in one pass.
    pub(super) leaves: Leaves,
    /// Those of them that are facts to others, by their numbers.
    pub(super) noted: Vec<usize>,
    /// What was found, of records by their numbers among these.
    pub(super) drafts: Drafts,
    /// How many of the pieces are records, read or not.
    records: u32,
    /// The room for faults, when so many findings were counted.
    room: Option<(u64, Room)>,
    remembered: Remembered,
}

/// A piece that was looked at.
#[derive(Debug)]
pub(super) struct PieceSeen {
    pub(super) content: Content,
    pub(super) frame: Frame,
    /// Whether it was read; a header that was not is not judged.
    pub(super) is_clean: bool,
    pub(super) record: Option<RecordSeen>,
}

/// A record that was looked at.
#[derive(Debug)]
pub(super) struct RecordSeen {
    pub(super) record: AnyRecord,
    /// Where its texts stand among those that are noted; none where it was not read in one pass.
    pub(super) noted: Option<Range<usize>>,
    /// The codes of items that were met in it.
    pub(super) codes: Vec<ItemCodeAt>,
    /// Whether a rule wants to see it again when all are known.
    pub(super) is_kept: bool,
}

impl Seen {
    /// Nothing is found yet, where so much was found before.
    pub(super) fn follow(&mut self, before: &Drafts) {
        if self.drafts.follow(before) {
            self.room = None;
        }
    }

    /// Forgets the pieces, once they were put together.
    pub(super) fn forget_pieces(&mut self) {
        self.pieces.clear();
        self.leaves.clear();
        self.noted.clear();
        self.records = 0;
    }

    /// How many more faults of form may be kept.
    fn room(&mut self) -> Room {
        let found = self.drafts.found();
        match self.room {
            Some((then, room)) if then == found => room,
            _ => {
                let room = Room::of(|class| self.drafts.room(reading::rule_of_class(class).code));
                self.room = Some((found, room));
                room
            }
        }
    }
}

impl Looker<'_> {
    /// Looks at the next piece; says whether there was one.
    pub(super) fn look(&self, reader: &mut Reader<'_>, passage: &Passage<'_>, seen: &mut Seen) -> bool {
        let room = seen.room();
        let piece = reader.next_piece(room, &mut seen.leaves);
        let is_there = piece.is_some();
        if let Some(piece) = piece {
            self.piece(piece, passage, seen);
        }
        is_there
    }

    fn piece(&self, piece: Piece, passage: &Passage<'_>, seen: &mut Seen) {
        let Piece { content, frame, faults, record } = piece;
        if self.only_the_whole && matches!(content, Content::Record(_) | Content::Lost) {
            seen.leaves.clear();
            return;
        }
        // An unknown member makes no record unreadable.
        let is_clean = !faults.any(reading::is_unreadable);
        let (mut ordinal, mut read) = (None, None);
        if let Content::Record(kind) = content {
            let number = seen.records;
            seen.records = number.saturating_add(1);
            ordinal = Some(number);
            if is_clean {
                read = self.record(number, (kind, record), passage.record(frame), frame, seen);
            }
        }
        seen.pieces.push(PieceSeen { content, frame, is_clean, record: read });
        if !faults.is_empty() {
            reading::report_all(&faults, ordinal, &mut seen.drafts);
        }
        seen.drafts.settle();
    }

    /// Looks at a record without faults. What was not read in one pass goes to serde.
    fn record(
        &self,
        number: u32,
        (kind, read): (Kind, Option<(AnyRecord, Range<usize>)>),
        json: &str,
        frame: Frame,
        seen: &mut Seen,
    ) -> Option<RecordSeen> {
        let Seen { leaves, noted, drafts, remembered, .. } = seen;
        let (record, texts) = match read {
            Some((record, texts)) => (record, Some(texts)),
            None => match AnyRecord::from_json(kind, json) {
                Ok(record) => (record, None),
                Err(error) => {
                    reading::report_refused(frame, Some(number), &error.to_string(), drafts);
                    return None;
                }
            },
        };
        if self.of_form {
            return Some(RecordSeen { record, noted: Some(0..0), codes: Vec::new(), is_kept: false });
        }
        let (mut codes, begin) = (Vec::new(), noted.len());
        match texts.clone() {
            Some(texts) => leaves.each(texts, json, record.as_ref(), |at, leaf| {
                let known = if self.remembers { remembered.known(leaf) } else { None };
                if known.is_some_and(|known| remembered.has(known)) {
                    return;
                }
                let is_noted = facts::is_noted(leaf);
                if is_noted {
                    noted.push(at);
                }
                let says_nothing = self.leaf(number, record.as_ref(), leaf, &mut codes, drafts);
                if let Some(known) = known.filter(|_| says_nothing && !is_noted) {
                    remembered.add(known);
                }
            }),
            None => record.as_ref().visit(&mut |leaf| {
                self.leaf(number, record.as_ref(), leaf, &mut codes, drafts);
            }),
        }
        // Which of equal texts is told hangs on the order of declarations, not on that of a writer.
        if texts.is_some() && leaves.are_disordered() {
            leaves.put_in_order(noted.get_mut(begin..).unwrap_or_default());
            codes.sort_by_key(|code: &ItemCodeAt| code.slot);
        }
        let noted = texts.map(|_| begin..noted.len());
        self.looks.at_record(&self.scope, number, record.as_ref(), &codes, drafts);
        let is_kept = self.looks.keeps(&self.scope, record.as_ref());
        Some(RecordSeen { record, noted, codes, is_kept })
    }

    /// Looks at a text of a record; takes up the code of an item that it is. Says whether nothing was found in it.
    pub(super) fn leaf(
        &self,
        ordinal: u32,
        record: RecordRef<'_>,
        leaf: Leaf<'_>,
        codes: &mut Vec<ItemCodeAt>,
        drafts: &mut Drafts,
    ) -> bool {
        if let Some(kind) = record.kind_named_by(leaf) {
            self.looks.at_reference(&self.scope, ordinal, kind, leaf, drafts);
            return false;
        }
        let before = drafts.told();
        let code = ItemCodeAt::of(leaf);
        let item_code = code.as_ref().map(|code| &code.code);
        self.text(Some(ordinal), Leaf { item_code, ..leaf }, drafts);
        codes.extend(code);
        drafts.told() == before
    }

    /// Looks at one named text. Ids are no texts: their form is shape.
    pub(super) fn text(&self, ordinal: Option<u32>, leaf: Leaf<'_>, drafts: &mut Drafts) {
        // QD011 says of a placeholder that it is none; no rule says so again by saying what it has not.
        if leaf.is_id() || (leaf.name != LeafName::Text && Placeholder::is_whole(leaf.text)) {
            return;
        }
        self.looks.at_text(&self.scope, ordinal, leaf, drafts);
    }
}
