//! Undecided powers: the powers in which no body is stated to decide, and the competent department that stands for it.

use crate::codelist::AuthorityRole;
use crate::facts::bodies::BodyFacts;
use crate::model::PowerItem;

/// Facts about powers without a body that decides, in the order of their records.
#[derive(Debug, Default)]
pub(crate) struct UndecidedFacts {
    undecided: Vec<Undecided>,
}

/// A power item in force in which no body decides, alone or jointly.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Undecided {
    pub(crate) ordinal: u32,
    /// The competent department, by its number.
    pub(crate) department: Option<u32>,
}

impl UndecidedFacts {
    /// Adds a power item in force.
    pub(super) fn add(&mut self, ordinal: u32, item: &PowerItem, bodies: &mut BodyFacts) {
        let decides = |role| matches!(role, AuthorityRole::Decide | AuthorityRole::Joint);
        if item.authorities.iter().any(|authority| decides(authority.role)) {
            return;
        }
        let department = item.competent_department.as_ref().map(|department| bodies.number_of(department.id()));
        self.undecided.push(Undecided { ordinal, department });
    }

    pub(crate) fn all(&self) -> &[Undecided] {
        &self.undecided
    }

    /// The competent department of an item in which no body decides.
    pub(crate) fn of_item(&self, ordinal: u32) -> Option<u32> {
        let at = self.undecided.binary_search_by_key(&ordinal, |item| item.ordinal).ok()?;
        self.undecided.get(at)?.department
    }
}
