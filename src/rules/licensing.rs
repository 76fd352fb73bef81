//! QD3: licensing.

mod authorizing;
mod fee_source;
mod institution;
mod long_limits;
mod qd301;
mod qd302;
mod qd303;
mod qd304;
mod qd305;
mod qd306;
mod qd307;
mod qd308;
mod qd309;
mod qd310;
mod rests_on;

use super::family::Family;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[
    qd301::RULE,
    qd302::RULE,
    qd303::RULE,
    qd304::RULE,
    qd305::RULE,
    qd306::RULE,
    qd307::RULE,
    qd308::RULE,
    qd309::RULE,
    qd310::RULE,
];
