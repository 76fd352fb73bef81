//! Facts written as CSV.

use std::num::NonZeroU16;
use std::str::FromStr;

use super::rows::{NotUtf8, Row, Rows};
use super::{Edition, LawFacts};
use crate::codelist::{InstrumentStatus, LegalRank};
use crate::lang::{Bilingual, Message};
use crate::model::Text;
use crate::print::excerpt;

/// The columns, the required ones first.
const COLUMNS: [&str; 9] =
    ["title", "rank", "status", "version_date", "effective_on", "ended_on", "last_article", "successor", "seen_on"];
const REQUIRED: usize = 3;

/// 法律文件事实错误: facts that could not be read. It is printed in English; [`LawFactsError::message`] has both languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message().en)]
#[non_exhaustive]
pub struct LawFactsError {
    /// 行: the line, from 1, the header included.
    pub line: u64,
    /// 列: the name of the column, where it is about one.
    pub column: Option<String>,
    /// 问题: what is wrong there.
    pub problem: LawFactsProblem,
}

/// What is wrong with a cell or line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum LawFactsProblem {
    /// A row is not UTF-8.
    NotUtf8,
    /// A required column is missing.
    MissingColumn,
    /// No column has this name.
    UnknownColumn,
    /// The header has a column twice.
    RepeatedColumn,
    /// The line has more or fewer cells than the header.
    Cells {
        /// How many it has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// The cell holds something else than the column is for.
    Value {
        /// What it holds.
        found: String,
        /// What it may hold.
        allowed: Message,
    },
}

impl LawFactsError {
    /// The line and column, and what is wrong there.
    ///
    /// ```
    /// use qingdan::law::facts::LawFacts;
    /// let error = LawFacts::from_csv("title,rank,status\n某条例,law\n".as_bytes()).err().ok_or("read")?;
    /// assert_eq!(error.message().zh, "第 2 行：有 2 格，表头有 3 格");
    /// assert_eq!(error.message().en, "line 2: found 2 cells, expected 3 as in the header");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn message(&self) -> Message {
        let line = self.line;
        let (in_zh, in_en) = match self.column.as_deref().map(excerpt) {
            Some(name) => (format!(" `{name}` 列"), format!(", column `{name}`")),
            None => (String::new(), String::new()),
        };
        let Message { zh, en } = self.problem.message();
        Message::new(format!("第 {line} 行{in_zh}：{zh}"), format!("line {line}{in_en}: {en}"))
    }
}

impl LawFactsProblem {
    fn message(&self) -> Message {
        match self {
            Self::NotUtf8 => Message::new(
                "不是 UTF-8 编码；请另存为 UTF-8 编码的 CSV",
                "this is no UTF-8; save the file as CSV in UTF-8",
            ),
            Self::MissingColumn => Message::new(
                "表头没有这一列；title、rank、status 三列必有",
                "the header has no such column; required are title, rank and status",
            ),
            Self::UnknownColumn => Message::new(
                format!("没有这个列名；可用的有 {}", COLUMNS.join("、")),
                format!("no column has this name; there are {}", COLUMNS.join(", ")),
            ),
            Self::RepeatedColumn => Message::new("表头中这一列出现两次", "the header has this column twice"),
            Self::Cells { found, expected } => Message::new(
                format!("有 {found} 格，表头有 {expected} 格"),
                format!("found {found} cells, expected {expected} as in the header"),
            ),
            Self::Value { found, allowed: Message { zh, en } } => {
                let found = excerpt(found);
                Message::new(format!("写的是 `{found}`，应当是{zh}"), format!("found `{found}`, allowed: {en}"))
            }
        }
    }
}

impl LawFacts {
    /// Facts written as CSV in UTF-8, with a header.
    ///
    /// The columns are `title`, `rank` and `status`, and, where wanted, `version_date`, `effective_on`, `ended_on`,
    /// `last_article`, `successor` and `seen_on`, in any order; [`Edition`] says what each means. Ranks and states are
    /// the wire names of [`LegalRank`] and [`InstrumentStatus`], dates are written `YYYY-MM-DD`, and a cell of which
    /// nothing is known is empty. One line an edition.
    ///
    /// ```
    /// use qingdan::law::facts::LawFacts;
    /// let facts = LawFacts::from_csv("title,rank,status\n某市市容管理条例,local_regulation,in_force\n".as_bytes())?;
    /// assert!(facts.instrument("《某市市容管理条例》").is_some());
    ///
    /// let error = LawFacts::from_csv("title,rank,status\n某条例,法规,in_force\n".as_bytes()).err().ok_or("read")?;
    /// assert!(error.to_string().starts_with("line 2, column `rank`: found `法规`, allowed: constitution, law,"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`LawFactsError`] with the line and column, what was found and what is allowed.
    pub fn from_csv(csv: &[u8]) -> Result<Self, LawFactsError> {
        let mut rows = Rows::of(csv);
        let header = rows.next().transpose().map_err(form)?;
        let header: Vec<String> = header.into_iter().flat_map(Row::cells).map(str::to_owned).collect();
        let places = places(&header)?;
        let mut facts = Self::default();
        while let Some(row) = rows.next() {
            facts.push(edition(row.map_err(form)?, &header, &places)?);
        }
        Ok(facts)
    }
}

fn form(NotUtf8 { line }: NotUtf8) -> LawFactsError {
    LawFactsError { line, column: None, problem: LawFactsProblem::NotUtf8 }
}

/// Where each of [`COLUMNS`] stands.
fn places(header: &[String]) -> Result<[Option<usize>; COLUMNS.len()], LawFactsError> {
    let fault = |name: &str, problem| LawFactsError { line: 1, column: Some(name.to_owned()), problem };
    if let Some(name) = header.iter().find(|name| !COLUMNS.contains(&name.as_str())) {
        return Err(fault(name, LawFactsProblem::UnknownColumn));
    }
    for (at, name) in header.iter().enumerate() {
        if header.iter().take(at).any(|earlier| earlier == name) {
            return Err(fault(name, LawFactsProblem::RepeatedColumn));
        }
    }
    let places = COLUMNS.map(|column| header.iter().position(|name| name == column));
    match COLUMNS.iter().zip(places).take(REQUIRED).find(|(_, place)| place.is_none()) {
        Some((name, _)) => Err(fault(name, LawFactsProblem::MissingColumn)),
        None => Ok(places),
    }
}

fn edition(row: Row<'_>, header: &[String], places: &[Option<usize>; COLUMNS.len()]) -> Result<Edition, LawFactsError> {
    let line = row.line;
    if row.len() != header.len() {
        let problem = LawFactsProblem::Cells { found: row.len(), expected: header.len() };
        return Err(LawFactsError { line, column: None, problem });
    }
    let [title, rank, status, version_date, effective_on, ended_on, last_article, successor, seen_on] =
        places.map(|place| place.and_then(|at| Some((header.get(at)?.as_str(), row.cell(at)?))).unwrap_or_default());
    let date = |cell| {
        optional(cell, line, two("日期，写作 YYYY-MM-DD；不知道的留空", "a date written YYYY-MM-DD, or nothing"))
    };
    Ok(Edition {
        version_date: date(version_date)?,
        effective_on: date(effective_on)?,
        ended_on: date(ended_on)?,
        last_article: optional::<NonZeroU16>(
            last_article,
            line,
            two("1 到 65535 的整数；不知道的留空", "a number from 1 to 65535, or nothing"),
        )?,
        successor: optional(successor, line, two("名称；没有的留空", "a title, or nothing"))?,
        seen_on: date(seen_on)?,
        ..Edition::new(
            required::<Text>(title, line, two("名称", "a title"))?,
            required::<LegalRank>(rank, line, || one_of(LegalRank::NAMES))?,
            required::<InstrumentStatus>(status, line, || one_of(InstrumentStatus::NAMES))?,
        )
    })
}

/// A cell with the name of its column.
type Cell<'a> = (&'a str, &'a str);

fn two(zh: &'static str, en: &'static str) -> impl Fn() -> Message {
    move || Bilingual { zh, en }.into()
}

fn one_of(names: &[&str]) -> Message {
    Message::new(format!("其中之一：{}", names.join("、")), names.join(", "))
}

fn required<T: FromStr>(
    (column, text): Cell<'_>,
    line: u64,
    allowed: impl Fn() -> Message,
) -> Result<T, LawFactsError> {
    text.parse().map_err(|_| LawFactsError {
        line,
        column: Some(column.to_owned()),
        problem: LawFactsProblem::Value { found: text.to_owned(), allowed: allowed() },
    })
}

fn optional<T: FromStr>(cell: Cell<'_>, line: u64, allowed: impl Fn() -> Message) -> Result<Option<T>, LawFactsError> {
    if cell.1.is_empty() { Ok(None) } else { required(cell, line, allowed).map(Some) }
}
