//! Text tokens.

use std::borrow::Cow;
use std::ops::Range;

/// A text token: what stands between the quotes.
#[derive(Debug, Clone, Copy)]
pub(in crate::read) struct Token<'t> {
    /// What stands between the quotes.
    pub(super) raw: &'t str,
    /// The byte of the opening quote.
    pub(super) start: usize,
    pub(super) escaped: bool,
}

impl<'t> Token<'t> {
    pub(in crate::read) fn span(self) -> Range<usize> {
        self.start..self.start.saturating_add(self.raw.len()).saturating_add(2)
    }

    /// The text that is meant.
    pub(in crate::read) fn text(self) -> Cow<'t, str> {
        if self.escaped {
            // The escapes were judged when the token was read.
            serde_json::from_str(&format!("\"{}\"", self.raw)).map_or(Cow::Borrowed(self.raw), Cow::Owned)
        } else {
            Cow::Borrowed(self.raw)
        }
    }
}
