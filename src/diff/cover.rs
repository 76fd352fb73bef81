//! Which adjustment records tell of a change.

use std::collections::HashMap;

use super::change::ItemChange;
use super::list::ChangeClass;
use super::log::recorded_in;
use crate::codelist::AdjustmentOperation;
use crate::model::{Adjustment, Catalog, Id, Kind};

/// Writes to each change the records of it that the new edition has and the old one has not.
pub(super) fn write(items: &mut [ItemChange], old: &Catalog, new: &Catalog) {
    let mut naming: HashMap<(Kind, &str), Vec<&Adjustment>> = HashMap::new();
    for adjustment in recorded_in(new, old) {
        for item in adjustment.from.iter().chain(&adjustment.to) {
            let records = naming.entry((adjustment.item_kind, item.id().as_str())).or_default();
            // An item that stays is named before and after.
            if records.last().is_none_or(|last| last.id != adjustment.id) {
                records.push(adjustment);
            }
        }
    }
    if naming.is_empty() {
        return;
    }
    for item in items {
        let keys = item.old.iter().chain(&item.new);
        let of_item = keys.filter_map(|key| naming.get(&(item.kind, key.id.as_str()))).flatten();
        let mut records: Vec<(Option<usize>, &Adjustment)> =
            of_item.map(|record| (new.adjustments.position(record.id.as_str()), *record)).collect();
        records.sort_by_key(|(place, _)| *place);
        records.dedup_by_key(|(place, _)| *place);
        // A merger tells of all that became of its items.
        let is_of_several = item.old.len() > 1 || item.new.len() > 1;
        for change in item.changes.iter_mut().filter(|change| change.class != ChangeClass::Editorial) {
            let tells = |adjustment: &Adjustment| {
                let operation = adjustment.operation;
                tells_of(operation, change.class) || (is_of_several && is_of_merger(operation))
            };
            let telling = records.iter().filter(|(_, record)| tells(record));
            change.adjustments = telling.map(|(_, record)| record.id.clone()).collect::<Vec<Id>>();
        }
    }
}

fn is_of_merger(operation: AdjustmentOperation) -> bool {
    matches!(operation, AdjustmentOperation::Merge | AdjustmentOperation::Split)
}

/// Whether an operation is one by which a change of a class comes about.
fn tells_of(operation: AdjustmentOperation, class: ChangeClass) -> bool {
    use AdjustmentOperation as Op;
    use ChangeClass as Class;
    match class {
        Class::Added => {
            matches!(operation, Op::Add | Op::TakeOver | Op::TakeBack | Op::Devolve | Op::Entrust)
                || is_of_merger(operation)
        }
        Class::Cancelled => matches!(operation, Op::Cancel | Op::TakeBack) || is_of_merger(operation),
        Class::Devolved => matches!(operation, Op::Devolve | Op::Entrust | Op::TakeOver),
        Class::TakenBack => matches!(operation, Op::TakeBack | Op::Add | Op::TakeOver),
        Class::Merged | Class::Split => is_of_merger(operation),
        Class::Renamed => operation == Op::Rename,
        Class::Recoded => matches!(operation, Op::Rename | Op::ChangeType | Op::ChangeBody) || is_of_handing(operation),
        Class::BasisRenumbered | Class::BasisChanged => operation == Op::ChangeBasis,
        Class::TypeChanged => operation == Op::ChangeType,
        Class::BodyChanged => operation == Op::ChangeBody || is_of_handing(operation),
        // They have no operation of their own.
        Class::LevelChanged
        | Class::LimitShortened
        | Class::LimitLengthened
        | Class::LimitChanged
        | Class::MaterialsAdded
        | Class::MaterialsRemoved
        | Class::ConditionsAdded
        | Class::ConditionsRemoved
        | Class::FeeChanged
        | Class::StatusChanged
        | Class::ContentChanged => true,
        // Nothing of law changed.
        Class::Editorial => false,
    }
}

/// What goes to another level goes to other bodies, and their codes are in its own.
fn is_of_handing(operation: AdjustmentOperation) -> bool {
    use AdjustmentOperation as Op;
    matches!(operation, Op::Devolve | Op::TakeOver | Op::Entrust | Op::TakeBack)
}
