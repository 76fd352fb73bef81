//! Limits of licenses that are longer than 行政许可法 lets them be, as bounds: the library knows no calendar of holidays.

use crate::codelist::{AuthorityRole, TimeUnit};
use crate::judged::basis::{Basis, Norm};
use crate::law::days::fewest_working_days;
use crate::law::limit::StatutoryLimit;
use crate::model::{Item, Pointer, TimeLimit};
use crate::rule::Scope;
use crate::rules::licensing::licensing_law::is_licensing_law;

/// How sure it is that a limit is longer than so many working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Excess {
    Certain,
    /// So many calendar days hold more working days where no holiday falls into them.
    Possible,
}

/// Whether a limit is longer than what the statute allows, which it counts in working days. A plain 日 counts as one.
pub(super) fn excess(limit: &TimeLimit, allowed: &StatutoryLimit) -> Option<Excess> {
    let (amount, allowed) = (u32::from(limit.amount.get()), u32::from(allowed.amount.get()));
    match limit.unit {
        TimeUnit::WorkingDay | TimeUnit::Day => (amount > allowed).then_some(Excess::Certain),
        _ if fewest_working_days(limit) > allowed => Some(Excess::Certain),
        TimeUnit::CalendarDay if amount.saturating_mul(5) > allowed.saturating_mul(7) => Some(Excess::Possible),
        TimeUnit::CalendarDay | TimeUnit::Hour | TimeUnit::Month => None,
    }
}

/// The statutory limits of an item, the member in which they stand and its path in the catalog. A list of powers has one
/// column of limits.
pub(super) fn limits_of(item: Item<'_>) -> (&'static str, &'static str, &[TimeLimit]) {
    match item {
        Item::Licensing(item) => ("statutory_limits", "licensing_items.statutory_limits.basis", &item.statutory_limits),
        Item::Power(item) => ("limits", "power_items.limits.basis", &item.limits),
        Item::Service(item) => ("statutory_limits", "service_items.statutory_limits.basis", &item.statutory_limits),
    }
}

/// Whether the source says on what the statutory limits of the list rest.
pub(super) fn holds_limit_basis(scope: &Scope<'_>, item: Item<'_>) -> bool {
    scope.holds(limits_of(item).1)
}

/// Whether several bodies handle the license together, so that the limits of 行政许可法 §42 ¶2 hold.
pub(super) fn is_joint(item: Item<'_>) -> bool {
    let is_joint = matches!(item, Item::Licensing(item) if item.joint_handling.is_some());
    is_joint || item.authorities().iter().any(|authority| authority.role == AuthorityRole::Joint)
}

/// The norms that may provide otherwise than 行政许可法: all but itself.
pub(super) fn other_norms(basis: &Basis) -> impl Iterator<Item = &Norm> {
    basis.norms().iter().filter(|norm| !is_licensing_law(norm))
}

/// Where the amount of a limit stands.
pub(super) fn amount_at(list: &str, index: usize) -> Pointer {
    of_limit(list, index, "amount")
}

/// Where a member of a limit stands.
pub(super) fn of_limit(list: &str, index: usize, member: &str) -> Pointer {
    Pointer::element(list, index).below(member)
}
