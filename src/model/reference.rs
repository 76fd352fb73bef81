//! References: records named by the catalog's own keys.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::{Id, InvalidId};
use super::kind::Kind;
use super::record::Record;

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
