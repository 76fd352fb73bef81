//! The fingerprint of how a paragraph begins.

use std::fmt;
use std::str::FromStr;

use crate::fnv::Fnv;
use crate::numeral;

/// 开头指纹: how a paragraph begins, as a hash.
///
/// It is the upper 24 bits of the 64-bit FNV-1a hash over the UTF-8 of the first fourteen characters, after the number
/// of an item at the beginning, `（一）`, is taken off and blanks and marks of punctuation are removed. A shorter
/// paragraph has none. Written as six hexadecimal digits.
///
/// ```
/// use qingdan::law::openings::Fingerprint;
/// let of = Fingerprint::of;
/// assert_eq!(of("（三）对擅自取水的单位，责令停止违法行为"), of("对擅自取水的单位责令停止违法行为，限期采取补救措施"));
/// assert_eq!(of("责令停止违法行为"), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u32);

/// The text is no fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is no fingerprint; write six hexadecimal digits", crate::print::excerpt(.found))]
#[non_exhaustive]
pub struct InvalidFingerprint {
    /// The text found.
    pub found: String,
}

/// How many characters of a paragraph are hashed.
const LENGTH: usize = 14;
/// How many characters are looked at for them: a run of blanks and marks that is longer begins no provision.
const LOOKED_AT: usize = 256;

impl Fingerprint {
    /// How a paragraph begins; none where it has fewer than fourteen characters besides blanks and marks.
    #[must_use]
    pub fn of(paragraph: &str) -> Option<Self> {
        let mut hash = Fnv::default();
        let mut length = 0_usize;
        for c in without_number(paragraph).chars().take(LOOKED_AT).filter(|&c| !is_left_out(c)) {
            hash.add(c.encode_utf8(&mut [0; 4]).as_bytes());
            length = length.saturating_add(1);
            if length == LENGTH {
                return u32::try_from(hash.finish() >> 40).ok().map(Self);
            }
        }
        None
    }
}

/// A paragraph without the number of an item at its beginning.
fn without_number(paragraph: &str) -> &str {
    let trimmed = paragraph.trim_start();
    let numbered = trimmed.strip_prefix(['（', '(']).map(|rest| rest.trim_start_matches(numeral::is_numeral));
    match numbered.and_then(|rest| rest.strip_prefix(['）', ')'])) {
        // （）alone is no number, and makes no difference: both marks are left out.
        Some(rest) => rest,
        None => trimmed,
    }
}

fn is_left_out(c: char) -> bool {
    c.is_whitespace() || "“”\"'‘’，。；：、,;:（）()《》<>〈〉.．-—…·".contains(c)
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06x}", self.0)
    }
}

impl FromStr for Fingerprint {
    type Err = InvalidFingerprint;

    fn from_str(text: &str) -> Result<Self, InvalidFingerprint> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte.wrapping_sub(b'0')),
            b'a'..=b'f' => Some(byte.wrapping_sub(b'a').wrapping_add(10)),
            _ => None,
        };
        let value = text.bytes().try_fold(0_u32, |value, byte| Some(value.wrapping_shl(4) | u32::from(digit(byte)?)));
        let value = value.filter(|_| text.len() == 6);
        value.map(Self).ok_or_else(|| InvalidFingerprint { found: text.to_owned() })
    }
}
