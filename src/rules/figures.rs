//! QD7: published figures.

mod qd701;
mod qd702;
mod qd703;
mod qd704;
mod qd705;
mod qd706;
mod qd707;
mod recounts;

use super::family::Family;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[qd701::RULE, qd702::RULE, qd703::RULE, qd704::RULE, qd705::RULE, qd706::RULE, qd707::RULE];
