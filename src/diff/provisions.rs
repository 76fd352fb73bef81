//! The provisions that a list of citations names, whichever way they are written.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::citations::said::{Named, said};
use crate::facts::names::folded;
use crate::law::facts::{moved_article, title_key};
use crate::model::{ArticleRef, Catalog, Citation};

/// Provisions, by the keys of the titles of their instruments.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Provisions(BTreeMap<String, BTreeSet<Place>>);

/// A place in an instrument.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Place {
    Whole,
    Article(ArticleRef),
    /// A chapter, a heading, an entry of an annex: as written, widths and blanks aside.
    Clause(String),
}

/// How the provisions of one list stand to those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kinship {
    Same,
    /// Other places of the same instruments, or of a code that took the articles over.
    Renumbered,
    Other,
}

impl Provisions {
    /// The provisions of citations of a catalog, whose records name instruments by the titles that they have there.
    pub(super) fn of<'a>(catalog: &Catalog, citations: impl Iterator<Item = &'a Citation>) -> Self {
        let mut provisions = Self::default();
        let mut unread = Vec::new();
        for citation in citations {
            let names_any = said(citation, &mut unread, |said| {
                let key = match &said.named {
                    Named::Title(title) => title_key(title),
                    Named::Record(id) => match catalog.legal_instruments.get(id.as_str()) {
                        Some(instrument) => title_key(instrument.title.as_str()),
                        None => format!("#{id}"),
                    },
                };
                let clauses = said.of.clauses.iter().map(|clause| Place::Clause(folded(clause.as_str()).into_owned()));
                let places: Vec<Place> =
                    said.articles.iter().map(|&article| Place::Article(article)).chain(clauses).collect();
                let of_instrument = provisions.0.entry(key).or_default();
                if places.is_empty() {
                    of_instrument.insert(Place::Whole);
                }
                of_instrument.extend(places);
            });
            let unnamed = [&citation.text, &citation.document_number].into_iter().flatten().next();
            if let Some(text) = unnamed.filter(|_| !names_any) {
                provisions.0.entry(format!("\"{}", folded(text.as_str()))).or_default().insert(Place::Whole);
            }
            unread.clear();
        }
        provisions
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn kinship(&self, other: &Self) -> Kinship {
        if self == other {
            Kinship::Same
        } else if self.is_empty() || other.is_empty() {
            Kinship::Other
        } else if self.has_all_of(other) || other.has_all_of(self) {
            // What was added or left out is no other number of what stays.
            Kinship::Other
        } else if self.moved_to(other) || other.moved_to(self) {
            Kinship::Renumbered
        } else {
            Kinship::Other
        }
    }

    /// Whether an instrument is named in both, or articles of one that went over into one of the other.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.0.keys().any(|key| other.0.contains_key(key)) || self.kinship(other) == Kinship::Renumbered
    }

    /// Whether every provision of another list stands in this one.
    fn has_all_of(&self, other: &Self) -> bool {
        let has =
            |(key, places): (&String, &BTreeSet<Place>)| self.0.get(key).is_some_and(|here| here.is_superset(places));
        other.0.iter().all(has)
    }

    /// Whether the same instruments are named, but for those whose articles stand in a code that is named instead.
    fn moved_to(&self, later: &Self) -> bool {
        let mut reached = BTreeSet::new();
        let all_stay_or_move = self.0.iter().all(|(key, places)| {
            if later.0.contains_key(key) {
                return true;
            }
            let mut is_taken_over = false;
            for place in places {
                let Place::Article(article) = place else { continue };
                let Some(moved) = moved_article(key, article.article) else { continue };
                let code = title_key(moved.code);
                let stands_there = later.0.get(&code).is_some_and(|places| {
                    let is_it = |place: &Place| match place {
                        Place::Article(article) => article.article == moved.article,
                        Place::Whole => true,
                        Place::Clause(_) => false,
                    };
                    places.iter().any(is_it)
                });
                if stands_there {
                    is_taken_over = true;
                    reached.insert(code);
                }
            }
            is_taken_over
        });
        all_stay_or_move && later.0.keys().all(|key| self.0.contains_key(key) || reached.contains(key))
    }
}
