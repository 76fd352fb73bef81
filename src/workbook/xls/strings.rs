//! Texts as records hold them.

use encoding_rs::{BIG5, Encoding, GBK, UTF_8, UTF_16LE, WINDOWS_1252};

use super::record::short;
use crate::workbook::WorkbookError;

/// How texts are written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Writing {
    /// BIFF8: units of UTF-16, those of a text that has none above 255 in one byte each.
    Wide,
    /// BIFF5: bytes in an encoding.
    Bytes(&'static Encoding),
}

/// The encoding of a code page; of one that is not known that of Chinese programs.
pub(super) fn of_code_page(page: u16) -> &'static Encoding {
    match page {
        950 => BIG5,
        1200 => UTF_16LE,
        1252 | 0x8001 => WINDOWS_1252,
        65001 => UTF_8,
        _ => GBK,
    }
}

/// The data of a record and of those that continue it. A text that goes on in the next says anew how wide its units are.
pub(super) struct Pieces<'a> {
    current: &'a [u8],
    rest: std::vec::IntoIter<&'a [u8]>,
    /// Room for the units of a text.
    units: Vec<u16>,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(pieces: Vec<&'a [u8]>) -> Self {
        let mut rest = pieces.into_iter();
        Self { current: rest.next().unwrap_or_default(), rest, units: Vec::new() }
    }

    /// Whether all has been taken.
    pub(super) fn is_empty(&mut self) -> bool {
        while self.current.is_empty() {
            match self.rest.next() {
                Some(piece) => self.current = piece,
                None => return true,
            }
        }
        false
    }

    pub(super) fn u8(&mut self) -> Result<u8, WorkbookError> {
        if self.is_empty() {
            return Err(short());
        }
        let (&first, rest) = self.current.split_first().ok_or_else(short)?;
        self.current = rest;
        Ok(first)
    }

    pub(super) fn u16(&mut self) -> Result<u16, WorkbookError> {
        Ok(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    pub(super) fn u32(&mut self) -> Result<u32, WorkbookError> {
        Ok(u32::from_le_bytes([self.u8()?, self.u8()?, self.u8()?, self.u8()?]))
    }

    /// Goes on by so many bytes.
    pub(super) fn skip(&mut self, mut count: usize) -> Result<(), WorkbookError> {
        while count > 0 {
            if self.is_empty() {
                return Err(short());
            }
            let step = count.min(self.current.len());
            self.current = self.current.get(step..).unwrap_or_default();
            count = count.saturating_sub(step);
        }
        Ok(())
    }

    /// A text of so many units, after which nothing else belongs to it.
    pub(super) fn plain(&mut self, length: usize, writing: Writing) -> Result<String, WorkbookError> {
        match writing {
            _ if length == 0 => Ok(String::new()),
            Writing::Wide => {
                let is_wide = self.u8()? & 1 == 1;
                self.units(length, is_wide)
            }
            Writing::Bytes(encoding) => {
                let mut bytes = Vec::new();
                while bytes.len() < length {
                    bytes.push(self.u8()?);
                }
                let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes);
                text.map(std::borrow::Cow::into_owned).ok_or_else(|| {
                    WorkbookError::damaged("文字的编码有误", "a text is not in the encoding of the workbook")
                })
            }
        }
    }

    /// A text as cells share it: its formats and how it is pronounced stand behind it.
    pub(super) fn shared(&mut self) -> Result<String, WorkbookError> {
        let length = self.u16()?.into();
        let flags = self.u8()?;
        let runs = if flags & 8 == 8 { usize::from(self.u16()?) } else { 0 };
        let more = if flags & 4 == 4 { usize::try_from(self.u32()?).unwrap_or(usize::MAX) } else { 0 };
        let text = self.units(length, flags & 1 == 1)?;
        self.skip(runs.saturating_mul(4))?;
        self.skip(more)?;
        Ok(text)
    }

    /// Units of UTF-16. Half a pair, which is no character, becomes the one that stands for what cannot be shown.
    fn units(&mut self, length: usize, mut is_wide: bool) -> Result<String, WorkbookError> {
        self.units.clear();
        let mut left = length;
        while left > 0 {
            if self.current.is_empty() {
                is_wide = self.u8()? & 1 == 1;
            }
            let (width, whole) = if is_wide { (2, self.current.len() / 2) } else { (1, self.current.len()) };
            let count = left.min(whole);
            if count == 0 {
                return Err(short());
            }
            let (now, later) = self.current.split_at_checked(count.saturating_mul(width)).ok_or_else(short)?;
            if is_wide {
                self.units.extend(now.as_chunks().0.iter().map(|&unit| u16::from_le_bytes(unit)));
            } else {
                self.units.extend(now.iter().map(|&unit| u16::from(unit)));
            }
            self.current = later;
            left = left.saturating_sub(count);
        }
        Ok(String::from_utf16_lossy(&self.units))
    }
}
