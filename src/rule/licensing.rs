//! stub
use super::Family;
pub(crate) const FAMILY: Family = Family { number: 3, rules: &[], explanations: "" };
