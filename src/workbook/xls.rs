//! Workbooks of Excel 95 to 2003 (BIFF5 and BIFF8), by [MS-XLS]: records in one stream of a compound file.
//!
//! They are read here and not with calamine, which indexes records unchecked and makes a dense table of each sheet: a
//! damaged file would end the program.

mod globals;
mod record;
mod sheet;
mod strings;

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::limits::Account;
use super::{Sheet, WorkbookError};
use globals::Globals;

/// What a compound file holds.
pub(super) enum Compound {
    /// The records of a workbook.
    Records(Vec<u8>),
    /// Something encrypted.
    Encrypted,
    /// No workbook.
    Other,
}

/// What a compound file holds, told by its streams.
pub(super) fn compound(bytes: &[u8]) -> Result<Compound, WorkbookError> {
    let broken = |_| WorkbookError::damaged("复合文档的结构有误", "the structure of the compound file is broken");
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
    let names: Vec<String> = file.read_root_storage().map(|entry| entry.name().to_owned()).collect();
    let found = |wanted: &str| names.iter().find(|name| name.eq_ignore_ascii_case(wanted));
    if found("EncryptedPackage").is_some() {
        return Ok(Compound::Encrypted);
    }
    // A file for Excel 95 and 97 alike has both.
    let Some(name) = found("Workbook").or_else(|| found("Book")) else { return Ok(Compound::Other) };
    let stream = file.open_stream(name).map_err(broken)?;
    let mut records = Vec::new();
    // No stream is longer than its file.
    stream.take(u64::try_from(bytes.len()).unwrap_or(u64::MAX)).read_to_end(&mut records).map_err(broken)?;
    Ok(Compound::Records(records))
}

/// The sheets of a workbook. Those that are charts or macros alone have no cells and are left out.
pub(super) fn sheets(records: &[u8], account: &mut Account) -> Result<Vec<Sheet>, WorkbookError> {
    let globals = Globals::read(records, account)?;
    let mut sheets = Vec::new();
    for listed in &globals.sheets {
        let mut sheet = Sheet::new(listed.name.clone());
        sheet.visibility = listed.visibility;
        sheet::read(records, listed.at, &globals, &mut sheet, account).map_err(|error| error.in_sheet(&listed.name))?;
        sheets.push(sheet);
    }
    Ok(sheets)
}
