//! Limits that are longer than a statute gives, and what provides otherwise.

use crate::codelist::{LegalRank, TimeUnit};
use crate::judged::AmongAll;
use crate::judged::basis::Reach;
use crate::law::Permission;
use crate::law::days::most_working_days;
use crate::law::limit::StatutoryLimit;
use crate::model::{Citation, TimeLimit};
use crate::rule::Scope;

/// How far a limit goes beyond the calendar days that a statute gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    /// The number alone is larger, whichever days are meant.
    Surely,
    /// It is no larger, and so many working days take more calendar days than the statute gives.
    ByWorkingDays,
}

/// How far a limit goes beyond one of calendar days; none where it may not. A plain 日 is a calendar day here: 行政处罚法
/// §85 and 行政强制法 §69 count only short periods in working days.
pub(super) fn over(limit: &TimeLimit, statutory: &StatutoryLimit) -> Option<Over> {
    let (amount, given) = (u32::from(limit.amount.get()), u32::from(statutory.amount.get()));
    let is_over = match limit.unit {
        TimeUnit::WorkingDay | TimeUnit::CalendarDay | TimeUnit::Day => amount > given,
        TimeUnit::Hour => amount > given.saturating_mul(24),
        // No month has fewer days.
        TimeUnit::Month => amount.saturating_mul(28) > given,
    };
    if is_over {
        return Some(Over::Surely);
    }
    let held = TimeLimit::new(statutory.amount.get(), statutory.unit).map_or(given, |limit| most_working_days(&limit));
    (limit.unit == TimeUnit::WorkingDay && amount > held).then_some(Over::ByWorkingDays)
}

/// What a limit stands on that is longer than the statute gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// On what may provide otherwise, or on what nobody knows.
    MaySuffice,
    /// On instruments that may not.
    Below,
    /// On the very statute from which it differs.
    Itself,
    /// On nothing that is cited.
    None,
}

/// What a limit stands on, by its own citations.
pub(super) fn ground(basis: &[Citation], statutory: &StatutoryLimit, scope: &Scope<'_>, all: &AmongAll<'_>) -> Ground {
    let day = scope.as_of().or_else(|| statutory.period.from.parse().ok());
    let may_differ = |rank: LegalRank| {
        let cell = day.and_then(|day| statutory.may_differ(rank, day));
        cell.is_none_or(|cell| cell.verdict != Permission::Forbidden)
    };
    // What provides otherwise is another law than the one that gives the limit.
    match all.basis(basis).without(statutory.citation.document).reach(may_differ) {
        Reach::Suffices | Reach::Unknown => Ground::MaySuffice,
        Reach::Below => Ground::Below,
        Reach::NoneCited if basis.is_empty() => Ground::None,
        Reach::NoneCited => Ground::Itself,
    }
}
