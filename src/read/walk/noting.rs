//! Noting faults: each is counted, and kept with its place where there is room for it.

use std::borrow::Cow;
use std::ops::Range;

use super::{NotJson, Segment, Shape, Token, Walk, beginning};
use crate::model::Pointer;
use crate::read::fault::{Fault, FaultClass, FaultKind};
use crate::read::faults::{Faults, Room};
use crate::read::names::Names;
use crate::read::walk::heavy::{MOST_OBJECTS, has_few_bytes};

/// The longest pointer, in bytes. Fields of ours make none so long; a key of megabytes above a million faults must not
/// be written down a million times.
const LONGEST_POINTER: usize = 512;

/// The longest name that a known one may be meant by, in characters.
const LONGEST_NAME: usize = 256;

impl<'t> Walk<'t> {
    /// Keeps so many faults from here on, and counts those that come after.
    pub(in crate::read) fn set_room(&mut self, room: Room) {
        self.room = room;
    }

    /// The faults noted since the last call.
    pub(in crate::read) fn take_faults(&mut self) -> Faults {
        std::mem::take(&mut self.faults)
    }

    /// Walks over the record that stands here.
    pub(in crate::read) fn record(&mut self, shape: &'t Shape) -> Result<(), NotJson> {
        let start = self.at;
        self.enter_record();
        let read = self.value(shape);
        if read.is_ok() && self.is_heavy(start..self.at) {
            self.fault(FaultKind::TooMany { limit: MOST_OBJECTS }, start..start.saturating_add(1));
        }
        self.leave_record();
        read
    }

    /// Whether a record has very many objects for its size.
    pub(super) fn is_heavy(&self, record: Range<usize>) -> bool {
        // An object takes two bytes and a comma at least.
        if record.len() / 3 < MOST_OBJECTS {
            return false;
        }
        let length = record.len();
        let record = self.bytes.get(record).unwrap_or_default();
        let objects = memchr::memchr_iter(b'{', record).count();
        objects > MOST_OBJECTS && has_few_bytes(objects, length)
    }

    /// Notes a fault of the value at the present path.
    pub(in crate::read) fn fault(&mut self, kind: FaultKind, span: Range<usize>) {
        self.fault_below(kind, span, None);
    }

    /// Notes a fault of a member that the value at the present path should have.
    pub(in crate::read) fn fault_below(&mut self, kind: FaultKind, span: Range<usize>, member: Option<&str>) {
        self.note(kind.class(), span, member, || kind);
    }

    /// Notes a fault; its kind is worked out only where it is kept.
    pub(super) fn note(
        &mut self,
        class: FaultClass,
        span: Range<usize>,
        member: Option<&str>,
        kind: impl FnOnce() -> FaultKind,
    ) {
        if self.has_room(class) {
            let (pointer, path) = self.pointers(member);
            self.faults.add(Fault { kind: kind(), span, pointer, path, first: None });
        }
    }

    /// Takes the room of a fault, or counts it.
    fn has_room(&mut self, class: FaultClass) -> bool {
        let has_room = self.room.take(class);
        if !has_room {
            self.faults.count(class);
        }
        has_room
    }

    /// The present path from the root, and below the record, there with a member that is missing.
    fn pointers(&self, member: Option<&str>) -> (Pointer, Pointer) {
        let (mut pointer, mut path) = (Pointer::default(), Pointer::default());
        for (depth, segment) in self.path.iter().enumerate() {
            let name = match segment {
                Segment::Field(name) => Cow::Borrowed(*name),
                Segment::Index(index) => Cow::Owned(index.to_string()),
                // An escape takes six bytes at most for one.
                Segment::Key(key) if key.raw.len() > LONGEST_POINTER.saturating_mul(6) => return (pointer, path),
                Segment::Key(key) => key.text(),
            };
            if pointer.as_str().len().saturating_add(name.len()) > LONGEST_POINTER {
                return (pointer, path);
            }
            pointer.push(&name);
            if depth >= self.record_depth {
                path.push(&name);
            }
        }
        if let Some(member) = member {
            path.push(member);
        }
        (pointer, path)
    }

    /// Notes a member that the model does not have, at the present path.
    pub(in crate::read) fn unknown(&mut self, key: Token<'t>, known: &Names) {
        self.note(FaultClass::Unknown, key.span(), None, || {
            let name = key.text();
            let nearest = known.nearest(&name).map(str::to_owned);
            FaultKind::Unknown { name: name.chars().take(LONGEST_NAME).collect(), nearest }
        });
    }

    /// Notes that the object at the present path lacks a member.
    pub(in crate::read) fn missing(&mut self, field: &str, open: Range<usize>) {
        self.note(FaultClass::Shape, open, Some(field), || FaultKind::Missing { field: field.to_owned() });
    }

    /// Notes that an object has a key again, and where it stands first.
    pub(in crate::read) fn repeated(&mut self, key: Token<'t>, first: impl FnOnce(&Self) -> Option<Range<usize>>) {
        if self.has_room(FaultClass::RepeatedKey) {
            let (pointer, path) = self.pointers(None);
            let kind = FaultKind::RepeatedKey { key: beginning(&key.text()) };
            let first = first(self);
            self.faults.add(Fault { kind, span: key.span(), pointer, path, first });
        }
    }
}
