//! QD6: services and e-licenses.

mod qd608;

use crate::rule::Rule;

/// The rules of the family, in the order of their codes.
pub(super) const RULES: &[Rule] = &[qd608::RULE];
