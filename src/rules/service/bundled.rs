//! The services of a bundle, as far as they are known.

use std::collections::BTreeSet;

use crate::judged::Whole;
use crate::model::{Bundle, Kind};

/// The services of a bundle, each once, by their ordinals; none where it names none, or one that is not there.
pub(super) fn services_of(bundle: &Bundle, whole: &Whole<'_>) -> Option<Vec<u32>> {
    let ids: BTreeSet<&str> = bundle.items.iter().map(|item| item.service_item.id().as_str()).collect();
    let ordinals = ids.into_iter().map(|id| whole.facts.records.ordinal(Kind::ServiceItem, id));
    let ordinals: Option<Vec<u32>> = ordinals.collect();
    ordinals.filter(|services| !services.is_empty())
}
