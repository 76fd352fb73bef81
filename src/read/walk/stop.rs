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

    /// Whether the same would be said if more followed. What is misread of numbers, words and escapes is looked at up to
    /// a character that none of them has; of all else no more is looked at than two characters.
    pub(in crate::read) fn is_certain(&self, text: &str) -> bool {
        let may_go_on = |&byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'\\');
        let rest = text.as_bytes().get(self.0.0..).unwrap_or_default();
        !self.is_truncated() && rest.iter().skip(1).any(|byte| !may_go_on(byte))
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
