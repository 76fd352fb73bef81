//! 序号: the numbers for which a row stands.

use super::word::{is_blank, plain, plain_char};
use crate::numeral;

/// 序号: one number of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct EntryNumber {
    /// 序号: the number of the item.
    pub number: u32,
    /// 下级序号: the number below it, of a sub-item: the second 1 of `1.1`.
    pub below: Option<u32>,
}

impl EntryNumber {
    /// The number of an item.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self { number, below: None }
    }
}

/// A row stands for so many numbers at most; more are a slip, and none is taken.
const MOST: usize = 1000;

/// 序号: the numbers for which a row stands: `1`, `2,3`, `4-6`, `（一）`, `1.1`. None where anything else stands there, and of a
/// range that does not rise: `1-1` may be the first sub-item of the first item.
///
/// ```
/// use qingdan::import::cell::entry_numbers;
/// let numbers = |text| entry_numbers(text).iter().map(|entry| entry.number).collect::<Vec<_>>();
/// assert_eq!(numbers("2,3"), [2, 3]);
/// assert_eq!(numbers("4-6"), [4, 5, 6]);
/// assert_eq!(numbers("（十二）"), [12]);
/// assert!(numbers("备注").is_empty());
/// assert_eq!(entry_numbers("1.2")[0].below, Some(2));
/// ```
#[must_use]
pub fn entry_numbers(text: &str) -> Vec<EntryNumber> {
    let mut found = Vec::new();
    // Within brackets blanks part nothing.
    let bracketed = text.contains(['(', '（']).then(|| plain(text));
    let text = bracketed.as_deref().unwrap_or(text);
    let parts = |c: char| is_blank(c) || matches!(plain_char(c), ',' | '、' | ';' | '/' | '和' | '及');
    for part in text.split(parts).filter(|part| !part.is_empty()) {
        let Some(numbers) = read(part).filter(|numbers| numbers.len().saturating_add(found.len()) <= MOST) else {
            return Vec::new();
        };
        found.extend(numbers);
    }
    found
}

fn read(part: &str) -> Option<Vec<EntryNumber>> {
    let part = plain(part);
    let part = part.trim_end_matches('.');
    let part = part.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(part);
    if let Some((first, last)) = part.split_once(['-', '~', '～', '—', '–', '至']) {
        let (first, last) = (number(first)?, number(last.trim_start_matches(['—', '-']))?);
        let count = usize::try_from(last.checked_sub(first)?).ok()?;
        return (count > 0 && count < MOST).then(|| (first..=last).map(EntryNumber::new).collect());
    }
    if let Some((above, below)) = part.split_once('.') {
        let number = arabic(above)?;
        // `1.0` is how a program writes 1.
        let below = if below.bytes().all(|byte| byte == b'0') { None } else { Some(arabic(below)?) };
        return Some(vec![EntryNumber { number, below }]);
    }
    Some(vec![EntryNumber::new(number(part)?)])
}

fn number(text: &str) -> Option<u32> {
    arabic(text).or_else(|| {
        let (number, length) = numeral::read(text)?;
        (length == text.len()).then(|| number.get().into())
    })
}

fn arabic(text: &str) -> Option<u32> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}
