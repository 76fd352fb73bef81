//! The data dictionary as pages of Markdown.

use std::io::{self, Write};

use super::{field_cells, field_columns, list_heading, type_heading};
use crate::dictionary::Dictionary;
use crate::lang::Lang;
use crate::writer::markdown::{inline, literal};
use crate::writer::say;

/// Writes the fields of a dictionary as one page of Markdown, a table a type.
///
/// ```
/// use qingdan::{Lang, dictionary::Dictionary, writer::dictionary::write_fields_markdown};
/// let mut page = Vec::new();
/// write_fields_markdown(&Dictionary::of_header(), Lang::Zh, &mut page)?;
/// assert!(String::from_utf8(page)?.contains("| header.title | "));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// What the target says when it cannot be written to.
pub fn write_fields_markdown(dictionary: &Dictionary, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let to: &mut dyn Write = &mut to;
    writeln!(to, "# {}\n", say(lang, "数据字典", "Data dictionary"))?;
    let every_text: Vec<String> = dictionary.every_text.iter().map(ToString::to_string).collect();
    match lang {
        Lang::Zh => writeln!(
            to,
            "由模式和规则得出。组成部分只列一次；“可多个”的栏目为列表。说明用英文，与模式相同。\
             逐条查看所有文本的规则不在各栏列出：{}。",
            every_text.join("、")
        ),
        Lang::En => writeln!(
            to,
            "Drawn from the schema and the rules. A part is told once, with the fields in which it stands. Rules that \
             look at every text stand at no field: {}.",
            every_text.join(", ")
        ),
    }?;
    for entry in &dictionary.types {
        writeln!(to, "\n## {}\n\n{}", inline(&type_heading(entry)), literal(&entry.description))?;
        about(entry.source.as_deref(), &entry.used_in, lang, to)?;
        writeln!(to)?;
        row(field_columns(lang).map(literal), to)?;
        rule_below(field_columns(lang).len(), to)?;
        for field in &entry.fields {
            row(field_cells(field, lang).map(|cell| literal(&cell)), to)?;
        }
    }
    Ok(())
}

/// Writes the code lists of a dictionary as one page of Markdown, a table a list.
///
/// # Errors
/// What the target says when it cannot be written to.
pub fn write_code_lists_markdown(dictionary: &Dictionary, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let to: &mut dyn Write = &mut to;
    writeln!(to, "# {}", say(lang, "代码表", "Code lists"))?;
    for list in &dictionary.code_lists {
        writeln!(to, "\n## {}\n\n{}", inline(&list_heading(list, lang)), literal(&list.description))?;
        about(list.source.as_deref(), &list.used_in, lang, to)?;
        writeln!(to)?;
        row([say(lang, "代码", "value"), say(lang, "中文名", "title")].map(literal), to)?;
        rule_below(2, to)?;
        for value in &list.values {
            row([literal(&value.value), literal(&value.title)], to)?;
        }
    }
    Ok(())
}

/// The source of a type or list, and where it stands.
fn about(source: Option<&str>, used_in: &[String], lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let colon = say(lang, "：", ": ");
    if let Some(source) = source {
        writeln!(to, "\n{}{colon}{}", say(lang, "依据", "Source"), literal(source))?;
    }
    if !used_in.is_empty() {
        let used_in = used_in.iter().map(|path| literal(path)).collect::<Vec<_>>().join(say(lang, "、", ", "));
        writeln!(to, "\n{}{colon}{used_in}", say(lang, "所在栏目", "Stands in"))?;
    }
    Ok(())
}

fn row(cells: impl IntoIterator<Item = String>, to: &mut dyn Write) -> io::Result<()> {
    for cell in cells {
        write!(to, "| {cell} ")?;
    }
    writeln!(to, "|")
}

fn rule_below(columns: usize, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "{}|", "|---".repeat(columns))
}
