//! Values as messages show them.

use std::str::Chars;

/// So much of a value a message shows, in characters: a fault of a value of megabytes costs no megabytes.
const MOST: usize = 64;

/// As much of a text as a message can show.
pub(in crate::read) fn beginning(text: &str) -> String {
    text.chars().take(MOST).collect()
}

/// As much of a JSON value as a message can show, however it is written: with no blanks between its parts, and with the
/// characters for which escapes stand.
pub(in crate::read) fn shown(json: &str) -> String {
    let (mut chars, mut shown, mut within) = (json.chars(), String::new(), false);
    for _ in 0..MOST {
        let next = if within { chars.next() } else { chars.find(|c| !matches!(c, ' ' | '\n' | '\r' | '\t')) };
        let Some(c) = next else { break };
        within ^= c == '"';
        shown.push(if within && c == '\\' { unescaped(&mut chars) } else { c });
    }
    shown
}

/// The character for which an escape stands of which the backslash was read.
fn unescaped(chars: &mut Chars<'_>) -> char {
    match chars.next() {
        Some('u') => {
            let unit = of_digits(chars);
            let ahead = chars.as_str().strip_prefix("\\u").filter(|_| matches!(unit, 0xd800..=0xdbff));
            match ahead {
                Some(rest) => {
                    *chars = rest.chars();
                    let low = of_digits(chars);
                    char::decode_utf16([unit, low]).next().and_then(Result::ok).unwrap_or(char::REPLACEMENT_CHARACTER)
                }
                None => char::from_u32(unit.into()).unwrap_or(char::REPLACEMENT_CHARACTER),
            }
        }
        Some('n') => '\n',
        Some('t') => '\t',
        Some('r') => '\r',
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some(c) => c,
        None => '\\',
    }
}

/// Four hexadecimal digits.
fn of_digits(chars: &mut Chars<'_>) -> u16 {
    let digits: String = chars.by_ref().take(4).collect();
    u16::from_str_radix(&digits, 16).unwrap_or_default()
}
