//! Paths below a record, written out only when something is found.

use super::Pointer;

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PathStep {
    /// A field.
    Field(&'static str),
    /// An element of an array, from 0.
    Index(usize),
}

/// A step, and the number of the one above it.
#[derive(Debug, Clone, Copy)]
struct Link {
    above: u32,
    /// Of a field, its place in the declaration of its type, where somebody reads in another order.
    rank: u8,
    step: PathStep,
}

/// The number that stands for the record itself, above which there is nothing.
const RECORD: u32 = u32::MAX;

/// The steps taken in a record, each with the one above it, so that a path is one number.
#[derive(Debug, Default)]
pub(crate) struct Trail(Vec<Link>);

impl Trail {
    /// Where a trail begins.
    pub(crate) const RECORD: u32 = RECORD;

    /// A step below the one with this number; gives its own.
    #[inline]
    pub(crate) fn step(&mut self, above: u32, step: PathStep, rank: u8) -> u32 {
        let number = u32::try_from(self.0.len()).unwrap_or(RECORD);
        self.0.push(Link { above, rank, step });
        number
    }

    /// Where the path that ends at this step comes among those of its record, in the order of declarations.
    pub(crate) fn order(&self, mut at: u32) -> Vec<usize> {
        let mut order = Vec::new();
        while let Some(link) = usize::try_from(at).ok().and_then(|at| self.0.get(at)) {
            order.push(if let PathStep::Index(index) = link.step { index } else { link.rank.into() });
            at = link.above;
        }
        order.reverse();
        order
    }

    /// A step below the last, for who goes down and comes up again.
    pub(crate) fn enter(&mut self, step: PathStep) {
        self.step(self.last(), step, 0);
    }

    /// Takes the last step back.
    pub(crate) fn leave(&mut self) {
        self.0.pop();
    }

    /// How many steps there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Forgets the steps after so many.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.0.truncate(count);
    }

    /// Forgets all steps.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// The number of the last step.
    pub(crate) fn last(&self) -> u32 {
        self.0.len().checked_sub(1).and_then(|last| u32::try_from(last).ok()).unwrap_or(RECORD)
    }

    /// The path that ends at this step.
    pub(crate) fn path(&self, at: u32) -> Path<'_> {
        Path { trail: &self.0, at }
    }
}

/// 路径: the path of a value below a record, as its last step and a way up; written out only when something is found.
#[derive(Debug, Clone, Copy)]
pub struct Path<'a> {
    trail: &'a [Link],
    at: u32,
}

impl<'a> Path<'a> {
    /// The path as a JSON Pointer.
    #[must_use]
    pub fn pointer(self) -> Pointer {
        let mut pointer = Pointer::default();
        self.each_step(&mut |step| match step {
            PathStep::Field(name) => pointer.push(name),
            PathStep::Index(index) => pointer.push_index(index),
        });
        pointer
    }

    /// The innermost field.
    #[must_use]
    pub fn field(self) -> &'static str {
        self.fields_up().next().unwrap_or_default()
    }

    /// The fields from the innermost up.
    pub(crate) fn fields_up(self) -> impl Iterator<Item = &'static str> {
        let links = std::iter::successors(self.link(self.at), move |link| self.link(link.above));
        links.filter_map(|link| if let PathStep::Field(name) = link.step { Some(name) } else { None })
    }

    /// The fields from the record down, without indexes, joined by points: `materials.name`.
    #[must_use]
    pub fn fields(self) -> String {
        self.names().join(".")
    }

    /// The fields from the record down, without indexes.
    pub(crate) fn names(self) -> Vec<&'static str> {
        let mut names = Vec::new();
        self.each_step(&mut |step| {
            if let PathStep::Field(name) = step {
                names.push(name);
            }
        });
        names
    }

    /// The last step.
    pub(crate) fn step(self) -> Option<PathStep> {
        self.link(self.at).map(|link| link.step)
    }

    /// Shows the steps from the record down.
    pub(crate) fn each_step(self, see: &mut dyn FnMut(PathStep)) {
        if let Some(link) = self.link(self.at) {
            // As deep as the model is, which is a few steps.
            Self { at: link.above, ..self }.each_step(see);
            see(link.step);
        }
    }

    fn link(self, at: u32) -> Option<&'a Link> {
        self.trail.get(usize::try_from(at).ok()?)
    }
}
