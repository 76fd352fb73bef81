//! Member names as the format writes names.

use super::text::{is_blank, narrow};

/// The longest name that is looked at, in bytes: the names of the model are short.
const LONGEST: usize = 256;

/// A name in lower case and half width, without blanks around it, with `_` for `-` and blanks. None where it is written so,
/// or too long to mean anything.
pub(super) fn meant(name: &str) -> Option<String> {
    if name.len() > LONGEST {
        return None;
    }
    let plain = |c: char| match narrow(c).unwrap_or(c) {
        '-' | '\u{ff3f}' => '_',
        c if is_blank(c) => '_',
        c => c.to_ascii_lowercase(),
    };
    let meant: String = name.trim_matches(is_blank).chars().map(plain).collect();
    (meant != name).then_some(meant)
}
