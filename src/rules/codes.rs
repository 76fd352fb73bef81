//! QD1: codes.

mod at_code;
mod body;
mod credit;
mod division;
pub(super) mod grounds;
mod qd101;
mod qd102;
mod qd103;
mod qd104;
mod qd105;
mod qd106;
mod qd107;
mod qd108;
mod qd109;
mod qd110;
mod qd111;
mod qd112;
mod qd113;
mod qd114;
mod qd115;
mod qd116;
mod qd117;
mod qd118;
mod qd119;
mod qd120;
mod spreadsheet;

use super::family::Family;
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[
    qd101::RULE,
    qd102::RULE,
    qd103::RULE,
    qd104::RULE,
    qd105::RULE,
    qd106::RULE,
    qd107::RULE,
    qd108::RULE,
    qd109::RULE,
    qd110::RULE,
    qd111::RULE,
    qd112::RULE,
    qd113::RULE,
    qd114::RULE,
    qd115::RULE,
    qd116::RULE,
    qd117::RULE,
    qd118::RULE,
    qd119::RULE,
    qd120::RULE,
];
