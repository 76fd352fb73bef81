//! The keys of an object, each with the place where it stands first. Whatever their number, none is searched for by
//! going through the others, and no object is walked again for each of its faults.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::token::Token;

/// The keys of an object that are not fields of ours: few as a rule, and then a list is enough.
#[derive(Debug, Default)]
pub(in crate::read) struct Keys<'t> {
    few: Vec<(Cow<'t, str>, Range<usize>)>,
    many: HashMap<Cow<'t, str>, Range<usize>>,
}

impl<'t> Keys<'t> {
    /// Adds a key; where it was there before, the place of the first.
    pub(in crate::read) fn insert(&mut self, key: Token<'t>) -> Option<Range<usize>> {
        const FEW: usize = 16;
        let name = key.text();
        if let Some((_, first)) = self.few.iter().find(|(known, _)| *known == name) {
            return Some(first.clone());
        }
        if self.few.len() < FEW {
            self.few.push((name, key.span()));
            return None;
        }
        let mut again = true;
        let first = self.many.entry(name).or_insert_with(|| {
            again = false;
            key.span()
        });
        again.then(|| first.clone())
    }
}

/// Where the fields of ours stand first that stand again: looked up once a field, and only then.
#[derive(Debug, Default)]
pub(super) struct FirstFields(Vec<(usize, Option<Range<usize>>)>);

impl FirstFields {
    pub(super) fn of(
        &mut self,
        position: usize,
        look_up: impl FnOnce() -> Option<Range<usize>>,
    ) -> Option<Range<usize>> {
        if let Some((_, first)) = self.0.iter().find(|(known, _)| *known == position) {
            return first.clone();
        }
        let first = look_up();
        self.0.push((position, first.clone()));
        first
    }
}
