//! What the superior lists assign to this level and the catalog does not have: 应认尽认.

use std::collections::{BTreeMap, HashSet};

use super::classed::Classed;
use super::list::NotToldCause;
use super::norms::Norms;
use super::superiors::{Entry, Fit, Superiors};
use crate::codelist::{AuthorityRole, Level, OrganizationKind};
use crate::model::{Catalog, Kind, Text};

/// An item of a superior list by its list, kind and id.
type Key<'a> = (usize, Kind, &'a str);

fn key<'a>(entry: &Entry<'a>) -> Key<'a> {
    (entry.list, entry.item.kind(), entry.item.id().as_str())
}

/// The items that are missing, from the nearest list that says that it has all of their kind, with the cause where it
/// cannot be told whether they are; in the order of kinds, then of ids.
pub(super) fn all<'a>(
    catalog: &Catalog,
    classed: &[Classed<'a>],
    superiors: &Superiors<'a>,
) -> Vec<(Entry<'a>, Option<NotToldCause>)> {
    // A license that stands only among the powers is missing in the licensing list.
    let of_same_kind = classed.iter().filter_map(|one| Some((one.item, one.found?.entry)));
    let claimed: HashSet<Key<'a>> =
        of_same_kind.filter(|(item, entry)| item.kind() == entry.item.kind()).map(|(_, entry)| key(&entry)).collect();
    let mut missing = Vec::new();
    for kind in [Kind::LicensingItem, Kind::PowerItem] {
        let covers = catalog.header.covers.contains(&kind);
        if !covers && catalog.len_of(kind) == 0 {
            continue;
        }
        let cause = (!covers).then_some(NotToldCause::OwnListIncomplete);
        let of_kind = of_kind(catalog, kind, &claimed, superiors);
        missing.extend(of_kind.into_iter().map(|entry| (entry, cause)));
    }
    missing
}

fn of_kind<'a>(catalog: &Catalog, kind: Kind, claimed: &HashSet<Key<'a>>, superiors: &Superiors<'a>) -> Vec<Entry<'a>> {
    let is_complete = |entry: &Entry<'a>| superiors.list(*entry).is_some_and(|list| list.header.covers.contains(&kind));
    let is_meant = |entry: &&Entry<'a>| entry.item.kind() == kind && is_complete(entry);
    let Some((at, tier)) =
        superiors.tiers.iter().enumerate().find(|(_, tier)| tier.entries.iter().any(|entry| is_meant(&entry)))
    else {
        return Vec::new();
    };
    let nearer = superiors.tiers.get(..at).unwrap_or_default();
    let entries: Vec<Entry<'a>> = tier.entries.iter().filter(is_meant).copied().collect();
    // The nearest list that has an item speaks of it, also where it is not complete.
    let speaks = |entry: Entry<'a>| -> Entry<'a> {
        let norms: Option<&Norms<'_>> = superiors.norms_of(entry);
        let found = norms.and_then(|norms| nearer.iter().find_map(|tier| tier.find(superiors, entry.item, norms)));
        found
            .filter(|found| found.fit == Fit::Whole && found.entry.item.kind() == kind)
            .map_or(entry, |found| found.entry)
    };
    let is_claimed = |entry: &Entry<'a>| claimed.contains(&key(entry)) || claimed.contains(&key(&speaks(*entry)));
    let ids: BTreeMap<(usize, &str), usize> =
        entries.iter().enumerate().map(|(at, entry)| ((entry.list, entry.item.id().as_str()), at)).collect();
    let parents: Vec<Option<usize>> = entries
        .iter()
        .map(|entry| entry.item.parent().and_then(|parent| ids.get(&(entry.list, parent.as_str())).copied()))
        .collect();
    let is_there: Vec<bool> = entries.iter().map(is_claimed).collect();
    // Whether something below is claimed.
    let mut has_part = vec![false; entries.len()];
    for (at, _) in is_there.iter().enumerate().filter(|(_, there)| **there) {
        for above in above(at, &parents) {
            if let Some(has_part) = has_part.get_mut(above) {
                *has_part = true;
            }
        }
    }
    let flag = |flags: &[bool], at: usize| flags.get(at).copied().unwrap_or(false);
    let is_assigned = |at: usize| entries.get(at).is_some_and(|entry| is_assigned(catalog, speaks(*entry), superiors));
    let lacks = |at: usize| !flag(&is_there, at) && !flag(&has_part, at) && is_assigned(at);
    let is_missing = |at: usize| {
        let Some(parent) = parents.get(at).copied().flatten() else { return lacks(at) };
        // Of a main item that is missing its parts are told with it; of one that is carried undivided none is missing.
        let is_undivided = above(at, &parents).any(|above| flag(&is_there, above)) && !flag(&has_part, parent);
        lacks(at) && !is_undivided && !above(at, &parents).any(lacks)
    };
    entries.iter().enumerate().filter(|(at, _)| is_missing(*at)).map(|(_, entry)| *entry).collect()
}

/// How many steps an item stands at most below its main item; a circle of parents ends here too.
const MOST_STEPS: usize = 8;

fn above(at: usize, parents: &[Option<usize>]) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(at), |&at| parents.get(at).copied().flatten()).skip(1).take(MOST_STEPS)
}

/// Whether a superior list assigns an item to a level of the catalog: by its levels, or else by a body that stands for
/// all of a class.
fn is_assigned(catalog: &Catalog, entry: Entry<'_>, superiors: &Superiors<'_>) -> bool {
    let header = &catalog.header;
    let is_of_catalog = |level: Level| level == header.level || header.covers_levels.contains(&level);
    let levels = entry.item.levels();
    if !levels.is_empty() {
        return levels.iter().any(|&level| is_of_catalog(level));
    }
    let Some(list) = superiors.list(entry) else { return false };
    let deciding = entry.item.bodies().filter(|body| matches!(body.role, AuthorityRole::Decide | AuthorityRole::Joint));
    let bodies = deciding.filter_map(|body| list.organizations.get(body.organization.id().as_str()));
    let mut classes = bodies.filter(|body| body.kind == OrganizationKind::Category);
    classes.any(|body| Level::ALL.iter().any(|&level| is_of_catalog(level) && names_level(&body.name, level)))
}

/// Whether the name of a class of bodies takes in those of a level: 县级以上水行政主管部门 is of county, city and province.
fn names_level(name: &Text, level: Level) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| name.as_str().contains(word));
    let every_level = has(&["各级"]);
    match level {
        Level::National => has(&["国务院", "国家"]),
        Level::Provincial => every_level || has(&["县级以上", "市级以上", "省级", "省、自治区、直辖市"]),
        Level::Prefectural => every_level || has(&["县级以上", "市级", "设区的市", "市、县", "盟市"]),
        Level::County => every_level || has(&["县级", "旗县", "市、县", "县、", "县（"]),
        Level::Township => every_level || has(&["乡镇", "乡级", "乡、", "镇人民政府", "苏木", "街道"]),
        Level::Village => false,
    }
}
