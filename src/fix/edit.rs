//! Edits: what takes the place of some bytes.

use std::ops::Range;

use super::list::FixClass;
use crate::model::Pointer;

/// One edit.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    pub(super) class: FixClass,
    /// The bytes that are taken away.
    pub(super) cut: Range<usize>,
    /// What takes their place.
    pub(super) text: String,
    /// What of them is told: of a member the comma is not.
    pub(super) shown: Range<usize>,
    /// Where it stands; none where it is not told.
    pub(super) pointer: Option<Pointer>,
}

impl Edit {
    /// One that takes the place of all that is told of it.
    pub(super) fn of(class: FixClass, span: Range<usize>, text: String, pointer: Option<Pointer>) -> Self {
        Self { class, cut: span.clone(), text, shown: span, pointer }
    }

    /// By how many bytes more it makes the text than it was.
    fn grows(&self) -> isize {
        self.text.len().cast_signed().saturating_sub(self.cut.len().cast_signed())
    }
}

/// A stretch of a text with the edits in it, which come in its order.
pub(super) fn applied(text: &str, stretch: Range<usize>, edits: &[Edit]) -> String {
    let mut applied = String::with_capacity(stretch.len());
    let mut at = stretch.start;
    for edit in edits {
        applied.push_str(text.get(at..edit.cut.start).unwrap_or_default());
        applied.push_str(&edit.text);
        at = edit.cut.end;
    }
    applied.push_str(text.get(at..stretch.end).unwrap_or_default());
    applied
}

/// Where in the text what stands at a byte of the edited stretch stood; it is not within an edit.
pub(super) fn before(at: usize, stretch: &Range<usize>, edits: &[Edit]) -> usize {
    let mut grown = 0_isize;
    for edit in edits {
        let begins = edit.cut.start.saturating_sub(stretch.start).saturating_add_signed(grown);
        if begins.saturating_add(edit.text.len()) > at {
            break;
        }
        grown = grown.saturating_add(edit.grows());
    }
    stretch.start.saturating_add(at).saturating_add_signed(grown.saturating_neg())
}
