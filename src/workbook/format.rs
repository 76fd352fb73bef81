//! What the content of a file is, and in words what it is where it is no workbook.

use std::borrow::Cow;

use memchr::memmem;

use super::encoding;
use super::package::Package;
use super::xls::{Compound, compound};
use super::{WorkbookError, delimited};
use crate::lang::{Bilingual, two};
use crate::read::foreign::{Foreign, recognize};

/// What a file holds, ready to be read.
pub(super) enum Content<'b> {
    /// The records of an `.xls`.
    Records(Cow<'b, [u8]>),
    /// The parts of an `.xlsx`.
    Package(Package<'b>),
    /// A table of text.
    Table(String),
    /// JSON, a value or several.
    Json(String),
}

/// 是否工作簿: whether the bytes of a file are a workbook of Excel or WPS by their content, protected or damaged ones among
/// them. A table of text is none: whether one is meant its name must tell.
///
/// ```
/// use qingdan::workbook::is_workbook;
/// assert!(is_workbook(b"PK\x03\x04xl/workbook.xml"));
/// assert!(!is_workbook(b"{}"));
/// ```
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    matches!(recognize(bytes), Some(Foreign::Workbook | Foreign::Office))
}

/// Tells what a file holds.
pub(super) fn content(bytes: &[u8]) -> Result<Content<'_>, WorkbookError> {
    if bytes.trim_ascii().is_empty() || bytes == b"\xef\xbb\xbf" {
        return Err(WorkbookError::Empty);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return of_compound(bytes);
    }
    // Records without a compound file around them, as some programs write them.
    if bytes.starts_with(b"\x09\x08") {
        return Ok(Content::Records(Cow::Borrowed(bytes)));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return of_package(bytes);
    }
    match recognize(bytes) {
        Some(Foreign::Table { .. }) => Ok(Content::Table(encoding::text(bytes)?)),
        Some(Foreign::Workbook) => Err(other(two("Excel 2003 的 XML 表格", "a spreadsheet in XML of Excel 2003"))),
        // A title over a table may look like a key.
        Some(Foreign::Yaml) => match encoding::text(bytes) {
            Ok(text) if delimited::is_table(&text) => Ok(Content::Table(text)),
            _ => Err(of_foreign(Foreign::Yaml)),
        },
        Some(foreign) => Err(of_foreign(foreign)),
        None => of_text(bytes),
    }
}

/// A compound file. One that is cut off has no last part of its last sector, as a rule.
fn of_compound(bytes: &[u8]) -> Result<Content<'_>, WorkbookError> {
    match compound(bytes) {
        Ok(Compound::Records(records)) => Ok(Content::Records(Cow::Owned(records))),
        Ok(Compound::Encrypted) => Err(WorkbookError::Protected),
        Ok(Compound::Other) => Err(of_foreign(recognize(bytes).unwrap_or(Foreign::Office))),
        Err(_) if !bytes.len().is_multiple_of(512) => Err(WorkbookError::Truncated),
        Err(error) => match recognize(bytes) {
            Some(Foreign::Workbook) | None => Err(error),
            Some(foreign) => Err(of_foreign(foreign)),
        },
    }
}

fn of_package(bytes: &[u8]) -> Result<Content<'_>, WorkbookError> {
    // The directory stands at the end.
    if memmem::rfind(bytes, b"PK\x05\x06").is_none() {
        return Err(WorkbookError::Truncated);
    }
    let package = Package::open(bytes)?;
    if package.holds("xl/workbook.bin") {
        return Err(other(two("Excel 二进制工作簿（.xlsb）", "a binary workbook of Excel (.xlsb)")));
    }
    if package.holds("xl/workbook.xml") {
        return Ok(Content::Package(package));
    }
    // Files within files may have any name: what stands at the top counts.
    if package.holds("word/document.xml") {
        return Err(of_foreign(Foreign::Writing));
    }
    if package.holds("ppt/presentation.xml") {
        return Err(of_foreign(Foreign::Office));
    }
    match recognize(bytes) {
        Some(Foreign::Workbook) if package.holds("[Content_Types].xml") => Ok(Content::Package(package)),
        Some(Foreign::Workbook) => Err(other(two("ODS 表格（.ods）", "a spreadsheet of OpenDocument (.ods)"))),
        foreign => Err(of_foreign(foreign.unwrap_or(Foreign::Archive))),
    }
}

/// A text that begins as JSON, or of which nothing is known.
fn of_text(bytes: &[u8]) -> Result<Content<'_>, WorkbookError> {
    let text = encoding::text(bytes);
    // What has bytes that no text has is no broken text.
    let is_binary = memchr::memchr(0, bytes.get(..4096).unwrap_or(bytes)).is_some();
    let unknown = || WorkbookError::Other {
        found: two("无法识别的文件", "a file of a kind that is not known"),
        advice: SAVE,
    };
    match text {
        Ok(text) if text.trim().is_empty() => Err(WorkbookError::Empty),
        Ok(text) if text.trim_start().starts_with(['{', '[']) => Ok(Content::Json(text)),
        Ok(text) if !is_binary && delimited::is_table(&text) => Ok(Content::Table(text)),
        Err(error) if !is_binary => Err(error),
        _ => Err(unknown()),
    }
}

/// What to do with another kind of table.
const SAVE: Bilingual =
    two("请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入", "open it in Excel or WPS, save it as .xlsx, and import that");

fn other(found: Bilingual) -> WorkbookError {
    WorkbookError::Other { found, advice: SAVE }
}

fn of_foreign(foreign: Foreign) -> WorkbookError {
    let advice = match foreign {
        Foreign::Archive | Foreign::Compressed => {
            two("请先解压，再导入其中的文件", "unpack it first, then import the files in it")
        }
        Foreign::Pdf | Foreign::Image | Foreign::Writing => two(
            "请从原系统导出为 .xlsx，或者把内容录入电子表格后再导入",
            "export it as .xlsx from the system it came from, or enter what it says in a workbook first",
        ),
        Foreign::Xml | Foreign::Yaml | Foreign::Database => two(
            "请从原系统导出为 .xlsx 或者 CSV 后再导入",
            "export it as .xlsx or CSV from the system it came from, and import that",
        ),
        _ => SAVE,
    };
    WorkbookError::Other { found: foreign.named(), advice }
}
