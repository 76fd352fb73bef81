//! What a citation says: by its members, or by its text where nobody has taken it apart.

use super::qd202::names_no_place;
use crate::codelist::LegalRank;
use crate::law::citation::read_with_rest;
use crate::law::facts::{EditionDay, title_key};
use crate::model::{ArticleRef, Citation, Date, Id, Text, Written};
use std::borrow::Cow;
use std::collections::HashSet;

/// What a citation says about one instrument.
#[derive(Debug)]
pub(super) struct Said<'a> {
    pub(super) named: Named<'a>,
    /// The rank that is stated.
    pub(super) rank: Option<LegalRank>,
    pub(super) articles: Cow<'a, [ArticleRef]>,
    /// The days by which an edition is named, as far as they are said.
    pub(super) dates: Vec<EditionDay>,
    /// Whether it was read from the text, so that it stands there.
    pub(super) is_text: bool,
    /// The provision as printed.
    pub(super) quote: Option<Cow<'a, str>>,
    /// The citation; of a text the part that speaks of this instrument, as read, but for title and articles.
    pub(super) of: &'a Citation,
    /// Whether it names no place in its instrument.
    pub(super) is_whole: bool,
    /// The rank that the record states beside it, not a tag in the text.
    pub(super) rank_beside: Option<LegalRank>,
}

/// How a citation names its instrument.
#[derive(Debug)]
pub(super) enum Named<'a> {
    Title(Cow<'a, str>),
    /// By a record of the catalog.
    Record(&'a Id),
}

/// Shows what a citation says, one instrument after the other; says whether it names any. What of its text was not
/// understood is added to `unread`, where the text is what is judged.
pub(super) fn said(citation: &Citation, unread: &mut Vec<String>, mut see: impl FnMut(Said<'_>)) -> bool {
    let named = match (&citation.instrument, &citation.title) {
        (Some(record), _) => Named::Record(record.id()),
        (None, Some(title)) => Named::Title(Cow::Borrowed(title.as_str())),
        (None, None) => return read(citation, unread, see),
    };
    let (articles, dates, quote) = places(citation, unread);
    let is_whole = articles.is_empty() && names_no_place(citation);
    let rank = citation.rank;
    see(Said { named, rank, articles, dates, is_text: false, quote, of: citation, is_whole, rank_beside: rank });
    true
}

/// The days by which a citation names an edition. Where its text says only when the instrument was made, as
/// （2006年2月21日国务院令第460号公布） does, or names the amendment by its order alone, it names none; and where one of them is
/// no day, month or year, nobody knows which.
fn dates(citation: &Citation) -> Vec<EditionDay> {
    if citation.version_dates.is_empty() || citation.text.as_ref().is_some_and(|text| !names_edition(text.as_str())) {
        return Vec::new();
    }
    // Nearly every day is whole.
    let day = |written: &Written<Date>| written.value().map(EditionDay::from).or_else(|| written.text().parse().ok());
    citation.version_dates.iter().map(day).collect::<Option<_>>().unwrap_or_default()
}

/// Words that say that a day is that of an edition.
const AMENDED: &[&str] = &["修正", "修订", "修改", "版"];

/// Words that say that a day is that of the making.
const MADE: &[&str] = &["公布", "发布", "颁布", "通过", "施行", "实施"];

/// Whether the notes of a text, or the text where it has none, name an edition by a day: whether the last word about an
/// amendment has a day before it that belongs to nothing else. In （2011年1月8日公布，根据国务院令第709号修订） the day
/// is that of the making.
fn names_edition(text: &str) -> bool {
    let notes = text.split(['（', '(']).skip(1).filter_map(|rest| rest.split(['）', ')']).next());
    let note = notes.filter(|note| year_in(note).is_some()).last().unwrap_or(text);
    let last = AMENDED.iter().filter_map(|word| note.rfind(word)).max();
    let Some((before, _)) = last.and_then(|at| note.split_at_checked(at)) else { return false };
    let Some(day) = year_in(before).and_then(|at| before.get(at..)) else { return false };
    let is_done = |word: &str| {
        day.match_indices(word).any(|(at, _)| {
            let after = day.get(at.saturating_add(word.len())..).and_then(|rest| rest.chars().next());
            after.is_some_and(|c| "，,；;。、 \u{3000}".contains(c))
        })
    };
    !AMENDED.iter().chain(MADE).any(|word| is_done(word))
}

/// Where the last year of a text begins: four digits, the first of them 1 or 2.
fn year_in(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_year = |four: &[u8]| matches!(four, [b'1' | b'2', rest @ ..] if rest.iter().all(u8::is_ascii_digit));
    bytes.windows(4).rposition(is_year)
}

/// The provisions, the days and the printed words of a citation that names its instrument. What it has not, its text
/// may tell, if that speaks of one instrument.
fn places<'a>(
    citation: &'a Citation,
    unread: &mut Vec<String>,
) -> (Cow<'a, [ArticleRef]>, Vec<EditionDay>, Option<Cow<'a, str>>) {
    let unplaced = citation.articles.is_empty() && citation.clauses.is_empty();
    let quote = citation.quote.as_ref().map(|quote| Cow::Borrowed(quote.as_str()));
    let prints = |text: &Text| text.as_str().contains(['：', ':', '“', '\n']);
    if let Some(text) = citation.text.as_ref().filter(|text| unplaced || (quote.is_none() && prints(text))) {
        let not_understood = if unplaced { unread } else { &mut Vec::new() };
        let mut named = read_text(text, not_understood).filter(|read| read.title.is_some());
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

/// The citations of a text; what was not understood is added to `unread`.
fn read_text(text: &Text, unread: &mut Vec<String>) -> impl Iterator<Item = Citation> + use<> {
    read_with_rest(text.as_str())
        .into_iter()
        .map(|read| {
            unread.extend(read.unread.into_iter().map(str::to_owned));
            read.citation
        })
        .collect::<Vec<_>>()
        .into_iter()
}

/// What the text alone says. A rank that stands beside it is that of the one instrument of which it speaks.
fn read(citation: &Citation, unread: &mut Vec<String>, mut see: impl FnMut(Said<'_>)) -> bool {
    let read = citation.text.iter().flat_map(|text| read_text(text, unread).collect::<Vec<_>>());
    let named: Vec<(Text, Citation)> = read.filter_map(|mut read| Some((read.title.take()?, read))).collect();
    let beside = citation.rank.filter(|_| named.len() == 1);
    let names_any = !named.is_empty();
    let whole: Vec<bool> = named.iter().map(|(_, read)| names_no_place(read)).collect();
    // A title that stands for itself, and again with its articles, is cited by them.
    let is_placed = named.len() > 1 && whole.contains(&true);
    let placed = named.iter().zip(&whole).filter(|&(_, &whole)| is_placed && !whole);
    let placed: HashSet<String> = placed.map(|((title, _), _)| title_key(title.as_str())).collect();
    for ((title, mut read), whole) in named.into_iter().zip(whole) {
        let articles = std::mem::take(&mut read.articles);
        see(Said {
            rank: beside.or(read.rank),
            dates: dates(&read),
            quote: read.quote.as_ref().map(|quote| Cow::Borrowed(quote.as_str())),
            articles: Cow::Owned(articles),
            is_text: true,
            is_whole: whole && (placed.is_empty() || !placed.contains(&title_key(title.as_str()))),
            of: &read,
            rank_beside: beside,
            named: Named::Title(Cow::Owned(title.as_str().to_owned())),
        });
    }
    names_any
}
