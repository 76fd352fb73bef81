//! In which article of an edition printed words stand.

use crate::facts::citations::printed::Printed;
use crate::law::openings::{EditionOpenings, Fingerprint};
use crate::model::ArticleRef;

/// So many articles that begin alike still tell an official where to look.
pub(crate) const MOST: usize = 3;

/// Where printed words stand, seen from the articles under which they are printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Placed {
    /// Under one of them.
    Here,
    /// In these, and in none of them.
    Elsewhere(Vec<ArticleRef>),
    /// Nowhere, or in more articles than tell which is meant.
    NotTold,
}

/// The articles in which printed words stand. The first paragraph that opens an article decides, of those that tell.
pub(crate) fn standing_in(
    printed: &Printed,
    edition: &EditionOpenings,
    tells: impl Fn(Fingerprint) -> bool,
) -> Vec<ArticleRef> {
    let telling = printed.openings.iter().copied().filter(|&opening| tells(opening));
    telling
        .map(|opening| edition.articles(opening).collect::<Vec<_>>())
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// Where printed words stand in an edition; more than a few articles that begin alike do not tell which is meant.
pub(crate) fn placed(printed: &Printed, edition: &EditionOpenings) -> Placed {
    let found = standing_in(printed, edition, |_| true);
    if found.iter().any(|found| printed.under.contains(&found.article)) {
        Placed::Here
    } else if found.is_empty() || found.len() > MOST {
        Placed::NotTold
    } else {
        Placed::Elsewhere(found)
    }
}
