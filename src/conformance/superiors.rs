//! The superior lists, and how an item is found in them.
//!
//! Lists of one level that stand side by side are one: which of them comes first changes nothing. Of several levels the
//! nearest that has an item speaks.

use std::collections::HashMap;

use super::alike::Near;
use super::list::FoundBy;
use super::norms::{Norms, Provisions};
use crate::code::ItemCode;
use crate::codelist::{ItemLevel, ItemType, Level};
use crate::facts::names::{folded, tells_branch, without_bracket};
use crate::law::facts::LawFacts;
use crate::model::{Catalog, Date, Id, Item, Kind};

/// So many items of one name or code are looked at for the one that is meant.
const MOST_ALIKE: usize = 16;

/// So many places of a name are tried at which its part may begin.
const MOST_PARTS: usize = 4;

/// An item of a superior list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    /// The list, by its position among those given.
    pub(super) list: usize,
    pub(super) item: Item<'a>,
}

/// How an item fits that of the superior list which was found for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    Whole,
    /// It is a part of it.
    Part,
}

/// What was found for an item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) entry: Entry<'a>,
    pub(super) by: FoundBy,
    pub(super) fit: Fit,
}

/// The superior lists.
#[derive(Debug)]
pub(super) struct Superiors<'a> {
    lists: &'a [&'a Catalog],
    /// Of each list.
    pub(super) norms: Vec<Norms<'a>>,
    /// From the nearest level to the highest.
    pub(super) tiers: Vec<Tier<'a>>,
}

/// The lists of one level.
#[derive(Debug)]
pub(super) struct Tier<'a> {
    level: Level,
    pub(super) entries: Vec<Entry<'a>>,
    by_id: HashMap<(Kind, &'a str), Vec<usize>>,
    by_base: HashMap<String, Vec<usize>>,
    /// Main items by their first nine characters.
    by_main: HashMap<String, Vec<usize>>,
    by_name: HashMap<(String, ItemType), Vec<usize>>,
    by_bare: HashMap<(String, ItemType), Vec<usize>>,
    near: Near,
}

impl<'a> Superiors<'a> {
    /// Of lists from the highest level to the nearest.
    pub(super) fn new(lists: &'a [&'a Catalog], law: &'a LawFacts, as_of: Option<Date>) -> Self {
        let norms = lists.iter().map(|list| Norms::of(list, law, as_of)).collect();
        let mut tiers: Vec<Tier<'a>> = Vec::new();
        for (at, list) in lists.iter().enumerate().rev() {
            let level = list.header.level;
            let entries = list.items().filter(|item| item.in_force()).map(|item| Entry { list: at, item });
            match tiers.last_mut().filter(|tier| tier.level == level) {
                Some(tier) => tier.entries.extend(entries),
                None => tiers.push(Tier::new(level, entries.collect())),
            }
        }
        for tier in &mut tiers {
            tier.settle();
        }
        Self { lists, norms, tiers }
    }

    pub(super) fn list(&self, entry: Entry<'_>) -> Option<&'a Catalog> {
        self.lists.get(entry.list).copied()
    }

    /// The norms of the list in which an item stands.
    pub(super) fn norms_of(&self, entry: Entry<'_>) -> Option<&Norms<'a>> {
        self.norms.get(entry.list)
    }

    /// The item, in the nearest level that has it.
    pub(super) fn find(&self, item: Item<'_>, norms: &Norms<'_>) -> Option<Found<'a>> {
        self.tiers.iter().find_map(|tier| tier.find(self, item, norms))
    }

    /// An item of nearly the same name, in the nearest level that has one.
    pub(super) fn find_near(&self, item: Item<'_>, norms: &Norms<'_>) -> Option<Found<'a>> {
        self.tiers.iter().find_map(|tier| tier.find_near(self, item, norms))
    }

    /// Whether the lists say that they have all items of a kind. A list without any, which does not say so, is one of
    /// another kind, and stands in the way of nothing.
    pub(super) fn cover(&self, kind: Kind) -> bool {
        let covers = |list: &Catalog| list.header.covers.contains(&kind);
        let mut of_kind = self.lists.iter().filter(|list| covers(list) || list.len_of(kind) > 0).peekable();
        of_kind.peek().is_some() && of_kind.all(|list| covers(list))
    }
}

impl<'a> Tier<'a> {
    fn new(level: Level, entries: Vec<Entry<'a>>) -> Self {
        Self {
            level,
            entries,
            by_id: HashMap::new(),
            by_base: HashMap::new(),
            by_main: HashMap::new(),
            by_name: HashMap::new(),
            by_bare: HashMap::new(),
            near: Near::default(),
        }
    }

    /// Puts the items into an order that owes nothing to that of lists and records, and makes the tables.
    fn settle(&mut self) {
        self.entries.sort_by(|one, other| {
            let key = |entry: &Entry<'a>| (entry.item.kind(), entry.item.id().as_str(), entry.item.name().as_str());
            key(one).cmp(&key(other))
        });
        for (at, entry) in self.entries.iter().enumerate() {
            let item = entry.item;
            add(&mut self.by_id, (item.kind(), item.id().as_str()), at);
            for code in codes(item) {
                let base = code.base().map(|base| base.text.to_owned());
                if let Some(base) = base {
                    add(&mut self.by_base, base, at);
                }
                if let Some(main) = code.main_item().filter(|_| is_main(&code)) {
                    add(&mut self.by_main, main.text.to_owned(), at);
                }
            }
            let (name, family) = (folded(item.name().as_str()), family(item.item_type()));
            add(&mut self.by_bare, (without_bracket(&name).to_owned(), family), at);
            self.near.add(at, &name);
            add(&mut self.by_name, (name.into_owned(), family), at);
        }
    }

    pub(super) fn find(&self, superiors: &Superiors<'a>, item: Item<'_>, norms: &Norms<'_>) -> Option<Found<'a>> {
        let pick = |places: Option<&Vec<usize>>| self.pick(superiors, places?, item, norms);
        if let Item::Licensing(licensing) = item {
            let id = licensing.superior_item.as_ref().map(Id::as_str);
            if let Some(entry) = id.and_then(|id| pick(self.by_id.get(&(Kind::LicensingItem, id)))) {
                return Some(Found { entry, by: FoundBy::SuperiorItem, fit: fit_of_names(item, entry.item) });
            }
        }
        self.find_by_code(item, &pick).or_else(|| self.find_by_name(item, &pick))
    }

    fn find_by_code(
        &self,
        item: Item<'_>,
        pick: &impl Fn(Option<&Vec<usize>>) -> Option<Entry<'a>>,
    ) -> Option<Found<'a>> {
        codes(item).find_map(|code| {
            if let Some(entry) = code.base().and_then(|base| pick(self.by_base.get(base.text))) {
                let is_business = |code: &ItemCode| code.business().is_some();
                let is_part = is_business(&code) && !codes(entry.item).any(|code| is_business(&code));
                let fit = if is_part { Fit::Part } else { fit_of_names(item, entry.item) };
                return Some(Found { entry, by: FoundBy::Code, fit });
            }
            let main = code.main_item().filter(|_| !is_main(&code))?;
            let entry = pick(self.by_main.get(main.text))?;
            Some(Found { entry, by: FoundBy::Code, fit: Fit::Part })
        })
    }

    fn find_by_name(
        &self,
        item: Item<'_>,
        pick: &impl Fn(Option<&Vec<usize>>) -> Option<Entry<'a>>,
    ) -> Option<Found<'a>> {
        let (name, family) = (folded(item.name().as_str()), family(item.item_type()));
        let found = |entry: Entry<'a>, by| Found { entry, by, fit: fit_of_names(item, entry.item) };
        if let Some(entry) = pick(self.by_name.get(&(name.to_string(), family))) {
            return Some(found(entry, FoundBy::Name));
        }
        if let Some(entry) = pick(self.by_bare.get(&(without_bracket(&name).to_owned(), family))) {
            return Some(found(entry, FoundBy::Name));
        }
        let parts = name.match_indices(is_before_part).filter_map(|(at, _)| name.get(..at)).take(MOST_PARTS);
        parts.filter(|part| !part.is_empty()).find_map(|part| {
            let entry = pick(self.by_name.get(&(part.to_owned(), family)))?;
            Some(Found { entry, by: FoundBy::PartOfName, fit: Fit::Part })
        })
    }

    /// Names that are nearly the same are those of one item only where both rest on a norm that they share, or are yet
    /// nearer.
    fn find_near(&self, superiors: &Superiors<'a>, item: Item<'_>, norms: &Norms<'_>) -> Option<Found<'a>> {
        let name = folded(item.name().as_str());
        let own = norms.read(item.basis());
        let (at, _) = self
            .near
            .nearest(&name)
            .into_iter()
            .filter(|&(at, likeness)| {
                self.entries.get(at).is_some_and(|entry| {
                    let theirs = superiors.basis_of(*entry);
                    let is_same_type = family(entry.item.item_type()) == family(item.item_type());
                    let states_none = own.all.is_empty() || theirs.all.is_empty();
                    is_same_type && (own.shares(&theirs) || (states_none && likeness.is_very_high()))
                })
            })
            .max_by_key(|&(at, likeness)| (likeness, std::cmp::Reverse(at)))?;
        let entry = self.entries.get(at).copied()?;
        Some(Found { entry, by: FoundBy::NearName, fit: Fit::Part })
    }

    /// Of several items that may be meant: one of the same kind, name and id, else of the same kind, then of the same
    /// name, then of a shared basis.
    fn pick(
        &self,
        superiors: &Superiors<'a>,
        places: &[usize],
        item: Item<'_>,
        norms: &Norms<'_>,
    ) -> Option<Entry<'a>> {
        let entries = places.iter().filter_map(|&at| self.entries.get(at));
        // A public service is no power of the same code or name.
        let is_service = |item: Item<'_>| item.item_type() == ItemType::PublicService;
        let mut entries =
            entries.filter(|entry| is_service(entry.item) == is_service(item)).take(MOST_ALIKE).copied().peekable();
        let first = entries.next()?;
        if entries.peek().is_none() {
            return Some(first);
        }
        let name = folded(item.name().as_str());
        let same_id = self.by_id.get(&(item.kind(), item.id().as_str())).into_iter().flatten();
        let same_id = same_id.filter_map(|&at| self.entries.get(at));
        let mut of_same_name = same_id.filter(|entry| folded(entry.item.name().as_str()) == name);
        if let Some(entry) = of_same_name.find(|entry| family(entry.item.item_type()) == family(item.item_type())) {
            return Some(*entry);
        }
        let own = norms.read(item.basis());
        std::iter::once(first).chain(entries).min_by_key(|entry| {
            let theirs = folded(entry.item.name().as_str());
            (
                entry.item.kind() != item.kind(),
                theirs != name,
                without_bracket(&theirs) != without_bracket(&name),
                !own.shares(&superiors.basis_of(*entry)),
            )
        })
    }
}

impl Superiors<'_> {
    fn basis_of(&self, entry: Entry<'_>) -> Provisions {
        self.norms_of(entry).map(|norms| norms.read(entry.item.basis())).unwrap_or_default()
    }
}

fn add<K: std::hash::Hash + Eq>(table: &mut HashMap<K, Vec<usize>>, key: K, at: usize) {
    table.entry(key).or_default().push(at);
}

/// The codes of an item that are of a known scheme: a number in a list of its own says nothing at another level.
fn codes(item: Item<'_>) -> impl Iterator<Item = ItemCode> {
    item.codes().filter_map(|(_, text)| ItemCode::parse(text).ok()).filter(|code| code.base().is_some())
}

/// Whether a national code is that of a main item.
fn is_main(code: &ItemCode) -> bool {
    code.sub_item().is_some_and(|sub| matches!(sub.text, "000" | "00Y"))
}

/// Types that lists do not always tell apart: coercion with or without its kinds, and filings among other powers.
pub(super) fn family(item_type: ItemType) -> ItemType {
    match item_type {
        ItemType::CoerciveMeasure | ItemType::CoerciveExecution => ItemType::Coercion,
        ItemType::Filing => ItemType::OtherPower,
        other => other,
    }
}

/// What stands before the part of a name: 取水许可（地下水）, 取水许可－地下水.
fn is_before_part(c: char) -> bool {
    matches!(c, '（' | '－' | '-' | '—' | '–' | '―')
}

/// Whether an item is all of what was found, as far as its name says: a bracket of level or newness makes no part of
/// it, one of a branch or of its matter does.
fn fit_of_names(item: Item<'_>, superior: Item<'_>) -> Fit {
    let (name, theirs) = (folded(item.name().as_str()), folded(superior.name().as_str()));
    let (bare, their_bare) = (without_bracket(&name), without_bracket(&theirs));
    let bracket = name.get(bare.len()..).unwrap_or_default();
    if name == theirs {
        return Fit::Whole;
    }
    if bare == their_bare {
        let is_main = item.item_level() == ItemLevel::Main;
        return if bracket.is_empty() || (is_main && !tells_branch(bracket)) { Fit::Whole } else { Fit::Part };
    }
    let part = name.strip_prefix(their_bare);
    if part.is_some_and(|part| part.starts_with(is_before_part)) { Fit::Part } else { Fit::Whole }
}
