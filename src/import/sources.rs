//! Where records come from: the entries of `header.sources`, and the place of each record in them.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use super::column::Column;
use super::header::SheetHeader;
use super::rows::Entry;
use crate::file_name::{file_name, file_stem};
use crate::model::{Columns, Id, Kind, Source, SourceFile, Text};
use crate::workbook::column_letters;

/// An id for a sheet: the name of the file and the number of the sheet, as people would say it.
pub(super) fn id(file: &str, sheet: usize, several: bool, taken: &mut BTreeSet<String>) -> Option<Id> {
    let plain: String = file_stem(file)
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' })
        .take(36)
        .collect();
    let plain = if plain.trim_matches('-').is_empty() { "list".to_owned() } else { plain };
    let number = sheet.saturating_add(1);
    let base = if several { format!("{plain}-{number}") } else { plain };
    let (mut id, mut more) = (base.clone(), 1_u32);
    while !taken.insert(id.clone()) {
        more = more.saturating_add(1);
        id = format!("{base}-{more}");
    }
    id.parse().ok()
}

/// The entry of a sheet.
pub(super) fn file(id: Id, file: &str, sheet: &str, header: &SheetHeader) -> SourceFile {
    let mut source = SourceFile::new(id);
    source.file = Text::new(file_name(file)).ok();
    source.sheet = Text::new(sheet).ok();
    for column in &header.columns {
        let Some(field) = column.column.and_then(|of| of.field(header.kind)).filter(|_| !column.is_hidden) else {
            continue;
        };
        let letters = column_letters(column.number);
        let before = source.columns.get(field).map(|before| format!("{before},{letters}"));
        if let (Ok(key), Ok(letters)) = (Text::new(field), Text::new(before.unwrap_or(letters))) {
            source.columns.insert(key, letters);
        }
    }
    // What has no field stands under its header.
    add_extensions(&mut source.columns, header);
    source
}

fn add_extensions(columns: &mut Columns, header: &SheetHeader) {
    for column in header.columns.iter().filter(|column| !column.is_hidden) {
        if column.column.and_then(|of| of.field(header.kind)).is_none()
            && let (Ok(key), Ok(letters)) =
                (Text::new(format!("extensions.{}", column.header)), Text::new(column_letters(column.number)))
        {
            columns.insert(key, letters);
        }
    }
}

/// The place of an entry: its first row, and of fields whose merged cell begins in another row that one.
pub(super) fn of_entry(id: &Id, entry: &Entry<'_>, header: &SheetHeader) -> Source {
    let mut source = Source::new(id.clone());
    let first = entry.rows.first().copied().unwrap_or(1);
    source.row = NonZeroU32::new(first);
    for at in entry.columns() {
        let field = header.columns.get(at).and_then(|column| column.column).and_then(|of| of.field(header.kind));
        let (Some(field), Some((from, _))) = (field, entry.cells_at(at).first()) else { continue };
        if from.row != first
            && let (Ok(key), Some(row)) = (Text::new(field), NonZeroU32::new(from.row))
        {
            source.rows.insert(key, row);
        }
    }
    source
}

/// The columns that name bodies.
const OF_BODIES: [Column; 5] =
    [Column::Authorities, Column::UndertakingUnit, Column::CompetentDepartment, Column::From, Column::To];

/// The place of a body that a column names. Its name stands in another column than that of items, so that it has an entry
/// of its own.
pub(super) fn of_body(id: &Id, column: Column, row: u32) -> Option<Source> {
    let mut source = Source::new(body_source(id, column)?);
    source.row = NonZeroU32::new(row);
    Some(source)
}

fn body_source(id: &Id, column: Column) -> Option<Id> {
    format!("{id}:{column}").parse().ok()
}

/// The entries of a sheet for the columns that name bodies.
pub(super) fn of_bodies(of_items: &SourceFile, header: &SheetHeader) -> impl Iterator<Item = SourceFile> {
    OF_BODIES.into_iter().filter_map(|column| {
        let letters =
            header.at(column).and_then(|at| header.columns.get(at)).map(|column| column_letters(column.number))?;
        let mut source = SourceFile::new(body_source(&of_items.id, column)?);
        source.file.clone_from(&of_items.file);
        source.sheet.clone_from(&of_items.sheet);
        source.columns.insert(Text::new("name").ok()?, Text::new(letters).ok()?);
        // Its code stands in a column of its own.
        let code = header.at(Column::BodyCode).filter(|_| column == Column::Authorities);
        if let Some(code) = code.and_then(|at| header.columns.get(at)) {
            source.columns.insert(Text::new("credit_code").ok()?, Text::new(column_letters(code.number)).ok()?);
        }
        Some(source)
    })
}

/// The columns of a sheet that fill fields of records, or that are read beside others.
pub(super) fn filled(header: &SheetHeader) -> impl Iterator<Item = (Kind, Column)> {
    header.columns.iter().filter(|column| !column.is_hidden).filter_map(|column| Some((header.kind, column.column?)))
}
