//! The records of one kind, in order, each under its own id.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use indexmap::IndexMap;
use indexmap::map::Entry;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::id::Id;
use super::record::Record;

/// 记录表: the records of one kind in the order of the list; an array in JSON, keyed by id in memory.
///
/// ```
/// use qingdan::model::{LicensingItem, Records};
/// let mut items = Records::new();
/// items.insert(LicensingItem::new("take-water".parse()?, "取水许可".parse()?))?;
/// assert_eq!(items.get("take-water").map(|item| item.name.as_str()), Some("取水许可"));
///
/// let again = LicensingItem::new("take-water".parse()?, "取水许可（延续）".parse()?);
/// let refused = items.insert(again).unwrap_err();
/// assert_eq!(refused.record.name, "取水许可（延续）"); // the record comes back
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Records<T> {
    by_id: IndexMap<Id, T>,
}

/// A record of this kind has the id already; the record that was not inserted comes back.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("a record with the id `{id}` is there already; give this one another id, or change the one that is there")]
pub struct RepeatedId<T> {
    /// The id that both records have.
    pub id: Id,
    /// The record that was not inserted.
    pub record: Box<T>,
}

impl<T> fmt::Debug for RepeatedId<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RepeatedId").field("id", &self.id).finish_non_exhaustive()
    }
}

impl<T: Record> Records<T> {
    /// No records.
    #[must_use]
    pub fn new() -> Self {
        Self { by_id: IndexMap::new() }
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// The record with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.by_id.get(id)
    }

    /// The record with this id, to change it; its id stays (see [`Records::rename`]).
    pub fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        self.by_id.get_mut(id)
    }

    /// Whether a record has this id.
    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// Where in the order the record with this id stands, from 0.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.by_id.get_index_of(id)
    }

    /// Adds a record at the end.
    ///
    /// # Errors
    /// [`RepeatedId`] with the record when its id is taken; nothing is replaced.
    pub fn insert(&mut self, record: T) -> Result<(), RepeatedId<T>> {
        match self.by_id.entry(record.id().clone()) {
            Entry::Occupied(taken) => Err(RepeatedId { id: taken.key().clone(), record: Box::new(record) }),
            Entry::Vacant(free) => {
                free.insert(record);
                Ok(())
            }
        }
    }

    /// Takes the record with this id out; the others keep their order.
    pub fn remove(&mut self, id: &str) -> Option<T> {
        self.by_id.shift_remove(id)
    }

    /// Gives the record with the id `from` the id `to`, in its place; references to it are the caller's to change
    /// (see [`crate::Catalog::references_to`]).
    ///
    /// # Errors
    /// [`RenameError`] when there is no such record or the new id is taken; then nothing is changed.
    pub fn rename(&mut self, from: &str, to: Id) -> Result<(), RenameError> {
        let Some(index) = self.by_id.get_index_of(from) else {
            return Err(RenameError::NotFound);
        };
        if from == to.as_str() {
            return Ok(());
        }
        if self.by_id.contains_key(&to) {
            return Err(RenameError::Taken(to));
        }
        if let Some(mut record) = self.by_id.shift_remove(from) {
            record.set_id(to.clone());
            self.by_id.shift_insert(index, to, record);
        }
        Ok(())
    }

    /// The records in order.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.by_id.values()
    }

    /// The records in order, to change them; their ids stay.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> + ExactSizeIterator {
        self.by_id.values_mut()
    }
}

/// A record could not be renamed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenameError {
    /// No record has the old id.
    #[error("no record has the id to be changed")]
    NotFound,
    /// Another record has the new id.
    #[error("another record has the id `{0}` already")]
    Taken(Id),
}

impl<T: Record> Default for Records<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a, T> IntoIterator for &'a Records<T> {
    type Item = &'a T;
    type IntoIter = indexmap::map::Values<'a, Id, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.by_id.values()
    }
}

/// Equal when the same records stand in the same order.
impl<T: PartialEq> PartialEq for Records<T> {
    fn eq(&self, other: &Self) -> bool {
        self.by_id.values().eq(other.by_id.values())
    }
}

impl<T: Eq> Eq for Records<T> {}

impl<T: fmt::Debug> fmt::Debug for Records<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.by_id.values()).finish()
    }
}

impl<T: Serialize> Serialize for Records<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.by_id.values())
    }
}

struct RecordsVisitor<T>(PhantomData<fn() -> T>);

impl<'de, T: Record> de::Visitor<'de> for RecordsVisitor<T> {
    type Value = Records<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an array of {} records", T::KIND)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut records: A) -> Result<Records<T>, A::Error> {
        let mut read = Records::new();
        while let Some(record) = records.next_element()? {
            read.insert(record).map_err(de::Error::custom)?;
        }
        Ok(read)
    }
}

impl<'de, T: Record> Deserialize<'de> for Records<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(RecordsVisitor(PhantomData))
    }
}

impl<T: Record> JsonSchema for Records<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}Records", T::KIND.type_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let items = generator.subschema_for::<T>();
        json_schema!({ "type": "array", "items": items })
    }
}
