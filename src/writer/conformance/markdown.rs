//! A catalog beside the superior lists as a page of Markdown.

use std::io::{self, Write};

use super::{departing, departure, headings, item, missing, not_told, numbers, outside, subject};
use crate::conformance::Conformance;
use crate::lang::Lang;
use crate::print::printable;
use crate::writer::say;

/// Writes how the items stand to the superior lists as Markdown.
///
/// # Errors
/// What the writer reports.
pub fn write_markdown(conformance: &Conformance, lang: Lang, mut to: impl Write) -> io::Result<()> {
    writeln!(to, "# {}\n\n{}\n", plain(conformance.title.as_str()), plain(&subject(conformance, lang)))?;
    writeln!(to, "| {} | {} |\n|---|---:|", say(lang, "统计", "Count"), say(lang, "项数", "Items"))?;
    for (label, number) in numbers(conformance, lang) {
        writeln!(to, "| {label} | {number} |")?;
    }
    let [not_authorised, not_claimed, departures, causes] = headings(lang);
    list(not_authorised, outside(conformance).map(|one| item(one, lang)), &mut to)?;
    list(not_claimed, conformance.missing.iter().map(|one| missing(one, lang)), &mut to)?;
    if departing(conformance).next().is_some() {
        writeln!(to, "\n## {departures}\n\n| {} | {} |\n|---|---|", say(lang, "事项", "Item"), departures)?;
    }
    for one in departing(conformance) {
        let all: Vec<String> = one.departures.iter().map(|other| plain(&departure(other, lang))).collect();
        writeln!(to, "| {} | {} |", plain(&item(one, lang)), all.join("<br>"))?;
    }
    let told = not_told(conformance, lang).into_iter();
    list(causes, told.map(|(cause, count)| format!("{cause}{}{count}", say(lang, "：", ": "))), &mut to)
}

fn list(heading: &str, lines: impl Iterator<Item = String>, to: &mut impl Write) -> io::Result<()> {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        writeln!(to, "\n## {heading}\n")?;
    }
    lines.try_for_each(|line| writeln!(to, "- {}", plain(&line)))
}

/// A text in which nothing is markup.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in printable(text).chars() {
        match c {
            '\n' | '\r' => plain.push(' '),
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '#' | '`' => plain.extend(['\\', c]),
            c => plain.push(c),
        }
    }
    plain
}
