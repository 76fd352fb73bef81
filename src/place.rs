//! Places in an input: the bytes of a record, and lines and columns, worked out only for what is shown.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::rc::Rc;

/// Where a record came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    /// The byte at which the record's JSON begins; 0 for a catalog in memory.
    pub(crate) start: usize,
    /// The byte after it.
    pub(crate) end: usize,
    /// The position in its array, or the line (from 0) in NDJSON.
    pub(crate) position: usize,
}

/// What can be read again from any byte.
pub(crate) trait ReadAgain: Read + Seek {}

impl<T: Read + Seek> ReadAgain for T {}

/// The text of an input, for who looks at it again once it was read: held in memory, or read again by passages.
pub(crate) struct Text<'a> {
    /// Where passages are read again; none where they are held.
    from: Option<RefCell<&'a mut dyn ReadAgain>>,
    /// The passages that are held.
    held: Vec<Rc<Passage<'a>>>,
    /// How many bytes of a byte order mark stand before the text.
    mark: usize,
    starts: Starts,
    /// The passage looked at last: findings come in the order of the text.
    last: RefCell<Option<Rc<Passage<'a>>>>,
    /// What went wrong when a passage was to be read again.
    fault: RefCell<Option<io::Error>>,
}

/// Where a passage begins.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Start {
    byte: usize,
    /// How many lines stand before it.
    lines: usize,
}

/// Where each passage of a text begins, and where the last one ends.
#[derive(Debug)]
pub(crate) struct Starts(Vec<Start>);

impl Default for Starts {
    fn default() -> Self {
        Self(vec![Start::default()])
    }
}

impl Starts {
    /// The next passage: whole lines.
    pub(crate) fn passage<'t>(&mut self, text: &'t str) -> Passage<'t> {
        Passage::new(self.add(text.as_bytes()), Cow::Borrowed(text))
    }

    /// The byte after the last passage.
    pub(crate) fn end(&self) -> usize {
        self.0.last().map_or(0, |end| end.byte)
    }

    /// Adds the next passage; gives where it begins.
    pub(crate) fn add(&mut self, passage: &[u8]) -> Start {
        let start = self.0.last().copied().unwrap_or_default();
        self.0.push(Start {
            byte: start.byte.saturating_add(passage.len()),
            lines: start.lines.saturating_add(memchr::memchr_iter(b'\n', passage).count()),
        });
        start
    }

    /// The passage before whose end something stands, by its number from 0; the last one where nothing ends after it.
    fn before(&self, is_after: impl Fn(&Start) -> bool) -> usize {
        self.0.partition_point(|start| !is_after(start)).saturating_sub(1).min(self.0.len().saturating_sub(2))
    }

    /// Whether there is no passage yet.
    #[cfg(feature = "human")]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.len() < 2
    }

    fn get(&self, number: usize) -> (Start, usize) {
        let start = self.0.get(number).copied().unwrap_or_default();
        (start, self.0.get(number.saturating_add(1)).map_or(start.byte, |next| next.byte))
    }
}

impl<'a> Text<'a> {
    /// A text that is held.
    pub(crate) fn held(text: impl Into<Cow<'a, str>>) -> Self {
        Self::of_held(vec![Rc::new(Passage::new(Start::default(), text.into()))])
    }

    /// Texts that are held, one after the other; each has lines of its own. Gives the byte at which each begins: the one
    /// after its last is its own too, because something may be missing there.
    pub(crate) fn held_together(texts: &[&'a str]) -> (Self, Vec<usize>) {
        let mut base = 0;
        let passages = texts.iter().map(|text| {
            let start = Start { byte: base, lines: 0 };
            base = base.saturating_add(text.len()).saturating_add(1);
            Rc::new(Passage::new(start, Cow::Borrowed(*text)))
        });
        let held = Self::of_held(passages.collect());
        let bases = held.held.iter().map(|passage| passage.start.byte).collect();
        (held, bases)
    }

    /// One passage of a text, which is all that is held of it.
    pub(crate) fn held_from(passage: &'a Passage<'_>) -> Self {
        Self::of_held(vec![Rc::new(Passage::new(passage.start, Cow::Borrowed(passage.text())))])
    }

    fn of_held(held: Vec<Rc<Passage<'a>>>) -> Self {
        Self {
            from: None,
            held,
            mark: 0,
            starts: Starts::default(),
            last: RefCell::default(),
            fault: RefCell::default(),
        }
    }

    /// A text that is read again where it came from, there after a byte order mark of so many bytes.
    pub(crate) fn again(from: &'a mut dyn ReadAgain, mark: usize, starts: Starts) -> Self {
        Self {
            from: Some(RefCell::new(from)),
            held: Vec::new(),
            mark,
            starts,
            last: RefCell::default(),
            fault: RefCell::default(),
        }
    }

    /// The passage that holds a byte.
    pub(crate) fn at(&self, byte: usize) -> Rc<Passage<'a>> {
        if self.from.is_none() {
            let number = self.held.partition_point(|passage| passage.start.byte <= byte).saturating_sub(1);
            return self.held.get(number).map_or_else(|| Rc::new(Passage::whole("")), Rc::clone);
        }
        self.passage(self.starts.before(|start| start.byte > byte))
    }

    /// The passage that holds a line; lines count from 1.
    #[cfg(feature = "human")]
    pub(crate) fn on(&self, line: u32) -> Rc<Passage<'a>> {
        let index = usize::try_from(line).unwrap_or(usize::MAX).saturating_sub(1);
        self.passage(self.starts.before(|start| start.lines > index))
    }

    fn passage(&self, number: usize) -> Rc<Passage<'a>> {
        if self.from.is_none() {
            return self.held.first().map_or_else(|| Rc::new(Passage::whole("")), Rc::clone);
        }
        let (start, end) = self.starts.get(number);
        if let Some(last) = &*self.last.borrow()
            && last.start.byte == start.byte
        {
            return Rc::clone(last);
        }
        let text = self.read_again(start.byte..end).unwrap_or_else(|fault| {
            self.fault.borrow_mut().get_or_insert(fault);
            String::new()
        });
        let passage = Rc::new(Passage::new(start, text.into()));
        *self.last.borrow_mut() = Some(Rc::clone(&passage));
        passage
    }

    fn read_again(&self, span: Range<usize>) -> io::Result<String> {
        let Some(from) = &self.from else { return Ok(String::new()) };
        let start = span.start.saturating_add(self.mark);
        let mut from = from.borrow_mut();
        from.seek(SeekFrom::Start(u64::try_from(start).unwrap_or(u64::MAX)))?;
        let mut bytes = vec![0; span.len()];
        from.read_exact(&mut bytes)?;
        Ok(String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
    }

    /// Fails if a passage could not be read again.
    pub(crate) fn finish(self) -> io::Result<()> {
        self.fault.into_inner().map_or(Ok(()), Err)
    }
}

/// Some whole lines of a text. Bytes and lines are those of the whole text.
#[derive(Debug)]
pub(crate) struct Passage<'a> {
    start: Start,
    text: Cow<'a, str>,
    lines: OnceCell<Lines>,
}

impl<'a> Passage<'a> {
    fn new(start: Start, text: Cow<'a, str>) -> Self {
        Self { start, text, lines: OnceCell::new() }
    }

    /// A text that is one passage.
    pub(crate) fn whole(text: &'a str) -> Self {
        Self::new(Start::default(), Cow::Borrowed(text))
    }

    /// A line of a text, before which so many bytes and lines stand.
    pub(crate) fn line_after(byte: usize, lines: usize, text: &'a str) -> Self {
        Self::new(Start { byte, lines }, Cow::Borrowed(text))
    }

    /// Its text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The byte at which it begins.
    pub(crate) fn begin(&self) -> usize {
        self.start.byte
    }

    /// The text of a record, from its frame.
    pub(crate) fn record(&self, frame: Frame) -> &str {
        let within = |byte: usize| byte.saturating_sub(self.start.byte);
        self.text.get(within(frame.start)..within(frame.end)).unwrap_or_default()
    }

    /// Counted when the first place is asked for: clean inputs never ask.
    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }

    /// The line and column of a byte; both count from 1.
    pub(crate) fn place(&self, byte: usize) -> (u32, u32) {
        let (line, column) = self.lines().place(&self.text, byte.saturating_sub(self.start.byte));
        (one_based(line.saturating_add(self.start.lines)), one_based(column))
    }

    /// A line without its line feed.
    #[cfg(feature = "human")]
    pub(crate) fn line(&self, number: u32) -> &str {
        self.text.get(self.lines().line(&self.text, self.index(number))).unwrap_or_default()
    }

    /// The byte within a line at which a column begins; the end of the line where it has no such column.
    #[cfg(feature = "human")]
    pub(crate) fn byte(&self, number: u32, column: u32) -> usize {
        let line = self.lines().line(&self.text, self.index(number));
        let characters = usize::try_from(column).unwrap_or(usize::MAX).saturating_sub(1);
        self.lines().byte(&self.text, line.start, characters).clamp(line.start, line.end).saturating_sub(line.start)
    }

    #[cfg(feature = "human")]
    fn index(&self, number: u32) -> usize {
        usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1).saturating_sub(self.start.lines)
    }
}

/// How many bytes of a line are counted again for every place in it.
const SHORT: usize = 4 * STRIDE;
/// How many bytes lie between two counted places.
const STRIDE: usize = 1024;

/// Turns bytes into lines and columns, and back; all count from 0, columns in characters.
///
/// Lines end at line feeds. Where a line is long the characters before every 1,024th byte are counted, once, so that
/// a finding far along it costs no more than one near its beginning.
#[derive(Debug)]
struct Lines {
    /// The byte at which each line begins.
    starts: Vec<usize>,
    /// How many characters begin before byte `STRIDE * n`.
    counts: OnceCell<Vec<usize>>,
}

impl Lines {
    fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at.saturating_add(1)));
        Self { starts, counts: OnceCell::new() }
    }

    fn counts(&self, text: &str) -> &[usize] {
        self.counts.get_or_init(|| {
            let mut counts = vec![0];
            let mut before = 0_usize;
            for chunk in text.as_bytes().chunks(STRIDE) {
                before = before.saturating_add(characters(chunk));
                counts.push(before);
            }
            counts
        })
    }

    /// The line and column of a byte.
    fn place(&self, text: &str, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= at).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let column = match text.as_bytes().get(start..at) {
            Some(near) if near.len() < SHORT => characters(near),
            _ => self.before(text, at).saturating_sub(self.before(text, start)),
        };
        (line, column)
    }

    /// How many characters begin before a byte.
    fn before(&self, text: &str, at: usize) -> usize {
        let at = at.min(text.len());
        let chunk = at / STRIDE;
        let rest = text.as_bytes().get(chunk.saturating_mul(STRIDE)..at).unwrap_or_default();
        self.counts(text).get(chunk).map_or(0, |counted| counted.saturating_add(characters(rest)))
    }

    /// The byte that lies this many characters after another.
    #[cfg(feature = "human")]
    fn byte(&self, text: &str, start: usize, characters: usize) -> usize {
        let wanted = self.before(text, start).saturating_add(characters);
        let counts = self.counts(text);
        let chunk = counts.partition_point(|&counted| counted <= wanted).saturating_sub(1);
        let counted = counts.get(chunk).copied().unwrap_or(0);
        let from = chunk.saturating_mul(STRIDE);
        let rest = text.as_bytes().get(from..).unwrap_or_default();
        let mut begins = rest.iter().enumerate().filter(|&(_, &byte)| begins_character(byte));
        let at = begins.nth(wanted.saturating_sub(counted)).map(|(at, _)| at);
        at.map_or(text.len(), |at| from.saturating_add(at))
    }

    /// The bytes of a line, without its line feed.
    #[cfg(feature = "human")]
    fn line(&self, text: &str, index: usize) -> Range<usize> {
        let start = self.starts.get(index).copied().unwrap_or(text.len());
        let end = self.starts.get(index.saturating_add(1)).map_or(text.len(), |next| next.saturating_sub(1));
        start..end
    }
}

/// How many characters begin in some bytes; counted in bytes at first, which processors do many at a time.
fn characters(bytes: &[u8]) -> usize {
    let few = |bytes: &[u8]| bytes.iter().fold(0_u8, |count, &byte| count.wrapping_add(begins_character(byte).into()));
    bytes.chunks(usize::from(u8::MAX)).map(|bytes| usize::from(few(bytes))).fold(0, usize::saturating_add)
}

/// Whether a byte of UTF-8 is not the second or a later one of a character.
fn begins_character(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

fn one_based(index: usize) -> u32 {
    u32::try_from(index.saturating_add(1)).unwrap_or(u32::MAX)
}
