//! A deserializer over the bytes of a clean record: the types stay plain serde, and there is no second description.

use std::fmt;

use serde::de::value::U64Deserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer as _, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::cursor::{Fast, Name, Unknown};
use crate::model::leaf::LeafName;
use crate::model::leaves::Stretch;
use crate::model::path::{PathStep, Trail};
use crate::read::shape::{Form, Object, Shape, TextForm};
use crate::read::walk::heavy::{MOST_OBJECTS, has_few_bytes};

/// So many texts of one record are listed; a record with more goes the long way, so that lists stay small.
const MOST_TEXTS: usize = 1 << 14;

/// So many unknown members of one record are noted; a record with more goes the long way.
const MOST_UNKNOWN: usize = 64;

/// What is not clean is left to the walk.
#[derive(Debug, Clone, Copy)]
pub(super) struct GaveUp;

impl fmt::Display for GaveUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not clean")
    }
}

impl std::error::Error for GaveUp {}

impl Error for GaveUp {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Read<T> = Result<T, GaveUp>;

/// The value that stands here.
pub(super) struct At<'f, 'w, 't> {
    fast: &'f mut Fast<'w, 't>,
    shape: &'static Shape,
    /// The step to the value in which it stands, and the one to itself.
    above: u32,
    step: Option<PathStep>,
    /// The place of its field in the declaration.
    rank: u8,
}

impl<'f, 'w, 't> At<'f, 'w, 't> {
    /// The record that stands here.
    pub(super) fn record(fast: &'f mut Fast<'w, 't>, shape: &'static Shape) -> Self {
        Self { fast, shape, above: Trail::RECORD, step: None, rank: 0 }
    }

    /// Takes the step to this value.
    #[inline]
    fn enter(&mut self) -> u32 {
        match self.step {
            Some(step) => self.fast.leaves.step(self.above, step, self.rank),
            None => Trail::RECORD,
        }
    }

    #[inline]
    fn text<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        let stretch = self.fast.string().ok_or(GaveUp)?;
        let Stretch { is_unescaped, start, end } = stretch;
        if let Form::Text(form) = &self.shape.form
            && let Some(name) = self.name(*form, stretch)?
        {
            let step = self.step.ok_or(GaveUp)?;
            if self.fast.leaves.len().saturating_sub(self.fast.first_text) >= MOST_TEXTS {
                return Err(GaveUp);
            }
            let begin = if is_unescaped { 0 } else { self.fast.start };
            let (start, end) = (start.saturating_sub(begin), end.saturating_sub(begin));
            let text = Stretch { is_unescaped, start, end };
            self.fast.leaves.push(name, (self.above, step, self.rank), text).ok_or(GaveUp)?;
        }
        if is_unescaped {
            visitor.visit_str(self.fast.leaves.text_of(start..end).ok_or(GaveUp)?)
        } else {
            visitor.visit_borrowed_str(self.fast.walk.text.get(start..end).ok_or(GaveUp)?)
        }
    }

    /// What the text is to who judges texts; none of what has no name. What it must not be, serde refuses.
    #[inline]
    fn name(&self, form: TextForm, stretch: Stretch) -> Read<Option<LeafName>> {
        match form {
            TextForm::Named(name) => Ok(Some(name)),
            TextForm::Decimal => Ok(None),
            TextForm::Open(known) => {
                let text = self.fast.text_of(stretch).ok_or(GaveUp)?;
                Ok((!known.contains(&text)).then_some(LeafName::Text))
            }
        }
    }

    #[inline]
    fn integer<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        let Form::Integer { min, max } = self.shape.form else { return Err(GaveUp) };
        let number = self.fast.number().ok_or(GaveUp)?;
        let is_within = i64::try_from(number).is_ok_and(|number| (min..=max).contains(&number));
        if is_within { visitor.visit_u64(number) } else { Err(GaveUp) }
    }
}

impl Fast<'_, '_> {
    /// The text of a stretch.
    #[inline]
    fn text_of(&self, stretch: Stretch) -> Option<&str> {
        let Stretch { is_unescaped, start, end } = stretch;
        if is_unescaped { self.leaves.text_of(start..end) } else { self.walk.text.get(start..end) }
    }

    /// Goes one object or array down.
    #[inline]
    fn descend(&mut self) -> Read<()> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > self.walk.max_depth { Err(GaveUp) } else { Ok(()) }
    }

    #[inline]
    fn ascend(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Lets the walk look at a value of which the fast way knows nothing; gives up where it finds a fault.
    fn look_at(&mut self, shape: &'static Shape) -> Read<()> {
        self.walk.at = self.at;
        self.walk.depth = self.depth;
        self.walk.value(shape).map_err(|_| GaveUp)?;
        self.at = self.walk.at;
        if self.walk.faults.is_empty() { Ok(()) } else { Err(GaveUp) }
    }
}

macro_rules! integers {
    ($($method:ident)+) => {
        $(
            #[inline]
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
                self.integer(visitor)
            }
        )+
    };
}

impl<'de> Deserializer<'de> for At<'_, '_, 'de> {
    type Error = GaveUp;

    integers! {
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_i8 deserialize_i16 deserialize_i32
        deserialize_i64
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Read<V::Value> {
        Err(GaveUp)
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct enum identifier ignored_any
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.fast.peek() {
            Some(b't') => self.fast.word(b"true").ok_or(GaveUp).and_then(|()| visitor.visit_bool(true)),
            Some(b'f') => self.fast.word(b"false").ok_or(GaveUp).and_then(|()| visitor.visit_bool(false)),
            _ => Err(GaveUp),
        }
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.text(visitor)
    }

    #[inline]
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.text(visitor)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if self.fast.peek() != Some(b'n') {
            return visitor.visit_some(self);
        }
        self.fast.null().ok_or(GaveUp)?;
        if self.shape.nullable { visitor.visit_none() } else { Err(GaveUp) }
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Read<V::Value> {
        let Form::Array(items) = self.shape.form else { return Err(GaveUp) };
        let guess_at = self.fast.guess_at;
        let within = self.enter();
        self.fast.descend()?;
        let more = self.fast.open(b'[', b']').ok_or(GaveUp)?;
        let read = visitor.visit_seq(Elements { fast: &mut *self.fast, items, within, more, next: 0, guess_at });
        self.fast.ascend();
        read
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let Form::Object(object) = self.shape.form else { return Err(GaveUp) };
        // Objects with nothing in them take more memory than their bytes: the walk tells whether there are too many.
        self.fast.objects = self.fast.objects.saturating_add(1);
        if self.fast.objects > MOST_OBJECTS
            && has_few_bytes(self.fast.objects, self.fast.at.saturating_sub(self.fast.start))
        {
            return Err(GaveUp);
        }
        let within = self.enter();
        let declared = object.declared(names);
        self.fast.descend()?;
        let more = self.fast.open(b'{', b'}').ok_or(GaveUp)?;
        let shape = Shape::any();
        let read = visitor.visit_map(Members {
            fast: &mut *self.fast,
            object,
            declared,
            within,
            more,
            seen: 0,
            after: 0,
            name: "",
            shape,
            rank: 0,
        });
        self.fast.ascend();
        read
    }

    /// A free object: the walk judges it, and `serde_json` reads it.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let Form::Map(_) = self.shape.form else { return Err(GaveUp) };
        let start = self.fast.at;
        self.fast.look_at(self.shape)?;
        let json = self.fast.walk.text.get(start..self.fast.at).ok_or(GaveUp)?;
        serde_json::Deserializer::from_str(json).deserialize_map(visitor).map_err(|_| GaveUp)
    }
}

/// The elements of an array.
struct Elements<'f, 'w, 't> {
    fast: &'f mut Fast<'w, 't>,
    items: &'static Shape,
    within: u32,
    /// Whether an element stands here.
    more: bool,
    next: usize,
    /// Where what is guessed of the field stands that holds the array.
    guess_at: usize,
}

/// A list has room for so many elements at most before it is read: for more it grows, as it would without a guess.
const MOST_GUESSED: usize = 4;

impl<'t> SeqAccess<'t> for Elements<'_, '_, 't> {
    type Error = GaveUp;

    /// As many as the last list in this field had. Most lists have one element, and room for four costs memory.
    #[inline]
    fn size_hint(&self) -> Option<usize> {
        let guess = self.fast.guesses.get(self.guess_at).filter(|_| self.more);
        guess.map(|guess| usize::from(guess.length).min(MOST_GUESSED))
    }

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'t>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        if !self.more {
            return Ok(None);
        }
        let step = Some(PathStep::Index(self.next));
        let element = seed.deserialize(At { fast: self.fast, shape: self.items, above: self.within, step, rank: 0 })?;
        self.next = self.next.saturating_add(1);
        self.more = self.fast.more(b']').ok_or(GaveUp)?;
        if !self.more
            && let Some(guess) = self.fast.guesses.get_mut(self.guess_at)
        {
            guess.length = u8::try_from(self.next).unwrap_or(u8::MAX);
        }
        Ok(Some(element))
    }
}

/// The members of an object.
struct Members<'f, 'w, 't> {
    fast: &'f mut Fast<'w, 't>,
    object: &'static Object,
    /// The position of each field in its declaration.
    declared: &'static [u8],
    within: u32,
    /// Whether a member stands here.
    more: bool,
    /// The fields that were met, as bits.
    seen: u64,
    /// 0 at the beginning, n after the field at n - 1.
    after: usize,
    /// The field of which the value stands here.
    name: &'static str,
    shape: &'static Shape,
    rank: u8,
}

impl Members<'_, '_, '_> {
    /// The position of the field whose name stands here; none where it is no field, and then its value is passed over.
    #[inline]
    fn field(&mut self) -> Read<Option<usize>> {
        match self.fast.name(self.object, self.after).ok_or(GaveUp)? {
            Name::Field(position) => Ok(Some(position)),
            Name::Other => self.other(),
        }
    }

    /// A name with escapes in it, one with a blank before its colon, or an unknown one.
    #[inline(never)]
    fn other(&mut self) -> Read<Option<usize>> {
        let (object, within) = (self.object, self.within);
        let fast = &mut *self.fast;
        fast.walk.at = fast.at;
        let key = fast.walk.key().map_err(|_| GaveUp)?;
        fast.at = fast.walk.at;
        if let Some(position) = object.position(&key.text()) {
            return Ok(Some(position));
        }
        let is_again = |other: &Unknown<'_>| other.within == within && other.key.text() == key.text();
        if fast.unknown.len() >= MOST_UNKNOWN || fast.unknown.iter().any(is_again) {
            return Err(GaveUp);
        }
        fast.unknown.push(Unknown { key, object, within });
        fast.look_at(Shape::any())?;
        self.more = fast.more(b'}').ok_or(GaveUp)?;
        Ok(None)
    }
}

impl<'t> MapAccess<'t> for Members<'_, '_, 't> {
    type Error = GaveUp;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'t>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        let position = loop {
            if !self.more {
                return Ok(None);
            }
            if let Some(position) = self.field()? {
                break position;
            }
        };
        let bit = 1_u64.checked_shl(u32::try_from(position).unwrap_or(u32::MAX)).unwrap_or(0);
        if self.seen & bit != 0 {
            return Err(GaveUp);
        }
        self.seen |= bit;
        self.after = position.saturating_add(1);
        let field = self.object.fields.get(position).ok_or(GaveUp)?;
        (self.name, self.shape) = (field.name, &field.shape);
        let declared = *self.declared.get(position).ok_or(GaveUp)?;
        self.fast.is_disordered |= declared < self.rank;
        self.rank = declared;
        let name: U64Deserializer<GaveUp> = u64::from(declared).into_deserializer();
        seed.deserialize(name).map(Some)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Read<V::Value> {
        let step = Some(PathStep::Field(self.name));
        let value =
            seed.deserialize(At { fast: self.fast, shape: self.shape, above: self.within, step, rank: self.rank })?;
        self.more = self.fast.more(b'}').ok_or(GaveUp)?;
        Ok(value)
    }
}
