//! The bodies of a catalog as delegations name them: who receives a power, and to which township a body belongs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::code::DivisionCode;
use crate::codelist::OrganizationKind;
use crate::model::{Catalog, Date, Delegation, Id, Organization, Record as _, Ref, Text, Written};

/// 机构: a body, with its name where the catalog has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Party {
    /// 标识: its key in the catalog.
    pub id: Id,
    /// 名称: its official name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
}

impl Party {
    /// The name, or the key where the catalog does not have the body.
    #[must_use]
    pub fn called(&self) -> &str {
        self.name.as_ref().map_or(self.id.as_str(), Text::as_str)
    }
}

/// How many steps a body stands at most below its township; a circle of parents ends here too.
const MOST_STEPS: usize = 8;

pub(super) struct Bodies<'a> {
    catalog: &'a Catalog,
    /// The townships in the order of the catalog, each with its division, or else that of the catalog.
    townships: Vec<(usize, &'a Organization, Option<DivisionCode>)>,
    division: Option<DivisionCode>,
}

impl<'a> Bodies<'a> {
    pub(super) fn of(catalog: &'a Catalog) -> Self {
        let division: Option<DivisionCode> = catalog.header.division.value();
        let bodies = catalog.organizations.iter().enumerate();
        let townships = bodies
            .filter(|(_, body)| is_township(body))
            .map(|(place, body)| (place, body, division_of(body).or(division)))
            .collect();
        Self { catalog, townships, division }
    }

    pub(super) fn party(&self, id: &Id) -> Party {
        Party { id: id.clone(), name: self.catalog.organizations.get(id.as_str()).map(|body| body.name.clone()) }
    }

    /// Where a body stands in the order of the catalog; last where the catalog does not have it.
    pub(super) fn place_of(&self, id: &Id) -> usize {
        self.catalog.organizations.position(id.as_str()).unwrap_or(usize::MAX)
    }

    /// The township to which a body belongs: itself or the nearest above it.
    pub(super) fn township_of(&self, body: &Id) -> Option<Party> {
        let known = |id: &Id| self.catalog.organizations.get(id.as_str());
        let township = std::iter::successors(known(body), |body| known(body.parent.as_ref()?.id()))
            .take(MOST_STEPS)
            .find(|body| is_township(body))?;
        Some(self.party(township.id()))
    }

    /// The bodies that receive a power, each with its place in the order of the catalog; and those that claimed it besides,
    /// of which it says that they are not listed.
    ///
    /// All townships are those in the division of the body that delegates, but for those that were abolished before. Where
    /// it is not stated who receives, those who claimed do.
    pub(super) fn receivers_of<'d>(&self, delegation: &'d Delegation) -> Vec<(usize, &'d Id, bool)>
    where
        'a: 'd,
    {
        let mut receivers: BTreeMap<(usize, &Id), bool> = BTreeMap::new();
        for id in delegation.to.iter().map(Ref::id) {
            receivers.insert((self.place_of(id), id), true);
        }
        let all = delegation.to_all_townships == Some(true);
        if all {
            let from = self.catalog.organizations.get(delegation.from.id().as_str());
            let division = from.and_then(division_of).or(self.division);
            let starts = day(delegation.effective_on.as_ref());
            let within = self.townships.iter().filter(|(_, body, of)| {
                division.zip(*of).is_some_and(|(all, one)| all.contains(&one)) && !was_abolished(body, starts)
            });
            receivers.extend(within.map(|(place, body, _)| ((*place, body.id()), true)));
        }
        let is_listed = all || delegation.to.is_empty();
        for id in delegation.claims.iter().map(|claim| claim.organization.id()) {
            receivers.entry((self.place_of(id), id)).or_insert(is_listed);
        }
        receivers.into_iter().map(|((place, id), is_listed)| (place, id, is_listed)).collect()
    }
}

/// Whether a body is the government of a township, or stands for one in a town.
fn is_township(body: &Organization) -> bool {
    matches!(body.kind, OrganizationKind::TownshipGovernment | OrganizationKind::SubdistrictOffice)
}

fn division_of(body: &Organization) -> Option<DivisionCode> {
    body.division.as_ref().and_then(Written::value)
}

/// Whether a body had ceased to exist when a power was given.
fn was_abolished(body: &Organization, starts: Option<Date>) -> bool {
    let ended = day(body.abolished.as_ref().map(|abolished| &abolished.on));
    ended.zip(starts).is_some_and(|(ended, starts)| ended <= starts)
}

/// A day, where it is stated and one of the calendar.
pub(super) fn day(written: Option<&Written<Date>>) -> Option<Date> {
    written.and_then(Written::value)
}
