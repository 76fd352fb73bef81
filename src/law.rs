//! 法律: what the statutes say, as data that a lawyer can read and rules judge by.
//!
//! Nothing here knows how a catalog is read, judged or reported. Every cell of a table names its provision and the
//! days on which it applies; [`source`] lists the texts. A table has no answer for a day before its first.

pub mod build;
mod cell;
pub mod citation;
pub mod coercion;
pub(crate) mod days;
pub mod delegation;
pub mod execution;
pub mod facts;
pub mod fee;
pub mod license;
pub mod limit;
pub mod openings;
pub mod penalty;
pub mod rank;
pub mod region;
pub mod source;
pub mod township;

pub use cell::{Cell, Period, Permission, Provision};
