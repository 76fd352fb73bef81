//! Numbers as printed.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// 小数: a decimal number as printed, kept as text because a JSON number loses `99.90`.
///
/// The form is part of the shape: no rule could say what `约1480` means, so reading refuses it with its place.
///
/// ```
/// use qingdan::model::Decimal;
/// let rate: Decimal = "99.90".parse()?;
/// assert_eq!(rate.as_str(), "99.90");
/// assert!("99.9 %".parse::<Decimal>().is_err());
/// # Ok::<(), qingdan::model::InvalidDecimal>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Decimal(Box<str>);

/// The text is no decimal number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is no decimal number; write digits with at most one point, such as `96.27`", crate::print::excerpt(.found))]
#[non_exhaustive]
pub struct InvalidDecimal {
    /// The text found.
    pub found: String,
}

impl Decimal {
    /// The form of a decimal number as a pattern.
    pub const PATTERN: &str = "^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?$";

    /// Whether a text has the form of [`Decimal::PATTERN`].
    pub(crate) fn is_form(text: &str) -> bool {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match number.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (number, None),
        };
        digits(whole) && (whole == "0" || !whole.starts_with('0')) && fraction.is_none_or(digits)
    }

    /// The number as printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<u64> for Decimal {
    fn from(number: u64) -> Self {
        Self(number.to_string().into())
    }
}

impl FromStr for Decimal {
    type Err = InvalidDecimal;

    fn from_str(text: &str) -> Result<Self, InvalidDecimal> {
        if Self::is_form(text) { Ok(Self(text.into())) } else { Err(InvalidDecimal { found: text.to_owned() }) }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decimal({})", self.0)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

struct DecimalVisitor;

impl de::Visitor<'_> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal number as text, such as \"96.27\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        text.parse().map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DecimalVisitor)
    }
}

impl JsonSchema for Decimal {
    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "minLength": 1,
            "pattern": Self::PATTERN,
            "description": "小数: a decimal number as printed, as text because a JSON number loses 99.90.",
            "examples": ["96.27", "1480"],
        })
    }
}
