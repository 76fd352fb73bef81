//! What comes of the citations of a catalog: each instrument looked up once, each citation judged once.

use super::facts::{BasisFacts, Cited, InstrumentFacts, Name};
use crate::codelist::{InstrumentStatus, LegalRank};
use crate::finding::NotRunReason;
use crate::law::facts::{
    ArticleStanding, Edition, EditionDay, Instrument, LawFacts, MovedArticle, NamedEdition, Standing, moved_article,
    title_key,
};
use crate::law::rank::rank_by_title;
use crate::model::{Date, Kind, Pointer, Text};
use crate::rule::{Draft, Findings, Scope};
use crate::rules::Index;
use crate::spot::Spot;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroU16;

/// What comes of all citations.
#[derive(Debug)]
pub(crate) struct Judged {
    /// By the numbers of [`BasisFacts::titles`].
    titles: Vec<InstrumentJudged>,
    /// By the numbers of [`BasisFacts::records`]; none where the catalog has no such record.
    records: Vec<Option<InstrumentJudged>>,
    /// By the numbers of [`BasisFacts::cited`].
    citations: Vec<CitationJudged>,
    /// The lists with citations about which nothing is held.
    fields_not_held: Vec<&'static str>,
}

/// An instrument as of the day.
#[derive(Debug)]
pub(super) struct InstrumentJudged {
    /// Its title.
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
    /// How it ended, where it has.
    pub(super) end: Option<End>,
    /// The day on which the record that is cited was made, where that is of an older edition.
    older: Option<Date>,
    /// The day on which it was last seen, where changes since May 2022 need not be known.
    pub(super) less_sure_since: Option<Date>,
}

/// How an instrument ended.
#[derive(Debug)]
pub(super) struct End {
    /// Since when there is none in force.
    pub(super) since: Option<Date>,
    /// Its time ran out; else it was repealed.
    pub(super) lapsed: bool,
    /// When the last edition was made.
    made_on: Option<Date>,
    /// What took its place.
    pub(super) successor: Option<Successor>,
}

/// What took the place of an instrument that ended: the last one known, where that was replaced as well.
#[derive(Debug)]
pub(super) struct Successor {
    pub(super) title: Text,
    /// Whether it is in force on the day.
    pub(super) in_force: bool,
}

impl InstrumentJudged {
    fn not_held(title: &str) -> Self {
        Self {
            title: title.into(),
            record: None,
            state: State::NotHeld,
            rank: None,
            made_on: None,
            last: None,
            end: None,
            older: None,
            less_sure_since: None,
        }
    }

    /// Points from a finding to a member of the record that describes the instrument, if there is one.
    pub(super) fn point_to(&self, member: &str, draft: &mut Draft) {
        if let Some(record) = self.record {
            let spot = Spot::Record(record, Pointer::member(member));
            draft.related(spot, "文件的记录", "the record of the instrument");
        }
    }
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
    /// The day of the older edition that it cites, as far as that is said.
    pub(super) older: Option<EditionDay>,
    /// Where its highest article stands now, if the instrument has ended.
    pub(super) moved: Option<MovedArticle>,
}

/// A citation that names nothing that was understood.
const NOT_UNDERSTOOD: CitationJudged = judged_as(State::NotHeld);

const fn judged_as(state: State) -> CitationJudged {
    CitationJudged { state, beyond: None, older: None, moved: None }
}

/// An article that does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beyond {
    /// The last that exists.
    pub(super) last: NonZeroU16,
    /// An older edition is named, which had it.
    pub(super) older_had_it: bool,
    /// Whether the instrument may have got so many articles since it was last seen.
    pub(super) may_exist_now: bool,
    /// The day on which the instrument was last seen, where that is before the day of the check or less sure than it.
    pub(super) as_known_on: Option<Date>,
}

impl Judged {
    pub(super) fn of(facts: &BasisFacts, scope: &Scope<'_>, index: &Index) -> Self {
        let law = with_records(scope.law, facts, index);
        let titles = facts.titles.values().iter().map(|title| judge(title, None, &law, scope.as_of));
        let records = facts.records.values().iter().map(|id| judge_record(id, facts, &law, scope.as_of, index));
        let (titles, records) = (titles.collect(), records.collect());
        let mut judged = Self { titles, records, citations: Vec::new(), fields_not_held: Vec::new() };
        for cited in facts.cited.values() {
            let of_citation = judged
                .instrument_of(cited)
                .map_or(NOT_UNDERSTOOD, |instrument| judge_citation(cited, instrument, facts, &law, scope.as_of));
            if of_citation.state == State::NotHeld && !judged.fields_not_held.contains(&cited.list.field) {
                judged.fields_not_held.push(cited.list.field);
            }
            judged.citations.push(of_citation);
        }
        judged
    }

    pub(super) fn citation(&self, number: u32) -> &CitationJudged {
        let judged = usize::try_from(number).ok().and_then(|at| self.citations.get(at));
        judged.unwrap_or(&NOT_UNDERSTOOD)
    }

    pub(super) fn instrument(&self, name: Name) -> Option<&InstrumentJudged> {
        match name {
            Name::Title(number) => self.titles.get(usize::try_from(number).ok()?),
            Name::Record(number) => self.records.get(usize::try_from(number).ok()?)?.as_ref(),
        }
    }

    /// The instrument that a citation names.
    pub(super) fn instrument_of(&self, cited: &Cited) -> Option<&InstrumentJudged> {
        self.instrument(cited.name?)
    }

    /// Writes down for a rule that on some lists it could not judge every citation.
    pub(super) fn tell_not_held(&self, findings: &mut Findings<'_>) {
        for &field in &self.fields_not_held {
            findings.not_run_on(field, NotRunReason::InstrumentNotHeld);
        }
    }

    /// All instruments that are named.
    pub(super) fn instruments(&self) -> impl Iterator<Item = (Name, &InstrumentJudged)> {
        let titles = (0..=u32::MAX).map(Name::Title).zip(&self.titles);
        let records = (0..=u32::MAX).map(Name::Record).zip(&self.records);
        titles.chain(records.filter_map(|(name, record)| Some((name, record.as_ref()?))))
    }

    /// How much of what is cited could be judged.
    pub(crate) fn cover(&self, facts: &BasisFacts) -> CitationCover {
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
        let mut by_key: BTreeMap<String, (&str, u64)> = BTreeMap::new();
        for (name, count) in not_held {
            let Some(instrument) = self.instrument(name) else { continue };
            let (_, sum) = by_key.entry(title_key(&instrument.title)).or_insert((&instrument.title, 0));
            *sum = sum.saturating_add(count);
        }
        cover.not_held = by_key.into_values().map(|(title, count)| (title.to_owned(), count)).collect();
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
        let is_later = seen.is_some_and(|seen| edition.ended_on.is_some_and(|end| end > seen));
        if is_end && is_later {
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

/// What is not there, or cannot be read, is found by other rules.
fn judge_record(
    id: &str,
    facts: &BasisFacts,
    law: &LawFacts,
    as_of: Option<Date>,
    index: &Index,
) -> Option<InstrumentJudged> {
    let ordinal = index.ordinal(Kind::LegalInstrument, id)?;
    let record = facts.instruments.get(&ordinal)?;
    Some(judge(record.edition.title.as_str(), Some((ordinal, record)), law, as_of))
}

fn judge(
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
    let Some(as_of) = as_of else { return judged };
    judged.rank = held.rank(as_of).or(judged.rank);
    match held.standing(as_of) {
        Standing::InForce(edition) => {
            judged.state = State::InForce;
            judged.made_on = edition.order();
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
        Standing::NotHeld | Standing::NotYetInForce { .. } | Standing::Unknown => {}
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

fn judge_citation(
    cited: &Cited,
    instrument: &InstrumentJudged,
    facts: &BasisFacts,
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
pub(super) fn sightings(facts: &BasisFacts, matters: impl Fn(Name) -> bool) -> Vec<Sighting> {
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
pub(super) struct Sighting {
    pub(super) name: Name,
    pub(super) ordinal: u32,
    pub(super) cited: u32,
    pub(super) count: u64,
}
