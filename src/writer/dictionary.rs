//! The data dictionary for people: pages of Markdown, and tables for spreadsheets.

mod csv;
mod markdown;

pub use csv::{write_code_lists_csv, write_fields_csv};
pub use markdown::{write_code_lists_markdown, write_fields_markdown};

use super::say;
use crate::dictionary::{CodeListEntry, FieldEntry, TypeEntry, ValueForm};
use crate::lang::Lang;

/// The columns of fields: 字段, 中文名, 类型, 必填, 取值, 引用, 依据, 说明, 规则.
const FIELD_COLUMNS: usize = 9;

/// What the columns of fields are called: official terms, or the names of the members in JSON.
fn field_columns(lang: Lang) -> [&'static str; FIELD_COLUMNS] {
    match lang {
        Lang::Zh => ["字段", "中文名", "类型", "必填", "取值", "引用", "依据", "说明", "读取它的规则"],
        Lang::En => ["path", "title", "form", "required", "allowed", "refers_to", "source", "description", "rules"],
    }
}

/// The cells of a field, in the order of the columns.
fn field_cells(field: &FieldEntry, lang: Lang) -> [String; FIELD_COLUMNS] {
    let rules: Vec<String> = field.rules.iter().map(|read| read.rule.to_string()).collect();
    [
        field.path.clone(),
        field.title.clone(),
        form(field, lang),
        yes(field.required, lang).to_owned(),
        allowed(field, lang),
        refers_to(field, lang),
        field.source.clone().unwrap_or_default(),
        field.description.clone(),
        rules.join(say(lang, "、", ", ")),
    ]
}

fn yes(is: bool, lang: Lang) -> &'static str {
    if is { say(lang, "是", "yes") } else { say(lang, "否", "no") }
}

/// What stands in a field, and whether several may.
fn form(field: &FieldEntry, lang: Lang) -> String {
    let form = match lang {
        Lang::Zh => field.form.title_zh().to_owned(),
        Lang::En => field.form.as_str().replace('_', " "),
    };
    if field.many { format!("{form}{}", say(lang, "（可多个）", " (list)")) } else { form }
}

/// Which values a field takes: the name of its code list, code or part, a pattern, bounds.
fn allowed(field: &FieldEntry, lang: Lang) -> String {
    // The form of an id and the bounds of texts that are ids are the same everywhere, and their pattern is long.
    let is_id = matches!(field.form, ValueForm::Id | ValueForm::Reference);
    let most = field.max_length.map(|most| match lang {
        Lang::Zh => format!("不超过{most}个字符，不含空白"),
        Lang::En => format!("at most {most} characters without blanks"),
    });
    let bounds = match (field.minimum, field.maximum) {
        (Some(least), Some(u32::MAX)) => Some(format!("≥ {least}")),
        (Some(least), Some(most)) => Some(format!("{least}–{most}")),
        _ => None,
    };
    let pattern = field.pattern.clone().filter(|_| !is_id);
    let said = [field.type_name.clone(), pattern, most, bounds];
    said.into_iter().flatten().collect::<Vec<_>>().join(say(lang, "；", "; "))
}

/// Whose id stands in a field.
fn refers_to(field: &FieldEntry, lang: Lang) -> String {
    match (field.refers_to, &field.kind_named_by) {
        (Some(kind), _) => format!("{} {kind}", say(lang, kind.title_zh(), "")).trim_start().to_owned(),
        (None, Some(by)) => match lang {
            Lang::Zh => format!("{by} 一栏所写类型的记录"),
            Lang::En => format!("a record of the kind in {by}"),
        },
        (None, None) => String::new(),
    }
}

/// What a type is called: the Chinese term, and the name of its records or of the type in schemas.
fn type_heading(entry: &TypeEntry) -> String {
    let name = entry.kind.map_or(entry.name.as_str(), |kind| kind.tag());
    format!("{} `{name}`", entry.title)
}

/// What a code list is called, and whether other values may stand there too.
fn list_heading(list: &CodeListEntry, lang: Lang) -> String {
    let open = if list.open { say(lang, "（可扩充）", " (open)") } else { "" };
    format!("{}{open} `{}`", list.title, list.name)
}
