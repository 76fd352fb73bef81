//! Reading citations in the spellings of real lists.

mod cells;
mod damaged;
mod laws;
mod printed;
mod spellings;
