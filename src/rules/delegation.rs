//! QD5: delegation.

mod branches;
mod directory;
mod province;
mod qd501;
mod qd502;
mod qd503;
mod qd504;
mod qd505;
mod qd506;
mod qd507;
mod qd508;
mod qd509;
mod qd510;
mod qd511;
mod qd512;
mod qd513;
mod qd514;
mod qd515;
mod qd516;
mod qd518;
pub(crate) mod seen;

use super::family::Family;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[
    qd501::RULE,
    qd502::RULE,
    qd503::RULE,
    qd504::RULE,
    qd505::RULE,
    qd506::RULE,
    qd507::RULE,
    qd508::RULE,
    qd509::RULE,
    qd510::RULE,
    qd511::RULE,
    qd512::RULE,
    qd513::RULE,
    qd514::RULE,
    qd515::RULE,
    qd516::RULE,
    qd518::RULE,
];
