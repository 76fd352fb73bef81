//! A place in a text, from which it is read on.

use std::num::NonZeroU16;
use std::ops::Range;

use crate::numeral;

/// A place in a text. It is copied to look ahead, and put back to have read what was seen there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'a> {
    text: &'a str,
    /// The byte offset, always between two characters.
    pub(super) at: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// What is still to be read.
    pub(super) fn rest(self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn is_at_end(self) -> bool {
        self.at >= self.text.len()
    }

    pub(super) fn peek(self) -> Option<char> {
        self.rest().chars().next()
    }

    /// What was read from an earlier place on.
    pub(super) fn since(self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// A part of the whole text.
    pub(super) fn text_at(self, part: Range<usize>) -> Option<&'a str> {
        self.text.get(part)
    }

    pub(super) fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.advance(next.len_utf8());
        Some(next)
    }

    /// Goes on by so many bytes of what was seen.
    pub(super) fn advance(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    pub(super) fn eat(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        if found {
            self.advance(word.len());
        }
        found
    }

    /// The first of the words that stands here.
    pub(super) fn eat_any(&mut self, words: &[&'static str]) -> Option<&'static str> {
        words.iter().copied().find(|word| self.eat(word))
    }

    pub(super) fn eat_if(&mut self, is: impl Fn(char) -> bool) -> Option<char> {
        let next = self.peek().filter(|&c| is(c))?;
        self.advance(next.len_utf8());
        Some(next)
    }

    /// Reads on while the characters are such, and says whether any was.
    pub(super) fn skip(&mut self, is: impl Fn(char) -> bool) -> bool {
        let before = self.at;
        while self.eat_if(&is).is_some() {}
        self.at > before
    }

    /// Blanks within a line.
    pub(super) fn skip_blanks(&mut self) -> bool {
        self.skip(is_blank)
    }

    pub(super) fn numeral(&mut self) -> Option<NonZeroU16> {
        let (number, length) = numeral::read(self.rest())?;
        self.advance(length);
        Some(number)
    }
}

pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// White space that does not end a line; and the characters without width that tables leave behind.
pub(super) fn is_blank(c: char) -> bool {
    (c.is_whitespace() && !is_break(c)) || matches!(c, '\u{200b}' | '\u{feff}')
}

pub(super) fn is_space(c: char) -> bool {
    is_blank(c) || is_break(c)
}

/// 汉字, with the characters that stand for one.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{3134f}' | '〇')
}

pub(super) fn opens_bracket(c: char) -> bool {
    matches!(c, '（' | '(' | '﹙')
}

pub(super) fn closes_bracket(c: char) -> bool {
    matches!(c, '）' | ')' | '﹚')
}

pub(super) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}
