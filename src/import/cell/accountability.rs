//! 追责情形: in which circumstances somebody answers.

use super::word::trimmed;
use crate::model::{Accountability, Text};

/// 追责情形: the cell as one circumstance, as written; nothing of a cell without text. It is not cut at its numbers: what stands
/// before the first (因不履行……有下列情形的) governs all of them, and none can be read without it.
///
/// ```
/// use qingdan::import::cell::accountability;
/// let cell = "有下列情形的，应承担相应的责任：\n1.违反法定程序的；\n2.其他违法行为。";
/// assert_eq!(accountability(cell).ok_or("none")?.circumstance, cell);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn accountability(text: &str) -> Option<Accountability> {
    if trimmed(text).is_empty() {
        return None;
    }
    Text::new(text).ok().map(Accountability::new)
}
