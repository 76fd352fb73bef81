//! 编制法规数据: facts about instruments, and the openings of their articles, read from the texts of statutes.
//!
//! A folder of texts, one edition of one instrument a file, gives rows as [`LawFacts`] reads them. Every fact says on
//! what it rests; what a text does not show is left out, and told as a [`Doubt`].
//!
//! # What is read
//!
//! - **Title**: a Markdown heading of the first level, else the first line that is no decree, note or day; without
//!   中华人民共和国. A name of a file such as `水法(2016-07-02).md` must have the same title.
//! - **Edition day**: in the name of the file, else the last day of the notes under the title on which the text was
//!   passed, amended, revised or published.
//! - **Rank**: only where the notes prove it: who passed the text, or by whose order (令) it was published.
//! - **First day**: `自…起施行` in one of the last three articles or in the notes, where it is no earlier than the edition:
//!   an amended text keeps the clause of the first one.
//! - **Last article**: counted; articles must rise by one from 第一条, and one of the last three must hold the clause on
//!   taking effect, else the text may have been cut and its last article is left out, with its openings.
//! - **What it ends**: `《…》同时废止` in the last three articles gives the editions of that title their end.
//! - **Editions**: of texts with one title each younger one supersedes the one before.
//!
//! Nothing is guessed from the ending of a title, and nothing is read from anywhere else. Each text is read once.

use crate::law::facts::LawFacts;
use crate::model::Date;

mod articles;
mod built;
mod closing;
mod day;
mod doubt;
mod editions;
mod heading;
mod rank;
mod text;

pub use built::{Built, BuiltRow};
pub use doubt::{Doubt, DoubtKind, Fact, Ground};
pub use text::StatuteText;

/// Reads the texts of statutes. `seen_on` is the day as of which the texts were the ones in force; `held` are the facts
/// that are known besides, by which is told what the texts end of them.
///
/// ```
/// use qingdan::law::build::{StatuteText, build};
/// use qingdan::law::facts::LawFacts;
/// let text = "# 某某试验条例\n（2024年1月5日国务院令第999号公布）\n第一条　为了规范试验，制定本条例。\n第二条　本条例自2024年3月1日起施行。";
/// let built = build(&[StatuteText::new("某某试验条例.md", text)], "2026-11-26".parse()?, &LawFacts::default());
/// let edition = &built.rows.first().ok_or("no row")?.edition;
/// assert_eq!(edition.rank.as_str(), "administrative_regulation");
/// assert_eq!(edition.effective_on.map(|day| day.to_string()).as_deref(), Some("2024-03-01"));
/// assert_eq!(edition.last_article.map(|last| last.get()), Some(2));
/// assert!(built.doubts.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn build(texts: &[StatuteText<'_>], seen_on: Date, held: &LawFacts) -> Built {
    editions::rows(texts, seen_on, held)
}
