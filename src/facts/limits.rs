//! Limits: the days, months or years in which services are to be done, by law and as promised.

use std::collections::HashMap;

use crate::codelist::{Handling, TimeUnit};
use crate::model::ServiceItem;

/// Facts about limits: one entry for each unit of time in which a service that is counted has a statutory limit.
#[derive(Debug, Default)]
pub(crate) struct LimitFacts {
    limits: Vec<KnownLimit>,
}

/// The limits of one service item in one unit of time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownLimit {
    /// The item, by its ordinal.
    pub(crate) item: u32,
    pub(crate) unit: TimeUnit,
    pub(crate) statutory: u64,
    /// None where no promised limit answers a statutory one.
    pub(crate) promised: Option<u64>,
}

impl LimitFacts {
    /// Adds the limits of a service, unit by unit. A promised limit answers the statutory limit of its branch and unit;
    /// handling at once answers every one of them with nothing.
    pub(super) fn add(&mut self, ordinal: u32, service: &ServiceItem) {
        let at_once = service.handling == Some(Handling::Immediate);
        let begin = self.limits.len();
        // The first of each.
        let answers = service.promised_limits.iter().rev();
        let answers: HashMap<_, _> = answers.map(|answer| ((answer.unit, answer.branch.as_ref()), answer)).collect();
        for limit in &service.statutory_limits {
            let promised = match answers.get(&(limit.unit, limit.branch.as_ref())) {
                Some(answer) => Some(u64::from(answer.amount.get())),
                None if at_once => Some(0),
                None => None,
            };
            let statutory = u64::from(limit.amount.get());
            match self.limits.iter_mut().skip(begin).find(|known| known.unit == limit.unit) {
                Some(known) => {
                    known.statutory = known.statutory.saturating_add(statutory);
                    known.promised = known.promised.zip(promised).map(|(sum, promised)| sum.saturating_add(promised));
                }
                None => self.limits.push(KnownLimit { item: ordinal, unit: limit.unit, statutory, promised }),
            }
        }
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &KnownLimit> {
        self.limits.iter()
    }
}
