//! Code lists: the closed and open vocabularies of records.
//!
//! Each value has its wire name (the English standard term, `snake_case`), its official Chinese title and, where a
//! standard numbers it, the national number *with its scheme*: numberings conflict between systems, so a bare number
//! is never parsed. A *closed* list is an enum, and an unknown value is a fault of shape that names the allowed
//! ones. An *open* list keeps unknown text and writes it back.

use std::fmt;

mod body;
mod divisions;
mod item;
mod law;
mod license;
mod procedure;
mod service;
mod statistics;

pub use body::{AuthorityRole, BodyNature, DelegationMode, EvaluationOutcome, Level, OrganizationKind, PowerSource};
pub(crate) use divisions::division_at_start;
pub use divisions::{DIVISIONS_CUT_OFF, division_name, divisions_named};
pub use item::{
    AdjustmentOperation, CoercionKind, Initiation, ItemLevel, ItemStatus, ItemType, JointHandlingKind, LicenseClass,
    PenaltyKind, RemedyKind,
};
pub use law::{InstrumentStatus, LegalRank, ReviewOutcome};
pub use license::{LicenseStatus, LinkState, SubstitutionMode};
pub use procedure::{SpecialProcedureKind, Stage, TimeUnit};
pub use service::{
    Audience, Channel, FeeKind, Handling, MaterialForm, MaterialKind, MaterialNecessity, MaterialOrigin, OnlineDepth,
    ResultKind,
};
pub use statistics::{CountingUnit, FigureUnit, Measure, Metric};

/// The text is no value of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not in the list {list}; allowed: {}", crate::print::excerpt(.found), .allowed.join(", "))]
#[non_exhaustive]
pub struct UnknownValue {
    /// The name of the list.
    pub list: &'static str,
    /// The text found.
    pub found: String,
    /// The wire names of the list.
    pub allowed: &'static [&'static str],
}

/// Reads a wire name; only strings are taken (a derived enum would also take a map).
pub(crate) struct ListVisitor<T> {
    pub(crate) expecting: &'static str,
    pub(crate) parse: fn(&str) -> Option<T>,
    pub(crate) allowed: &'static [&'static str],
}

impl<T> serde::de::Visitor<'_> for ListVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).ok_or_else(|| E::unknown_variant(text, self.allowed))
    }
}

/// 封闭代码表: a list whose values are all known, each with its wire name and its official Chinese title.
///
/// ```
/// use qingdan::codelist::{ClosedList, ItemStatus};
/// fn titles<T: ClosedList>() -> Vec<&'static str> {
///     T::VALUES.iter().map(|value| value.official_title()).collect()
/// }
/// assert_eq!(titles::<ItemStatus>(), ["在用", "暂停", "取消"]);
/// ```
pub trait ClosedList: Copy + Eq + 'static {
    /// 全部取值: all values, in the order of the list.
    const VALUES: &'static [Self];

    /// 取值: the wire name, what JSON holds.
    fn wire_name(self) -> &'static str;

    /// 中文名称: the official Chinese title.
    fn official_title(self) -> &'static str;
}

/// Declares a closed list: an enum whose values have a wire name and an official Chinese title.
macro_rules! closed_list {
    (
        $(#[doc = $doc:expr])+
        $name:ident {
            $( $(#[doc = $value_doc:expr])* $(#[cfg($($cfg:tt)+)])? $value:ident = $wire:literal, $zh:literal; )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!($zh, ": `", $wire, "`.")]
                $(#[doc = ""] #[doc = $value_doc])*
                $(#[cfg($($cfg)+)])?
                $value,
            )+
        }

        impl $name {
            /// All values, in the order of the list.
            pub const ALL: &'static [Self] = &[$($(#[cfg($($cfg)+)])? Self::$value),+];
            /// The wire names, in the order of the list.
            pub const NAMES: &'static [&'static str] = &[$($(#[cfg($($cfg)+)])? $wire),+];

            /// The wire name: what JSON holds.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $($(#[cfg($($cfg)+)])? Self::$value => $wire,)+
                }
            }

            /// The official Chinese title.
            #[must_use]
            pub fn title_zh(self) -> &'static str {
                match self {
                    $($(#[cfg($($cfg)+)])? Self::$value => $zh,)+
                }
            }

            fn from_wire(text: &str) -> Option<Self> {
                match text {
                    $($(#[cfg($($cfg)+)])? $wire => Some(Self::$value),)+
                    _ => None,
                }
            }

            /// The titles by the wire names, for the schema.
            fn titles() -> serde_json::Map<String, serde_json::Value> {
                Self::ALL.iter().map(|value| (value.as_str().to_owned(), value.title_zh().into())).collect()
            }
        }

        impl $crate::codelist::ClosedList for $name {
            const VALUES: &'static [Self] = Self::ALL;

            fn wire_name(self) -> &'static str {
                self.as_str()
            }

            fn official_title(self) -> &'static str {
                self.title_zh()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::codelist::UnknownValue;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::from_wire(text).ok_or_else(|| $crate::codelist::UnknownValue {
                    list: stringify!($name),
                    found: text.to_owned(),
                    allowed: Self::NAMES,
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::codelist::ListVisitor {
                    expecting: concat!("a value of the list ", stringify!($name)),
                    parse: Self::from_wire,
                    allowed: Self::NAMES,
                })
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "description": concat!($($doc, "\n"),+).trim(),
                    "enum": Self::NAMES,
                    "x-enum-titles": Self::titles(),
                })
            }
        }
    };
}
pub(crate) use closed_list;

/// Declares an open list: known values as above, and any other text kept as written.
macro_rules! open_list {
    (
        $(#[doc = $doc:expr])+
        $name:ident { $( $(#[doc = $value_doc:expr])* $value:ident = $wire:literal, $zh:literal; )+ }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!($zh, ": `", $wire, "`.")]
                $(#[doc = ""] #[doc = $value_doc])*
                $value,
            )+
            /// A value that this version does not know, as written.
            Other($crate::text::Text),
        }

        impl $name {
            /// The wire names of the known values, in the order of the list.
            pub const NAMES: &'static [&'static str] = &[$($wire),+];

            /// The wire name, or the text as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$value => $wire,)+
                    Self::Other(text) => text.as_str(),
                }
            }

            /// The official Chinese title of a known value.
            #[must_use]
            pub fn title_zh(&self) -> Option<&'static str> {
                match self {
                    $(Self::$value => Some($zh),)+
                    Self::Other(_) => None,
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl From<$crate::text::Text> for $name {
            fn from(text: $crate::text::Text) -> Self {
                match text.as_str() {
                    $($wire => Self::$value,)+
                    _ => Self::Other(text),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Other(text) => serde::Serialize::serialize(text, serializer),
                    known => serializer.serialize_str(known.as_str()),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <$crate::text::Text as serde::Deserialize>::deserialize(deserializer).map(Self::from)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "minLength": 1,
                    "description": concat!($($doc, "\n"),+).trim(),
                    "examples": [$($wire),+],
                    "x-enum-titles": { $($wire: $zh),+ },
                })
            }
        }
    };
}
pub(crate) use open_list;
