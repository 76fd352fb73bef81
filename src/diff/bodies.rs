//! Which bodies of two editions are one: ids of bodies may be given anew with each edition.

use std::collections::HashMap;

use super::unique::unique;
use crate::facts::names::folded;
use crate::model::{Catalog, Organization, Written};

/// A body, the same in both editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Body<'a> {
    /// By its number among the bodies of both.
    Listed(usize),
    /// One that the catalog does not have, by its id.
    Unlisted(&'a str),
}

/// A way to name a body; more than one name of one way are its former names.
type Names<'n> = &'n dyn Fn(&Organization) -> Vec<String>;

/// The bodies of both editions.
#[derive(Debug, Default)]
pub(super) struct Bodies<'a> {
    old: HashMap<&'a str, usize>,
    new: HashMap<&'a str, usize>,
}

impl<'a> Bodies<'a> {
    /// Bodies are one by their credit code, then by name and division, by name alone, by a name that the other one states
    /// as a former one; each only where it is the one body of its edition of which that is so.
    pub(super) fn of(old: &'a Catalog, new: &'a Catalog) -> Self {
        let mut bodies = Self::default();
        let mut next = 0;
        let code = |body: &Organization| -> Vec<String> {
            body.credit_code.iter().map(|code| folded(code.text()).into_owned()).collect()
        };
        let placed = |body: &Organization| {
            let division = body.division.as_ref().map_or("", Written::text);
            vec![format!("{}\n{division}", folded(body.name.as_str()))]
        };
        let name = |body: &Organization| vec![folded(body.name.as_str()).into_owned()];
        let names = |body: &Organization| {
            let aliases = body.aliases.iter().map(|alias| folded(alias.as_str()).into_owned());
            aliases.chain([folded(body.name.as_str()).into_owned()]).collect()
        };
        let ways: [Names<'_>; 4] = [&code, &placed, &name, &names];
        for keys in ways {
            let left = |catalog: &'a Catalog, known: &HashMap<&'a str, usize>| {
                let left = catalog.organizations.iter().filter(|body| !known.contains_key(body.id.as_str()));
                left.flat_map(|body| keys(body).into_iter().map(move |key| (key, body.id.as_str()))).collect::<Vec<_>>()
            };
            let (of_old, of_new) = (left(old, &bodies.old), left(new, &bodies.new));
            let (only_old, only_new) = (unique(of_old.iter().cloned()), unique(of_new.into_iter()));
            for (key, id) in &of_old {
                let (Some(Some(_)), Some(&Some(other))) = (only_old.get(key), only_new.get(key)) else { continue };
                if !bodies.old.contains_key(id) && !bodies.new.contains_key(other) {
                    bodies.old.insert(id, next);
                    bodies.new.insert(other, next);
                    next = next.saturating_add(1);
                }
            }
        }
        for (catalog, known) in [(old, &mut bodies.old), (new, &mut bodies.new)] {
            for body in &catalog.organizations {
                known.entry(body.id.as_str()).or_insert_with(|| {
                    next = next.saturating_add(1);
                    next
                });
            }
        }
        bodies
    }

    pub(super) fn of_old(&self, id: &'a str) -> Body<'a> {
        self.old.get(id).map_or(Body::Unlisted(id), |&number| Body::Listed(number))
    }

    pub(super) fn of_new(&self, id: &'a str) -> Body<'a> {
        self.new.get(id).map_or(Body::Unlisted(id), |&number| Body::Listed(number))
    }
}
