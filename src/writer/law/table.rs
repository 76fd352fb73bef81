//! Tables of cells in Markdown, with equal rows and columns joined and conditions in notes below.

use std::io::{self, Write};

use crate::lang::{Bilingual, Lang};
use crate::law::{Cell, Period, Permission, Provision, source};
use crate::model::ArticleRef;
use crate::writer::{in_chinese, say};

/// A name in both languages.
pub(super) type Name = (&'static str, String);

/// A value of a code list: its title, and its wire name as words.
pub(super) fn value(title_zh: &'static str, wire: &str) -> Name {
    (title_zh, wire.replace('_', " ").replace("state council", "State Council"))
}

/// A table before it is written: rows, columns, and the cell of each.
pub(super) struct Table<'a> {
    /// What stands above the rows.
    pub(super) corner: Bilingual,
    pub(super) rows: Vec<Name>,
    pub(super) columns: Vec<Name>,
    /// Row by row.
    pub(super) cells: Vec<Vec<Option<Cell>>>,
    /// The short title of the statute that need not be named in each cell.
    pub(super) statute: &'a str,
}

impl Table<'_> {
    pub(super) fn write(mut self, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
        self.join_rows(lang);
        self.transpose();
        self.join_rows(lang);
        self.transpose();
        let mut notes: Vec<&'static str> = Vec::new();
        write!(to, "| {} |", self.corner.text(lang))?;
        for column in &self.columns {
            write!(to, " {} |", name(column, lang))?;
        }
        writeln!(to, "\n|{}", "---|".repeat(self.columns.len().saturating_add(1)))?;
        for (row, cells) in self.rows.iter().zip(&self.cells) {
            write!(to, "| {} |", name(row, lang))?;
            for cell in cells {
                write!(to, " {} |", shown(*cell, self.statute, lang, &mut notes))?;
            }
            writeln!(to)?;
        }
        writeln!(to)?;
        for (number, note) in (1_usize..).zip(&notes) {
            writeln!(to, "{number}. {note}")?;
        }
        if notes.is_empty() { Ok(()) } else { writeln!(to) }
    }

    /// Joins rows whose cells are all equal under one name.
    fn join_rows(&mut self, lang: Lang) {
        let mut rows: Vec<Name> = Vec::new();
        let mut cells: Vec<Vec<Option<Cell>>> = Vec::new();
        for (row, line) in std::mem::take(&mut self.rows).into_iter().zip(std::mem::take(&mut self.cells)) {
            let same = cells.iter().position(|known| *known == line);
            if let Some(known) = same.and_then(|at| rows.get_mut(at)) {
                *known = ("", format!("{}{}{}", name(known, lang), say(lang, "；", "; "), name(&row, lang)));
            } else {
                rows.push(row);
                cells.push(line);
            }
        }
        (self.rows, self.cells) = (rows, cells);
    }

    fn transpose(&mut self) {
        let turned = (0..self.columns.len())
            .map(|at| self.cells.iter().map(|line| line.get(at).copied().flatten()).collect())
            .collect();
        self.cells = turned;
        std::mem::swap(&mut self.rows, &mut self.columns);
    }
}

/// A name in one language; joined ones have only one.
fn name((zh, other): &Name, lang: Lang) -> &str {
    if zh.is_empty() { other } else { say(lang, zh, other) }
}

/// The words of a cell; its condition goes to the notes.
fn shown(cell: Option<Cell>, statute: &str, lang: Lang, notes: &mut Vec<&'static str>) -> String {
    let Some(Cell { verdict, citation, .. }) = cell else { return String::new() };
    let verdict = match verdict {
        Permission::Allowed => say(lang, "可以", "may").to_owned(),
        Permission::Forbidden => say(lang, "不得", "may not").to_owned(),
        Permission::AllowedWithin(condition) => {
            let condition = condition.text(lang);
            let at = notes.iter().position(|note| *note == condition).unwrap_or_else(|| {
                notes.push(condition);
                notes.len().saturating_sub(1)
            });
            let number = at.saturating_add(1);
            match lang {
                Lang::Zh => format!("注{number}"),
                Lang::En => format!("note {number}"),
            }
        }
    };
    let Some(citation) = citation else { return verdict };
    let clause = cited(&citation, statute, lang);
    match lang {
        Lang::Zh => format!("{verdict}（{clause}）"),
        Lang::En => format!("{verdict} ({clause})"),
    }
}

/// A provision, with its source named unless it is the statute of the table.
pub(super) fn cited(provision: &Provision, statute: &str, lang: Lang) -> String {
    let short = source::of(provision).map_or(provision.document, |source| source.short);
    let clause = match (lang, provision.clause.parse::<ArticleRef>()) {
        (Lang::En, Ok(article)) => in_english(article),
        _ => provision.clause.to_owned(),
    };
    match lang {
        _ if short == statute => clause,
        Lang::Zh => format!("{short}{clause}"),
        Lang::En => format!("{short} {clause}"),
    }
}

/// `§24-1 ¶1 (3)` for 第二十四条之一第一款第（三）项.
fn in_english(article: ArticleRef) -> String {
    let inserted = article.inserted.map(|number| format!("-{number}")).unwrap_or_default();
    let paragraph = article.paragraph.map(|number| format!(" ¶{number}")).unwrap_or_default();
    let item = article.item.map(|number| format!(" ({number})")).unwrap_or_default();
    format!("§{}{inserted}{paragraph}{item}", article.article)
}

/// A heading of the page.
pub(super) fn heading(zh: &str, en: &str, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "## {}\n", say(lang, zh, en))
}

/// The days from and to which something applies.
pub(super) fn applies(Period { from, until }: Period, lang: Lang) -> String {
    match (until, lang) {
        (Some(until), Lang::Zh) => format!("{}至{}", in_chinese(from), in_chinese(until)),
        (Some(until), Lang::En) => format!("{from} – {until}"),
        (None, Lang::Zh) => format!("自{}", in_chinese(from)),
        (None, Lang::En) => format!("from {from}"),
    }
}
