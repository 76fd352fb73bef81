//! Office Open XML: `.xlsx` and `.xlsm`, by ECMA-376.

mod parts;
mod sheet;
mod strings;
mod styles;

use super::limits::Account;
use super::package::Package;
use super::{Sheet, Visibility, WorkbookError};
use parts::Parts;

/// The sheets of a workbook. Those that are charts or macros alone have no cells and are left out.
pub(super) fn sheets(package: &mut Package<'_>, account: &mut Account) -> Result<Vec<Sheet>, WorkbookError> {
    let parts = Parts::of(package, account)?;
    let styles = match &parts.styles {
        Some(part) => package.text(part, account)?.map(|text| styles::shown(&text)).transpose()?.unwrap_or_default(),
        None => Vec::new(),
    };
    let strings = match &parts.strings {
        Some(part) => {
            package.text(part, account)?.map(|text| strings::all(&text, account)).transpose()?.unwrap_or_default()
        }
        None => Vec::new(),
    };
    let book = sheet::Book { strings: &strings, styles: &styles, is_1904: parts.is_1904 };
    let mut sheets = Vec::new();
    for listed in &parts.sheets {
        let mut sheet = Sheet::new(listed.name.clone());
        sheet.visibility = if listed.is_hidden { Visibility::Hidden } else { Visibility::Visible };
        let told = |error: WorkbookError| error.in_sheet(&listed.name);
        let text = match &listed.part {
            Some(part) => package.text(part, account).map_err(told)?,
            None => None,
        };
        let Some(text) = text else {
            return Err(told(WorkbookError::damaged("文件中没有它的内容", "its content is not in the file")));
        };
        sheet::read(&text, &book, &mut sheet, account).map_err(told)?;
        sheets.push(sheet);
    }
    Ok(sheets)
}
