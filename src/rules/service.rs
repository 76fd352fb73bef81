//! QD6: services and e-licenses.

mod facts;
mod qd608;

pub(crate) use facts::ServiceFacts;

use crate::rule::Rule;

/// The rules of the family, in the order of their codes.
pub(super) const RULES: &[Rule] = &[qd608::RULE];
