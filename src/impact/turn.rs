//! What becomes of each different citation between two days: judged once a day, as a check judges it.

use crate::facts::Facts;
use crate::facts::citations::{CitationFacts, Cited};
use crate::law::facts::LawFacts;
use crate::model::Date;
use crate::standing::citations::JudgedCitations;
use crate::standing::instruments::{InstrumentJudged, State};

/// What becomes of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It names nothing that was understood.
    NotUnderstood,
    /// Nothing is held about the instrument.
    NotHeld,
    /// How the instrument stands on one of the days is not known.
    NotKnown,
    Unchanged,
    /// The instrument ended.
    Ended,
    /// It came into force, or did so again.
    CameIn,
    /// Another edition of it came into force.
    NewEdition,
}

/// What is cited, as it stands on two days.
#[derive(Debug)]
pub(super) struct TwoDays<'a> {
    pub(super) facts: &'a CitationFacts,
    pub(super) before: JudgedCitations,
    pub(super) after: JudgedCitations,
    /// By the numbers of the citations.
    turns: Vec<Turn>,
}

impl<'a> TwoDays<'a> {
    pub(super) fn new(facts: &'a Facts, law: &LawFacts, from: Date, to: Date) -> Self {
        let on = |day| JudgedCitations::of(&facts.citations, law, Some(day), &facts.records);
        let (before, after) = (on(from), on(to));
        let mut days = Self { facts: &facts.citations, before, after, turns: Vec::new() };
        days.turns = days.facts.cited.values().iter().map(|cited| days.judge(cited)).collect();
        days
    }

    /// What becomes of a citation, by its number.
    pub(super) fn turn(&self, number: u32) -> Turn {
        let turn = usize::try_from(number).ok().and_then(|at| self.turns.get(at));
        turn.copied().unwrap_or(Turn::NotUnderstood)
    }

    fn judge(&self, cited: &Cited) -> Turn {
        let Some(name) = cited.name else { return Turn::NotUnderstood };
        // A record that is not there is no instrument of which anything is held.
        let both = self.before.instrument(name).zip(self.after.instrument(name));
        both.map_or(Turn::NotUnderstood, |(before, after)| turn(before, after))
    }
}

fn turn(before: &InstrumentJudged, after: &InstrumentJudged) -> Turn {
    match (before.state, after.state) {
        (State::NotHeld, _) | (_, State::NotHeld) => Turn::NotHeld,
        (State::Ended, State::Ended) | (State::NotYet, State::NotYet) => Turn::Unchanged,
        // That it has ended is known, whatever was known of the first day.
        (_, State::Ended) => Turn::Ended,
        (State::NotYet | State::Ended, State::InForce | State::Older) => Turn::CameIn,
        (State::InForce | State::Older, State::InForce | State::Older) => {
            let edition = |judged: &InstrumentJudged| (judged.made_on, judged.effective_on, judged.last);
            if edition(before) == edition(after) { Turn::Unchanged } else { Turn::NewEdition }
        }
        (State::Open, _) | (_, State::Open | State::NotYet) => Turn::NotKnown,
    }
}
