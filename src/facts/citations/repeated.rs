//! Provisions that stand more than once in one list.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher as _, Hash as _, Hasher as _, RandomState};

use crate::facts::Interner;
use crate::facts::citations::cited::List;
use crate::facts::citations::known::Name;
use crate::facts::citations::said::Said;
use crate::law::facts::title_key;
use crate::model::{ArticleRef, Citation};

/// So many provisions of a list are compared; no list that anybody wrote has more.
const MOST_COMPARED: usize = 20_000;

/// What is cited more than once in a list.
#[derive(Debug, Default)]
pub(crate) struct RepeatedFacts {
    pub(crate) found: Vec<Repeated>,
    /// What the list that is shown cites.
    cells: Vec<Cell>,
    /// How many of them there were before the citation that is shown.
    before: usize,
    hasher: RandomState,
}

/// One provision, or a citation without any, that stands more than once in a list.
#[derive(Debug)]
pub(crate) struct Repeated {
    pub(crate) ordinal: u32,
    pub(crate) list: List,
    pub(crate) first: Place,
    pub(crate) second: Place,
    pub(crate) count: u32,
    pub(crate) name: Option<Name>,
    pub(crate) article: Option<ArticleRef>,
}

/// Where it stands in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) citation: u32,
    pub(crate) member: Member,
}

/// Where it stands in its citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Member {
    Whole,
    Article(u16),
    Text,
}

/// One provision of a list, or a citation without any.
#[derive(Debug, Clone, Copy)]
struct Cell {
    place: Place,
    pub(crate) name: Option<Name>,
    pub(crate) article: Option<ArticleRef>,
    /// The edition and whatever else must be equal.
    rest: u64,
    /// Whether no edition is named.
    is_bare: bool,
}

impl RepeatedFacts {
    /// Whether anything may stand twice in a list: nothing can in one citation of one article, as most lists are.
    pub(crate) fn may_be_in(citations: &[Citation]) -> bool {
        let is_named = |only: &Citation| only.title.is_some() || only.instrument.is_some();
        !matches!(citations, [only] if only.articles.len() == 1 && is_named(only))
    }

    /// Takes up what a citation says of one instrument.
    pub(crate) fn add_said(&mut self, citation: u32, name: Name, said: &Said<'_>) {
        let of = said.of;
        let names_no_article = said.articles.is_empty();
        // In a text a title alone names no place; a place that is no article is as good as one.
        if names_no_article && said.is_text && of.clauses.is_empty() || self.cells.len() >= MOST_COMPARED {
            return;
        }
        let is_bare = of.version_dates.is_empty() && of.document_number.is_none();
        // Nearly every citation says nothing but its articles.
        let rest = if is_bare && of.clauses.is_empty() && !names_no_article {
            0
        } else {
            self.rest_of(of, names_no_article && !said.is_text)
        };
        let in_text = matches!(said.articles, Cow::Owned(_));
        let cell = |member: Member, article: Option<ArticleRef>| Cell {
            place: Place { citation, member },
            name: Some(name),
            article,
            rest,
            is_bare,
        };
        if names_no_article {
            self.cells.push(cell(if said.is_text { Member::Text } else { Member::Whole }, None));
        }
        let left = MOST_COMPARED.saturating_sub(self.cells.len());
        for (at, article) in (0..=u16::MAX).zip(said.articles.iter()).take(left) {
            self.cells.push(cell(if in_text { Member::Text } else { Member::Article(at) }, Some(*article)));
        }
    }

    /// Ends a citation: one of which only the text is known is the same as another word for word.
    pub(crate) fn end_citation(&mut self, citation: u32, of: &Citation) {
        let is_named = of.title.is_some() || of.instrument.is_some();
        if self.cells.len() == self.before && !is_named && of.text.is_some() && self.before < MOST_COMPARED {
            let place = Place { citation, member: Member::Whole };
            let rest = self.rest_of(of, true);
            self.cells.push(Cell { place, name: None, article: None, rest, is_bare: false });
        }
        self.before = self.cells.len();
    }

    /// Ends a list, and keeps what stands in it more than once.
    pub(crate) fn end_list(&mut self, ordinal: u32, list: List, titles: &Interner<Box<str>>) {
        let begin = self.found.len();
        // Equal ones come to stand beside each other; sorting keeps the order of the list among them.
        if self.cells.len() > 1 {
            self.cells.sort_by_key(|cell| cell.article);
            for group in self.cells.chunk_by(|a, b| a.article == b.article).filter(|group| group.len() > 1) {
                let mut named: Vec<(String, Cell)> =
                    group.iter().map(|cell| (key_of(cell.name, titles), *cell)).collect();
                named.sort_by(|(a, _), (b, _)| a.cmp(b));
                for same in named.chunk_by_mut(|(a, _), (b, _)| a == b).filter(|same| same.len() > 1) {
                    share_editions(same);
                    same.sort_by_key(|(_, cell)| cell.rest);
                    let equal = same.chunk_by(|(_, a), (_, b)| a.rest == b.rest);
                    self.found.extend(equal.filter_map(|equal| {
                        let [(_, first), (_, second), ..] = equal else { return None };
                        let count = u32::try_from(equal.len()).unwrap_or(u32::MAX);
                        let (name, article) = (second.name, second.article);
                        Some(Repeated { ordinal, list, first: first.place, second: second.place, count, name, article })
                    }));
                }
            }
        }
        if let Some(new) = self.found.get_mut(begin..) {
            new.sort_by_key(|repeated| repeated.second);
        }
        self.cells.clear();
        self.before = 0;
    }

    /// A number that stands for what must be equal besides instrument and article.
    fn rest_of(&self, of: &Citation, word_for_word: bool) -> u64 {
        let mut rest = self.hasher.build_hasher();
        of.version_dates.iter().for_each(|date| date.text().hash(&mut rest));
        (&of.document_number, &of.clauses).hash(&mut rest);
        if word_for_word {
            (&of.text, &of.quote).hash(&mut rest);
        }
        rest.finish()
    }
}

/// What is equal for two names of one instrument.
fn key_of(name: Option<Name>, titles: &Interner<Box<str>>) -> String {
    match name {
        Some(Name::Title(number)) => title_key(titles.get(number).map_or("", |title| title)),
        // No title begins so.
        Some(Name::Record(number)) => format!("\u{0}{number}"),
        None => String::new(),
    }
}

/// Within one text an instrument that is named without its edition, after it was named with it, is of that edition.
fn share_editions(same: &mut [(String, Cell)]) {
    let mut of_text: HashMap<u32, u64> = HashMap::new();
    for (_, cell) in same.iter_mut().filter(|(_, cell)| cell.place.member == Member::Text) {
        if !cell.is_bare {
            of_text.entry(cell.place.citation).or_insert(cell.rest);
        } else if let Some(&rest) = of_text.get(&cell.place.citation) {
            cell.rest = rest;
        }
    }
}
