//! Texts as they stand in JSON: what of them is certain to be a slip.

use std::ops::Range;

use crate::code::{
    BaseCode, BusinessCode, CodeScheme, CreditCode, DivisionCode, ImplementationCode, ItemCode, LicenseIdentifier,
    LicenseTypeCode, OrganizationCode,
};

/// What stands between the quotes of a name, without the blanks around it; none where there are none, or nothing else.
pub(super) fn trimmed(raw: &str) -> Option<&str> {
    let is_blank = |&(_, c): &(Range<usize>, char)| is_blank(c);
    let mut kept = characters(raw).skip_while(is_blank);
    let (first, _) = kept.next()?;
    let end = kept.filter(|character| !is_blank(character)).last().map_or(first.end, |(last, _)| last.end);
    raw.get(first.start..end).filter(|kept| kept.len() < raw.len())
}

/// Blanks that come with copying from tables and documents.
pub(super) fn is_blank(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '\u{a0}' | '\u{3000}')
}

/// What stands between the quotes of a code, with its digits, letters and hyphens in half width; none where that makes no
/// well-formed code of it, or changes nothing.
pub(super) fn narrowed(raw: &str, scheme: CodeScheme) -> Option<String> {
    // A full-width character, or the escape of one.
    if !raw.contains(['\u{ff0d}', '\\']) && !raw.chars().any(|c| narrow(c).is_some()) {
        return None;
    }
    let (mut written, mut meant) = (String::with_capacity(raw.len()), String::new());
    for (place, c) in characters(raw) {
        let narrow = narrow(c);
        match narrow {
            Some(narrow) => written.push(narrow),
            None => written.push_str(raw.get(place)?),
        }
        meant.push(narrow.unwrap_or(c));
    }
    (written != raw && is_code(&meant, scheme)).then_some(written)
}

/// The half-width form of a full-width digit, letter, hyphen or low line.
pub(super) fn narrow(c: char) -> Option<char> {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '－')
        .then(|| char::from_u32(u32::from(c).wrapping_sub(0xfee0)))
        .flatten()
}

fn is_code(text: &str, scheme: CodeScheme) -> bool {
    match scheme {
        CodeScheme::CreditCode => CreditCode::parse(text).is_ok(),
        CodeScheme::OrganizationCode => OrganizationCode::parse(text).is_ok(),
        CodeScheme::DivisionCode => DivisionCode::parse(text).is_ok(),
        CodeScheme::BaseCode => BaseCode::parse(text).is_ok(),
        CodeScheme::ImplementationCode => ImplementationCode::parse(text).is_ok(),
        CodeScheme::BusinessCode => BusinessCode::parse(text).is_ok(),
        // Any text is one; a certain one is what its scheme has.
        CodeScheme::ItemCode => ItemCode::parse(text).is_ok_and(|code| code.verify().is_ok()),
        CodeScheme::LicenseTypeCode => LicenseTypeCode::parse(text).is_ok(),
        CodeScheme::LicenseIdentifier => LicenseIdentifier::parse(text).is_ok(),
    }
}

/// The characters that a text in JSON means, each with the bytes that it is written in.
fn characters(raw: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    let mut at = 0_usize;
    std::iter::from_fn(move || {
        let rest = raw.get(at..)?;
        let (length, c) = first(rest)?;
        let place = at..at.saturating_add(length);
        at = place.end;
        Some((place, c))
    })
}

/// The first character, and in how many bytes it is written. The escapes were judged when the text was read.
fn first(rest: &str) -> Option<(usize, char)> {
    let c = rest.chars().next()?;
    if c != '\\' {
        return Some((c.len_utf8(), c));
    }
    let plain = |c| Some((2, c));
    match rest.as_bytes().get(1)? {
        b'b' => plain('\u{8}'),
        b'f' => plain('\u{c}'),
        b'n' => plain('\n'),
        b'r' => plain('\r'),
        b't' => plain('\t'),
        b'u' => {
            let unit = |at: usize| u16::from_str_radix(rest.get(at..at.saturating_add(4))?, 16).ok();
            let units = [unit(2)?, if rest.get(6..8) == Some("\\u") { unit(8).unwrap_or(0) } else { 0 }];
            let c = char::decode_utf16(units).next()?.ok()?;
            Some((if c.len_utf16() == 2 { 12 } else { 6 }, c))
        }
        &other => plain(char::from(other)),
    }
}
