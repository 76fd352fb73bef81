//! What powers impose, as their names, penalties and coercion state it: measures, detention, the highest fine.

use crate::codelist::{CoercionKind, PenaltyKind, PowerSource};
use crate::facts::growth;
use crate::model::PowerItem;

/// Facts about powers that state what they impose, in the order of the items.
#[derive(Debug, Default)]
pub(crate) struct ImposedFacts {
    items: Vec<Imposed>,
}

/// What a power in force imposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Imposed {
    /// The item, by its ordinal.
    item: u32,
    /// The most that a fine can be, in whole yuan, where that is stated of every fine.
    pub(crate) highest_fine: Option<u32>,
    /// What is stated, as a set.
    stated: u8,
}

/// What a power can state of itself.
#[derive(Debug, Clone, Copy)]
#[repr(u8)]
pub(crate) enum Stated {
    /// Penalties, of whatever kind.
    Penalties = 1,
    Fine = 1 << 1,
    /// Penalties other than warning and fine.
    BeyondFine = 1 << 2,
    /// Liberty taken as a penalty, or by the name of the power.
    Detention = 1 << 3,
    /// Liberty taken as a penalty, as a measure, or by the name.
    Liberty = 1 << 4,
    /// A coercive measure, or one in the name.
    Measure = 1 << 5,
    /// That the power came from another body (上级下放、授权、委托).
    PassedOn = 1 << 6,
}

impl Imposed {
    pub(crate) fn has(&self, stated: Stated) -> bool {
        self.stated & stated as u8 != 0
    }
}

/// Words of a name that tell of liberty taken.
const LIBERTY: [&str; 5] = ["拘留", "限制人身自由", "强制隔离", "约束性措施", "约束至酒醒"];

/// Words of a name that tell of a coercive measure; 先行登记保存 is none.
const MEASURES: [&str; 4] = ["查封", "扣押", "冻结", "扣留"];

/// Whether a name has a character that stands in one of these words; few names have.
fn may_tell(name: &str) -> bool {
    name.chars().any(|c| matches!(c, '拘' | '身' | '隔' | '束' | '封' | '扣' | '冻'))
}

impl ImposedFacts {
    /// Adds a power in force; nothing is kept of one that states nothing.
    pub(super) fn add(&mut self, ordinal: u32, item: &PowerItem) {
        let name = item.name.as_str();
        let kinds = || item.coercion.iter().map(|part| part.measure);
        let penalties = || item.penalties.iter().map(|part| part.kind);
        let may_tell = may_tell(name);
        let detention = may_tell && names_liberty(name) || penalties().any(|kind| kind == PenaltyKind::Detention);
        let fines = || item.penalties.iter().filter(|part| part.kind == PenaltyKind::Fine);
        let stated = [
            (Stated::Penalties, !item.penalties.is_empty()),
            (Stated::Fine, fines().next().is_some()),
            (Stated::BeyondFine, penalties().any(|kind| !matches!(kind, PenaltyKind::Warning | PenaltyKind::Fine))),
            (Stated::Detention, detention),
            (Stated::Liberty, detention || kinds().any(|kind| kind == CoercionKind::RestrictionOfLiberty)),
            (Stated::Measure, may_tell && names_measure(name) || kinds().any(CoercionKind::is_measure)),
            (Stated::PassedOn, item.power_source.is_some_and(|source| source != PowerSource::Statutory)),
        ];
        let stated = stated.iter().filter(|(_, is_so)| *is_so).fold(0, |set, (stated, _)| set | *stated as u8);
        if stated == 0 {
            return;
        }
        let maxima = fines().map(|part| part.maximum.as_ref().and_then(|most| whole_yuan(most.as_str())));
        let highest_fine = maxima.collect::<Option<Vec<u32>>>().and_then(|all| all.into_iter().max());
        growth::add(&mut self.items, Imposed { item: ordinal, highest_fine, stated });
    }

    /// What a power imposes, by its ordinal; none where it states nothing.
    pub(crate) fn of_item(&self, ordinal: u32) -> Option<&Imposed> {
        let at = self.items.binary_search_by_key(&ordinal, |imposed| imposed.item).ok()?;
        self.items.get(at)
    }
}

/// Whether a name tells of liberty taken.
pub(crate) fn names_liberty(name: &str) -> bool {
    LIBERTY.iter().any(|word| name.contains(word))
}

/// Whether a name tells of a coercive measure.
pub(crate) fn names_measure(name: &str) -> bool {
    MEASURES.iter().any(|word| name.contains(word))
}

/// An amount in whole yuan, rounded up; nobody owes less than nothing.
fn whole_yuan(amount: &str) -> Option<u32> {
    if amount.starts_with('-') {
        return None;
    }
    let (whole, part) = amount.split_once('.').unwrap_or((amount, ""));
    let more = u32::from(part.contains(|digit| digit != '0'));
    Some(whole.parse::<u32>().unwrap_or(u32::MAX).saturating_add(more))
}

#[cfg(test)]
mod tests {
    use super::{LIBERTY, MEASURES, may_tell};

    #[test]
    fn no_word_is_passed_over() {
        assert!(LIBERTY.iter().chain(&MEASURES).all(|word| may_tell(word)));
    }
}
