//! The faults of a piece: all are counted, and as many are kept as may be told.

use std::ops::Range;

use super::fault::{Fault, FaultClass, FaultKind};

/// A number for each class of faults.
type OfClass<N> = [N; FaultClass::ALL.len()];

/// How many more faults of each class may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Room(OfClass<u64>);

impl Room {
    /// Room for so many of each class.
    pub(crate) fn of(room: impl Fn(FaultClass) -> u64) -> Self {
        Self(FaultClass::ALL.map(room))
    }

    /// No room: faults are counted only.
    pub(crate) fn none() -> Self {
        Self::of(|_| 0)
    }

    /// Takes the room of one; says whether there was any.
    pub(super) fn take(&mut self, class: FaultClass) -> bool {
        let room = self.0.get_mut(class as usize);
        let left = room.as_ref().and_then(|room| room.checked_sub(1));
        if let (Some(room), Some(left)) = (room, left) {
            *room = left;
        }
        left.is_some()
    }
}

/// The faults of a piece.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    kept: Vec<Fault>,
    /// How many of each class are not kept.
    unkept: OfClass<u64>,
}

impl Faults {
    /// Those that are kept, in the order of the input.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.kept.iter()
    }

    /// How many of a class are not kept.
    pub(crate) fn unkept(&self, class: FaultClass) -> u64 {
        self.unkept.get(class as usize).copied().unwrap_or_default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty() && self.unkept.iter().all(|&count| count == 0)
    }

    /// Whether there is a fault of such a class.
    pub(crate) fn any(&self, is_it: impl Fn(FaultClass) -> bool) -> bool {
        self.kept.iter().any(|fault| is_it(fault.kind.class()))
            || FaultClass::ALL.into_iter().any(|class| is_it(class) && self.unkept(class) > 0)
    }

    pub(super) fn add(&mut self, fault: Fault) {
        self.kept.push(fault);
    }

    /// Counts one that is not kept.
    pub(super) fn count(&mut self, class: FaultClass) {
        if let Some(count) = self.unkept.get_mut(class as usize) {
            *count = count.saturating_add(1);
        }
    }

    /// Adds those of what follows.
    pub(super) fn extend(&mut self, further: Self) {
        self.kept.extend(further.kept);
        for (count, more) in self.unkept.iter_mut().zip(further.unkept) {
            *count = count.saturating_add(more);
        }
    }

    /// Moves them to where their passage begins in the input. What stands before the passage has wrapped around.
    pub(super) fn moved(mut self, base: usize) -> Self {
        let moved = |span: &Range<usize>| span.start.wrapping_add(base)..span.end.wrapping_add(base);
        for fault in &mut self.kept {
            fault.span = moved(&fault.span);
            fault.first = fault.first.as_ref().map(moved);
        }
        self
    }
}

impl FaultKind {
    /// The class of the fault.
    pub(crate) fn class(&self) -> FaultClass {
        match self {
            Self::Syntax(_) => FaultClass::Syntax,
            Self::RepeatedKey { .. } => FaultClass::RepeatedKey,
            Self::TooDeep { .. } | Self::TooMany { .. } => FaultClass::TooDeep,
            Self::Unknown { .. } => FaultClass::Unknown,
            _ => FaultClass::Shape,
        }
    }
}
