//! QD3: licensing.

mod qd307;
mod qd312;
mod qd317;
mod qd318;
mod qd332;
mod ties;

use super::family::Family;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[
    qd307::RULE,
    qd312::RULE,
    qd317::RULE,
    qd318::RULE,
    qd332::RULE,
];
