//! Where the articles stand now that are cited: in the new edition, or in what took the place of an instrument.

use std::collections::{BTreeSet, HashMap};
use std::num::NonZeroU16;

use super::entry::ArticleChange;
use super::list::ArticleSource;
use crate::facts::citations::printed::Printed;
use crate::law::facts::{moved_article, same_title};
use crate::law::openings::{EditionOpenings, Fingerprint, Openings};
use crate::model::{ArticleRef, Date};
use crate::standing::renumbered::{MOST, Placed, placed, standing_in};

/// An edition of an instrument: its title and the day on which it was made.
#[derive(Debug, Clone, Copy)]
pub(super) struct EditionOf<'a> {
    pub(super) title: &'a str,
    pub(super) made_on: Option<Date>,
}

/// What is cited of an instrument at one place of an item.
#[derive(Debug)]
pub(super) struct CitedArticles<'a> {
    /// Each once.
    articles: &'a [ArticleRef],
    /// What is printed there under one article and no other, by that article.
    printed: HashMap<NonZeroU16, Vec<&'a Printed>>,
    /// The edition of which the numbers are.
    old: EditionOf<'a>,
}

impl<'a> CitedArticles<'a> {
    pub(super) fn new(
        articles: &'a [ArticleRef],
        old: EditionOf<'a>,
        printed: impl Iterator<Item = &'a Printed>,
    ) -> Self {
        let mut under: HashMap<NonZeroU16, Vec<&'a Printed>> = HashMap::new();
        for printed in printed {
            if let [article] = *printed.under {
                under.entry(article).or_default().push(printed);
            }
        }
        Self { articles, printed: under, old }
    }

    /// What is printed under an article and no other.
    fn printed_under(&self, article: ArticleRef) -> impl Iterator<Item = &'a Printed> {
        let number = Some(article.article).filter(|_| article.inserted.is_none());
        number.and_then(|number| self.printed.get(&number)).into_iter().flatten().copied()
    }
}

/// An article without its paragraph: its number and that of an inserted one.
type Number = (NonZeroU16, Option<NonZeroU16>);

fn number_of(article: ArticleRef) -> Number {
    (article.article, article.inserted)
}

/// How the articles of an edition begin, from either side.
#[derive(Debug)]
struct Indexed {
    openings: EditionOpenings,
    by_article: HashMap<Number, Vec<Fingerprint>>,
}

impl Indexed {
    fn new(openings: EditionOpenings) -> Self {
        let mut by_article: HashMap<Number, Vec<Fingerprint>> = HashMap::new();
        for (article, opening) in openings.entries() {
            by_article.entry(number_of(article)).or_default().push(opening);
        }
        Self { openings, by_article }
    }

    fn of(&self, article: Number) -> &[Fingerprint] {
        self.by_article.get(&article).map_or(&[], Vec::as_slice)
    }
}

/// Where articles stand now, each looked for once.
#[derive(Debug)]
pub(super) struct Articles<'a> {
    openings: Option<&'a Openings>,
    numbers: HashMap<(String, Date), Option<usize>>,
    editions: Vec<Indexed>,
    /// From an article of one edition to those of another.
    found: HashMap<(usize, usize, Number), Vec<ArticleRef>>,
}

impl<'a> Articles<'a> {
    pub(super) fn new(openings: Option<&'a Openings>) -> Self {
        Self { openings, numbers: HashMap::new(), editions: Vec::new(), found: HashMap::new() }
    }

    /// The articles in a new edition, of which the last is known where the numbers cited go beyond it.
    pub(super) fn in_edition(
        &mut self,
        cited: &CitedArticles<'_>,
        new: EditionOf<'_>,
        beyond: Option<NonZeroU16>,
    ) -> Vec<ArticleChange> {
        let (old, new) = (self.edition(cited.old), self.edition(new));
        let change = |article: ArticleRef| {
            if let Some(told) = self.by_words(cited, article, old, new) {
                return told;
            }
            let stands_in = self.by_openings(article, old, new);
            if !stands_in.is_empty() {
                return ArticleChange { new: stands_in, source: Some(ArticleSource::Openings), ..not_told(article) };
            }
            let is_beyond = beyond.is_some_and(|last| article.article > last);
            ArticleChange { source: is_beyond.then_some(ArticleSource::BeyondEnd), ..not_told(article) }
        };
        cited.articles.iter().copied().map(change).collect()
    }

    /// Where the printed words stand in a new edition, unless they do not tell.
    fn by_words(
        &self,
        cited: &CitedArticles<'_>,
        article: ArticleRef,
        old: Option<usize>,
        new: Option<usize>,
    ) -> Option<ArticleChange> {
        let new = self.editions.get(new?)?;
        let old = old.and_then(|old| self.editions.get(old));
        for printed in cited.printed_under(article) {
            // They stood under another article before: that is no change of the law, and the number says nothing.
            let was_elsewhere = old.is_some_and(|old| matches!(placed(printed, &old.openings), Placed::Elsewhere(_)));
            if was_elsewhere {
                return Some(not_told(article));
            }
            let stands_in = match placed(printed, &new.openings) {
                Placed::Here => vec![ArticleRef::new(article.article)],
                Placed::Elsewhere(found) => found,
                Placed::NotTold => continue,
            };
            let source = Some(ArticleSource::PrintedWords);
            return Some(ArticleChange { new: stands_in, source, ..not_told(article) });
        }
        None
    }

    /// The articles in what took the place of an instrument that ended. The map of articles knows the numbers of the
    /// last edition.
    pub(super) fn in_successor(
        &mut self,
        cited: &CitedArticles<'_>,
        ended: &str,
        is_last_edition: bool,
        successor: Option<EditionOf<'_>>,
    ) -> Vec<ArticleChange> {
        let old = self.edition(cited.old);
        let new = successor.and_then(|new| self.edition(new));
        let change = |article: ArticleRef| {
            let of_map = Some(article).filter(|article| is_last_edition && article.inserted.is_none());
            let moved = of_map.and_then(|article| moved_article(ended, article.article));
            if let Some(moved) = moved.filter(|moved| successor.is_none_or(|new| same_title(new.title, moved.code))) {
                return ArticleChange {
                    new: vec![ArticleRef::new(moved.article)],
                    in_part: moved.in_part,
                    source: Some(ArticleSource::CodeMap),
                    ..not_told(article)
                };
            }
            let words = self.words_in_successor(cited, article, old, new);
            if !words.is_empty() {
                return ArticleChange { new: words, source: Some(ArticleSource::PrintedWords), ..not_told(article) };
            }
            let stands_in = self.by_openings(article, old, new);
            let source = (!stands_in.is_empty()).then_some(ArticleSource::Openings);
            ArticleChange { new: stands_in, source, ..not_told(article) }
        };
        cited.articles.iter().copied().map(change).collect()
    }

    /// Where the printed words stand in another instrument. A beginning that several articles of the old one share is
    /// left out: a duty and its sanction often begin alike, and a code has both.
    fn words_in_successor(
        &self,
        cited: &CitedArticles<'_>,
        article: ArticleRef,
        old: Option<usize>,
        new: Option<usize>,
    ) -> Vec<ArticleRef> {
        let Some(new) = new.and_then(|new| self.editions.get(new)) else { return Vec::new() };
        let old = old.and_then(|old| self.editions.get(old));
        let is_shared = |opening: Fingerprint| old.is_some_and(|old| old.openings.articles(opening).nth(1).is_some());
        let told = |printed: &Printed| standing_in(printed, &new.openings, |opening| !is_shared(opening));
        let mut found = cited.printed_under(article).map(told);
        found.find(|found| (1..=MOST).contains(&found.len())).unwrap_or_default()
    }

    /// The articles of another edition of which paragraphs begin as those of an article do. A beginning counts that stands
    /// in one article of each edition only; what many articles share tells nothing.
    fn by_openings(&mut self, article: ArticleRef, old: Option<usize>, new: Option<usize>) -> Vec<ArticleRef> {
        let (Some(from), Some(to)) = (old, new) else { return Vec::new() };
        let (Some(old), Some(new)) = (self.editions.get(from), self.editions.get(to)) else { return Vec::new() };
        let number = number_of(article);
        let look = || {
            let own = old.of(number).iter().filter(|&&opening| old.openings.only_article(opening).is_some());
            let found: BTreeSet<ArticleRef> = own.filter_map(|&opening| new.openings.only_article(opening)).collect();
            if found.len() > MOST { Vec::new() } else { found.into_iter().collect() }
        };
        self.found.entry((from, to, number)).or_insert_with(look).clone()
    }

    /// The openings of an edition by their place, if they are held.
    fn edition(&mut self, of: EditionOf<'_>) -> Option<usize> {
        let (openings, day) = (self.openings?, of.made_on?);
        let Self { numbers, editions, .. } = self;
        *numbers.entry((of.title.to_owned(), day)).or_insert_with(|| {
            editions.push(Indexed::new(openings.of(of.title, day)?));
            editions.len().checked_sub(1)
        })
    }
}

fn not_told(article: ArticleRef) -> ArticleChange {
    ArticleChange::not_told(article)
}
