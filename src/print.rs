//! The one sanitizer: everything printed that came from data passes through here.
//!
//! Terminals act on escape sequences, readers are misled by bidirectional controls, and CI systems take commands
//! from any line of a log: GitHub from `::word::` at the start of a trimmed line and `##[word]` anywhere, Azure
//! from `##vso[`, `TeamCity` from `##teamcity[`. None of them survives.

use std::borrow::Cow;

/// The longest value quoted in a message, in characters.
const EXCERPT: usize = 60;

/// Whether a character must not reach a terminal or log as it is.
pub(crate) fn is_hostile(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}'   // C0, DEL, C1
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' // zero width, separators, bidirectional
        | '\u{2060}'..='\u{206f}' | '\u{feff}'               // format controls, BOM
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}') // annotation, tags
}

/// A text on one line, without hostile characters or log commands.
///
/// Hostile characters are written out as `\u{1b}`; line feeds and tabs too.
///
/// ```
/// use qingdan::print::printable;
/// assert_eq!(printable("取水许可"), "取水许可");
/// assert_eq!(printable("a\u{1b}[31mb\n"), r"a\u{1b}[31mb\n");
/// assert_eq!(printable("##[add-mask]a"), r"##\u{5b}add-mask]a");
/// assert_eq!(printable("::error::x"), r"\u{3a}:error::x");
/// ```
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    let commands = text.trim_start().starts_with("::") || text.contains("##");
    if !commands && !text.chars().any(is_hostile) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    // Only blanks so far: a `::` here would start a trimmed line.
    let mut at_start = true;
    // Within `##word`: a bracket would make it a command.
    let mut after_hashes = false;
    let mut hashes = 0_u8;
    for c in text.chars() {
        match c {
            '\n' => clean.push_str("\\n"),
            '\r' => clean.push_str("\\r"),
            '\t' => clean.push_str("\\t"),
            c if is_hostile(c) => clean.push_str(&escaped(c)),
            ':' if at_start => clean.push_str(&escaped(c)),
            '[' if after_hashes => clean.push_str(&escaped(c)),
            c => clean.push(c),
        }
        hashes = if c == '#' { hashes.saturating_add(1) } else { 0 };
        after_hashes = hashes >= 2 || (after_hashes && (c.is_ascii_alphanumeric() || c == '#'));
        at_start = at_start && c.is_whitespace();
    }
    Cow::Owned(clean)
}

/// A value for a message: printable, and cut after 60 characters.
pub(crate) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", printable(text.get(..end).unwrap_or_default())),
        None => printable(text).into_owned(),
    }
}

/// The title of an instrument for a message in Chinese: in 《》, whether it was written with them or not.
pub(crate) fn in_title_marks(title: &str) -> String {
    let bare = title.trim().strip_prefix('《').and_then(|rest| rest.strip_suffix('》'));
    // 《A》和《B》 begins and ends with marks that are not one pair.
    let bare =
        bare.filter(|inner| inner.find('》').is_none_or(|end| inner.find('《').is_some_and(|begin| begin < end)));
    format!("《{}》", excerpt(bare.unwrap_or(title)))
}

fn escaped(c: char) -> String {
    format!("\\u{{{:x}}}", u32::from(c))
}
