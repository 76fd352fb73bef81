//! Divisions, their levels and names, as QD105 and QD106 see them.

use crate::code::DivisionCode;
use crate::codelist::{Level, division_name};

/// The level of a division; `100000` stands for the whole country.
pub(super) fn level_of(division: &DivisionCode) -> Level {
    if is_national(division) { Level::National } else { division.level().into() }
}

pub(super) fn is_national(division: &DivisionCode) -> bool {
    division.padded().as_str() == "100000000000"
}

/// A division with its name, if it is held.
pub(super) fn named(division: &DivisionCode) -> String {
    division_name(*division).map_or_else(|| division.to_string(), |name| format!("{division} {name}"))
}
