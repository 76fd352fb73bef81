//! What changed between two editions, as a page of Markdown for those who write about it.

use std::io::{self, Write};

use super::sums::Rank;
use super::text::in_a_line;
use super::{ChangeOptions, ItemTold, Told};
use crate::diff::Changes;
use crate::lang::Lang;
use crate::writer::markdown::{literal, unmarked};
use crate::writer::say;

/// Writes what changed between two editions as a page of Markdown.
///
/// # Errors
/// What the writer reports.
pub fn write_markdown(changes: &Changes, options: &ChangeOptions<'_>, mut to: impl Write) -> io::Result<()> {
    let lang = options.lang;
    let told = Told::new(changes, *options);
    writeln!(to, "# {}\n", told.heading())?;
    let colon = say(lang, "：", ": ");
    for (label, side) in told.sides() {
        writeln!(to, "- **{label}**{colon}{}", literal(&side))?;
    }
    for line in told.comparable() {
        writeln!(to, "\n{}", literal(&line))?;
    }
    for block in told.blocks() {
        writeln!(to, "\n| {} | {} |\n| --- | ---: |", block.heading, say(lang, "数量", "number"))?;
        for row in &block.rows {
            match row.rank {
                Rank::Part => writeln!(to, "| {} | {} |", row.label, row.number)?,
                Rank::OfThese => writeln!(to, "| *{}* | *{}* |", row.label, row.number)?,
                Rank::Sum => writeln!(to, "| **{}** | **{}** |", row.label, row.number)?,
            }
        }
    }
    for remark in told.remarks() {
        writeln!(to, "\n{}", literal(&remark))?;
    }
    for (list, groups) in told.lists() {
        writeln!(to, "\n## {list}")?;
        for group in groups {
            writeln!(to, "\n### {}\n", group.heading)?;
            for item in group.items {
                write_item(&told.item(item), lang, &mut to)?;
            }
        }
    }
    let mut records = told.records().peekable();
    if records.peek().is_some() {
        writeln!(to, "\n## {}", say(lang, "其他记录", "Other records"))?;
    }
    for (heading, lines) in records {
        writeln!(to, "\n### {heading}\n")?;
        list(&lines, &mut to)?;
    }
    let unmet = told.unmet();
    if !unmet.is_empty() {
        writeln!(to, "\n## {}\n", say(lang, "未落实的调整记录", "Adjustments whose effect is not there"))?;
    }
    list(&unmet, &mut to)
}

fn list(lines: &[String], to: &mut impl Write) -> io::Result<()> {
    for line in lines {
        writeln!(to, "- {}", unmarked(literal(line)))?;
    }
    Ok(())
}

fn write_item(item: &ItemTold, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    let (open, close) = (say(lang, "〔", " \\["), say(lang, "〕", "\\]"));
    let code = item.code.as_ref().map(|code| format!("{open}{}{close}", literal(code))).unwrap_or_default();
    writeln!(to, "- **{}**{code}", literal(&item.name))?;
    if let Some(doubt) = &item.doubt {
        writeln!(to, "  - *{doubt}*")?;
    }
    let (open, close) = (say(lang, "（", " ("), say(lang, "）", ")"));
    for change in &item.changes {
        let effect = change.effect.as_ref().map(|(_, effect)| format!("{open}{effect}{close}")).unwrap_or_default();
        let recorded = change.recorded(lang).map(|recorded| format!("{}{}", say(lang, "，", ", "), literal(&recorded)));
        writeln!(to, "  - {}{effect}{}", change.class, recorded.unwrap_or_default())?;
        for field in &change.fields {
            writeln!(to, "    - {}", unmarked(in_a_line(field, lang, literal)))?;
        }
    }
    Ok(())
}
