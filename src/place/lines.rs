//! Lines and columns of a text that is held; all count from 0, columns in characters.

use std::cell::OnceCell;

/// How many bytes of a line are counted again for every place in it.
const SHORT: usize = 4 * STRIDE;
/// How many bytes lie between two counted places.
const STRIDE: usize = 1024;

/// Turns bytes into lines and columns, and back.
///
/// Lines end at line feeds. Where a line is long the characters before every 1,024th byte are counted, once, so that
/// a finding far along it costs no more than one near its beginning.
#[derive(Debug)]
pub(super) struct Lines {
    /// The byte at which each line begins.
    starts: Vec<usize>,
    /// How many characters begin before byte `STRIDE * n`.
    counts: OnceCell<Vec<usize>>,
}

impl Lines {
    pub(super) fn new(text: &str) -> Self {
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
    pub(super) fn place(&self, text: &str, at: usize) -> (usize, usize) {
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
    pub(super) fn byte(&self, text: &str, start: usize, characters: usize) -> usize {
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

    /// The byte at which a line begins.
    #[cfg(feature = "human")]
    pub(super) fn start(&self, text: &str, index: usize) -> usize {
        self.starts.get(index).copied().unwrap_or(text.len())
    }

    /// The byte at which a line ends, before its line feed.
    #[cfg(feature = "human")]
    pub(super) fn end(&self, text: &str, index: usize) -> usize {
        self.starts.get(index.saturating_add(1)).map_or(text.len(), |next| next.saturating_sub(1))
    }
}

/// How many characters begin in some bytes.
pub(super) fn characters(bytes: &[u8]) -> usize {
    count(bytes, begins_character)
}

/// How many lines end in some bytes.
pub(super) fn ends(bytes: &[u8]) -> usize {
    count(bytes, |byte| byte == b'\n')
}

/// So many bytes are counted in one byte: no more than it holds, and whole vectors.
const FEW: usize = 224;

/// Counts in bytes at first, which processors do many at a time.
fn count(bytes: &[u8], is_counted: impl Fn(u8) -> bool) -> usize {
    let few = |bytes: &[u8]| bytes.iter().fold(0_u8, |count, &byte| count.wrapping_add(is_counted(byte).into()));
    bytes.chunks(FEW).map(|bytes| usize::from(few(bytes))).fold(0, usize::saturating_add)
}

/// Whether a byte of UTF-8 is not the second or a later one of a character.
fn begins_character(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}
