//! How an instrument stands on a day.

use std::num::NonZeroU16;

use super::EditionDay;
use super::edition::{Edition, State};
use crate::codelist::{InstrumentStatus, LegalRank};
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
    /// 已废止或者失效: repealed or lapsed, and no edition is in force.
    Ended {
        /// The edition that ended last.
        edition: &'a Edition,
        /// The first day without it, where known.
        since: Option<Date>,
    },
    /// 现状不明: it is held, and what is known does not say how it stands on that day.
    Unknown,
}

/// 引用版本: the edition that the days of a citation name.
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
        let states = self.states(as_of);
        let in_state =
            |state| self.editions.iter().zip(&states).filter(move |(_, of)| **of == state).map(|(edition, _)| edition);
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
            .zip(&states)
            .filter(|(_, state)| **state != State::Ended)
            .all(|(other, _)| other.order().is_some_and(|made| edition.order().is_some_and(|last| made < last)));
        if others_are_older { Standing::Ended { edition, since: edition.ended_on } } else { Standing::Unknown }
    }

    /// How each edition stands on a day. One whose end is not said was in force until the next was made, for it was that
    /// which took its place.
    fn states(self, as_of: Date) -> Vec<State> {
        let lacks_end =
            |edition: &Edition| edition.status == InstrumentStatus::Superseded && edition.ended_on.is_none();
        let mut begins: Vec<(Date, Date)> = Vec::new();
        if self.editions.iter().any(lacks_end) {
            let begin = |edition: &Edition| Some((edition.order()?, edition.effective_on.or(edition.version_date)?));
            begins.extend(self.editions.iter().filter_map(begin));
            begins.sort_unstable();
        }
        let was_in_force = |edition: &Edition| {
            let made = edition.order();
            let next = begins.get(begins.partition_point(|(order, _)| Some(*order) <= made));
            made.is_some() && edition.has_begun(as_of) && next.is_some_and(|(_, begin)| *begin > as_of)
        };
        let state = |edition: &Edition| {
            if lacks_end(edition) && was_in_force(edition) { State::InForce } else { edition.state(as_of) }
        };
        self.editions.iter().map(state).collect()
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
        self.in_force(as_of).map(|edition| edition.rank).or_else(|| self.rank_throughout())
    }

    /// The rank that all its editions have, whatever the day.
    #[must_use]
    pub fn rank_throughout(self) -> Option<LegalRank> {
        let first = self.editions.first().filter(|_| self.editions.len() <= MOST_EDITIONS)?.rank;
        self.editions.iter().all(|edition| edition.rank == first).then_some(first)
    }

    /// The edition that the days of a citation name. Of several days, such as that of making and that of the last
    /// amendment, the last one counts.
    ///
    /// - A month or a year stands for its last possible day: older is only what surely is.
    /// - A day up to three months before the edition in force was made is taken for the day on which it was adopted,
    ///   which comes before that of its publication; unless an older edition is of just that day.
    /// - A later day, up to the one on which the edition in force was seen, names that edition: there is no other.
    #[must_use]
    pub fn named(self, days: &[EditionDay], as_of: Date) -> NamedEdition<'a> {
        match (last_of(days), self.in_force(as_of)) {
            (None, _) => NamedEdition::Unnamed,
            (Some(_), None) => NamedEdition::Unknown,
            (Some(day), Some(current)) => self.named_beside(current, day),
        }
    }

    fn named_beside(self, current: &'a Edition, day: EditionDay) -> NamedEdition<'a> {
        let (Some(made), last) = (current.order(), day.last()) else { return NamedEdition::Unknown };
        if current.is_of(day) {
            return NamedEdition::Current(current);
        }
        let is_older = |other: &&Edition| other.order() < Some(made) && other.version_date == Some(last);
        let older = self.editions.iter().find(is_older).filter(|_| day.first() == last);
        if older.is_some() {
            return NamedEdition::Older(older);
        }
        if is_shortly_before(last, made) {
            return NamedEdition::Current(current);
        }
        if last < made {
            return NamedEdition::Older(self.editions.iter().find(|edition| edition.is_of(day)));
        }
        let is_younger = |other: &Edition| other.order().is_some_and(|order| made < order && order <= last);
        let is_seen = current.seen_on.is_some_and(|seen| last <= seen);
        if is_seen && !self.editions.iter().any(is_younger) {
            return NamedEdition::Current(current);
        }
        NamedEdition::Unknown
    }

    /// Whether it has an article on a day, by the number alone (第二十四条之一 is asked for as 24).
    #[must_use]
    pub fn article(self, article: NonZeroU16, days: &[EditionDay], as_of: Date) -> ArticleStanding<'a> {
        let Some(edition) = self.in_force(as_of) else { return ArticleStanding::CannotSay };
        let Some(last) = edition.last_article else { return ArticleStanding::CannotSay };
        if article <= last {
            return ArticleStanding::Exists;
        }
        let beyond = |older| ArticleStanding::BeyondEnd { edition, last, older };
        match last_of(days).map(|day| self.named_beside(edition, day)) {
            None | Some(NamedEdition::Unnamed | NamedEdition::Current(_)) => beyond(None),
            Some(NamedEdition::Older(Some(older))) => match older.has_article(article) {
                Some(true) => beyond(Some(older)),
                Some(false) => beyond(None),
                None => ArticleStanding::CannotSay,
            },
            Some(NamedEdition::Older(None) | NamedEdition::Unknown) => ArticleStanding::CannotSay,
        }
    }
}

/// The day that counts of those that a citation names.
fn last_of(days: &[EditionDay]) -> Option<EditionDay> {
    days.iter().copied().max_by_key(|day| (day.last(), day.first()))
}

/// Whether a day lies before another, by three months at most.
fn is_shortly_before(day: Date, other: Date) -> bool {
    let months = |date: Date| i32::from(date.year()).saturating_mul(12).saturating_add(i32::from(date.month()));
    let apart = months(other).saturating_sub(months(day));
    day < other && (apart < 3 || (apart == 3 && day.day() >= other.day()))
}
