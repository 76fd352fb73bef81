//! What the schemes share: judging form, and cutting text without ever cutting a character.

use super::character::{is_blank, narrow};
use super::error::{CodeError, CodeProblem, Expected};
use super::scheme::CodeScheme;

/// Checks the length, and that every character may stand at its place (counted from 1).
pub(super) fn check(
    scheme: CodeScheme,
    text: &str,
    lengths: &'static [usize],
    allowed: impl Fn(usize) -> Expected,
) -> Result<(), CodeError> {
    // Nearly every code is plain: of so many ASCII characters, each of which may stand where it stands.
    let admits = |(position, byte): (usize, u8)| byte.is_ascii() && allowed(position).admits(char::from(byte));
    if lengths.contains(&text.len()) && (1..).zip(text.bytes()).all(admits) {
        return Ok(());
    }
    check_length(scheme, text, lengths, &allowed)?;
    match places(text).find(|&(position, found)| !allowed(position).admits(found)) {
        Some((position, found)) => Err(misplaced(scheme, text, position, found, allowed(position))),
        None => Ok(()),
    }
}

/// Checks the length alone, for codes made of other codes, which judge their own characters.
///
/// Blanks and full-width characters come first, whatever the length: `1115062501150622 6X` has a blank at 17, and
/// to say that it has 19 characters would help nobody.
pub(super) fn check_length(
    scheme: CodeScheme,
    text: &str,
    lengths: &'static [usize],
    allowed: impl Fn(usize) -> Expected,
) -> Result<(), CodeError> {
    check_visible(scheme, text, allowed)?;
    let found = text.chars().count();
    if lengths.contains(&found) {
        Ok(())
    } else {
        Err(CodeError::new(scheme, text, CodeProblem::Length { expected: lengths, found }))
    }
}

/// Checks that there is no blank and no full-width character.
pub(super) fn check_visible(
    scheme: CodeScheme,
    text: &str,
    allowed: impl Fn(usize) -> Expected,
) -> Result<(), CodeError> {
    match places(text).find(|&(_, found)| is_blank(found) || narrow(found).is_some()) {
        Some((position, found)) => Err(misplaced(scheme, text, position, found, allowed(position))),
        None => Ok(()),
    }
}

/// The error of a character that cannot stand at its place.
pub(super) fn misplaced(scheme: CodeScheme, text: &str, position: usize, found: char, allowed: Expected) -> CodeError {
    CodeError::new(scheme, text, CodeProblem::Character { position, expected: allowed.meant_by(found), found })
}

/// The characters with their places, counted from 1.
pub(super) fn places(text: &str) -> impl Iterator<Item = (usize, char)> {
    (1..).zip(text.chars())
}

/// The text before and after its first `count` characters.
pub(super) fn split_chars(text: &str, count: usize) -> (&str, &str) {
    let middle = text.char_indices().nth(count).map_or(text.len(), |(index, _)| index);
    text.split_at_checked(middle).unwrap_or((text, ""))
}

/// The first `N` bytes, from text whose length has been checked.
pub(super) fn bytes<const N: usize>(text: &str) -> [u8; N] {
    let mut bytes = [0; N];
    for (to, from) in bytes.iter_mut().zip(text.bytes()) {
        *to = from;
    }
    bytes
}

/// The text of bytes that came out of checked text, and so are ASCII.
pub(super) fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// A part of text that came out of checked text; `start` counts from 0.
pub(super) fn cut(text: &str, start: usize, length: usize) -> &str {
    text.get(start..).and_then(|rest| rest.get(..length)).unwrap_or_default()
}

/// The character at a place of checked text, counted from 0.
pub(super) fn char_at(text: &str, index: usize) -> char {
    text.chars().nth(index).unwrap_or_default()
}

/// The last character of checked text.
pub(super) fn last(text: &str) -> char {
    text.chars().next_back().unwrap_or_default()
}

/// The form of a credit code, without anchors.
macro_rules! credit_form {
    () => {
        "[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{8}[0-9X][0-9A-HJ-NPQRTUWXY]"
    };
}
/// The form of a division code, without anchors.
macro_rules! division_form {
    () => {
        "[1-9][0-9]{5}(?:[0-9]{3}(?:[0-9]{3})?)?"
    };
}
/// The first nine characters of a base code: its main item.
macro_rules! main_item_form {
    () => {
        "[0-9]{2}(?:0[1-9]|10|20)[0-9]{5}"
    };
}
pub(super) use {credit_form, division_form, main_item_form};
