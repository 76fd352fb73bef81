//! How each item stands to the superior lists.

use std::collections::{BTreeMap, HashMap};

use super::list::{Backing, ConformanceClass, FoundBy, NotToldCause};
use super::norms::{Norms, Provisions, is_local_regulation};
use super::superiors::{Fit, Found, Superiors};
use crate::codelist::{ItemType, LegalRank};
use crate::model::{Catalog, Item, Kind};

/// How many steps an item stands at most below its main item; a circle of parents ends here too.
const MOST_STEPS: usize = 8;

/// So many norms are told by which an item is set, as many items may rest on those of one.
const MOST_TITLES: usize = 8;

/// How an item stands.
#[derive(Debug, Clone)]
pub(super) struct Classed<'a> {
    pub(super) item: Item<'a>,
    pub(super) class: ConformanceClass,
    pub(super) cause: Option<NotToldCause>,
    pub(super) found: Option<Found<'a>>,
    /// The titles of the norms of city or province that set it.
    pub(super) own_basis: Vec<String>,
}

/// The items in force, in the order of the catalog.
pub(super) fn all<'a>(catalog: &'a Catalog, norms: &Norms<'_>, superiors: &Superiors<'a>) -> Vec<Classed<'a>> {
    let items: Vec<Item<'a>> = catalog.items().filter(|item| item.in_force()).collect();
    let places: HashMap<(Kind, &str), usize> =
        items.iter().enumerate().map(|(at, item)| ((item.kind(), item.id().as_str()), at)).collect();
    let parents: Vec<Option<usize>> = items
        .iter()
        .map(|item| item.parent().and_then(|parent| places.get(&(item.kind(), parent.as_str())).copied()))
        .collect();
    let found: Vec<Option<Found<'a>>> = items.iter().map(|item| superiors.find(*item, norms)).collect();
    let above =
        |at: usize| std::iter::successors(Some(at), |&at| parents.get(at).copied().flatten()).skip(1).take(MOST_STEPS);
    let mut classed: Vec<Classed<'a>> = Vec::with_capacity(items.len());
    for (at, &item) in items.iter().enumerate() {
        let of_parent = above(at).find_map(|above| found.get(above).copied().flatten());
        let own = found.get(at).copied().flatten();
        classed.push(match (own, of_parent) {
            (Some(own), parent) => in_list(item, own, parent),
            (None, Some(parent)) => Classed::found(item, Found { by: FoundBy::Parent, fit: Fit::Part, ..parent }),
            (None, None) => outside(catalog, item, norms, superiors),
        });
    }
    lend(&mut classed, &parents);
    borrow(&mut classed, &parents);
    classed
}

impl<'a> Classed<'a> {
    fn found(item: Item<'a>, found: Found<'a>) -> Self {
        let class = match found.fit {
            Fit::Whole => ConformanceClass::CarriedDown,
            Fit::Part => ConformanceClass::PermittedSubdivision,
        };
        Self { item, class, cause: None, found: Some(found), own_basis: Vec::new() }
    }

    fn not_told(item: Item<'a>, cause: NotToldCause) -> Self {
        Self { item, class: ConformanceClass::NotTold, cause: Some(cause), found: None, own_basis: Vec::new() }
    }

    fn not_authorised(item: Item<'a>) -> Self {
        Self { item, class: ConformanceClass::NotAuthorised, cause: None, found: None, own_basis: Vec::new() }
    }

    fn is_in_list(&self) -> bool {
        matches!(self.class, ConformanceClass::CarriedDown | ConformanceClass::PermittedSubdivision)
    }
}

/// An item that was found: a part of its parent where both were found as one.
fn in_list<'a>(item: Item<'a>, own: Found<'a>, parent: Option<Found<'a>>) -> Classed<'a> {
    let is_of = |parent: Found<'a>| {
        let key = |found: Found<'a>| (found.entry.list, found.entry.item.kind(), found.entry.item.id());
        key(parent) == key(own)
    };
    let fit = if parent.is_some_and(is_of) { Fit::Part } else { own.fit };
    Classed::found(item, Found { fit, ..own })
}

/// An item that no superior list has.
fn outside<'a>(catalog: &Catalog, item: Item<'a>, norms: &Norms<'_>, superiors: &Superiors<'a>) -> Classed<'a> {
    if item.item_type() == ItemType::PublicService {
        return Classed::not_told(item, NotToldCause::PublicService);
    }
    let listed_as = if item.item_type() == ItemType::Licensing { Kind::LicensingItem } else { Kind::PowerItem };
    if !superiors.cover(listed_as) {
        return Classed::not_told(item, NotToldCause::ListIncomplete);
    }
    if let Some(near) = superiors.find_near(item, norms) {
        return Classed { found: Some(near), ..Classed::not_told(item, NotToldCause::NearName) };
    }
    let member = if item.kind() == Kind::LicensingItem { "set_by" } else { "basis" };
    if item.basis().is_empty() && catalog.header.does_not_hold(&format!("{}.{member}", item.kind().array())) {
        return Classed::not_told(item, NotToldCause::BasisNotHeld);
    }
    let basis = norms.read(item.basis());
    let suffices = |rank| may_set(item.item_type(), rank);
    match basis.backing(suffices, |_| true) {
        Backing::Norm => Classed {
            class: ConformanceClass::OwnBasis,
            own_basis: titles(&basis, suffices),
            ..Classed::not_authorised(item)
        },
        Backing::NotTold => Classed::not_told(item, NotToldCause::RankUnknown),
        Backing::Below | Backing::None => Classed::not_authorised(item),
    }
}

/// What city or province may set themselves: a license by local regulation or provincial rule (行政许可法 §15), other powers
/// by the rules of a city too.
fn may_set(item_type: ItemType, rank: LegalRank) -> bool {
    let is_rule_of_city = rank == LegalRank::MunicipalRule && item_type != ItemType::Licensing;
    is_local_regulation(rank) || rank == LegalRank::ProvincialRule || is_rule_of_city
}

fn titles(basis: &Provisions, suffices: impl Fn(LegalRank) -> bool) -> Vec<String> {
    let norms = basis.all.iter().filter(|norm| norm.suffices(&suffices) == Some(true));
    let mut titles: Vec<String> = norms.map(|norm| norm.title.clone()).collect();
    titles.sort();
    titles.dedup();
    titles.truncate(MOST_TITLES);
    titles
}

/// A part that cites nothing of its own rests on what its main item does.
fn lend(classed: &mut [Classed<'_>], parents: &[Option<usize>]) {
    // From the main items down, as many steps as there may be.
    for _ in 0..MOST_STEPS {
        let mut is_settled = true;
        for (at, parent) in parents.iter().enumerate() {
            let Some(above) = parent.and_then(|parent| classed.get(parent)).cloned() else { continue };
            let Some(own) = classed.get_mut(at) else { continue };
            let is_lent = matches!(above.class, ConformanceClass::OwnBasis | ConformanceClass::NotTold);
            if own.class == ConformanceClass::NotAuthorised && is_lent {
                (own.class, own.cause, own.own_basis) = (above.class, above.cause, above.own_basis);
                is_settled = false;
            }
        }
        if is_settled {
            return;
        }
    }
}

/// A heading, which is exercised through its parts alone, stands as they do: none of them may be one that nothing
/// authorises.
fn borrow(classed: &mut [Classed<'_>], parents: &[Option<usize>]) {
    let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            parts.entry(*parent).or_default().push(at);
        }
    }
    // Headings of headings stand before them, and are settled after them.
    for (heading, parts) in parts.into_iter().rev() {
        let of: Vec<Classed<'_>> = parts.iter().filter_map(|&at| classed.get(at)).cloned().collect();
        let Some(own) = classed.get_mut(heading) else { continue };
        if own.class != ConformanceClass::NotAuthorised
            || of.iter().any(|part| part.class == ConformanceClass::NotAuthorised)
        {
            continue;
        }
        if of.iter().any(Classed::is_in_list) {
            (own.class, own.cause) = (ConformanceClass::NotTold, Some(NotToldCause::Heading));
        } else if let Some(part) = of.iter().find(|part| part.class == ConformanceClass::NotTold) {
            (own.class, own.cause) = (ConformanceClass::NotTold, part.cause);
        } else {
            own.class = ConformanceClass::OwnBasis;
            own.own_basis = of.into_iter().flat_map(|part| part.own_basis).collect();
            own.own_basis.sort();
            own.own_basis.dedup();
            own.own_basis.truncate(MOST_TITLES);
        }
    }
}
