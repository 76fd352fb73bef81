//! The licensing and power items behind services, and how they stand on the day.

use std::collections::HashMap;

use crate::codelist::AdjustmentOperation;
use crate::facts::endings::Change;
use crate::facts::items::KnownItem;
use crate::facts::sources::SourcedService;
use crate::judged::Whole;
use crate::model::{Date, Id, Kind};
use crate::rule::Scope;

/// An item that a service names as the one for which it stands.
pub(super) struct Behind<'a> {
    pub(super) service: &'a SourcedService,
    pub(super) kind: Kind,
    pub(super) item: &'a KnownItem,
    pub(super) standing: Standing,
}

/// How an item stands on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// In force, or not known to be over.
    InForce,
    /// Its first day is still to come.
    NotBegun(Date),
    Suspended,
    /// Its last day has passed, and it was not cancelled.
    Over(Date),
    Cancelled(Cancelled),
}

/// How an item was cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cancelled {
    /// Its last day, or the first without it.
    day: Option<Day>,
    /// Whether it went on in another item, under another name, or elsewhere.
    pub(super) has_moved: bool,
    /// The adjustment that says so, by its ordinal.
    pub(super) by: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    Last(Date),
    FirstWithout(Date),
}

impl Cancelled {
    /// Since when, in words; nothing where that is not stated.
    pub(super) fn since(self) -> (String, String) {
        match self.day {
            None => (String::new(), String::new()),
            Some(Day::Last(day)) => (format!("（有效期至{}）", day.in_chinese()), format!(" (in force until {day})")),
            Some(Day::FirstWithout(day)) => (format!("（自{}起）", day.in_chinese()), format!(" (since {day})")),
        }
    }
}

/// What is known of the ends of items.
pub(super) struct Ends<'a> {
    whole: &'a Whole<'a>,
    as_of: Option<Date>,
    last_days: HashMap<u32, Date>,
    /// The change that took an item away last, by the ordinal of the item.
    taken_away: HashMap<u32, &'a Change>,
}

impl<'a> Ends<'a> {
    pub(super) fn new(scope: &Scope<'_>, whole: &'a Whole<'a>) -> Self {
        let facts = &whole.facts.endings;
        let mut changes: Vec<&Change> = facts.changes().iter().collect();
        changes.sort_by_key(|change| (change.day, change.ordinal));
        let mut taken_away = HashMap::new();
        for change in changes {
            let ordinal = |id: &Id| whole.facts.records.ordinal(change.kind, id.as_str());
            for item in change.from.iter().filter(|id| !change.to.contains(id)).filter_map(ordinal) {
                taken_away.insert(item, change);
            }
            for item in change.to.iter().filter_map(ordinal) {
                taken_away.remove(&item);
            }
        }
        let last_days = facts.last_days().iter().map(|last| (last.item, last.day)).collect();
        Self { whole, as_of: scope.as_of(), last_days, taken_away }
    }

    /// The items that services name, as far as they are in the catalog; of two items that share an id none.
    pub(super) fn behind(&self) -> impl Iterator<Item = Behind<'a>> {
        let facts = self.whole.facts;
        let mut repeated: Vec<u32> = facts.records.repeated().map(|repeated| repeated.first).collect();
        repeated.sort_unstable();
        let named = facts.sources.all().iter().flat_map(move |service| {
            facts.sources.of(service).map(move |(kind, id)| (service, kind, facts.records.ordinal(kind, id)))
        });
        named.filter_map(move |(service, kind, ordinal)| {
            let ordinal = ordinal.filter(|ordinal| repeated.binary_search(ordinal).is_err())?;
            // An item that could not be read is not among them.
            let item = facts.items.list(kind)?.item(ordinal)?;
            Some(Behind { service, kind, item, standing: self.standing(item) })
        })
    }

    /// Whether a service is offered on the day.
    pub(super) fn is_offered(&self, service: &SourcedService) -> bool {
        let is_within =
            |day: Date| service.from.is_none_or(|from| from <= day) && service.until.is_none_or(|until| day <= until);
        !service.is_suspended && self.as_of.is_none_or(is_within)
    }

    /// The services in force that an adjustment cancelled, and how.
    pub(super) fn cancelled_services(&self) -> impl Iterator<Item = (&'a KnownItem, Cancelled)> {
        let services = self.whole.facts.items.services();
        let mut taken: Vec<(u32, &'a Change)> = self.taken_away.iter().map(|(item, change)| (*item, *change)).collect();
        taken.sort_unstable_by_key(|(item, _)| *item);
        taken.into_iter().filter_map(|(ordinal, change)| {
            let item = services.item(ordinal).filter(|item| item.in_force)?;
            Some((item, self.cancelled_by(change)?))
        })
    }

    fn standing(&self, item: &KnownItem) -> Standing {
        let last = self.last_days.get(&item.ordinal).copied();
        let change = self.taken_away.get(&item.ordinal).copied();
        let has_passed = |last: Date| self.as_of.is_some_and(|day| last < day);
        if item.in_force {
            return match (change.and_then(|change| self.cancelled_by(change)), last) {
                (Some(cancelled), _) => Standing::Cancelled(cancelled),
                (None, Some(last)) if has_passed(last) => Standing::Over(last),
                _ if self.whole.facts.endings.is_suspended(item.ordinal) => Standing::Suspended,
                _ => self.first_day(item.ordinal).map_or(Standing::InForce, Standing::NotBegun),
            };
        }
        let day = match (last, change.and_then(|change| change.day)) {
            // It is to be cancelled, and until then it is in force.
            (Some(last), _) if !has_passed(last) => return Standing::InForce,
            (None, Some(first)) if !self.has_come(first) => return Standing::InForce,
            (Some(last), _) => Some(Day::Last(last)),
            (None, first) => first.map(Day::FirstWithout),
        };
        let has_moved = change.is_some_and(|change| moves(change.operation));
        Standing::Cancelled(Cancelled { day, has_moved, by: change.map(|change| change.ordinal) })
    }

    /// The first day of an item, where it is still to come.
    fn first_day(&self, item: u32) -> Option<Date> {
        let days = self.whole.facts.endings.first_days();
        let at = days.binary_search_by_key(&item, |first| first.item).ok()?;
        days.get(at).map(|first| first.day).filter(|&first| self.as_of.is_some_and(|day| day < first))
    }

    /// That a change cancels an item whose status does not say so.
    fn cancelled_by(&self, change: &Change) -> Option<Cancelled> {
        let day = change.day.filter(|&day| self.has_come(day) && change.operation == AdjustmentOperation::Cancel)?;
        Some(Cancelled { day: Some(Day::FirstWithout(day)), has_moved: false, by: Some(change.ordinal) })
    }

    fn has_come(&self, day: Date) -> bool {
        self.as_of.is_some_and(|as_of| day <= as_of)
    }
}

/// Whether what a change takes away goes on elsewhere. A license that becomes something else is a license no more.
fn moves(operation: AdjustmentOperation) -> bool {
    !matches!(operation, AdjustmentOperation::Cancel | AdjustmentOperation::ChangeType)
}
