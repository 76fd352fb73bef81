//! Text as written.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// 文本: text of one field, kept exactly as written, never empty.
///
/// Nothing is trimmed, folded or repaired: what looks wrong is reported by a rule. The store behind it is
/// private, so that a later, more compact one changes no caller.
///
/// ```
/// use qingdan::model::Text;
/// let name = Text::new("取水许可")?;
/// assert_eq!(name.as_str(), "取水许可");
/// assert!(Text::new("").is_err());
/// # Ok::<(), qingdan::model::EmptyText>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Box<str>);

/// A text field cannot be empty: a field that has nothing to say is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text is empty; write what the source says, or leave the field out")]
#[non_exhaustive]
pub struct EmptyText;

impl Text {
    /// The name under which serializers and schemas know the type.
    pub(crate) const NAME: &'static str = "Text";

    /// A text from what was written.
    ///
    /// # Errors
    /// [`EmptyText`] when there is nothing in it.
    pub fn new(text: impl Into<Box<str>>) -> Result<Self, EmptyText> {
        let text = text.into();
        if text.is_empty() { Err(EmptyText) } else { Ok(Self(text)) }
    }

    /// A text that is known not to be empty, such as a printed code.
    pub(crate) fn printed(text: String) -> Self {
        debug_assert!(!text.is_empty(), "what a valid value prints is never empty");
        Self(text.into())
    }

    /// The text as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Text {
    type Err = EmptyText;

    fn from_str(text: &str) -> Result<Self, EmptyText> {
        Self::new(text)
    }
}

impl TryFrom<&str> for Text {
    type Error = EmptyText;

    fn try_from(text: &str) -> Result<Self, EmptyText> {
        Self::new(text)
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        &*self.0 == *other
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(Self::NAME, self.as_str())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor { expecting: "a text that is not empty" }).map(Self)
    }
}

impl JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Self::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1 })
    }
}

/// Takes a string that is not empty; shared by all types that keep text as written.
pub(crate) struct TextVisitor {
    pub(crate) expecting: &'static str,
}

impl de::Visitor<'_> for TextVisitor {
    type Value = Box<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Box<str>, E> {
        if text.is_empty() { Err(E::invalid_length(0, &self)) } else { Ok(text.into()) }
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Box<str>, E> {
        if text.is_empty() { Err(E::invalid_length(0, &self)) } else { Ok(text.into()) }
    }
}
