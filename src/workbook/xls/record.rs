//! Records: a kind, a length, and as many bytes.

use crate::workbook::WorkbookError;

/// The kinds of records that are read ([MS-XLS] 2.3; those of BIFF5 have the same numbers).
pub(super) mod kind {
    pub(in super::super) const FORMULA: u16 = 0x0006;
    pub(in super::super) const END: u16 = 0x000a;
    pub(in super::super) const DATE_MODE: u16 = 0x0022;
    pub(in super::super) const FILE_PASS: u16 = 0x002f;
    pub(in super::super) const CONTINUE: u16 = 0x003c;
    pub(in super::super) const CODE_PAGE: u16 = 0x0042;
    pub(in super::super) const COLUMNS: u16 = 0x007d;
    pub(in super::super) const SHEET: u16 = 0x0085;
    pub(in super::super) const MUL_RK: u16 = 0x00bd;
    pub(in super::super) const RICH_STRING: u16 = 0x00d6;
    pub(in super::super) const XF: u16 = 0x00e0;
    pub(in super::super) const MERGED: u16 = 0x00e5;
    pub(in super::super) const SHARED: u16 = 0x00fc;
    pub(in super::super) const LABEL_SHARED: u16 = 0x00fd;
    pub(in super::super) const NUMBER: u16 = 0x0203;
    pub(in super::super) const LABEL: u16 = 0x0204;
    pub(in super::super) const BOOL_ERR: u16 = 0x0205;
    pub(in super::super) const STRING: u16 = 0x0207;
    pub(in super::super) const ROW: u16 = 0x0208;
    pub(in super::super) const DEFAULT_ROW: u16 = 0x0225;
    pub(in super::super) const RK: u16 = 0x027e;
    pub(in super::super) const FORMAT: u16 = 0x041e;
    pub(in super::super) const BEGIN: u16 = 0x0809;
}

/// A record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
}

/// Records, one after the other.
#[derive(Debug, Clone)]
pub(super) struct Records<'a> {
    left: &'a [u8],
}

impl<'a> Records<'a> {
    /// The records from a place of the stream on.
    pub(super) fn from(stream: &'a [u8], at: usize) -> Self {
        Self { left: stream.get(at..).unwrap_or_default() }
    }

    /// The next record; a stream that ends within one is damaged, and so is one that ends before its end is told.
    pub(super) fn next(&mut self) -> Result<Record<'a>, WorkbookError> {
        let (record, left) =
            split(self.left).ok_or_else(|| WorkbookError::damaged("内容没有写完", "its content ends too early"))?;
        self.left = left;
        Ok(record)
    }

    /// The data of a record that has been read, with the records that continue it.
    pub(super) fn whole(&mut self, first: Record<'a>) -> Vec<&'a [u8]> {
        let mut pieces = vec![first.data];
        while let Some((record, left)) = split(self.left).filter(|(record, _)| record.kind == kind::CONTINUE) {
            pieces.push(record.data);
            self.left = left;
        }
        pieces
    }
}

fn split(bytes: &[u8]) -> Option<(Record<'_>, &[u8])> {
    let (&[kind_low, kind_high, length_low, length_high], rest) = bytes.split_first_chunk()?;
    let (data, rest) = rest.split_at_checked(u16::from_le_bytes([length_low, length_high]).into())?;
    Some((Record { kind: u16::from_le_bytes([kind_low, kind_high]), data }, rest))
}

impl Record<'_> {
    /// Two bytes at a place.
    pub(super) fn u16(self, at: usize) -> Result<u16, WorkbookError> {
        bytes(self.data, at).map(u16::from_le_bytes)
    }

    /// Four bytes at a place.
    pub(super) fn u32(self, at: usize) -> Result<u32, WorkbookError> {
        bytes(self.data, at).map(u32::from_le_bytes)
    }

    /// Eight bytes at a place.
    pub(super) fn eight(self, at: usize) -> Result<[u8; 8], WorkbookError> {
        bytes(self.data, at)
    }

    pub(super) fn u8(self, at: usize) -> Result<u8, WorkbookError> {
        bytes(self.data, at).map(u8::from_le_bytes)
    }
}

fn bytes<const N: usize>(data: &[u8], at: usize) -> Result<[u8; N], WorkbookError> {
    data.get(at..).and_then(|rest| rest.first_chunk()).copied().ok_or_else(short)
}

/// A record is shorter than what it should hold.
pub(super) fn short() -> WorkbookError {
    WorkbookError::damaged("一条记录比应有的短", "a record is shorter than it should be")
}
