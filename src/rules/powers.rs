//! QD4: powers and responsibilities.

mod liberty;
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
];
