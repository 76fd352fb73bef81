//! The version of the exchange format, and paths of fields within it.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::text::{EmptyText, Text};

/// 模式版本: a version of the exchange format that this library reads: `1.` and a number.
///
/// Additions raise the second number, and an older reader reports what it does not know as unknown fields; a
/// change that breaks readers raises the first, and is refused (rule QD007).
///
/// ```
/// use qingdan::model::SchemaVersion;
/// assert_eq!("1.0".parse::<SchemaVersion>()?, SchemaVersion::CURRENT);
/// assert!("2.0".parse::<SchemaVersion>().is_err());
/// # Ok::<(), qingdan::model::UnsupportedVersion>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaVersion {
    minor: u16,
}

/// The text names no version of the exchange format that this library reads.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is no supported version; supported: 1.0 and later 1.x", crate::print::excerpt(.found))]
#[non_exhaustive]
pub struct UnsupportedVersion {
    /// The text found.
    pub found: String,
}

impl SchemaVersion {
    /// The name under which serializers and schemas know the type.
    pub(crate) const NAME: &'static str = "SchemaVersion";

    /// The version that this library writes.
    pub const CURRENT: Self = Self { minor: 0 };
    /// The supported versions as a pattern.
    pub const PATTERN: &str = "^1\\.(?:0|[1-9][0-9]{0,3})$";
}

impl FromStr for SchemaVersion {
    type Err = UnsupportedVersion;

    fn from_str(text: &str) -> Result<Self, UnsupportedVersion> {
        text.strip_prefix("1.")
            .filter(|minor| (1..=4).contains(&minor.len()) && minor.bytes().all(|byte| byte.is_ascii_digit()))
            .filter(|minor| *minor == "0" || !minor.starts_with('0'))
            .and_then(|minor| minor.parse().ok())
            .map(|minor| Self { minor })
            .ok_or_else(|| UnsupportedVersion { found: text.to_owned() })
    }
}

impl fmt::Display for SchemaVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("1.{}", self.minor))
    }
}

impl JsonSchema for SchemaVersion {
    fn schema_name() -> Cow<'static, str> {
        Self::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "minLength": 1,
            "pattern": Self::PATTERN,
            "description": "模式版本: a version of the exchange format, such as 1.0.",
            "examples": ["1.0"],
        })
    }
}

/// 字段路径: the path of a field, such as `service_items.basis`: the array of a kind, then fields without indexes.
///
/// ```
/// use qingdan::model::FieldPath;
/// let path: FieldPath = "service_items.basis".parse()?;
/// assert_eq!(path.as_str(), "service_items.basis");
/// # Ok::<(), qingdan::model::EmptyText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct FieldPath(Text);

impl FieldPath {
    /// The path as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether this is the path of a field, or of a field above it.
    pub(crate) fn includes(&self, field: &str) -> bool {
        field.strip_prefix(self.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

impl FromStr for FieldPath {
    type Err = EmptyText;

    fn from_str(text: &str) -> Result<Self, EmptyText> {
        text.parse().map(Self)
    }
}
