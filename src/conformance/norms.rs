//! What a catalog's citations name: provisions that can be compared with those of another catalog, and ranks.

use std::collections::HashMap;

use super::list::Backing;
use crate::codelist::LegalRank;
use crate::facts::citations::said::{Named, Said, said};
use crate::law::facts::{EditionDay, Instrument, LawFacts, NamedEdition, moved_article, title_key};
use crate::law::rank::{is_law_or_regulation, members, rank_by_title};
use crate::model::{ArticleRef, Catalog, Citation, Date, LegalInstrument};

/// So many provisions of a list are compared; none that anybody wrote has more.
const MOST: usize = 256;

/// So many provisions are told that an item does not cite.
const MOST_MISSING: usize = 8;

/// The instruments that a catalog names, with what is known of them.
#[derive(Debug)]
pub(super) struct Norms<'a> {
    catalog: &'a Catalog,
    law: &'a LawFacts,
    as_of: Option<Date>,
    own: HashMap<String, &'a LegalInstrument>,
}

/// The provisions of one instrument that a citation names.
#[derive(Debug)]
pub(super) struct Provision {
    pub(super) title: String,
    pub(super) rank: Option<LegalRank>,
    key: String,
    /// None where the instrument is cited as a whole, or by other places than articles.
    articles: Vec<ArticleRef>,
    days: Vec<EditionDay>,
}

/// What a list of citations names.
#[derive(Debug, Default)]
pub(super) struct Provisions {
    pub(super) all: Vec<Provision>,
    /// Whether a citation was not understood, so that more may be named.
    pub(super) has_unread: bool,
}

impl<'a> Norms<'a> {
    pub(super) fn of(catalog: &'a Catalog, law: &'a LawFacts, as_of: Option<Date>) -> Self {
        let own = catalog.legal_instruments.iter().map(|record| (title_key(record.title.as_str()), record)).collect();
        Self { catalog, law, as_of, own }
    }

    pub(super) fn read<'c>(&self, citations: impl IntoIterator<Item = &'c Citation>) -> Provisions {
        let mut provisions = Provisions::default();
        let mut unread = Vec::new();
        for citation in citations {
            let has_named = said(citation, &mut unread, |said| match self.provision(&said) {
                Some(provision) if provisions.all.len() < MOST => provisions.all.push(provision),
                _ => provisions.has_unread = true,
            });
            provisions.has_unread |= !has_named || !unread.is_empty();
            unread.clear();
        }
        provisions
    }

    /// None where the instrument is a record that is not there.
    fn provision(&self, said: &Said<'_>) -> Option<Provision> {
        let (title, record) = match &said.named {
            Named::Title(title) => (&**title, self.own.get(&title_key(title)).copied()),
            Named::Record(id) => {
                let record = self.catalog.legal_instruments.get(id.as_str())?;
                (record.title.as_str(), Some(record))
            }
        };
        Some(Provision {
            title: title.to_owned(),
            rank: self.rank(title, record),
            key: title_key(title),
            articles: said.articles.to_vec(),
            days: said.dates.clone(),
        })
    }

    /// The rank of an instrument itself, whatever a tag beside it says; none where nothing is known of it.
    fn rank(&self, title: &str, record: Option<&LegalInstrument>) -> Option<LegalRank> {
        let held = self.law.instrument(title);
        let of_held = held.and_then(|held| match self.as_of {
            Some(day) => held.rank(day),
            None => held.rank_throughout(),
        });
        of_held.or_else(|| record.map(|record| record.rank)).or_else(|| rank_by_title(title))
    }

    /// What something rests on that cites these, where such ranks suffice.
    pub(super) fn backing(&self, citations: &[Citation], suffices: impl Fn(LegalRank) -> bool) -> Backing {
        self.read(citations).backing(suffices, |_| true)
    }

    /// The provisions of a superior list that do not stand among those here, in words, as far as that can be said; a few of
    /// them, as many items may answer one.
    pub(super) fn missing(&self, superior: &Provisions, here: &Provisions) -> Vec<String> {
        superior.all.iter().filter_map(|provision| self.missing_of(provision, here)).take(MOST_MISSING).collect()
    }

    fn missing_of(&self, provision: &Provision, here: &Provisions) -> Option<String> {
        let same: Vec<&Provision> = here.all.iter().filter(|own| own.key == provision.key).collect();
        if same.is_empty() {
            return (!self.went_elsewhere(provision, here)).then(|| in_words(&provision.title, &provision.articles));
        }
        // Articles of different editions, and an instrument without a place in it, say nothing of each other.
        if same.iter().any(|own| own.articles.is_empty() || !self.is_of_one_edition(provision, own)) {
            return None;
        }
        let is_there = |at: &&ArticleRef| same.iter().any(|own| own.articles.iter().any(|own| is_within(at, own)));
        let missing: Vec<ArticleRef> = provision.articles.iter().filter(|at| !is_there(at)).copied().collect();
        (!missing.is_empty()).then(|| in_words(&provision.title, &missing))
    }

    /// Whether what the superior list cites ended, and what took its place is cited here.
    fn went_elsewhere(&self, provision: &Provision, here: &Provisions) -> bool {
        let is_cited = |title: &str| {
            let key = title_key(title);
            here.all.iter().any(|own| own.key == key)
        };
        let editions = self.law.instrument(&provision.title).into_iter().flat_map(Instrument::editions);
        let mut successors = editions.filter_map(|edition| edition.successor.as_ref());
        let moved = |at: &ArticleRef| moved_article(&provision.title, at.article).is_some_and(|to| is_cited(to.code));
        successors.any(|title| is_cited(title.as_str())) || provision.articles.iter().any(moved)
    }

    fn is_of_one_edition(&self, one: &Provision, other: &Provision) -> bool {
        if one.days == other.days {
            return true;
        }
        let (Some(held), Some(day)) = (self.law.instrument(&one.title), self.as_of) else { return false };
        let is_current =
            |days: &[EditionDay]| matches!(held.named(days, day), NamedEdition::Unnamed | NamedEdition::Current(_));
        is_current(&one.days) && is_current(&other.days)
    }
}

impl Provisions {
    /// What rests on these, where norms of such ranks that are such suffice.
    pub(super) fn backing(&self, suffices: impl Fn(LegalRank) -> bool, counts: impl Fn(&Provision) -> bool) -> Backing {
        let mut backing = if self.has_unread { Backing::NotTold } else { Backing::None };
        for provision in self.all.iter().filter(|provision| counts(provision)) {
            match provision.suffices(&suffices) {
                Some(true) => return Backing::Norm,
                None => backing = Backing::NotTold,
                Some(false) if backing == Backing::None => backing = Backing::Below,
                Some(false) => {}
            }
        }
        backing
    }

    /// Whether an instrument is named in both.
    pub(super) fn shares(&self, other: &Self) -> bool {
        self.all.iter().any(|one| other.all.iter().any(|other| one.key == other.key))
    }

    /// Whether an instrument of this title is named.
    pub(super) fn names(&self, provision: &Provision) -> bool {
        self.all.iter().any(|own| own.key == provision.key)
    }
}

impl Provision {
    /// Whether its rank suffices; none where that is not known. A rank as wide as 法规 suffices where all that it may
    /// mean do.
    pub(super) fn suffices(&self, suffices: impl Fn(LegalRank) -> bool) -> Option<bool> {
        let rank = self.rank?;
        if !matches!(rank, LegalRank::Regulation | LegalRank::Rule) {
            return Some(suffices(rank));
        }
        let mut of = members(rank).iter().map(|&member| suffices(member));
        let first = of.next()?;
        of.all(|other| other == first).then_some(first)
    }

    /// Whether it is an instrument of this title.
    pub(super) fn is(&self, title: &str) -> bool {
        self.key == title_key(title)
    }
}

/// Whether two places may be one: neither names a part of the article that the other denies.
fn is_within(one: &ArticleRef, other: &ArticleRef) -> bool {
    let agree = |one: Option<_>, other: Option<_>| one.is_none() || other.is_none() || one == other;
    one.article == other.article
        && one.inserted == other.inserted
        && agree(one.paragraph, other.paragraph)
        && agree(one.item, other.item)
        && agree(one.point, other.point)
}

/// 《水法》第七条、第四十八条.
fn in_words(title: &str, articles: &[ArticleRef]) -> String {
    let places: Vec<String> = articles.iter().take(MOST).map(ToString::to_string).collect();
    format!("{}{}", crate::print::in_title_marks(title), places.join("、"))
}

/// 法律、法规、规章; what the State Council decides stands above rules.
pub(super) fn law_regulation_or_rule(rank: LegalRank) -> bool {
    is_law_or_regulation(rank)
        || matches!(
            rank,
            LegalRank::StateCouncilDecision
                | LegalRank::Rule
                | LegalRank::DepartmentalRule
                | LegalRank::ProvincialRule
                | LegalRank::MunicipalRule
        )
}

/// 地方性法规: with autonomous, separate and special zone regulations, which count as such.
pub(super) fn is_local_regulation(rank: LegalRank) -> bool {
    matches!(rank, LegalRank::LocalRegulation | LegalRank::AutonomousRegulation | LegalRank::SpecialZoneRegulation)
}
