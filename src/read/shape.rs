//! The shapes of everything that is read, as flat tables that cost nothing to start with.
//!
//! They are written from the JSON Schema that the types of the model generate (`examples/regenerate/shapes.rs`; a test
//! holds them against it), so serde, schema and reader have one source. The forms of codes are rules and no shape, but for
//! the two forms that are shape: ids and decimal numbers.

use std::sync::OnceLock;

use super::names::Names;
use crate::code::CodeScheme;
use crate::model::Kind;
use crate::model::leaf::LeafName;

#[rustfmt::skip]
mod table;

pub(crate) use table::TABLE;

/// What a value must look like.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Whether `null` means that the value is absent.
    pub(crate) nullable: bool,
    pub(crate) form: Form,
}

#[derive(Debug)]
pub(crate) enum Form {
    /// Anything that is JSON.
    Any,
    /// A text that is not empty.
    Text(TextForm),
    /// A whole number within bounds, both included.
    Integer {
        min: i64,
        max: i64,
    },
    Boolean,
    /// One of these texts.
    List(&'static [&'static str]),
    Array(&'static Shape),
    Object(&'static Object),
    /// An object with free keys, none of them empty.
    Map(&'static Shape),
}

/// What a text is, and with it the form that it must have.
#[derive(Debug, Clone, Copy)]
pub(crate) enum TextForm {
    /// Any text of this name. Ids, and whatever refers to one, have the form of an id.
    Named(LeafName),
    /// One of these texts, or a text of somebody's own.
    Open(&'static [&'static str]),
    /// A decimal number.
    Decimal,
}

impl TextForm {
    /// Whether it must have the form of an id.
    pub(super) fn is_id(self) -> bool {
        matches!(self, Self::Named(LeafName::Id | LeafName::ItemRef | LeafName::Reference(_)))
    }
}

#[derive(Debug)]
pub(crate) struct Object {
    pub(crate) fields: &'static [Field],
    /// Where readers keep their guesses of which field follows which.
    pub(super) first_guess: usize,
    /// Where a field is looked for: the first with each place, and after each field the next with the same.
    first: [u8; PLACES],
    next: [u8; MOST_FIELDS],
    /// The position that serde gives to each field: that of its declaration.
    declared: OnceLock<Box<[u8]>>,
    /// Their names, for what is mistyped.
    names: OnceLock<Names>,
}

#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    /// Its name as it stands in JSON.
    pub(super) quoted: Quoted,
    pub(crate) required: bool,
    pub(crate) shape: Shape,
}

/// A name as it stands in JSON, with its quotes and its colon, in words that are compared at once.
#[derive(Debug)]
pub(super) struct Quoted {
    words: [u64; 4],
    masks: [u64; 4],
    pub(super) length: usize,
}

/// How many bytes a quoted name may have.
pub(super) const WINDOW: usize = 32;

/// How many fields an object may have, as each is a bit of a word.
const MOST_FIELDS: usize = 64;

/// How many places there are to look for a field.
const PLACES: usize = 64;

/// No field.
const NONE: u8 = u8::MAX;

impl Quoted {
    #[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "worked out by the compiler")]
    const fn new(name: &str) -> Self {
        let bytes = name.as_bytes();
        let (mut words, mut masks) = ([0; 4], [0; 4]);
        let mut at = 0;
        while at < bytes.len() + 3 {
            let byte = match at {
                0 => b'"',
                _ if at <= bytes.len() => bytes[at - 1],
                _ if at == bytes.len() + 1 => b'"',
                _ => b':',
            };
            words[at / 8] |= (byte as u64) << (at % 8 * 8);
            masks[at / 8] |= 0xff << (at % 8 * 8);
            at += 1;
        }
        Self { words, masks, length: bytes.len() + 3 }
    }

    /// Whether it stands at the beginning of these bytes.
    #[inline]
    pub(super) fn begins(&self, window: &[u8; WINDOW]) -> bool {
        let (words, _) = window.as_chunks::<8>();
        let [a, b, c, d] = words else { return false };
        let differs = |bytes: &[u8; 8], word: u64, mask: u64| (u64::from_le_bytes(*bytes) ^ word) & mask;
        let [word_a, word_b, word_c, word_d] = self.words;
        let [mask_a, mask_b, mask_c, mask_d] = self.masks;
        // The first word tells most names apart, and most names are short.
        differs(a, word_a, mask_a) == 0
            && differs(b, word_b, mask_b) == 0
            && (self.length <= 16 || differs(c, word_c, mask_c) | differs(d, word_d, mask_d) == 0)
    }
}

/// Where a field is looked for, by the first eight bytes of its quoted name.
const fn place(word: u64) -> usize {
    // Six bits of a product with the golden ratio, which spreads what is alike.
    (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58) as usize
}

/// The first eight bytes of what stands here, without what follows the colon behind its closing quote.
fn first_word(window: &[u8; WINDOW]) -> u64 {
    let (words, _) = window.as_chunks::<8>();
    let word = words.first().map_or(0, |bytes| u64::from_le_bytes(*bytes));
    // The lowest byte that is a quote, after the first one.
    let other = (word >> 8) ^ 0x2222_2222_2222_2222;
    let quotes = other.wrapping_sub(0x0101_0101_0101_0101) & !other & 0x8080_8080_8080_8080;
    let length = (quotes.trailing_zeros() / 8).saturating_add(3);
    1_u64.checked_shl(length.saturating_mul(8)).map_or(word, |end| word & end.saturating_sub(1))
}

impl Object {
    #[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "worked out by the compiler")]
    #[expect(clippy::cast_possible_truncation, reason = "there are at most 64 fields")]
    const fn new(first_guess: usize, fields: &'static [Field]) -> Self {
        let (mut first, mut next) = ([NONE; PLACES], [NONE; MOST_FIELDS]);
        let mut at = fields.len();
        while at > 0 {
            at -= 1;
            let place = place(fields[at].quoted.words[0]);
            next[at] = first[place];
            first[place] = at as u8;
        }
        Self { fields, first_guess, first, next, declared: OnceLock::new(), names: OnceLock::new() }
    }

    /// The field with this name.
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The field with this name, by its position.
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// The field whose quoted name begins these bytes, by its position.
    pub(super) fn find(&self, window: &[u8; WINDOW]) -> Option<usize> {
        let word = first_word(window);
        let mut at = usize::from(*self.first.get(place(word))?);
        loop {
            let quoted = &self.fields.get(at)?.quoted;
            let [first, ..] = quoted.words;
            if first == word && (quoted.length <= 8 || quoted.begins(window)) {
                return Some(at);
            }
            at = usize::from(*self.next.get(at)?);
        }
    }

    /// The positions that serde gives to the fields, of which it knows the names in the order of their declaration.
    pub(super) fn declared(&self, names: &'static [&'static str]) -> &[u8] {
        self.declared.get_or_init(|| {
            let position = |name: &str| names.iter().position(|declared| *declared == name);
            let declared = |field: &Field| position(field.name).and_then(|at| u8::try_from(at).ok()).unwrap_or(NONE);
            self.fields.iter().map(declared).collect()
        })
    }

    /// The names of the fields, for what is mistyped.
    pub(super) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(self.fields.iter().map(|field| field.name)))
    }
}

impl Field {
    const fn required(name: &'static str, shape: Shape) -> Self {
        Self { name, quoted: Quoted::new(name), required: true, shape }
    }

    const fn optional(name: &'static str, shape: Shape) -> Self {
        Self { name, quoted: Quoted::new(name), required: false, shape }
    }
}

/// The shapes of a header and of records.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) header: Shape,
    /// By [`Kind::index`].
    records: [Shape; Kind::ALL.len()],
    /// How many guesses a reader must keep.
    pub(crate) guesses: usize,
}

impl Table {
    /// The shape of a record.
    pub(crate) fn record(&self, kind: Kind) -> &Shape {
        self.records.get(kind.index()).unwrap_or(Shape::any())
    }
}

static ANY: Shape = Shape::new(true, Form::Any);

/// `$schema` in a document: a text, or absent.
pub(crate) static SCHEMA_MEMBER: Shape = Shape::new(true, Form::Text(TextForm::Named(LeafName::Text)));

impl Shape {
    const fn new(nullable: bool, form: Form) -> Self {
        Self { nullable, form }
    }

    /// A value that must be there.
    const fn some(form: Form) -> Self {
        Self::new(false, form)
    }

    /// A value that may be `null`.
    const fn maybe(form: Form) -> Self {
        Self::new(true, form)
    }

    /// The shape of anything.
    pub(crate) fn any() -> &'static Self {
        &ANY
    }

    /// The fields of the object that it is, or of those that it lists.
    pub(crate) fn fields(&self) -> Option<&'static Object> {
        match self.form {
            Form::Object(object) => Some(object),
            Form::Array(items) => items.fields(),
            _ => None,
        }
    }
}

const TEXT: Form = Form::Text(TextForm::Named(LeafName::Text));
const ID: Form = Form::Text(TextForm::Named(LeafName::Id));
const ITEM_REF: Form = Form::Text(TextForm::Named(LeafName::ItemRef));
const DATE: Form = Form::Text(TextForm::Named(LeafName::Date));
const VERSION: Form = Form::Text(TextForm::Named(LeafName::Version));
const DECIMAL: Form = Form::Text(TextForm::Decimal);

const fn reference(kind: Kind) -> Form {
    Form::Text(TextForm::Named(LeafName::Reference(kind)))
}

const fn code(scheme: CodeScheme) -> Form {
    Form::Text(TextForm::Named(LeafName::Code(scheme)))
}

const fn open(known: &'static [&'static str]) -> Form {
    Form::Text(TextForm::Open(known))
}
