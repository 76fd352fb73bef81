//! The records of one kind, in order, each under its own id.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::iter::FusedIterator;
use std::marker::PhantomData;

use indexmap::IndexMap;
use indexmap::map::Entry;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::AnyRecord;
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
///
/// There is no `Extend` and no `FromIterator`: neither can refuse, so of two records with one id they would lose one.
/// [`Records::try_extend`] takes many and gives back those whose ids are taken.
#[derive(Clone)]
pub struct Records<T> {
    /// Each in a box, so that adding one moves no others.
    by_id: IndexMap<Id, Box<T>>,
}

/// A record of this kind has the id already; the record that was not inserted comes back.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("a record with the id `{id}` is there already; give this one another id, or change the one that is there")]
#[non_exhaustive]
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

impl<T> RepeatedId<T> {
    /// The same of a record of any kind.
    pub(crate) fn into_any(self) -> RepeatedId<AnyRecord>
    where
        T: Into<AnyRecord>,
    {
        RepeatedId { id: self.id, record: Box::new((*self.record).into()) }
    }
}

/// Some records have ids that are taken already; all of them come back, in the order in which they came.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", said_of(.refused))]
#[non_exhaustive]
pub struct RepeatedIds<T> {
    /// The records that were not inserted, each with its id; at least one.
    pub refused: Vec<RepeatedId<T>>,
}

impl<T> fmt::Debug for RepeatedIds<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RepeatedIds").field("refused", &self.refused).finish()
    }
}

/// How many ids a message names.
const IDS_NAMED: usize = 5;

fn said_of<T>(refused: &[RepeatedId<T>]) -> String {
    let named: Vec<String> = refused.iter().take(IDS_NAMED).map(|one| format!("`{}`", one.id)).collect();
    let more = if refused.len() > IDS_NAMED { ", …" } else { "" };
    format!(
        "{} of the records have ids that are there already: {}{more}; give them other ids, or change those that are \
         there",
        refused.len(),
        named.join(", ")
    )
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
        self.by_id.get(id).map(AsRef::as_ref)
    }

    /// The record with this id, to change it; its id stays (see [`Records::rename`]).
    pub fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        self.by_id.get_mut(id).map(AsMut::as_mut)
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
                free.insert(Box::new(record));
                Ok(())
            }
        }
    }

    /// Adds records at the end, every one whose id is free.
    ///
    /// ```
    /// use qingdan::model::{LicensingItem, Records};
    /// let item = |id: &str, name: &str| Ok::<_, qingdan::Error>(LicensingItem::new(id.parse()?, name.parse()?));
    /// let mut items = Records::new();
    /// let refused = items.try_extend([item("a", "取水许可")?, item("a", "河道采砂许可")?, item("b", "爆破作业许可")?]);
    /// assert_eq!(items.len(), 2);
    /// assert_eq!(refused.unwrap_err().refused[0].record.name, "河道采砂许可");
    /// # Ok::<(), qingdan::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`RepeatedIds`] with every record whose id is taken; nothing is replaced, and the others were added.
    pub fn try_extend(&mut self, records: impl IntoIterator<Item = T>) -> Result<(), RepeatedIds<T>> {
        let refused: Vec<_> = records.into_iter().filter_map(|record| self.insert(record).err()).collect();
        if refused.is_empty() { Ok(()) } else { Err(RepeatedIds { refused }) }
    }

    /// Takes the record with this id out; the others keep their order.
    pub fn remove(&mut self, id: &str) -> Option<T> {
        self.by_id.shift_remove(id).map(|record| *record)
    }

    /// Keeps the records of which `keep` says so, in their order; the others are dropped.
    ///
    /// References to those dropped are the caller's to change (see [`crate::Catalog::references_to`]).
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        self.by_id.retain(|_, record| keep(record));
    }

    /// Puts the records into the order of a comparison; those that compare equal keep their order.
    pub fn sort_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        self.by_id.sort_by(|_, one, _, other| compare(one, other));
    }

    /// Puts the records into the order of a key; those with one key keep their order.
    ///
    /// ```
    /// use qingdan::model::{LicensingItem, Records};
    /// let mut items = Records::new();
    /// items.insert(LicensingItem::new("b".parse()?, "取水许可".parse()?))?;
    /// items.insert(LicensingItem::new("a".parse()?, "爆破作业许可".parse()?))?;
    /// items.sort_by_key(|item| item.id().clone());
    /// # use qingdan::model::Record;
    /// assert_eq!(items.position("a"), Some(0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn sort_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.by_id.sort_by(|_, one, _, other| key(one).cmp(&key(other)));
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
    pub fn iter(&self) -> RecordsIter<'_, T> {
        RecordsIter(self.by_id.values())
    }

    /// The records in order, to change them; their ids stay.
    pub fn iter_mut(&mut self) -> RecordsIterMut<'_, T> {
        RecordsIterMut(self.by_id.values_mut())
    }
}

/// A record could not be renamed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RenameError {
    /// No record has the old id.
    #[error("no record has the id to be changed; give the id of a record that is there")]
    NotFound,
    /// Another record has the new id.
    #[error("another record has the id `{0}` already; give another id")]
    Taken(Id),
}

impl<T: Record> Default for Records<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// Declares an iterator over records that says nothing of the map behind it.
macro_rules! iterator {
    ($(#[doc = $doc:literal])+ $name:ident<$($lifetime:lifetime,)? T>($inner:ty) of $item:ty; $collection:ty, $make:ident, $taken:expr) => {
        $(#[doc = $doc])+
        #[derive(Debug)]
        pub struct $name<$($lifetime,)? T>($inner);

        impl<$($lifetime,)? T> Iterator for $name<$($lifetime,)? T> {
            type Item = $item;

            fn next(&mut self) -> Option<$item> {
                self.0.next().map($taken)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                self.0.size_hint()
            }
        }

        impl<$($lifetime,)? T> DoubleEndedIterator for $name<$($lifetime,)? T> {
            fn next_back(&mut self) -> Option<$item> {
                self.0.next_back().map($taken)
            }
        }

        impl<$($lifetime,)? T> ExactSizeIterator for $name<$($lifetime,)? T> {}

        impl<$($lifetime,)? T> FusedIterator for $name<$($lifetime,)? T> {}

        impl<$($lifetime,)? T> IntoIterator for $collection {
            type Item = $item;
            type IntoIter = $name<$($lifetime,)? T>;

            fn into_iter(self) -> Self::IntoIter {
                $name(self.by_id.$make())
            }
        }
    };
}

iterator! {
    /// The records of a kind in order; made by [`Records::iter`].
    RecordsIter<'a, T>(indexmap::map::Values<'a, Id, Box<T>>) of &'a T; &'a Records<T>, values, AsRef::as_ref
}

iterator! {
    /// The records of a kind in order, to change them; made by [`Records::iter_mut`].
    RecordsIterMut<'a, T>(indexmap::map::ValuesMut<'a, Id, Box<T>>) of &'a mut T; &'a mut Records<T>, values_mut, AsMut::as_mut
}

iterator! {
    /// The records of a kind in order, taken out of their [`Records`].
    RecordsIntoIter<T>(indexmap::map::IntoValues<Id, Box<T>>) of T; Records<T>, into_values, |record| *record
}

impl<T> Clone for RecordsIter<'_, T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
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
