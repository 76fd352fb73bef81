//! Free objects: what others add, and maps from field paths to places in a source.

use std::borrow::Cow;
use std::fmt;
use std::num::NonZeroU32;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer, forward_to_deserialize_any};
use serde_json::value::{RawValue, to_raw_value};

use super::JsonError;
use crate::text::Text;

/// 扩展值: one value of `extensions`, kept as the JSON text that was written, blanks between tokens aside.
///
/// The text is kept because a parsed value loses what this library does not own: `1.50` would come back as `1.5`,
/// and members would be sorted.
///
/// ```
/// use qingdan::model::Extension;
/// let value = Extension::from_json("{ \"b\": 1.50, \"a\": null }")?;
/// assert_eq!(value.as_json(), r#"{"b":1.50,"a":null}"#);
/// assert_eq!(Extension::from("窗口\"3\"").as_json(), r#""窗口\"3\"""#);
/// assert_eq!(Extension::from(true).as_json(), "true");
/// # Ok::<(), qingdan::Error>(())
/// ```
///
/// Texts, booleans and whole numbers convert by `From`. Numbers with a fraction do not: which digits are meant is for
/// the text to say, `Extension::from_json("1.50")`.
#[derive(Clone)]
pub struct Extension(Box<RawValue>);

impl Extension {
    /// A value from JSON text.
    ///
    /// # Errors
    /// [`JsonError`] when the text is no JSON value.
    pub fn from_json(json: &str) -> Result<Self, JsonError> {
        // Blanks are dropped only from what is JSON: `1 2` must not become `12`.
        let value: &RawValue = serde_json::from_str(json).map_err(JsonError)?;
        RawValue::from_string(compact(value.get())).map(Self).map_err(JsonError)
    }

    /// The value as JSON text without blanks between tokens.
    #[must_use]
    pub fn as_json(&self) -> &str {
        self.0.get()
    }
}

/// Drops blanks between tokens, so that a value taken from an indented document fits on one NDJSON line.
fn compact(json: &str) -> String {
    let mut in_string = false;
    let mut escaped = false;
    json.chars()
        .filter(|&c| {
            if in_string {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                in_string = !ends;
                true
            } else {
                in_string = c == '"';
                !matches!(c, ' ' | '\t' | '\r' | '\n')
            }
        })
        .collect()
}

macro_rules! from_plain {
    ($($type:ty),+ $(,)?) => {
        $(
            impl From<$type> for Extension {
                fn from(value: $type) -> Self {
                    // Every value of these types can be written as JSON.
                    Self(to_raw_value(&value).unwrap_or_else(|_| RawValue::NULL.to_owned()))
                }
            }
        )+
    };
}
from_plain!(&str, String, &Text, Text, bool, i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

impl PartialEq for Extension {
    fn eq(&self, other: &Self) -> bool {
        self.as_json() == other.as_json()
    }
}

impl Eq for Extension {}

impl fmt::Debug for Extension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_json())
    }
}

impl Serialize for Extension {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Extension {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(Unwrapped(deserializer))?;
        if raw.get().contains([' ', '\t', '\r', '\n']) {
            RawValue::from_string(compact(raw.get())).map(Self).map_err(serde::de::Error::custom)
        } else {
            Ok(Self(raw))
        }
    }
}

/// Reads what [`RawValue`] wrote in other formats than JSON, which say before its map that it is a newtype.
struct Unwrapped<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Unwrapped<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_newtype_struct(name, Unwrapped(visitor))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Unwrapped<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(map)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_map(self.0)
    }
}

impl JsonSchema for Extension {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Extension".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        true.into()
    }
}

/// Declares a map with text keys in the order written.
macro_rules! free_object {
    ($(#[doc = $doc:literal])+ $name:ident($value:ty)) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(IndexMap<Text, $value>);

        impl $name {
            /// Whether there are no entries.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }

            /// How many entries there are.
            #[must_use]
            pub fn len(&self) -> usize {
                self.0.len()
            }

            /// The value under a key.
            #[must_use]
            pub fn get(&self, key: &str) -> Option<&$value> {
                self.0.get(key)
            }

            /// Sets the value under a key and gives back the one that was there.
            pub fn insert(&mut self, key: Text, value: impl Into<$value>) -> Option<$value> {
                self.0.insert(key, value.into())
            }

            /// Takes the value under a key out; the others keep their order.
            pub fn remove(&mut self, key: &str) -> Option<$value> {
                self.0.shift_remove(key)
            }

            /// The entries in order.
            pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &$value)> {
                self.0.iter().map(|(key, value)| (key.as_str(), value))
            }
        }

        /// Equal when the same entries stand in the same order.
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.0.as_slice() == other.0.as_slice()
            }
        }

        impl Eq for $name {}

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let values = generator.subschema_for::<$value>();
                json_schema!({
                    "type": "object",
                    "propertyNames": { "minLength": 1 },
                    "additionalProperties": values,
                })
            }
        }
    };
}

free_object! {
    /// 扩展: what others add to a record, under keys `vendor:name` or the header text of a column; round-trips.
    Extensions(Extension)
}

free_object! {
    /// 列对应: field path to the letters of the columns from which it is read, such as `"name": "C"`.
    Columns(Text)
}

free_object! {
    /// 合并单元格首行: field path to the first row of the merged cell that holds it.
    Rows(NonZeroU32)
}
