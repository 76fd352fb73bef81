//! The way from the record down to the value that is read. A step is only taken on the trail when a text stands at its
//! end: most objects and arrays hold numbers or other objects, and nobody asks where those stand.

use crate::model::leaves::Leaves;
use crate::model::path::{PathStep, Trail};
use crate::read::shape::Field;

/// The steps to the value that is read, of which those above the last are kept with the objects and arrays they lead to.
#[derive(Debug)]
pub(super) struct Steps {
    /// To the value, from the object or array in which it stands.
    last: Step,
    /// The number on the trail of that object or array.
    above: u32,
    outer: Vec<Outer>,
}

/// One step.
#[derive(Debug, Clone, Copy)]
struct Step {
    /// None to an element.
    field: Option<&'static Field>,
    /// The place of the field in its declaration, or the index of the element.
    number: usize,
}

/// An object or array that was entered: the step to it, and the number of what it stands in.
#[derive(Debug)]
struct Outer {
    step: Step,
    above: u32,
}

/// No step of the trail was taken there so far. The number of the record itself is another.
const NOT_TAKEN: u32 = Trail::RECORD.wrapping_sub(1);

impl Default for Steps {
    fn default() -> Self {
        Self { last: Step { field: None, number: 0 }, above: NOT_TAKEN, outer: Vec::with_capacity(8) }
    }
}

impl Steps {
    /// What is read next is this member.
    #[inline]
    pub(super) fn to_member(&mut self, field: &'static Field, rank: u8) {
        self.last = Step { field: Some(field), number: rank.into() };
    }

    /// What is read next is the element at this index.
    #[inline]
    pub(super) fn to_element(&mut self, index: usize) {
        self.last = Step { field: None, number: index };
    }

    /// What is read next stands in the object or array to which the last step led; the record is the first.
    #[inline]
    pub(super) fn descend(&mut self) {
        self.outer.push(Outer { step: self.last, above: self.above });
        self.above = NOT_TAKEN;
    }

    /// The object or array has ended.
    #[inline]
    pub(super) fn ascend(&mut self) {
        if let Some(Outer { step, above }) = self.outer.pop() {
            (self.last, self.above) = (step, above);
        }
    }

    /// Takes the last step; gives its number.
    #[inline]
    pub(super) fn take(&mut self, leaves: &mut Leaves) -> u32 {
        let above = self.above(leaves);
        self.last.take(above, leaves)
    }

    /// The number of the object or array in which the value stands.
    #[inline]
    pub(super) fn above(&mut self, leaves: &mut Leaves) -> u32 {
        if self.above == NOT_TAKEN { self.take_outer(leaves) } else { self.above }
    }

    /// Takes the steps down to there that were not taken so far, of which there are one or two as a rule.
    #[inline(never)]
    fn take_outer(&mut self, leaves: &mut Leaves) -> u32 {
        let mut from = self.outer.len();
        let mut number = Trail::RECORD;
        while let Some(Outer { above, .. }) = from.checked_sub(1).and_then(|at| self.outer.get(at)) {
            from = from.wrapping_sub(1);
            if *above != NOT_TAKEN {
                number = *above;
                break;
            }
        }
        for Outer { step, above } in self.outer.iter_mut().skip(from.max(1)) {
            *above = number;
            number = step.take(number, leaves);
        }
        self.above = number;
        number
    }
}

impl Step {
    #[inline]
    fn take(self, above: u32, leaves: &mut Leaves) -> u32 {
        match self.field {
            // A place in a declaration is that of one of at most 64 fields.
            Some(field) => {
                leaves.step(above, PathStep::Field(field.name), u8::try_from(self.number).unwrap_or(u8::MAX))
            }
            None => leaves.step(above, PathStep::Index(self.number), 0),
        }
    }
}
