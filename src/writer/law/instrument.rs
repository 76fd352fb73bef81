//! What is known of one instrument.

use std::io::{self, Write};

use serde::Serialize;

use super::editions::EditionRow;
use crate::lang::Lang;
use crate::law::facts::{Edition, LawFacts, Standing};
use crate::model::{Date, Text};
use crate::print::{excerpt, in_title_marks, printable};

/// 文件现状: what the facts hold of one instrument, and how it stands on a day.
///
/// ```
/// use qingdan::law::facts::LawFacts;
/// use qingdan::writer::law::InstrumentPage;
/// let page = InstrumentPage::of(LawFacts::known(), "水法", "2026-11-26".parse()?);
/// let mut text = Vec::new();
/// page.write(qingdan::Lang::Zh, &mut text)?;
/// assert!(String::from_utf8(text)?.starts_with("《水法》\n  2026年11月26日：现行有效，2016年7月2日的版本，共八十二条\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct InstrumentPage<'a> {
    /// What was asked for.
    title: &'a str,
    as_of: Date,
    standing: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_force: Option<EditionRow<'a>>,
    /// Since when it has ended, or from when it will be in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    successor: Option<&'a str>,
    editions: Vec<EditionRow<'a>>,
    /// Titles like it, where it is not held.
    near: Vec<&'a str>,
    /// Up to which day laws are held.
    known_to: Option<Date>,
}

/// How many titles like the one that is not held are named.
const NEAR: usize = 5;

impl<'a> InstrumentPage<'a> {
    /// What the facts hold of the instrument of a title, as of a day.
    #[must_use]
    pub fn of(facts: &'a LawFacts, title: &'a str, as_of: Date) -> Self {
        let held = facts.instrument(title);
        let mut page = Self {
            title,
            as_of,
            standing: "unknown",
            in_force: None,
            day: None,
            successor: None,
            editions: held.map(|held| held.editions().map(EditionRow::of).collect()).unwrap_or_default(),
            near: if held.is_none() { near(facts, title) } else { Vec::new() },
            known_to: facts.known_to(),
        };
        page.editions.sort_by_key(|edition| edition.version_date.or(edition.effective_on));
        match facts.standing(title, as_of) {
            Standing::NotHeld => page.standing = "not_held",
            Standing::InForce(edition) => {
                page.standing = "in_force";
                page.in_force = Some(EditionRow::of(edition));
            }
            Standing::NotYetInForce { from } => (page.standing, page.day) = ("not_yet_in_force", from),
            Standing::Ended { edition, since } => {
                page.standing = edition.status.as_str();
                page.day = since;
                page.successor = edition.successor.as_ref().map(Text::as_str);
            }
            Standing::Unknown => {}
        }
        page
    }

    /// Whether anything is held about it.
    #[must_use]
    pub fn is_held(&self) -> bool {
        !self.editions.is_empty()
    }

    /// Writes it for people.
    ///
    /// # Errors
    /// What the target says when it cannot be written to.
    pub fn write(&self, lang: Lang, mut to: impl Write) -> io::Result<()> {
        match lang {
            Lang::Zh => self.write_zh(&mut to),
            Lang::En => self.write_en(&mut to),
        }
    }

    fn write_zh(&self, to: &mut dyn Write) -> io::Result<()> {
        writeln!(to, "{}", in_title_marks(self.editions.last().map_or(self.title, |edition| edition.title)))?;
        let day = self.as_of.in_chinese();
        let on = |word: &str| self.day.map_or_else(|| word.to_owned(), |day| format!("自{}起{word}", day.in_chinese()));
        match (self.standing, &self.in_force) {
            ("not_held", _) => {
                writeln!(to, "  法规库未收录。未收录不等于不存在：地方性法规、规章大多没有收录，规范性文件没有收录。")?;
            }
            (_, Some(edition)) => writeln!(to, "  {day}：现行有效，{}", edition.in_chinese())?,
            ("not_yet_in_force", _) => {
                writeln!(to, "  {day}：所收版本尚未施行（{}）；此前的版本如有，未收录", on("施行"))?;
            }
            ("repealed", _) => writeln!(to, "  {day}：已{}", on("废止"))?,
            ("lapsed", _) => writeln!(to, "  {day}：已{}", on("失效"))?,
            _ => writeln!(to, "  {day}：所收资料不能确定现状")?,
        }
        if let Some(next) = self.successor {
            writeln!(to, "  替代文件：{}", in_title_marks(next))?;
        }
        for title in &self.near {
            writeln!(to, "  名称相近：{}", in_title_marks(title))?;
        }
        for edition in &self.editions {
            writeln!(to, "  版本：{}", edition.line_in_chinese())?;
        }
        match self.known_to {
            Some(day) => writeln!(to, "  法律收录至{}", day.in_chinese()),
            None => Ok(()),
        }
    }

    fn write_en(&self, to: &mut dyn Write) -> io::Result<()> {
        writeln!(to, "{}", printable(self.editions.last().map_or(self.title, |edition| edition.title)))?;
        let (day, on) = (self.as_of, self.day.map(|day| format!(" on {day}")).unwrap_or_default());
        match (self.standing, &self.in_force) {
            ("not_held", _) => writeln!(
                to,
                "  not held. Not held is not \"does not exist\": few local regulations and rules are held, and no normative document"
            )?,
            (_, Some(edition)) => writeln!(to, "  {day}: in force, {}", edition.in_english())?,
            ("not_yet_in_force", _) => {
                let from = self.day.map(|day| format!(" before {day}")).unwrap_or_default();
                writeln!(
                    to,
                    "  {day}: no edition held is in force{from}; an earlier one, if there was one, is not held"
                )?;
            }
            ("repealed", _) => writeln!(to, "  {day}: repealed{on}")?,
            ("lapsed", _) => writeln!(to, "  {day}: lapsed{on}")?,
            _ => writeln!(to, "  {day}: what is held does not say how it stands")?,
        }
        if let Some(next) = self.successor {
            writeln!(to, "  what took its place: {}", excerpt(next))?;
        }
        for title in &self.near {
            writeln!(to, "  a title like it: {}", excerpt(title))?;
        }
        for edition in &self.editions {
            writeln!(to, "  edition: {}", edition.line_in_english())?;
        }
        match self.known_to {
            Some(day) => writeln!(to, "  laws are held up to {day}"),
            None => Ok(()),
        }
    }
}

/// The held titles most like one that is not: the one that it misspells, and those that contain it or that it contains.
fn near<'a>(facts: &'a LawFacts, title: &str) -> Vec<&'a str> {
    let asked = crate::law::facts::title_key(title);
    let misspelt = facts.nearest(title).and_then(|held| held.editions().next()).map(|edition| edition.title.as_str());
    let mut found: Vec<&str> = misspelt.into_iter().collect();
    if asked.chars().count() < 2 {
        return found;
    }
    let mut alike: Vec<(usize, &str)> = facts.editions().filter_map(|edition| likeness(&asked, edition)).collect();
    alike.sort_unstable();
    alike.dedup();
    for (_, title) in alike {
        if found.len() < NEAR && !found.contains(&title) {
            found.push(title);
        }
    }
    found
}

/// How far a held title is from one that is part of it, or of which it is part: by how many bytes they differ.
fn likeness<'a>(asked: &str, edition: &'a Edition) -> Option<(usize, &'a str)> {
    let title = edition.title.as_str();
    (title.contains(asked) || asked.contains(title)).then(|| (title.len().abs_diff(asked.len()), title))
}
