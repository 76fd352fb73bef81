//! QD3: licensing.

mod qd307;

use crate::rule::Rule;

/// The rules of the family, in the order of their codes.
pub(super) const RULES: &[Rule] = &[qd307::RULE];
