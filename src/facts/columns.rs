//! Columns: which items leave a cell empty that most fill.
//!
//! A column that is empty in every row is one thing to mend, and not one a row.

use crate::codelist::ItemType;
use crate::facts::placeholder::says_none;
use crate::facts::special_steps::is_listed;
use crate::model::{Item, SpecialProcedure};

/// A column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// 监管主体 of licensing items that have an implementation specification.
    Supervisors,
    /// 责任事项 of powers.
    Responsibilities,
    /// 追责情形 of powers.
    Accountability,
    /// 追责依据 of powers that state circumstances.
    AccountabilityBasis,
    /// 监督方式 of powers.
    Supervision,
    /// 依据 of the period for which a license holds, of items that state one.
    ValidityBasis,
    /// 所需天数 of the special procedures of licensing items.
    LicensingStepDays,
    /// 所需天数 of the special procedures of services that are licenses.
    ServiceStepDays,
    /// 依据 of the intermediary services of licensing items.
    LicensingIntermediaryBasis,
    /// 依据 of the intermediary services of services that are licenses.
    ServiceIntermediaryBasis,
    /// 必须现场办理的原因 of services for which one must come.
    VisitReason,
}

const COLUMNS: usize = 11;

impl Column {
    const ALL: [Self; COLUMNS] = [
        Self::Supervisors,
        Self::Responsibilities,
        Self::Accountability,
        Self::AccountabilityBasis,
        Self::Supervision,
        Self::ValidityBasis,
        Self::LicensingStepDays,
        Self::ServiceStepDays,
        Self::LicensingIntermediaryBasis,
        Self::ServiceIntermediaryBasis,
        Self::VisitReason,
    ];

    /// Whether an item fills it; none where it need not.
    fn is_filled(self, item: Item<'_>) -> Option<bool> {
        match (self, item) {
            (Self::Supervisors, Item::Licensing(item)) => {
                let is_specified =
                    !(item.conditions.is_empty() && item.materials.is_empty() && item.statutory_limits.is_empty());
                // Whoever states it shows that the list has the column.
                let states = !item.supervisors.is_empty();
                (is_specified || states).then_some(states)
            }
            (Self::Responsibilities, Item::Power(item)) => Some(!item.responsibilities.is_empty()),
            (Self::Accountability, Item::Power(item)) => Some(!item.accountability.is_empty()),
            (Self::AccountabilityBasis, Item::Power(item)) => {
                let states = !item.accountability.is_empty();
                states.then(|| item.accountability.iter().any(|part| !part.basis.is_empty()))
            }
            (Self::Supervision, Item::Power(item)) => Some(item.supervision.is_some()),
            (Self::ValidityBasis, Item::Licensing(item)) => {
                let validity = item.license_validity.as_ref().filter(|validity| validity.states_period());
                validity.map(|validity| !validity.basis.is_empty())
            }
            (Self::ServiceStepDays | Self::ServiceIntermediaryBasis, _) if item.item_type() != ItemType::Licensing => {
                None
            }
            (Self::LicensingStepDays, Item::Licensing(_)) | (Self::ServiceStepDays, Item::Service(_)) => {
                states_days(item.special_procedures())
            }
            (Self::LicensingIntermediaryBasis, Item::Licensing(_))
            | (Self::ServiceIntermediaryBasis, Item::Service(_)) => {
                any_filled(item.intermediary_services(), |service| !service.basis.is_empty())
            }
            (Self::VisitReason, Item::Service(item)) => {
                let has_reason = item.visit_reason.as_ref().is_some_and(|reason| !says_none(reason.as_str()));
                item.visits.is_some_and(|visits| visits > 0).then_some(has_reason)
            }
            _ => None,
        }
    }
}

/// Whether days are stated of one of several steps; none where none need be: they are counted inside the limit, or 行政许可法
/// §45 does not list the step.
fn states_days(steps: &[SpecialProcedure]) -> Option<bool> {
    let states = steps.iter().any(|step| step.days.is_some());
    let needs = steps.iter().any(|step| is_listed(&step.kind) && step.counted_in_limit != Some(true));
    (states || needs).then_some(states)
}

/// Whether one of several cells is filled; none where there are none.
fn any_filled<T>(cells: &[T], is_filled: impl Fn(&T) -> bool) -> Option<bool> {
    (!cells.is_empty()).then(|| cells.iter().any(is_filled))
}

/// Facts about columns.
#[derive(Debug, Default)]
pub(crate) struct ColumnFacts {
    columns: [KnownColumn; COLUMNS],
}

/// What is known of a column.
#[derive(Debug, Default)]
pub(crate) struct KnownColumn {
    /// How many items in force fill it.
    pub(crate) filled: u64,
    /// The items in force that do not, by their ordinals.
    pub(crate) empty: Vec<u32>,
}

impl KnownColumn {
    /// Whether several items are to fill it and none does: then it is the column that is missing.
    pub(crate) fn is_absent(&self) -> bool {
        self.filled == 0 && self.empty.len() > 1
    }
}

impl ColumnFacts {
    /// Adds an item in force.
    pub(super) fn add(&mut self, ordinal: u32, item: Item<'_>) {
        for (column, known) in Column::ALL.into_iter().zip(&mut self.columns) {
            match column.is_filled(item) {
                Some(true) => known.filled = known.filled.saturating_add(1),
                Some(false) => known.empty.push(ordinal),
                None => {}
            }
        }
    }

    pub(crate) fn column(&self, column: Column) -> Option<&KnownColumn> {
        let at = Column::ALL.iter().position(|known| *known == column)?;
        self.columns.get(at)
    }
}
