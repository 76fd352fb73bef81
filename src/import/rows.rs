//! The rows below the headers: which are data, which are headings, notes or nothing, and which belong to one entry.

use std::collections::BTreeMap;

use super::column::Column;
use super::header::SheetHeader;
use super::profile::{Headers, squeezed};
use super::row_class::{self, Around, Placed, RowClass, distinct};
use crate::workbook::{CellRef, Sheet};

/// What a list says of one record: rows that belong together.
#[derive(Debug)]
pub(super) struct Entry<'s> {
    /// Its rows, from the top.
    pub(super) rows: Vec<u32>,
    /// Its cells by the place of their column in the header, each once, from the top.
    cells: BTreeMap<usize, Vec<Placed<'s>>>,
    /// The heading above.
    pub(super) heading: Option<Placed<'s>>,
}

/// The rows of a sheet.
#[derive(Debug, Default)]
pub(super) struct SheetRows<'s> {
    pub(super) classes: Vec<(u32, RowClass)>,
    pub(super) entries: Vec<Entry<'s>>,
    /// Headings, notes, sums: what is no data and says something.
    pub(super) said: Vec<(u32, RowClass, String)>,
    /// Where another table begins, with which the list ends: its first row, the last row of the sheet, and its headers.
    pub(super) other_table: Option<(u32, u32, String)>,
}

/// By what rows that share a number or a name are told apart: records of their own, or further lines of one.
const IDENTITY: [Column; 9] = [
    Column::SubName,
    Column::ItemType,
    Column::Code,
    Column::Authorities,
    Column::CompetentDepartment,
    Column::Levels,
    Column::From,
    Column::To,
    Column::ImplementationCode,
];

impl<'s> Entry<'s> {
    /// Its cells in a column of the header, by the place of the column.
    pub(super) fn cells_at(&self, at: usize) -> &[Placed<'s>] {
        self.cells.get(&at).map_or(&[], Vec::as_slice)
    }

    /// The places of the columns in which it has cells.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> {
        self.cells.keys().copied()
    }

    fn add(&mut self, row: u32, cells: BTreeMap<usize, Placed<'s>>) {
        self.rows.push(row);
        for (at, (from, cell)) in cells {
            let of_column = self.cells.entry(at).or_default();
            if !of_column.iter().any(|(before, _)| *before == from) {
                of_column.push((from, cell));
            }
        }
    }

    /// The text of the last cell in a column.
    fn last(&self, at: usize) -> Option<String> {
        self.cells.get(&at)?.last().map(|(_, cell)| squeezed(&cell.text))
    }
}

/// Reads the rows of a sheet.
pub(super) fn read<'s>(sheet: &'s Sheet, header: &SheetHeader, headers: &Headers) -> SheetRows<'s> {
    let mut rows = SheetRows::default();
    let Some(last) = sheet.last_row() else { return rows };
    let mut heading = None;
    for row in header.last_row.saturating_add(1)..=last {
        let cells = cells(sheet, header, row);
        if sheet.is_row_hidden(row) {
            if !cells.is_empty() {
                rows.classes.push((row, RowClass::Hidden));
            }
            continue;
        }
        let around = Around { header, headers, row, is_first: rows.entries.is_empty() };
        let is_dated_below = || {
            let below = (row.saturating_add(1)..=last).map(|row| self::cells(sheet, header, row));
            below.into_iter().find(|cells| !cells.is_empty()).is_some_and(|cells| around.is_signed(&cells))
        };
        let class = row_class::of(&cells, &around, is_dated_below);
        rows.classes.push((row, class));
        match class {
            RowClass::Data | RowClass::Continued => rows.take(row, cells, header, heading, class),
            RowClass::Heading | RowClass::Note | RowClass::Total => {
                if class == RowClass::Heading {
                    heading = cells.values().next().copied();
                }
                let texts: Vec<&str> = distinct(&cells).into_iter().map(|(_, cell)| cell.text.as_str()).collect();
                rows.said.push((row, class, texts.join(" ")));
            }
            RowClass::OtherTable => {
                let texts: Vec<&str> = distinct(&cells).into_iter().map(|(_, cell)| cell.text.as_str()).collect();
                rows.other_table = Some((row, last, texts.join(" ")));
                break;
            }
            RowClass::RepeatedHeader | RowClass::Empty | RowClass::Hidden => {}
        }
    }
    rows
}

/// The cells of a row that say something, by the places of their columns in the header; what is hidden is left out.
fn cells<'s>(sheet: &'s Sheet, header: &SheetHeader, row: u32) -> BTreeMap<usize, Placed<'s>> {
    let shown = header.columns.iter().enumerate().filter(|(_, column)| !column.is_hidden);
    let of_column = shown.filter_map(|(at, column)| {
        let (from, cell) = sheet.shown(CellRef { row, column: column.number })?;
        // A merged cell of a title above, or one that begins in a hidden row, is no cell of the list.
        (from.row > header.last_row && !cell.text.trim().is_empty()).then_some((at, (from, cell)))
    });
    of_column.collect()
}

impl<'s> SheetRows<'s> {
    /// Takes up a row of data: a further line of the entry above, or an entry of its own.
    fn take(
        &mut self,
        row: u32,
        mut cells: BTreeMap<usize, Placed<'s>>,
        header: &SheetHeader,
        heading: Option<Placed<'s>>,
        class: RowClass,
    ) {
        if let Some(above) = self.entries.last_mut() {
            let is_one = class == RowClass::Continued || above.goes_on_in(&cells, header);
            if is_one {
                above.add(row, cells);
                return;
            }
            // A sub-item below its main item, whose name is not said again.
            let is_sub = header.at(Column::SubName).is_some_and(|sub| cells.contains_key(&sub));
            if let Some(name) = header.at(Column::Name).filter(|_| is_sub)
                && !cells.contains_key(&name)
                && let Some(&main) = above.cells_at(name).last()
            {
                cells.insert(name, main);
            }
        }
        let mut entry = Entry { rows: Vec::new(), cells: BTreeMap::new(), heading };
        entry.add(row, cells);
        self.entries.push(entry);
    }

    /// How many rows are of a class.
    pub(super) fn count(&self, class: RowClass) -> usize {
        self.classes.iter().filter(|(_, of)| *of == class).count()
    }
}

impl<'s> Entry<'s> {
    /// Whether a row is a further line of this entry: it shares its merged number or name, and says nothing else where
    /// records are told apart.
    fn goes_on_in(&self, cells: &BTreeMap<usize, Placed<'s>>, header: &SheetHeader) -> bool {
        let shares = |column: Column| {
            let at = header.at(column)?;
            let ((from, _), (last, _)) = (cells.get(&at)?, self.cells.get(&at)?.last()?);
            Some(from == last)
        };
        let name = header.at(Column::Name);
        let is_group = shares(Column::Name) == Some(true)
            || shares(Column::EntryNumber) == Some(true)
                && name.is_some_and(|at| match (cells.get(&at), self.last(at)) {
                    (Some((_, cell)), Some(last)) => squeezed(&cell.text) == last,
                    (None, _) => true,
                    (Some(_), None) => false,
                });
        is_group
            && IDENTITY.iter().filter_map(|&column| header.at(column)).all(|at| match (cells.get(&at), self.last(at)) {
                (Some((_, cell)), Some(last)) => squeezed(&cell.text) == last,
                // What a further line leaves blank is as above; what the lines above left blank is new.
                (None, _) => true,
                (Some(_), None) => false,
            })
    }
}
