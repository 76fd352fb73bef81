//! What the cells of the tables are made of.

use std::fmt;

use crate::lang::Bilingual;
use crate::model::Date;
use crate::print::in_title_marks;

/// 依据条款: a clause of a law or standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Provision {
    /// 文件: the law or standard.
    pub document: &'static str,
    /// 条款: the article or clause.
    pub clause: &'static str,
}

/// As one cites: 《中华人民共和国立法法》第六十五条, `GB/T 7408.1-2023 5.2.2`, GB/T 9704-2012《党政机关公文格式》7.2.5.
impl fmt::Display for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { document, clause } = self;
        if document.starts_with(|first: char| first.is_ascii()) {
            // A standard: its number, and its title where that is told.
            let title = document.find(|c: char| !c.is_ascii()).and_then(|at| document.split_at_checked(at));
            return match title {
                Some((number, title)) => write!(f, "{}{}{clause}", number.trim_end(), in_title_marks(title)),
                None => write!(f, "{document} {clause}"),
            };
        }
        // The number of a document stands after the title marks, or alone.
        match document.split_once('（').filter(|_| document.ends_with("号）")) {
            Some((title, number)) => write!(f, "{}（{number}{clause}", in_title_marks(title)),
            None if document.ends_with('号') => write!(f, "{document}{clause}"),
            None => write!(f, "{}{clause}", in_title_marks(document)),
        }
    }
}

/// 适用期间: the days from and to which a provision, or a rule that stands on it, applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Period {
    /// 起: the first day, `YYYY-MM-DD`.
    pub from: &'static str,
    /// 止: the last day, `YYYY-MM-DD`; none: it still applies.
    pub until: Option<&'static str>,
}

impl Period {
    /// From a day on.
    pub(crate) const fn since(from: &'static str) -> Self {
        Self { from, until: None }
    }

    /// Whether it has a last day.
    #[must_use]
    pub fn has_end(&self) -> bool {
        self.until.is_some()
    }

    /// Whether a day is within it.
    ///
    /// ```
    /// use qingdan::law::region::{Parameter, value_for};
    /// let (place, day) = ("150625".parse()?, "2023-11-30".parse()?);
    /// let value = value_for(Parameter::DocumentValidity, &place, day).ok_or("no value")?;
    /// assert!(value.period.contains(day)); // of 内蒙古自治区 until that day
    /// assert!(!value.period.contains("2023-12-01".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        let from = self.from.parse::<Date>();
        let until = self.until.map(str::parse::<Date>);
        from.is_ok_and(|from| from <= day) && until.is_none_or(|until| until.is_ok_and(|until| day <= until))
    }
}

/// 判断: what a provision says of a rank, kind or body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Permission {
    /// 可以: it may.
    Allowed,
    /// 有条件: it may, on a condition or within bounds.
    AllowedWithin(Bilingual),
    /// 不得: it may not.
    Forbidden,
}

/// 表格单元: a verdict, the provision on which it stands, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cell {
    /// 判断: what the provision says.
    pub verdict: Permission,
    /// 依据: the provision; none where the statute is silent, as all are about the constitution.
    pub citation: Option<Provision>,
    /// 适用期间: when the provision applies.
    pub period: Period,
}

impl Cell {
    /// The cell, if it applies on a day.
    pub(super) fn at(self, as_of: Date) -> Option<Self> {
        self.period.contains(as_of).then_some(self)
    }
}

/// A statute from which cells are taken: its title, and since when it applies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Statute(pub(super) &'static str, pub(super) &'static str);

impl Statute {
    /// What the statute allows.
    pub(super) const fn allows(self, clause: &'static str) -> Cell {
        self.cell(Permission::Allowed, clause)
    }

    /// What it allows on a condition.
    pub(super) const fn within(self, clause: &'static str, zh: &'static str, en: &'static str) -> Cell {
        self.cell(Permission::AllowedWithin(Bilingual { zh, en }), clause)
    }

    /// That the constitution sets nothing of the kind itself. No provision says so: the statute names what may.
    pub(super) const fn leaves_to_laws(self, zh: &'static str, en: &'static str) -> Cell {
        let verdict = Permission::AllowedWithin(Bilingual { zh, en });
        Cell { verdict, citation: None, period: Period::since(self.1) }
    }

    /// What it says of a tag that does not tell regulations apart, where administrative ones may and local ones may not.
    pub(super) const fn allows_administrative_only(self, clause: &'static str) -> Cell {
        self.within(
            clause,
            "标注未区分：限于行政法规，地方性法规不得设定",
            "the tag does not tell regulations apart: only administrative ones; local ones may not",
        )
    }

    /// What it forbids.
    pub(super) const fn forbids(self, clause: &'static str) -> Cell {
        self.cell(Permission::Forbidden, clause)
    }

    pub(super) const fn at(self, clause: &'static str) -> Provision {
        Provision { document: self.0, clause }
    }

    const fn cell(self, verdict: Permission, clause: &'static str) -> Cell {
        Cell { verdict, citation: Some(self.at(clause)), period: Period::since(self.1) }
    }
}
