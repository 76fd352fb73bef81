//! What the rules about citations need of all records: the instruments that the catalog describes, and what each item
//! cites.
//!
//! A catalog cites the same provisions over and over, at the same places of its items. So a citation is a number that
//! stands for its place in the item and for what it says there, and each is judged once, when all are known.

pub(crate) mod cited;
pub(crate) mod printed;
pub(crate) mod repeated;
pub(crate) mod said;
pub(crate) mod unread;

use crate::codelist::LegalRank;
use crate::facts::Interner;
use crate::facts::citations::cited::List;
use crate::facts::citations::printed::PrintedFacts;
use crate::facts::citations::repeated::RepeatedFacts;
use crate::facts::citations::said::{Named, Said, said};
use crate::facts::citations::unread::UnreadFacts;
use crate::law::facts::{Edition, EditionDay};
use crate::model::{Id, LegalInstrument, Pointer, RecordRef};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::num::NonZeroU16;

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
    /// What is cited twice.
    pub(crate) repeated: RepeatedFacts,
    /// What is printed under the citations.
    pub(crate) printed: PrintedFacts,
    /// What of their texts was not understood.
    pub(crate) unread: UnreadFacts,
}

/// What is known of an instrument that the catalog describes.
#[derive(Debug)]
pub(crate) struct InstrumentFacts {
    pub(crate) edition: Edition,
    pub(crate) superseded_by: Option<Id>,
}

/// How an instrument is named: by a number in `titles`, or by the id of a record of the catalog, a number in `records`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Name {
    Title(u32),
    Record(u32),
}

/// A citation: where in its item it stands, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cited {
    pub(crate) list: List,
    /// Its index in the list.
    pub(crate) citation: u32,
    /// What it names; none where it names nothing that was understood.
    pub(crate) name: Option<Name>,
    /// The rank that it states.
    pub(crate) rank: Option<LegalRank>,
    /// Its highest article.
    pub(crate) article: Option<NonZeroU16>,
    /// The index of that article among its articles; none where it stands in the text.
    pub(crate) article_at: Option<u16>,
    /// The days by which it names an edition, as a number in `dates`.
    pub(crate) dates: Option<u32>,
    /// Whether it was read from the text.
    pub(crate) is_text: bool,
    /// Whether the item is a public service.
    pub(crate) is_public_service: bool,
    /// None where it names a place in its instrument, as nearly every one does.
    pub(crate) unplaced: Option<Unplaced>,
}

/// What a citation says that names no place in its instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unplaced {
    /// The rank that the record states beside it.
    pub(crate) rank: Option<LegalRank>,
    /// The title that it gives beside the record of its instrument, as a number in `titles`.
    pub(crate) title: Option<u32>,
}

impl Hash for Cited {
    /// In two pieces, as there are many: without the field and the rank, which hardly tell citations apart.
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let Self { list: List { element, .. }, citation, name, article, article_at, dates, .. } = *self;
        let name = match name {
            None => u64::MAX,
            Some(Name::Title(number)) => u64::from(number),
            Some(Name::Record(number)) => u64::from(number) | 1 << 32,
        };
        let place = u64::from(citation) << 32 | u64::from(element.unwrap_or(u32::MAX));
        let article = u64::from(article.map_or(0, NonZeroU16::get)) << 16 | u64::from(article_at.unwrap_or(u16::MAX));
        hasher.write_u128(u128::from(name) << 64 | u128::from(place));
        hasher.write_u64(article << 32 | u64::from(dates.unwrap_or(u32::MAX)));
    }
}

impl Cited {
    /// Where the citation stands in its item.
    pub(crate) fn pointer(&self) -> Pointer {
        self.list.pointer(usize::try_from(self.citation).unwrap_or(usize::MAX))
    }

    /// Where its highest article stands.
    pub(crate) fn pointer_to_article(&self) -> Pointer {
        let mut pointer = self.pointer();
        match self.article_at {
            Some(at) => {
                pointer.push("articles");
                pointer.push_index(at.into());
            }
            None => pointer.push("text"),
        }
        pointer
    }
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
                    self.repeated.add_said(at, name, &said);
                });
                if !has_named {
                    self.push(&nothing);
                }
                self.unread.add(&unread);
                self.repeated.end_citation(at, citation);
            }
            self.repeated.end_list(ordinal, bases.list, &self.titles);
        });
        if self.citations.len() > begin {
            self.items.push((ordinal, u32::try_from(begin).unwrap_or(u32::MAX)));
        }
    }

    fn add_instrument(&mut self, ordinal: u32, instrument: &LegalInstrument) {
        let facts = InstrumentFacts {
            edition: Edition::of(instrument, None),
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
        self.printed.add(ordinal, number, said);
        name
    }

    fn push(&mut self, cited: &Cited) -> u32 {
        let number = self.cited.number(cited);
        self.citations.push(number);
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

    /// All citations: the ordinal of the item, and the number in `cited`.
    pub(crate) fn citations(&self) -> impl Iterator<Item = (u32, u32)> {
        self.items().flat_map(|(ordinal, numbers)| numbers.iter().map(move |&number| (ordinal, number)))
    }
}
