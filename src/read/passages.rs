//! Passages: an input read by stretches of whole lines, so that what was judged need not be held.

use std::io::{self, Read};

/// About how many bytes make a passage. A longer line makes a longer one.
const SIZE: u64 = 1 << 20;

/// Reads the passages of an input, one after the other.
#[derive(Debug)]
pub(crate) struct Passages<R> {
    from: io::Take<R>,
    /// The beginning of a line of which the end was not read yet.
    rest: Vec<u8>,
}

impl<R: Read> Passages<R> {
    /// Reads so many bytes and no more.
    pub(crate) fn new(from: R, size: u64) -> Self {
        Self { from: from.take(size), rest: Vec::new() }
    }

    /// Puts the next passage in the place of the last; says whether more follow.
    pub(crate) fn next(&mut self, passage: &mut Vec<u8>) -> io::Result<bool> {
        passage.clear();
        passage.append(&mut self.rest);
        loop {
            let known = passage.len();
            (&mut self.from).take(SIZE).read_to_end(passage)?;
            if self.from.limit() == 0 || passage.len() == known {
                return Ok(false);
            }
            let read = passage.get(known..).unwrap_or_default();
            if let Some(at) = memchr::memrchr(b'\n', read) {
                let end = known.saturating_add(at).saturating_add(1);
                self.rest.extend_from_slice(passage.get(end..).unwrap_or_default());
                passage.truncate(end);
                return Ok(true);
            }
        }
    }
}
