//! A value as somebody wrote it: the text always, its meaning when it has one.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::{EmptyText, Text, TextVisitor};

/// 原文值: a code or date as written in the source, which may or may not be one.
///
/// Real lists hold codes that lost a character and dates that no calendar has. Reading never rejects a record for
/// them: the text is kept, a rule says what is wrong, and writing gives the same text back. The meaning is worked
/// out when it is asked for, so reading a large catalog costs no check characters.
///
/// A value of `T` itself is always valid; [`Written::as_written`] is the one door for text that may not be.
///
/// ```
/// use qingdan::code::CreditCode;
/// use qingdan::model::Written;
///
/// let good: Written<CreditCode> = "11511300008778693M".parse::<CreditCode>()?.into();
/// assert!(good.value().is_some());
///
/// let lost: Written<CreditCode> = Written::as_written("1151130100877869M")?; // 17 characters
/// assert_eq!(lost.text(), "1151130100877869M");
/// assert_eq!(lost.value(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Written<T> {
    text: Text,
    meaning: PhantomData<fn() -> T>,
}

impl<T> Written<T> {
    /// A value from text that may have no meaning, such as a code copied from a list with a character missing.
    ///
    /// # Errors
    /// [`EmptyText`] when there is no text at all.
    pub fn as_written(text: impl Into<Box<str>>) -> Result<Self, EmptyText> {
        Text::new(text).map(|text| Self { text, meaning: PhantomData })
    }

    /// The text as written.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.as_str()
    }
}

impl<T: FromStr> Written<T> {
    /// The meaning of the text, if it has one.
    #[must_use]
    pub fn value(&self) -> Option<T> {
        self.parse().ok()
    }

    /// The meaning of the text, or what is wrong with it.
    ///
    /// # Errors
    /// The error of `T`, which names the place and what was expected.
    pub fn parse(&self) -> Result<T, T::Err> {
        self.text().parse()
    }
}

impl<T: fmt::Display> From<T> for Written<T> {
    fn from(value: T) -> Self {
        Self { text: Text::printed(value.to_string()), meaning: PhantomData }
    }
}

impl<T> Clone for Written<T> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), meaning: PhantomData }
    }
}

/// Two values are equal when they are written alike.
impl<T> PartialEq for Written<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Written<T> {}

impl<T> fmt::Display for Written<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text())
    }
}

impl<T> fmt::Debug for Written<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Written").field(&self.text()).finish()
    }
}

/// The name of the scheme goes with the text to serializers that ask for names; JSON shows the text alone.
impl<T: JsonSchema> Serialize for Written<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let name = match T::schema_name() {
            Cow::Borrowed(name) => name,
            Cow::Owned(_) => Text::NAME,
        };
        serializer.serialize_newtype_struct(name, self.text())
    }
}

impl<'de, T> Deserialize<'de> for Written<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = deserializer.deserialize_str(TextVisitor { expecting: "the text of a code or date, not empty" })?;
        Self::as_written(text).map_err(serde::de::Error::custom)
    }
}

impl<T: JsonSchema> JsonSchema for Written<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}
