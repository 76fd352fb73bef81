//! What comes of the citations of a catalog, each judged once.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroU16;

use crate::facts::RecordFacts;
use crate::facts::citations::{CitationFacts, Cited, Name};
use crate::law::facts::{
    ArticleStanding, EditionDay, Instrument, LawFacts, MovedArticle, NamedEdition, moved_article, title_key,
};
use crate::model::Date;
use crate::standing::instruments::{InstrumentJudged, State, judge, judge_record, with_records};

/// What comes of all citations.
#[derive(Debug)]
pub(crate) struct JudgedCitations {
    /// What is known of the law, with the instruments that the catalog describes; none where those add nothing.
    extended: Option<Box<LawFacts>>,
    /// By the numbers of [`CitationFacts::titles`].
    titles: Vec<InstrumentJudged>,
    /// By the numbers of [`CitationFacts::records`]; none where the catalog has no such record.
    records: Vec<Option<InstrumentJudged>>,
    /// By the numbers of [`CitationFacts::cited`].
    citations: Vec<CitationJudged>,
    /// The lists with citations about which nothing is held.
    fields_not_held: Vec<&'static str>,
}

/// A citation as of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CitationJudged {
    pub(crate) state: State,
    /// Its highest article does not exist in the edition in force.
    pub(crate) beyond: Option<Beyond>,
    /// The day of the older edition that it cites, as far as that is said.
    pub(crate) older: Option<EditionDay>,
    /// Where its highest article stands now, if the instrument has ended.
    pub(crate) moved: Option<MovedArticle>,
}

/// A citation that names nothing that was understood.
const NOT_UNDERSTOOD: CitationJudged = judged_as(State::NotHeld);

const fn judged_as(state: State) -> CitationJudged {
    CitationJudged { state, beyond: None, older: None, moved: None }
}

/// An article that does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Beyond {
    /// The last that exists.
    pub(crate) last: NonZeroU16,
    /// An older edition is named, which had it.
    pub(crate) older_had_it: bool,
    /// Whether the instrument may have got so many articles since it was last seen.
    pub(crate) may_exist_now: bool,
    /// The day on which the instrument was last seen, where that is before the day of the check or less sure than it.
    pub(crate) as_known_on: Option<Date>,
}

impl JudgedCitations {
    pub(crate) fn of(facts: &CitationFacts, known: &LawFacts, as_of: Option<Date>, records: &RecordFacts) -> Self {
        let law = with_records(known, facts, records);
        let titles = facts.titles.values().iter().map(|title| judge(title, None, &law, as_of));
        let of_records = facts.records.values().iter().map(|id| judge_record(id, facts, &law, as_of, records));
        let (titles, of_records) = (titles.collect(), of_records.collect());
        let citations = Vec::with_capacity(facts.cited.values().len());
        let mut judged = Self { extended: None, titles, records: of_records, citations, fields_not_held: Vec::new() };
        for cited in facts.cited.values() {
            let of_citation = judged
                .instrument_of(cited)
                .map_or(NOT_UNDERSTOOD, |instrument| judge_citation(cited, instrument, facts, &law, as_of));
            if of_citation.state == State::NotHeld && !judged.fields_not_held.contains(&cited.list.field) {
                judged.fields_not_held.push(cited.list.field);
            }
            judged.citations.push(of_citation);
        }
        if let Cow::Owned(law) = law {
            judged.extended = Some(Box::new(law));
        }
        judged
    }

    /// What is known of the law, with what the catalog's own instruments add to what is known besides.
    pub(crate) fn law<'l>(&'l self, known: &'l LawFacts) -> &'l LawFacts {
        self.extended.as_deref().unwrap_or(known)
    }

    pub(crate) fn citation(&self, number: u32) -> &CitationJudged {
        let judged = usize::try_from(number).ok().and_then(|at| self.citations.get(at));
        judged.unwrap_or(&NOT_UNDERSTOOD)
    }

    pub(crate) fn instrument(&self, name: Name) -> Option<&InstrumentJudged> {
        match name {
            Name::Title(number) => self.titles.get(usize::try_from(number).ok()?),
            Name::Record(number) => self.records.get(usize::try_from(number).ok()?)?.as_ref(),
        }
    }

    /// Whether nothing carries the power any more: a list says what gives it, and all that it cites, of which this is one,
    /// has ended. A public service is no power.
    pub(crate) fn leaves_without_basis(&self, one: &Cited, list: &[u32]) -> bool {
        one.list.gives_power()
            && !one.is_public_service
            && list.iter().all(|&number| self.citation(number).state == State::Ended)
    }

    /// The instrument that a citation names.
    pub(crate) fn instrument_of(&self, cited: &Cited) -> Option<&InstrumentJudged> {
        self.instrument(cited.name?)
    }

    /// The lists with citations about which nothing is held.
    pub(crate) fn fields_not_held(&self) -> &[&'static str] {
        &self.fields_not_held
    }

    /// All instruments that are named.
    pub(crate) fn instruments(&self) -> impl Iterator<Item = (Name, &InstrumentJudged)> {
        let titles = (0..=u32::MAX).map(Name::Title).zip(&self.titles);
        let records = (0..=u32::MAX).map(Name::Record).zip(&self.records);
        titles.chain(records.filter_map(|(name, record)| Some((name, record.as_ref()?))))
    }

    /// How much of what is cited could be judged.
    pub(crate) fn cover(&self, facts: &CitationFacts) -> CitationCover {
        let mut cover = CitationCover::default();
        let mut not_held: BTreeMap<Name, u64> = BTreeMap::new();
        for (_, number) in facts.citations() {
            cover.citations = cover.citations.saturating_add(1);
            let Some(name) = facts.cited.get(number).and_then(|cited| cited.name) else { continue };
            let Some(instrument) = self.instrument(name) else { continue };
            cover.understood = cover.understood.saturating_add(1);
            let count = match instrument.state {
                State::NotHeld => not_held.entry(name).or_default(),
                _ => &mut cover.held,
            };
            *count = count.saturating_add(1);
        }
        // One instrument is named in several ways.
        let titled = not_held.into_iter().filter_map(|(name, count)| Some((&*self.instrument(name)?.title, count)));
        let mut by_key: Vec<(String, &str, u64)> =
            titled.map(|(title, count)| (title_key(title), title, count)).collect();
        by_key.sort_by(|(a, ..), (b, ..)| a.cmp(b));
        let same = by_key.chunk_by(|(a, ..), (b, ..)| a == b);
        let summed = same.filter_map(|same| {
            let (_, title, _) = same.first()?;
            Some((
                (*title).to_owned(),
                same.iter().map(|(.., count)| count).fold(0, |sum, &count| count.saturating_add(sum)),
            ))
        });
        cover.not_held = summed.collect();
        cover.not_held.sort_by_key(|(_, count)| Reverse(*count));
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

fn judge_citation(
    cited: &Cited,
    instrument: &InstrumentJudged,
    facts: &CitationFacts,
    law: &LawFacts,
    as_of: Option<Date>,
) -> CitationJudged {
    let mut judged = judged_as(instrument.state);
    let days = cited.dates.and_then(|number| facts.dates.get(number)).map_or(&[][..], |days| days);
    match (instrument.state, &instrument.end) {
        (State::Ended, Some(end)) => {
            let day = days.iter().copied().max_by_key(|day| day.last());
            judged.older = day.filter(|day| end.made_on.is_some_and(|made| day.last() < made));
            // The map of articles knows the numbers of the last edition.
            judged.moved =
                cited.article.filter(|_| judged.older.is_none()).and_then(|old| moved_article(&instrument.title, old));
        }
        (State::Older, _) => judged.older = instrument.older.map(EditionDay::from),
        (State::InForce, _) => {
            let held = || law.instrument(&instrument.title).zip(as_of);
            judge_in_force(cited, days, instrument, held, &mut judged);
        }
        _ => {}
    }
    judged
}

fn judge_in_force<'a>(
    cited: &Cited,
    days: &[EditionDay],
    instrument: &InstrumentJudged,
    held: impl FnOnce() -> Option<(Instrument<'a>, Date)>,
    judged: &mut CitationJudged,
) {
    let is_beyond = cited.article > instrument.last && instrument.last.is_some();
    // Nearly every citation names no edition, and an article that exists.
    if !is_beyond && days.is_empty() {
        return;
    }
    let Some((held, as_of)) = held() else { return };
    if matches!(held.named(days, as_of), NamedEdition::Older(_)) {
        judged.state = State::Older;
        judged.older = days.iter().copied().max_by_key(|day| day.last());
    }
    if let Some(article) = cited.article
        && let ArticleStanding::BeyondEnd { last, older, edition } = held.article(article, days, as_of)
    {
        let as_known_on = edition.seen_on.filter(|&seen| seen < as_of);
        let excess = article.get().saturating_sub(last.get());
        let is_near = excess <= (last.get() / 5).max(10);
        judged.beyond = Some(Beyond {
            last,
            older_had_it: older.is_some(),
            may_exist_now: (as_known_on.is_some() && is_near) || instrument.less_sure_since.is_some(),
            as_known_on: as_known_on.or(instrument.less_sure_since),
        });
    }
}

/// The first item that cites each instrument that matters, and how many do; in the order of the items.
pub(crate) fn sightings(facts: &CitationFacts, matters: impl Fn(Name) -> bool) -> Vec<Sighting> {
    let mut found: Vec<Sighting> = Vec::new();
    let mut at: HashMap<Name, usize> = HashMap::new();
    for (ordinal, number) in facts.citations() {
        let Some(name) = facts.cited.get(number).and_then(|cited| cited.name).filter(|&name| matters(name)) else {
            continue;
        };
        let place = *at.entry(name).or_insert(found.len());
        if let Some(sighting) = found.get_mut(place) {
            sighting.count = sighting.count.saturating_add(1);
        } else {
            found.push(Sighting { name, ordinal, cited: number, count: 1 });
        }
    }
    found
}

/// Where an instrument is cited first, and how often.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sighting {
    pub(crate) name: Name,
    pub(crate) ordinal: u32,
    pub(crate) cited: u32,
    pub(crate) count: u64,
}
