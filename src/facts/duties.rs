//! Duties: which powers state responsibilities without saying what they rest on.

use crate::codelist::Stage;
use crate::model::{PowerItem, Step};

/// Facts about the provisions of responsibilities.
#[derive(Debug, Default)]
pub(crate) struct DutyFacts {
    /// How many powers in force cite a provision for one of their responsibilities at least.
    pub(crate) with_basis: u64,
    /// The powers in force with responsibilities that cite none, in the order of their records.
    pub(crate) without: Vec<WithoutBasis>,
}

/// A power with responsibilities that cite no provision.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WithoutBasis {
    /// The power, by its ordinal.
    pub(crate) ordinal: u32,
    /// Where among its responsibilities the first of them stands.
    pub(crate) first: u16,
    /// How many they are.
    pub(crate) count: u16,
    /// How many responsibilities there are.
    pub(crate) of: u16,
}

impl DutyFacts {
    /// Adds a power in force.
    pub(super) fn add(&mut self, ordinal: u32, item: &PowerItem) {
        let steps = &item.responsibilities;
        if steps.iter().any(|step| !step.basis.is_empty()) {
            self.with_basis = self.with_basis.saturating_add(1);
        }
        let mut without = (0..=u16::MAX).zip(steps).filter(|(_, step)| step.basis.is_empty() && !is_the_rest(step));
        if let Some((first, _)) = without.next() {
            let count = u16::try_from(without.count()).unwrap_or(u16::MAX).saturating_add(1);
            let of = u16::try_from(steps.len()).unwrap_or(u16::MAX);
            self.without.push(WithoutBasis { ordinal, first, count, of });
        }
    }
}

/// Whether it is the last line of most lists, 其他法律法规规章规定的责任: it names what it rests on by itself.
fn is_the_rest(step: &Step) -> bool {
    let words = step.content.as_str();
    let says = |all: &[&str]| all.iter().all(|word| words.contains(word));
    step.stage == Stage::Other && says(&["其他", "法律", "规定"]) && words.chars().count() <= REST
}

/// The line is short; in a long one stands more.
const REST: usize = 40;
