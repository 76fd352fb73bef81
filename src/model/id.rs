//! The catalog's own keys.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

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
        if text.len() <= Self::MAX_CHARACTERS && is_graphic(text.as_bytes()) {
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

/// Whether all bytes are ASCII that can be seen; eight are looked at together.
fn is_graphic(bytes: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let are_graphic = |word: [u8; 8]| {
        let word = u64::from_le_bytes(word);
        // Bytes that are no ASCII, the delete character, and blanks and controls set their highest bits.
        (word | word.wrapping_add(ONES) | word.wrapping_sub(ONES.wrapping_mul(0x21))) & HIGH == 0
    };
    match bytes.last_chunk() {
        // The last eight lap over those before.
        Some(&last) => are_graphic(last) && bytes.as_chunks().0.iter().all(|&word| are_graphic(word)),
        None => bytes.iter().all(u8::is_ascii_graphic),
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
