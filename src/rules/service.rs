//! QD6: services and e-licenses.

mod bundled;
mod qd608;
mod qd615;
mod qd616;
mod qd617;
mod qd618;

use super::family::Family;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[qd608::RULE, qd615::RULE, qd616::RULE, qd617::RULE, qd618::RULE];
