//! QD6: services and e-licenses. One file a subject; what all have in common stands here.

mod facts;
mod link;

pub(crate) use facts::ServiceFacts;

use super::{Family, Rule};

/// The family QD6.
pub(crate) const FAMILY: Family = Family { rules: RULES, explanations: include_str!("service.md") };

const RULES: &[Rule] = &[link::QD608];
