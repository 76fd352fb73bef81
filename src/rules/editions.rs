//! QD8: editions and the superior list.

mod qd808;
mod qd811;
mod qd813;

use super::family::Family;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[qd808::RULE, qd811::RULE, qd813::RULE];
