//! What the rules about citations need of all records: the instruments that the catalog describes, and what each item
//! cites.
//!
//! A catalog cites the same provisions over and over, at the same places of its items. So a citation is a number that
//! stands for its place in the item and for what it says there, and each is judged once, when all are known.

pub(crate) mod cited;
mod known;
pub(crate) mod places;
pub(crate) mod printed;
pub(crate) mod repeated;
pub(crate) mod said;
pub(crate) mod townships;
pub(crate) mod unread;

use std::borrow::Cow;
use std::collections::BTreeMap;

pub(crate) use known::{Cited, Name, Unplaced};

use crate::codelist::Level;
use crate::facts::Interner;
use crate::facts::citations::places::PlaceFacts;
use crate::facts::citations::printed::PrintedFacts;
use crate::facts::citations::repeated::RepeatedFacts;
use crate::facts::citations::said::{Named, Said, said};
use crate::facts::citations::townships::TownshipFacts;
use crate::facts::citations::unread::UnreadFacts;
use crate::facts::growth;
use crate::law::facts::{Edition, EditionDay};
use crate::model::{Id, LegalInstrument, RecordRef};

/// Facts about citations.
#[derive(Debug, Default)]
pub(crate) struct CitationFacts {
    /// By ordinal.
    pub(crate) instruments: BTreeMap<u32, InstrumentFacts>,
    /// The titles by which instruments are named.
    pub(crate) titles: Interner<Box<str>>,
    /// The ids by which instruments are named that the catalog describes.
    pub(crate) records: Interner<Box<str>>,
    pub(crate) dates: Interner<Box<[EditionDay]>>,
    pub(crate) cited: Interner<Cited>,
    /// Items that cite something: the ordinal, and where its citations begin in `citations`.
    items: Vec<(u32, u32)>,
    /// What the items cite, one after the other, as numbers in `cited`.
    citations: Vec<u32>,
    /// All articles of the citations.
    pub(crate) places: PlaceFacts,
    /// What is cited twice.
    pub(crate) repeated: RepeatedFacts,
    /// What is printed under the citations.
    pub(crate) printed: PrintedFacts,
    /// What of their texts was not understood.
    pub(crate) unread: UnreadFacts,
    /// Provisions that may be those that name townships.
    pub(crate) townships: TownshipFacts,
}

/// What is known of an instrument that the catalog describes.
#[derive(Debug)]
pub(crate) struct InstrumentFacts {
    pub(crate) edition: Edition,
    /// The level of government of the body that made it.
    pub(crate) issuer_level: Option<Level>,
    pub(crate) superseded_by: Option<Id>,
}

impl CitationFacts {
    /// Adds the facts of a record.
    pub(crate) fn add(&mut self, ordinal: u32, record: RecordRef<'_>) {
        if let RecordRef::LegalInstrument(instrument) = record {
            self.add_instrument(ordinal, instrument);
            return;
        }
        let is_public_service = cited::is_public_service(record);
        let begin = self.citations.len();
        let mut unread = Vec::new();
        cited::of_item(record, |bases| {
            let may_repeat = RepeatedFacts::may_be_in(bases.citations);
            for (at, citation) in (0..=u32::MAX).zip(bases.citations) {
                let nothing = Cited {
                    list: bases.list,
                    citation: at,
                    name: None,
                    rank: None,
                    article: None,
                    article_at: None,
                    dates: None,
                    is_text: false,
                    is_public_service,
                    unplaced: None,
                };
                unread.clear();
                let has_named = said(citation, &mut unread, |said| {
                    let name = self.add_said(ordinal, nothing, &said);
                    if may_repeat {
                        self.repeated.add_said(at, name, &said);
                    }
                });
                if !has_named {
                    self.push(&nothing);
                    self.places.add(&[]);
                }
                self.unread.add(&unread);
                if may_repeat {
                    self.repeated.end_citation(at, citation);
                }
            }
            if may_repeat {
                self.repeated.end_list(ordinal, bases.list, &self.titles);
            }
        });
        if self.citations.len() > begin {
            growth::add(&mut self.items, (ordinal, u32::try_from(begin).unwrap_or(u32::MAX)));
        }
    }

    fn add_instrument(&mut self, ordinal: u32, instrument: &LegalInstrument) {
        let facts = InstrumentFacts {
            edition: Edition::of(instrument, None),
            issuer_level: instrument.issuer_level,
            superseded_by: instrument.superseded_by.as_ref().map(|next| next.id().clone()),
        };
        self.instruments.insert(ordinal, facts);
    }

    /// Adds what a citation says of one instrument; gives its name.
    fn add_said(&mut self, ordinal: u32, nothing: Cited, said: &Said<'_>) -> Name {
        let name = match &said.named {
            Named::Title(title) => Name::Title(self.titles.number_of(title)),
            Named::Record(id) => Name::Record(self.records.number_of(id.as_str())),
        };
        let highest = (0..=u16::MAX).zip(said.articles.iter()).max_by_key(|(_, article)| article.article);
        let cited = Cited {
            name: Some(name),
            rank: said.rank,
            article: highest.map(|(_, article)| article.article),
            article_at: highest.map(|(at, _)| at).filter(|_| matches!(said.articles, Cow::Borrowed(_))),
            is_text: said.is_text,
            unplaced: said.is_whole.then(|| Unplaced {
                rank: said.rank_beside,
                title: match (&said.named, &said.of.title) {
                    (Named::Record(_), Some(title)) => Some(self.titles.number_of(title.as_str())),
                    _ => None,
                },
            }),
            dates: (!said.dates.is_empty()).then(|| self.dates.number_or(said.dates.as_slice(), |dates| dates.into())),
            ..nothing
        };
        let number = self.push(&cited);
        self.places.add(&said.articles);
        self.printed.add(ordinal, number, said);
        self.townships.add(ordinal, nothing.list, name, said);
        name
    }

    fn push(&mut self, cited: &Cited) -> u32 {
        let number = self.cited.number(cited);
        growth::add(&mut self.citations, number);
        number
    }

    /// Keeps what is printed under citations, for the rule that asks for it.
    pub(crate) fn keep_printed(&mut self, wanted: bool) {
        self.printed.wanted |= wanted;
    }

    /// What each item cites: its ordinal, and numbers in `cited`.
    pub(crate) fn items(&self) -> impl Iterator<Item = (u32, &[u32])> {
        let ends = self.items.iter().skip(1).map(|(_, begin)| *begin);
        let ends = ends.chain([u32::try_from(self.citations.len()).unwrap_or(u32::MAX)]);
        self.items.iter().zip(ends).map(|(&(ordinal, begin), end)| {
            let range = usize::try_from(begin).unwrap_or(usize::MAX)..usize::try_from(end).unwrap_or(usize::MAX);
            (ordinal, self.citations.get(range).unwrap_or_default())
        })
    }

    /// What one item cites: numbers in `cited`.
    pub(crate) fn of_item(&self, ordinal: u32) -> &[u32] {
        let Ok(at) = self.items.binary_search_by_key(&ordinal, |(item, _)| *item) else { return &[] };
        let place = |begin: u32| usize::try_from(begin).unwrap_or(usize::MAX);
        let begin = self.items.get(at).map_or(usize::MAX, |(_, begin)| place(*begin));
        let end = self.items.get(at.saturating_add(1)).map_or(self.citations.len(), |(_, begin)| place(*begin));
        self.citations.get(begin..end).unwrap_or_default()
    }

    /// All citations: the ordinal of the item, and the number in `cited`.
    pub(crate) fn citations(&self) -> impl Iterator<Item = (u32, u32)> {
        self.items().flat_map(|(ordinal, numbers)| numbers.iter().map(move |&number| (ordinal, number)))
    }
}
