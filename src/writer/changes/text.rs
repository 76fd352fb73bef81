//! What changed between two editions, as text.

use std::io::{self, Write};

use super::sums::Rank;
use super::words::{FieldWords, Shown};
use super::{ChangeOptions, ChangeTold, ItemTold, Told};
use crate::diff::Changes;
use crate::lang::Lang;
use crate::print::printable;
use crate::writer::{padded, say};

/// Writes what changed between two editions as text.
///
/// # Errors
/// What the writer reports.
pub fn write_text(changes: &Changes, options: &ChangeOptions<'_>, mut to: impl Write) -> io::Result<()> {
    let lang = options.lang;
    let told = Told::new(changes, *options);
    writeln!(to, "{}", told.heading())?;
    let colon = say(lang, "：", ": ");
    for (label, side) in told.sides() {
        writeln!(to, "  {label}{colon}{}", printable(&side))?;
    }
    for line in told.comparable() {
        writeln!(to, "{line}")?;
    }
    for block in told.blocks() {
        writeln!(to, "\n{}", block.heading)?;
        let labels = block.rows.iter().map(|row| {
            let indent = if row.rank == Rank::OfThese { "    " } else { "  " };
            format!("{indent}{}", row.label)
        });
        let labels: Vec<String> = labels.collect();
        for (row, label) in block.rows.iter().zip(padded(&labels)) {
            writeln!(to, "{label}  {:>7}", row.number)?;
        }
    }
    let remarks = told.remarks();
    if !remarks.is_empty() {
        writeln!(to)?;
    }
    for remark in remarks {
        writeln!(to, "{remark}")?;
    }
    for (list, groups) in told.lists() {
        writeln!(to, "\n{list}")?;
        for group in groups {
            writeln!(to, "\n  {}", group.heading)?;
            for item in group.items {
                write_item(&told.item(item), lang, &mut to)?;
            }
        }
    }
    let mut records = told.records().peekable();
    if records.peek().is_some() {
        writeln!(to, "\n{}", say(lang, "其他记录", "Other records"))?;
    }
    for (heading, lines) in records {
        writeln!(to, "\n  {heading}")?;
        for line in lines {
            writeln!(to, "    {}", printable(&line))?;
        }
    }
    let unmet = told.unmet();
    if !unmet.is_empty() {
        writeln!(to, "\n{}", say(lang, "未落实的调整记录", "Adjustments whose effect is not there"))?;
    }
    for line in unmet {
        writeln!(to, "  {}", printable(&line))?;
    }
    Ok(())
}

fn write_item(item: &ItemTold, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    let (open, close) = (say(lang, "〔", " ["), say(lang, "〕", "]"));
    let code = item.code.as_ref().map(|code| format!("{open}{}{close}", printable(code))).unwrap_or_default();
    writeln!(to, "    {}{code}", printable(&item.name))?;
    if let Some(doubt) = &item.doubt {
        writeln!(to, "      {doubt}")?;
    }
    for change in &item.changes {
        write_change(change, lang, to)?;
    }
    Ok(())
}

fn write_change(change: &ChangeTold, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    let (open, close) = (say(lang, "（", " ("), say(lang, "）", ")"));
    let effect = change.effect.as_ref().map(|(_, effect)| format!("{open}{effect}{close}")).unwrap_or_default();
    let recorded = change.recorded(lang).map(|recorded| format!("{}{}", say(lang, "，", ", "), printable(&recorded)));
    writeln!(to, "      {}{effect}{}", change.class, recorded.unwrap_or_default())?;
    for field in &change.fields {
        writeln!(to, "        {}", in_a_line(field, lang, |text| printable(text).into_owned()))?;
    }
    Ok(())
}

/// A field with its values on one line.
pub(super) fn in_a_line(field: &FieldWords, lang: Lang, harmless: impl Fn(&str) -> String) -> String {
    let title = harmless(&field.title);
    if let Some(besides) = &field.besides {
        let came = field.old.is_none();
        let what = if came { say(lang, "增加", "added: ") } else { say(lang, "减少", "removed: ") };
        let blank = if besides.is_empty() { "" } else { say(lang, "", " ") };
        return format!("{what}{title}{blank}{}", harmless(besides));
    }
    let value = |shown: &Option<Shown>| {
        let nothing = || say(lang, "（无）", "(none)").to_owned();
        shown.as_ref().map_or_else(nothing, |shown| harmless(&shown.cut))
    };
    format!("{title}{}{} → {}", say(lang, "：", ": "), value(&field.old), value(&field.new))
}
