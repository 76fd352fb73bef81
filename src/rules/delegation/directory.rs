//! The directories that a delegation names, where their entries are held: in the catalog itself, or in the superior list.

use super::province::{Owner, instrument, owner};
use super::seen::Seen;
use crate::facts::Facts;
use crate::facts::names::NameKey;
use crate::law::facts::title_key;
use crate::model::{Citation, Kind, Text};
use crate::rule::Scope;

/// So many directories of a catalog are looked through for a title; a province has one or two.
const MOST_DIRECTORIES: usize = 64;

/// A directory of which entries are held.
#[derive(Debug, Clone, Copy)]
pub(super) struct Directory<'a> {
    facts: &'a Facts,
    number: u32,
}

impl Directory<'_> {
    pub(super) fn has_name(&self, name: NameKey) -> bool {
        self.facts.directories.has_name(self.number, name)
    }

    pub(super) fn has_number(&self, number: &str) -> bool {
        self.facts.directories.has_number(self.number, number)
    }

    pub(super) fn title(&self) -> Option<&str> {
        let id = self.facts.directories.instrument(self.number)?;
        Some(instrument(self.facts, id)?.edition.title.as_str())
    }
}

/// A directory that a delegation names, and the citation that names it.
#[derive(Debug, Clone, Copy)]
pub(super) struct NamedDirectory<'a> {
    pub(super) directory: Directory<'a>,
    pub(super) by: Option<&'a Citation>,
}

/// Where entries are held: the catalog, and the superior list where it was given.
pub(super) fn holders<'a>(scope: &Scope<'a>, own: &'a Facts) -> impl Iterator<Item = &'a Facts> + use<'a> {
    [Some(own), scope.superior().map(|other| &other.facts)].into_iter().flatten()
}

/// The directories of the province that the decision names, or in which the entry of the delegation stands.
pub(super) fn named<'a>(scope: &Scope<'a>, seen: &Seen<'a>) -> Vec<NamedDirectory<'a>> {
    let own = seen.whole.facts;
    let mut named = Vec::new();
    let decision = seen.delegation.decision.as_ref();
    let by_decision = decision.and_then(|decision| decision.instrument.as_ref()).map(|of| of.id().as_str());
    let entry = entry(scope, seen).map(|(facts, entry)| Directory { facts, number: entry.directory });
    named.extend(entry.map(|directory| NamedDirectory { directory, by: None }));
    for (id, title, by) in by_decision.map(|id| (Some(id), None, None)).into_iter().chain(
        decision.iter().flat_map(|decision| &decision.basis).map(|citation| {
            let id = citation.instrument.as_ref().map(|of| of.id().as_str());
            (id, citation.title.as_ref().map(Text::as_str), Some(citation))
        }),
    ) {
        let title = id.and_then(|id| instrument(own, id)).map(|of| of.edition.title.as_str()).or(title);
        named.extend(held(scope, own, id, title).into_iter().map(|directory| NamedDirectory { directory, by }));
    }
    // What the county itself draws up is no directory of the province.
    named.retain(|named| {
        let id = named.directory.facts.directories.instrument(named.directory.number);
        id.and_then(|id| instrument(named.directory.facts, id)).is_none_or(|of| owner(of) != Owner::Another)
    });
    named
}

/// The directories held that are this instrument: by its id in the catalog, and by its title.
fn held<'a>(scope: &Scope<'a>, own: &'a Facts, id: Option<&str>, title: Option<&str>) -> Vec<Directory<'a>> {
    let by_id = id.and_then(|id| own.directories.directory(id)).map(|number| Directory { facts: own, number });
    if let Some(directory) = by_id {
        return vec![directory];
    }
    let Some(key) = title.map(title_key) else { return Vec::new() };
    let is_it =
        |facts: &Facts, id: &str| instrument(facts, id).is_some_and(|of| title_key(of.edition.title.as_str()) == key);
    let directories = holders(scope, own).flat_map(|facts| {
        facts.directories.directories().take(MOST_DIRECTORIES).map(move |(number, id)| (facts, number, id))
    });
    let directories = directories.filter(|(facts, _, id)| is_it(facts, id));
    directories.map(|(facts, number, _)| Directory { facts, number }).collect()
}

/// The entry that the delegation names, and where it is held.
pub(super) fn entry<'a>(
    scope: &Scope<'a>,
    seen: &Seen<'a>,
) -> Option<(&'a Facts, &'a crate::facts::directories::KnownEntry)> {
    let id = seen.delegation.directory_entry.as_ref()?.id().as_str();
    holders(scope, seen.whole.facts).find_map(|facts| {
        let ordinal = facts.records.ordinal(Kind::DirectoryEntry, id)?;
        Some((facts, facts.directories.entry(ordinal)?))
    })
}
