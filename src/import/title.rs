//! The title of a list, and the division that it names.

use super::error::ImportError;
use crate::code::DivisionCode;
use crate::codelist::{division_name, divisions_named};
use crate::file_name::file_stem;
use crate::model::Text;
use crate::workbook::Workbook;

/// A division, and the title from which it was taken where nobody stated it.
pub(super) struct Place {
    pub(super) division: DivisionCode,
    pub(super) from: Option<(String, DivisionCode)>,
}

/// The division that is stated, else the one that a title or the name of a file begins with.
pub(super) fn division(
    stated: Option<DivisionCode>,
    titles: &[String],
    workbooks: &[&Workbook],
) -> Result<Place, ImportError> {
    if let Some(division) = stated {
        return Ok(Place { division, from: None });
    }
    let files = workbooks.iter().map(|workbook| file_stem(&workbook.name));
    let names = titles.iter().map(|title| title.trim()).chain(files);
    for name in names {
        match divisions_named(name).as_slice() {
            [] => {}
            [only] => return Ok(Place { division: *only, from: Some((name.to_owned(), *only)) }),
            several => {
                let told = several.iter().map(|code| format!("{code} {}", division_name(*code).unwrap_or_default()));
                return Err(ImportError::SeveralDivisions { divisions: told.collect() });
            }
        }
    }
    Err(ImportError::NoDivision)
}

/// The title of the catalog: that above the list, where all lists have one; else the name of the file, or of the first.
pub(super) fn of(titles: &[String], workbooks: &[&Workbook]) -> Option<Text> {
    let first = titles.first().map(|title| title.trim()).filter(|title| !title.is_empty());
    let file = workbooks.first().map(|workbook| file_stem(&workbook.name));
    let title = if workbooks.len() == 1 { first.or(file) } else { file.or(first) }?;
    Text::new(title).ok()
}
