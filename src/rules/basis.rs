//! QD2: the legal basis.

mod coverage;
mod qd201;
mod qd202;
mod qd203;
mod qd204;
mod qd205;
mod qd206;
mod qd207;
mod qd208;
mod qd209;
mod qd210;
mod told;

use super::family::Family;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: Some(coverage::cover) };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[
    qd201::RULE,
    qd202::RULE,
    qd203::RULE,
    qd204::RULE,
    qd205::RULE,
    qd206::RULE,
    qd207::RULE,
    qd208::RULE,
    qd209::RULE,
    qd210::RULE,
];
