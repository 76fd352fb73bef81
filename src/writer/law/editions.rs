//! Editions of instruments: as rows of a table, and in words.

use std::io;
use std::num::NonZeroU16;

use serde::Serialize;

use crate::codelist::{InstrumentStatus, LegalRank};
use crate::law::facts::{Edition, LawFacts};
use crate::model::{Date, Text};
use crate::numeral;
use crate::print::printable;

/// An edition with the columns of a file of facts.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EditionRow<'a> {
    pub(super) title: &'a str,
    rank: LegalRank,
    pub(super) version_date: Option<Date>,
    pub(super) effective_on: Option<Date>,
    status: InstrumentStatus,
    ended_on: Option<Date>,
    last_article: Option<NonZeroU16>,
    successor: Option<&'a str>,
    seen_on: Option<Date>,
}

impl<'a> EditionRow<'a> {
    pub(super) fn of(edition: &'a Edition) -> Self {
        Self {
            title: edition.title.as_str(),
            rank: edition.rank,
            version_date: edition.version_date,
            effective_on: edition.effective_on,
            status: edition.status,
            ended_on: edition.ended_on,
            last_article: edition.last_article,
            successor: edition.successor.as_ref().map(Text::as_str),
            seen_on: edition.seen_on,
        }
    }

    /// Which one it is: 2016年7月2日的版本，共八十二条.
    pub(super) fn in_chinese(&self) -> String {
        let made = self
            .version_date
            .map_or_else(|| "日期未收录的版本".to_owned(), |day| format!("{}的版本", day.in_chinese()));
        match self.last_article {
            Some(last) => format!("{made}，共{}条", numeral::write(last)),
            None => format!("{made}，末条未收录"),
        }
    }

    pub(super) fn in_english(&self) -> String {
        let made = self
            .version_date
            .map_or_else(|| "an edition without a day".to_owned(), |day| format!("the edition of {day}"));
        match self.last_article {
            Some(last) => format!("{made}, with {last} articles"),
            None => format!("{made}, whose last article is not held"),
        }
    }

    /// All that is known.
    pub(super) fn line_in_chinese(&self) -> String {
        let mut parts = vec![self.in_chinese(), self.rank.title_zh().to_owned(), self.status.title_zh().to_owned()];
        parts.extend(self.effective_on.map(|day| format!("自{}起施行", day.in_chinese())));
        parts.extend(self.ended_on.map(|day| format!("自{}起不再有效", day.in_chinese())));
        parts.extend(self.seen_on.map(|day| format!("核实至{}", day.in_chinese())));
        parts.join("；")
    }

    pub(super) fn line_in_english(&self) -> String {
        let mut parts =
            vec![self.in_english(), self.rank.as_str().replace('_', " "), self.status.as_str().replace('_', " ")];
        parts.extend(self.effective_on.map(|day| format!("in force from {day}")));
        parts.extend(self.ended_on.map(|day| format!("until {day}")));
        parts.extend(self.seen_on.map(|day| format!("seen on {day}")));
        parts.join("; ")
    }
}

/// All editions of some facts, one a row.
fn rows(facts: &LawFacts) -> impl Iterator<Item = EditionRow<'_>> {
    facts.editions().map(EditionRow::of)
}

/// Writes all editions as CSV with the columns that [`LawFacts::from_csv`] reads.
///
/// # Errors
/// What the target says when it cannot be written to.
pub fn write_instruments_csv(facts: &LawFacts, to: impl io::Write) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(to);
    csv.write_record([
        "title",
        "rank",
        "version_date",
        "effective_on",
        "status",
        "ended_on",
        "last_article",
        "successor",
        "seen_on",
    ])?;
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    for row in rows(facts) {
        let last = row.last_article.map(|last| last.to_string()).unwrap_or_default();
        let (version, effective, ended, seen) =
            (day(row.version_date), day(row.effective_on), day(row.ended_on), day(row.seen_on));
        let (title, successor) = (printable(row.title), printable(row.successor.unwrap_or_default()));
        csv.write_record([
            &*title,
            row.rank.as_str(),
            &version,
            &effective,
            row.status.as_str(),
            &ended,
            &last,
            &successor,
            &seen,
        ])?;
    }
    csv.flush()
}

/// Writes all editions as JSON, one object each in a list.
///
/// # Errors
/// What the target says when it cannot be written to.
pub fn write_instruments_json(facts: &LawFacts, to: impl io::Write) -> io::Result<()> {
    crate::writer::write_json(&rows(facts).collect::<Vec<_>>(), to)
}
