//! Steps over JSON for those who change its text: what stands where, member by member. The walk takes the steps, so there
//! is one reading of JSON.

use std::borrow::Cow;
use std::ops::Range;

use super::fault::FaultClass;
use super::faults::Room;
use super::limits::Limits;
use super::shape::{Shape, TABLE};
use super::walk::{Stop, Walk};

/// A member name.
#[derive(Debug, Clone)]
pub(crate) struct Key<'t> {
    /// Its bytes, with the quotes.
    pub(crate) span: Range<usize>,
    /// What it means.
    pub(crate) text: Cow<'t, str>,
}

/// Goes over a text step by step. Where a step gives none the text is no JSON.
#[derive(Debug)]
pub(crate) struct Steps<'t>(Walk<'t>);

impl<'t> Steps<'t> {
    pub(crate) fn new(text: &'t str, limits: Limits) -> Self {
        Self(Walk::skimming(text, limits.depth()))
    }

    /// Goes to a stretch of the text: what lies after it is not seen.
    pub(crate) fn confine(&mut self, range: Range<usize>) {
        self.0.confine(range);
    }

    /// The byte at which it stands.
    pub(crate) fn at(&self) -> usize {
        self.0.at
    }

    /// Goes to a value.
    pub(crate) fn go_to(&mut self, at: usize) {
        self.0.at = at;
    }

    /// The byte that stands here.
    pub(crate) fn peek(&self) -> Option<u8> {
        self.0.peek()
    }

    pub(crate) fn skip_blanks(&mut self) {
        self.0.skip_blanks();
    }

    /// Opens the object or array that ends with this bracket; whether it has a first member or element.
    pub(crate) fn open(&mut self, close: u8) -> Option<bool> {
        self.0.open(close).ok()
    }

    /// After a member or element: whether another one follows.
    pub(crate) fn next(&mut self, close: u8) -> Option<bool> {
        self.0.next(close, "").ok()
    }

    /// A member name with its colon.
    pub(crate) fn key(&mut self) -> Option<Key<'t>> {
        let key = self.0.key().ok()?;
        Some(Key { span: key.span(), text: key.text() })
    }

    /// The bytes of the text that stands here, with its quotes.
    pub(crate) fn string(&mut self) -> Option<Range<usize>> {
        self.0.string().ok().map(super::walk::Token::span)
    }

    /// Passes over the value that stands here and gives its bytes.
    pub(crate) fn pass(&mut self) -> Option<Range<usize>> {
        let start = self.0.at;
        self.0.value(Shape::any()).ok()?;
        Some(start..self.0.at)
    }

    /// The byte at which the text, or the stretch of it, is no single JSON value; none where it is one.
    pub(crate) fn not_json(&mut self) -> Option<(usize, bool)> {
        self.skip_blanks();
        if let Err(stop) = self.0.value(Shape::any()) {
            let (at, why) = stop.into_parts();
            return Some((at, matches!(why, Stop::TooDeep { .. })));
        }
        self.skip_blanks();
        self.peek().map(|_| (self.0.at, false))
    }
}

/// What is to be known of a value before its text is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Judged {
    /// It has the form of its shape; members that the model does not know may be in it.
    Clean,
    /// Its form is wrong somewhere.
    Faulty,
    /// A name stands twice in an object, the second time at this byte.
    Repeated(usize),
    /// It is nested too deep, or has too much in it.
    TooDeep,
}

/// Judges values of one text, one after the other.
#[derive(Debug)]
pub(crate) struct Judge<'t>(Walk<'t>);

impl<'t> Judge<'t> {
    pub(crate) fn new(text: &'t str, limits: Limits) -> Self {
        Self(Walk::new(text, limits.depth(), TABLE.guesses))
    }

    /// Judges the value in a stretch of the text, within so many open objects and arrays.
    pub(crate) fn judge(&mut self, span: Range<usize>, depth: usize, shape: &'static Shape) -> Judged {
        self.0.confine(span);
        self.0.resume(depth);
        // One is enough to say where it is.
        self.0.set_room(Room::of(|class| u64::from(class == FaultClass::RepeatedKey)));
        let read = self.0.record(shape);
        let faults = self.0.take_faults();
        if let Some(repeated) = faults.iter().next() {
            return Judged::Repeated(repeated.span.start);
        }
        if faults.any(|class| class == FaultClass::TooDeep) {
            return Judged::TooDeep;
        }
        match read {
            Ok(()) if faults.any(|class| class == FaultClass::Shape) => Judged::Faulty,
            Ok(()) => Judged::Clean,
            Err(stop) => {
                if matches!(stop.into_parts().1, Stop::TooDeep { .. }) {
                    Judged::TooDeep
                } else {
                    Judged::Faulty
                }
            }
        }
    }
}
