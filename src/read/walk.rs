//! The walk: goes over JSON once, guided by a shape, and notes every fault without stopping at it.
//!
//! It is the only judge of form. A fault inside a value is noted, the value is skipped, and the walk goes on; only
//! text that is no JSON ends it, because what follows has no certain meaning.

use std::ops::Range;

use super::fault::{Expected, FaultClass, FaultKind, Found};
use super::faults::{Faults, Room};
use super::shape::{Form, Object, Shape, TextForm};
use crate::model::{Decimal, Id, IdProblem};

pub(super) mod fast;
mod first;
mod grammar;
mod heavy;
mod keys;
mod locate;
mod noting;
mod shown;
mod stop;
mod token;

use keys::FirstFields;
pub(super) use keys::Keys;
pub(super) use locate::Sought;
pub(super) use shown::{beginning, shown};
pub(super) use stop::{NotJson, Stop};
pub(super) use token::Token;

/// One step from a value to a value in it. It owns nothing, as every value takes one step and nearly none is written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Segment<'t> {
    Field(&'t str),
    Key(Token<'t>),
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
    faults: Faults,
    /// How many more faults may be kept.
    room: Room,
    /// What was seen of every field of every object last time: files repeat themselves.
    guesses: Vec<Guess>,
    /// Whether only the syntax of free values is looked at: nobody asks what is repeated in them.
    pub(super) skims: bool,
}

/// What was seen of a field last time, or of the beginning of an object.
#[derive(Debug, Clone, Copy, Default)]
struct Guess {
    /// The field that followed it.
    next: u8,
    /// How many elements the last array in it had.
    length: u8,
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
            faults: Faults::default(),
            room: Room::none(),
            guesses: vec![Guess::default(); guesses],
            skims: false,
        }
    }

    /// Walks over an input to find something in it, or to see where it ends.
    pub(super) fn skimming(text: &'t str, max_depth: usize) -> Self {
        Self { skims: true, ..Self::new(text, max_depth, 0) }
    }

    /// Goes to a stretch of the input: what lies after `end` is not seen.
    pub(super) fn confine(&mut self, range: Range<usize>) {
        self.bytes = self.text.as_bytes().get(..range.end).unwrap_or_default();
        self.at = range.start;
        self.depth = 0;
        self.path.clear();
        self.record_depth = 0;
    }

    /// Goes on within so many open objects and arrays.
    pub(super) fn resume(&mut self, depth: usize) {
        self.depth = depth;
    }

    pub(super) fn push(&mut self, segment: Segment<'t>) {
        self.path.push(segment);
    }

    pub(super) fn pop(&mut self) {
        self.path.pop();
    }

    /// From here on paths are below the record.
    fn enter_record(&mut self) {
        self.record_depth = self.path.len();
    }

    fn leave_record(&mut self) {
        self.record_depth = 0;
    }

    /// Walks over the value that stands here.
    pub(super) fn value(&mut self, shape: &'t Shape) -> Result<(), NotJson> {
        let start = self.at;
        match self.peek() {
            Some(b'"') => {
                let token = self.string()?;
                match &shape.form {
                    Form::Text(form) => self.judge_text(token, *form),
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
        let text = self.text;
        self.note(FaultClass::Shape, span.clone(), None, || {
            let text = shown(text.get(span).unwrap_or_default());
            let allowed = if let Form::List(allowed) = form { owned(allowed) } else { Vec::new() };
            FaultKind::WrongType { expected, found, text, allowed }
        });
    }

    fn judge_text(&mut self, token: Token<'t>, form: TextForm) {
        if token.raw.is_empty() {
            self.fault(FaultKind::Empty, token.span());
            return;
        }
        if form.is_id() {
            let text = token.text();
            match Id::problem(&text) {
                Some(IdProblem::TooLong(found)) => {
                    let (max, text) = (Id::MAX_CHARACTERS, beginning(&text));
                    self.fault(FaultKind::TooLong { max, found, text }, token.span());
                }
                Some(IdProblem::Blank(position)) => {
                    self.fault(FaultKind::NotAnId { text: beginning(&text), position }, token.span());
                }
                Some(IdProblem::Empty) | None => {}
            }
        } else if matches!(form, TextForm::Decimal) {
            let text = token.text();
            if !Decimal::is_form(&text) {
                self.fault(FaultKind::NotADecimal { text: beginning(&text) }, token.span());
            }
        }
    }

    fn judge_list(&mut self, token: Token<'t>, allowed: &[&str]) {
        let text = token.text();
        if !allowed.iter().any(|value| *value == text) {
            let kind = || FaultKind::NotInList { allowed: owned(allowed), text: beginning(&text) };
            self.note(FaultClass::Shape, token.span(), None, kind);
        }
    }

    fn judge_number(&mut self, start: usize, whole: bool, min: i64, max: i64) {
        let span = start..self.at;
        let written = self.text.get(span.clone()).unwrap_or_default();
        if !whole || written == "-0" {
            self.fault(FaultKind::NotWhole { text: beginning(written) }, span);
        } else if !written.parse::<i64>().is_ok_and(|number| (min..=max).contains(&number)) {
            self.fault(FaultKind::OutOfRange { min, max, text: beginning(written) }, span);
        }
    }

    fn array(&mut self, items: &'t Shape) -> Result<(), NotJson> {
        let mut more = self.open(b']')?;
        let mut index = 0_usize;
        while more {
            self.push(Segment::Index(index));
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
        let mut first = FirstFields::default();
        let mut unknown: Keys = Keys::default();
        // 0 stands for the beginning, n for the field at n - 1.
        let mut after = 0_usize;
        let mut more = self.open(b'}')?;
        while more {
            let key = self.key()?;
            if let Some(position) = self.find(object, key, after) {
                let Some(field) = object.fields.get(position) else { break };
                let bit = bit(position);
                self.push(Segment::Field(field.name));
                if seen & bit != 0 {
                    self.repeated(key, |walk| walk.first_field(&mut first, object, open, position));
                }
                seen |= bit;
                self.value(&field.shape)?;
                after = position.saturating_add(1);
            } else {
                self.push(Segment::Key(key));
                match unknown.insert(key) {
                    None => self.unknown(key, object.names()),
                    first => self.repeated(key, |_| first),
                }
                self.value(Shape::any())?;
            }
            self.pop();
            more = self.next(b'}', "a comma or `}`")?;
        }
        for (position, field) in object.fields.iter().enumerate() {
            if field.required && seen & bit(position) == 0 {
                self.missing(field.name, open..open.saturating_add(1));
            }
        }
        Ok(())
    }

    /// The field that a key names: the one that followed last time, or by search.
    fn find(&mut self, object: &Object, key: Token<'t>, after: usize) -> Option<usize> {
        let guess_at = object.first_guess.saturating_add(after);
        let guess = self.guesses.get(guess_at).map(|guess| usize::from(guess.next))?;
        if !key.escaped && object.fields.get(guess).is_some_and(|field| field.name == key.raw) {
            return Some(guess);
        }
        let position = object.position(&key.text())?;
        if let Some(guess) = self.guesses.get_mut(guess_at) {
            guess.next = u8::try_from(position).unwrap_or(0);
        }
        Some(position)
    }

    /// An object with free keys; `ours` where the model has it, and then no key is empty.
    fn map(&mut self, values: &'t Shape, ours: bool) -> Result<(), NotJson> {
        let mut seen: Keys = Keys::default();
        let mut more = self.open(b'}')?;
        while more {
            let key = self.key()?;
            self.push(Segment::Key(key));
            if ours && key.raw.is_empty() {
                self.fault(FaultKind::Empty, key.span());
            }
            if !self.skims
                && let Some(first) = seen.insert(key)
            {
                self.repeated(key, |_| Some(first));
            }
            self.value(values)?;
            self.pop();
            more = self.next(b'}', "a comma or `}`")?;
        }
        Ok(())
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

/// The bit that marks a field as seen; the table has no object with more than 64.
fn bit(position: usize) -> u64 {
    1_u64.checked_shl(u32::try_from(position).unwrap_or(u32::MAX)).unwrap_or(0)
}
