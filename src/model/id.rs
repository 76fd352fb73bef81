//! The catalog's own keys, and references by them.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::kind::{Kind, Record};

/// 标识: the key by which one catalog knows a record; 1 to 64 characters without blanks or control characters.
///
/// Ids and codes differ: an id belongs to the catalog and is what references use; national and local codes are
/// attributes, which real lists often lack or repeat.
///
/// ```
/// use qingdan::model::Id;
/// let id: Id = "take-water".parse()?;
/// assert_eq!(id.as_str(), "take-water");
/// assert!("take water".parse::<Id>().is_err());
/// # Ok::<(), qingdan::model::InvalidId>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

/// The text is no id: it is empty, too long, or holds a blank or invisible character.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is no id: {problem}; an id has 1 to 64 characters, no blanks and no invisible characters", crate::print::excerpt(.found))]
#[non_exhaustive]
pub struct InvalidId {
    /// The text found.
    pub found: String,
    /// What is wrong with it.
    pub problem: IdProblem,
}

/// What is wrong with a text that should be an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdProblem {
    /// There is no text.
    #[error("it is empty")]
    Empty,
    /// It has more than 64 characters.
    #[error("it has {0} characters")]
    TooLong(usize),
    /// A blank, control or format character stands at this position (characters, from 1).
    #[error("character {0} is a blank or invisible character")]
    Blank(usize),
}

impl Id {
    /// The name under which serializers and schemas know the type.
    pub(crate) const NAME: &'static str = "Id";
    /// The longest id, in characters.
    pub const MAX_CHARACTERS: usize = 64;
    /// The form of an id as a pattern: every character but blanks, control and format characters. Above Latin 1 the
    /// characters stand for themselves, because not every regular expression knows `\\u`.
    pub const PATTERN: &str =
        "^[^\\x00-\\x20\\x7f-\\xa0\u{1680}\u{2000}-\u{200f}\u{2028}-\u{202f}\u{205f}-\u{206f}\u{3000}\u{feff}]+$";

    /// What is wrong with a text as an id, if anything.
    pub(crate) fn problem(text: &str) -> Option<IdProblem> {
        if text.is_empty() {
            return Some(IdProblem::Empty);
        }
        // An id of at most 64 bytes that are plain ASCII needs no second look.
        if text.len() <= Self::MAX_CHARACTERS && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        let count = text.chars().count();
        if count > Self::MAX_CHARACTERS {
            return Some(IdProblem::TooLong(count));
        }
        text.chars().position(is_blank).map(|index| IdProblem::Blank(index.saturating_add(1)))
    }

    /// The id as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The characters that [`Id::PATTERN`] shuts out.
fn is_blank(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{20}' | '\u{7f}'..='\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
        | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{feff}')
}

impl FromStr for Id {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        match Self::problem(text) {
            None => Ok(Self(text.into())),
            Some(problem) => Err(InvalidId { found: text.to_owned(), problem }),
        }
    }
}

impl TryFrom<&str> for Id {
    type Error = InvalidId;

    fn try_from(text: &str) -> Result<Self, InvalidId> {
        text.parse()
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.0)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(Self::NAME, self.as_str())
    }
}

struct IdVisitor;

impl de::Visitor<'_> for IdVisitor {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id: 1 to 64 characters without blanks")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Id, E> {
        text.parse().map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(IdVisitor)
    }
}

impl JsonSchema for Id {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Self::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1, "maxLength": Self::MAX_CHARACTERS, "pattern": Self::PATTERN })
    }
}

/// 引用: the id of a record of kind `T`; the schema says so with `x-refers-to`.
///
/// ```
/// use qingdan::model::{Organization, Ref};
/// let body: Ref<Organization> = "water".parse()?;
/// assert_eq!(body.id().as_str(), "water");
/// # Ok::<(), qingdan::model::InvalidId>(())
/// ```
pub struct Ref<T> {
    id: Id,
    target: PhantomData<fn() -> T>,
}

impl<T: Record> Ref<T> {
    /// A reference to the record with this id.
    #[must_use]
    pub fn new(id: Id) -> Self {
        Self { id, target: PhantomData }
    }

    /// The id of the record referred to.
    #[must_use]
    pub fn id(&self) -> &Id {
        &self.id
    }

    /// The kind of the record referred to.
    #[must_use]
    pub fn kind(&self) -> Kind {
        T::KIND
    }
}

impl<T: Record> From<Id> for Ref<T> {
    fn from(id: Id) -> Self {
        Self::new(id)
    }
}

impl<T: Record> From<&T> for Ref<T> {
    fn from(record: &T) -> Self {
        Self::new(record.id().clone())
    }
}

impl<T: Record> FromStr for Ref<T> {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        text.parse().map(Self::new)
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self { id: self.id.clone(), target: PhantomData }
    }
}

impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<T> Eq for Ref<T> {}

impl<T> fmt::Display for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id.fmt(f)
    }
}

impl<T: Record> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ref({} {})", T::KIND, self.id)
    }
}

/// The kind referred to goes with the id to serializers that ask for names; JSON shows the id alone.
impl<T: Record> Serialize for Ref<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(T::KIND.tag(), self.id.as_str())
    }
}

impl<'de, T: Record> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Id::deserialize(deserializer).map(Self::new)
    }
}

impl<T: Record> JsonSchema for Ref<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}Ref", T::KIND.type_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Id::json_schema(generator);
        schema.insert("x-refers-to".into(), T::KIND.tag().into());
        schema
    }
}

/// 事项引用: the id of an item whose kind another field of the same record names (`adjustments.item_kind`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRef(Id);

impl ItemRef {
    /// The name under which serializers and schemas know the type.
    pub(crate) const NAME: &'static str = "ItemRef";

    /// A reference to the item with this id.
    #[must_use]
    pub fn new(id: Id) -> Self {
        Self(id)
    }

    /// The id of the item referred to.
    #[must_use]
    pub fn id(&self) -> &Id {
        &self.0
    }
}

impl FromStr for ItemRef {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        text.parse().map(Self)
    }
}

impl Serialize for ItemRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(Self::NAME, self.0.as_str())
    }
}

impl<'de> Deserialize<'de> for ItemRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Id::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for ItemRef {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Self::NAME.into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Id::json_schema(generator);
        // The kind is data here: the property of this name beside the reference holds it.
        schema.insert("x-refers-to".into(), "item_kind".into());
        schema
    }
}
