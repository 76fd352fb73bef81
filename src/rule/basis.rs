//! QD2: the legal basis.

use super::{Family, Rule};
use crate::finding::RuleCode;

mod article;
mod beyond;
mod cited;
mod dates;
mod examples;
mod expired;
mod facts;
mod judged;
mod misnamed;
mod missing;
mod printed;
mod rank;
mod renumbered;
mod repealed;
mod repeated;
mod said;
mod unread;

pub(crate) use dates::DateFacts;
pub(crate) use facts::BasisFacts;

/// The rules that judge by what is known of the instruments cited.
pub(crate) const JUDGING_INSTRUMENTS: &[RuleCode] =
    &[RuleCode::new(203), RuleCode::new(204), RuleCode::new(205), RuleCode::new(209), RuleCode::new(210)];

/// The rule that asks for what is printed under citations.
pub(crate) const RENUMBERED: RuleCode = renumbered::QD210.code;

/// The family QD2.
pub(crate) const FAMILY: Family = Family { rules: RULES, explanations: include_str!("basis.md") };

const RULES: &[Rule] = &[
    missing::QD201,
    article::QD202,
    repealed::QD203,
    beyond::QD204,
    rank::QD205,
    repeated::QD206,
    dates::QD207,
    expired::QD208,
    misnamed::QD209,
    renumbered::QD210,
];
