//! The bytes of a clean record, token by token. Whatever is not clean gives none.

use std::ops::Range;

use super::escape::unescape_all;
use crate::model::leaves::{Leaves, Stretch};
use crate::read::shape::{Object, WINDOW};
use crate::read::walk::{Guess, Token, Walk};

/// Where the fast way stands.
#[derive(Debug)]
pub(super) struct Fast<'w, 't> {
    pub(super) walk: &'w mut Walk<'t>,
    pub(super) leaves: &'w mut Leaves,
    /// The guesses of the walk, while they are here.
    pub(super) guesses: Vec<Guess>,
    /// Where what is guessed of the member stands that is read.
    pub(super) guess_at: usize,
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
    /// Where the record begins.
    pub(super) start: usize,
    pub(super) depth: usize,
    /// How many texts were listed before the record, and how many objects it has so far.
    pub(super) first_text: usize,
    pub(super) objects: usize,
    pub(super) unknown: Vec<Unknown<'t>>,
    /// Whether members came in another order than they are declared in.
    pub(super) is_disordered: bool,
}

/// A member that the model does not have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unknown<'t> {
    pub(super) key: Token<'t>,
    /// The object in which it stands, and the step to it.
    pub(super) object: &'static Object,
    pub(super) within: u32,
}

/// A member name of an object.
#[derive(Debug, Clone, Copy)]
pub(super) enum Name {
    /// The field at this position.
    Field(usize),
    /// Another name, or one that is written in an odd way: it stands here still.
    Other,
}

impl Fast<'_, '_> {
    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline]
    pub(super) fn bump(&mut self) {
        // Only where a byte stands, so it goes to the end at most.
        self.at = self.at.wrapping_add(1);
    }

    /// Goes over blanks, of which there is none or one as a rule.
    #[inline]
    pub(super) fn skip_blanks(&mut self) {
        if self.peek() == Some(b' ') {
            self.bump();
        }
        if self.peek().is_some_and(|byte| byte <= b' ') {
            self.skip_many_blanks();
        }
    }

    #[inline(never)]
    fn skip_many_blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.bump();
        }
    }

    /// Takes a byte that must stand here.
    #[inline]
    pub(super) fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.bump())
    }

    /// Opens an object or array; whether it has a first member or element.
    #[inline]
    pub(super) fn open(&mut self, open: u8, close: u8) -> Option<bool> {
        self.take(open)?;
        self.skip_blanks();
        let is_empty = self.peek()? == close;
        if is_empty {
            self.bump();
        }
        Some(!is_empty)
    }

    /// After a member or element: whether another one follows. Takes the comma, or the closing bracket.
    #[inline]
    pub(super) fn more(&mut self, close: u8) -> Option<bool> {
        let mut byte = self.peek()?;
        if byte <= b' ' {
            self.skip_many_blanks();
            byte = self.peek()?;
        }
        self.bump();
        if byte == b',' {
            self.skip_blanks();
            return Some(true);
        }
        (byte == close).then_some(false)
    }

    /// The member name that stands here, with its colon; as a rule it is the one that followed last time.
    #[inline]
    pub(super) fn name(&mut self, object: &Object, after: usize) -> Option<Name> {
        // At the end of the input the bytes are filled up with zeros.
        let last;
        let rest = self.bytes.get(self.at..)?;
        let window = if let Some(window) = rest.first_chunk() {
            window
        } else {
            last = last_window(rest);
            &last
        };
        let guesses = self.guesses.get_mut(object.first_guess.wrapping_add(after))?;
        let guess = usize::from(guesses.next);
        let (at, field) = match object.fields.get(guess) {
            Some(field) if field.quoted.begins(window) => (guess, field),
            _ => {
                let Some(found) = object.find(window) else { return Some(Name::Other) };
                guesses.next = u8::try_from(found).unwrap_or_default();
                (found, object.fields.get(found)?)
            }
        };
        self.at = self.at.wrapping_add(field.quoted.length);
        self.guess_at = object.first_guess.wrapping_add(at).wrapping_add(1);
        self.skip_blanks();
        Some(Name::Field(at))
    }

    /// Takes `null`.
    pub(super) fn null(&mut self) -> Option<()> {
        self.word(b"null")
    }

    pub(super) fn word(&mut self, word: &[u8]) -> Option<()> {
        self.bytes.get(self.at..)?.starts_with(word).then(|| self.at = self.at.saturating_add(word.len()))
    }

    /// A whole number that is not negative.
    #[inline]
    pub(super) fn number(&mut self) -> Option<u64> {
        let first = self.peek()?;
        let start = self.at;
        let mut number = 0_u64;
        while let Some(digit) = self.peek().map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10) {
            number = number.checked_mul(10)?.checked_add(digit.into())?;
            self.bump();
        }
        let length = self.at.saturating_sub(start);
        // What follows must be a comma or a bracket: a fraction, an exponent or a letter is refused there.
        (length > 0 && (length == 1 || first != b'0')).then_some(number)
    }

    /// A text, without its quotes.
    #[inline]
    pub(super) fn string(&mut self) -> Option<Stretch> {
        self.take(b'"')?;
        let start = self.at;
        let end = plain(self.bytes, start);
        if *self.bytes.get(end)? == b'"' {
            self.at = end.wrapping_add(1);
            return Some(Stretch { is_unescaped: false, start, end });
        }
        self.escaped(start, end)
    }

    /// A text with escapes, of which the first stands at `end`.
    #[inline(never)]
    fn escaped(&mut self, start: usize, mut end: usize) -> Option<Stretch> {
        let bytes = self.bytes;
        let mut from = start;
        let meant = self.leaves.begin_unescaped();
        loop {
            meant.extend_from_slice(bytes.get(from..end)?);
            end = unescape_all(bytes, end, meant)?;
            if *bytes.get(end)? == b'"' {
                self.at = end.wrapping_add(1);
                let Range { start, end } = self.leaves.end_unescaped()?;
                return Some(Stretch { is_unescaped: true, start, end });
            }
            from = end;
            end = plain(bytes, end);
            if *bytes.get(end)? < 0x20 {
                return None;
            }
        }
    }
}

#[cold]
fn last_window(rest: &[u8]) -> [u8; WINDOW] {
    let mut window = [0; WINDOW];
    for (to, from) in window.iter_mut().zip(rest) {
        *to = *from;
    }
    window
}

/// The next quote, backslash or control character from here on: by words where it is near, by 32 bytes where it is far.
#[inline]
fn plain(bytes: &[u8], mut at: usize) -> usize {
    for _ in 0..2 {
        let Some(word) = bytes.get(at..).and_then(|rest| rest.first_chunk()) else { return plain_at_end(bytes, at) };
        if let Some(within) = stop_in(*word) {
            return at.wrapping_add(within);
        }
        at = at.wrapping_add(8);
    }
    far(bytes, at)
}

#[inline(never)]
fn far(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<32>()) {
        let stops = |byte: u8| u8::from(byte == b'"') | u8::from(byte == b'\\') | u8::from(byte < b' ');
        if chunk.iter().fold(0, |any, &byte| any | stops(byte)) != 0 {
            for word in chunk.as_chunks().0 {
                if let Some(within) = stop_in(*word) {
                    return at.wrapping_add(within);
                }
                at = at.wrapping_add(8);
            }
        }
        at = at.wrapping_add(32);
    }
    plain_at_end(bytes, at)
}

#[cold]
fn plain_at_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let stops = |&byte: &u8| byte == b'"' || byte == b'\\' || byte < b' ';
    at.saturating_add(rest.iter().position(stops).unwrap_or(rest.len()))
}

/// The first quote, backslash or control character of eight bytes.
#[inline]
fn stop_in(bytes: [u8; 8]) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let word = u64::from_le_bytes(bytes);
    let zero = |word: u64| word.wrapping_sub(ONES) & !word;
    let below_blank = word.wrapping_sub(ONES.wrapping_mul(0x20)) & !word;
    let quote = zero(word ^ ONES.wrapping_mul(b'"'.into()));
    let backslash = zero(word ^ ONES.wrapping_mul(b'\\'.into()));
    // The lowest mark is exact; higher ones may be carried over.
    let marks = (below_blank | quote | backslash) & HIGH;
    (marks != 0).then(|| (marks.trailing_zeros() / 8) as usize)
}
