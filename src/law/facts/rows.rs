//! The rows of a CSV text (RFC 4180): the loop around the reader of `csv-core`, which is all that is needed here.

use csv_core::{ReadRecordResult, Reader};

/// One row.
#[derive(Debug)]
pub(super) struct Row {
    /// The line on which it begins; blank lines before it count to it.
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
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
}

impl<'c> Rows<'c> {
    pub(super) fn of(csv: &'c [u8]) -> Self {
        Self { reader: Reader::new(), rest: csv }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, NotUtf8>;

    fn next(&mut self) -> Option<Self::Item> {
        let line = self.reader.line();
        let (mut text, mut written) = (vec![0; 256], 0_usize);
        let (mut ends, mut ended) = (vec![0; 16], 0_usize);
        loop {
            let to = text.get_mut(written..).unwrap_or_default();
            let (result, read, more_text, more_ends) =
                self.reader.read_record(self.rest, to, ends.get_mut(ended..).unwrap_or_default());
            self.rest = self.rest.get(read..).unwrap_or_default();
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
        let mut start = 0;
        let cells = ends.iter().take(ended).map(|&end| {
            let cell = text.get(start..end).unwrap_or_default();
            start = end;
            String::from_utf8(cell.to_vec()).map_err(|_| NotUtf8 { line })
        });
        Some(cells.collect::<Result<_, _>>().map(|cells| Row { line, cells }))
    }
}
