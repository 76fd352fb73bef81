//! Where a finding stands, in words that somebody with the workbook or the file in hand can follow.

use crate::finding::{Finding, Place, RecordKey, SourceCell};
use crate::lang::Lang;
use crate::print::printable;
use crate::schema::titles;
use crate::writer::{escaped, say};

/// Where a finding stands, as markup: in the cell of the source where that is known, else in the file.
pub(super) fn place(finding: &Finding, lang: Lang) -> String {
    let cell = finding.source.as_ref();
    let mut parts: Vec<String> = cell.map(|cell| escaped(&in_source(cell, lang))).into_iter().collect();
    if cell.is_none_or(|cell| cell.row.is_none()) {
        parts.push(in_file(&finding.place, lang));
    }
    if let Some(field) = field(finding, lang) {
        parts.push(format!("<small>{}{}</small>", say(lang, "栏目：", "field: "), escaped(&field)));
    }
    parts.join(" ")
}

/// 文件、工作表、行、列.
fn in_source(cell: &SourceCell, lang: Lang) -> String {
    let mut words = Vec::new();
    let file = cell.file.as_deref().or(if cell.sheet.is_none() { Some(cell.source.as_ref()) } else { None });
    match lang {
        Lang::Zh => {
            words.extend(file.map(|file| format!("“{}”", printable(file))));
            words.extend(cell.sheet.as_ref().map(|sheet| format!("工作表“{}”", printable(sheet))));
            words.extend(cell.row.map(|row| format!("第{row}行")));
            words.extend(cell.columns.as_ref().map(|columns| format!("{}列", printable(columns))));
            words.concat()
        }
        Lang::En => {
            words.extend(file.map(|file| format!("`{}`", printable(file))));
            words.extend(cell.sheet.as_ref().map(|sheet| format!("sheet `{}`", printable(sheet))));
            words.extend(cell.row.map(|row| format!("row {row}")));
            words.extend(cell.columns.as_ref().map(|columns| format!("column {}", printable(columns))));
            words.join(", ")
        }
    }
}

/// Line and column of the file, which is named where there are several, and the JSON Pointer; as markup.
pub(super) fn in_file(place: &Place, lang: Lang) -> String {
    let mut words = Vec::new();
    words.extend(place.input.as_deref().map(escaped));
    words.extend(place.line.map(|line| match (place.column, lang) {
        (None, Lang::Zh) => format!("目录文件第{line}行"),
        (Some(column), Lang::Zh) => format!("目录文件第{line}行第{column}列"),
        (None, Lang::En) => format!("line {line}"),
        (Some(column), Lang::En) => format!("line {line}, column {column}"),
    }));
    words.extend(match place.pointer.as_str() {
        "" => None,
        pointer => Some(format!("<code>{}</code>", escaped(pointer))),
    });
    words.join(" ")
}

/// The field, by its title in Chinese.
fn field(finding: &Finding, lang: Lang) -> Option<String> {
    match lang {
        Lang::Zh => titles::field(&finding.place.pointer),
        Lang::En => None,
    }
}

/// A record, as markup: its name, and what it is.
pub(super) fn record(record: Option<&RecordKey>, lang: Lang) -> String {
    let Some(record) = record else { return say(lang, "清单整体", "the catalog as a whole").to_owned() };
    let kind = match lang {
        Lang::Zh => record.kind.title_zh().to_owned(),
        Lang::En => record.kind.tag().replace('_', " "),
    };
    let id = record.id.as_ref().map(|id| escaped(id.as_str()));
    match (record.name.as_deref().filter(|name| !name.trim().is_empty()), id) {
        (Some(name), Some(id)) => format!("{}<small>{kind} {id}</small>", escaped(name)),
        (Some(name), None) => format!("{}<small>{kind}</small>", escaped(name)),
        (None, Some(id)) => format!("{id}<small>{kind}</small>"),
        (None, None) => format!("{kind}<small>{}</small>", say(lang, "编号不明", "id not known")),
    }
}
