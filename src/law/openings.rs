//! 条文开头: how the paragraphs of each article begin, as fingerprints.
//!
//! A list prints the words of a provision under its number. When the instrument was amended the numbers moved, and
//! the words still say which article is meant. What is held is a hash of the first fourteen characters of each
//! paragraph ([`Fingerprint`]), from which nothing of a text can be read back.
//!
//! `article_openings.tsv` beside this file has one edition a line: title, version date, and for each article its number
//! and the fingerprints of its paragraphs, computed from the texts as published. It is part of the library with the
//! feature `openings`, as it stands: so there is one form for what is held, what `qingdan law build` writes and
//! what a user gives, and of a run only the editions that are asked for are taken apart. Without the feature, or for
//! other instruments, [`Openings::from_tsv`] reads a file.

use std::borrow::Cow;
#[cfg(feature = "openings")]
use std::sync::LazyLock;

use indexmap::IndexMap;

use crate::law::facts::title_key;
use crate::model::{ArticleRef, Date};

mod edition;
mod fingerprint;
mod table;

pub use edition::EditionOpenings;
pub use fingerprint::{Fingerprint, InvalidFingerprint};
pub(crate) use table::{HEADER, write_entries};
pub use table::{OpeningsError, OpeningsProblem};

#[cfg(feature = "openings")]
static KNOWN: LazyLock<Openings> = LazyLock::new(|| Openings::of_lines(include_str!("article_openings.tsv")));

/// 条文开头: how the paragraphs of articles begin, by edition.
///
/// ```
/// use qingdan::law::openings::{Fingerprint, Openings};
/// let openings = Openings::from_tsv("title\tversion_date\topenings\n某市节水条例\t2024-03-01\t1:0f3a21;2:5b6c7d,8e9f00\n".as_bytes())?;
/// let edition = openings.of("《某市节水条例》", "2024-03-01".parse()?).ok_or("not held")?;
/// let opened = edition.only_article("8e9f00".parse()?).ok_or("none, or several")?;
/// assert_eq!(opened.to_string(), "第二条");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Openings {
    /// What is written of an edition, by the key of its title and its version date: taken apart when it is asked for.
    editions: IndexMap<(String, Date), Cow<'static, str>>,
}

impl Openings {
    /// The openings of this crate.
    #[cfg(feature = "openings")]
    #[must_use]
    pub fn known() -> &'static Self {
        &KNOWN
    }

    /// The lines of the file of this crate, which a test reads whole.
    #[cfg(feature = "openings")]
    fn of_lines(text: &'static str) -> Self {
        let editions = text.lines().skip(1).filter_map(|line| {
            let mut cells = line.split('\t');
            let (title, date, written) = (cells.next()?, cells.next()?, cells.next()?);
            Some(((title_key(title), date.parse().ok()?), Cow::Borrowed(written)))
        });
        Self { editions: editions.collect() }
    }

    /// The openings of one edition, if they are held; see [`facts`](crate::law::facts) for when titles are the same.
    #[must_use]
    pub fn of(&self, title: &str, version_date: Date) -> Option<EditionOpenings> {
        let written = self.editions.get(&(title_key(title), version_date))?;
        Some(EditionOpenings::new(table::entries(written).filter_map(Result::ok)))
    }

    /// Lets other openings go before these: of an edition that both hold, the others' replace these.
    pub fn extend(&mut self, other: Self) {
        self.editions.extend(other.editions);
    }

    /// How many editions are held.
    #[must_use]
    pub fn editions(&self) -> usize {
        self.editions.len()
    }
}

/// An article and how one of its paragraphs begins.
type Entry = (ArticleRef, Fingerprint);
