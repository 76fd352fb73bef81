//! What a list of citations rests on: the instruments that it names, and how high the best known of them stands.
//!
//! Ranks come from the instruments, never from the tag beside them or the ending of a title.

use std::collections::HashSet;
use std::num::NonZeroU16;

use crate::codelist::LegalRank;
use crate::facts::Facts;
use crate::facts::citations::Name;
use crate::facts::citations::said::{Named, Said, said};
use crate::law::facts::{LawFacts, title_key};
use crate::law::rank::{members, rank_by_title};
use crate::model::{Citation, Date, Kind};
use crate::standing::citations::JudgedCitations;

/// What citations rest on.
#[derive(Debug, Default)]
pub(crate) struct Basis {
    norms: Vec<Norm>,
}

/// An instrument that is cited, or named by the printed words of a provision that is.
#[derive(Debug)]
pub(crate) struct Norm {
    pub(crate) title: Box<str>,
    /// Its own rank; none where nothing is known of it.
    pub(crate) rank: Option<LegalRank>,
    /// The rank that stands beside it in the list.
    pub(crate) stated_rank: Option<LegalRank>,
    /// The articles that are cited.
    pub(crate) articles: Vec<Cited>,
    /// The record of the catalog that describes it, by its ordinal.
    pub(crate) record: Option<u32>,
    /// Whether only the printed words name it.
    pub(crate) is_printed: bool,
}

/// An article that is cited, and the paragraph of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cited {
    pub(crate) article: NonZeroU16,
    pub(crate) paragraph: Option<NonZeroU16>,
}

/// How far the best known norm of a basis reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Nothing is cited.
    NoneCited,
    /// A norm that suffices is cited.
    Suffices,
    /// All norms are known, and none suffices.
    Below,
    /// None of those known suffices, and another is not known.
    Unknown,
}

impl Basis {
    pub(super) fn of<'c>(citations: impl IntoIterator<Item = &'c Citation>, known: &Known<'_>) -> Self {
        let mut norms = Vec::new();
        let mut unread = Vec::new();
        for citation in citations {
            unread.clear();
            let has_named = said(citation, &mut unread, |said| known.add(&said, &mut norms));
            if !has_named {
                norms.push(Norm::unknown(""));
            }
        }
        Self { norms }
    }

    pub(crate) fn norms(&self) -> &[Norm] {
        &self.norms
    }

    /// The basis but for an instrument of this title: what provides otherwise than a law is not that law.
    pub(crate) fn without(mut self, title: &str) -> Self {
        let key = title_key(title);
        self.norms.retain(|norm| title_key(&norm.title) != key);
        self
    }

    /// Whether nothing is cited.
    pub(crate) fn is_empty(&self) -> bool {
        self.norms.is_empty()
    }

    /// Whether a norm of a rank that suffices is cited, as far as is known. A rank as wide as 法规 suffices where all that it
    /// may mean do.
    pub(crate) fn reach(&self, suffices: impl Fn(LegalRank) -> bool) -> Reach {
        reach_of(self.norms.iter().map(|norm| norm.rank), suffices)
    }

    /// The articles that are cited of an instrument of this title.
    pub(crate) fn articles_of(&self, title: &str) -> impl Iterator<Item = Cited> {
        let key = title_key(title);
        let of = self.norms.iter().filter(move |norm| title_key(&norm.title) == key);
        of.flat_map(|norm| norm.articles.iter().copied())
    }

    /// Whether an instrument of this title is cited.
    pub(crate) fn cites(&self, title: &str) -> bool {
        let key = title_key(title);
        self.norms.iter().any(|norm| title_key(&norm.title) == key)
    }
}

/// How far the best known of norms of these ranks reaches; a rank may not be known.
pub(crate) fn reach_of(
    ranks: impl IntoIterator<Item = Option<LegalRank>>,
    suffices: impl Fn(LegalRank) -> bool,
) -> Reach {
    let mut reach = Reach::NoneCited;
    for rank in ranks {
        match rank.map_or(Some(Reach::Unknown), |rank| of_rank(rank, &suffices)) {
            Some(Reach::Suffices) => return Reach::Suffices,
            Some(unknown) => reach = unknown,
            None if reach == Reach::NoneCited => reach = Reach::Below,
            None => {}
        }
    }
    reach
}

/// What comes of a norm of a rank: whether it suffices, or whether that cannot be said; none where it does not.
fn of_rank(rank: LegalRank, suffices: impl Fn(LegalRank) -> bool) -> Option<Reach> {
    // 地方性法规 has members as well, which count as it does.
    let wide = matches!(rank, LegalRank::Regulation | LegalRank::Rule);
    if !wide {
        return suffices(rank).then_some(Reach::Suffices);
    }
    let mut of = members(rank).iter().map(|&member| suffices(member));
    let first = of.next().unwrap_or(false);
    if of.all(|other| other == first) { first.then_some(Reach::Suffices) } else { Some(Reach::Unknown) }
}

impl Norm {
    fn unknown(title: &str) -> Self {
        Self {
            title: title.into(),
            rank: None,
            stated_rank: None,
            articles: Vec::new(),
            record: None,
            is_printed: false,
        }
    }
}

/// What is known of instruments.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) judged: &'a JudgedCitations,
    pub(super) facts: &'a Facts,
    pub(super) law: &'a LawFacts,
    pub(super) as_of: Option<Date>,
}

impl Known<'_> {
    fn add(&self, said: &Said<'_>, norms: &mut Vec<Norm>) {
        let facts = &self.facts.citations;
        let (title, name) = match &said.named {
            Named::Title(title) => (&**title, facts.titles.find(&**title).map(Name::Title)),
            Named::Record(id) => ("", facts.records.find(id.as_str()).map(Name::Record)),
        };
        let judged = name.and_then(|name| self.judged.instrument(name));
        let mut norm = Norm {
            stated_rank: said.rank,
            articles: said.articles.iter().map(|at| Cited { article: at.article, paragraph: at.paragraph }).collect(),
            ..Norm::unknown(title)
        };
        match (judged, &said.named) {
            (Some(judged), _) => {
                (norm.title, norm.rank, norm.record) = (judged.title.clone(), judged.rank, judged.record);
            }
            (None, Named::Title(title)) => norm.rank = self.rank(title),
            (None, Named::Record(id)) => self.add_record(id.as_str(), &mut norm),
        }
        norms.push(norm);
        if let Some(quote) = &said.quote {
            self.add_printed(quote, norms);
        }
    }

    /// Adds what is known of a record that no item cites, such as one that only a decision names. A record that is not there, or
    /// that could not be read, may be of any rank.
    fn add_record(&self, id: &str, norm: &mut Norm) {
        norm.record = self.facts.records.ordinal(Kind::LegalInstrument, id);
        let Some(record) = norm.record.and_then(|ordinal| self.facts.citations.instruments.get(&ordinal)) else {
            return;
        };
        let title = record.edition.title.as_str();
        norm.title = title.into();
        norm.rank = self.held_rank(title).or(Some(record.edition.rank));
    }

    /// Adds the norms that printed words name: 依照《……条例》第三十条的规定处罚.
    fn add_printed(&self, quote: &str, norms: &mut Vec<Norm>) {
        let mut met: HashSet<&str> = HashSet::new();
        for title in titles_in(quote).filter(|title| met.insert(title)) {
            norms.push(Norm { rank: self.rank(title), is_printed: true, ..Norm::unknown(title) });
        }
    }

    fn rank(&self, title: &str) -> Option<LegalRank> {
        self.held_rank(title).or_else(|| rank_by_title(title))
    }

    /// The rank that an instrument has by what is held of it.
    fn held_rank(&self, title: &str) -> Option<LegalRank> {
        let held = self.judged.law(self.law).instrument(title);
        held.and_then(|held| match self.as_of {
            Some(day) => held.rank(day),
            None => held.rank_throughout(),
        })
    }
}

/// The titles of norms in printed words; other things stand in 《》 as well: forms, licenses, plans.
fn titles_in(quote: &str) -> impl Iterator<Item = &str> {
    const NORMS: [&str; 10] = ["法", "条例", "规定", "办法", "细则", "决定", "通则", "规则", "章程", "解释"];
    let inside = quote.split('《').skip(1).filter_map(|rest| rest.split_once('》')).map(|(title, _)| title);
    inside.filter(|title| NORMS.iter().any(|ending| title.ends_with(ending)))
}
