//! QD8: editions and the superior list.

mod qd801;
mod qd802;
mod qd803;
mod qd804;
mod qd805;
mod qd806;
mod qd807;
mod qd808;
mod qd809;
mod qd810;
mod qd811;
mod qd812;
mod qd813;
mod superior_list;

use super::family::Family;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[
    qd801::RULE,
    qd802::RULE,
    qd803::RULE,
    qd804::RULE,
    qd805::RULE,
    qd806::RULE,
    qd807::RULE,
    qd808::RULE,
    qd809::RULE,
    qd810::RULE,
    qd811::RULE,
    qd812::RULE,
    qd813::RULE,
];
