//! One edition of an instrument.

use std::num::NonZeroU16;

use super::EditionDay;
use crate::codelist::{InstrumentStatus, LegalRank};
use crate::model::{Date, Id, InstrumentReview, LegalInstrument, Text, Written};

/// 文件版本: one edition of an instrument, and what is known of its life.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edition {
    /// 文件名称: the title, as the facts have it.
    pub title: Text,
    /// 法律位阶: the rank of the instrument itself, whatever its title looks like.
    ///
    /// Some 办法 and 规定 are administrative regulations, and so are texts that the State Council approved and a
    /// ministry issued before 2000-07-01, when 立法法 took effect.
    pub rank: LegalRank,
    /// 版本日期: the day on which this edition was made: passed, amended or published.
    pub version_date: Option<Date>,
    /// 施行日期: the day from which this edition is in force. Where it is not known, the edition counts as in force from
    /// fourteen months after its version date on, or from the day on which it was seen in force.
    pub effective_on: Option<Date>,
    /// 状态: whether it is in force, as of [`Edition::seen_on`].
    pub status: InstrumentStatus,
    /// 终止日期: the day on which it ceased to be in force.
    pub ended_on: Option<Date>,
    /// 末条: the number of its last article.
    pub last_article: Option<NonZeroU16>,
    /// 替代文件: the title of the instrument that took its place.
    pub successor: Option<Text>,
    /// 核实日期: the day as of which its status was seen; without it the status counts for whichever day is asked.
    pub seen_on: Option<Date>,
    /// 文号: the document number.
    pub document_number: Option<Text>,
    /// 制定机关: the body that made it, as written.
    pub issued_by: Option<Text>,
    /// 有效期至: the last day of its own stated validity.
    pub valid_until: Option<Date>,
    /// 清理: the last periodic review.
    pub review: Option<InstrumentReview>,
    /// 标识: the record of the catalog, where it comes from one.
    pub instrument: Option<Id>,
}

/// Within how many months after an edition was made it took effect. The longest lag between the two days of an edition
/// held is 372 days.
const LONGEST_LAG: u16 = 14;

/// How an edition stands on a day, taken alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    InForce,
    /// It begins later.
    Later,
    /// Another edition has taken its place.
    Replaced,
    /// Repealed or lapsed.
    Ended,
    /// What is known does not say.
    Open,
}

impl Edition {
    /// An edition with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(title: Text, rank: LegalRank, status: InstrumentStatus) -> Self {
        Self {
            title,
            rank,
            version_date: None,
            effective_on: None,
            status,
            ended_on: None,
            last_article: None,
            successor: None,
            seen_on: None,
            document_number: None,
            issued_by: None,
            valid_until: None,
            review: None,
            instrument: None,
        }
    }

    /// The edition that a record of a catalog describes. Dates that no calendar has are left out.
    pub(crate) fn of(record: &LegalInstrument, successor: Option<&LegalInstrument>) -> Self {
        let date = |written: &Option<Written<Date>>| written.as_ref().and_then(Written::value);
        Self {
            version_date: date(&record.published_on),
            effective_on: date(&record.effective_on),
            ended_on: date(&record.ended_on),
            last_article: record.last_article,
            successor: successor.map(|next| next.title.clone()),
            document_number: record.document_number.clone(),
            issued_by: record.issued_by.clone(),
            valid_until: date(&record.valid_until),
            review: record.review.clone(),
            instrument: Some(record.id.clone()),
            ..Self::new(record.title.clone(), record.rank, record.status)
        }
    }

    /// The day by which editions of a title are put in order.
    pub(crate) fn order(&self) -> Option<Date> {
        self.version_date.or(self.effective_on)
    }

    /// Whether a citation that names this day may mean this edition.
    pub(super) fn is_of(&self, day: EditionDay) -> bool {
        [self.version_date, self.effective_on].into_iter().flatten().any(|own| day.may_be(own))
    }

    /// Whether it has begun on a day, for certain.
    pub(super) fn has_begun(&self, day: Date) -> bool {
        match (self.effective_on, self.version_date) {
            (Some(from), _) => from <= day,
            (None, Some(made)) => months_after(made, LONGEST_LAG).is_some_and(|from| from <= day),
            (None, None) => false,
        }
    }

    /// Whether it has an article of this number; none where its last article is not known.
    #[must_use]
    pub fn has_article(&self, article: NonZeroU16) -> Option<bool> {
        self.last_article.map(|last| article <= last)
    }

    /// How it stands on a day. What begins on a day is in force on it; what ends on a day no longer is.
    pub(super) fn state(&self, as_of: Date) -> State {
        match self.status {
            InstrumentStatus::InForce => self.state_of_living(as_of),
            InstrumentStatus::NotYetInForce => match self.effective_on {
                Some(from) if from <= as_of => State::InForce,
                None if self.seen_on.is_some_and(|seen| seen < as_of) => State::Open,
                _ => State::Later,
            },
            InstrumentStatus::Superseded => self.state_of_past(as_of, State::Replaced),
            InstrumentStatus::Repealed | InstrumentStatus::Lapsed => self.state_of_past(as_of, State::Ended),
            InstrumentStatus::Unknown if self.begins_after(as_of) => State::Later,
            InstrumentStatus::Unknown => State::Open,
        }
    }

    /// Whether it has not begun on a day, for certain: none is in force before it is made.
    fn begins_after(&self, day: Date) -> bool {
        self.effective_on.or(self.version_date).is_some_and(|from| from > day)
    }

    fn state_of_living(&self, as_of: Date) -> State {
        if self.begins_after(as_of) {
            return State::Later;
        }
        // An end that has passed contradicts the status; its own validity may have run out.
        let doubtful =
            self.ended_on.is_some_and(|end| end <= as_of) || self.valid_until.is_some_and(|last| last < as_of);
        // Seen in force later than the day, but since when is not known.
        let too_early = !self.has_begun(as_of) && self.seen_on.is_some_and(|seen| as_of < seen);
        if doubtful || too_early { State::Open } else { State::InForce }
    }

    fn state_of_past(&self, as_of: Date, past: State) -> State {
        if self.begins_after(as_of) {
            return State::Later;
        }
        match self.ended_on {
            Some(end) if end <= as_of => past,
            Some(_) if self.has_begun(as_of) => State::InForce,
            None if self.seen_on.is_none_or(|seen| seen <= as_of) => past,
            Some(_) | None => State::Open,
        }
    }
}

/// The day so many months after another; the first of the next month where that month has no such day.
pub(super) fn months_after(day: Date, months: u16) -> Option<Date> {
    let total = u32::from(day.year()).checked_mul(12)?.checked_add(day.month().into())?.checked_add(months.into())?;
    let total = total.checked_sub(1)?;
    let month = u8::try_from(total % 12).ok()?.checked_add(1)?;
    let year = u16::try_from(total / 12).ok()?;
    let next = || {
        if month == 12 { Date::new(year.saturating_add(1), 1, 1) } else { Date::new(year, month.saturating_add(1), 1) }
    };
    Date::new(year, month, day.day()).or_else(|_| next()).ok()
}
