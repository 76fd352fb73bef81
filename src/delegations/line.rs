//! One line in time from the delegations of one power to one body: who holds it, who exercises it, and what to note.
//!
//! The phases of all delegations are walked through in the order of their days; at each day only the delegation changes
//! that says so, so the work grows with the number of delegations and not with its square.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::bodies::{Bodies, Party};
use super::list::{Exercise, NoteCause, NoteKind};
use super::span::{Phase, Span};
use crate::model::{Date, Id};

/// 行使时段: a period in which the same bodies hold and exercise a power.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ExerciseStretch {
    /// 起: its first day; absent where it has always been so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// 止（不含当日）: the first day on which it is no longer so; absent where no end is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Date>,
    /// 行使情况: who exercises the power.
    pub exercise: Exercise,
    /// 权力主体: the body that holds it; absent where nobody does, or it is not known who.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<Party>,
    /// 行使主体: the bodies that exercise it.
    pub exercised_by: Vec<Party>,
}

/// 提示: what there is to note, and in which period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct DelegationNote {
    /// 提示类别: what there is.
    pub kind: NoteKind,
    /// 提示原因: from what it comes.
    pub cause: NoteCause,
    /// 起: the first day of the period; absent where it has no beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// 止（不含当日）: the first day after the period; absent where no end is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Date>,
    /// 涉及赋权: the delegations from which it comes, five at most.
    pub delegations: Vec<Id>,
}

/// How many delegations a note names at most.
const MOST_NAMED: usize = 5;

/// The line of one pair, from its delegations in order, and its notes by their first day.
pub(super) fn of(
    spans: &[Span<'_>],
    receiver: &Id,
    bodies: &Bodies<'_>,
) -> (Vec<ExerciseStretch>, Vec<DelegationNote>) {
    let mut changes: Vec<(Option<Date>, usize, Phase)> = spans
        .iter()
        .enumerate()
        .flat_map(|(span, of)| of.phases.iter().map(move |&(day, phase)| (day, span, phase)))
        .collect();
    changes.sort_by_key(|&(day, span, _)| (day, span));
    let mut line = Line { spans, receiver, bodies, stretches: Vec::new(), notes: Vec::new() };
    let mut standing = Standing::new(spans);
    for (at, &(from, span, phase)) in changes.iter().enumerate() {
        standing.change(span, from, phase);
        let next = changes.get(at.saturating_add(1)).map(|&(day, ..)| day);
        if next != Some(from) {
            line.add(&standing, from, next.flatten());
        }
    }
    for span in spans {
        let own = span.notes().map(|(kind, cause, from, before)| DelegationNote {
            kind,
            cause,
            from,
            before,
            delegations: vec![span.delegation.clone()],
        });
        line.notes.extend(own);
    }
    line.notes.sort_by_key(|note| note.from);
    (line.stretches, line.notes)
}

/// The delegations of a pair on a day, by their phases; each goes by its number.
struct Standing<'a> {
    spans: &'a [Span<'a>],
    now: Vec<Option<(Option<Date>, Phase)>>,
    /// In force, the receiver in its own name.
    own: BTreeSet<usize>,
    /// Of these, those with which the origin goes on.
    shared: BTreeSet<usize>,
    /// In force, the receiver in the name of the origin.
    lent: BTreeSet<usize>,
    not_known: BTreeSet<usize>,
    waiting: BTreeSet<usize>,
    /// Over, by the day on which it came to that.
    over: BTreeSet<(Option<Date>, usize)>,
}

impl<'a> Standing<'a> {
    fn new(spans: &'a [Span<'a>]) -> Self {
        Self {
            spans,
            now: vec![None; spans.len()],
            own: BTreeSet::new(),
            shared: BTreeSet::new(),
            lent: BTreeSet::new(),
            not_known: BTreeSet::new(),
            waiting: BTreeSet::new(),
            over: BTreeSet::new(),
        }
    }

    fn change(&mut self, number: usize, from: Option<Date>, phase: Phase) {
        let (Some(now), Some(span)) = (self.now.get_mut(number), self.spans.get(number)) else { return };
        if let Some((since, _)) = now.replace((from, phase)) {
            for set in [&mut self.own, &mut self.shared, &mut self.lent, &mut self.not_known, &mut self.waiting] {
                set.remove(&number);
            }
            self.over.remove(&(since, number));
        }
        match phase {
            Phase::Before => {}
            Phase::Waiting => drop(self.waiting.insert(number)),
            Phase::Active if span.is_lent => drop(self.lent.insert(number)),
            Phase::Active => {
                self.own.insert(number);
                if span.origin_goes_on == Some(true) {
                    self.shared.insert(number);
                }
            }
            Phase::NotKnown(_) => drop(self.not_known.insert(number)),
            Phase::EndedForNow | Phase::Ended | Phase::Returned | Phase::Lapsed => {
                self.over.insert((from, number));
            }
        }
    }

    /// Who exercises, by which delegation, and what is to note of it.
    fn exercise(&self) -> (Exercise, Option<&'a Span<'a>>, Option<(NoteKind, NoteCause)>) {
        let span = |number: &usize| self.spans.get(*number);
        if let Some(number) = self.shared.first() {
            return (Exercise::Both, span(number), None);
        }
        if let Some(number) = self.own.first() {
            return (Exercise::Receiver, span(number), None);
        }
        if let Some(number) = self.lent.first() {
            return (Exercise::InNameOfOrigin, span(number), None);
        }
        if let Some(number) = self.not_known.first() {
            return (Exercise::NotKnown, span(number), None);
        }
        if let Some(waits) = self.waiting.first().and_then(span) {
            return waits.left_alone(NoteCause::ClaimedLater);
        }
        let Some((_, number)) = self.over.last() else {
            return (Exercise::Origin, self.spans.first(), None);
        };
        let phase = self.now.get(*number).copied().flatten().map(|(_, phase)| phase);
        match (span(number), phase) {
            (Some(over), Some(Phase::EndedForNow)) => over.left_alone(NoteCause::ReturnedLater),
            (Some(over), Some(Phase::Ended)) => over.left_alone(NoteCause::NotReturned),
            (over, Some(Phase::Lapsed)) => (Exercise::NotKnown, over, None),
            (over, _) => (Exercise::Origin, over, None),
        }
    }

    /// The delegations that are in force together, two of them at least and one in the receiver's own name.
    fn overlap(&self) -> Option<Vec<Id>> {
        if self.own.is_empty() || self.own.len().saturating_add(self.lent.len()) < 2 {
            return None;
        }
        let both = self.own.iter().chain(&self.lent).take(MOST_NAMED);
        Some(both.filter_map(|number| self.spans.get(*number)).map(|span| span.delegation.clone()).collect())
    }
}

impl<'a> Span<'a> {
    /// Who exercises while the receiver does not yet, or no longer, and nothing was returned.
    fn left_alone(&'a self, cause: NoteCause) -> (Exercise, Option<&'a Self>, Option<(NoteKind, NoteCause)>) {
        // Until a day on which it is returned the origin does not have it, unless it goes on all the same.
        let origin_is_out = self.origin_goes_on == Some(false) || cause == NoteCause::ReturnedLater;
        if self.is_lent || self.origin_goes_on == Some(true) {
            (Exercise::Origin, Some(self), None)
        } else if origin_is_out && (cause != NoteCause::NotReturned || self.returns_are_known) {
            (Exercise::Nobody, Some(self), Some((NoteKind::Gap, cause)))
        } else {
            (Exercise::NotKnown, Some(self), Some((NoteKind::NotKnown, cause)))
        }
    }
}

struct Line<'a> {
    spans: &'a [Span<'a>],
    receiver: &'a Id,
    bodies: &'a Bodies<'a>,
    stretches: Vec<ExerciseStretch>,
    notes: Vec<DelegationNote>,
}

impl Line<'_> {
    /// What holds from a day on, before another.
    fn add(&mut self, standing: &Standing<'_>, from: Option<Date>, before: Option<Date>) {
        let (exercise, by, note) = standing.exercise();
        let origin = by.or(self.spans.first()).map(|span| self.bodies.party(span.from));
        let receiver = self.bodies.party(self.receiver);
        let (holder, exercised_by) = match exercise {
            Exercise::Origin => (origin.clone(), origin.into_iter().collect()),
            Exercise::Receiver => (Some(receiver.clone()), vec![receiver]),
            Exercise::InNameOfOrigin => (origin, vec![receiver]),
            Exercise::Both => (Some(receiver.clone()), origin.into_iter().chain([receiver]).collect()),
            Exercise::Nobody | Exercise::NotKnown => (None, Vec::new()),
        };
        let stretch = ExerciseStretch { from, before, exercise, holder, exercised_by };
        match self.stretches.last_mut().filter(|last| last.is_alike(&stretch)) {
            Some(last) => last.before = before,
            None => self.stretches.push(stretch),
        }
        if let Some(((kind, cause), span)) = note.zip(by) {
            self.note(kind, cause, from, before, vec![span.delegation.clone()]);
        }
        if let Some(both) = standing.overlap() {
            self.note(NoteKind::DoubleExercise, NoteCause::DelegationsOverlap, from, before, both);
        }
    }

    /// Adds a note, or lengthens the same one of the days before.
    fn note(&mut self, kind: NoteKind, cause: NoteCause, from: Option<Date>, before: Option<Date>, of: Vec<Id>) {
        let note = DelegationNote { kind, cause, from, before, delegations: of };
        // Two notes at most come of a stretch.
        let same = self.notes.iter_mut().rev().take(2).find(|last| last.is_continued_by(&note));
        match same {
            Some(last) => last.before = before,
            None => self.notes.push(note),
        }
    }
}

impl ExerciseStretch {
    fn is_alike(&self, other: &Self) -> bool {
        (self.exercise, &self.holder, &self.exercised_by) == (other.exercise, &other.holder, &other.exercised_by)
    }
}

impl DelegationNote {
    fn is_continued_by(&self, next: &Self) -> bool {
        self.before.is_some()
            && self.before == next.from
            && (self.kind, self.cause, &self.delegations) == (next.kind, next.cause, &next.delegations)
    }
}
