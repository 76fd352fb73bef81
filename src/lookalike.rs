//! Characters that look like another one and are not it: Kangxi radicals and compatibility ideographs.
//!
//! They come from scanned pages and from fonts of PDF files. A text keeps them; who compares names or looks up a law takes
//! the plain character for them (Unicode Standard Annex #15, compatibility decomposition).

use unicode_normalization::char::decompose_compatible;

/// The plain character for which one was written that only looks like it: `水` for `⽔` (U+2F54).
#[must_use]
pub(crate) fn plain(c: char) -> Option<char> {
    // Kangxi radicals, radicals supplement, compatibility ideographs and their supplement.
    if !matches!(c, '\u{2e80}'..='\u{2fd5}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}') {
        return None;
    }
    let mut found = None;
    decompose_compatible(c, |part| found = Some(part));
    // Twelve characters among the compatibility ideographs are plain ones.
    found.filter(|&plain| plain != c)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn radicals_and_compatibility_ideographs_have_a_plain_twin_and_others_none() {
        assert_eq!(plain('⽔'), Some('水'));
        assert_eq!(plain('⼈'), Some('人'));
        assert_eq!(plain('\u{f9fd}'), Some('什'));
        assert_eq!(plain('水'), None);
        assert_eq!(plain('\u{fa0e}'), None); // 﨎 is a plain ideograph of its own
        assert_eq!(plain('A'), None);
    }
}
