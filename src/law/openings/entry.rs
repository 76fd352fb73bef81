//! An article and how its paragraphs begin, as it is written: `12-1:5b6c7d,8e9f00`.

use std::num::NonZeroU16;

use super::fingerprint::Fingerprint;
use crate::model::ArticleRef;

/// An article and how one of its paragraphs begins.
pub(crate) type Entry = (ArticleRef, Fingerprint);

/// The entries of an edition as written; what is none is given back.
pub(super) fn entries(written: &str) -> impl Iterator<Item = Result<Entry, &str>> {
    parts(written, b';').filter(|written| !written.is_empty()).flat_map(|written| {
        let mut halves = parts(written, b':');
        let (number, prints) = (halves.next().unwrap_or_default(), halves.next());
        // What follows a second colon is no fingerprint.
        let prints = prints.filter(|_| halves.next().is_none());
        let article = article(number).filter(|_| prints.is_some());
        parts(prints.unwrap_or_default(), b',').map(move |print| article.zip(print.parse().ok()).ok_or(written))
    })
}

/// The parts of a text between these ASCII marks. Thousands of parts of a few bytes each are cut quickest so.
fn parts(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        match text.bytes().position(|byte| byte == mark) {
            Some(end) => {
                rest = text.get(end.saturating_add(1)..);
                text.get(..end)
            }
            None => rest.take(),
        }
    })
}

/// `12`, or `12-1` for 第十二条之一.
fn article(written: &str) -> Option<ArticleRef> {
    let (number, inserted) = match written.split_once('-') {
        Some((number, inserted)) => (number, Some(inserted.parse::<NonZeroU16>().ok()?)),
        None => (written, None),
    };
    Some(ArticleRef { inserted, ..ArticleRef::new(number.parse().ok()?) })
}

/// An article in Arabic numerals, with that of an inserted one: as [`article`] reads it.
pub(crate) fn in_digits(article: ArticleRef) -> String {
    match article.inserted {
        Some(inserted) => format!("{}-{inserted}", article.article),
        None => article.article.to_string(),
    }
}

/// The openings of an edition, as [`Openings::from_tsv`](super::Openings::from_tsv) reads them; articles and paragraphs in their order.
pub(crate) fn write_entries(articles: &[(ArticleRef, Vec<Fingerprint>)]) -> String {
    let written = articles.iter().filter(|(_, prints)| !prints.is_empty()).map(|(article, prints)| {
        let prints: Vec<String> = prints.iter().map(ToString::to_string).collect();
        format!("{}:{}", in_digits(*article), prints.join(","))
    });
    written.collect::<Vec<_>>().join(";")
}
