//! What a service item says to the questions that are asked of services: online, at once, without a visit.

use crate::codelist::{Handling, OnlineDepth};
use crate::model::{Online, ServiceItem};

/// What a service item says; none where it leaves a question open.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ServiceAnswers {
    pub(crate) online: Option<bool>,
    pub(crate) fully_online: Option<bool>,
    pub(crate) immediate: Option<bool>,
    pub(crate) at_most_one_visit: Option<bool>,
    pub(crate) no_visit: Option<bool>,
}

impl ServiceAnswers {
    pub(super) fn of(item: &ServiceItem) -> Self {
        Self {
            online: item.online.as_ref().map(|online| online.available),
            fully_online: item.online.as_ref().and_then(|online| fully_online(online, item.visits)),
            immediate: item.handling.map(|handling| handling == Handling::Immediate),
            at_most_one_visit: item.visits.map(|visits| visits <= 1),
            no_visit: item.visits.map(|visits| visits == 0),
        }
    }

    /// Handled at once and online: no where either is no, unknown where either is not stated.
    pub(crate) fn immediate_online(self) -> Option<bool> {
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
