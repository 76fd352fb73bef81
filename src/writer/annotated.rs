//! Workbooks given back with the findings in them: faulty cells coloured and commented, everything else as it was.
//!
//! A workbook of the format xlsx is not written anew: in its package only the styles of faulty cells and what holds comments
//! is changed, and every part that needs no change is taken over byte by byte. What no crate writes, such as xls, becomes a
//! new workbook with its values ([`annotate_copy`]).

use crate::lang::Lang;
use crate::report::Report;

mod comments;
mod copy;
mod edits;
mod marks;
mod outcome;
mod package;
mod parts;
mod relations;
mod sheet;
mod styles;
mod tag;
mod vml;
mod xlsx;

pub use copy::annotate_copy;
pub use outcome::{AnnotateError, Annotated, Kept};
use outcome::{EMPTY, OLE, OTHER};

/// 批注: the workbook with faulty cells coloured and commented, and everything else as it was.
///
/// Findings are of the workbook where the file that their source names is called as it is, whatever the folder. A finding
/// that tells only a row is put at the first cell of it. Where a conditional format colours a cell, its colour is shown.
///
/// # Errors
/// If it is no xlsx workbook, or not one that can be read.
///
/// ```
/// use qingdan::writer::annotated::{AnnotateError, annotate};
/// use qingdan::{Checker, Lang};
/// let report = Checker::new().check_bytes("catalog.json", b"{}");
/// let error = annotate("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &report, Lang::Zh).unwrap_err();
/// assert!(matches!(error, AnnotateError::NotXlsx { .. }));
/// ```
pub fn annotate(name: &str, bytes: &[u8], report: &Report, lang: Lang) -> Result<Annotated, AnnotateError> {
    let found = match bytes {
        [] => EMPTY,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => OLE,
        [b'P', b'K', ..] => return xlsx::annotate(name, bytes, report, lang),
        _ => OTHER,
    };
    Err(AnnotateError::NotXlsx { found })
}
