//! QD4: powers and responsibilities.

mod exercising;
mod liberty;
mod limits;
mod norms;
mod qd401;
mod qd402;
mod qd403;
mod qd404;
mod qd405;
mod qd406;
mod qd407;
mod qd408;
mod qd409;
mod qd410;
mod qd411;
mod qd412;
mod qd413;
mod qd414;
mod qd415;
mod qd416;
mod qd417;
mod qd418;
mod stages;
mod stated;
mod unfilled;

use super::family::Family;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[
    qd401::RULE,
    qd402::RULE,
    qd403::RULE,
    qd404::RULE,
    qd405::RULE,
    qd406::RULE,
    qd407::RULE,
    qd408::RULE,
    qd409::RULE,
    qd410::RULE,
    qd411::RULE,
    qd412::RULE,
    qd413::RULE,
    qd414::RULE,
    qd415::RULE,
    qd416::RULE,
    qd417::RULE,
    qd418::RULE,
];
