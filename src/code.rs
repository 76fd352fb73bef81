//! Identifier schemes: one a file, each a type that cannot hold a wrong code.
//!
//! | type | official term | source |
//! |---|---|---|
//! | [`CreditCode`] | 统一社会信用代码 | GB 32100-2015 |
//! | [`OrganizationCode`] | 组织机构代码 | GB 11714-1997 |
//! | [`DivisionCode`] | 行政区划代码 | GB/T 2260, GB/T 10114 |
//! | [`BaseCode`], [`ImplementationCode`], [`BusinessCode`] | 基本编码、实施编码、业务办理项编码 | C 0109, GB/T 39554.1-2020 |
//! | [`ItemCode`] | 事项编码 | the above and provincial schemes |
//! | [`LicenseTypeCode`], [`LicenseIdentifier`] | 电子证照类型代码、电子证照标识 | GB/T 36904-2018 |
//!
//! All behave alike:
//!
//! - `parse` (and [`FromStr`](std::str::FromStr), `TryFrom<&str>`, deserializing) is the one way in from text. It is
//!   strict: nothing is trimmed, folded to upper case or narrowed from full width, and the error says where the
//!   trouble is and what should stand there. The exception is [`ItemCode`], which *recognises* any text and judges
//!   it only when asked.
//! - `as_str`, [`Display`](std::fmt::Display) and serializing give back exactly the text that was read.
//! - `PATTERN` is the form as a regular expression, the same that the JSON Schema of the type states. A check
//!   character is what no pattern can say.
//! - Order is the order of the text.
//!
//! ```
//! use qingdan::code::{CodeProblem, CreditCode};
//!
//! let ministry = CreditCode::parse("11100000000013338W")?;
//! assert!(ministry.is_state_organ());
//! assert_eq!(ministry.organization_code().hyphenated(), "00001333-8");
//!
//! // Somebody typed a `T` for the `U`.
//! let error = CreditCode::parse("11440300007542785T").unwrap_err();
//! assert_eq!(*error.problem(), CodeProblem::Check { position: 18, expected: 'U', found: 'T' });
//! # Ok::<(), qingdan::code::CodeError>(())
//! ```

mod credit;
mod division;
mod error;
mod form;
mod item;
mod license;
mod license_type;
mod organization;

pub use credit::{CreditCategory, CreditCode, RegistrationDepartment};
pub use division::{DivisionCode, DivisionLevel, TownshipKind};
pub use error::{CodeError, CodeProblem, Expected};
pub use item::{BaseCode, BusinessCode, CodePart, ImplementationCode, ItemCode, ItemCodeScheme};
pub use license::{LicenseIdentifier, LicenseIssuer, mod_37_36};
pub use license_type::LicenseTypeCode;
pub use organization::OrganizationCode;

/// Declares a closed enum whose values have an official Chinese and an English title.
macro_rules! titled_enum {
    (
        $(#[$meta:meta])*
        $name:ident { $( $(#[$value_meta:meta])* $value:ident = $zh:literal, $en:literal; )+ }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!($zh, ": ", $en, ".")]
                $(#[doc = ""] #[$value_meta])*
                $value,
            )+
        }

        impl $name {
            /// 全部取值: all values, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// 中文名称: the Chinese title.
            #[must_use]
            pub const fn title_zh(self) -> &'static str {
                match self {
                    $(Self::$value => $zh,)+
                }
            }

            /// 英文名称: the English title.
            #[must_use]
            pub const fn title_en(self) -> &'static str {
                match self {
                    $(Self::$value => $en,)+
                }
            }
        }
    };
}
use titled_enum;

titled_enum! {
    /// 编码方案: an identifier scheme, to say which one a text fails.
    ///
    /// ```
    /// use qingdan::code::{CodeScheme, OrganizationCode};
    /// let error = OrganizationCode::parse("D21435690").unwrap_err();
    /// assert_eq!(error.scheme(), CodeScheme::OrganizationCode);
    /// assert_eq!(error.scheme().title_zh(), "组织机构代码");
    /// ```
    CodeScheme {
        CreditCode = "统一社会信用代码", "credit code";
        OrganizationCode = "组织机构代码", "organization code";
        DivisionCode = "行政区划代码", "division code";
        BaseCode = "基本编码", "base code";
        ImplementationCode = "实施编码", "implementation code";
        BusinessCode = "业务办理项编码", "business code";
        /// Of no particular scheme, as [`ItemCode`] takes them.
        ItemCode = "事项编码", "item code";
        LicenseTypeCode = "电子证照类型代码", "license type code";
        LicenseIdentifier = "电子证照标识", "license identifier";
    }
}

/// Gives a type with `parse`, `as_str` and `PATTERN` everything that all codes have in common.
///
/// `description` opens with the official Chinese term, then names the standard; it and `examples` go into the JSON
/// Schema. `expecting` completes the sentence "invalid type: integer, expected …" of deserializers.
macro_rules! code_type {
    (
        $name:ident,
        expecting: $expecting:literal,
        description: $description:literal,
        examples: [$($example:literal),+ $(,)?],
    ) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::code::CodeError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::code::CodeError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                Self::parse(text)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct TextVisitor;

                impl serde::de::Visitor<'_> for TextVisitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($expecting)
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        $name::parse(text).map_err(E::custom)
                    }
                }

                deserializer.deserialize_str(TextVisitor)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "description": $description,
                    "minLength": 1,
                    "pattern": Self::PATTERN,
                    "examples": [$($example),+],
                })
            }
        }
    };
}
use code_type;
