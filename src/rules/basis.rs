//! QD2: the legal basis.

mod cited;
mod facts;
mod judged;
mod printed;
mod qd201;
mod qd202;
mod qd203;
mod qd204;
mod qd205;
mod qd206;
mod qd207;
mod qd208;
mod qd209;
mod qd210;
mod said;
mod unread;

pub(crate) use facts::BasisFacts;
pub(crate) use qd207::DateFacts;

use crate::finding::RuleCode;
use crate::rule::Rule;

/// The rules of the family, in the order of their codes.
pub(super) const RULES: &[Rule] = &[
    qd201::RULE,
    qd202::RULE,
    qd203::RULE,
    qd204::RULE,
    qd205::RULE,
    qd206::RULE,
    qd207::RULE,
    qd208::RULE,
    qd209::RULE,
    qd210::RULE,
];

/// The rules that judge by what is known of the instruments cited.
pub(crate) const JUDGING_INSTRUMENTS: &[RuleCode] =
    &[RuleCode::new(203), RuleCode::new(204), RuleCode::new(205), RuleCode::new(209), RuleCode::new(210)];

/// The rule that asks for what is printed under citations.
pub(crate) const RENUMBERED: RuleCode = qd210::RULE.code;
