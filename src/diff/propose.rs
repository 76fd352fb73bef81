//! 调整记录草稿: the adjustment records that a new edition lacks.

use std::collections::HashSet;

use super::{ChangeClass, Confidence, ItemChange, ItemKey, diff};
use crate::codelist::{AdjustmentOperation, closed_list};
use crate::model::{Adjustment, Catalog, Id, ItemRef, Record as _};

closed_list! {
    /// 草稿待填: what an office must fill in before a draft is a record, as nobody else can know it.
    ProposalGap {
        /// The body that decided, and its document.
        Decision = "decision", "决定机关和决定文件";
        DecidedOn = "decided_on", "决定日期";
        EffectiveOn = "effective_on", "生效日期";
        Basis = "basis", "调整依据";
        /// Whether the item before and the one after are the same item.
        Identity = "identity", "前后事项是否为同一事项";
    }
}

/// 调整记录草稿: an adjustment that nobody recorded, as far as two editions show it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Proposal {
    /// 调整记录: the record, with what the editions show.
    pub adjustment: Adjustment,
    /// 待填: what they do not show.
    pub gaps: Vec<ProposalGap>,
}

/// 拟补调整记录: the adjustments by which the changes from the old edition to the new one would all be recorded.
///
/// What the two editions do not show is a gap and never made up: who decided, by which document, on which day.
///
/// ```
/// use qingdan::codelist::AdjustmentOperation;
/// use qingdan::diff::{ProposalGap, diff, propose};
/// use qingdan::model::{Header, LicensingItem};
/// use qingdan::Catalog;
/// let old = Catalog::new(Header::new("杭锦旗行政许可事项清单".parse()?, "150625".parse()?));
/// let mut new = old.clone();
/// new.licensing_items.insert(LicensingItem::new("take-water".parse()?, "取水许可".parse()?))?;
///
/// let proposed = propose(&old, &new);
/// let added = proposed.first().ok_or("nothing proposed")?;
/// assert_eq!(added.adjustment.operation, AdjustmentOperation::Add);
/// assert!(added.gaps.contains(&ProposalGap::Decision) && added.adjustment.decision.is_none());
///
/// new.adjustments.insert(added.adjustment.clone())?;
/// assert_eq!(diff(&old, &new).counts.unrecorded, 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn propose(old: &Catalog, new: &Catalog) -> Vec<Proposal> {
    let mut ids = NewIds { taken: new.adjustments.iter().map(|record| record.id().as_str()).collect(), last: 0 };
    diff(old, new).items.iter().flat_map(|item| of_item(item, &mut ids)).collect()
}

/// The adjustments that one item lacks, one an operation.
fn of_item(item: &ItemChange, ids: &mut NewIds<'_>) -> Vec<Proposal> {
    let mut operations: Vec<AdjustmentOperation> = Vec::new();
    for change in item.changes.iter().filter(|change| change.is_unrecorded()) {
        let operation = change.class.operation();
        operations.extend(operation.filter(|operation| !operations.contains(operation)));
    }
    let references = |items: &[ItemKey]| items.iter().map(|item| ItemRef::new(item.id.clone())).collect();
    let propose = |operation| {
        let mut adjustment = Adjustment::new(ids.next()?, item.kind, operation);
        adjustment.from = references(&item.old);
        adjustment.to = references(&item.new);
        // An item that stays in the list as cancelled is no item after.
        if item.changes.iter().any(|change| change.class == ChangeClass::Cancelled) {
            adjustment.to.clear();
        }
        let mut gaps =
            vec![ProposalGap::Decision, ProposalGap::DecidedOn, ProposalGap::EffectiveOn, ProposalGap::Basis];
        gaps.extend((item.confidence == Some(Confidence::Possible)).then_some(ProposalGap::Identity));
        Some(Proposal { adjustment, gaps })
    };
    operations.into_iter().filter_map(propose).collect()
}

/// Ids for new records: numbered, and none that is taken.
struct NewIds<'a> {
    taken: HashSet<&'a str>,
    last: u64,
}

impl NewIds<'_> {
    fn next(&mut self) -> Option<Id> {
        loop {
            self.last = self.last.checked_add(1)?;
            let id = format!("proposed-{}", self.last);
            if !self.taken.contains(id.as_str()) {
                return id.parse().ok();
            }
        }
    }
}
