//! What comes of the instruments that a catalog names, each looked up once in what is known of the law.

use std::borrow::Cow;
use std::num::NonZeroU16;

use crate::codelist::{InstrumentStatus, LegalRank};
use crate::facts::RecordFacts;
use crate::facts::citations::{CitationFacts, InstrumentFacts};
use crate::law::facts::{Edition, Instrument, LawFacts, Standing};
use crate::law::rank::rank_by_title;
use crate::model::{Date, Kind, Text};

/// An instrument as of the day.
#[derive(Debug)]
pub(crate) struct InstrumentJudged {
    /// Its title.
    pub(crate) title: Box<str>,
    /// The record that describes it in the catalog, by its ordinal.
    pub(crate) record: Option<u32>,
    pub(crate) state: State,
    /// The rank that it has, whatever edition is meant.
    pub(crate) rank: Option<LegalRank>,
    /// When the edition in force was made.
    pub(crate) made_on: Option<Date>,
    /// Since when it is in force, where that is known.
    pub(crate) effective_on: Option<Date>,
    /// The last article of the edition in force.
    pub(crate) last: Option<NonZeroU16>,
    /// How it ended, where it has.
    pub(crate) end: Option<End>,
    /// The day on which the record that is cited was made, where that is of an older edition.
    pub(super) older: Option<Date>,
    /// The day on which it was last seen, where changes since May 2022 need not be known.
    pub(crate) less_sure_since: Option<Date>,
}

/// How an instrument ended.
#[derive(Debug)]
pub(crate) struct End {
    /// Since when there is none in force.
    pub(crate) since: Option<Date>,
    /// Its time ran out; else it was repealed.
    pub(crate) lapsed: bool,
    /// When the last edition was made.
    pub(crate) made_on: Option<Date>,
    /// What took its place.
    pub(crate) successor: Option<Successor>,
}

/// What took the place of an instrument that ended: the last one known, where that was replaced as well.
#[derive(Debug)]
pub(crate) struct Successor {
    pub(crate) title: Text,
    /// Whether it is in force on the day.
    pub(crate) in_force: bool,
}

impl InstrumentJudged {
    fn not_held(title: &str) -> Self {
        Self {
            title: title.into(),
            record: None,
            state: State::NotHeld,
            rank: None,
            made_on: None,
            effective_on: None,
            last: None,
            end: None,
            older: None,
            less_sure_since: None,
        }
    }
}

/// How an instrument stands on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// Nothing is held about it.
    NotHeld,
    /// It is held, and how it stands is not known or was not asked as of a day.
    Open,
    /// Every edition that is held begins later; an older one may be in force that is not held.
    NotYet,
    InForce,
    /// The record that is cited is an older edition of an instrument in force.
    Older,
    Ended,
}

/// What is known, with the instruments that the catalog describes. They add what is not held. Of what is held the
/// newest edition speaks: a record goes before it when it is younger, or tells of an end that came later than the facts.
pub(super) fn with_records<'a>(known: &'a LawFacts, facts: &CitationFacts, records: &RecordFacts) -> Cow<'a, LawFacts> {
    let mut law = Cow::Borrowed(known);
    let mut new: Vec<Edition> = Vec::new();
    for record in facts.instruments.values() {
        let edition = &record.edition;
        let Some(held) = known.instrument(edition.title.as_str()) else {
            new.push(with_successor(record, facts, records));
            continue;
        };
        let is_end = matches!(edition.status, InstrumentStatus::Repealed | InstrumentStatus::Lapsed);
        let newest = held.editions().filter_map(Edition::order).max();
        let seen = held.editions().filter_map(|edition| edition.seen_on).max();
        let is_later = seen.is_some_and(|seen| edition.ended_on.is_some_and(|end| end > seen));
        if is_end && is_later {
            let mut end = LawFacts::default();
            end.push(with_successor(record, facts, records));
            law.to_mut().extend(end);
        } else if edition.order() > newest {
            new.push(with_successor(record, facts, records));
        }
    }
    for edition in new {
        law.to_mut().push(edition);
    }
    law
}

fn with_successor(record: &InstrumentFacts, facts: &CitationFacts, records: &RecordFacts) -> Edition {
    let successor = record.superseded_by.as_ref().and_then(|id| records.ordinal(Kind::LegalInstrument, id.as_str()));
    let successor = successor.and_then(|ordinal| facts.instruments.get(&ordinal));
    Edition { successor: successor.map(|next| next.edition.title.clone()), ..record.edition.clone() }
}

/// What is not there, or cannot be read, is found by other rules.
pub(super) fn judge_record(
    id: &str,
    facts: &CitationFacts,
    law: &LawFacts,
    as_of: Option<Date>,
    records: &RecordFacts,
) -> Option<InstrumentJudged> {
    let ordinal = records.ordinal(Kind::LegalInstrument, id)?;
    let record = facts.instruments.get(&ordinal)?;
    Some(judge(record.edition.title.as_str(), Some((ordinal, record)), law, as_of))
}

pub(super) fn judge(
    title: &str,
    record: Option<(u32, &InstrumentFacts)>,
    law: &LawFacts,
    as_of: Option<Date>,
) -> InstrumentJudged {
    let mut judged = InstrumentJudged {
        record: record.map(|(ordinal, _)| ordinal),
        rank: record.map(|(_, record)| record.edition.rank).or_else(|| rank_by_title(title)),
        ..InstrumentJudged::not_held(title)
    };
    let Some(held) = law.instrument(title) else { return judged };
    judged.state = State::Open;
    let Some(as_of) = as_of else {
        judged.rank = judged.rank.or_else(|| held.rank_throughout());
        return judged;
    };
    judged.rank = held.rank(as_of).or(judged.rank);
    match held.standing(as_of) {
        Standing::InForce(edition) => {
            judged.state = State::InForce;
            judged.made_on = edition.order();
            judged.effective_on = edition.effective_on;
            judged.last = edition.last_article;
            judged.less_sure_since = less_sure_since(held);
            // A record of a former edition, beside the facts about the one in force.
            let is_past = |record: &InstrumentFacts| {
                let past = [InstrumentStatus::Superseded, InstrumentStatus::Repealed, InstrumentStatus::Lapsed];
                past.contains(&record.edition.status) && record.edition.instrument != edition.instrument
            };
            if let Some((_, record)) = record.filter(|(_, record)| is_past(record)) {
                judged.state = State::Older;
                judged.older = record.edition.order();
            }
        }
        Standing::Ended { edition, since } => {
            judged.state = State::Ended;
            judged.end = Some(End {
                since,
                lapsed: edition.status == InstrumentStatus::Lapsed,
                made_on: edition.order(),
                successor: successor_of(edition, law, as_of),
            });
        }
        Standing::NotYetInForce { .. } => judged.state = State::NotYet,
        Standing::NotHeld | Standing::Unknown => {}
    }
    judged
}

/// Since when an instrument is held from sources that lack decisions of the State Council which only amend or repeal:
/// administrative regulations of which no edition since May 2022 is held.
fn less_sure_since(held: Instrument<'_>) -> Option<Date> {
    let newest = held.editions().max_by_key(|edition| edition.order())?;
    let is_old = newest.order().is_none_or(|made| (made.year(), made.month()) < (2022, 5));
    newest.seen_on.filter(|_| is_old && newest.rank == LegalRank::AdministrativeRegulation)
}

/// How many successors are followed; no instrument was replaced so often.
const SUCCESSORS: usize = 8;

fn successor_of(edition: &Edition, law: &LawFacts, as_of: Date) -> Option<Successor> {
    let mut title = edition.successor.as_ref()?;
    for _ in 0..SUCCESSORS {
        match law.standing(title.as_str(), as_of) {
            Standing::InForce(next) => return Some(Successor { title: next.title.clone(), in_force: true }),
            Standing::Ended { edition, .. } if edition.successor.is_some() => title = edition.successor.as_ref()?,
            _ => break,
        }
    }
    Some(Successor { title: title.clone(), in_force: false })
}
