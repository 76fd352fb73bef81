//! What comes of the texts of a folder.

use std::io;

use super::doubt::{Doubt, Ground};
use crate::law::facts::{Edition, LawFacts};
use crate::law::openings::{Fingerprint, HEADER, write_entries};
use crate::model::ArticleRef;

/// 编制结果: what the texts of a folder give.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Built {
    /// 版本: one a text from which the title, day and rank could be read; by title and day.
    pub rows: Vec<BuiltRow>,
    /// 存疑: what could not be read or does not agree, in the order of the texts.
    pub doubts: Vec<Doubt>,
}

/// 编制的版本: one edition, and on what each of its facts rests.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct BuiltRow {
    /// The name of the file.
    pub name: String,
    /// 版本: what is known of it.
    pub edition: Edition,
    /// 条文开头: how the paragraphs of its articles begin; none where its articles are not certain.
    pub openings: Vec<(ArticleRef, Vec<Fingerprint>)>,
    /// 依据: on what each fact rests.
    pub grounds: Vec<Ground>,
}

impl Built {
    /// The rows as facts.
    #[must_use]
    pub fn facts(&self) -> LawFacts {
        let mut facts = LawFacts::default();
        for row in &self.rows {
            facts.push(row.edition.clone());
        }
        facts
    }

    /// The openings of the articles, as [`Openings::from_tsv`](crate::law::openings::Openings::from_tsv) reads them.
    ///
    /// # Errors
    /// What the writer reports.
    pub fn write_openings(&self, mut to: impl io::Write) -> io::Result<()> {
        writeln!(to, "{HEADER}")?;
        for row in self.rows.iter().filter(|row| !row.openings.is_empty()) {
            let Some(day) = row.edition.version_date else { continue };
            // A title has no tabs or line ends: it is one line of which the blanks are taken out.
            writeln!(to, "{}\t{day}\t{}", row.edition.title, write_entries(&row.openings))?;
        }
        Ok(())
    }
}
