//! QD6: services and e-licenses.

mod behind;
mod bundled;
mod qd601;
mod qd602;
mod qd603;
mod qd604;
mod qd605;
mod qd606;
mod qd607;
mod qd608;
mod qd609;
mod qd610;
mod qd611;
mod qd612;
mod qd613;
mod qd614;
mod qd615;
mod qd616;
mod qd617;
mod qd618;
mod qd619;

use super::family::Family;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[
    qd601::RULE,
    qd602::RULE,
    qd603::RULE,
    qd604::RULE,
    qd605::RULE,
    qd606::RULE,
    qd607::RULE,
    qd608::RULE,
    qd609::RULE,
    qd610::RULE,
    qd611::RULE,
    qd612::RULE,
    qd613::RULE,
    qd614::RULE,
    qd615::RULE,
    qd616::RULE,
    qd617::RULE,
    qd618::RULE,
    qd619::RULE,
];
