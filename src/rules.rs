//! The rules: each in a file of its own, a folder a family, with its page beside it.
//!
//! A rule that is announced and not built yet stands in `planned.rs`, so that no verdict can forget it.

use crate::finding::{Finding, RuleCode};
use crate::judged::Whole;
use crate::lang::Lang;
use crate::report::Coverage;
use crate::rule::Rule;

mod basis;
mod cited_ranks;
mod codes;
mod delegation;
mod editions;
mod empty_column;
mod family;
mod figures;
mod grounds;
mod licensing;
mod planned;
mod powers;
pub(crate) mod reading;
mod service;
pub(crate) mod upkeep;

pub use family::FAMILY_TITLES;
use family::Family;
pub use planned::{PLANNED, PlannedRule};

/// The families, in the order of their codes.
const FAMILIES: &[Family] = &[
    reading::FAMILY,
    codes::FAMILY,
    basis::FAMILY,
    licensing::FAMILY,
    powers::FAMILY,
    delegation::FAMILY,
    service::FAMILY,
    figures::FAMILY,
    editions::FAMILY,
    upkeep::FAMILY,
];

/// All rules of this version, in the order of their codes.
///
/// ```
/// let errors = qingdan::rules::all().filter(|rule| rule.severity == qingdan::Severity::Error);
/// assert!(errors.count() > 10);
/// ```
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.rules)
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

/// Adds to the coverage what the families tell of the whole.
pub(crate) fn cover(whole: &Whole<'_>, runs: &dyn Fn(RuleCode) -> bool, coverage: &mut Coverage) {
    for cover in FAMILIES.iter().filter_map(|family| family.cover) {
        cover(whole, runs, coverage);
    }
}

impl Finding {
    /// What to do: its own help, else that of its rule.
    #[must_use]
    pub fn help(&self, lang: Lang) -> &str {
        let of_rule = || find(self.code).map_or("", |rule| rule.help.text(lang));
        self.help.as_ref().map_or_else(of_rule, |help| help.text(lang))
    }
}
