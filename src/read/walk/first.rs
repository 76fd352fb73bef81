//! Where fields of ours stand first that stand again in their object.

use std::ops::Range;

use super::Walk;
use crate::read::shape::{Object, Shape};

/// The fields of an object as far as it was walked again to find them: it is walked once, for all of them.
#[derive(Debug, Default)]
pub(super) struct FirstFields {
    /// Each by its position, with its place.
    found: Vec<(usize, Range<usize>)>,
    /// Where to go on; none before the first look.
    at: Option<usize>,
}

impl FirstFields {
    /// Where the field at a position stands first in the object that begins at `open`.
    pub(super) fn of(
        &mut self,
        walk: &Walk<'_>,
        object: &Object,
        open: usize,
        position: usize,
    ) -> Option<Range<usize>> {
        if let Some(first) = self.known(position) {
            return Some(first);
        }
        let mut again = Walk::new(walk.text, walk.max_depth, 0);
        again.bytes = walk.bytes;
        match self.at {
            None => {
                again.at = open;
                again.open(b'}').ok()?;
            }
            Some(at) => again.at = at,
        }
        loop {
            let key = again.key().ok()?;
            let here = object.position(&key.text()).filter(|&here| self.known(here).is_none());
            if let Some(here) = here {
                self.found.push((here, key.span()));
            }
            again.value(Shape::any()).ok()?;
            let more = again.more(b'}', "").ok()?;
            self.at = Some(again.at);
            if here == Some(position) {
                return self.known(position);
            }
            if !more {
                return None;
            }
        }
    }

    fn known(&self, position: usize) -> Option<Range<usize>> {
        self.found.iter().find(|(known, _)| *known == position).map(|(_, first)| first.clone())
    }
}
