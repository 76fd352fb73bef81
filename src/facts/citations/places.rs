//! All articles of citations, for those who ask for more than the highest of each.

use crate::facts::Interner;
use crate::model::ArticleRef;

/// The articles of citations, one after the other.
#[derive(Debug, Default)]
pub(crate) struct PlaceFacts {
    /// Whether somebody asks for them: a check does not.
    pub(crate) wanted: bool,
    articles: Interner<Box<[ArticleRef]>>,
    /// Of each citation, as numbers in `articles`.
    of: Vec<u32>,
}

impl PlaceFacts {
    /// Adds the articles of the next citation.
    pub(super) fn add(&mut self, articles: &[ArticleRef]) {
        if self.wanted {
            self.of.push(self.articles.number_or(articles, |articles| articles.into()));
        }
    }

    /// The articles of the citations, in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[ArticleRef]> {
        self.of.iter().map(|&number| self.articles.get(number).map_or(&[][..], |articles| articles))
    }
}
