//! The grammar of JSON (RFC 8259): what stands here, and what stands here instead.

use super::Walk;
use super::stop::{NotJson, Stop};
use super::token::Token;
use crate::read::fault::Syntax;

impl<'t> Walk<'t> {
    pub(in crate::read) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn bump(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    pub(in crate::read) fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.bump();
        }
    }

    pub(super) fn char_here(&self) -> Option<char> {
        self.text.get(self.at..self.bytes.len()).and_then(|rest| rest.chars().next())
    }

    pub(super) fn stop<T>(&self, syntax: Syntax) -> Result<T, NotJson> {
        Err(NotJson::new(self.at, Stop::Syntax(syntax)))
    }

    /// Says what stands here instead of what should.
    pub(in crate::read) fn unexpected<T>(&self, expected: &'static str) -> Result<T, NotJson> {
        let Some(found) = self.char_here() else {
            return self.stop(Syntax::Truncated);
        };
        let next = self.text.get(self.at..self.bytes.len()).unwrap_or_default();
        self.stop(match found {
            '/' if next.starts_with("//") || next.starts_with("/*") => Syntax::Comment,
            '#' => Syntax::Comment,
            '\'' => Syntax::SingleQuote,
            '+' | 'N' | 'n' | 'I' | 'i' if is_not_a_number(next) => Syntax::NotANumber,
            '+' | '.' => Syntax::NumberForm,
            '\u{feff}' => Syntax::StrayMark,
            c if is_wide_blank(c) => Syntax::WideBlank { found },
            c => match ascii_of(c) {
                Some(meant) => Syntax::WidePunctuation { found, meant },
                None if c.is_alphabetic() || c == '_' => Syntax::BareWord,
                None => Syntax::Unexpected { expected, found },
            },
        })
    }

    /// Takes one character that must come here.
    pub(in crate::read) fn expect(&mut self, byte: u8, name: &'static str) -> Result<(), NotJson> {
        if self.peek() == Some(byte) {
            self.bump();
            Ok(())
        } else {
            self.unexpected(name)
        }
    }

    /// After a member or element: whether another one follows. Takes the comma, or the closing bracket.
    pub(in crate::read) fn more(&mut self, close: u8, names: &'static str) -> Result<bool, NotJson> {
        self.skip_blanks();
        match self.peek() {
            Some(b',') => {
                let comma = self.at;
                self.bump();
                self.skip_blanks();
                if let Some(b'}' | b']') = self.peek() {
                    self.at = comma;
                    return self.stop(Syntax::TrailingComma);
                }
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.bump();
                Ok(false)
            }
            _ => self.unexpected(names),
        }
    }

    pub(super) fn descend(&mut self) -> Result<(), NotJson> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > self.max_depth {
            return Err(NotJson::new(self.at, Stop::TooDeep { limit: self.max_depth }));
        }
        self.bump();
        self.skip_blanks();
        Ok(())
    }

    pub(super) fn ascend(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Opens an object or array; whether it has a first member or element.
    pub(in crate::read) fn open(&mut self, close: u8) -> Result<bool, NotJson> {
        self.descend()?;
        if self.peek() == Some(close) {
            self.bump();
            self.ascend();
            return Ok(false);
        }
        Ok(true)
    }

    /// Like [`Walk::more`], and leaves the object or array after its last member or element.
    pub(in crate::read) fn next(&mut self, close: u8, names: &'static str) -> Result<bool, NotJson> {
        let more = self.more(close, names)?;
        if !more {
            self.ascend();
        }
        Ok(more)
    }

    /// A member name with its colon.
    pub(in crate::read) fn key(&mut self) -> Result<Token<'t>, NotJson> {
        if self.peek() != Some(b'"') {
            return self.unexpected("a member name in double quotes");
        }
        let key = self.string()?;
        self.skip_blanks();
        self.expect(b':', "a colon")?;
        self.skip_blanks();
        Ok(key)
    }

    /// A text; the opening quote stands here.
    pub(in crate::read) fn string(&mut self) -> Result<Token<'t>, NotJson> {
        let start = self.at;
        self.bump();
        let mut escaped = false;
        loop {
            self.skip_plain();
            match self.peek() {
                Some(b'"') => {
                    let raw = self.text.get(start.saturating_add(1)..self.at).unwrap_or_default();
                    self.bump();
                    return Ok(Token { raw, start, escaped });
                }
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                Some(byte) => return self.stop(Syntax::ControlInText { found: char::from(byte) }),
                None => return self.stop(Syntax::Truncated),
            }
        }
    }

    /// Goes to the next quote, backslash or control character, eight bytes at a time.
    fn skip_plain(&mut self) {
        const ONES: u64 = 0x0101_0101_0101_0101;
        const HIGH: u64 = 0x8080_8080_8080_8080;
        let zero_byte = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let (words, _) = rest.as_chunks::<8>();
        for (index, bytes) in words.iter().enumerate() {
            let word = u64::from_le_bytes(*bytes);
            let below_blank = word.wrapping_sub(ONES.wrapping_mul(0x20)) & !word & HIGH;
            let stops = below_blank
                | zero_byte(word ^ ONES.wrapping_mul(b'"'.into()))
                | zero_byte(word ^ ONES.wrapping_mul(b'\\'.into()));
            if stops != 0 {
                // The lowest mark is exact; higher ones may be carried over.
                let within = usize::try_from(stops.trailing_zeros() / 8).unwrap_or(0);
                self.at = self.at.saturating_add(index.saturating_mul(8)).saturating_add(within);
                return;
            }
        }
        self.at = self.at.saturating_add(words.len().saturating_mul(8));
        while let Some(byte) = self.peek() {
            if byte == b'"' || byte == b'\\' || byte < 0x20 {
                return;
            }
            self.bump();
        }
    }

    fn escape(&mut self) -> Result<(), NotJson> {
        let start = self.at;
        self.bump();
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.bump();
                Ok(())
            }
            Some(b'u') => {
                let unit = self.unit(start)?;
                match unit {
                    0xd800..0xdc00 => {
                        let pair = self.bytes.get(self.at..self.at.saturating_add(2)) == Some(b"\\u");
                        if pair {
                            self.bump();
                            if (0xdc00..0xe000).contains(&self.unit(start)?) {
                                return Ok(());
                            }
                        }
                        self.at = start;
                        self.stop(Syntax::LoneSurrogate)
                    }
                    0xdc00..0xe000 => {
                        self.at = start;
                        self.stop(Syntax::LoneSurrogate)
                    }
                    _ => Ok(()),
                }
            }
            Some(_) => {
                self.at = start;
                self.stop(Syntax::Escape)
            }
            None => self.stop(Syntax::Truncated),
        }
    }

    /// The four digits after `\u`; the `u` stands here.
    fn unit(&mut self, start: usize) -> Result<u32, NotJson> {
        self.bump();
        let mut unit: u32 = 0;
        for _ in 0..4 {
            let Some(byte) = self.peek() else {
                return self.stop(Syntax::Truncated);
            };
            let Some(digit) = char::from(byte).to_digit(16) else {
                self.at = start;
                return self.stop(Syntax::Escape);
            };
            unit = unit.wrapping_mul(16).wrapping_add(digit);
            self.bump();
        }
        Ok(unit)
    }

    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.bump();
        }
        self.at > start
    }

    /// A number; whether it is written as a whole number.
    pub(super) fn number(&mut self) -> Result<bool, NotJson> {
        let start = self.at;
        let mut whole = true;
        if self.peek() == Some(b'-') {
            self.bump();
        }
        let first = self.peek();
        if matches!(first, Some(b'I' | b'N' | b'i' | b'n'))
            && is_not_a_number(self.text.get(self.at..).unwrap_or_default())
        {
            self.at = start;
            return self.stop(Syntax::NotANumber);
        }
        let first_at = self.at;
        let mut good = self.digits();
        // No leading zero but in 0 itself.
        good &= first != Some(b'0') || self.at == first_at.saturating_add(1);
        if self.peek() == Some(b'.') {
            whole = false;
            self.bump();
            good &= self.digits();
        }
        if let Some(b'e' | b'E') = self.peek() {
            whole = false;
            self.bump();
            if let Some(b'+' | b'-') = self.peek() {
                self.bump();
            }
            good &= self.digits();
        }
        // A word right after a number belongs to it: 0x1, 1e5x.
        good &= !self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
        if good {
            Ok(whole)
        } else if self.peek().is_none() {
            self.stop(Syntax::Truncated)
        } else {
            self.at = start;
            self.stop(Syntax::NumberForm)
        }
    }

    pub(super) fn literal(&mut self, word: &'static str) -> Result<(), NotJson> {
        let end = self.at.saturating_add(word.len());
        let here = self.bytes.get(self.at..end.min(self.bytes.len())).unwrap_or_default();
        if here == word.as_bytes() && !self.bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            self.at = end;
            Ok(())
        } else if word.as_bytes().starts_with(here) && here.len() < word.len() {
            self.at = self.bytes.len();
            self.stop(Syntax::Truncated)
        } else if is_not_a_number(self.text.get(self.at..self.bytes.len()).unwrap_or_default()) {
            self.stop(Syntax::NotANumber)
        } else {
            self.stop(Syntax::BareWord)
        }
    }
}

/// What programs write for a result that is no number.
fn is_not_a_number(text: &str) -> bool {
    let word: String = text.trim_start_matches('+').chars().take_while(char::is_ascii_alphabetic).collect();
    ["nan", "inf", "infinity"].iter().any(|name| word.eq_ignore_ascii_case(name))
}

/// Blanks that JSON does not know.
fn is_wide_blank(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// The ASCII character for which a Chinese input method wrote this one.
fn ascii_of(c: char) -> Option<char> {
    Some(match c {
        '“' | '”' | '„' | '‟' | '「' | '」' => '"',
        '‘' | '’' => '\'',
        '、' | '，' => ',',
        '：' => ':',
        '【' => '[',
        '】' => ']',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c).wrapping_sub(0xfee0))?,
        _ => return None,
    })
}
