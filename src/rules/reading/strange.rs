//! Characters that do not belong into a text: nobody sees them, or they look like others.

use crate::lookalike;
use crate::model::leaf::Leaf;
use crate::print::{is_hostile, is_noncharacter};

/// What is strange about a character where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strange {
    Control,
    Bidirectional,
    Separator,
    ZeroWidth,
    /// It looks like a blank and is a letter or sign.
    Blank,
    PrivateUse,
    Noncharacter,
    Replacement,
    /// It looks like this one.
    LookAlike(char),
}

/// The first strange character of a text, with its index in characters from 0.
pub(super) fn first(text: &str) -> Option<(usize, char, Strange)> {
    let mut before = None;
    let mut characters = text.chars().enumerate().peekable();
    while let Some((index, c)) = characters.next() {
        let after = characters.peek().map(|&(_, next)| next);
        if let Some(strange) = of(c).filter(|_| !has_a_use(before, c, after)) {
            return Some((index, c, strange));
        }
        before = Some(c);
    }
    None
}

fn of(c: char) -> Option<Strange> {
    Some(match c {
        // What nearly all texts are made of: letters and digits of both widths, ideographs, and their punctuation. Line
        // feeds and tabs shape long texts such as quoted provisions.
        ' '..='~'
        | '\u{2010}'..='\u{2027}'
        | '\u{3000}'..='\u{303f}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ff01}'..='\u{ff5e}'
        | '\n'
        | '\t'
        | '\r' => return None,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => {
            Strange::Bidirectional
        }
        '\u{2028}' | '\u{2029}' => Strange::Separator,
        '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' => Strange::Blank,
        '\u{fffd}' => Strange::Replacement,
        // Signs that can be seen, before a number in Arabic, Syriac or Kaithi letters.
        '\u{600}'..='\u{605}'
        | '\u{6dd}'
        | '\u{70f}'
        | '\u{890}'
        | '\u{891}'
        | '\u{8e2}'
        | '\u{110bd}'
        | '\u{110cd}' => {
            return None;
        }
        c if is_noncharacter(c) => Strange::Noncharacter,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Strange::PrivateUse,
        c if c.is_control() => Strange::Control,
        '\u{180b}'..='\u{180f}' => Strange::ZeroWidth,
        c if is_hostile(c) => Strange::ZeroWidth,
        c => Strange::LookAlike(lookalike::plain(c)?),
    })
}

/// Whether a character that nobody sees does something here: it joins or parts Arabic letters (Uyghur and Kazakh are
/// written with them), gives a Mongolian letter its form, or a sign its look as text or picture.
fn has_a_use(before: Option<char>, c: char, after: Option<char>) -> bool {
    match c {
        '\u{200c}' | '\u{200d}' => before.is_some_and(is_arabic) && after.is_some_and(is_arabic),
        '\u{180b}'..='\u{180d}' | '\u{180f}' => before.is_some_and(is_mongolian),
        '\u{180e}' => before.is_some_and(is_mongolian) && after.is_some_and(is_mongolian),
        '\u{fe0e}' | '\u{fe0f}' => {
            before.is_some_and(|sign| matches!(sign, '\u{2000}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}'))
        }
        _ => false,
    }
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{65f}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}'..='\u{6dc}' | '\u{6df}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}' | '\u{870}'..='\u{88f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}')
}

/// Mongolian, Todo, Manchu and Sibe letters, and the selectors that stand after them.
fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180f}' | '\u{1820}'..='\u{18aa}')
}

/// Blanks that are no plain space and stand inside a name: a full-width or no-break space, or one of another width.
pub(super) fn odd_blank(text: &str) -> Option<(usize, char)> {
    let mut before = None;
    for (index, c) in text.chars().enumerate() {
        // The narrow no-break space parts a Mongolian word from its ending.
        let is_ending = c == '\u{202f}' && before.is_some_and(is_mongolian);
        if c.is_whitespace() && !matches!(c, ' ' | '\n' | '\t' | '\r') && !is_ending {
            return Some((index, c));
        }
        before = Some(c);
    }
    None
}

/// A quick look that nearly every text passes. What is everyday in Chinese text (`，` begins with EF BC, `“` with E2 80) may
/// pass as strange here, never the other way round; nor is anything missed that [`super::damage`] looks for.
pub(super) fn may_be_there(leaf: Leaf<'_>, is_code: bool, is_name: bool) -> bool {
    let bytes = leaf.text.as_bytes();
    let found = look(bytes);
    // No name is longer, and in longer texts full-width blanks are everyday.
    found & STRANGE != 0
        || (found & WIDE_BLANK != 0 && bytes.len() <= LONGEST_NAME)
        || (is_code && bytes.contains(&0xef))
        || (is_name && bytes.contains(&b'('))
        // Only these of what is looked for have one byte.
        || bytes.last().is_some_and(|&byte| byte < 0x20 || byte == 0x7f || (is_name && byte == b')'))
}

/// A pair of bytes may be strange.
const STRANGE: u8 = 1;

/// A pair of bytes ends a full-width blank, or one of few other characters.
const WIDE_BLANK: u8 = 2;

/// What a byte and the next tell.
#[expect(clippy::needless_bitwise_bool, reason = "without branches the comparisons become vector instructions")]
fn of_pair(first: u8, second: u8) -> u8 {
    // Controls.
    let strange = (first < 0x20)
        | (first == 0x7f)
        // U+0080–U+2FFF; U+E000–U+FFFF but full-width punctuation, letters and digits; planes 1 and above.
        | ((first >= 0xc0) & (first.wrapping_sub(0xe3) > 0x0a) & ((first != 0xef) | (second & 0xfe != 0xbc)))
        // U+3140–U+317F.
        | ((first == 0xe3) & (second == 0x85))
        // Marks of entities, tags and escapes: `&`, `<`, and from `\` to `_`.
        | (first == b'&')
        | (first == b'<')
        | (first & 0xfc == 0x5c)
        // The ends of 拷, 锛, 烫 and 屯, which few other characters share.
        | ((first == 0x8b) & (second == 0xb7))
        | ((first == 0x94) & (second == 0x9b))
        | ((first == 0x83) & (second == 0xab))
        | ((first == 0xb1) & (second == 0xaf));
    let blank = (first == 0x80) & (second == 0x80);
    (if strange { STRANGE } else { 0 }) | (if blank { WIDE_BLANK } else { 0 })
}

/// What the pairs of bytes of a text tell together. They are looked at in fixed stretches without a branch, which compilers
/// turn into vector instructions; the last stretch laps over the one before, and a text shorter than one is filled up.
fn look(bytes: &[u8]) -> u8 {
    let mut found = [0; STRETCH];
    let mut add = |firsts: &[u8; STRETCH], seconds: &[u8; STRETCH]| {
        for (found, (&first, &second)) in found.iter_mut().zip(firsts.iter().zip(seconds)) {
            *found |= of_pair(first, second);
        }
    };
    let mut filled = [b' '; STRETCH + 1];
    let bytes = match filled.get_mut(..bytes.len()) {
        Some(beginning) => {
            beginning.copy_from_slice(bytes);
            filled.as_slice()
        }
        None => bytes,
    };
    let (firsts, seconds) =
        (bytes.split_last().map_or(bytes, |(_, firsts)| firsts), bytes.get(1..).unwrap_or_default());
    for (firsts, seconds) in firsts.as_chunks().0.iter().zip(seconds.as_chunks().0) {
        add(firsts, seconds);
    }
    if let (Some(firsts), Some(seconds)) = (firsts.last_chunk(), seconds.last_chunk()) {
        add(firsts, seconds);
    }
    found.iter().fold(0, |all, found| all | found)
}

/// How many pairs are looked at together.
const STRETCH: usize = 16;

/// The longest name whose inside is looked at for blanks, in bytes.
const LONGEST_NAME: usize = 200;
