//! 行政许可法: as rules cite it, when it applies, and what it is about.

use crate::codelist::ItemType;
use crate::judged::basis::Norm;
use crate::law::facts::title_key;
use crate::model::{Date, Item};
use crate::rule::{Period, Scope};

/// 行政许可法 as rules cite it.
pub(super) const LICENSING_LAW: &str = "中华人民共和国行政许可法";

/// When it applies.
pub(super) const LICENSING_PERIOD: Period = Period::since("2004-07-01");

/// Whether an item is a license in force, in whichever list it stands.
pub(super) fn is_license(item: Item<'_>) -> bool {
    item.in_force() && item.item_type() == ItemType::Licensing
}

/// The day as of which tables are asked: they say the same on all days of the period.
pub(super) fn table_day(scope: &Scope<'_>) -> Option<Date> {
    scope.as_of().or_else(|| LICENSING_PERIOD.from.parse().ok())
}

/// Whether a norm is 行政许可法 itself.
pub(super) fn is_licensing_law(norm: &Norm) -> bool {
    title_key(&norm.title) == title_key(LICENSING_LAW)
}
