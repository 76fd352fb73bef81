//! Writers: reports and figures in the forms that people and programs read, one writer a file.
//!
//! Everything that came from data passes the one sanitizer (`print`) on its way out.

#[cfg(feature = "cli")]
pub mod figures;
#[cfg(feature = "cli")]
pub mod human;
mod json;

pub use json::write_json;
