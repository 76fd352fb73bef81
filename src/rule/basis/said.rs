//! What a citation says: by its members, or by its text where nobody has taken it apart.

use std::borrow::Cow;

use crate::codelist::LegalRank;
use crate::law::citation::read_citations;
use crate::model::{ArticleRef, Citation, Date, Id, Text, Written};

/// What a citation says about one instrument.
#[derive(Debug)]
pub(super) struct Said<'a> {
    pub(super) named: Named<'a>,
    /// The rank that is stated.
    pub(super) rank: Option<LegalRank>,
    pub(super) articles: Cow<'a, [ArticleRef]>,
    /// The dates by which an edition is named.
    pub(super) dates: Vec<Date>,
    /// Whether it was read from the text, so that it stands there.
    pub(super) is_text: bool,
    /// The provision as printed.
    pub(super) quote: Option<Cow<'a, str>>,
}

/// How a citation names its instrument.
#[derive(Debug)]
pub(super) enum Named<'a> {
    Title(Cow<'a, str>),
    /// By a record of the catalog.
    Record(&'a Id),
}

/// Shows what a citation says, one instrument after the other; says whether it names any.
pub(super) fn said<'a>(citation: &'a Citation, mut see: impl FnMut(Said<'a>)) -> bool {
    let named = match (&citation.instrument, &citation.title) {
        (Some(record), _) => Named::Record(record.id()),
        (None, Some(title)) => Named::Title(Cow::Borrowed(title.as_str())),
        (None, None) => return read(citation, see),
    };
    let (articles, dates, quote) = places(citation);
    see(Said { named, rank: citation.rank, articles, dates, is_text: false, quote });
    true
}

/// The dates by which a citation names an edition. Where its text says only when the instrument was made, as
/// （2006年2月21日国务院令第460号公布） does, it names none; and where one of them is no whole date (`2010年12月`) or none at
/// all, nobody knows which.
fn dates(citation: &Citation) -> Vec<Date> {
    let names_edition = |text: &str| ["修正", "修订", "修改", "版"].iter().any(|word| text.contains(word));
    if citation.text.as_ref().is_some_and(|text| !names_edition(text.as_str())) {
        return Vec::new();
    }
    citation.version_dates.iter().map(Written::value).collect::<Option<_>>().unwrap_or_default()
}

/// The provisions, the dates and the printed words of a citation that names its instrument. What it has not, its text
/// may tell, if that speaks of one instrument.
fn places(citation: &Citation) -> (Cow<'_, [ArticleRef]>, Vec<Date>, Option<Cow<'_, str>>) {
    let unplaced = citation.articles.is_empty() && citation.clauses.is_empty();
    let quote = citation.quote.as_ref().map(|quote| Cow::Borrowed(quote.as_str()));
    let prints = |text: &Text| text.as_str().contains(['：', ':', '“', '\n']);
    if let Some(text) = citation.text.as_ref().filter(|text| unplaced || (quote.is_none() && prints(text))) {
        let mut named = read_citations(text.as_str()).into_iter().filter(|read| read.title.is_some());
        if let (Some(only), None) = (named.next(), named.next()) {
            let read = || only.quote.as_ref().map(|quote| Cow::Owned(quote.as_str().to_owned()));
            let quote = quote.or_else(read);
            if !unplaced {
                return (Cow::Borrowed(citation.articles.as_slice()), dates(citation), quote);
            }
            let dates = dates(if citation.version_dates.is_empty() { &only } else { citation });
            return (Cow::Owned(only.articles), dates, quote);
        }
    }
    (Cow::Borrowed(citation.articles.as_slice()), dates(citation), quote)
}

/// What the text alone says. A rank that stands beside it is that of the one instrument of which it speaks.
fn read<'a>(citation: &'a Citation, mut see: impl FnMut(Said<'a>)) -> bool {
    let read = citation.text.iter().flat_map(|text| read_citations(text.as_str()));
    let named: Vec<(Text, Citation)> = read.filter_map(|mut read| Some((read.title.take()?, read))).collect();
    let beside = citation.rank.filter(|_| named.len() == 1);
    let names_any = !named.is_empty();
    for (title, read) in named {
        see(Said {
            named: Named::Title(Cow::Owned(title.as_str().to_owned())),
            rank: beside.or(read.rank),
            dates: dates(&read),
            quote: read.quote.as_ref().map(|quote| Cow::Owned(quote.as_str().to_owned())),
            articles: Cow::Owned(read.articles),
            is_text: true,
        });
    }
    names_any
}
