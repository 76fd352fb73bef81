//! The walk: goes over JSON once, guided by a shape, and notes every fault without stopping at it.
//!
//! It is the only judge of form. A fault inside a value is noted, the value is skipped, and the walk goes on; only
//! text that is no JSON ends it, because what follows has no certain meaning.

use std::borrow::Cow;
use std::ops::Range;

use super::fault::{Expected, Fault, FaultKind, Found, Syntax};
use super::shape::{Form, FormOfText, Object, Shape, TextForm};
use crate::model::{Decimal, Id, Pointer};

/// The text is no JSON from here on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NotJson {
    pub(super) at: usize,
    pub(super) problem: Stop,
}

/// What ends a walk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stop {
    Syntax(Syntax),
    TooDeep { limit: usize },
}

/// A text token: what stands between the quotes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    /// The byte of the opening quote.
    start: usize,
    /// The byte after the closing quote.
    end: usize,
    raw: &'t str,
    escaped: bool,
    quoted: &'t str,
}

impl<'t> Token<'t> {
    pub(super) fn span(self) -> Range<usize> {
        self.start..self.end
    }

    /// The text that is meant.
    pub(super) fn text(self) -> Cow<'t, str> {
        if self.escaped {
            // The escapes were judged when the token was read.
            serde_json::from_str::<String>(self.quoted).map_or(Cow::Borrowed(self.raw), Cow::Owned)
        } else {
            Cow::Borrowed(self.raw)
        }
    }
}

/// One step from a value to a value in it.
#[derive(Debug, Clone)]
enum Segment<'t> {
    Name(Cow<'t, str>),
    Index(usize),
}

/// Walks over one input; the reader tells it where to begin and which shape to expect.
#[derive(Debug)]
pub(super) struct Walk<'t> {
    text: &'t str,
    /// Ends where the walk must end: at the end of the input, or of a line.
    bytes: &'t [u8],
    pub(super) at: usize,
    depth: usize,
    max_depth: usize,
    path: Vec<Segment<'t>>,
    /// How many segments of the path stand above the record.
    record_depth: usize,
    faults: Vec<Fault>,
    /// For every field of every object, the field that followed it last time: files repeat themselves.
    guesses: Vec<u8>,
}

impl<'t> Walk<'t> {
    pub(super) fn new(text: &'t str, max_depth: usize, guesses: usize) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            at: 0,
            depth: 0,
            max_depth,
            path: Vec::with_capacity(16),
            record_depth: 0,
            faults: Vec::new(),
            guesses: vec![0; guesses],
        }
    }

    /// Goes to a stretch of the input: what lies after `end` is not seen.
    pub(super) fn confine(&mut self, range: Range<usize>) {
        self.bytes = self.text.as_bytes().get(..range.end).unwrap_or_default();
        self.at = range.start;
        self.depth = 0;
        self.path.clear();
        self.record_depth = 0;
    }

    /// The faults noted since the last call.
    pub(super) fn take_faults(&mut self) -> Vec<Fault> {
        std::mem::take(&mut self.faults)
    }

    pub(super) fn push_name(&mut self, name: impl Into<Cow<'t, str>>) {
        self.path.push(Segment::Name(name.into()));
    }

    pub(super) fn push_index(&mut self, index: usize) {
        self.path.push(Segment::Index(index));
    }

    pub(super) fn pop(&mut self) {
        self.path.pop();
    }

    /// From here on paths are below the record.
    pub(super) fn enter_record(&mut self) {
        self.record_depth = self.path.len();
    }

    pub(super) fn leave_record(&mut self) {
        self.record_depth = 0;
    }

    fn pointer(&self, from: usize) -> Pointer {
        let mut pointer = Pointer::default();
        for segment in self.path.iter().skip(from) {
            match segment {
                Segment::Name(name) => pointer.push(name),
                Segment::Index(index) => pointer.push_index(*index),
            }
        }
        pointer
    }

    /// Notes a fault of the value at the present path.
    pub(super) fn fault(&mut self, kind: FaultKind, span: Range<usize>) -> &mut Fault {
        let fault = Fault { kind, span, pointer: self.pointer(0), path: self.pointer(self.record_depth), first: None };
        self.faults.push(fault);
        let last = self.faults.len().saturating_sub(1);
        #[expect(clippy::indexing_slicing, reason = "one was pushed in the line above")]
        &mut self.faults[last]
    }

    // What stands here.

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn bump(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    pub(super) fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.bump();
        }
    }

    fn char_here(&self) -> Option<char> {
        self.text.get(self.at..self.bytes.len()).and_then(|rest| rest.chars().next())
    }

    fn stop<T>(&self, syntax: Syntax) -> Result<T, NotJson> {
        Err(NotJson { at: self.at, problem: Stop::Syntax(syntax) })
    }

    /// Says what stands here instead of what should.
    pub(super) fn unexpected<T>(&self, expected: &'static str) -> Result<T, NotJson> {
        let Some(found) = self.char_here() else {
            return self.stop(Syntax::Truncated);
        };
        let next = self.text.get(self.at..self.bytes.len()).unwrap_or_default();
        self.stop(match found {
            '/' if next.starts_with("//") || next.starts_with("/*") => Syntax::Comment,
            '#' => Syntax::Comment,
            '\'' => Syntax::SingleQuote,
            'N' if next.starts_with("NaN") => Syntax::NotANumber,
            'I' if next.starts_with("Infinity") => Syntax::NotANumber,
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
    pub(super) fn expect(&mut self, byte: u8, name: &'static str) -> Result<(), NotJson> {
        if self.peek() == Some(byte) {
            self.bump();
            Ok(())
        } else {
            self.unexpected(name)
        }
    }

    /// After a member or element: whether another one follows. Takes the comma, or the closing bracket.
    pub(super) fn more(&mut self, close: u8, names: &'static str) -> Result<bool, NotJson> {
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

    fn descend(&mut self) -> Result<(), NotJson> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > self.max_depth {
            return Err(NotJson { at: self.at, problem: Stop::TooDeep { limit: self.max_depth } });
        }
        self.bump();
        self.skip_blanks();
        Ok(())
    }

    fn ascend(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Opens an object or array; whether it has a first member or element.
    pub(super) fn open(&mut self, close: u8) -> Result<bool, NotJson> {
        self.descend()?;
        if self.peek() == Some(close) {
            self.bump();
            self.ascend();
            return Ok(false);
        }
        Ok(true)
    }

    /// Like [`Walk::more`], and leaves the object or array after its last member or element.
    pub(super) fn next(&mut self, close: u8, names: &'static str) -> Result<bool, NotJson> {
        let more = self.more(close, names)?;
        if !more {
            self.ascend();
        }
        Ok(more)
    }

    /// A member name with its colon.
    pub(super) fn key(&mut self) -> Result<Token<'t>, NotJson> {
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
    fn string(&mut self) -> Result<Token<'t>, NotJson> {
        let start = self.at;
        self.bump();
        let mut escaped = false;
        loop {
            self.skip_plain();
            match self.peek() {
                Some(b'"') => {
                    self.bump();
                    let (inner, end) = (start.saturating_add(1), self.at);
                    let raw = self.text.get(inner..end.saturating_sub(1)).unwrap_or_default();
                    let quoted = self.text.get(start..end).unwrap_or_default();
                    return Ok(Token { start, end, raw, escaped, quoted });
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
    fn number(&mut self) -> Result<bool, NotJson> {
        let start = self.at;
        let mut whole = true;
        if self.peek() == Some(b'-') {
            self.bump();
        }
        let first = self.peek();
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

    fn literal(&mut self, word: &'static str) -> Result<(), NotJson> {
        let end = self.at.saturating_add(word.len());
        let here = self.bytes.get(self.at..end.min(self.bytes.len())).unwrap_or_default();
        if here == word.as_bytes() && !self.bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            self.at = end;
            Ok(())
        } else if word.as_bytes().starts_with(here) && here.len() < word.len() {
            self.at = self.bytes.len();
            self.stop(Syntax::Truncated)
        } else {
            self.stop(Syntax::BareWord)
        }
    }

    // Values under a shape.

    /// Walks over the value that stands here.
    pub(super) fn value(&mut self, shape: &'t Shape) -> Result<(), NotJson> {
        let start = self.at;
        match self.peek() {
            Some(b'"') => {
                let token = self.string()?;
                match &shape.form {
                    Form::Text(form) => self.judge_text(token, form),
                    Form::List(allowed) => self.judge_list(token, allowed),
                    Form::Any => {}
                    other => self.wrong_type(other, Found::Text, token.span()),
                }
            }
            Some(b'{') => match &shape.form {
                Form::Object(object) => self.object(object)?,
                Form::Map(values) => self.map(values, true)?,
                other => {
                    self.map(Shape::any(), false)?;
                    if !matches!(other, Form::Any) {
                        self.wrong_type(other, Found::Object, start..self.at);
                    }
                }
            },
            Some(b'[') => match &shape.form {
                Form::Array(items) => self.array(items)?,
                other => {
                    self.array(Shape::any())?;
                    if !matches!(other, Form::Any) {
                        self.wrong_type(other, Found::Array, start..self.at);
                    }
                }
            },
            Some(b'-' | b'0'..=b'9') => {
                let whole = self.number()?;
                match &shape.form {
                    Form::Integer { min, max } => self.judge_number(start, whole, *min, *max),
                    Form::Any => {}
                    other => self.wrong_type(other, Found::Number, start..self.at),
                }
            }
            Some(first @ (b't' | b'f')) => {
                self.literal(if first == b't' { "true" } else { "false" })?;
                if !matches!(shape.form, Form::Boolean | Form::Any) {
                    self.wrong_type(&shape.form, Found::Boolean, start..self.at);
                }
            }
            Some(b'n') => {
                self.literal("null")?;
                if !shape.nullable {
                    self.wrong_type(&shape.form, Found::Null, start..self.at);
                }
            }
            _ => return self.unexpected("a value"),
        }
        Ok(())
    }

    fn wrong_type(&mut self, form: &Form, found: Found, span: Range<usize>) {
        let expected = match form {
            Form::Text(_) | Form::Any => Expected::Text,
            Form::List(_) => Expected::Value,
            Form::Integer { .. } => Expected::WholeNumber,
            Form::Boolean => Expected::Boolean,
            Form::Array(_) => Expected::Array,
            Form::Object(_) | Form::Map(_) => Expected::Object,
        };
        let text = self.text.get(span.clone()).unwrap_or_default().to_owned();
        let allowed = if let Form::List(allowed) = form { allowed.clone() } else { Vec::new() };
        self.fault(FaultKind::WrongType { expected, found, text, allowed }, span);
    }

    fn judge_text(&mut self, token: Token<'t>, form: &TextForm) {
        if token.raw.is_empty() {
            if form.min > 0 {
                self.fault(FaultKind::Empty, token.span());
            }
            return;
        }
        // Fewer bytes than characters allowed: nothing to count.
        if let Some(max) = form.max
            && token.raw.len() > max
        {
            let text = token.text();
            let found = text.chars().count();
            if found > max {
                self.fault(FaultKind::TooLong { max, found, text: text.into_owned() }, token.span());
                return;
            }
        }
        match form.form {
            Some(FormOfText::Id) => {
                let text = token.text();
                if let Some(crate::model::IdProblem::Blank(position)) = Id::problem(&text) {
                    self.fault(FaultKind::NotAnId { text: text.into_owned(), position }, token.span());
                }
            }
            Some(FormOfText::Decimal) => {
                let text = token.text();
                if !Decimal::is_form(&text) {
                    self.fault(FaultKind::NotADecimal { text: text.into_owned() }, token.span());
                }
            }
            None => {}
        }
    }

    fn judge_list(&mut self, token: Token<'t>, allowed: &[String]) {
        let text = token.text();
        if !allowed.iter().any(|value| *value == text) {
            self.fault(FaultKind::NotInList { allowed: allowed.to_vec(), text: text.into_owned() }, token.span());
        }
    }

    fn judge_number(&mut self, start: usize, whole: bool, min: i64, max: i64) {
        let span = start..self.at;
        let written = self.text.get(span.clone()).unwrap_or_default();
        if !whole || written == "-0" {
            self.fault(FaultKind::NotWhole { text: written.to_owned() }, span);
        } else if !written.parse::<i64>().is_ok_and(|number| (min..=max).contains(&number)) {
            self.fault(FaultKind::OutOfRange { min, max, text: written.to_owned() }, span);
        }
    }

    fn array(&mut self, items: &'t Shape) -> Result<(), NotJson> {
        let mut more = self.open(b']')?;
        let mut index = 0_usize;
        while more {
            self.push_index(index);
            self.value(items)?;
            self.pop();
            index = index.saturating_add(1);
            more = self.next(b']', "a comma or `]`")?;
        }
        Ok(())
    }

    fn object(&mut self, object: &'t Object) -> Result<(), NotJson> {
        let open = self.at;
        let mut seen: u64 = 0;
        let mut unknown: Vec<Token<'t>> = Vec::new();
        // 0 stands for the beginning, n for the field at n - 1.
        let mut after = 0_usize;
        let mut more = self.open(b'}')?;
        while more {
            let key = self.key()?;
            if let Some(position) = self.find(object, key, after) {
                let Some(field) = object.fields.get(position) else { break };
                let bit = bit(position);
                self.push_name(field.name.as_str());
                if seen & bit != 0 {
                    self.repeated(open, key);
                }
                seen |= bit;
                self.value(&field.shape)?;
                after = position.saturating_add(1);
            } else {
                self.unknown(object, open, key, &unknown);
                unknown.push(key);
                self.value(Shape::any())?;
            }
            self.pop();
            more = self.next(b'}', "a comma or `}`")?;
        }
        for (position, field) in object.fields.iter().enumerate() {
            if field.required && seen & bit(position) == 0 {
                self.missing(&field.name, open..open.saturating_add(1));
            }
        }
        Ok(())
    }

    /// Notes a member that the model does not have, and goes to its place.
    fn unknown(&mut self, object: &Object, open: usize, key: Token<'t>, before: &[Token<'t>]) {
        let name = key.text();
        self.push_name(name.clone());
        if before.iter().any(|other| other.text() == name) {
            self.repeated(open, key);
        } else {
            let nearest = nearest(&name, object.fields.iter().map(|field| field.name.as_str()));
            self.fault(FaultKind::Unknown { name: name.into_owned(), nearest }, key.span());
        }
    }

    /// Notes that the object at the present path lacks a member.
    pub(super) fn missing(&mut self, field: &str, open: Range<usize>) {
        let fault = self.fault(FaultKind::Missing { field: field.to_owned() }, open);
        fault.path.push(field);
    }

    /// The field that a key names: the one that followed last time, or by search.
    fn find(&mut self, object: &Object, key: Token<'t>, after: usize) -> Option<usize> {
        let guess_at = object.first_guess.saturating_add(after);
        let guess = self.guesses.get(guess_at).copied().map(usize::from)?;
        if !key.escaped && object.fields.get(guess).is_some_and(|field| field.name == key.raw) {
            return Some(guess);
        }
        let position = object.position(&key.text())?;
        if let Some(guess) = self.guesses.get_mut(guess_at) {
            *guess = u8::try_from(position).unwrap_or(0);
        }
        Some(position)
    }

    /// An object with free keys; `ours` where the model has it, and then no key is empty.
    fn map(&mut self, values: &'t Shape, ours: bool) -> Result<(), NotJson> {
        let open = self.at;
        let mut seen: Seen<'t> = Seen::default();
        let mut more = self.open(b'}')?;
        while more {
            let key = self.key()?;
            let name = key.text();
            self.push_name(name.clone());
            if ours && name.is_empty() {
                self.fault(FaultKind::Empty, key.span());
            }
            if !seen.insert(name) {
                self.repeated(open, key);
            }
            self.value(values)?;
            self.pop();
            more = self.next(b'}', "a comma or `}`")?;
        }
        Ok(())
    }

    /// Notes that the object that begins at `open` has a key again; the first one is looked up only now.
    pub(super) fn repeated(&mut self, open: usize, key: Token<'t>) {
        let name = key.text();
        let first = self.first_key(open, &name);
        let fault = self.fault(FaultKind::RepeatedKey { key: name.into_owned() }, key.span());
        fault.first = first;
    }

    fn first_key(&self, open: usize, name: &str) -> Option<Range<usize>> {
        let mut again = Walk::new(self.text, self.max_depth, 0);
        again.bytes = self.bytes;
        again.at = open;
        again.open(b'}').ok()?;
        loop {
            let key = again.key().ok()?;
            if key.text() == name {
                return Some(key.span());
            }
            again.value(Shape::any()).ok()?;
            if !again.next(b'}', "").ok()? {
                return None;
            }
        }
    }

    /// Finds the value at a path below the value that begins at `start`: its bytes, and how many segments led there.
    /// What is missing gives the opening bracket of what should hold it.
    pub(super) fn locate(&mut self, start: usize, segments: &[String]) -> (Range<usize>, usize) {
        self.at = start;
        let mut found = start;
        let mut matched = 0_usize;
        for segment in segments {
            match self.step(segment) {
                Some(at) => {
                    found = at;
                    matched = matched.saturating_add(1);
                }
                None => break,
            }
        }
        self.at = found;
        if matched < segments.len() {
            return (found..found.saturating_add(1), matched);
        }
        match self.value(Shape::any()) {
            Ok(()) => (found..self.at, matched),
            Err(_) => (found..found.saturating_add(1), matched),
        }
    }

    /// Goes from the value that stands here to a member or element; to the first of two members of one name.
    fn step(&mut self, segment: &str) -> Option<usize> {
        let object = match self.peek()? {
            b'{' => true,
            b'[' => false,
            _ => return None,
        };
        let close = if object { b'}' } else { b']' };
        let mut index = 0_usize;
        let mut more = self.open(close).ok()?;
        while more {
            let here = if object { self.key().ok()?.text() == segment } else { index.to_string() == segment };
            if here {
                return Some(self.at);
            }
            self.value(Shape::any()).ok()?;
            index = index.saturating_add(1);
            more = self.next(close, "").ok()?;
        }
        None
    }
}

/// The bit that marks a field as seen; the table has no object with more than 64.
fn bit(position: usize) -> u64 {
    1_u64.checked_shl(u32::try_from(position).unwrap_or(u32::MAX)).unwrap_or(0)
}

/// The keys of a free object: few as a rule, and then a list is enough.
#[derive(Default)]
struct Seen<'t> {
    few: Vec<Cow<'t, str>>,
    many: std::collections::HashSet<Cow<'t, str>>,
}

impl<'t> Seen<'t> {
    /// Whether the key is new.
    fn insert(&mut self, key: Cow<'t, str>) -> bool {
        const FEW: usize = 16;
        if self.few.len() < FEW {
            let new = !self.few.contains(&key);
            self.few.push(key);
            return new;
        }
        !self.few.contains(&key) && self.many.insert(key)
    }
}

/// The known name that a mistyped one is nearest to, if it is near.
pub(super) fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    let allowed = if name.chars().count() <= 4 { 1 } else { 2 };
    known
        .map(|candidate| (strsim::osa_distance(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= allowed || name.eq_ignore_ascii_case(candidate))
        .min()
        .map(|(_, candidate)| candidate.to_owned())
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
