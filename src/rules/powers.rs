//! QD4: powers and responsibilities.

mod exercising;
mod limits;
mod qd410;
mod qd411;
mod qd412;
mod qd413;
mod qd414;
mod qd415;
mod qd416;
mod qd418;

use super::family::Family;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] =
    &[qd410::RULE, qd411::RULE, qd412::RULE, qd413::RULE, qd414::RULE, qd415::RULE, qd416::RULE, qd418::RULE];
