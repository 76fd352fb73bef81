//! Reading citations in the spellings of real lists.

mod cells;
mod laws;
mod printed;
mod spellings;
