//! Services as they are offered: what each takes of whoever asks for it, and whether it is offered all the time.

use crate::codelist::{Handling, ItemStatus, TimeUnit};
use crate::facts::bodies::BodyFacts;
use crate::model::{Date, ServiceItem, TimeLimit, Written};

/// Facts about services as they are offered, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct OfferedFacts {
    services: Vec<OfferedService>,
    /// The longest limit of each service in each unit, one after the other, by the ordinal of the service.
    limits: Vec<(u32, LongestLimit)>,
}

/// What is known of a service as it is offered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfferedService {
    pub(crate) ordinal: u32,
    pub(crate) visits: Option<u8>,
    /// Handled on the spot.
    pub(crate) is_immediate: bool,
    pub(crate) status: Option<ItemStatus>,
    /// The first and the last day of its period.
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
    /// The body that entrusted it to the one that handles it, by its number.
    pub(crate) entrusted_by: Option<u32>,
}

/// The longest limit of a service in a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LongestLimit {
    pub(crate) amount: u16,
    pub(crate) unit: TimeUnit,
}

impl OfferedFacts {
    pub(super) fn add(&mut self, ordinal: u32, service: &ServiceItem, bodies: &mut BodyFacts) {
        let day = |day: &Option<Written<Date>>| day.as_ref().and_then(Written::value);
        self.services.push(OfferedService {
            ordinal,
            visits: service.visits,
            is_immediate: service.handling == Some(Handling::Immediate),
            status: service.status,
            from: service.period.as_ref().and_then(|period| day(&period.from)),
            until: service.period.as_ref().and_then(|period| day(&period.until)),
            entrusted_by: service.entrusted_by.as_ref().map(|body| bodies.number_of(body.id())),
        });
        // What is promised holds; what the law gives where nothing is promised.
        let limits =
            if service.promised_limits.is_empty() { &service.statutory_limits } else { &service.promised_limits };
        self.add_limits(ordinal, limits);
    }

    fn add_limits(&mut self, ordinal: u32, limits: &[TimeLimit]) {
        let begin = self.limits.len();
        for limit in limits {
            let amount = limit.amount.get();
            match self.limits.iter_mut().skip(begin).find(|(_, known)| known.unit == limit.unit) {
                Some((_, known)) => known.amount = known.amount.max(amount),
                None => self.limits.push((ordinal, LongestLimit { amount, unit: limit.unit })),
            }
        }
    }

    /// The service of a record.
    pub(crate) fn service(&self, ordinal: u32) -> Option<&OfferedService> {
        let at = self.services.binary_search_by_key(&ordinal, |service| service.ordinal).ok()?;
        self.services.get(at)
    }

    /// The longest limit of a service in each unit in which it has one.
    pub(crate) fn limits_of(&self, ordinal: u32) -> impl Iterator<Item = LongestLimit> {
        let begin = self.limits.partition_point(|(known, _)| *known < ordinal);
        let of = self.limits.iter().skip(begin).take_while(move |(known, _)| *known == ordinal);
        of.map(|(_, limit)| *limit)
    }
}
