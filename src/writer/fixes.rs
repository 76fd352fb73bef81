//! What is corrected in the text of a catalog, for people: a diff, and what it comes to.

use std::io::{self, Write};

use crate::fix::{FixClass, Fixed, InputFixes, LeftCause, LeftScope};
use crate::lang::Lang;
use crate::print::printable;
use crate::writer::say;

mod diff;

/// Writes what is corrected as a unified diff. Where lines are long, as in a catalog of one line, each correction is
/// shown by itself, with what stands around it; members whose order changes are listed by name. Nothing is written where
/// nothing is corrected.
///
/// Characters on which terminals or CI systems act are written out, so lines that have some do not fit a patch.
///
/// # Errors
/// What the writer reports.
pub fn write_diff(fixed: &Fixed<'_>, mut to: impl Write) -> io::Result<()> {
    if !fixed.is_changed() {
        return Ok(());
    }
    let name = printable(&fixed.fixes.name).into_owned();
    writeln!(to, "--- {name}\n+++ {name}")?;
    diff::write(fixed.text(), &fixed.fixes.fixes, &mut to)
}

/// Writes in one line how much is corrected, by class, and whether some of it is not listed.
///
/// # Errors
/// What the writer reports.
///
/// ```
/// use qingdan::Lang;
/// use qingdan::fix::Fixer;
/// use qingdan::writer::fixes::write_summary;
/// let line = r#"{"organization": {"id": "water", "name": "水利局 ", "kind": "department", "parent": null}}"#;
/// let mut summary = Vec::new();
/// write_summary(&Fixer::new().fix("a.ndjson", line.as_bytes()).fixes, Lang::Zh, &mut summary)?;
/// assert_eq!(String::from_utf8_lossy(&summary), "a.ndjson：修正2处：名称首尾空白1处，空值（null）1处\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write_summary(fixes: &InputFixes, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let name = printable(&fixes.name);
    let count = fixes.count();
    if count == 0 {
        return match lang {
            Lang::Zh => writeln!(to, "{name}：没有要修正的"),
            Lang::En => writeln!(to, "{name}: nothing to correct"),
        };
    }
    let classes: Vec<String> = fixes
        .by_class
        .iter()
        .map(|(&class, count)| match lang {
            Lang::Zh => format!("{}{count}处", class.title_zh()),
            Lang::En => format!("{} {count}", class_in_english(class)),
        })
        .collect();
    let classes = classes.join(say(lang, "，", ", "));
    match lang {
        Lang::Zh => writeln!(to, "{name}：修正{count}处：{classes}")?,
        Lang::En => {
            let noun = if count == 1 { "correction" } else { "corrections" };
            writeln!(to, "{name}: {count} {noun}: {classes}")?;
        }
    }
    match (fixes.not_listed, lang) {
        (0, _) => Ok(()),
        (more, Lang::Zh) => writeln!(to, "{name}：另有{more}处同样修正，未逐一列出"),
        (more, Lang::En) => writeln!(to, "{name}: {more} of them are made and not listed"),
    }
}

/// Writes what was left alone, and why: one line each.
///
/// # Errors
/// What the writer reports.
pub fn write_left(fixes: &InputFixes, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let name = printable(&fixes.name);
    for left in &fixes.left {
        let place = match (left.place.line, left.place.column) {
            (Some(line), Some(column)) => format!(":{line}:{column}"),
            _ => String::new(),
        };
        match lang {
            Lang::Zh => writeln!(to, "{name}{place}：{}未处理：{}", left.scope.title_zh(), left.cause.title_zh())?,
            Lang::En => {
                let (scope, cause) = (scope_in_english(left.scope), cause_in_english(left.cause));
                writeln!(to, "{name}{place}: {scope} was left alone: {cause}")?;
            }
        }
    }
    match (fixes.left_not_listed, lang) {
        (0, _) => Ok(()),
        (more, Lang::Zh) => writeln!(to, "{name}：另有{more}处未处理，未逐一列出"),
        (more, Lang::En) => writeln!(to, "{name}: {more} more were left alone and are not listed"),
    }
}

fn class_in_english(class: FixClass) -> &'static str {
    match class {
        FixClass::Blanks => "blanks around names",
        FixClass::Width => "full-width characters of codes",
        FixClass::Nulls => "members that are null",
        FixClass::Spelling => "spelling of member names",
        FixClass::Order => "order of members",
    }
}

fn scope_in_english(scope: LeftScope) -> &'static str {
    match scope {
        LeftScope::Input => "the file",
        LeftScope::Line => "the line",
        LeftScope::Record => "the record",
    }
}

fn cause_in_english(cause: LeftCause) -> &'static str {
    match cause {
        LeftCause::NotUtf8 => "it is not UTF-8",
        LeftCause::NotJson => "it is not JSON",
        LeftCause::RepeatedKey => "a member name stands twice in it",
        LeftCause::TooLarge => "it is larger or nested deeper than may be read",
        LeftCause::VersionUnsupported => "its schema_version is not supported",
        LeftCause::NotACatalog => "it is no catalog",
    }
}
