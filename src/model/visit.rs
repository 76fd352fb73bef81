//! Shows every named text of a record with its path, from the one description that there is: `Serialize`.
//!
//! The types of the model serialize their texts as named newtypes: `Text`, `Id`, the scheme of a [`super::Written`]
//! value, the kind of a [`super::Ref`]. JSON shows the text alone; the serializer here sees the names too. So rules
//! about all references, all codes or all texts need no second description of the model, and no field can be
//! forgotten.

use std::fmt;
use std::num::NonZeroU32;

use serde::ser::{self, Impossible, Serialize, Serializer};

use super::{Kind, Pointer, Source, closest};
use crate::code::{CodeScheme, ItemCode};

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PathStep {
    /// A field.
    Field(&'static str),
    /// An element of an array, from 0.
    Index(usize),
}

/// 路径: the path of a value below a record, as a stack that is written out only when something is found.
#[derive(Debug, Clone, Copy)]
pub struct Path<'a>(&'a [PathStep]);

impl Path<'_> {
    /// The path as a JSON Pointer.
    #[must_use]
    pub fn pointer(self) -> Pointer {
        let mut pointer = Pointer::default();
        for step in self.0 {
            match *step {
                PathStep::Field(name) => pointer.push(name),
                PathStep::Index(index) => pointer.push_index(index),
            }
        }
        pointer
    }

    /// The fields from the record down, without indexes.
    fn names(self) -> impl DoubleEndedIterator<Item = &'static str> + Clone {
        self.0.iter().filter_map(|step| if let PathStep::Field(name) = step { Some(*name) } else { None })
    }

    /// The innermost field.
    #[must_use]
    pub fn field(self) -> &'static str {
        self.names().next_back().unwrap_or("")
    }

    /// The fields from the record down, without indexes, joined by points: `materials.name`.
    #[must_use]
    pub fn fields(self) -> String {
        self.names().collect::<Vec<_>>().join(".")
    }
}

impl<'a> Path<'a> {
    /// The path that these steps make.
    pub(crate) fn of(steps: &'a [PathStep]) -> Self {
        Self(steps)
    }

    /// The steps from the record down.
    pub(crate) fn steps(self) -> &'a [PathStep] {
        self.0
    }
}

/// 文本: one named text of a record or of the header.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Leaf<'a> {
    /// The name of its type: `Text`, `Id`, `ItemRef`, a scheme such as `CreditCode`, or the tag of the kind referred to.
    pub(crate) name: &'static str,
    /// The text as written.
    pub text: &'a str,
    /// Where it stands.
    pub path: Path<'a>,
    /// The kind of the record; none in the header.
    pub kind: Option<Kind>,
    /// Where the record was taken from.
    pub(crate) source: Option<&'a Source>,
    /// The item code that it is, parsed once for all who look at it.
    pub(crate) item_code: Option<&'a ItemCode>,
}

impl<'a> Leaf<'a> {
    /// The item code that it is, with its parts where its scheme is known; none of what is no code of an item.
    #[must_use]
    pub fn item_code(self) -> Option<&'a ItemCode> {
        self.item_code
    }

    /// The path as a JSON Pointer below the record or the header.
    #[must_use]
    pub fn pointer(self) -> Pointer {
        self.path.pointer()
    }

    /// The scheme whose code it is, by the type of its field; none of other texts and of dates.
    #[must_use]
    pub fn scheme(self) -> Option<CodeScheme> {
        Some(match self.name {
            "CreditCode" => CodeScheme::CreditCode,
            "OrganizationCode" => CodeScheme::OrganizationCode,
            "DivisionCode" => CodeScheme::DivisionCode,
            "BaseCode" => CodeScheme::BaseCode,
            "ImplementationCode" => CodeScheme::ImplementationCode,
            "BusinessCode" => CodeScheme::BusinessCode,
            "ItemCode" => CodeScheme::ItemCode,
            "LicenseTypeCode" => CodeScheme::LicenseTypeCode,
            "LicenseIdentifier" => CodeScheme::LicenseIdentifier,
            _ => return None,
        })
    }

    /// Whether the text is the id of another record. Tags of kinds begin with a small letter, names of types with a
    /// capital.
    pub(crate) fn is_reference(self) -> bool {
        self.name.starts_with(|first: char| first.is_ascii_lowercase()) || self.name == super::ItemRef::NAME
    }

    /// The row of the source in which its cell begins: of a merged cell the first, which is not that of each record.
    pub(crate) fn first_row(self) -> Option<NonZeroU32> {
        let source = self.source?;
        closest(|path| source.rows.get(path), self.path.names()).copied().or(source.row)
    }
}

/// Shows every named text of a value.
pub(crate) fn visit<T: Serialize + ?Sized>(
    kind: Option<Kind>,
    source: Option<&Source>,
    value: &T,
    see: &mut dyn FnMut(Leaf<'_>),
) {
    // Nothing here fails: the error exists because the trait wants one.
    let _: Result<(), Never> =
        value.serialize(&mut Visitor { path: Vec::with_capacity(8), named: None, kind, source, see });
}

struct Visitor<'a> {
    path: Vec<PathStep>,
    /// The name of the newtype that is being shown.
    named: Option<&'static str>,
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
                path: Path(&self.path),
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
        self.named = Some(name);
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
        self.visitor.path.push(PathStep::Index(self.next));
        self.next = self.next.saturating_add(1);
        let shown = value.serialize(&mut *self.visitor);
        self.visitor.path.pop();
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
        self.visitor.path.push(PathStep::Field(name));
        let shown = value.serialize(&mut *self.visitor);
        self.visitor.path.pop();
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
