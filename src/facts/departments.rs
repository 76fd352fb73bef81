//! Competent departments: whose licenses and penalties each body decides.

use std::collections::BTreeMap;

use crate::codelist::{AuthorityRole, ItemType};
use crate::facts::authorities::is_entrusted;
use crate::facts::bodies::BodyFacts;
use crate::law::delegation::Power;
use crate::model::Item;

/// Facts about the departments whose powers bodies decide.
#[derive(Debug, Default)]
pub(crate) struct DepartmentFacts {
    /// By body, kind of power and department: the first item.
    decided: BTreeMap<(u32, bool, u32), u32>,
}

/// A body that decides licenses or penalties of a competent department; all by their numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decided {
    pub(crate) body: u32,
    pub(crate) power: Power,
    pub(crate) department: u32,
    /// The first item, by its ordinal.
    pub(crate) item: u32,
}

impl DepartmentFacts {
    /// Adds an item in force.
    pub(super) fn add(&mut self, ordinal: u32, item: Item<'_>, bodies: &mut BodyFacts) {
        let is_penalty = match item.item_type() {
            ItemType::Licensing => false,
            ItemType::Penalty => true,
            _ => return,
        };
        let Some(department) = item.competent_department() else { return };
        let department = bodies.number_of(department.id());
        for authority in item.authorities() {
            // What is entrusted stays the power of the organ that entrusts it.
            if authority.role == AuthorityRole::Decide && !is_entrusted(authority) {
                let body = bodies.number_of(authority.organization.id());
                self.decided.entry((body, is_penalty, department)).or_insert(ordinal);
            }
        }
    }

    /// Who decides whose powers, body by body, the licenses first.
    pub(crate) fn all(&self) -> impl Iterator<Item = Decided> {
        self.decided.iter().map(|(&(body, is_penalty, department), &item)| Decided {
            body,
            power: if is_penalty { Power::Penalty } else { Power::License },
            department,
            item,
        })
    }
}
