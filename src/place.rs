//! Places in an input: the bytes of a record, and lines and columns, worked out only for what is shown.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::rc::Rc;

mod lines;

use lines::{Lines, characters, ends};

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
    /// How many lines end before it.
    lines: usize,
    /// How many characters of the line in which it stands begin before it.
    column: usize,
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
    /// A passage that begins where the last one ends, and of which it is not known yet where it ends itself.
    pub(crate) fn next<'t>(&self, text: &'t str) -> Passage<'t> {
        Passage::new(self.last(), Cow::Borrowed(text))
    }

    fn last(&self) -> Start {
        self.0.last().copied().unwrap_or_default()
    }

    /// How many lines end in the passages.
    pub(crate) fn lines(&self) -> usize {
        self.last().lines
    }

    /// The byte after the last passage.
    pub(crate) fn end(&self) -> usize {
        self.last().byte
    }

    /// Adds the next passage.
    pub(crate) fn add(&mut self, passage: &[u8]) {
        if passage.is_empty() {
            return;
        }
        let Start { byte, lines, column } = self.last();
        let open = memchr::memrchr(b'\n', passage).map(|at| at.saturating_add(1));
        self.0.push(Start {
            byte: byte.saturating_add(passage.len()),
            lines: lines.saturating_add(ends(passage)),
            column: match open {
                Some(open) => characters(passage.get(open..).unwrap_or_default()),
                None => column.saturating_add(characters(passage)),
            },
        });
    }

    /// The passage before whose end something stands, by its number from 0; the last one where nothing ends after it.
    fn before(&self, is_after: impl Fn(&Start) -> bool) -> usize {
        self.0.partition_point(|start| !is_after(start)).saturating_sub(1).min(self.0.len().saturating_sub(2))
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
            let start = Start { byte: base, ..Start::default() };
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

    /// What stands around a line and column, which count from 1: the part of that line which is so near.
    #[cfg(feature = "human")]
    pub(crate) fn around(&self, line: u32, column: u32, near: usize) -> Around {
        let zero_based = |number: u32| usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
        let (line, column) = (zero_based(line), zero_based(column));
        let passage = self.passage(self.starts.before(|start| (start.lines, start.column) > (line, column)));
        let at = passage.byte(line, column);
        let from = at.saturating_sub(near);
        let mut bytes = self.bytes(from..at.saturating_add(near));
        // Less than was asked for: here the text ends.
        let mut ends = bytes.len() < at.saturating_sub(from).saturating_add(near);
        if !ends {
            bytes.truncate(whole_characters(&bytes));
        }
        let (before, after) = bytes.split_at(at.saturating_sub(from).min(bytes.len()));
        let after = match memchr::memchr(b'\n', after) {
            Some(end) => {
                ends = true;
                after.get(..end).unwrap_or_default()
            }
            None => after,
        };
        let start = memchr::memrchr(b'\n', before).map(|feed| feed.saturating_add(1));
        let begins = start.is_some() || from == 0;
        let before = before.get(start.unwrap_or(0)..).unwrap_or_default();
        let cut = if begins { 0 } else { before.iter().take_while(|&&byte| byte & 0xc0 == 0x80).count() };
        let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Around { before: lossy(before.get(cut..).unwrap_or_default()), after: lossy(after), begins, ends }
    }

    /// The bytes of a span, as far as there are any.
    fn bytes(&self, span: Range<usize>) -> Vec<u8> {
        if self.from.is_none() {
            let text = self.held.first().map(|passage| passage.text().as_bytes()).unwrap_or_default();
            return text.get(span.start..span.end.min(text.len())).unwrap_or_default().to_vec();
        }
        self.read_again(span.start..span.end.min(self.starts.end())).unwrap_or_else(|fault| {
            self.fault.borrow_mut().get_or_insert(fault);
            Vec::new()
        })
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
        let text = text_of(self.bytes(start.byte..end));
        let passage = Rc::new(Passage::new(start, text.into()));
        *self.last.borrow_mut() = Some(Rc::clone(&passage));
        passage
    }

    fn read_again(&self, span: Range<usize>) -> io::Result<Vec<u8>> {
        let Some(from) = &self.from else { return Ok(Vec::new()) };
        let start = span.start.saturating_add(self.mark);
        let mut from = from.borrow_mut();
        from.seek(SeekFrom::Start(u64::try_from(start).unwrap_or(u64::MAX)))?;
        let mut bytes = vec![0; span.len()];
        from.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Fails if a passage could not be read again.
    pub(crate) fn finish(self) -> io::Result<()> {
        self.fault.into_inner().map_or(Ok(()), Err)
    }
}

/// The text of bytes, of which nearly all are UTF-8.
fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// What stands around a place in its line.
#[cfg(feature = "human")]
pub(crate) struct Around {
    pub(crate) before: String,
    /// What stands there and after it.
    pub(crate) after: String,
    /// Whether the line begins here.
    pub(crate) begins: bool,
    /// Whether the line ends here.
    pub(crate) ends: bool,
}

/// A stretch of a text. Bytes and lines are those of the whole text.
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
        Self::new(Start { byte, lines, column: 0 }, Cow::Borrowed(text))
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
        let column = if line == 0 { column.saturating_add(self.start.column) } else { column };
        (one_based(line.saturating_add(self.start.lines)), one_based(column))
    }

    /// The byte of a line and column, which count from 0; the end of the line where it has no such column.
    #[cfg(feature = "human")]
    fn byte(&self, line: usize, column: usize) -> usize {
        let line = line.saturating_sub(self.start.lines);
        let column = if line == 0 { column.saturating_sub(self.start.column) } else { column };
        let (start, end) = (self.lines().start(&self.text, line), self.lines().end(&self.text, line));
        self.lines().byte(&self.text, start, column).clamp(start, end).saturating_add(self.start.byte)
    }
}

/// How many of some bytes are whole characters, where all of them are the beginning of a text.
pub(crate) fn whole_characters(bytes: &[u8]) -> usize {
    let begins = |&byte: &u8| byte & 0xc0 != 0x80;
    let Some(last) = bytes.iter().rposition(begins) else { return bytes.len() };
    let length = match bytes.get(last).copied().unwrap_or_default() {
        0xf0.. => 4,
        0xe0.. => 3,
        0xc0.. => 2,
        _ => 1,
    };
    if last.saturating_add(length) > bytes.len() { last } else { bytes.len() }
}

fn one_based(index: usize) -> u32 {
    u32::try_from(index.saturating_add(1)).unwrap_or(u32::MAX)
}
