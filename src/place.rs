//! Places in an input: the bytes of a record, and lines and columns, worked out only for what is shown.

#[cfg(feature = "cli")]
use std::ops::Range;

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

/// How many bytes lie between two counted places.
const STRIDE: usize = 1024;

/// Turns bytes into lines and columns; both count from 1, columns in characters.
///
/// Lines end at line feeds. The characters before every 1,024th byte are counted once, so that a finding far along
/// one long line costs no more than one near its beginning.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    text: &'t str,
    /// The byte at which each line begins.
    starts: Vec<usize>,
    /// How many characters begin before byte `STRIDE * n`.
    counts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at.saturating_add(1)));
        let mut counts = vec![0];
        let mut before = 0_usize;
        for chunk in text.as_bytes().chunks(STRIDE) {
            before = before.saturating_add(characters(chunk));
            counts.push(before);
        }
        Self { text, starts, counts }
    }

    /// The line and column of a byte.
    pub(crate) fn place(&self, at: usize) -> (u32, u32) {
        let line = self.starts.partition_point(|&start| start <= at).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let column = self.before(at).saturating_sub(self.before(start));
        (one_based(line), one_based(column))
    }

    /// How many characters begin before a byte.
    fn before(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let chunk = at / STRIDE;
        let rest = self.text.as_bytes().get(chunk.saturating_mul(STRIDE)..at).unwrap_or_default();
        self.counts.get(chunk).map_or(0, |counted| counted.saturating_add(characters(rest)))
    }

    /// The byte of a line and column: the way back from [`Lines::place`].
    #[cfg(feature = "cli")]
    pub(crate) fn byte(&self, line: u32, column: u32) -> usize {
        let characters = usize::try_from(column).unwrap_or(usize::MAX).saturating_sub(1);
        let wanted = self.before(self.line(line).start).saturating_add(characters);
        let chunk = self.counts.partition_point(|&counted| counted <= wanted).saturating_sub(1);
        let counted = self.counts.get(chunk).copied().unwrap_or(0);
        let from = chunk.saturating_mul(STRIDE);
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        let mut begins = rest.iter().enumerate().filter(|&(_, &byte)| begins_character(byte));
        let at = begins.nth(wanted.saturating_sub(counted)).map(|(at, _)| at);
        at.map_or(self.text.len(), |at| from.saturating_add(at))
    }

    /// The bytes of a line, without its line feed.
    #[cfg(feature = "cli")]
    pub(crate) fn line(&self, number: u32) -> Range<usize> {
        let index = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
        let start = self.starts.get(index).copied().unwrap_or(self.text.len());
        let end = self.starts.get(index.saturating_add(1)).map_or(self.text.len(), |next| next.saturating_sub(1));
        start..end
    }
}

fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| begins_character(byte)).count()
}

/// Whether a byte of UTF-8 is not the second or a later one of a character.
fn begins_character(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

fn one_based(index: usize) -> u32 {
    u32::try_from(index.saturating_add(1)).unwrap_or(u32::MAX)
}
