//! A catalog beside the superior lists as text.

use std::io::{self, Write};

use super::{departing, departure, headings, item, missing, not_told, numbers, outside, subject};
use crate::conformance::Conformance;
use crate::lang::Lang;
use crate::print::printable;
use crate::writer::{padded, say};

/// Writes how the items stand to the superior lists as text: the numbers, then by name what nothing authorises, what is
/// not claimed, and what differs.
///
/// # Errors
/// What the writer reports.
pub fn write_text(conformance: &Conformance, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let (open, close) = (say(lang, "（", " ("), say(lang, "）", ")"));
    writeln!(to, "{}{open}{}{close}", printable(conformance.title.as_str()), printable(&conformance.division))?;
    writeln!(to, "{}", subject(conformance, lang))?;
    let numbers = numbers(conformance, lang);
    let labels: Vec<String> = numbers.iter().map(|(label, _)| label.clone()).collect();
    for ((_, number), label) in numbers.iter().zip(padded(&labels)) {
        writeln!(to, "  {label}  {number:>6}")?;
    }
    let [not_authorised, not_claimed, departures, causes] = headings(lang);
    let outside: Vec<String> = outside(conformance).map(|one| item(one, lang)).collect();
    part(not_authorised, &outside, &mut to)?;
    let missing: Vec<String> = conformance.missing.iter().map(|one| missing(one, lang)).collect();
    part(not_claimed, &missing, &mut to)?;
    let mut differing = Vec::new();
    for one in departing(conformance) {
        differing.push(item(one, lang));
        differing.extend(one.departures.iter().map(|other| format!("    {}", departure(other, lang))));
    }
    part(departures, &differing, &mut to)?;
    let causes_told: Vec<String> =
        not_told(conformance, lang).into_iter().map(|(cause, count)| format!("{cause}  {count}")).collect();
    part(causes, &causes_told, &mut to)
}

fn part(heading: &str, lines: &[String], to: &mut impl Write) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(to, "\n{heading}")?;
    lines.iter().try_for_each(|line| writeln!(to, "  {line}"))
}
