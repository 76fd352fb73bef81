//! What powers impose, as their names, penalties and coercion state it: measures, detention, the highest fine.

use crate::codelist::{CoercionKind, PenaltyKind, PowerSource};
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
    /// Whether it states penalties.
    pub(crate) has_penalties: bool,
    /// Whether a penalty is a fine.
    pub(crate) has_fine: bool,
    /// Whether it has penalties other than warning and fine.
    pub(crate) is_beyond_fine: bool,
    /// Whether it takes liberty: as a penalty, a measure, or by its name.
    pub(crate) liberty: bool,
    /// Whether it takes liberty as a penalty, or by its name.
    pub(crate) detention: bool,
    /// Whether it has a coercive measure, stated or in its name.
    pub(crate) measure: bool,
    /// Whether its list says that the power came from another body (上级下放、授权、委托).
    pub(crate) is_passed_on: bool,
}

/// Words of a name that tell of liberty taken.
const LIBERTY: [&str; 5] = ["拘留", "限制人身自由", "强制隔离", "约束性措施", "约束至酒醒"];

/// Words of a name that tell of a coercive measure; 先行登记保存 is none.
const MEASURES: [&str; 4] = ["查封", "扣押", "冻结", "扣留"];

impl ImposedFacts {
    /// Adds a power in force; nothing is kept of one that states nothing.
    pub(super) fn add(&mut self, ordinal: u32, item: &PowerItem) {
        let name = item.name.as_str();
        let kinds = || item.coercion.iter().map(|part| part.measure);
        let penalties = || item.penalties.iter().map(|part| part.kind);
        let detention =
            LIBERTY.iter().any(|word| name.contains(word)) || penalties().any(|kind| kind == PenaltyKind::Detention);
        let liberty = detention || kinds().any(|kind| kind == CoercionKind::RestrictionOfLiberty);
        let measure = MEASURES.iter().any(|word| name.contains(word)) || kinds().any(is_measure);
        let is_passed_on = item.power_source.is_some_and(|source| source != PowerSource::Statutory);
        if item.penalties.is_empty() && !liberty && !measure && !is_passed_on {
            return;
        }
        let fines = || item.penalties.iter().filter(|part| part.kind == PenaltyKind::Fine);
        let maxima = fines().map(|part| part.maximum.as_ref().and_then(|most| whole_yuan(most.as_str())));
        self.items.push(Imposed {
            item: ordinal,
            highest_fine: maxima.collect::<Option<Vec<u32>>>().and_then(|all| all.into_iter().max()),
            has_penalties: !item.penalties.is_empty(),
            has_fine: fines().next().is_some(),
            is_beyond_fine: penalties().any(|kind| !matches!(kind, PenaltyKind::Warning | PenaltyKind::Fine)),
            liberty,
            detention,
            measure,
            is_passed_on,
        });
    }

    /// What a power imposes, by its ordinal; none where it states nothing.
    pub(crate) fn of_item(&self, ordinal: u32) -> Option<&Imposed> {
        let at = self.items.binary_search_by_key(&ordinal, |imposed| imposed.item).ok()?;
        self.items.get(at)
    }
}

/// Whether it is a measure, not a way of execution.
fn is_measure(kind: CoercionKind) -> bool {
    matches!(
        kind,
        CoercionKind::RestrictionOfLiberty
            | CoercionKind::Sealing
            | CoercionKind::Seizure
            | CoercionKind::Freezing
            | CoercionKind::OtherMeasure
    )
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
