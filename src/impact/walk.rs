//! The items one after the other, with what becomes of their citations.

use std::collections::{BTreeMap, HashMap};

use super::articles::{Articles, CitedArticles, EditionOf};
use super::counts::{ImpactCounts, InstrumentImpact, NotHeldInstrument, add};
use super::entry::{ArticleChange, ImpactEntry, ImpactItem, cited, shortened};
use super::list::{ImpactClass, InstrumentChange, OtherBases};
use super::tally::{Tally, not_held};
use super::turn::{Turn, TwoDays};
use crate::facts::Facts;
use crate::facts::citations::cited::LISTS;
use crate::facts::citations::printed::Printed;
use crate::facts::citations::{Cited, Name};
use crate::law::facts::LawFacts;
use crate::law::openings::Openings;
use crate::model::{ArticleRef, Catalog, Date, Header, Item};
use crate::standing::instruments::{InstrumentJudged, State};

/// What came of a walk.
pub(super) struct Walked {
    pub(super) counts: ImpactCounts,
    pub(super) instruments: Vec<InstrumentImpact>,
    pub(super) entries: Vec<ImpactEntry>,
    pub(super) not_listed: u64,
    pub(super) not_held: Vec<NotHeldInstrument>,
}

/// A walk through the items.
pub(super) struct Walk<'a> {
    catalog: &'a Catalog,
    facts: &'a Facts,
    law: &'a LawFacts,
    days: TwoDays<'a>,
    from: Date,
    to: Date,
    articles: Articles<'a>,
    tally: Tally,
    not_held: BTreeMap<Name, u64>,
    counts: ImpactCounts,
}

/// What one citation says about one instrument, wherever in its cell.
struct Group {
    /// As a number in `cited`, the first.
    number: u32,
    /// The others that say more of it in the same cell.
    further: Vec<u32>,
    /// The list in which it stands, by its place among those of the item.
    list: usize,
    turn: Turn,
    /// Each once.
    articles: Vec<ArticleRef>,
}

/// How a list of citations stands on either day.
struct ListStanding {
    lost_before: bool,
    lost_after: bool,
    others_before: OtherBases,
    others_after: OtherBases,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        catalog: &'a Catalog,
        facts: &'a Facts,
        law: &'a LawFacts,
        openings: Option<&'a Openings>,
        (from, to): (Date, Date),
    ) -> Self {
        let days = TwoDays::new(facts, law, from, to);
        let (articles, tally) = (Articles::new(openings), Tally::default());
        let (not_held, counts) = (BTreeMap::new(), ImpactCounts::default());
        Self { catalog, facts, law, days, from, to, articles, tally, not_held, counts }
    }

    /// Walks through all items; entries are kept as far as they have room.
    pub(super) fn walk(mut self, bytes: usize) -> Walked {
        let (mut entries, mut not_listed, mut room) = (Vec::new(), 0_u64, bytes);
        let facts = &self.facts.citations;
        let mut cited = facts.items().peekable();
        let mut places = facts.places.iter();
        for (ordinal, record) in (0..=u32::MAX).zip(self.catalog.records()) {
            let Some(item) = Item::of(record).filter(|item| item.in_force()) else { continue };
            add(&mut self.counts.items, 1);
            let Some((_, numbers)) = cited.next_if(|(of, _)| *of == ordinal) else {
                add(&mut self.counts.without_citations, 1);
                continue;
            };
            let places: Vec<&[ArticleRef]> = places.by_ref().take(numbers.len()).collect();
            let of_item = self.item(ordinal, item, numbers, &places);
            for entry in of_item {
                let bytes = entry.bytes();
                if room >= bytes && not_listed == 0 {
                    room = room.saturating_sub(bytes);
                    entries.push(entry);
                } else {
                    add(&mut not_listed, 1);
                }
            }
        }
        let titles = self.not_held.iter().filter_map(|(&name, &count)| {
            let title: &str = &self.days.after.instrument(name)?.title;
            Some((title, count))
        });
        Walked {
            not_held: not_held(titles),
            counts: self.counts,
            instruments: self.tally.instruments(),
            entries,
            not_listed,
        }
    }

    /// What becomes of the citations of an item, which is counted.
    fn item(&mut self, ordinal: u32, item: Item<'_>, numbers: &[u32], places: &[&[ArticleRef]]) -> Vec<ImpactEntry> {
        let (groups, lists) = (self.groups(numbers, places), self.lists(numbers));
        if lists.iter().any(|list| list.lost_before) {
            add(&mut self.counts.unfounded_before, 1);
        }
        let changed = |turn| matches!(turn, Turn::Ended | Turn::CameIn | Turn::NewEdition);
        let entries: Vec<ImpactEntry> = if groups.iter().any(|group| changed(group.turn)) {
            let about = ImpactItem::of(item, self.catalog);
            let printed = self.printed(ordinal);
            let groups = groups.iter().filter(|group| changed(group.turn));
            groups.filter_map(|group| self.entry((ordinal, &about), group, lists.get(group.list)?, &printed)).collect()
        } else {
            Vec::new()
        };
        self.count(&groups, &entries);
        entries
    }

    /// The citations of an item, an instrument of each once.
    fn groups(&self, numbers: &[u32], places: &[&[ArticleRef]]) -> Vec<Group> {
        let facts = self.days.facts;
        let mut groups: Vec<Group> = Vec::new();
        let mut known: HashMap<(usize, u32, Name, Option<u32>), usize> = HashMap::new();
        let (mut list, mut last_list) = (0_usize, None);
        for (&number, articles) in numbers.iter().zip(places) {
            let Some(cited) = facts.cited.get(number) else { continue };
            if last_list.replace(cited.list).is_some_and(|last| last != cited.list) {
                list = list.saturating_add(1);
            }
            let next = groups.len();
            let place =
                cited.name.map_or(next, |name| *known.entry((list, cited.citation, name, cited.dates)).or_insert(next));
            if place == next {
                groups.push(Group {
                    number,
                    further: Vec::new(),
                    list,
                    turn: self.days.turn(number),
                    articles: Vec::new(),
                });
            } else if let Some(group) = groups.get_mut(place) {
                group.further.push(number);
            }
            if let Some(group) = groups.get_mut(place) {
                group.articles.extend_from_slice(articles);
            }
        }
        for group in &mut groups {
            group.articles.sort_unstable();
            group.articles.dedup();
        }
        groups
    }

    /// How the lists of an item stand on either day.
    fn lists(&self, numbers: &[u32]) -> Vec<ListStanding> {
        let TwoDays { facts, before, after, .. } = &self.days;
        let cited = |number: u32| facts.cited.get(number);
        let lists = numbers.chunk_by(|&a, &b| cited(a).map(|a| a.list) == cited(b).map(|b| b.list));
        let stand = |list: &[u32]| {
            let one = list.first().and_then(|&number| cited(number))?;
            let states_before = list.iter().map(|&number| before.citation(number).state);
            let states_after = list.iter().map(|&number| after.citation(number).state);
            Some(ListStanding {
                lost_before: before.leaves_without_basis(one, list),
                lost_after: after.leaves_without_basis(one, list),
                // What begins later is no basis yet, and is one on the second day only if it was seen to begin.
                others_before: others(states_before, &[State::Open, State::NotHeld]),
                others_after: others(states_after, &[State::Open, State::NotHeld, State::NotYet]),
            })
        };
        lists.filter_map(stand).collect()
    }

    /// What is printed in an item, by the numbers of its citations.
    fn printed(&self, ordinal: u32) -> HashMap<u32, Vec<&'a Printed>> {
        let facts = &self.days.facts.printed;
        let mut printed: HashMap<u32, Vec<&'a Printed>> = HashMap::new();
        for seen in facts.of_item(ordinal) {
            printed.entry(seen.cited).or_default().extend(facts.printed.get(seen.printed));
        }
        printed
    }

    fn entry(
        &mut self,
        (ordinal, item): (u32, &ImpactItem),
        group: &Group,
        list: &ListStanding,
        printed: &HashMap<u32, Vec<&'a Printed>>,
    ) -> Option<ImpactEntry> {
        let facts = self.days.facts;
        let cited_at = facts.cited.get(group.number)?;
        let name = cited_at.name?;
        let Self { days, law, articles, tally, from, to, .. } = self;
        let known = days.after.law(law);
        let (before, after) = (days.before.instrument(name)?, days.after.instrument(name)?);
        let (place, instrument) =
            tally.instrument(name, &after.title, || moved(group.turn, before, after, known, (*from, *to)))?;
        let said = days.after.citation(group.number);
        let older = days.before.citation(group.number).older.map(|day| (day.first(), day.last()));
        let numbers = std::iter::once(&group.number).chain(&group.further);
        let printed = numbers.filter_map(|number| printed.get(number)).flatten().copied();
        let cited_articles = CitedArticles::new(&group.articles, old_edition(before, after, older), printed);
        let (class, changes, others) = match group.turn {
            Turn::Ended => {
                let successor = instrument.successor.as_deref().filter(|_| instrument.successor_in_force == Some(true));
                let edition = successor.map(|title| EditionOf { title, made_on: made_on(known, title, *to) });
                let is_last = said.older.is_none();
                let changes = articles.in_successor(&cited_articles, &after.title, is_last, edition);
                if list.lost_after && !list.lost_before {
                    (ImpactClass::Unfounded, changes, None)
                } else {
                    (ImpactClass::BasisEnded, changes, Some(list.others_after))
                }
            }
            Turn::NewEdition => {
                let edition = EditionOf { title: &after.title, made_on: after.made_on };
                let was_beyond = days.before.citation(group.number).beyond.is_some();
                let beyond = said.beyond.filter(|_| !was_beyond).map(|beyond| beyond.last);
                let changes = articles.in_edition(&cited_articles, edition, beyond);
                let is_renumbered = changes.iter().any(ArticleChange::is_renumbered);
                (if is_renumbered { ImpactClass::Renumbered } else { ImpactClass::Amended }, changes, None)
            }
            _ => (ImpactClass::NewlyFounded, Vec::new(), Some(list.others_before)),
        };
        let entry = ImpactEntry {
            class,
            item: item.clone(),
            field: cited_at.list.field.to_owned(),
            pointer: cited_at.pointer(),
            citation: cited(written_title(facts.titles.values(), cited_at, after), &group.articles),
            instrument: instrument.title.clone(),
            on: instrument.on,
            cited_edition: said.older.map(|day| day.to_string()),
            successor: instrument.successor.clone(),
            articles: changes,
            others,
        };
        tally.count(place, ordinal, &entry);
        Some(entry)
    }

    fn count(&mut self, groups: &[Group], entries: &[ImpactEntry]) {
        let mut not_judged = 0_usize;
        for group in groups {
            let name = self.days.facts.cited.get(group.number).and_then(|cited| cited.name);
            let judged = name.and_then(|name| self.days.after.instrument(name));
            let is_less_sure = judged.is_some_and(|judged| judged.less_sure_since.is_some());
            self.counts.add_citation(group.turn, is_less_sure);
            if let (Turn::NotHeld, Some(name)) = (group.turn, name) {
                add(self.not_held.entry(name).or_default(), 1);
            }
            if matches!(group.turn, Turn::NotUnderstood | Turn::NotHeld | Turn::NotKnown) {
                not_judged = not_judged.saturating_add(1);
            }
        }
        self.counts.add_item((groups.len(), not_judged), entries);
    }
}

/// How bases stand; those of which the state is one of `not_known` may stand.
fn others(states: impl Iterator<Item = State>, not_known: &[State]) -> OtherBases {
    let mut others = OtherBases::Nothing;
    for state in states {
        if matches!(state, State::InForce | State::Older) {
            return OtherBases::Stand;
        }
        if not_known.contains(&state) {
            others = OtherBases::NotKnown;
        }
    }
    others
}

/// What became of an instrument.
fn moved(
    turn: Turn,
    before: &InstrumentJudged,
    after: &InstrumentJudged,
    law: &LawFacts,
    (from, to): (Date, Date),
) -> InstrumentImpact {
    let held = law.instrument(&after.title).and_then(|held| held.editions().next());
    let end = after.end.as_ref().filter(|_| turn == Turn::Ended);
    let successor = end.and_then(|end| end.successor.as_ref());
    let day = end.map_or(after.effective_on, |end| end.since);
    InstrumentImpact {
        title: shortened(held.map_or(&*after.title, |edition| edition.title.as_str())),
        change: match turn {
            Turn::Ended => InstrumentChange::Ended,
            Turn::NewEdition => InstrumentChange::NewEdition,
            _ => InstrumentChange::CameIntoForce,
        },
        lapsed: end.is_some_and(|end| end.lapsed),
        // A day out of the two says that it was not known how it stood on the first.
        on: day.filter(|&day| from < day && day <= to),
        edition: after.made_on,
        last_article_before: before.last.map(Into::into),
        last_article_after: after.last.map(Into::into),
        successor: successor.map(|next| shortened(next.title.as_str())),
        successor_in_force: successor.map(|next| next.in_force),
        items: 0,
        citations: 0,
        unfounded: 0,
        renumbered: 0,
        articles_known: 0,
    }
}

/// The edition of which the numbers cited are: that in force on the first day, or the older one that is named by its day.
fn old_edition<'a>(
    before: &'a InstrumentJudged,
    after: &'a InstrumentJudged,
    older: Option<(Date, Date)>,
) -> EditionOf<'a> {
    let made_on = match older {
        Some((first, last)) => (first == last).then_some(first),
        None => before.made_on.or_else(|| after.end.as_ref()?.made_on),
    };
    EditionOf { title: &before.title, made_on }
}

/// When the edition of an instrument was made that is in force on a day.
fn made_on(law: &LawFacts, title: &str, day: Date) -> Option<Date> {
    law.instrument(title)?.in_force(day)?.order()
}

/// The title as the citation has it; that of the record where it names one.
fn written_title<'a>(titles: &'a [Box<str>], cited: &Cited, judged: &'a InstrumentJudged) -> &'a str {
    match cited.name {
        Some(Name::Title(number)) => {
            usize::try_from(number).ok().and_then(|at| titles.get(at)).map_or("", |title| title)
        }
        _ => &judged.title,
    }
}

/// What the source does not hold of lists of citations, as it says so: a list, or a part of items with its lists.
pub(super) fn fields_not_held(header: &Header) -> Vec<String> {
    let lists = || LISTS.iter().flat_map(|fields| fields.iter()).map(|field| field.path());
    let lacking = header.not_held.iter().filter(|lacking| lists().any(|path| lacking.includes(path)));
    lacking.map(|path| path.as_str().to_owned()).collect()
}
