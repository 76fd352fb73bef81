//! What all sheets of a workbook share, and where each begins.

use std::collections::HashMap;

use super::record::{Record, Records, kind};
use super::strings::{Pieces, Writing, of_code_page};
use crate::workbook::limits::Account;
use crate::workbook::number_format::{Shown, built_in, of_code};
use crate::workbook::{Visibility, WorkbookError};

/// What all sheets share.
pub(super) struct Globals {
    pub(super) writing: Writing,
    pub(super) is_1904: bool,
    /// As what each format of cells shows numbers.
    pub(super) styles: Vec<Shown>,
    pub(super) strings: Vec<String>,
    pub(super) sheets: Vec<Listed>,
}

/// A sheet as the workbook lists it.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) visibility: Visibility,
    /// Where its records begin.
    pub(super) at: usize,
}

/// The versions of the format that are read.
const BIFF5: u16 = 0x0500;
const BIFF8: u16 = 0x0600;

impl Globals {
    pub(super) fn read(stream: &[u8], account: &mut Account) -> Result<Self, WorkbookError> {
        let mut records = Records::from(stream, 0);
        let begin = records.next()?;
        let writing = match (begin.kind, begin.u16(0)) {
            (kind::BEGIN, Ok(BIFF8)) => Writing::Wide,
            (kind::BEGIN, Ok(BIFF5)) => Writing::Bytes(of_code_page(0)),
            _ => {
                return Err(WorkbookError::damaged(
                    "不是 Excel 95 至 2003 的格式",
                    "this is no version of the format from Excel 95 to 2003",
                ));
            }
        };
        let mut globals = Self { writing, is_1904: false, styles: Vec::new(), strings: Vec::new(), sheets: Vec::new() };
        let mut written: HashMap<u16, Shown> = HashMap::new();
        let mut formats = Vec::new();
        loop {
            let record = records.next()?;
            match record.kind {
                kind::END => break,
                // Whatever the method is: what follows cannot be read.
                kind::FILE_PASS => return Err(WorkbookError::Protected),
                kind::CODE_PAGE => {
                    if let Writing::Bytes(encoding) = &mut globals.writing {
                        *encoding = of_code_page(record.u16(0)?);
                    }
                }
                kind::DATE_MODE => globals.is_1904 = record.u16(0)? == 1,
                kind::FORMAT => {
                    let (id, code) = globals.format(records.whole(record))?;
                    written.insert(id, of_code(&code));
                }
                kind::XF => formats.push(record.u16(2)?),
                kind::SHEET => {
                    account.sheet()?;
                    globals.list(record)?;
                }
                kind::SHARED => globals.share(record.u32(4)?, records.whole(record), account)?,
                _ => {}
            }
        }
        let shown = |id: u16| written.get(&id).copied().unwrap_or_else(|| built_in(id));
        globals.styles = formats.into_iter().map(shown).collect();
        Ok(globals)
    }

    /// As what a format of cells shows numbers.
    pub(super) fn shown(&self, style: u16) -> Shown {
        self.styles.get(usize::from(style)).copied().unwrap_or_default()
    }

    /// Takes up the texts that cells share. How many there are is told, and not always rightly.
    fn share(&mut self, told: u32, pieces: Vec<&[u8]>, account: &Account) -> Result<(), WorkbookError> {
        let told = usize::try_from(told).unwrap_or(usize::MAX);
        let mut pieces = Pieces::new(pieces);
        pieces.skip(8)?;
        while !pieces.is_empty() {
            match pieces.shared() {
                Ok(text) => self.strings.push(text),
                // Something else stands behind them.
                Err(_) if self.strings.len() >= told => break,
                Err(error) => return Err(error),
            }
            account.may_share(self.strings.len())?;
        }
        Ok(())
    }

    fn format(&self, pieces: Vec<&[u8]>) -> Result<(u16, String), WorkbookError> {
        let mut pieces = Pieces::new(pieces);
        let id = pieces.u16()?;
        let length = match self.writing {
            Writing::Wide => pieces.u16()?,
            Writing::Bytes(_) => pieces.u8()?.into(),
        };
        Ok((id, pieces.plain(length.into(), self.writing)?))
    }

    fn list(&mut self, record: Record<'_>) -> Result<(), WorkbookError> {
        let at = usize::try_from(record.u32(0)?).unwrap_or(usize::MAX);
        let visibility = match record.u8(4)? & 3 {
            0 => Visibility::Visible,
            _ => Visibility::Hidden,
        };
        let kind = record.u8(5)?;
        let mut name = Pieces::new(vec![record.data.get(6..).unwrap_or_default()]);
        let length = name.u8()?.into();
        let name = name.plain(length, self.writing)?;
        // Charts and macros have no cells.
        if kind == 0 {
            self.sheets.push(Listed { name, visibility, at });
        }
        Ok(())
    }
}
