//! The facts of each record that statistics need: a few bytes, added record by record, in any order.

use std::collections::HashMap;

use crate::code::DivisionCode;
use crate::codelist::{
    AuthorityRole, Handling, Initiation, ItemLevel, ItemStatus, ItemType, Level, LinkState, OnlineDepth,
    OrganizationKind, TimeUnit,
};
use crate::model::{
    Bundle, Delegation, Id, Kind, License, LicenseLink, Material, Online, Organization, PublishedFigure, RecordRef,
    ServiceItem, Text, TimeLimit, Written,
};

/// What the records of a catalog say about its statistics.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// How many records of each kind there are, by [`Kind::index`].
    pub(super) records: [u64; Kind::ALL.len()],
    /// The bodies named anywhere, in the order in which they were met.
    pub(super) bodies: Vec<BodyFact>,
    numbers: HashMap<Id, u32>,
    pub(super) licensing_items: ItemFacts,
    pub(super) power_items: ItemFacts,
    pub(super) service_items: ItemFacts,
    /// One entry for each unit of time in which a service has a statutory limit.
    pub(super) limits: Vec<LimitFact>,
    /// How far each service has come with its links.
    pub(super) linked: HashMap<Id, LinkState>,
    pub(super) links: LinkCounts,
    pub(super) delegations: Vec<DelegationFact>,
    /// Issued licenses by issuer.
    pub(super) licenses: HashMap<Option<u32>, Answers>,
    pub(super) bundles: Vec<BundleFact>,
    published: Vec<(u32, PublishedFigure)>,
}

/// A body, and what is known of it.
#[derive(Debug)]
pub(super) struct BodyFact {
    pub(super) id: Id,
    /// None while the body is only referred to.
    pub(super) known: Option<KnownBody>,
}

#[derive(Debug)]
pub(super) struct KnownBody {
    pub(super) name: Text,
    pub(super) kind: OrganizationKind,
    pub(super) level: Option<Level>,
    pub(super) division: Option<DivisionCode>,
    pub(super) parent: Option<u32>,
}

/// The items of one list that are in use.
#[derive(Debug, Default)]
pub(super) struct ItemFacts {
    pub(super) items: Vec<ItemFact>,
    /// The bodies of all items, one after the other.
    pub(super) bodies: Vec<u32>,
    /// The items that sub-items in use name as their parent.
    pub(super) parents: Vec<Id>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct ItemFact {
    pub(super) ordinal: u32,
    /// Where its bodies begin in [`ItemFacts::bodies`].
    first_body: u32,
    bodies: u16,
    pub(super) materials: u16,
    pub(super) item_type: ItemType,
    pub(super) item_level: ItemLevel,
    pub(super) answers: Answered,
}

impl ItemFacts {
    pub(super) fn bodies_of(&self, item: &ItemFact) -> &[u32] {
        let start = usize::try_from(item.first_body).unwrap_or(usize::MAX);
        self.bodies.get(start..start.saturating_add(usize::from(item.bodies))).unwrap_or_default()
    }
}

/// What a service item says to the questions of the statistics.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Answered {
    pub(super) online: Option<bool>,
    pub(super) fully_online: Option<bool>,
    pub(super) immediate: Option<bool>,
    pub(super) at_most_one_visit: Option<bool>,
    pub(super) no_visit: Option<bool>,
}

impl Answered {
    fn of(item: &ServiceItem) -> Self {
        Self {
            online: item.online.as_ref().map(|online| online.available),
            fully_online: item.online.as_ref().and_then(|online| fully_online(online, item.visits)),
            immediate: item.handling.map(|handling| handling == Handling::Immediate),
            at_most_one_visit: item.visits.map(|visits| visits <= 1),
            no_visit: item.visits.map(|visits| visits == 0),
        }
    }

    /// Handled at once and online: no where either is no, unknown where either is not stated.
    pub(super) fn immediate_online(self) -> Option<bool> {
        match (self.immediate, self.online) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }
}

/// Whether all of a service goes online. A statement that it does is contradicted by a visit, or by stated steps that
/// do not reach the result.
fn fully_online(online: &Online, visits: Option<u8>) -> Option<bool> {
    let reaches_result =
        online.depth.iter().any(|step| matches!(step, OnlineDepth::ResultFeedback | OnlineDepth::ELicenseFeedback));
    if !online.available || visits.is_some_and(|visits| visits > 0) || (!online.depth.is_empty() && !reaches_result) {
        return Some(false);
    }
    online.full.or((reaches_result && visits == Some(0)).then_some(true))
}

/// How often a question is answered with yes, and how often not at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Answers {
    pub(super) all: u64,
    pub(super) yes: u64,
    pub(super) unstated: u64,
}

impl Answers {
    pub(super) fn add(&mut self, answer: Option<bool>) {
        self.all = self.all.saturating_add(1);
        match answer {
            Some(true) => self.yes = self.yes.saturating_add(1),
            Some(false) => {}
            None => self.unstated = self.unstated.saturating_add(1),
        }
    }

    pub(super) fn add_all(&mut self, other: Self) {
        self.all = self.all.saturating_add(other.all);
        self.yes = self.yes.saturating_add(other.yes);
        self.unstated = self.unstated.saturating_add(other.unstated);
    }
}

/// The limits of one service item in one unit of time.
#[derive(Debug, Clone, Copy)]
pub(super) struct LimitFact {
    /// The position of the item in [`ItemFacts::items`].
    pub(super) item: u32,
    pub(super) unit: TimeUnit,
    pub(super) statutory: u64,
    /// None where no promised limit answers a statutory one.
    pub(super) promised: Option<u64>,
}

/// Links by how far they have come.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct LinkCounts {
    pub(super) all: u64,
    pub(super) linked: u64,
    pub(super) configured: u64,
}

/// A delegation, in force or ended.
#[derive(Debug)]
pub(super) struct DelegationFact {
    pub(super) state: DelegationState,
    pub(super) power_item: Id,
    pub(super) from: u32,
    pub(super) to: Vec<u32>,
    pub(super) to_all_townships: bool,
    pub(super) claimed_by: Vec<u32>,
    pub(super) published_by: Vec<u32>,
}

/// Whether a delegation still is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DelegationState {
    InForce,
    /// It ended; whether the power was taken back is not said.
    Ended,
    Returned,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct BundleFact {
    pub(super) lead: u32,
    pub(super) online_and_offline: Option<bool>,
    pub(super) standardized: Option<bool>,
}

impl Facts {
    /// Adds a record under the number by which references to it will be settled.
    pub(crate) fn add(&mut self, ordinal: u32, record: RecordRef<'_>) {
        if let Some(count) = self.records.get_mut(record.kind().index()) {
            *count = count.saturating_add(1);
        }
        match record {
            RecordRef::Organization(body) => self.organization(body),
            RecordRef::LicensingItem(item) if in_use(item.status) => {
                let bodies = deciding(&item.authorities).map(|body| self.body(body)).collect::<Vec<u32>>();
                let parent = item.parent.as_ref().map(crate::model::Ref::id);
                let fact = NewItem {
                    ordinal,
                    item_type: ItemType::Licensing,
                    item_level: item.item_level,
                    parent,
                    materials: &item.materials,
                    answers: Answered::default(),
                };
                self.licensing_items.add(&fact, &bodies);
            }
            RecordRef::PowerItem(item) if in_use(item.status) => {
                let bodies = deciding(&item.authorities).map(|body| self.body(body)).collect::<Vec<u32>>();
                let parent = item.parent.as_ref().map(crate::model::Ref::id);
                let fact = NewItem {
                    ordinal,
                    item_type: item.power_type,
                    item_level: item.item_level,
                    parent,
                    materials: &[],
                    answers: Answered::default(),
                };
                self.power_items.add(&fact, &bodies);
            }
            RecordRef::ServiceItem(item) if in_use(item.status) && item.initiation != Some(Initiation::ExOfficio) => {
                self.service(ordinal, item);
            }
            RecordRef::Delegation(delegation) => self.delegation(delegation),
            RecordRef::LicenseLink(link) => self.link(link),
            RecordRef::License(license) => self.license(license),
            RecordRef::Bundle(bundle) => self.bundle(bundle),
            RecordRef::PublishedFigure(figure) => self.published.push((ordinal, figure.clone())),
            _ => {}
        }
    }

    /// The published figures, each with its number.
    pub(crate) fn published(&self) -> &[(u32, PublishedFigure)] {
        &self.published
    }

    /// The number of a body in [`Facts::bodies`].
    fn body(&mut self, id: &Id) -> u32 {
        if let Some(&number) = self.numbers.get(id) {
            return number;
        }
        let number = count(self.bodies.len());
        self.bodies.push(BodyFact { id: id.clone(), known: None });
        self.numbers.insert(id.clone(), number);
        number
    }

    fn organization(&mut self, body: &Organization) {
        let parent = body.parent.as_ref().map(|parent| self.body(parent.id()));
        let number = self.body(crate::model::Record::id(body));
        let known = KnownBody {
            name: body.name.clone(),
            kind: body.kind,
            level: body.level,
            division: body.division.as_ref().and_then(Written::value),
            parent,
        };
        if let Some(fact) = self.bodies.get_mut(usize::try_from(number).unwrap_or(usize::MAX)) {
            fact.known.get_or_insert(known);
        }
    }

    fn service(&mut self, ordinal: u32, item: &ServiceItem) {
        let body = self.body(item.organization.id());
        let position = count(self.service_items.items.len());
        let fact = NewItem {
            ordinal,
            item_type: item.service_type,
            item_level: item.item_level,
            parent: item.parent.as_ref().map(crate::model::Ref::id),
            materials: &item.materials,
            answers: Answered::of(item),
        };
        self.service_items.add(&fact, &[body]);
        let at_once = item.handling == Some(Handling::Immediate);
        self.limits.extend(limits(position, &item.statutory_limits, &item.promised_limits, at_once));
    }

    fn delegation(&mut self, delegation: &Delegation) {
        if delegation.parent.is_some() {
            return;
        }
        let state = match (&delegation.returned, &delegation.ended_on) {
            (Some(_), _) => DelegationState::Returned,
            (None, Some(_)) => DelegationState::Ended,
            (None, None) => DelegationState::InForce,
        };
        let to = delegation.to.iter().map(|body| self.body(body.id())).collect();
        let from = self.body(delegation.from.id());
        let claimed_by = delegation.claims.iter().map(|claim| self.body(claim.organization.id())).collect();
        let published = delegation.claims.iter().filter(|claim| claim.published_on.is_some() || claim.url.is_some());
        let published_by = published.map(|claim| self.body(claim.organization.id())).collect();
        self.delegations.push(DelegationFact {
            state,
            power_item: delegation.power_item.id().clone(),
            from,
            to,
            to_all_townships: delegation.to_all_townships == Some(true),
            claimed_by,
            published_by,
        });
    }

    fn link(&mut self, link: &LicenseLink) {
        let LinkCounts { all, linked, configured } = &mut self.links;
        *all = all.saturating_add(1);
        if link.state != LinkState::Unlinked {
            *linked = linked.saturating_add(1);
        }
        if link.state == LinkState::Configured {
            *configured = configured.saturating_add(1);
        }
        let furthest = self.linked.entry(link.service_item.id().clone()).or_insert(link.state);
        *furthest = link.state.max(*furthest);
    }

    fn license(&mut self, license: &License) {
        let issuer = license.issuer.as_ref().map(|issuer| self.body(issuer.id()));
        self.licenses.entry(issuer).or_default().add(license.seal.as_ref().map(|seal| seal.sealed));
    }

    fn bundle(&mut self, bundle: &Bundle) {
        let lead = self.body(bundle.lead.id());
        self.bundles.push(BundleFact {
            lead,
            online_and_offline: bundle.channels.as_ref().map(|channels| channels.online && channels.offline),
            standardized: bundle.standardized,
        });
    }
}

/// What is added to a list.
struct NewItem<'a> {
    ordinal: u32,
    item_type: ItemType,
    item_level: ItemLevel,
    parent: Option<&'a Id>,
    materials: &'a [Material],
    answers: Answered,
}

impl ItemFacts {
    fn add(&mut self, item: &NewItem<'_>, bodies: &[u32]) {
        let first_body = count(self.bodies.len());
        self.bodies.extend_from_slice(bodies);
        self.items.push(ItemFact {
            ordinal: item.ordinal,
            first_body,
            bodies: u16::try_from(bodies.len()).unwrap_or(u16::MAX),
            materials: u16::try_from(item.materials.len()).unwrap_or(u16::MAX),
            item_type: item.item_type,
            item_level: item.item_level,
            answers: item.answers,
        });
        if item.item_level == ItemLevel::Sub
            && let Some(parent) = item.parent
        {
            self.parents.push(parent.clone());
        }
    }
}

/// Whether an item is in use: 在用, or without a status. What is suspended or cancelled is in no statistic.
fn in_use(status: Option<ItemStatus>) -> bool {
    matches!(status, None | Some(ItemStatus::InUse))
}

/// The bodies that decide, each once.
fn deciding(authorities: &[crate::model::Authority]) -> impl Iterator<Item = &Id> {
    authorities.iter().enumerate().filter_map(move |(at, authority)| {
        let decides = |authority: &crate::model::Authority| authority.role == AuthorityRole::Decide;
        let before = authorities.iter().take(at);
        let repeated = before.filter(|other| decides(other)).any(|other| other.organization == authority.organization);
        (decides(authority) && !repeated).then(|| authority.organization.id())
    })
}

/// The limits of an item, unit by unit. A promised limit answers the statutory limit of its branch and unit; handling
/// at once answers every one of them with nothing.
fn limits(item: u32, statutory: &[TimeLimit], promised: &[TimeLimit], at_once: bool) -> Vec<LimitFact> {
    let mut facts: Vec<LimitFact> = Vec::new();
    for limit in statutory {
        let answer = promised.iter().find(|promise| promise.unit == limit.unit && promise.branch == limit.branch);
        let promised = match answer {
            Some(promise) => Some(u64::from(promise.amount.get())),
            None if at_once => Some(0),
            None => None,
        };
        let amount = u64::from(limit.amount.get());
        match facts.iter_mut().find(|fact| fact.unit == limit.unit) {
            Some(fact) => {
                fact.statutory = fact.statutory.saturating_add(amount);
                fact.promised = fact.promised.zip(promised).map(|(sum, promised)| sum.saturating_add(promised));
            }
            None => facts.push(LimitFact { item, unit: limit.unit, statutory: amount, promised }),
        }
    }
    facts
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
