//! What ends a walk.

use crate::read::fault::Syntax;

/// The text is no JSON from here on. In a box, so that what is JSON, which is nearly everything, costs a register to
/// say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) struct NotJson(Box<(usize, Stop)>);

impl NotJson {
    /// From which byte on, and why.
    pub(in crate::read) fn new(at: usize, problem: Stop) -> Self {
        Self(Box::new((at, problem)))
    }

    /// Whether the text ended before the value did.
    pub(in crate::read) fn is_truncated(&self) -> bool {
        self.0.1 == Stop::Syntax(Syntax::Truncated)
    }

    pub(in crate::read) fn into_parts(self) -> (usize, Stop) {
        *self.0
    }
}

/// What ends a walk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) enum Stop {
    Syntax(Syntax),
    TooDeep { limit: usize },
}
