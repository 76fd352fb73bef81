//! From facts to statistics: references between records are settled, then items are selected and counted.

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::{HashMap, HashSet};

use super::definition::Definition;
use super::saved::Saved;
use super::statistic::{CountOf, Statistic, statistic};
use crate::code::DivisionCode;
use crate::codelist::{CountingUnit, ItemLevel, ItemType, Level, LinkState, OrganizationKind, TimeUnit};
use crate::facts::Facts;
use crate::facts::answers::Answers;
use crate::facts::bodies::Body;
use crate::facts::delegations::KnownDelegation;
use crate::facts::items::{ItemList, KnownItem};
use crate::facts::services::ServiceAnswers;
use crate::model::{FigureScope, Header, Item, Kind};

/// Why a statistic cannot be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotCounted {
    /// Records of this kind are not counted so, or not in this unit.
    Unit,
    /// Records of this kind have no body, or the scope names a division that is none.
    Scope,
}

/// The facts of a whole catalog, with its references settled.
#[derive(Debug)]
pub(crate) struct Tally<'a> {
    pub(super) facts: &'a Facts,
    level: Option<Level>,
    division: Option<DivisionCode>,
    /// Items that have sub-items in use, by their ordinals.
    mains_with_sub_items: HashSet<u32>,
    /// Service items by how far they have come with their links.
    linked: HashMap<u32, LinkState>,
    /// Each delegation in force with the townships that receive the power.
    pub(super) delegations: Vec<Settled<'a>>,
    /// Those that ended.
    pub(super) ended: Vec<Settled<'a>>,
}

/// A delegation, with the townships that receive the power.
pub(super) type Settled<'a> = (&'a KnownDelegation, BTreeSet<u32>);

/// Which bodies count, all or those marked here by their numbers; and of items which type.
#[derive(Debug, Default)]
pub(super) struct Filter {
    bodies: Option<Vec<bool>>,
    item_type: Option<ItemType>,
}

impl Filter {
    pub(super) fn is_empty(&self) -> bool {
        self.bodies.is_none() && self.item_type.is_none()
    }

    /// Whether a body counts.
    pub(super) fn takes(&self, body: u32) -> bool {
        let is_marked =
            |marked: &Vec<bool>| usize::try_from(body).ok().and_then(|body| marked.get(body)) == Some(&true);
        self.bodies.as_ref().is_none_or(is_marked)
    }
}

impl<'a> Tally<'a> {
    /// Settles the references.
    pub(crate) fn new(facts: &'a Facts, header: Option<&Header>) -> Self {
        let lists = Item::KINDS.into_iter().filter_map(|kind| Some((kind, facts.items.list(kind)?)));
        let parents = lists.flat_map(|(kind, list)| list.parents().iter().map(move |id| (kind, id)));
        let mut linked: HashMap<u32, LinkState> = HashMap::new();
        for link in facts.links.all() {
            if let Some(item) = facts.records.ordinal(Kind::ServiceItem, link.item.as_str()) {
                let furthest = linked.entry(item).or_insert(link.state);
                *furthest = link.state.max(*furthest);
            }
        }
        let mut tally = Self {
            facts,
            level: header.map(|header| header.level),
            division: header.and_then(|header| header.division.value()),
            mains_with_sub_items: parents.filter_map(|(kind, id)| facts.records.ordinal(kind, id.as_str())).collect(),
            linked,
            delegations: Vec::new(),
            ended: Vec::new(),
        };
        tally.settle_delegations();
        tally
    }

    /// Counts, in one way, records of a kind in a unit; one statistic, but for limits one a unit of time.
    pub(crate) fn count(
        &self,
        definition: Definition,
        counts: CountOf,
        scope: Option<&FigureScope>,
    ) -> Result<Vec<Statistic>, NotCounted> {
        let filter = match scope {
            Some(scope) => self.filter(scope)?,
            None => Filter::default(),
        };
        if filter.item_type.is_some() && !Item::KINDS.contains(&counts.kind) {
            return Err(NotCounted::Scope);
        }
        let of_services = counts.kind == Kind::ServiceItem;
        let answers = match definition {
            Definition::Items => return Ok(vec![statistic(definition, counts, self.number(counts, &filter)?, None)]),
            Definition::Online if of_services => self.services(counts, &filter, |item| item.online)?,
            Definition::FullyOnline if of_services => self.services(counts, &filter, |item| item.fully_online)?,
            Definition::Immediate if of_services => self.services(counts, &filter, |item| item.immediate)?,
            Definition::ImmediateOnline if of_services => self.immediate_online(counts, &filter)?,
            Definition::ImmediateOnlineOfAll if of_services => {
                self.services(counts, &filter, ServiceAnswers::immediate_online)?
            }
            Definition::AtMostOneVisit if of_services => {
                self.services(counts, &filter, |item| item.at_most_one_visit)?
            }
            Definition::NoVisit if of_services => self.services(counts, &filter, |item| item.no_visit)?,
            Definition::PromiseCompression | Definition::PromiseCompressionMean if of_services => {
                return self.compression(definition, counts, &filter);
            }
            Definition::Linked if of_services => self.linked(counts, &filter, LinkState::Linked)?,
            Definition::Configured if of_services => self.linked(counts, &filter, LinkState::Configured)?,
            Definition::ConfiguredOfLinked if of_services => {
                let linked = self.linked(counts, &filter, LinkState::Linked)?;
                Answers { all: linked.yes, ..self.linked(counts, &filter, LinkState::Configured)? }
            }
            Definition::Linked | Definition::Configured if counts.kind == Kind::LicenseLink => {
                let least = if definition == Definition::Linked { LinkState::Linked } else { LinkState::Configured };
                unscoped(counts.unit == CountingUnit::Material, &filter, self.links(least))?
            }
            Definition::Sealed if (counts.kind, counts.unit) == (Kind::License, CountingUnit::License) => {
                self.licenses(&filter)
            }
            Definition::Claimed if counts.kind == Kind::Delegation => {
                self.taken_up(counts.unit, &filter, |fact| &fact.claimed_by)?
            }
            Definition::Published if counts.kind == Kind::Delegation => {
                self.taken_up(counts.unit, &filter, |fact| &fact.published_by)?
            }
            Definition::Returned if counts.kind == Kind::Delegation => self.returned(counts.unit, &filter)?,
            Definition::OnlineAndOffline | Definition::Standardized
                if (counts.kind, counts.unit) == (Kind::Bundle, CountingUnit::Bundle) =>
            {
                self.bundles(&filter, definition)
            }
            _ => return Err(NotCounted::Unit),
        };
        Ok(vec![Statistic {
            unstated: answers.unstated,
            ..statistic(definition, counts, answers.yes, Some(answers.all))
        }])
    }

    /// How many items, or other records, there are in the unit.
    fn number(&self, counts: CountOf, filter: &Filter) -> Result<u64, NotCounted> {
        let all = self.facts.records.count(counts.kind);
        let number = match (counts.kind, counts.unit) {
            (Kind::LicensingItem | Kind::PowerItem | Kind::ServiceItem, unit) => {
                let list = self.facts.items.list(counts.kind).ok_or(NotCounted::Unit)?;
                match unit {
                    CountingUnit::Organization if filter.item_type.is_some() => return Err(NotCounted::Scope),
                    CountingUnit::Organization => number_of(Self::bodies(list, filter).len()),
                    CountingUnit::Material if counts.kind == Kind::PowerItem => return Err(NotCounted::Unit),
                    CountingUnit::Material => {
                        let items = list.counted().filter(|item| Self::is_within(list, item, filter));
                        items.fold(0_u64, |sum, item| sum.saturating_add(u64::from(item.materials)))
                    }
                    _ => number_of(self.items(list, unit, filter)?.count()),
                }
            }
            (Kind::Delegation, CountingUnit::MainItem) => {
                let delegated = self
                    .delegations
                    .iter()
                    .filter(|(_, townships)| filter.is_empty() || townships.iter().any(|&body| filter.takes(body)));
                number_of(delegated.map(|(fact, _)| &fact.power_item).collect::<BTreeSet<_>>().len())
            }
            (Kind::Delegation, unit) => self.taken_up(unit, filter, |fact| &fact.claimed_by)?.all,
            (Kind::License, CountingUnit::License) => self.licenses(filter).all,
            (Kind::Bundle, CountingUnit::Bundle) => self.bundles(filter, Definition::Standardized).all,
            (Kind::Organization, CountingUnit::Organization) => {
                let known = self.facts.bodies.named().filter(|&(body, _)| self.facts.bodies.body(body).is_some());
                number_of(known.filter(|&(body, _)| filter.takes(body)).count())
            }
            (Kind::LegalInstrument, unit) => unscoped(unit == CountingUnit::Document, filter, all)?,
            (Kind::LicenseLink, unit) => unscoped(unit == CountingUnit::Material, filter, all)?,
            _ => return Err(NotCounted::Unit),
        };
        Ok(number)
    }

    /// The items of a list in a unit, of bodies that count.
    fn items<'s>(
        &'s self,
        list: &'s ItemList,
        unit: CountingUnit,
        filter: &'s Filter,
    ) -> Result<impl Iterator<Item = &'s KnownItem>, NotCounted> {
        let selects: fn(&Self, &KnownItem) -> bool = match unit {
            CountingUnit::MainItem => |_, item| item.item_level == ItemLevel::Main,
            CountingUnit::SubItem => |_, item| item.item_level == ItemLevel::Sub,
            CountingUnit::BusinessItem => |_, item| item.item_level == ItemLevel::Business,
            CountingUnit::ImplementationItem => Self::has_implementation_list,
            _ => return Err(NotCounted::Unit),
        };
        Ok(list.counted().filter(move |item| selects(self, item) && Self::is_within(list, item, filter)))
    }

    /// Implementation lists are made for main items without sub-items, and for sub-items.
    pub(super) fn has_implementation_list(&self, item: &KnownItem) -> bool {
        match item.item_level {
            ItemLevel::Main => !self.mains_with_sub_items.contains(&item.ordinal),
            ItemLevel::Sub => true,
            ItemLevel::Business => false,
        }
    }

    fn is_within(list: &ItemList, item: &KnownItem, filter: &Filter) -> bool {
        filter.item_type.is_none_or(|wanted| wanted == item.item_type)
            && (filter.bodies.is_none() || list.bodies_of(item).iter().any(|&body| filter.takes(body)))
    }

    /// The bodies that exercise the items of a list, each once.
    fn bodies(list: &ItemList, filter: &Filter) -> BTreeSet<u32> {
        list.bodies().iter().copied().filter(|&body| filter.takes(body)).collect()
    }

    fn services(
        &self,
        counts: CountOf,
        filter: &Filter,
        ask: impl Fn(ServiceAnswers) -> Option<bool>,
    ) -> Result<Answers, NotCounted> {
        let mut answers = Answers::default();
        self.items(self.facts.items.services(), counts.unit, filter)?.for_each(|item| answers.add(ask(item.answers)));
        Ok(answers)
    }

    /// Of those handled at once: where handling is not stated, the whole is not known either.
    fn immediate_online(&self, counts: CountOf, filter: &Filter) -> Result<Answers, NotCounted> {
        let mut answers = Answers::default();
        for item in self.items(self.facts.items.services(), counts.unit, filter)? {
            match item.answers.immediate {
                Some(true) => answers.add(item.answers.online),
                Some(false) => {}
                None => answers.unstated = answers.unstated.saturating_add(1),
            }
        }
        Ok(answers)
    }

    fn linked(&self, counts: CountOf, filter: &Filter, least: LinkState) -> Result<Answers, NotCounted> {
        let mut answers = Answers::default();
        for item in self.items(self.facts.items.services(), counts.unit, filter)? {
            answers.add(Some(self.linked.get(&item.ordinal).is_some_and(|&state| state >= least)));
        }
        Ok(answers)
    }

    /// Links, and those that have come so far.
    fn links(&self, least: LinkState) -> Answers {
        let mut answers = Answers::default();
        self.facts.links.all().iter().for_each(|link| answers.add(Some(link.state >= least)));
        answers
    }

    fn licenses(&self, filter: &Filter) -> Answers {
        let is_within = |issuer: Option<u32>| filter.is_empty() || issuer.is_some_and(|issuer| filter.takes(issuer));
        self.facts.licenses.sealed(is_within)
    }

    fn bundles(&self, filter: &Filter, definition: Definition) -> Answers {
        let mut answers = Answers::default();
        for bundle in self.facts.bundles.all().filter(|bundle| filter.takes(bundle.lead)) {
            answers.add(match definition {
                Definition::OnlineAndOffline => bundle.online_and_offline,
                _ => bundle.standardized,
            });
        }
        answers
    }

    /// What promises save, one statistic for each unit of time.
    fn compression(
        &self,
        definition: Definition,
        counts: CountOf,
        filter: &Filter,
    ) -> Result<Vec<Statistic>, NotCounted> {
        let list = self.facts.items.services();
        let selected: HashSet<u32> = self.items(list, counts.unit, filter)?.map(|item| item.ordinal).collect();
        let mut by_unit: BTreeMap<TimeUnit, Saved> = BTreeMap::new();
        for limit in self.facts.limits.all() {
            if selected.contains(&limit.item) {
                by_unit.entry(limit.unit).or_default().add(limit);
            }
        }
        Ok(by_unit.into_iter().map(|(unit, saved)| saved.statistic(definition, counts, unit)).collect())
    }

    fn filter(&self, scope: &FigureScope) -> Result<Filter, NotCounted> {
        let division = match &scope.division {
            Some(division) => Some(division.value().ok_or(NotCounted::Scope)?),
            None => None,
        };
        let organization = scope.organization.as_ref().map(|body| body.id().as_str());
        let item_type = scope.item_type;
        if (scope.level, organization, division) == (None, None, None) {
            return Ok(Filter { bodies: None, item_type });
        }
        let is_within = |(number, id): (u32, &str)| {
            organization.is_none_or(|wanted| wanted == id)
                && scope.level.is_none_or(|wanted| self.level_of(number) == Some(wanted))
                && division
                    .is_none_or(|wanted| self.division_of(number).is_some_and(|division| wanted.contains(&division)))
        };
        Ok(Filter { bodies: Some(self.facts.bodies.named().map(is_within).collect()), item_type })
    }

    /// The level of a body: its own; that of its kind; that of its division; else that of the catalog.
    pub(super) fn level_of(&self, body: u32) -> Option<Level> {
        let known = self.body(body);
        known
            .and_then(|known| known.level)
            .or_else(|| match known?.kind {
                OrganizationKind::TownshipGovernment | OrganizationKind::SubdistrictOffice => Some(Level::Township),
                OrganizationKind::VillageCommittee => Some(Level::Village),
                _ => None,
            })
            .or_else(|| Some(known?.division?.level().into()))
            .or(self.level)
    }

    pub(super) fn division_of(&self, body: u32) -> Option<DivisionCode> {
        self.body(body).and_then(|known| known.division).or(self.division)
    }

    fn body(&self, body: u32) -> Option<&'a Body> {
        self.facts.bodies.body(body)
    }

    pub(super) fn is_township(&self, body: u32) -> bool {
        self.body(body).is_some_and(Body::is_township)
    }

    /// The township to which a body belongs: itself or the nearest above it.
    pub(super) fn township_of(&self, body: u32) -> Option<u32> {
        // Bodies stand at most a few steps below their township; a circle of parents ends here too.
        std::iter::successors(Some(body), |&body| self.body(body)?.parent).take(8).find(|&body| self.is_township(body))
    }
}

/// A number that can only be given for the whole catalog.
fn unscoped<T>(unit_fits: bool, filter: &Filter, number: T) -> Result<T, NotCounted> {
    match (unit_fits, filter.is_empty()) {
        (false, _) => Err(NotCounted::Unit),
        (true, false) => Err(NotCounted::Scope),
        (true, true) => Ok(number),
    }
}

fn number_of(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
