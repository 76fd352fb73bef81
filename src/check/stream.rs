//! Reading NDJSON line by line without holding it.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

use super::Checker;
use super::origin::{FileOrigin, Origin};
use super::reading::of_form;
use super::resolve;
use crate::facts::Facts;
use crate::finding::Finding;
use crate::model::leaves::Leaves;
use crate::model::{AnyRecord, Header, SchemaVersion, Spelling};
use crate::place::{Frame, Passage, Text};
use crate::read::{self, Content, Limits, Piece, Progress, Reader, Room, encoding, foreign};
use crate::report::FindingCounts;
use crate::rule::{Drafts, Most};
use crate::rules::reading;

/// Reads NDJSON line by line. No more than a line is held, so the stream may be of any length.
///
/// Each line is told with what could be read of it and with its faults of form. What only the whole shows is not told,
/// such as an id that two lines have: for that there is [`Checker::check_reader`], which does not hold the records
/// either. Bytes that are no UTF-8, a line above [`Limits::max_bytes`] and a version that is not supported end it.
///
/// ```
/// use qingdan::{Limits, LineContent};
/// let lines = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}}
/// {"organization": {"id": "water", "name": "水利局", "kind": "department"}}
/// {"organization": {"id": "tax", "kind": "department"}}"#;
/// let (mut read, mut faults) = (0, Vec::new());
/// for line in qingdan::read_lines(lines.as_bytes(), Limits::default()) {
///     let line = line?; // the stream itself failed
///     read += usize::from(matches!(line.content, Some(LineContent::Record(_))));
///     faults.extend(line.findings);
/// }
/// assert_eq!(read, 1);
/// assert_eq!(faults[0].place.line, Some(3)); // it has no name
/// # Ok::<(), qingdan::Error>(())
/// ```
pub fn read_lines<R: BufRead>(from: R, limits: Limits) -> Lines<R> {
    Lines {
        from,
        checker: of_form(limits),
        header: None,
        progress: Progress::default(),
        ahead: VecDeque::new(),
        byte: 0,
        state: State::Before,
    }
}

/// 一行: one line of NDJSON: what could be read of it, and its faults.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Line {
    /// 行号: its number, from 1; none for what is said at the end of the whole, such as that there is no header.
    pub number: Option<u32>,
    /// 内容: the header or record; none where it could not be read.
    pub content: Option<LineContent>,
    /// 发现: its faults of form (rules QD001 to QD007), with their places in the whole: of each rule 10,000, and more as long
    /// as there is no more than one for 100 bytes of the line.
    pub findings: Vec<Finding>,
    /// 计数: how many there are, listed or not.
    pub counts: FindingCounts,
}

/// 行内容: what a line of NDJSON holds.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum LineContent {
    /// 目录头: the header, which stands first.
    Header(Box<Header>),
    /// 记录: a record.
    Record(AnyRecord),
}

/// The lines of NDJSON one after the other; made by [`read_lines`].
///
/// Each is an [`io::Error`] where the stream could not be read; then it ends.
#[derive(Debug)]
pub struct Lines<R> {
    from: R,
    checker: Checker,
    header: Option<Header>,
    progress: Progress,
    /// Lines that were read already to see what the stream is.
    ahead: VecDeque<Vec<u8>>,
    /// How many bytes of text stand before the next line.
    byte: usize,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing was read yet.
    Before,
    /// Before the first line.
    First,
    Within,
    End,
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<io::Result<Line>> {
        while self.state != State::End {
            match self.step() {
                Ok(None) => {}
                Ok(Some(line)) => return Some(Ok(line)),
                Err(fault) => {
                    self.state = State::End;
                    return Some(Err(fault));
                }
            }
        }
        None
    }
}

impl<R: BufRead> std::iter::FusedIterator for Lines<R> {}

impl<R: BufRead> Lines<R> {
    /// The next line; none for a blank one.
    fn step(&mut self) -> io::Result<Option<Line>> {
        if self.state == State::Before {
            self.state = State::First;
            if let Some(unread) = self.look_ahead()? {
                return Ok(Some(self.stop(unread, "")));
            }
        }
        let bytes = match self.ahead.pop_front() {
            Some(bytes) => bytes,
            None => self.fetch()?,
        };
        if bytes.is_empty() {
            self.state = State::End;
            return Ok(self.read(&Passage::line_after(self.byte, self.progress.lines(), ""), true));
        }
        let most = self.checker.limits.max_bytes;
        if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
            return Ok(Some(self.stop(reading::Unread::TooLarge { limit: most }, "")));
        }
        let text = if self.state == State::First {
            encoding::text(&bytes).map(|(text, _)| text)
        } else {
            match simdutf8::basic::from_utf8(&bytes) {
                Ok(text) => Ok(text),
                // Says what it is instead.
                Err(_) => encoding::text(&bytes).map(|(text, _)| text),
            }
        };
        self.state = State::Within;
        match text {
            Ok(text) => {
                let line = self.read(&Passage::line_after(self.byte, self.progress.lines(), text), false);
                self.byte = self.byte.saturating_add(text.len());
                Ok(line)
            }
            Err((at, encoding)) => {
                let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default()).into_owned();
                let at = self.byte.saturating_add(at);
                Ok(Some(self.stop(reading::Unread::Encoding { at, encoding }, &before)))
            }
        }
    }

    /// A line with its line feed, or the beginning of one that is too long; empty at the end.
    fn fetch(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let most = self.checker.limits.max_bytes.saturating_add(1);
        (&mut self.from).take(most).read_until(b'\n', &mut bytes)?;
        Ok(bytes)
    }

    /// Looks at the first two lines: one finding for what is no NDJSON tells more than one for every line.
    fn look_ahead(&mut self) -> io::Result<Option<reading::Unread>> {
        let first = self.fetch()?;
        let is_whole = u64::try_from(first.len()).is_ok_and(|length| length <= self.checker.limits.max_bytes);
        let second = if first.is_empty() || !is_whole { Vec::new() } else { self.fetch()? };
        let both = [first.as_slice(), second.as_slice()].concat();
        self.ahead.extend([first, second].into_iter().filter(|line| !line.is_empty()));
        if let Some(foreign) = foreign::recognize(&both) {
            return Ok(Some(reading::Unread::Foreign(foreign)));
        }
        let text = encoding::text(&both).ok();
        let misnamed = text.and_then(|(text, _)| read::misnamed(text, self.checker.limits));
        Ok(misnamed.map(reading::Unread::Misnamed))
    }

    /// Reads one line, or what is to be said at the end.
    fn read(&mut self, passage: &Passage<'_>, last: bool) -> Option<Line> {
        let progress = std::mem::take(&mut self.progress);
        let mut reader = Reader::new(passage, last, Spelling::Ndjson, self.checker.limits, progress);
        let most = Most::of(None, u64::try_from(passage.text().len()).unwrap_or(u64::MAX));
        let piece = reader.next_piece(Room::of(|_| most.of_any()), &mut Leaves::default());
        self.progress = reader.into_progress();
        let mut piece = piece?;
        let number = (!last).then(|| passage.place(passage.begin()).0);
        let json = passage.record(piece.frame);
        let version = (piece.content == Content::Header).then(|| read::text_in(json, "schema_version")).flatten();
        let refused = version.filter(|version| version.parse::<SchemaVersion>().is_err());
        if refused.is_some() {
            self.state = State::End;
        }
        let readable = !piece.faults.any(reading::is_unreadable);
        let content = match piece.content {
            Content::Header if readable => {
                let header = serde_json::from_str::<Header>(json).ok().filter(|_| refused.is_none());
                self.header.clone_from(&header);
                header.map(|header| LineContent::Header(Box::new(header)))
            }
            Content::Record(kind) if readable => {
                let read = piece.record.take().map(|(record, _)| record);
                let record = read.or_else(|| AnyRecord::from_json(kind, json).ok());
                record.map(LineContent::Record)
            }
            _ => None,
        };
        if piece.faults.is_empty() && content.is_some() {
            return Some(Line { number, content, findings: Vec::new(), counts: FindingCounts::default() });
        }
        // What is said at the end stands at the first character of the whole.
        let whole = Passage::whole("{");
        let shown = if last { &whole } else { passage };
        let mut found = Found::new(most);
        match refused {
            Some(version) => reading::report_version(&version, &mut found.drafts),
            None => found.add(json, &piece),
        }
        let header = (piece.content == Content::Header).then_some(piece.frame);
        let (findings, counts) = found.finish(shown, self.header.as_ref(), header);
        Some(Line { number, content, findings, counts })
    }

    /// Nothing more can be read.
    fn stop(&mut self, unread: reading::Unread, before: &str) -> Line {
        self.state = State::End;
        let passage = Passage::line_after(self.byte, self.progress.lines(), before);
        let mut found = Found::new(Most::of(None, 0));
        unread.report(&mut found.drafts);
        let (findings, counts) = found.finish(&passage, None, None);
        Line { number: Some(passage.place(passage.begin()).0), content: None, findings, counts }
    }
}

/// What is found of form in one line. A line costs no run of all rules.
struct Found {
    drafts: Drafts,
    index: Facts,
}

impl Found {
    fn new(most: Most) -> Self {
        let mut drafts = Drafts::new(most);
        for rule in reading::OF_FORM {
            drafts.add_rule(rule, None);
        }
        Self { drafts, index: Facts::default() }
    }

    /// Adds the faults of a piece, of which this is the record, if it is one.
    fn add(&mut self, json: &str, piece: &Piece) {
        let ordinal = match piece.content {
            Content::Record(kind) => Some(self.index.add_unread(kind, read::id_in(json).as_ref(), piece.frame)),
            _ => None,
        };
        reading::report_all(&piece.faults, ordinal, &mut self.drafts);
        if let Content::Record(kind) = piece.content
            && !piece.faults.any(reading::is_unreadable)
            && let Err(error) = AnyRecord::from_json(kind, json)
        {
            reading::report_refused(piece.frame, ordinal, &error.to_string(), &mut self.drafts);
        }
    }

    fn finish(
        self,
        passage: &Passage<'_>,
        header: Option<&Header>,
        frame: Option<Frame>,
    ) -> (Vec<Finding>, FindingCounts) {
        let (drafts, mut counts, _) = self.drafts.finish();
        let file = FileOrigin { header: frame, spelling: Spelling::Ndjson, ..FileOrigin::default() };
        let text = Text::held_from(passage);
        let origin = Origin::Bytes { text: &text, files: &[file] };
        let found = resolve::findings(drafts, &|_| None, &origin, &self.index, header);
        let findings: Vec<Finding> = found.into_iter().map(|found| found.finding).collect();
        counts.shown = u64::try_from(findings.len()).unwrap_or(u64::MAX);
        (findings, counts)
    }
}
