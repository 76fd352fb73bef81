//! Openings written as tab-separated values.

use std::borrow::Cow;
use std::collections::HashSet;

use super::entry::entries;
use super::{Line, Openings};
use crate::lang::Message;
use crate::law::facts::title_key;
use crate::model::Date;
use crate::print::excerpt;

/// The first line.
pub(crate) const HEADER: &str = "title\tversion_date\topenings";

/// 条文开头错误: openings that could not be read. It is printed in English; [`OpeningsError::message`] has both languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message().en)]
#[non_exhaustive]
pub struct OpeningsError {
    /// 行: the line, from 1, the header included.
    pub line: usize,
    /// 问题: what is wrong there.
    pub problem: OpeningsProblem,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpeningsProblem {
    /// It is not UTF-8.
    NotUtf8,
    /// The first line does not name the three columns.
    Header,
    /// It has not three cells, of which the first is a title.
    Cells,
    /// The second cell is no day.
    Date(String),
    /// The third cell has something else than the number of an article and its fingerprints.
    Entry(String),
    /// An earlier line has the same title and day.
    Repeated,
}

impl OpeningsError {
    /// The line, and what is wrong there.
    ///
    /// ```
    /// use qingdan::law::openings::Openings;
    /// let error = Openings::from_tsv(b"title\tversion_date\topenings\na\t2024-03-01\t1:xyz\n").err().ok_or("read")?;
    /// assert_eq!(error.message().zh, "第2行：写的是“1:xyz”，应当写作 条号:指纹,指纹，如 12:5b6c7d,8e9f00");
    /// assert_eq!(error.message().en, "line 2: found `1:xyz`, allowed: an article and its fingerprints, such as 12:5b6c7d,8e9f00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn message(&self) -> Message {
        let Self { line, problem } = self;
        let Message { zh, en } = problem.message();
        Message::new(format!("第{line}行：{zh}"), format!("line {line}: {en}"))
    }
}

impl OpeningsProblem {
    fn message(&self) -> Message {
        match self {
            Self::NotUtf8 => {
                Message::new("不是 UTF-8 编码；请另存为 UTF-8 编码", "this is no UTF-8; save the file in UTF-8")
            }
            Self::Header => Message::new(
                "首行应当是以制表符分隔的三个列名：title、version_date、openings",
                "the first line must name three columns, with tabs between them: title, version_date, openings",
            ),
            Self::Cells => Message::new(
                "应当有以制表符分隔的三格：名称、版本日期、条文开头",
                "there must be three cells with tabs between them: the title, the version date, the openings",
            ),
            Self::Date(found) => {
                let found = excerpt(found);
                Message::new(
                    format!("版本日期写的是“{found}”，应当写作 YYYY-MM-DD"),
                    format!("found `{found}`, allowed: a date written YYYY-MM-DD"),
                )
            }
            Self::Entry(found) => {
                let found = excerpt(found);
                Message::new(
                    format!("写的是“{found}”，应当写作 条号:指纹,指纹，如 12:5b6c7d,8e9f00"),
                    format!("found `{found}`, allowed: an article and its fingerprints, such as 12:5b6c7d,8e9f00"),
                )
            }
            Self::Repeated => {
                Message::new("前面已有同名同日的版本", "an earlier line has an edition of this title and day")
            }
        }
    }
}

impl Openings {
    /// Openings written as tab-separated values in UTF-8.
    ///
    /// The first line names the columns `title`, `version_date` and `openings`; each further line is an edition. The
    /// openings are one article after the other, with `;` between them: its number, `:`, and the fingerprints of its
    /// paragraphs with `,` between them. An inserted article, 第十二条之一, is numbered `12-1`.
    ///
    /// # Errors
    /// [`OpeningsError`] with the line, and what is wrong there.
    pub fn from_tsv(tsv: &[u8]) -> Result<Self, OpeningsError> {
        let tsv = tsv.strip_prefix("\u{feff}".as_bytes()).unwrap_or(tsv);
        let mut openings = Self::default();
        let mut known = HashSet::new();
        for (line, bytes) in (1_usize..).zip(tsv.split(|&byte| byte == b'\n')) {
            let fault = |problem| OpeningsError { line, problem };
            let text = str::from_utf8(bytes).map_err(|_| fault(OpeningsProblem::NotUtf8))?;
            let text = text.strip_suffix('\r').unwrap_or(text);
            if line == 1 {
                if text != HEADER {
                    return Err(fault(OpeningsProblem::Header));
                }
                continue;
            }
            if text.is_empty() {
                continue;
            }
            let mut cells = text.split('\t');
            let (Some(title), Some(date), Some(written), None) =
                (cells.next().filter(|title| !title.trim().is_empty()), cells.next(), cells.next(), cells.next())
            else {
                return Err(fault(OpeningsProblem::Cells));
            };
            let date: Date = date.parse().map_err(|_| fault(OpeningsProblem::Date(date.to_owned())))?;
            if let Some(wrong) = entries(written).find_map(Result::err) {
                return Err(fault(OpeningsProblem::Entry(wrong.to_owned())));
            }
            if !known.insert((title_key(title), date)) {
                return Err(fault(OpeningsProblem::Repeated));
            }
            let edition = Line { title: Cow::Owned(title.to_owned()), openings: Cow::Owned(written.to_owned()) };
            openings.editions.entry(date).or_default().push(edition);
        }
        Ok(openings)
    }
}
