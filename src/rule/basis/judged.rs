//! What comes of the citations of a catalog: each instrument looked up once, each citation judged once.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroU16;

use super::facts::{BasisFacts, Cited, InstrumentFacts, Name};
use crate::codelist::{InstrumentStatus, LegalRank};
use crate::law::facts::{ArticleStanding, Edition, LawFacts, NamedEdition, Standing};
use crate::model::{Date, Kind, Text};
use crate::rule::{Index, Scope};

/// What comes of all citations.
#[derive(Debug)]
pub(crate) struct Judged {
    /// By the numbers of [`BasisFacts::names`].
    pub(super) instruments: Vec<InstrumentJudged>,
    /// By the numbers of [`BasisFacts::cited`].
    citations: Vec<CitationJudged>,
}

/// An instrument as of the day.
#[derive(Debug)]
pub(super) struct InstrumentJudged {
    /// Its title, or the id of a record that is not there.
    pub(super) title: Box<str>,
    /// The record that describes it in the catalog, by its ordinal.
    pub(super) record: Option<u32>,
    pub(super) state: State,
    /// The rank that it has, whatever edition is meant.
    pub(super) rank: Option<LegalRank>,
    /// When the edition in force was made.
    pub(super) made_on: Option<Date>,
    /// The last article of the edition in force.
    last: Option<NonZeroU16>,
    /// Since when there is none in force.
    pub(super) ended_on: Option<Date>,
    /// What took its place.
    pub(super) successor: Option<Text>,
}

/// How an instrument stands on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing is held about it.
    NotHeld,
    /// It is held, and how it stands is not known or was not asked as of a day.
    Open,
    InForce,
    /// The record that is cited is an older edition of an instrument in force.
    Older,
    Ended,
}

/// A citation as of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CitationJudged {
    pub(super) state: State,
    /// Its highest article does not exist in the edition in force.
    pub(super) beyond: Option<Beyond>,
}

/// An article that does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beyond {
    /// The last that exists.
    pub(super) last: NonZeroU16,
    /// An older edition is named, which had it.
    pub(super) older_had_it: bool,
}

impl Judged {
    pub(super) fn of(facts: &BasisFacts, scope: &Scope<'_>, index: &Index) -> Self {
        let law = with_records(scope.law, facts, index);
        let judge = |name: &Name| judge(name, &law, facts, scope.as_of, index);
        let instruments: Vec<InstrumentJudged> = facts.names.values().iter().map(judge).collect();
        let citations = facts.cited.values().iter().map(|cited| {
            let instrument = cited.name.and_then(|name| instruments.get(usize::try_from(name).ok()?));
            let nothing = CitationJudged { state: State::NotHeld, beyond: None };
            instrument.map_or(nothing, |instrument| judge_citation(cited, instrument, facts, &law, scope.as_of))
        });
        let citations = citations.collect();
        Self { instruments, citations }
    }

    pub(super) fn citation(&self, number: u32) -> CitationJudged {
        let judged = usize::try_from(number).ok().and_then(|at| self.citations.get(at)).copied();
        judged.unwrap_or(CitationJudged { state: State::NotHeld, beyond: None })
    }

    pub(super) fn instrument(&self, name: Option<u32>) -> Option<&InstrumentJudged> {
        self.instruments.get(usize::try_from(name?).ok()?)
    }

    /// How much of what is cited could be judged.
    pub(crate) fn cover(&self, facts: &BasisFacts) -> CitationCover {
        let mut cover = CitationCover::default();
        let mut counts: Vec<u64> = vec![0; facts.names.values().len()];
        for (_, number) in facts.citations() {
            cover.citations = cover.citations.saturating_add(1);
            let Some(name) = facts.cited.get(number).and_then(|cited| cited.name) else { continue };
            cover.understood = cover.understood.saturating_add(1);
            if let Some(count) = usize::try_from(name).ok().and_then(|at| counts.get_mut(at)) {
                *count = count.saturating_add(1);
            }
        }
        // One instrument may be named in several ways.
        let mut not_held: BTreeMap<&str, u64> = BTreeMap::new();
        for (instrument, count) in self.instruments.iter().zip(counts) {
            if instrument.state == State::NotHeld {
                let sum = not_held.entry(&instrument.title).or_default();
                *sum = sum.saturating_add(count);
            } else {
                cover.held = cover.held.saturating_add(count);
            }
        }
        cover.not_held = not_held.into_iter().map(|(title, count)| (title.to_owned(), count)).collect();
        cover.not_held.sort_by(|a, b| b.1.cmp(&a.1));
        cover
    }
}

/// How many citations there are, how many name an instrument, and how many one that is held; and the titles of the
/// others with their citations, most cited first.
#[derive(Debug, Default)]
pub(crate) struct CitationCover {
    pub(crate) citations: u64,
    pub(crate) understood: u64,
    pub(crate) held: u64,
    pub(crate) not_held: Vec<(String, u64)>,
}

/// What is known, with the instruments that the catalog describes. They add what is not held. Of what is held the
/// newest edition speaks: a record goes before it when it is younger, or tells of an end that came later than the facts.
fn with_records<'a>(known: &'a LawFacts, facts: &BasisFacts, index: &Index) -> Cow<'a, LawFacts> {
    let mut law = Cow::Borrowed(known);
    let mut new: Vec<Edition> = Vec::new();
    for record in facts.instruments.values() {
        let edition = &record.edition;
        let Some(held) = known.instrument(edition.title.as_str()) else {
            new.push(with_successor(record, facts, index));
            continue;
        };
        let is_end = matches!(edition.status, InstrumentStatus::Repealed | InstrumentStatus::Lapsed);
        let newest = held.editions().filter_map(Edition::order).max();
        let seen = held.editions().filter_map(|edition| edition.seen_on).max();
        if is_end && edition.ended_on.is_some() && edition.ended_on > seen {
            let mut end = LawFacts::default();
            end.push(with_successor(record, facts, index));
            law.to_mut().extend(end);
        } else if edition.order() > newest {
            new.push(with_successor(record, facts, index));
        }
    }
    for edition in new {
        law.to_mut().push(edition);
    }
    law
}

fn with_successor(record: &InstrumentFacts, facts: &BasisFacts, index: &Index) -> Edition {
    let successor = record.superseded_by.as_ref().and_then(|id| index.ordinal(Kind::LegalInstrument, id.as_str()));
    let successor = successor.and_then(|ordinal| facts.instruments.get(&ordinal));
    Edition { successor: successor.map(|next| next.edition.title.clone()), ..record.edition.clone() }
}

fn judge(name: &Name, law: &LawFacts, facts: &BasisFacts, as_of: Option<Date>, index: &Index) -> InstrumentJudged {
    let (title, ordinal) = match name {
        Name::Title(title) => (&**title, None),
        Name::Record(id) => {
            let ordinal = index.ordinal(Kind::LegalInstrument, id);
            let record = ordinal.and_then(|ordinal| facts.instruments.get(&ordinal));
            record.map_or((&**id, None), |record| (record.edition.title.as_str(), ordinal))
        }
    };
    let record = ordinal.and_then(|ordinal| facts.instruments.get(&ordinal));
    let mut judged = InstrumentJudged {
        title: title.into(),
        record: ordinal,
        state: State::NotHeld,
        rank: record.map(|record| record.edition.rank),
        made_on: None,
        last: None,
        ended_on: None,
        successor: None,
    };
    let is_record = matches!(name, Name::Record(_));
    let Some(held) = law.instrument(title).filter(|_| !is_record || record.is_some()) else { return judged };
    judged.state = State::Open;
    let Some(as_of) = as_of else { return judged };
    judged.rank = held.rank(as_of).or(judged.rank);
    match held.standing(as_of) {
        Standing::InForce(edition) => {
            judged.state = State::InForce;
            judged.made_on = edition.order();
            judged.last = edition.last_article;
            // A record of a former edition, beside the facts about the one in force.
            let is_past = |record: &InstrumentFacts| {
                let past = [InstrumentStatus::Superseded, InstrumentStatus::Repealed, InstrumentStatus::Lapsed];
                past.contains(&record.edition.status) && record.edition.instrument != edition.instrument
            };
            if record.is_some_and(is_past) {
                judged.state = State::Older;
            }
        }
        Standing::Ended { edition, since } => {
            judged.state = State::Ended;
            judged.ended_on = since;
            judged.successor.clone_from(&edition.successor);
        }
        Standing::NotHeld | Standing::NotYetInForce { .. } | Standing::Unknown => {}
    }
    judged
}

fn judge_citation(
    cited: &Cited,
    instrument: &InstrumentJudged,
    facts: &BasisFacts,
    law: &LawFacts,
    as_of: Option<Date>,
) -> CitationJudged {
    let mut judged = CitationJudged { state: instrument.state, beyond: None };
    let is_beyond = cited.article > instrument.last && instrument.last.is_some();
    let dates = cited.dates.and_then(|number| facts.dates.get(number)).map_or(&[][..], |dates| dates);
    // Nearly every citation names no edition, and an article that exists.
    if instrument.state != State::InForce || (!is_beyond && dates.is_empty()) {
        return judged;
    }
    let Some((held, as_of)) = law.instrument(&instrument.title).zip(as_of) else { return judged };
    if matches!(held.named(dates, as_of), NamedEdition::Older(_)) {
        judged.state = State::Older;
    }
    if let Some(article) = cited.article
        && let ArticleStanding::BeyondEnd { last, older, .. } = held.article(article, dates, as_of)
    {
        judged.beyond = Some(Beyond { last, older_had_it: older.is_some() });
    }
    judged
}

/// The first item that cites each instrument that matters, and how many do; in the order of the items.
pub(super) fn sightings(facts: &BasisFacts, matters: impl Fn(u32) -> bool) -> Vec<Sighting> {
    let mut found: Vec<Sighting> = Vec::new();
    let mut at: HashMap<u32, usize> = HashMap::new();
    for (ordinal, number) in facts.citations() {
        let Some(name) = facts.cited.get(number).and_then(|cited| cited.name).filter(|&name| matters(name)) else {
            continue;
        };
        let place = *at.entry(name).or_insert(found.len());
        match found.get_mut(place) {
            Some(sighting) => sighting.count = sighting.count.saturating_add(1),
            None => found.push(Sighting { name, ordinal, cited: number, count: 1 }),
        }
    }
    found
}

/// Where an instrument is cited first, and how often.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sighting {
    pub(super) name: u32,
    pub(super) ordinal: u32,
    pub(super) cited: u32,
    pub(super) count: u64,
}
