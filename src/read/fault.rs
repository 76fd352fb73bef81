//! Faults of form: what the reader notes instead of stopping.

use std::ops::Range;

use crate::model::Pointer;

/// One fault of form, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: FaultKind,
    /// The bytes of the value or key, in the whole input.
    pub(crate) span: Range<usize>,
    /// The nearest thing that is there, from the root of the document or line. Where its keys are so long that nobody
    /// reads them, what holds it.
    pub(crate) pointer: Pointer,
    /// The path below the record (or the whole), which may name a member that is missing.
    pub(crate) path: Pointer,
    /// Another place that belongs to it: the first of two keys.
    pub(crate) first: Option<Range<usize>>,
}

/// The classes of faults: of each so many are told, and the others counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FaultClass {
    Syntax,
    RepeatedKey,
    TooDeep,
    Shape,
    Unknown,
}

impl FaultClass {
    pub(crate) const ALL: [Self; 5] = [Self::Syntax, Self::RepeatedKey, Self::TooDeep, Self::Shape, Self::Unknown];
}

/// What kind of fault it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// The text is not JSON.
    Syntax(Syntax),
    /// An object has a key twice; of the key as much as a message can show.
    RepeatedKey { key: String },
    /// Objects and arrays are nested too deep.
    TooDeep { limit: usize },
    /// A record has very many objects, most of them nearly empty.
    TooMany { limit: usize },
    /// A value of another type than expected.
    WrongType { expected: Expected, found: Found, text: String, allowed: Vec<String> },
    /// A required member is missing.
    Missing { field: String },
    /// A text that is not in a closed list.
    NotInList { allowed: Vec<String>, text: String },
    /// A number outside its range, both bounds included.
    OutOfRange { min: i64, max: i64, text: String },
    /// A number that is not written as a whole number.
    NotWhole { text: String },
    /// A text without a character.
    Empty,
    /// A text with too many characters.
    TooLong { max: usize, found: usize, text: String },
    /// A text that does not have the form of an id.
    NotAnId { text: String, position: usize },
    /// A text that does not have the form of a decimal number.
    NotADecimal { text: String },
    /// A member that this version does not know; of its name as much as a known one may be meant by.
    Unknown { name: String, nearest: Option<String> },
    /// A line of NDJSON that is not one object with one member.
    NotOneMember { found: usize },
    /// A second header, or one that does not come first.
    HeaderOutOfPlace,
    /// Nothing of a catalog stands in the input; beside its header, where it has one.
    NothingOfACatalog { header: bool },
    /// The first line of NDJSON, where the header belongs, could not be read.
    FirstLineUnread,
    /// The reader found nothing wrong, and yet serde refused: a fault of this library.
    Refused { reason: String },
}

/// What a value should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    Text,
    /// A value of a closed list.
    Value,
    WholeNumber,
    Boolean,
    Array,
    Object,
    Catalog,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    Text,
    Number,
    Boolean,
    Null,
    Array,
    Object,
}

/// What stands where JSON should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// There is nothing but blanks.
    NothingThere,
    /// The text ends early.
    Truncated,
    /// Something stands after the end.
    TrailingText,
    /// A comma before a closing bracket.
    TrailingComma,
    /// `//` or `/*`.
    Comment,
    /// `'` for `"`.
    SingleQuote,
    /// Full-width or Chinese punctuation for the ASCII character.
    WidePunctuation { found: char, meant: char },
    /// A blank that JSON does not know, such as U+3000.
    WideBlank { found: char },
    /// `NaN` or `Infinity`.
    NotANumber,
    /// A number written as JSON does not: `+1`, `01`, `.5`, `1.`, `0x1`.
    NumberForm,
    /// A line feed or another control character within a text.
    ControlInText { found: char },
    /// `\x` or a broken `\u`.
    Escape,
    /// Half a surrogate pair.
    LoneSurrogate,
    /// A member name without quotes, or a word that is no literal.
    BareWord,
    /// A byte order mark that is not at the beginning.
    StrayMark,
    /// Something else than what must come here.
    Unexpected { expected: &'static str, found: char },
}
