//! 法律: what the statutes say, as data that a lawyer can read and rules judge by.
//!
//! Nothing here knows how a catalog is read, judged or reported.

pub mod facts;
pub mod rank;
