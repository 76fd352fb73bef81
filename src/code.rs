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

mod character;
mod code_type;
mod credit;
mod division;
mod error;
mod form;
mod item;
mod license;
mod license_type;
mod organization;
mod scheme;
mod titled;

pub use credit::{CreditCategory, CreditCode, RegistrationDepartment};
pub use division::{DivisionCode, DivisionLevel, TownshipKind};
pub use error::{CodeError, CodeProblem, Expected};
pub use item::{BaseCode, BusinessCode, CodePart, ImplementationCode, ItemCode, ItemCodeScheme};
pub use license::{LicenseIdentifier, LicenseIssuer, mod_37_36};
pub use license_type::LicenseTypeCode;
pub use organization::OrganizationCode;
pub use scheme::CodeScheme;

use code_type::code_type;
use titled::titled_enum;
