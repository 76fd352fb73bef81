//! QD0: reading. Most of these are found by the reader and turned into findings here; the last look at texts.

mod damage;
mod fault;
mod grounds;
mod meant;
mod qd001;
mod qd002;
mod qd003;
mod qd004;
mod qd005;
mod qd006;
mod qd007;
mod qd008;
mod qd009;
mod qd010;
mod qd011;
mod qd012;
mod strange;
mod unread;
mod unread_row;
mod words;

pub(crate) use fault::{
    Unread, is_unreadable, report_all, report_header, report_mark, report_refused, report_version, rule_of_class,
};
pub(crate) use unread_row::{UnreadRow, report_row};

use super::family::Family;
use crate::finding::{Finding, RuleCode};
use crate::rule::Rule;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[
    qd001::RULE,
    qd002::RULE,
    qd003::RULE,
    qd004::RULE,
    qd005::RULE,
    qd006::RULE,
    qd007::RULE,
    qd008::RULE,
    qd009::RULE,
    qd010::RULE,
    qd011::RULE,
    qd012::RULE,
];

/// QD001 to QD008: what keeps a record, or the whole, from being read as it stands, and unknown fields.
pub(crate) const OF_FORM: [RuleCode; 8] = [
    RuleCode::new(1),
    RuleCode::new(2),
    RuleCode::new(3),
    RuleCode::new(4),
    RuleCode::new(5),
    RuleCode::new(6),
    RuleCode::new(7),
    RuleCode::new(8),
];

/// Whether a finding keeps a file, or a record that is not named, from being read: behind it others may be hidden.
pub(crate) fn hides_others(finding: &Finding) -> bool {
    let ends_reading = matches!(finding.code.number(), 1 | 2 | 4 | 7) && !finding.code.is_own();
    let is_unknown_field = finding.code == RuleCode::new(6);
    ends_reading || (OF_FORM.contains(&finding.code) && !is_unknown_field && finding.record.is_none())
}

/// QD007, which ends everything else.
pub(crate) const SCHEMA_VERSION: RuleCode = RuleCode::new(7);

fn rule_of(number: u16) -> &'static Rule {
    let index = usize::from(number).saturating_sub(1);
    #[expect(
        clippy::indexing_slicing,
        reason = "the rules of this family are numbered from 1 without gaps, and there is a first"
    )]
    RULES.get(index).unwrap_or(&RULES[0])
}
