//! stub
use super::Family;
pub(crate) const FAMILY: Family = Family { number: 2, rules: &[], explanations: "" };
