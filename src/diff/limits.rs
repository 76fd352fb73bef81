//! Limits: which became shorter, which longer, and which cannot be compared.

#![expect(clippy::ref_option, reason = "members are compared as they stand in their records")]

use std::borrow::Cow;
use std::cmp::Ordering;
use std::num::NonZeroU16;

use serde::Serialize;

use super::comparison::{Comparison, reversed};
use super::fields::{provisions, text};
use super::list::{ChangeClass, Effect};
use super::lists::align;
use crate::codelist::{Channel, TimeUnit};
use crate::facts::names::folded;
use crate::model::{Branch, TimeLimit};

/// An amount of time, as it is told.
#[derive(Debug, Clone, Copy, Serialize)]
struct Amount {
    amount: NonZeroU16,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<TimeUnit>,
}

/// The branch of a limit, as far as it tells it from others.
type OfBranch<'a> = (bool, Option<Channel>, Option<Cow<'a, str>>);

fn branch_of(limit: &TimeLimit) -> OfBranch<'_> {
    let branch = limit.branch.as_ref();
    let note = branch.and_then(|branch| branch.note.as_ref()).map(|note| folded(note.as_str()));
    (branch.and_then(|branch| branch.commitment) == Some(true), branch.and_then(|branch| branch.channel), note)
}

/// Limits of the procedure: branch by branch, and within one by units, as days of different kinds do not compare.
pub(super) fn limits<'a>(at: &mut Comparison<'_, 'a>, old: &'a [TimeLimit], new: &'a [TimeLimit]) {
    let noted = at.count;
    let by_unit = align(old, new, |limit, _| (branch_of(limit), limit.unit));
    let others = align(by_unit.gone, by_unit.come, |limit, _| branch_of(limit));
    for (one, other) in by_unit.pairs.into_iter().chain(others.pairs).filter(|(one, other)| one != other) {
        at.in_branch(other, |at| limit_of(at, one, other));
    }
    for gone in others.gone {
        let amount = amount_of(gone);
        at.in_branch(gone, |at| at.note(ChangeClass::LimitChanged, Effect::NotTold, Some(&amount), None));
    }
    for come in others.come {
        let amount = amount_of(come);
        at.in_branch(come, |at| at.note(ChangeClass::LimitChanged, Effect::NotTold, None, Some(&amount)));
    }
    if at.count == noted && (by_unit.is_reordered || old.len() != new.len()) {
        at.differs(ChangeClass::Editorial, Effect::Neutral, old, new);
    }
}

/// One limit, if there is one.
pub(super) fn limit<'a>(at: &mut Comparison<'_, 'a>, old: &'a Option<TimeLimit>, new: &'a Option<TimeLimit>) {
    if let (Some(old), Some(new)) = (old, new) {
        limit_of(at, old, new);
    } else {
        let (old, new) = (old.as_ref().map(amount_of), new.as_ref().map(amount_of));
        at.note(ChangeClass::LimitChanged, Effect::NotTold, old.as_ref(), new.as_ref());
    }
}

fn amount_of(limit: &TimeLimit) -> Amount {
    Amount { amount: limit.amount, unit: Some(limit.unit) }
}

fn limit_of<'a>(at: &mut Comparison<'_, 'a>, old: &'a TimeLimit, new: &'a TimeLimit) {
    let TimeLimit { amount: _, unit: _, branch, basis, note } = old;
    let shorter = at.shorter;
    amount(at, shorter, amount_of(old), amount_of(new));
    if *branch != new.branch {
        let is_alike = branch_of(old) == branch_of(new);
        let class = if is_alike { ChangeClass::Editorial } else { ChangeClass::LimitChanged };
        let effect = if is_alike { Effect::Neutral } else { Effect::NotTold };
        at.below("branch", |at| at.note(class, effect, branch.as_ref(), new.branch.as_ref()));
    }
    if *basis != new.basis {
        at.below("basis", |at| provisions(at, basis, &new.basis));
    }
    if *note != new.note {
        at.below("note", |at| text(at, note, &new.note));
    }
}

/// Compares two amounts, where a shorter one means something.
fn amount(at: &mut Comparison<'_, '_>, shorter: Effect, old: Amount, new: Amount) {
    if old.unit != new.unit {
        at.differs(ChangeClass::LimitChanged, Effect::NotTold, &old, &new);
        return;
    }
    match new.amount.cmp(&old.amount) {
        Ordering::Less => at.differs(ChangeClass::LimitShortened, shorter, &old, &new),
        Ordering::Greater => at.differs(ChangeClass::LimitLengthened, reversed(shorter), &old, &new),
        Ordering::Equal => {}
    }
}

/// The days of a special procedure, with the unit beside them.
pub(super) fn days(
    at: &mut Comparison<'_, '_>,
    (old, old_unit): (Option<u16>, Option<TimeUnit>),
    (new, new_unit): (Option<u16>, Option<TimeUnit>),
) {
    let of = |days: Option<u16>, unit| Some(Amount { amount: NonZeroU16::new(days?)?, unit });
    let (of_old, of_new) = (of(old, old_unit), of(new, new_unit));
    match (of_old, of_new) {
        (Some(of_old), Some(of_new)) => amount(at, Effect::Eases, of_old, of_new),
        _ if (old, old_unit) == (new, new_unit) => {}
        _ => at.note(ChangeClass::LimitChanged, Effect::NotTold, Some(&(old, old_unit)), Some(&(new, new_unit))),
    }
}

impl<'a> Comparison<'_, 'a> {
    /// Below the branch of a limit; one that is of all of it has none.
    fn in_branch(&mut self, limit: &'a TimeLimit, compare: impl FnOnce(&mut Self)) {
        match branch_words(limit.branch.as_ref()) {
            Some(words) => self.below(words, compare),
            None => compare(self),
        }
    }
}

/// What a branch is called.
fn branch_words(branch: Option<&Branch>) -> Option<Cow<'_, str>> {
    let Branch { commitment, channel, note } = branch?;
    let note = note.as_ref().map(|note| folded(note.as_str()));
    note.or_else(|| (*commitment == Some(true)).then_some(Cow::Borrowed("告知承诺")))
        .or_else(|| channel.map(|channel| Cow::Borrowed(channel.title_zh())))
}
