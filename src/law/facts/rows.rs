//! The rows of a CSV text (RFC 4180): the loop around the reader of `csv-core`, which is all that is needed here.

use csv_core::{ReadRecordResult, Reader};

/// One row, which is there until the next is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'r> {
    /// The line on which it begins; blank lines before it count to it.
    pub(super) line: u64,
    /// Its cells one after the other, and where each ends.
    text: &'r str,
    ends: &'r [usize],
}

impl<'r> Row<'r> {
    /// How many cells it has.
    pub(super) fn len(self) -> usize {
        self.ends.len()
    }

    /// A cell, by its position.
    pub(super) fn cell(self, at: usize) -> Option<&'r str> {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(start..*self.ends.get(at)?)
    }

    /// The cells.
    pub(super) fn cells(self) -> impl Iterator<Item = &'r str> {
        (0..self.len()).filter_map(move |at| self.cell(at))
    }
}

/// The row that begins on this line is no UTF-8.
#[derive(Debug)]
pub(super) struct NotUtf8 {
    pub(super) line: u64,
}

/// The rows of a text, one after the other.
pub(super) struct Rows<'c> {
    reader: Reader,
    rest: &'c [u8],
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl<'c> Rows<'c> {
    pub(super) fn of(csv: &'c [u8]) -> Self {
        Self { reader: Reader::new(), rest: csv, text: vec![0; 1024], ends: vec![0; 32] }
    }

    /// The next row.
    pub(super) fn next(&mut self) -> Option<Result<Row<'_>, NotUtf8>> {
        let Self { reader, rest, text, ends } = self;
        let line = reader.line();
        let (mut written, mut ended) = (0_usize, 0_usize);
        loop {
            let to = text.get_mut(written..).unwrap_or_default();
            let (result, read, more_text, more_ends) =
                reader.read_record(rest, to, ends.get_mut(ended..).unwrap_or_default());
            *rest = rest.get(read..).unwrap_or_default();
            written = written.saturating_add(more_text);
            ended = ended.saturating_add(more_ends);
            match result {
                // The next call sees that nothing is left.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => text.resize(text.len().saturating_mul(2), 0),
                ReadRecordResult::OutputEndsFull => ends.resize(ends.len().saturating_mul(2), 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return None,
            }
        }
        let ends = ends.get(..ended).unwrap_or_default();
        let text = simdutf8::basic::from_utf8(text.get(..written).unwrap_or_default());
        // A character that goes over the end of a cell is cut in two.
        let whole = text.ok().filter(|text| ends.iter().all(|&end| text.is_char_boundary(end)));
        Some(whole.map(|text| Row { line, text, ends }).ok_or(NotUtf8 { line }))
    }
}
