//! What the rules about citations need of all records: the instruments that the catalog describes, and what each item
//! cites.
//!
//! A catalog cites the same provisions over and over, at the same places of its items. So a citation is a number that
//! stands for its place in the item and for what it says there, and each is judged once, when all are known.

use super::cited;
use super::cited::List;
use super::judged::Judged;
use super::printed::PrintedFacts;
use super::qd201::Grounds;
use super::qd206::RepeatedFacts;
use super::said::{Named, Said, said};
use super::unread::UnreadFacts;
use crate::codelist::LegalRank;
use crate::law::facts::{Edition, EditionDay};
use crate::model::{Id, LegalInstrument, Pointer, RecordRef};
use crate::rule::Scope;
use crate::rules::{Index, Interner};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::num::NonZeroU16;

/// Facts about citations.
#[derive(Debug, Default)]
pub(crate) struct BasisFacts {
    /// By ordinal.
    pub(super) instruments: BTreeMap<u32, InstrumentFacts>,
    /// The titles by which instruments are named.
    pub(super) titles: Interner<Box<str>>,
    /// The ids by which instruments are named that the catalog describes.
    pub(super) records: Interner<Box<str>>,
    pub(super) dates: Interner<Box<[EditionDay]>>,
    pub(super) cited: Interner<Cited>,
    /// Items that cite something: the ordinal, and where its citations begin in `citations`.
    items: Vec<(u32, u32)>,
    /// What the items cite, one after the other, as numbers in `cited`.
    citations: Vec<u32>,
    /// What is cited twice.
    pub(super) repeated: RepeatedFacts,
    /// What is printed under the citations.
    pub(super) printed: PrintedFacts,
    /// What of their texts was not understood.
    pub(crate) unread: UnreadFacts,
    /// What each item without a basis may rest on.
    pub(super) grounds: Grounds,
    judged: OnceCell<Judged>,
}

/// What is known of an instrument that the catalog describes.
#[derive(Debug)]
pub(super) struct InstrumentFacts {
    pub(super) edition: Edition,
    pub(super) superseded_by: Option<Id>,
}

/// How an instrument is named: by a number in `titles`, or by the id of a record of the catalog, a number in `records`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Name {
    Title(u32),
    Record(u32),
}

/// A citation: where in its item it stands, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cited {
    pub(super) list: List,
    /// Its index in the list.
    pub(super) citation: u32,
    /// What it names; none where it names nothing that was understood.
    pub(super) name: Option<Name>,
    /// The rank that it states.
    pub(super) rank: Option<LegalRank>,
    /// Its highest article.
    pub(super) article: Option<NonZeroU16>,
    /// The index of that article among its articles; none where it stands in the text.
    pub(super) article_at: Option<u16>,
    /// The days by which it names an edition, as a number in `dates`.
    pub(super) dates: Option<u32>,
    /// Whether it was read from the text.
    pub(super) is_text: bool,
    /// Whether the item is a public service.
    pub(super) is_public_service: bool,
    /// None where it names a place in its instrument, as nearly every one does.
    pub(super) whole: Option<Whole>,
}

/// What a citation says that names no place in its instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Whole {
    /// The rank that the record states beside it.
    pub(super) rank: Option<LegalRank>,
    /// The title that it gives beside the record of its instrument, as a number in `titles`.
    pub(super) title: Option<u32>,
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
    pub(super) fn pointer(&self) -> Pointer {
        self.list.pointer(usize::try_from(self.citation).unwrap_or(usize::MAX))
    }

    /// Where its highest article stands.
    pub(super) fn pointer_to_article(&self) -> Pointer {
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

impl BasisFacts {
    /// Adds the facts of a record.
    pub(crate) fn add(&mut self, ordinal: u32, record: RecordRef<'_>) {
        if let RecordRef::LegalInstrument(instrument) = record {
            self.add_instrument(ordinal, instrument);
            return;
        }
        self.grounds.add(ordinal, record);
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
                    whole: None,
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
            whole: said.is_whole.then(|| Whole {
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
    pub(crate) fn keep_printed(&mut self) {
        self.printed.wanted = true;
    }

    /// What each item cites: its ordinal, and numbers in `cited`.
    pub(super) fn items(&self) -> impl Iterator<Item = (u32, &[u32])> {
        let ends = self.items.iter().skip(1).map(|(_, begin)| *begin);
        let ends = ends.chain([u32::try_from(self.citations.len()).unwrap_or(u32::MAX)]);
        self.items.iter().zip(ends).map(|(&(ordinal, begin), end)| {
            let range = usize::try_from(begin).unwrap_or(usize::MAX)..usize::try_from(end).unwrap_or(usize::MAX);
            (ordinal, self.citations.get(range).unwrap_or_default())
        })
    }

    /// All citations: the ordinal of the item, and the number in `cited`.
    pub(super) fn citations(&self) -> impl Iterator<Item = (u32, u32)> {
        self.items().flat_map(|(ordinal, numbers)| numbers.iter().map(move |&number| (ordinal, number)))
    }

    /// What comes of each citation: judged when a rule first asks.
    pub(crate) fn judged(&self, scope: &Scope<'_>, index: &Index) -> &Judged {
        self.judged.get_or_init(|| Judged::of(self, scope, index))
    }
}
