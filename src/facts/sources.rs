//! Sources: the licensing and power items that services stand for, by the ids by which they name them.
//!
//! Services may come before the items that they name or after them: they are put together when all are known.

use crate::codelist::ItemStatus;
use crate::facts::Interner;
use crate::model::{Date, ItemPeriod, Kind, ServiceItem, Written};

/// Facts about services that name the item behind them, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct SourceFacts {
    services: Vec<SourcedService>,
    licensing: Interner<Box<str>>,
    power: Interner<Box<str>>,
}

/// A service in force that names the item behind it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SourcedService {
    pub(crate) ordinal: u32,
    licensing: Option<u32>,
    power: Option<u32>,
    pub(crate) is_suspended: bool,
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
}

impl SourceFacts {
    /// Adds a service in force.
    pub(super) fn add(&mut self, ordinal: u32, service: &ServiceItem) {
        let licensing = service.licensing_item.as_ref().map(|item| self.licensing.number_of(item.id().as_str()));
        let power = service.power_item.as_ref().map(|item| self.power.number_of(item.id().as_str()));
        if licensing.is_none() && power.is_none() {
            return;
        }
        let day = |of: fn(&ItemPeriod) -> &Option<Written<Date>>| {
            service.period.as_ref().and_then(|period| of(period).as_ref()).and_then(Written::value)
        };
        self.services.push(SourcedService {
            ordinal,
            licensing,
            power,
            is_suspended: service.status == Some(ItemStatus::Suspended),
            from: day(|period| &period.from),
            until: day(|period| &period.until),
        });
    }

    pub(crate) fn all(&self) -> &[SourcedService] {
        &self.services
    }

    /// The items that a service names: the list and the id of each.
    pub(crate) fn of(&self, service: &SourcedService) -> impl Iterator<Item = (Kind, &str)> {
        let licensing = service.licensing.and_then(|number| self.licensing.get(number));
        let power = service.power.and_then(|number| self.power.get(number));
        let licensing = licensing.map(|id| (Kind::LicensingItem, &**id));
        licensing.into_iter().chain(power.map(|id| (Kind::PowerItem, &**id)))
    }
}
