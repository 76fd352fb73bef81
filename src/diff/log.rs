//! What is recorded in one edition and not yet, or no longer, in the other.

use std::collections::HashSet;

use crate::codelist::AdjustmentOperation;
use crate::model::{Adjustment, Catalog, CatalogEdition, Date, ItemRef, Kind, Text, Written};

/// The adjustments in the log of one edition that do not stand in that of the other: neither under their id, nor with
/// another one as the same decision of the same day.
pub(super) fn recorded_in<'a>(one: &'a Catalog, and_not_in: &'a Catalog) -> impl Iterator<Item = &'a Adjustment> {
    let others: HashSet<Decided<'a>> = and_not_in.adjustments.iter().filter_map(decided).collect();
    one.adjustments.iter().filter(move |adjustment| {
        let under_its_id = and_not_in.adjustments.get(adjustment.id.as_str());
        let is_it = under_its_id.is_some_and(|other| said(other) == said(adjustment));
        !is_it && !decided(adjustment).is_some_and(|decided| others.contains(&decided))
    })
}

/// What is done to which items.
type Said<'a> = (Kind, AdjustmentOperation, &'a [ItemRef], &'a [ItemRef]);

fn said(adjustment: &Adjustment) -> Said<'_> {
    (adjustment.item_kind, adjustment.operation, &adjustment.from, &adjustment.to)
}

/// An adjustment that says when it was decided, by all that it says.
type Decided<'a> = (Kind, AdjustmentOperation, Vec<&'a str>, Vec<&'a str>, &'a str, Option<&'a str>);

fn decided(adjustment: &Adjustment) -> Option<Decided<'_>> {
    let day = adjustment.decided_on.as_ref().or(adjustment.effective_on.as_ref()).map(Written::text)?;
    let (kind, operation, from, to) = said(adjustment);
    Some((kind, operation, ids(from), ids(to), day, adjustment.decision.as_ref().map(Text::as_str)))
}

fn ids(items: &[ItemRef]) -> Vec<&str> {
    items.iter().map(|item| item.id().as_str()).collect()
}

/// The day of an edition: from which it holds, or else on which it was issued.
pub(super) fn day_of(edition: Option<&CatalogEdition>) -> Option<Date> {
    let edition = edition?;
    edition.effective_on.as_ref().or(edition.issued_on.as_ref()).and_then(Written::value)
}
