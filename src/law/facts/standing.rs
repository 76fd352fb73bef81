//! How an instrument stands on a day.

use std::num::NonZeroU16;

use super::edition::{Edition, State};
use crate::codelist::LegalRank;
use crate::model::Date;

/// 在库文件: the editions held of one title.
///
/// What is asked of it looks at every edition; whoever has many citations asks once a title.
#[derive(Debug, Clone, Copy)]
pub struct Instrument<'a> {
    pub(super) editions: &'a [Edition],
}

/// The most editions of a title of which anything is said. No instrument has so many, and for every citation each would
/// be looked at.
const MOST_EDITIONS: usize = 256;

/// 效力状况: how an instrument stands on a day.
///
/// Editions of a title are editions: only the end of all is an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Standing<'a> {
    /// 未收录: no edition is held. It may exist all the same.
    NotHeld,
    /// 现行有效: this edition is in force.
    InForce(&'a Edition),
    /// 尚未施行: every edition held begins later. An older one that is not held may be in force.
    NotYetInForce {
        /// The first day of the earliest, where known.
        from: Option<Date>,
    },
    /// 已终止: repealed or lapsed, and no edition is in force.
    Ended {
        /// The edition that ended last.
        edition: &'a Edition,
        /// The first day without it, where known.
        since: Option<Date>,
    },
    /// 未掌握: it is held, and what is known does not say how it stands on that day.
    Unknown,
}

/// 引用版本: the edition that the dates of a citation name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NamedEdition<'a> {
    /// The citation names no date.
    Unnamed,
    /// The edition in force.
    Current(&'a Edition),
    /// An edition older than the one in force; it may not be held.
    Older(Option<&'a Edition>),
    /// What is known does not say which.
    Unknown,
}

/// 条文核对: whether an instrument has an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArticleStanding<'a> {
    /// The edition in force has it.
    Exists,
    /// The edition in force ends before it.
    BeyondEnd {
        /// The edition in force.
        edition: &'a Edition,
        /// Its last article.
        last: NonZeroU16,
        /// The older edition that the citation names, which had the article.
        older: Option<&'a Edition>,
    },
    /// The edition in force, the one named, or the last article of one of them is not known.
    CannotSay,
}

impl<'a> Instrument<'a> {
    /// Its editions, in the order of the facts; at least one.
    pub fn editions(self) -> impl Iterator<Item = &'a Edition> {
        self.editions.iter()
    }

    /// How it stands on a day. An edition is in force on its first day, and no longer on the day on which it ends. Of
    /// more than 256 editions nothing is said.
    #[must_use]
    pub fn standing(self, as_of: Date) -> Standing<'a> {
        if self.editions.len() > MOST_EDITIONS {
            return Standing::Unknown;
        }
        let in_state = |state| self.editions.iter().filter(move |edition| edition.state(as_of) == state);
        // Of several, the newest: the others were not marked when it came.
        if let Some(edition) = in_state(State::InForce).max_by_key(|edition| edition.order()) {
            let unsure = in_state(State::Open).any(|other| other.order() > edition.order());
            return if unsure { Standing::Unknown } else { Standing::InForce(edition) };
        }
        if in_state(State::Later).count() == self.editions.len() {
            return Standing::NotYetInForce {
                from: self.editions.iter().filter_map(|edition| edition.effective_on).min(),
            };
        }
        let Some(edition) = in_state(State::Ended).max_by_key(|edition| edition.order()) else {
            return Standing::Unknown;
        };
        // An end ends the editions before it. Any other edition may be the living one, or point to it.
        let others_are_older = self
            .editions
            .iter()
            .filter(|other| other.state(as_of) != State::Ended)
            .all(|other| other.order().is_some_and(|made| edition.order().is_some_and(|last| made < last)));
        if others_are_older { Standing::Ended { edition, since: edition.ended_on } } else { Standing::Unknown }
    }

    /// The edition in force on a day, where that is certain.
    #[must_use]
    pub fn in_force(self, as_of: Date) -> Option<&'a Edition> {
        match self.standing(as_of) {
            Standing::InForce(edition) => Some(edition),
            _ => None,
        }
    }

    /// The rank on a day: of the edition in force, else the rank that all editions have.
    #[must_use]
    pub fn rank(self, as_of: Date) -> Option<LegalRank> {
        let same = || {
            let first = self.editions.first().filter(|_| self.editions.len() <= MOST_EDITIONS)?.rank;
            self.editions.iter().all(|edition| edition.rank == first).then_some(first)
        };
        self.in_force(as_of).map(|edition| edition.rank).or_else(same)
    }

    /// The edition that the dates of a citation name. Of several dates, such as the day of making and that of the
    /// last amendment, the last one counts. A day up to three months before the edition in force was made is taken for the
    /// day on which it was adopted, which comes before that of its publication.
    #[must_use]
    pub fn named(self, version_dates: &[Date], as_of: Date) -> NamedEdition<'a> {
        let Some(&day) = version_dates.iter().max() else { return NamedEdition::Unnamed };
        let Some(current) = self.in_force(as_of) else { return NamedEdition::Unknown };
        if current.is_of(day) || current.order().is_some_and(|made| is_shortly_before(day, made)) {
            return NamedEdition::Current(current);
        }
        if current.order().is_none_or(|made| day >= made) {
            return NamedEdition::Unknown;
        }
        NamedEdition::Older(self.editions.iter().find(|edition| edition.is_of(day)))
    }

    /// Whether it has an article on a day, by the number alone (第二十四条之一 is asked for as 24).
    #[must_use]
    pub fn article(self, article: NonZeroU16, version_dates: &[Date], as_of: Date) -> ArticleStanding<'a> {
        let Some(edition) = self.in_force(as_of) else { return ArticleStanding::CannotSay };
        let Some(last) = edition.last_article else { return ArticleStanding::CannotSay };
        if article <= last {
            return ArticleStanding::Exists;
        }
        let beyond = |older| ArticleStanding::BeyondEnd { edition, last, older };
        match self.named(version_dates, as_of) {
            NamedEdition::Unnamed | NamedEdition::Current(_) => beyond(None),
            NamedEdition::Older(Some(older)) => match older.has_article(article) {
                Some(true) => beyond(Some(older)),
                Some(false) => beyond(None),
                None => ArticleStanding::CannotSay,
            },
            NamedEdition::Older(None) | NamedEdition::Unknown => ArticleStanding::CannotSay,
        }
    }
}

/// Whether a day lies before another, by three months at most.
fn is_shortly_before(day: Date, other: Date) -> bool {
    let months = |date: Date| i32::from(date.year()).saturating_mul(12).saturating_add(i32::from(date.month()));
    let apart = months(other).saturating_sub(months(day));
    day < other && (apart < 3 || (apart == 3 && day.day() >= other.day()))
}
