//! The directories that a delegation names, where their entries are held: in the catalog itself, or in the superior list.

use super::province::{Owner, owner};
use super::seen::Seen;
use crate::facts::Facts;
use crate::facts::citations::said::{Named, said};
use crate::facts::directories::KnownEntry;
use crate::facts::names::NameKey;
use crate::law::facts::title_key;
use crate::model::{Kind, Text};
use crate::rule::Scope;

/// So many directories of a catalog are looked through for a title; a province has one or two.
const MOST_DIRECTORIES: usize = 64;

/// So many documents that a decision names are looked up; none that anybody wrote names more.
const MOST_NAMED: usize = 64;

/// A directory of which entries are held.
#[derive(Debug, Clone, Copy)]
pub(super) struct Directory<'a> {
    facts: &'a Facts,
    number: u32,
}

impl Directory<'_> {
    pub(super) fn is(&self, facts: &Facts, number: u32) -> bool {
        std::ptr::eq(self.facts, facts) && self.number == number
    }

    pub(super) fn has_name(&self, name: NameKey) -> bool {
        self.facts.directories.has_name(self.number, name)
    }

    pub(super) fn has_number(&self, number: &str) -> bool {
        self.facts.directories.has_number(self.number, number)
    }

    pub(super) fn title(&self) -> Option<&str> {
        let id = self.facts.directories.instrument(self.number)?;
        Some(self.facts.instrument(id)?.edition.title.as_str())
    }
}

/// A directory that a delegation names, and the numbers of entries that stand beside its name: 序号12, 附件第12项.
#[derive(Debug)]
pub(super) struct NamedDirectory<'a> {
    pub(super) directory: Directory<'a>,
    pub(super) numbers: Vec<String>,
}

/// Where entries are held: the catalog, and the superior lists where such were given.
pub(super) fn holders<'a>(scope: &Scope<'a>, own: &'a Facts) -> impl Iterator<Item = &'a Facts> + use<'a> {
    std::iter::once(own).chain(scope.superiors().iter().map(|other| &*other.facts))
}

/// The directories of the province that the decision names, or in which the entry of the delegation stands.
pub(super) fn named<'a>(scope: &Scope<'a>, seen: &Seen<'a>) -> Vec<NamedDirectory<'a>> {
    let own = seen.whole.facts;
    let entry = entry(scope, seen).map(|(facts, entry)| Directory { facts, number: entry.directory });
    let mut named: Vec<_> =
        entry.map(|directory| NamedDirectory { directory, numbers: Vec::new() }).into_iter().collect();
    let mut looked_up = 0_usize;
    let mut add = |id: Option<&str>, title: Option<&str>, numbers: &[String]| {
        if looked_up >= MOST_NAMED {
            return;
        }
        looked_up = looked_up.saturating_add(1);
        let title = id.and_then(|id| own.instrument(id)).map(|of| of.edition.title.as_str()).or(title);
        let directories = held(scope, own, id, title).into_iter();
        named.extend(directories.map(|directory| NamedDirectory { directory, numbers: numbers.to_vec() }));
    };
    if let Some(decision) = &seen.delegation.decision {
        add(decision.instrument.as_ref().map(|of| of.id().as_str()), None, &[]);
        for citation in &decision.basis {
            said(citation, &mut Vec::new(), |said| {
                let numbers = numbers(&said.of.clauses);
                match &said.named {
                    Named::Record(id) => add(Some(id.as_str()), None, &numbers),
                    Named::Title(title) => add(None, Some(title), &numbers),
                }
            });
        }
    }
    // What the county itself draws up is no directory of the province.
    named.retain(|named| {
        let id = named.directory.facts.directories.instrument(named.directory.number);
        id.and_then(|id| named.directory.facts.instrument(id)).is_none_or(|of| owner(of) != Owner::Another)
    });
    named
}

/// The numbers in the names of places.
fn numbers(clauses: &[Text]) -> Vec<String> {
    let parts = clauses.iter().flat_map(|clause| clause.as_str().split(|c: char| !c.is_ascii_digit()));
    parts.filter(|number| !number.is_empty()).map(str::to_owned).collect()
}

/// The directories held that are this instrument: by its id in the catalog, and by its title.
fn held<'a>(scope: &Scope<'a>, own: &'a Facts, id: Option<&str>, title: Option<&str>) -> Vec<Directory<'a>> {
    let by_id = id.and_then(|id| own.directories.directory(id)).map(|number| Directory { facts: own, number });
    if let Some(directory) = by_id {
        return vec![directory];
    }
    let Some(key) = title.map(title_key) else { return Vec::new() };
    let is_it =
        |facts: &Facts, id: &str| facts.instrument(id).is_some_and(|of| title_key(of.edition.title.as_str()) == key);
    let directories = holders(scope, own).flat_map(|facts| {
        facts.directories.directories().take(MOST_DIRECTORIES).map(move |(number, id)| (facts, number, id))
    });
    let directories = directories.filter(|(facts, _, id)| is_it(facts, id));
    directories.map(|(facts, number, _)| Directory { facts, number }).collect()
}

/// The entry that the delegation names, and where it is held.
pub(super) fn entry<'a>(scope: &Scope<'a>, seen: &Seen<'a>) -> Option<(&'a Facts, &'a KnownEntry)> {
    let id = seen.delegation.directory_entry.as_ref()?.id().as_str();
    holders(scope, seen.whole.facts).find_map(|facts| {
        let ordinal = facts.records.ordinal(Kind::DirectoryEntry, id)?;
        Some((facts, facts.directories.entry(ordinal)?))
    })
}
