//! What a citation says: by its members, or by its text where nobody has taken it apart.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::codelist::LegalRank;
use crate::law::citation::read_each;
use crate::law::facts::{EditionDay, title_key};
use crate::model::{ArticleRef, Citation, Date, Id, Text, Written};

/// What a citation says about one instrument.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    pub(crate) named: Named<'a>,
    /// The rank that is stated.
    pub(crate) rank: Option<LegalRank>,
    pub(crate) articles: Cow<'a, [ArticleRef]>,
    /// The days by which an edition is named, as far as they are said.
    pub(crate) dates: Vec<EditionDay>,
    /// Whether it was read from the text, so that it stands there.
    pub(crate) is_text: bool,
    /// The provision as printed.
    pub(crate) quote: Option<Cow<'a, str>>,
    /// The citation; of a text the part that speaks of this instrument, as read, but for title and articles.
    pub(crate) of: &'a Citation,
    /// Whether it names no place in its instrument.
    pub(crate) is_whole: bool,
    /// The rank that the record states beside it, not a tag in the text.
    pub(crate) rank_beside: Option<LegalRank>,
}

/// How a citation names its instrument.
#[derive(Debug)]
pub(crate) enum Named<'a> {
    Title(Cow<'a, str>),
    /// By a record of the catalog.
    Record(&'a Id),
}

/// Shows what a citation says, one instrument after the other; says whether it names any. What of its text was not
/// understood is added to `unread`, where the text is what is judged.
pub(crate) fn said(citation: &Citation, unread: &mut Vec<String>, mut see: impl FnMut(Said<'_>)) -> bool {
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
        if let Some(only) = only_named(text, not_understood) {
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

/// So many parts of a text that were not understood are kept.
const MOST_UNREAD: usize = 8;

/// Shows the citations of a text; what was not understood is added to `unread`.
fn read_text(text: &Text, unread: &mut Vec<String>, mut see: impl FnMut(Citation)) {
    read_each(text.as_str(), &mut |read| {
        let left = MOST_UNREAD.saturating_sub(unread.len());
        unread.extend(read.unread.into_iter().take(left).map(str::to_owned));
        see(read.citation);
    });
}

/// The citation of a text that names an instrument, where it is the only one.
fn only_named(text: &Text, unread: &mut Vec<String>) -> Option<Citation> {
    let (mut first, mut is_only) = (None, true);
    read_text(text, unread, |read| {
        if read.title.is_some() {
            is_only = first.is_none();
            first.get_or_insert(read);
        }
    });
    first.filter(|_| is_only)
}

/// So many citations of a text are kept while it is read; a text with more is read twice.
const MOST_KEPT: usize = 64;

/// A citation of a text that names an instrument.
struct NamedInText {
    title: Text,
    /// All else.
    read: Citation,
    is_whole: bool,
}

impl NamedInText {
    fn of(mut read: Citation) -> Option<Self> {
        let title = read.title.take()?;
        let is_whole = names_no_place(&read);
        Some(Self { title, read, is_whole })
    }
}

/// What the text alone says. A rank that stands beside it is that of the one instrument of which it speaks.
fn read(citation: &Citation, unread: &mut Vec<String>, mut see: impl FnMut(Said<'_>)) -> bool {
    let Some(text) = &citation.text else { return false };
    let (mut count, mut is_any_whole, mut kept) = (0_usize, false, Vec::new());
    // The titles that are named with a place.
    let mut placed: HashSet<String> = HashSet::new();
    read_text(text, unread, |read| {
        let Some(named) = NamedInText::of(read) else { return };
        count = count.saturating_add(1);
        is_any_whole |= named.is_whole;
        if kept.len() < MOST_KEPT {
            kept.push(named);
        } else if !named.is_whole {
            placed.insert(title_key(named.title.as_str()));
        }
    });
    // A title that stands for itself, and again with its articles, is cited by them.
    if is_any_whole && count > 1 {
        let with_place = kept.iter().filter(|named| !named.is_whole);
        placed.extend(with_place.map(|named| title_key(named.title.as_str())));
    }
    let beside = citation.rank.filter(|_| count == 1);
    let mut show = |NamedInText { title, mut read, is_whole }| {
        let articles = std::mem::take(&mut read.articles);
        see(Said {
            rank: beside.or(read.rank),
            dates: dates(&read),
            quote: read.quote.as_ref().map(|quote| Cow::Borrowed(quote.as_str())),
            articles: Cow::Owned(articles),
            is_text: true,
            is_whole: is_whole && (placed.is_empty() || !placed.contains(&title_key(title.as_str()))),
            of: &read,
            rank_beside: beside,
            named: Named::Title(Cow::Owned(title.as_str().to_owned())),
        });
    };
    if count <= MOST_KEPT {
        kept.into_iter().for_each(show);
    } else {
        drop(kept);
        // What was not understood is told already.
        let mut told = vec![String::new(); MOST_UNREAD];
        read_text(text, &mut told, |read| NamedInText::of(read).into_iter().for_each(&mut show));
    }
    count > 0
}

/// Whether a citation names neither an article nor another place in its instrument. Its texts are not understood here:
/// whatever in them may be a place counts as one.
pub(crate) fn names_no_place(citation: &Citation) -> bool {
    let texts = [&citation.text, &citation.title, &citation.document_number, &citation.quote];
    citation.articles.is_empty()
        && citation.clauses.is_empty()
        && !texts.into_iter().flatten().any(|text| may_name_a_place(text.as_str()))
}

fn may_name_a_place(text: &str) -> bool {
    ["附件", "附录", "附表", "名录", "序号", "§", "全文", "总则", "附则", "分则"].iter().any(|word| text.contains(word))
        || text.match_indices(is_unit).any(|(at, unit)| text.get(..at).is_some_and(|before| is_numbered(before, unit)))
        || text.split_once('》').is_some_and(|(_, after)| has_heading_number(after))
}

/// The divisions of a document.
fn is_unit(c: char) -> bool {
    "条款项目章节编篇类".contains(c)
}

/// Whether a number stands before a division: 第七条, 第７、48 条, 第（三）项; for articles, 7条 too.
fn is_numbered(before: &str, unit: &str) -> bool {
    let run = before.trim_end_matches(|c: char| {
        is_digit(c) || c.is_whitespace() || "第（）()、，,—–－-～~至到和及与之".contains(c)
    });
    let number = before.get(run.len()..).unwrap_or_default();
    number.contains(is_digit) && (unit == "条" || number.contains('第'))
}

/// Whether the number of a heading stands in the text after a title: 三、 or （二）.
fn has_heading_number(text: &str) -> bool {
    let mut before = text.match_indices('、').filter_map(|(at, _)| text.get(..at));
    let mut bracketed = text.split(['（', '(']).skip(1).filter_map(|rest| rest.split_once(['）', ')']));
    before.any(|before| before.ends_with(is_chinese_digit))
        || bracketed.any(|(number, _)| !number.is_empty() && number.chars().all(is_chinese_digit))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || is_chinese_digit(c)
}

fn is_chinese_digit(c: char) -> bool {
    "〇零一二三四五六七八九十百千两".contains(c)
}
