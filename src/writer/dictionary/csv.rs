//! The data dictionary as tables for spreadsheets.

use std::io;

use csv::Terminator;

use super::{field_cells, field_columns, yes};
use crate::dictionary::Dictionary;
use crate::lang::Lang;
use crate::writer::{harmless, say};

/// Writes the fields of a dictionary as comma-separated values, RFC 4180, one row a field.
///
/// It begins with a byte order mark, without which spreadsheets take Chinese for another encoding. A text that a
/// spreadsheet would take for a formula is written after an apostrophe.
///
/// # Errors
/// What the target says when it cannot be written to.
pub fn write_fields_csv(dictionary: &Dictionary, lang: Lang, to: impl io::Write) -> io::Result<()> {
    let mut table = table(to)?;
    let of_type = [say(lang, "所属类型", "type"), say(lang, "类型中文名", "type_title")];
    table.write_record(of_type.iter().chain(&field_columns(lang)))?;
    for entry in &dictionary.types {
        for field in &entry.fields {
            let cells = field_cells(field, lang);
            table.write_record([&entry.name, &entry.title].into_iter().chain(&cells).map(|cell| harmless(cell)))?;
        }
    }
    table.flush()
}

/// Writes the code lists of a dictionary as comma-separated values, as [`write_fields_csv`] does, one row a value.
///
/// # Errors
/// What the target says when it cannot be written to.
pub fn write_code_lists_csv(dictionary: &Dictionary, lang: Lang, to: impl io::Write) -> io::Result<()> {
    let mut table = table(to)?;
    table.write_record(match lang {
        Lang::Zh => ["代码表", "代码表中文名", "可扩充", "代码", "中文名", "依据", "说明"],
        Lang::En => ["list", "list_title", "open", "value", "title", "source", "description"],
    })?;
    for list in &dictionary.code_lists {
        for value in &list.values {
            let cells = [
                list.name.as_str(),
                &list.title,
                yes(list.open, lang),
                &value.value,
                &value.title,
                list.source.as_deref().unwrap_or_default(),
                &list.description,
            ];
            table.write_record(cells.map(harmless))?;
        }
    }
    table.flush()
}

fn table<W: io::Write>(mut to: W) -> io::Result<csv::Writer<W>> {
    to.write_all("\u{feff}".as_bytes())?;
    Ok(csv::WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to))
}
