//! Writers: reports, figures and the law in the forms that people and programs read, one writer a file.
//!
//! Everything that came from data passes the one sanitizer (`print`) on its way out.

#[cfg(feature = "cli")]
pub mod figures;
#[cfg(feature = "cli")]
pub mod human;
mod json;
#[cfg(feature = "cli")]
pub mod law;

pub use json::write_json;
