//! Units of time, where they stand beside the numbers.

use super::closed::closed;
use super::word::plain;
use crate::codelist::TimeUnit;

/// The words for a unit besides its title.
const WORDS: [(&str, TimeUnit); 4] =
    [("天", TimeUnit::Day), ("天/日", TimeUnit::Day), ("日/天", TimeUnit::Day), ("个工作日", TimeUnit::WorkingDay)];

/// 时限单位: the unit that a cell of its own names.
///
/// ```
/// use qingdan::codelist::TimeUnit;
/// use qingdan::import::cell::time_unit;
/// assert_eq!(time_unit("工作日"), Some(TimeUnit::WorkingDay));
/// assert_eq!(time_unit("1"), None);
/// ```
#[must_use]
pub fn time_unit(text: &str) -> Option<TimeUnit> {
    closed(text, &WORDS)
}

/// 时限单位: the unit that the header of a column tells: `法定期限（天/日）`, `承诺时限（单位：工作日）`.
///
/// ```
/// use qingdan::codelist::TimeUnit;
/// use qingdan::import::cell::unit_in;
/// assert_eq!(unit_in("承诺时限（单位：工作日）"), Some(TimeUnit::WorkingDay));
/// assert_eq!(unit_in("法定期限（天/日）"), Some(TimeUnit::Day));
/// assert_eq!(unit_in("法定期限（依据）"), None);
/// assert_eq!(unit_in("法定期限"), None);
/// ```
#[must_use]
pub fn unit_in(header: &str) -> Option<TimeUnit> {
    let header = plain(header);
    let (_, note) = header.split_once('(')?;
    let note = note.trim_end_matches(')');
    let note = note.strip_prefix("单位").unwrap_or(note).trim_start_matches([':', '：']);
    time_unit(note)
}
