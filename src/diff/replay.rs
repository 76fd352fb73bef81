//! 调整记录回放: whether the adjustments recorded since the old edition lead to the new one.
//!
//! Adjustments hold which items they put into a list, take out of it or change, and not what an item says. So what is
//! replayed is which items are in force, in the order of their days; and of what an adjustment says it changed, whether
//! that is another than before.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::delegated::Delegated;
use super::list::UnmetCause;
use super::log::{day_of, recorded_in};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codelist::AdjustmentOperation;
use crate::model::{Adjustment, Catalog, Date, Id, Item, ItemRef, Kind, Record as _, Written};

/// 未落实的调整记录: an adjustment whose effect is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct UnmetAdjustment {
    /// 调整记录: its id.
    pub adjustment: Id,
    /// 调整方式: what it says was done.
    pub operation: AdjustmentOperation,
    /// 未落实原因: why its effect is not there.
    pub cause: UnmetCause,
    /// 事项: the items of which that is so.
    pub items: Vec<Id>,
}

/// The adjustments recorded since the old edition whose effect is not there, in the order of the log.
pub(super) fn unmet(old: &Catalog, new: &Catalog, delegated: &Delegated<'_>) -> Vec<UnmetAdjustment> {
    let log = log(old, new);
    let mut replay = Replay {
        old,
        new,
        delegated,
        present: BTreeMap::new(),
        origin: HashMap::new(),
        facets: Vec::new(),
        met_not: Vec::new(),
    };
    for (at, adjustment) in log.iter().enumerate() {
        replay.apply(at, adjustment);
    }
    replay.compare();
    let mut unmet: BTreeMap<(usize, UnmetCause), Vec<Id>> = BTreeMap::new();
    for (at, cause, id) in replay.met_not {
        unmet.entry((at, cause)).or_default().push(id.clone());
    }
    let told = unmet.into_iter().filter_map(|((at, cause), items)| {
        let adjustment = log.get(at)?;
        let (id, operation) = (adjustment.id().clone(), adjustment.operation);
        Some(UnmetAdjustment { adjustment: id, operation, cause, items })
    });
    told.collect()
}

/// The adjustments that lie between the two editions, in the order of their days, those without a day where they stand.
///
/// Those that the old edition records itself, or that hold since its own day or before, are in it already; those that hold
/// from a day after the new edition are not in it yet.
fn log<'a>(old: &'a Catalog, new: &'a Catalog) -> Vec<&'a Adjustment> {
    let first = day_of(old.header.edition.as_ref());
    let last = day_of(new.header.edition.as_ref());
    let lies_between = |adjustment: &&Adjustment| {
        let day = effective(adjustment);
        let is_of_old = day.zip(first).is_some_and(|(day, first)| day <= first);
        let is_to_come = day.zip(last).is_some_and(|(day, last)| day > last);
        !is_of_old && !is_to_come
    };
    let mut log: Vec<&Adjustment> = recorded_in(new, old).filter(lies_between).collect();
    // What states no day keeps its place behind the one before it.
    let mut latest = None;
    let mut days: HashMap<&str, Option<Date>> = HashMap::new();
    for adjustment in &log {
        latest = effective(adjustment).or(latest);
        days.insert(adjustment.id().as_str(), latest);
    }
    log.sort_by_key(|adjustment| days.get(adjustment.id().as_str()).copied().flatten());
    log
}

/// The day from which an adjustment holds; of the days that it states the one nearest to that.
fn effective(adjustment: &Adjustment) -> Option<Date> {
    let days = [&adjustment.effective_on, &adjustment.published_on, &adjustment.decided_on];
    days.into_iter().flatten().find_map(Written::value)
}

/// What an adjustment says that it changed of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Facet {
    Name,
    Basis,
    Type,
    Body,
    /// Where it is exercised: gone from the list, or by another level or body, or by delegation.
    Place,
}

/// An adjustment of an item that is to be another than before.
struct Changed<'a> {
    at: usize,
    facet: Facet,
    before: &'a Id,
    after: &'a Id,
    kind: Kind,
}

/// The list while the log is replayed.
struct Replay<'a> {
    old: &'a Catalog,
    new: &'a Catalog,
    delegated: &'a Delegated<'a>,
    /// Whether an item that the log names is in force after it, and which adjustment said so last.
    present: BTreeMap<(Kind, &'a Id), (bool, usize)>,
    /// The item of the old edition that an item goes back to.
    origin: HashMap<(Kind, &'a Id), &'a Id>,
    facets: Vec<Changed<'a>>,
    met_not: Vec<(usize, UnmetCause, &'a Id)>,
}

impl<'a> Replay<'a> {
    fn apply(&mut self, at: usize, adjustment: &'a Adjustment) {
        use AdjustmentOperation::{
            Add, Cancel, ChangeBasis, ChangeBody, ChangeType, Devolve, Entrust, Merge, Rename, Split, TakeBack,
            TakeOver,
        };
        let kind = adjustment.item_kind;
        match adjustment.operation {
            Add | TakeOver => {
                for id in adjustment.to.iter().map(ItemRef::id) {
                    if adjustment.operation == Add && self.is_there(kind, id) {
                        self.met_not.push((at, UnmetCause::ThereBefore, id));
                    }
                    self.put(at, kind, id, true);
                }
            }
            Cancel => self.take_out(at, kind, &adjustment.from, &[]),
            Merge | Split => {
                self.take_out(at, kind, &adjustment.from, &adjustment.to);
                for id in adjustment.to.iter().map(ItemRef::id) {
                    self.put(at, kind, id, true);
                }
            }
            Devolve | Entrust => {
                let items = first_named(&adjustment.from, &adjustment.to);
                for id in items.iter().map(ItemRef::id) {
                    if !self.is_there(kind, id) {
                        self.met_not.push((at, UnmetCause::NotBefore, id));
                    }
                }
                self.move_place(at, kind, items);
            }
            TakeBack => self.move_place(at, kind, first_named(&adjustment.to, &adjustment.from)),
            Rename => self.change(at, adjustment, Facet::Name),
            ChangeBasis => self.change(at, adjustment, Facet::Basis),
            ChangeType => self.change(at, adjustment, Facet::Type),
            ChangeBody => self.change(at, adjustment, Facet::Body),
        }
    }

    /// Whether an item is in force at this point of the log.
    fn is_there(&self, kind: Kind, id: &Id) -> bool {
        let said = self.present.get(&(kind, id)).map(|&(is_there, _)| is_there);
        said.unwrap_or_else(|| item(self.old, kind, id).is_some_and(Item::in_force))
    }

    fn put(&mut self, at: usize, kind: Kind, id: &'a Id, is_there: bool) {
        self.present.insert((kind, id), (is_there, at));
    }

    /// Takes items out, but for those that stay by the same adjustment.
    fn take_out(&mut self, at: usize, kind: Kind, from: &'a [ItemRef], to: &'a [ItemRef]) {
        let stay: HashSet<&Id> = to.iter().map(ItemRef::id).collect();
        for id in from.iter().map(ItemRef::id) {
            if !self.is_there(kind, id) {
                self.met_not.push((at, UnmetCause::NotBefore, id));
            }
            if !stay.contains(id) {
                self.put(at, kind, id, false);
            }
        }
    }

    fn move_place(&mut self, at: usize, kind: Kind, items: &'a [ItemRef]) {
        for id in items.iter().map(ItemRef::id) {
            self.facets.push(Changed { at, facet: Facet::Place, before: id, after: id, kind });
        }
    }

    /// Changes something of items. Where both sides are named, an item may go on under another id.
    fn change(&mut self, at: usize, adjustment: &'a Adjustment, facet: Facet) {
        let kind = adjustment.item_kind;
        let (from, to) = (first_named(&adjustment.from, &adjustment.to), first_named(&adjustment.to, &adjustment.from));
        self.take_out(at, kind, from, to);
        for id in to.iter().map(ItemRef::id) {
            self.put(at, kind, id, true);
        }
        // Which of several became which is not said unless they are as many.
        if from.len() != to.len() {
            return;
        }
        let pairs: Vec<_> = from.iter().map(ItemRef::id).zip(to.iter().map(ItemRef::id)).collect();
        for (before, after) in pairs {
            let before = self.origin.get(&(kind, before)).copied().unwrap_or(before);
            self.origin.insert((kind, after), before);
            self.facets.push(Changed { at, facet, before, after, kind });
        }
    }

    /// Compares what the log leads to with the new edition.
    fn compare(&mut self) {
        for (&(kind, id), &(is_there, at)) in &self.present {
            let is_in_force = of_any_list(self.new, kind, id).is_some_and(Item::in_force);
            match (is_there, is_in_force) {
                (true, false) => self.met_not.push((at, UnmetCause::NotThere, id)),
                (false, true) if item(self.new, kind, id).is_some_and(Item::in_force) => {
                    self.met_not.push((at, UnmetCause::StillInForce, id));
                }
                _ => {}
            }
        }
        // What was changed twice may be what it was.
        let mut times: HashMap<(Kind, &Id, Facet), usize> = HashMap::new();
        for changed in &self.facets {
            let times = times.entry((changed.kind, changed.after, changed.facet)).or_default();
            *times = times.saturating_add(1);
        }
        for Changed { at, facet, before, after, kind } in &self.facets {
            let is_once = times.get(&(*kind, *after, *facet)) == Some(&1);
            let (one, other) = (item(self.old, *kind, before), of_any_list(self.new, *kind, after));
            let Some((one, other)) =
                one.zip(other).filter(|(one, other)| is_once && one.in_force() && other.in_force())
            else {
                continue;
            };
            let is_same = match facet {
                Facet::Place => {
                    is_same(one, other, Facet::Body)
                        && one.levels() == other.levels()
                        && self.delegated.is_same(before, after)
                }
                _ => is_same(one, other, *facet),
            };
            if is_same {
                self.met_not.push((*at, UnmetCause::Unchanged, after));
            }
        }
    }
}

/// The items of one side of an adjustment, or of the other where it names none.
fn first_named<'a>(wanted: &'a [ItemRef], other: &'a [ItemRef]) -> &'a [ItemRef] {
    if wanted.is_empty() { other } else { wanted }
}

fn item<'a>(catalog: &'a Catalog, kind: Kind, id: &Id) -> Option<Item<'a>> {
    catalog.get(kind, id.as_str()).and_then(Item::of)
}

/// The item of a list, or of another: an item whose type changes may go there.
fn of_any_list<'a>(catalog: &'a Catalog, kind: Kind, id: &Id) -> Option<Item<'a>> {
    let in_its_list = item(catalog, kind, id).filter(|item| item.in_force());
    in_its_list.or_else(|| Item::KINDS.into_iter().find_map(|kind| item(catalog, kind, id)))
}

/// Whether something of an item stands as it stood. Whatever is written otherwise is changed.
fn is_same(one: Item<'_>, other: Item<'_>, facet: Facet) -> bool {
    match facet {
        Facet::Name => one.name() == other.name(),
        Facet::Type => one.item_type() == other.item_type(),
        Facet::Basis => match (one, other) {
            (Item::Licensing(one), Item::Licensing(other)) => {
                one.set_by == other.set_by && one.implemented_under == other.implemented_under
            }
            _ => one.basis() == other.basis(),
        },
        Facet::Body | Facet::Place => {
            let bodies = |item: Item<'_>| -> Vec<_> {
                item.bodies()
                    .map(|body| (body.organization.id().clone(), body.entrusted_by.cloned(), body.role))
                    .collect()
            };
            one.competent_department() == other.competent_department()
                && one.authorities() == other.authorities()
                && bodies(one) == bodies(other)
        }
    }
}
