//! What cells tell, each text read once: lists say the same things hundreds of times.

use hashbrown::HashMap;
use hashbrown::hash_map::EntryRef;

use super::cell;
use crate::codelist::AuthorityRole;
use crate::law::citation::read_citations;
use crate::model::{Citation, Step, Text};

/// What the cells tell that were read so far.
#[derive(Debug, Default)]
pub(super) struct Told {
    citations: Known<Vec<Citation>>,
    steps: Known<Vec<Step>>,
    bodies: HashMap<AuthorityRole, Known<Vec<NamedBody>>>,
}

/// A body that a cell names.
#[derive(Debug, Clone)]
pub(super) struct NamedBody {
    pub(super) name: String,
    pub(super) role: AuthorityRole,
}

impl Told {
    /// The citations of a cell.
    pub(super) fn citations(&mut self, cell: &str) -> &[Citation] {
        self.citations.of(cell, citations)
    }

    /// The steps of a cell.
    pub(super) fn steps(&mut self, cell: &str) -> &[Step] {
        self.steps.of(cell, cell::steps)
    }

    /// The bodies of a cell of a column whose bodies do this.
    pub(super) fn bodies(&mut self, cell: &str, role: AuthorityRole) -> &[NamedBody] {
        let named = |body: cell::Body<'_>| NamedBody { name: body.name.to_owned(), role: body.role };
        let known = self.bodies.entry(role).or_default();
        known.of(cell, |cell| cell::bodies(cell, role).into_iter().map(named).collect())
    }
}

/// The citations of a cell. Blanks and line breaks at which it is cut belong to none of them; those at its own ends stay.
fn citations(cell: &str) -> Vec<Citation> {
    let mut read = read_citations(cell);
    let last = read.len().saturating_sub(1);
    for (at, citation) in read.iter_mut().enumerate() {
        let Some(text) = citation.text.as_ref().map(Text::as_str) else { continue };
        let text = if at > 0 { text.trim_start() } else { text };
        let text = if at < last { text.trim_end() } else { text };
        citation.text = Text::new(text).ok();
    }
    read
}

/// What texts tell, by the texts.
#[derive(Debug)]
struct Known<T>(HashMap<String, T>);

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> Known<T> {
    fn of(&mut self, text: &str, read: impl FnOnce(&str) -> T) -> &T {
        match self.0.entry_ref(text) {
            EntryRef::Occupied(known) => known.into_mut(),
            EntryRef::Vacant(new) => new.insert(read(text)),
        }
    }
}
