//! Items and changes, counted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::ItemChange;
use super::list::{ChangeClass, Effect};

/// 变化汇总: items and changes, counted. One item may have changes of several classes.
///
/// Items in force in the old edition are kept, or they are cancelled, devolved, or taken back by a higher level.
///
/// ```
/// use qingdan::Catalog;
/// use qingdan::diff::{ChangeClass, diff};
/// use qingdan::model::{Header, LicensingItem};
/// let mut old = Catalog::new(Header::new("杭锦旗行政许可事项清单".parse()?, "150625".parse()?));
/// old.licensing_items.insert(LicensingItem::new("water".parse()?, "取水许可".parse()?))?;
/// old.licensing_items.insert(LicensingItem::new("mine".parse()?, "采矿许可".parse()?))?;
/// let mut new = old.clone();
/// new.licensing_items.remove("mine");
/// let counts = diff(&old, &new).counts;
/// assert_eq!((counts.kept, counts.unchanged, counts.unrecorded), (1, 1, 1));
/// assert_eq!(counts.by_class.get(&ChangeClass::Cancelled), Some(&1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ChangeCounts {
    /// 保留: items of the old edition that are in force in the new one, at the same level; changed or not.
    pub kept: u64,
    /// 未变: of these those in which nothing but words changed.
    pub unchanged: u64,
    /// 各类变化: items with a change of each class; a class that does not occur is left out.
    // As a map: a schema that lists the classes would be closed, and each would want a title of its own.
    #[schemars(with = "std::collections::BTreeMap<String, u64>")]
    pub by_class: std::collections::BTreeMap<ChangeClass, u64>,
    /// 无调整记录: changes of which a record is due and not there ([`Change::is_unrecorded`](super::Change::is_unrecorded)).
    pub unrecorded: u64,
    /// 减轻: changes that ease.
    pub eases: u64,
    /// 加重: changes that burden.
    pub burdens: u64,
}

impl ChangeCounts {
    /// Counts changes, beside the items that are kept.
    pub(super) fn of(items: &[ItemChange], kept: u64, unchanged: u64) -> Self {
        let mut counts = Self { kept, unchanged, ..Self::default() };
        let add = |count: &mut u64| *count = count.saturating_add(1);
        for change in items.iter().flat_map(|item| &item.changes) {
            add(counts.by_class.entry(change.class).or_default());
            match change.effect {
                Effect::Eases => add(&mut counts.eases),
                Effect::Burdens => add(&mut counts.burdens),
                _ => {}
            }
            if change.is_unrecorded() {
                add(&mut counts.unrecorded);
            }
        }
        counts
    }
}
