//! Words as people write them into cells, and as they are compared.

/// A word as it is compared: without blanks and line breaks, with marks and digits of the plain width.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|&c| !is_blank(c)).map(plain_char).collect()
}

/// A character of full width as one of plain width: `（` as `(`, `：` as `:`, `３` as `3`. Only for comparing.
pub(super) fn plain_char(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c).saturating_sub(0xfee0)).unwrap_or(c),
        '﹙' | '〔' | '【' | '[' => '(',
        '﹚' | '〕' | '】' | ']' => ')',
        _ => c,
    }
}

/// Whether nothing is seen of a character: blanks of all widths, line breaks, and marks without width.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// A text without the blanks around it.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// Whether a bracket is opened or closed, whatever its shape.
pub(super) fn bracket(c: char) -> Option<Bracket> {
    match c {
        '（' | '(' | '﹙' | '〔' | '【' | '[' | '《' | '〈' | '«' | '“' | '「' => Some(Bracket::Opens),
        '）' | ')' | '﹚' | '〕' | '】' | ']' | '》' | '〉' | '»' | '”' | '」' => Some(Bracket::Closes),
        _ => None,
    }
}

/// Which way a bracket looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    Opens,
    Closes,
}

/// The characters of a text that stand in no bracket, with their places. A bracket that is never closed hides all behind it.
pub(super) fn outside_brackets(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut depth = 0_usize;
    text.char_indices().filter(move |&(_, c)| match bracket(c) {
        Some(Bracket::Opens) => {
            depth = depth.saturating_add(1);
            false
        }
        Some(Bracket::Closes) => {
            depth = depth.saturating_sub(1);
            false
        }
        None => depth == 0,
    })
}
