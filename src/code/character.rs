//! Characters that are seldom meant: those that cannot be seen, and full-width ones.

use crate::print::is_hostile;

/// Whether a character leaves nothing to be seen: blanks, controls, and the soft hyphens and zero-width marks that
/// copying from documents brings along.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() || character == '\u{ad}' || is_hostile(character)
}

/// The half-width form of a full-width character, such as `1` for `１`.
pub(super) fn narrow(character: char) -> Option<char> {
    matches!(character, '\u{ff01}'..='\u{ff5e}')
        .then(|| char::from_u32(u32::from(character).wrapping_sub(0xfee0)))
        .flatten()
}
