//! QD3: licensing.

mod authorizing;
mod entrusted_licenses;
mod fee_source;
mod institution;
mod licensing_law;
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
mod qd311;
mod qd312;
mod qd313;
mod qd314;
mod qd315;
mod qd316;
mod qd317;
mod qd318;
mod qd319;
mod qd320;
mod qd321;
mod qd322;
mod qd323;
mod qd324;
mod qd325;
mod qd326;
mod qd327;
mod qd328;
mod qd329;
mod qd330;
mod qd331;
mod qd332;
mod ranks;
mod rests_on;
mod special_steps;
mod stage_limits;
mod ties;

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
    qd311::RULE,
    qd312::RULE,
    qd313::RULE,
    qd314::RULE,
    qd315::RULE,
    qd316::RULE,
    qd317::RULE,
    qd318::RULE,
    qd319::RULE,
    qd320::RULE,
    qd321::RULE,
    qd322::RULE,
    qd323::RULE,
    qd324::RULE,
    qd325::RULE,
    qd326::RULE,
    qd327::RULE,
    qd328::RULE,
    qd329::RULE,
    qd330::RULE,
    qd331::RULE,
    qd332::RULE,
];
