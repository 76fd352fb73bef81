//! Passages: an input read by stretches, so that what was judged need not be held.

use std::io::{self, Read};

use crate::place::whole_characters;

/// About how many bytes make a passage, which stay in the cache of a processor. What must be seen at once and is longer
/// makes a longer one.
pub(crate) const SIZE: u64 = 1 << 18;

/// Where passages end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// At the end of a line.
    Lines,
    /// At the end of a character.
    Characters,
}

/// Reads the passages of an input, one after the other.
#[derive(Debug)]
pub(crate) struct Passages<R> {
    from: io::Take<R>,
    cut: Cut,
    size: u64,
    /// What was read and stands behind the end of the last passage.
    rest: Vec<u8>,
}

impl<R: Read> Passages<R> {
    /// Reads so many bytes and no more, by passages of a size.
    pub(crate) fn new(from: R, bytes: u64, cut: Cut, size: u64) -> Self {
        Self { from: from.take(bytes), cut, size, rest: Vec::new() }
    }

    /// Drops what was used of the last passage and reads on behind the rest of it; says whether more follow. Where
    /// nothing could be used it reads as much again as it holds, so that the work stays that of reading.
    pub(crate) fn next(&mut self, passage: &mut Vec<u8>, used: usize) -> io::Result<bool> {
        passage.drain(..used.min(passage.len()));
        let held = u64::try_from(passage.len()).unwrap_or(u64::MAX);
        let wanted = if used == 0 { held.max(self.size) } else { self.size };
        passage.append(&mut self.rest);
        loop {
            let known = passage.len();
            (&mut self.from).take(wanted).read_to_end(passage)?;
            if self.from.limit() == 0 || passage.len() == known {
                return Ok(false);
            }
            if let Some(end) = self.end(passage, known) {
                self.rest.extend_from_slice(passage.get(end..).unwrap_or_default());
                passage.truncate(end);
                return Ok(true);
            }
        }
    }

    /// Where a passage ends of which the bytes from `known` on are new.
    fn end(&self, passage: &[u8], known: usize) -> Option<usize> {
        let end = match self.cut {
            Cut::Lines => {
                let at = memchr::memrchr(b'\n', passage.get(known..)?)?;
                known.saturating_add(at).saturating_add(1)
            }
            Cut::Characters => whole_characters(passage),
        };
        (end > 0).then_some(end)
    }
}
