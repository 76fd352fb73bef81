//! Judging an input passage by passage, without holding it.

use std::io::{self, Cursor, Read, SeekFrom};

use super::Checker;
use super::beginning::Beginning;
use super::judging::Judging;
use crate::model::Spelling;
use crate::place::{ReadAgain, Starts, Text};
use crate::read::{self, Cut, Passages, Shown, encoding, foreign};
use crate::report::InputReport;
use crate::rules::reading;

/// The beginning of an input, by which it is told how to read it.
struct Ahead {
    bytes: Vec<u8>,
    /// How many bytes of a byte order mark stand first.
    mark: usize,
    spelling: Spelling,
}

impl Ahead {
    /// Reads as much as tells the spelling; none where the input is to be judged as a whole: what is no UTF-8, what is no
    /// JSON at all, and a document that is said to be NDJSON.
    fn read(checker: &Checker, from: &mut dyn ReadAgain, size: u64) -> io::Result<Option<Self>> {
        let limits = checker.limits;
        let (mut bytes, mut is_one_line) = (Vec::new(), None);
        let (mark, shown) = loop {
            let held = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            from.seek(SeekFrom::Start(held))?;
            let mut passages = Passages::new(&mut *from, size.saturating_sub(held), Cut::Characters, read::SIZE);
            let more = passages.next(&mut bytes, 0)?;
            let Ok((text, marked)) = encoding::text(&bytes) else { return Ok(None) };
            if foreign::recognize(&bytes).is_some() {
                return Ok(None);
            }
            let mark = if marked { encoding::MARK.len() } else { 0 };
            if checker.spelling == Some(Spelling::Document) {
                break (mark, None);
            }
            if !more {
                break (mark, read::shown_by(text, limits));
            }
            let mut shown = read::shown_by_beginning(text, is_one_line == Some(true), limits);
            if shown == Shown::NotYet && is_one_line.is_none() {
                let is_one = !text.trim_ascii_start().contains('\n') && goes_on_in_one_line(from)?;
                is_one_line = Some(is_one);
                shown = read::shown_by_beginning(text, is_one, limits);
            }
            if let Shown::ByWhole(shown) = shown {
                break (mark, shown);
            }
        };
        let spelling = match (checker.spelling, shown) {
            (Some(Spelling::Ndjson), Some(Spelling::Document)) => return Ok(None),
            (told, shown) => told.or(shown).unwrap_or(Spelling::Document),
        };
        Ok(Some(Self { bytes, mark, spelling }))
    }

    /// The passages of the input of so many bytes, from its first on; the mark is in none of them.
    fn passages<'a>(
        &'a self,
        checker: &Checker,
        from: &'a mut dyn ReadAgain,
        size: u64,
    ) -> io::Result<Passages<impl Read + 'a>> {
        from.seek(SeekFrom::Start(u64::try_from(self.bytes.len()).unwrap_or(u64::MAX)))?;
        let beginning = Cursor::new(self.bytes.get(self.mark..).unwrap_or_default());
        let size = size.saturating_sub(u64::try_from(self.mark).unwrap_or(0));
        let cut = match self.spelling {
            Spelling::Document => Cut::Characters,
            Spelling::Ndjson => Cut::Lines,
        };
        Ok(Passages::new(beginning.chain(from), size, cut, checker.passage.unwrap_or(read::SIZE)))
    }

    /// What must be known of the whole before its records are judged; none where that is no UTF-8.
    fn beginning(&self, checker: &Checker, from: &mut dyn ReadAgain, size: u64) -> io::Result<Option<Beginning>> {
        let mut passages = self.passages(checker, from, size)?;
        match self.spelling {
            Spelling::Document => Beginning::find(passages, checker.limits),
            Spelling::Ndjson => {
                let (mut bytes, mut more) = (Vec::new(), true);
                // The header stands in the first line that is not blank.
                while more && bytes.trim_ascii().is_empty() {
                    more = passages.next(&mut bytes, 0)?;
                }
                Ok(std::str::from_utf8(&bytes).ok().map(|text| Beginning::of(text, checker.limits)))
            }
        }
    }
}

impl Checker {
    /// Judges what can be read again passage by passage; none where it is to be judged as a whole (see [`Ahead::read`]).
    pub(super) fn judge_passages(&self, from: &mut dyn ReadAgain, size: u64) -> io::Result<Option<InputReport>> {
        let Some(ahead) = Ahead::read(self, &mut *from, size)? else { return Ok(None) };
        let Some(beginning) = ahead.beginning(self, &mut *from, size)? else { return Ok(None) };
        let mut judging = Judging::new(self, &beginning, ahead.spelling, size, None);
        if ahead.mark > 0 {
            judging.fault(|drafts| reading::report_mark(0, drafts));
        }
        let mut passages = ahead.passages(self, &mut *from, size)?;
        let (mut bytes, mut used, mut more, mut goes_on) = (Vec::new(), 0, true, true);
        let mut starts = Starts::default();
        // Of NDJSON nothing is read behind a version that is not supported; a document is one text, whatever it says.
        while more && (goes_on || ahead.spelling == Spelling::Document) {
            if goes_on && self.threads > 1 && judging.is_under_way() {
                let is_text = judging.side_by_side(self.threads, |work| {
                    let is_there = std::mem::replace(&mut more, false);
                    if is_there {
                        (work.byte, work.lines) = (starts.end(), starts.lines());
                        work.bytes.clear();
                        more = passages.next(&mut work.bytes, 0)?;
                        work.is_last = !more;
                        starts.add(&work.bytes);
                    }
                    Ok(is_there)
                })?;
                if !is_text {
                    return Ok(None);
                }
                break;
            }
            more = passages.next(&mut bytes, used)?;
            let Ok(text) = simdutf8::basic::from_utf8(&bytes) else { return Ok(None) };
            used = text.len();
            if goes_on {
                let judged = judging.passage(&starts.next(text), !more);
                goes_on = judged.is_some();
                used = judged.unwrap_or(used);
            }
            starts.add(bytes.get(..used).unwrap_or_default());
        }
        drop(passages);
        if !more && u64::try_from(starts.end().saturating_add(ahead.mark)) != Ok(size) {
            return Err(io::Error::other("it changed while it was read"));
        }
        let text = Text::again(from, ahead.mark, starts);
        let (mut input, _) = judging.finish(&text);
        text.finish()?;
        input.bytes = Some(size);
        Ok(Some(input))
    }
}

/// Whether no line but the one that was begun follows in what is read from here on.
fn goes_on_in_one_line(from: &mut dyn ReadAgain) -> io::Result<bool> {
    let mut block = vec![0; 1 << 16];
    let mut ended = false;
    loop {
        let read = match from.read(&mut block) {
            Ok(0) => return Ok(true),
            Ok(read) => read,
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            Err(fault) => return Err(fault),
        };
        let mut rest = block.get(..read).unwrap_or_default();
        if !ended && let Some(end) = memchr::memchr(b'\n', rest) {
            ended = true;
            rest = rest.get(end..).unwrap_or_default();
        }
        if ended && !rest.trim_ascii_start().is_empty() {
            return Ok(false);
        }
    }
}
