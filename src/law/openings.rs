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
use std::collections::{BTreeMap, HashSet};
#[cfg(feature = "openings")]
use std::sync::LazyLock;

use crate::law::facts::title_key;
use crate::model::Date;

mod edition;
mod entry;
mod fingerprint;
mod table;

pub use edition::EditionOpenings;
pub(crate) use entry::{in_digits, write_entries};
pub use fingerprint::{Fingerprint, InvalidFingerprint};
pub(crate) use table::HEADER;
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
    /// The editions by their version date: few share one, so titles are compared only when one is asked for.
    editions: BTreeMap<Date, Vec<Line>>,
}

/// The openings by which to judge, of which those of this crate are made ready when they are first asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Held<'a> {
    #[cfg(feature = "openings")]
    Shipped,
    Given(&'a Openings),
}

impl<'a> Held<'a> {
    /// Those of this crate, if they are part of it.
    #[cfg_attr(feature = "openings", expect(clippy::unnecessary_wraps, reason = "without the feature there are none"))]
    pub(crate) fn shipped() -> Option<Self> {
        #[cfg(feature = "openings")]
        return Some(Self::Shipped);
        #[cfg(not(feature = "openings"))]
        return None;
    }

    /// The openings.
    pub(crate) fn get(self) -> &'a Openings {
        match self {
            #[cfg(feature = "openings")]
            Self::Shipped => Openings::known(),
            Self::Given(openings) => openings,
        }
    }
}

/// An edition as it is written: taken apart when it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    title: Cow<'static, str>,
    openings: Cow<'static, str>,
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
        let mut editions: BTreeMap<Date, Vec<Line>> = BTreeMap::new();
        // The header has no date and falls out.
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
            let line = text.get(start..end).and_then(|line| {
                let (title, rest) = line.split_once('\t')?;
                let (date, openings) = rest.split_once('\t')?;
                Some((title, date, openings))
            });
            start = end.saturating_add(1);
            let Some((title, date, openings)) = line else { continue };
            let Ok(date) = date.parse() else { continue };
            let line = Line { title: Cow::Borrowed(title), openings: Cow::Borrowed(openings) };
            editions.entry(date).or_default().push(line);
        }
        Self { editions }
    }

    /// The openings of one edition, if they are held; see [`facts`](crate::law::facts) for when titles are the same.
    #[must_use]
    pub fn of(&self, title: &str, version_date: Date) -> Option<EditionOpenings> {
        let line = find(self.editions.get(&version_date)?, title)?;
        Some(EditionOpenings::new(entry::entries(&line.openings).filter_map(Result::ok)))
    }

    /// Lets other openings go before these: of an edition that both hold, the others' replace these.
    pub fn extend(&mut self, other: Self) {
        for (date, lines) in other.editions {
            let known = self.editions.entry(date).or_default();
            let replaced: HashSet<String> = lines.iter().map(|line| title_key(&line.title)).collect();
            known.retain(|line| !replaced.contains(&title_key(&line.title)));
            known.extend(lines);
        }
    }

    /// How many editions are held.
    #[must_use]
    pub fn editions(&self) -> usize {
        self.editions.values().map(Vec::len).sum()
    }
}

/// The line of an edition of the title: most are asked for as they are written.
fn find<'a>(lines: &'a [Line], title: &str) -> Option<&'a Line> {
    lines.iter().find(|line| line.title == title).or_else(|| {
        let key = title_key(title);
        lines.iter().find(|line| title_key(&line.title) == key)
    })
}
