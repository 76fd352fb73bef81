//! Where fields of ours stand first that stand again in their object.

use std::ops::Range;

use super::Walk;
use super::keys::FirstFields;
use crate::read::shape::{Object, Shape};

impl Walk<'_> {
    /// Where the field at a position stands first in the object that begins at `open`, by walking on from where the last
    /// look ended.
    pub(super) fn first_field(
        &self,
        first: &mut FirstFields,
        object: &Object,
        open: usize,
        position: usize,
    ) -> Option<Range<usize>> {
        let mut again = Walk::skimming(self.text, self.max_depth);
        again.bytes = self.bytes;
        while first.known(position).is_none() {
            again.at = first.at.unwrap_or(open);
            if first.at.is_none() {
                again.open(b'}').ok()?;
            }
            let key = again.key().ok()?;
            if let Some(here) = object.position(&key.text()) {
                first.add(here, key.span());
            }
            again.value(Shape::any()).ok()?;
            let more = again.more(b'}', "").ok()?;
            first.at = Some(again.at);
            if !more {
                break;
            }
        }
        first.known(position)
    }
}
