//! What citations show of their ranks before all records are known.
//!
//! A rule about ranks keeps an item only where it may fall short. A title that goes as one of a law or regulation never falls
//! short: the instrument is one, or nothing is known of it. What an instrument of the catalog is shows as soon as its record was
//! read, which mostly stands before the items.

use crate::codelist::LegalRank;
use crate::law::rank::is_law_or_regulation;
use crate::model::{Citation, Text};
use crate::rule::Scope;

/// Whether one of the citations is of a law, as far as is known so far.
pub(super) fn may_cite_law<'c>(scope: &Scope<'_>, citations: impl IntoIterator<Item = &'c Citation>) -> bool {
    let is_law = |rank| matches!(rank, LegalRank::Constitution | LegalRank::Law);
    citations.into_iter().any(|citation| may_cite(scope, citation, is_law, is_title_of_law))
}

/// Whether one of the citations is of a law or a regulation, as far as is known so far.
pub(super) fn may_cite_regulation<'c>(scope: &Scope<'_>, citations: impl IntoIterator<Item = &'c Citation>) -> bool {
    let is_title = |title: &str| is_title_of_law(title) || is_title_of_regulation(title);
    citations.into_iter().any(|citation| may_cite(scope, citation, is_law_or_regulation, is_title))
}

fn may_cite(
    scope: &Scope<'_>,
    citation: &Citation,
    suffices: impl Fn(LegalRank) -> bool,
    is_title: impl Fn(&str) -> bool,
) -> bool {
    match (&citation.instrument, &citation.title, &citation.text) {
        (Some(record), ..) => scope.rank_so_far(record.id()).is_some_and(suffices),
        (None, Some(title), _) => is_title(bare(title.as_str())),
        (None, None, text) => titles_in(text.as_ref().map_or("", Text::as_str)).map(bare).any(is_title),
    }
}

/// Whether a citation names a law or regulation as its title goes, whatever its record says: 水法, 河道管理条例.
pub(super) fn names_law_or_regulation(citations: &[Citation]) -> bool {
    let is_title = |title: &str| is_title_of_law(title) || title.ends_with("条例");
    citations.iter().any(|citation| match (&citation.title, &citation.text) {
        (Some(title), _) => is_title(title.as_str()),
        (None, text) => titles_in(text.as_ref().map_or("", Text::as_str)).any(is_title),
    })
}

/// The titles that stand in a text between their marks.
fn titles_in(text: &str) -> impl Iterator<Item = &str> {
    text.split('《').skip(1).filter_map(|rest| rest.split('》').next())
}

/// A title without its marks and without what stands after it in brackets.
fn bare(title: &str) -> &str {
    let title = title.split(['（', '(']).next().unwrap_or(title);
    title.trim_matches(|c: char| c.is_whitespace() || matches!(c, '《' | '》'))
}

fn is_title_of_law(title: &str) -> bool {
    (title.ends_with('法') && !title.ends_with("办法")) || title.ends_with("法典")
}

/// Rules may not be called 条例 (规章制定程序条例 §7); regulations of the party are.
fn is_title_of_regulation(title: &str) -> bool {
    title.ends_with("条例") && !title.contains("中国共产党")
}
