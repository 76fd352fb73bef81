//! The rules: each in a file of its own, a folder a family, with its page beside it.
//!
//! A rule that is announced and not built yet stands in `planned.rs`, so that no verdict can forget it.

use crate::finding::RuleCode;
use crate::rule::Rule;

mod basis;
mod codes;
mod family;
mod figures;
mod index;
mod interner;
mod licensing;
mod planned;
pub(crate) mod reading;
mod service;

pub(crate) use basis::{JUDGING_INSTRUMENTS, RENUMBERED};
pub use family::FAMILY_TITLES;
pub(crate) use index::{Index, RecordFacts};
pub(crate) use interner::Interner;
pub use planned::{PLANNED, PlannedRule};

/// The rules of each family, in the order of their codes.
const FAMILIES: &[&[Rule]] =
    &[reading::RULES, codes::RULES, basis::RULES, licensing::RULES, service::RULES, figures::RULES];

/// All rules of this version, in the order of their codes.
///
/// ```
/// let errors = qingdan::rules::all().filter(|rule| rule.severity == qingdan::Severity::Error);
/// assert!(errors.count() > 10);
/// ```
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().copied().flatten()
}

/// The rules that are announced and that this version does not have, but for those that wait for an input.
pub(crate) fn not_built() -> impl Iterator<Item = &'static PlannedRule> {
    PLANNED.iter().filter(|planned| planned.waits_for.is_none())
}

/// The rule with this code, if this version has it.
#[must_use]
pub fn find(code: RuleCode) -> Option<&'static Rule> {
    all().find(|rule| rule.code == code)
}
