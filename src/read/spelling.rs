//! Which of the two spellings a text has, told by its beginning.

use super::shape::Shape;
use super::walk::{NotJson, Stop, Walk};
use super::{Limits, encoding};
use crate::model::{Kind, Spelling};
use crate::read::fault::Syntax;

impl Spelling {
    /// The spelling that the content shows, whatever its name says; none where it fits both spellings, such as a
    /// header alone, or neither.
    ///
    /// ```
    /// use qingdan::model::Spelling;
    /// assert_eq!(Spelling::of_bytes(b"{\n  \"header\": {"), Some(Spelling::Document));
    /// assert_eq!(Spelling::of_bytes(b"{\"header\": {}}\n{\"organization\": {}}"), Some(Spelling::Ndjson));
    /// assert_eq!(Spelling::of_bytes(b"{\"header\": {}}"), None);
    /// ```
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        shown_by(encoding::text(bytes).ok()?.0, Limits::default())
    }
}

/// How a text is spelled where nobody says it: what its content shows, else a document.
pub(crate) fn spelling_of(text: &str, limits: Limits) -> Spelling {
    shown_by(text, limits).unwrap_or(Spelling::Document)
}

/// What an input is that is said to be NDJSON, and is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Misnamed {
    /// One document.
    Document,
    /// Several values, each over several lines.
    Spread,
}

/// Whether a text that is said to be NDJSON is something else; one finding tells more than one for every line.
pub(crate) fn misnamed(text: &str, limits: Limits) -> Option<Misnamed> {
    if shown_by(text, limits) != Some(Spelling::Document) {
        return None;
    }
    let mut walk = Walk::skimming(text, limits.depth());
    walk.skip_blanks();
    let ends = walk.value(Shape::any()).is_ok();
    walk.skip_blanks();
    Some(if ends && walk.peek() == Some(b'{') { Misnamed::Spread } else { Misnamed::Document })
}

/// How the content shows that a text is spelled; none where it fits both, such as a header alone.
///
/// It is told by the first line, and where that cannot be read, by how the second one begins. Whole lines suffice.
pub(crate) fn shown_by(text: &str, limits: Limits) -> Option<Spelling> {
    let text = text.trim_ascii_start();
    let first_line = text.lines().next()?;
    let second_line = text.get(first_line.len()..)?.trim_ascii_start().lines().next();
    let mut walk = Walk::skimming(text, limits.depth());
    walk.confine(0..first_line.len());
    let record_follows = second_line.is_some_and(|line| begins_as_record(line, limits));
    let mut seen = Seen { is_only_line: second_line.is_none(), record_follows, ..Seen::default() };
    match seen.look(&mut walk) {
        Ok(told) => told.or_else(|| seen.of_whole_line(second_line?)),
        Err(stop) => seen.of_broken_line(first_line, second_line?, &stop),
    }
}

/// What the beginning of a text shows of its spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// What the whole text shows.
    ByWhole(Option<Spelling>),
    /// The rest of the text may show something else.
    NotYet,
}

/// What the beginning of a text shows of its spelling. It may be known that the text is one line.
pub(crate) fn shown_by_beginning(text: &str, is_one_line: bool, limits: Limits) -> Shown {
    let text = text.trim_ascii_start();
    if let Some((_, rest)) = text.split_once('\n') {
        let second_line = rest.trim_ascii_start();
        let is_known = second_line.contains('\n') || shows_how_it_begins(second_line, limits);
        return if is_known { Shown::ByWhole(shown_by(text, limits)) } else { Shown::NotYet };
    }
    // Another line may follow, and may begin as a record.
    let shown = |is_only_line: bool, record_follows: bool| {
        let mut walk = Walk::skimming(text, limits.depth());
        let mut seen = Seen { is_only_line, record_follows, ..Seen::default() };
        seen.look(&mut walk).ok().flatten().filter(|_| walk.at < text.len())
    };
    let told = shown(true, false);
    let is_certain = is_one_line || [false, true].iter().all(|&follows| shown(false, follows) == told);
    if told.is_some() && is_certain { Shown::ByWhole(told) } else { Shown::NotYet }
}

/// What was seen of the members of the first line.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, met at another time")]
struct Seen {
    is_only_line: bool,
    /// Whether the next line begins as a record of NDJSON.
    record_follows: bool,
    members: usize,
    /// Those of them that are null.
    nulls: usize,
    /// An array of the document.
    array: bool,
    header: bool,
}

impl Seen {
    /// Looks at the members of the first line until one tells the spelling, which it mostly does at once.
    fn look(&mut self, walk: &mut Walk<'_>) -> Result<Option<Spelling>, NotJson> {
        if walk.peek() != Some(b'{') {
            walk.value(Shape::any())?;
            return Ok(None);
        }
        let mut more = walk.open(b'}')?;
        while more {
            let key = walk.key()?;
            let name = key.text();
            // A tag may be null, which means absent.
            if self.members == self.nulls && Kind::from_tag(&name).is_some() && walk.peek() != Some(b'n') {
                return Ok(Some(Spelling::Ndjson));
            }
            self.members = self.members.saturating_add(1);
            self.array |= Kind::from_array(&name).is_some();
            if walk.peek() == Some(b'n') {
                self.nulls = self.nulls.saturating_add(1);
                walk.value(Shape::any())?;
                more = walk.next(b'}', "")?;
                continue;
            }
            let is_header = name == "header";
            // Only a document has `$schema`, and a header with something beside it.
            let of_document = name == "$schema" || self.header && !is_header;
            if of_document && !self.record_follows || self.array && (self.header || self.is_only_line) {
                return Ok(Some(Spelling::Document));
            }
            self.header |= is_header;
            walk.value(Shape::any())?;
            more = walk.next(b'}', "")?;
        }
        walk.skip_blanks();
        match walk.peek() {
            None => Ok(None),
            Some(_) => Err(NotJson::new(walk.at, Stop::Syntax(Syntax::TrailingText))),
        }
    }

    /// The first line is a value, and another line follows.
    fn of_whole_line(&self, second: &str) -> Option<Spelling> {
        (self.header || self.members > 0 && second.starts_with('{')).then_some(Spelling::Ndjson)
    }

    /// The first line is no value of its own, and another line follows.
    fn of_broken_line(&self, first: &str, second: &str, stop: &NotJson) -> Option<Spelling> {
        if self.array {
            return Some(Spelling::Document);
        }
        if self.record_follows {
            return Some(Spelling::Ndjson);
        }
        // What begins in one line and goes on in the next is no line of NDJSON.
        let goes_on = stop.is_truncated() || !second.starts_with('{');
        (first.starts_with(['{', '[']) && goes_on).then_some(Spelling::Document)
    }
}

/// Whether a line begins as a record or header of NDJSON does: an object, a tag, and an object again.
fn begins_as_record(line: &str, limits: Limits) -> bool {
    let mut walk = Walk::skimming(line, limits.depth());
    line.starts_with('{') && is_tagged(&mut walk) == Ok(true)
}

/// Whether the beginning of a line shows what [`begins_as_record`] says of the line.
fn shows_how_it_begins(beginning: &str, limits: Limits) -> bool {
    let mut walk = Walk::skimming(beginning, limits.depth());
    match beginning.as_bytes().first() {
        Some(b'{') => is_tagged(&mut walk).is_ok() && walk.at < beginning.len(),
        first => first.is_some(),
    }
}

fn is_tagged(walk: &mut Walk<'_>) -> Result<bool, NotJson> {
    walk.open(b'}')?;
    let key = walk.key()?;
    let name = key.text();
    Ok((name == "header" || Kind::from_tag(&name).is_some()) && walk.peek() == Some(b'{'))
}
