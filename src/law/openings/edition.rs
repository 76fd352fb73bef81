//! The openings of one edition.

use std::num::NonZeroU16;

use super::entry::Entry;
use super::fingerprint::Fingerprint;
use crate::model::ArticleRef;

/// 版本条文开头: how the paragraphs of the articles of one edition begin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EditionOpenings {
    /// In the order of the fingerprints, then of the articles; each once.
    by_fingerprint: Vec<(Fingerprint, ArticleRef)>,
}

impl EditionOpenings {
    pub(crate) fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut by_fingerprint: Vec<_> =
            entries.into_iter().map(|(article, fingerprint)| (fingerprint, article)).collect();
        by_fingerprint.sort_unstable();
        by_fingerprint.dedup();
        Self { by_fingerprint }
    }

    /// How each paragraph begins, with its article.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Entry> {
        self.by_fingerprint.iter().map(|&(fingerprint, article)| (article, fingerprint))
    }

    /// The articles of which a paragraph begins so, in their order.
    pub fn articles(&self, opening: Fingerprint) -> impl Iterator<Item = ArticleRef> {
        let from = self.by_fingerprint.partition_point(|(known, _)| *known < opening);
        let found = self.by_fingerprint.iter().skip(from).take_while(move |(known, _)| *known == opening);
        found.map(|(_, article)| *article)
    }

    /// The one article of which a paragraph begins so; none where none or several do.
    #[must_use]
    pub fn only_article(&self, opening: Fingerprint) -> Option<ArticleRef> {
        let mut articles = self.articles(opening);
        let first = articles.next()?;
        articles.next().is_none().then_some(first)
    }

    /// Whether a paragraph of an article begins so, or of one that was inserted after it.
    #[must_use]
    pub fn opens(&self, article: NonZeroU16, opening: Fingerprint) -> bool {
        self.articles(opening).any(|opened| opened.article == article)
    }
}
