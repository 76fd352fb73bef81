//! A catalog beside the superior lists as one page. It needs nothing else: no script, no font, no picture from
//! elsewhere.

use std::io::{self, Write};

use super::{departing, departure, headings, item, missing, not_told, numbers, outside, subject};
use crate::conformance::Conformance;
use crate::lang::Lang;
use crate::writer::{escaped, page, say};

const STYLE: &str = include_str!("conformance.css");

/// Writes how the items stand to the superior lists as one HTML page.
///
/// # Errors
/// What the writer reports.
pub fn write_html(conformance: &Conformance, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let title = escaped(conformance.title.as_str());
    page::begin(lang, &title, STYLE, &mut to)?;
    writeln!(to, "<h1>{title}</h1>")?;
    writeln!(to, "<p>{}</p>\n<table class=\"numbers\">", escaped(&subject(conformance, lang)))?;
    for (label, number) in numbers(conformance, lang) {
        writeln!(to, "<tr><th scope=\"row\">{}</th><td class=\"number\">{number}</td></tr>", escaped(&label))?;
    }
    writeln!(to, "</table>")?;
    let [not_authorised, not_claimed, departures, causes] = headings(lang);
    list(not_authorised, outside(conformance).map(|one| item(one, lang)), &mut to)?;
    list(not_claimed, conformance.missing.iter().map(|one| missing(one, lang)), &mut to)?;
    if departing(conformance).next().is_some() {
        writeln!(to, "<h2>{departures}</h2>\n<table>")?;
        for one in departing(conformance) {
            let all: Vec<String> = one.departures.iter().map(|other| escaped(&departure(other, lang))).collect();
            writeln!(to, "<tr><th scope=\"row\">{}</th><td>{}</td></tr>", escaped(&item(one, lang)), all.join("<br>"))?;
        }
        writeln!(to, "</table>")?;
    }
    let told = not_told(conformance, lang).into_iter();
    list(causes, told.map(|(cause, count)| format!("{cause}{}{count}", say(lang, "：", ": "))), &mut to)?;
    page::end(&mut to)
}

fn list(heading: &str, lines: impl Iterator<Item = String>, to: &mut impl Write) -> io::Result<()> {
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return Ok(());
    }
    writeln!(to, "<h2>{heading}</h2>\n<ul>")?;
    lines.try_for_each(|line| writeln!(to, "<li>{}</li>", escaped(&line)))?;
    writeln!(to, "</ul>")
}
