//! Shows every named text of a record with its path, from the one description that there is: `Serialize`.
//!
//! The types of the model serialize their texts as named newtypes: `Text`, `Id`, the scheme of a [`super::Written`]
//! value, the kind of a [`super::Ref`]. JSON shows the text alone; the serializer here sees the names too. So rules
//! about all references, all codes or all texts need no second description of the model, and no field can be
//! forgotten.

use std::fmt;

use serde::ser::{self, Impossible, Serialize, Serializer};

use super::leaf::{Leaf, LeafName};
use super::path::{PathStep, Trail};
use super::{Kind, Source};

/// Shows every named text of a value.
pub(crate) fn visit<T: Serialize + ?Sized>(
    kind: Option<Kind>,
    source: Option<&Source>,
    value: &T,
    see: &mut dyn FnMut(Leaf<'_>),
) {
    // Nothing here fails: the error exists because the trait wants one.
    let _: Result<(), Never> =
        value.serialize(&mut Visitor { trail: Trail::default(), named: None, kind, source, see });
}

struct Visitor<'a> {
    trail: Trail,
    /// What the newtype that is being shown is.
    named: Option<LeafName>,
    kind: Option<Kind>,
    source: Option<&'a Source>,
    see: &'a mut dyn FnMut(Leaf<'_>),
}

/// The serializer cannot fail, but for what a type of its own makes up.
#[derive(Debug)]
struct Never;

impl fmt::Display for Never {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no error")
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Outcome = Result<(), Never>;

macro_rules! pass_over {
    ($($method:ident($($type:ty)?);)+) => {
        $(fn $method(self $(, _: $type)?) -> Outcome {
            Ok(())
        })+
    };
}

impl<'v, 'a> Serializer for &'v mut Visitor<'a> {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Sequence<'v, 'a>;
    type SerializeTuple = Impossible<(), Never>;
    type SerializeTupleStruct = Impossible<(), Never>;
    type SerializeTupleVariant = Impossible<(), Never>;
    type SerializeMap = Map;
    type SerializeStruct = Struct<'v, 'a>;
    type SerializeStructVariant = Impossible<(), Never>;

    pass_over! {
        serialize_bool(bool); serialize_i8(i8); serialize_i16(i16); serialize_i32(i32); serialize_i64(i64);
        serialize_u8(u8); serialize_u16(u16); serialize_u32(u32); serialize_u64(u64);
        serialize_f32(f32); serialize_f64(f64); serialize_char(char); serialize_bytes(&[u8]);
        serialize_none(); serialize_unit(); serialize_unit_struct(&'static str);
    }

    fn serialize_str(self, text: &str) -> Outcome {
        if let Some(name) = self.named {
            (self.see)(Leaf {
                name,
                text,
                path: self.trail.path(self.trail.last()),
                kind: self.kind,
                source: self.source,
                item_code: None,
            });
        }
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Outcome {
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Outcome {
        self.named = LeafName::of_type(name);
        let shown = value.serialize(&mut *self);
        self.named = None;
        shown
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Outcome {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Sequence<'v, 'a>, Never> {
        Ok(Sequence { visitor: self, next: 0 })
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Never> {
        Err(Never)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Never> {
        Err(Never)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Never> {
        Err(Never)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Map, Never> {
        Ok(Map)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Struct<'v, 'a>, Never> {
        Ok(Struct { visitor: self })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Never> {
        Err(Never)
    }
}

/// The elements of an array.
struct Sequence<'v, 'a> {
    visitor: &'v mut Visitor<'a>,
    next: usize,
}

impl ser::SerializeSeq for Sequence<'_, '_> {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        self.visitor.trail.enter(PathStep::Index(self.next));
        self.next = self.next.saturating_add(1);
        let shown = value.serialize(&mut *self.visitor);
        self.visitor.trail.leave();
        shown
    }

    fn end(self) -> Outcome {
        Ok(())
    }
}

/// The fields of a record or part.
struct Struct<'v, 'a> {
    visitor: &'v mut Visitor<'a>,
}

impl ser::SerializeStruct for Struct<'_, '_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Outcome {
        self.visitor.trail.enter(PathStep::Field(name));
        let shown = value.serialize(&mut *self.visitor);
        self.visitor.trail.leave();
        shown
    }

    fn end(self) -> Outcome {
        Ok(())
    }
}

/// Free objects belong to others: they are passed over.
struct Map;

impl ser::SerializeMap for Map {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Outcome {
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, _: &T) -> Outcome {
        Ok(())
    }

    fn end(self) -> Outcome {
        Ok(())
    }
}
