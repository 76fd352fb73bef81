//! The one sanitizer: everything printed that came from data passes through here.
//!
//! Terminals act on escape sequences, readers are misled by bidirectional controls, and CI systems take commands
//! from any line of a log: GitHub from `::word::` at the start of a trimmed line and `##[word]` anywhere, Azure
//! from `##vso[`, `TeamCity` from `##teamcity[`. None of them survives.

use std::borrow::Cow;

/// The longest value quoted in a message, in characters.
const EXCERPT: usize = 60;

/// Whether a character must not reach a terminal or log as it is: nobody sees it, or it moves what stands around it.
///
/// By Unicode property: general category `Cc`, `Cf`, `Zl` or `Zp`, `Default_Ignorable_Code_Point`, or
/// `Noncharacter_Code_Point`; and the empty Braille pattern, which looks like a blank and is none. Left out are the
/// selectors and the vowel separator that shape Mongolian letters: without them a Mongolian name is not what it was.
#[inline]
pub(crate) fn is_hostile(c: char) -> bool {
    // Nearly every character: ASCII that is printed, Chinese punctuation, ideographs.
    !matches!(c, ' '..='~' | '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}') && is_unseen(c)
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}'            // C0, DEL, C1
        | '\u{ad}' | '\u{34f}' | '\u{61c}'                         // soft hyphen, grapheme joiner, Arabic letter mark
        | '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}'             // signs that stand before Arabic and Syriac numbers
        | '\u{890}' | '\u{891}' | '\u{8e2}'
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'         // Hangul fillers
        | '\u{17b4}' | '\u{17b5}'                                  // Khmer vowels that nobody sees
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'         // zero width, separators, bidirectional
        | '\u{2060}'..='\u{206f}' | '\u{2800}'                     // format controls, empty Braille pattern
        | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}'         // noncharacters, variation selectors
        | '\u{feff}' | '\u{fff0}'..='\u{fffb}'                     // byte order mark, reserved, annotation
        | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}'     // Kaithi numbers, Egyptian formatting
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'     // shorthand, musical formatting
        | '\u{e0000}'..='\u{e0fff}')                               // tags, further variation selectors
        || is_noncharacter(c)
}

/// Whether a code point will never be a character: the last two of each plane, and 32 among the Arabic forms.
pub(crate) fn is_noncharacter(c: char) -> bool {
    u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}')
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
    cut(text, EXCERPT)
}

/// A text made harmless, and cut after so many characters.
pub(crate) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", printable(text.get(..end).unwrap_or_default())),
        None => printable(text).into_owned(),
    }
}

/// The title of an instrument for a message in Chinese: in 《》, whether it was written with them or not.
///
/// ```
/// use qingdan::print::in_title_marks;
/// assert_eq!(in_title_marks("水法"), "《水法》");
/// assert_eq!(in_title_marks("《水法》"), "《水法》");
/// ```
#[must_use]
pub fn in_title_marks(title: &str) -> String {
    let bare = title.trim().strip_prefix('《').and_then(|rest| rest.strip_suffix('》'));
    // 《A》和《B》 begins and ends with marks that are not one pair.
    let bare =
        bare.filter(|inner| inner.find('》').is_none_or(|end| inner.find('《').is_some_and(|begin| begin < end)));
    format!("《{}》", excerpt(bare.unwrap_or(title)))
}

/// Words of which one holds: `6, 9 or 12`.
pub(crate) fn alternatives(words: &[String], comma: &str, or: &str) -> String {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}{or}{last}", rest.join(comma)),
        _ => words.concat(),
    }
}

fn escaped(c: char) -> String {
    format!("\\u{{{:x}}}", u32::from(c))
}
