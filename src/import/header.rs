//! The headers of a sheet: in which rows they stand, and what each column holds.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::column::Column;
use super::heading::{Heading, LONGEST};
use super::profile::{Headers, ImportProfile, squeezed, squeezed_chars};
use crate::model::Kind;
use crate::workbook::{CellRef, Sheet, column_letters};

/// In how many rows from the first one headers are looked for: titles, notes and dates stand above them.
const MOST_ROWS_ABOVE: u32 = 40;

/// How many rows headers take at most.
const MOST_HEADER_ROWS: u32 = 3;

/// How many known headers make a row one of headers; the name of the item is one of them.
const FEWEST: usize = 3;

/// The headers of a sheet.
#[derive(Debug)]
pub(super) struct SheetHeader {
    pub(super) first_row: u32,
    pub(super) last_row: u32,
    pub(super) kind: Kind,
    /// The columns with a header or with anything below it, from the left.
    pub(super) columns: Vec<HeaderColumn>,
    /// The texts above, each once.
    pub(super) above: Vec<(CellRef, String)>,
}

/// A column of a sheet.
#[derive(Debug, Clone)]
pub(super) struct HeaderColumn {
    pub(super) number: u16,
    /// The header as written, in one line; the letters of the column where there is none.
    pub(super) header: String,
    /// What it holds, where that is known.
    pub(super) column: Option<Column>,
    pub(super) is_hidden: bool,
    /// The column that holds the same, where that one counts.
    pub(super) repeats: Option<u16>,
}

impl SheetHeader {
    /// The place of the column that holds something, among the columns.
    pub(super) fn at(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|of| of.column == Some(column))
    }

    /// The places of all columns that hold something: of one held in parts there are several.
    pub(super) fn all_at(&self, column: Column) -> impl Iterator<Item = usize> {
        self.columns.iter().enumerate().filter(move |(_, of)| of.column == Some(column)).map(|(at, _)| at)
    }

    /// Where another list stands beside this one: the first column under a header that stands again, if the name of the item
    /// and at least two more do.
    pub(super) fn list_beside(&self) -> Option<u16> {
        let again = |of: &&HeaderColumn| {
            let first = self.columns.iter().find(|first| Some(first.number) == of.repeats);
            !of.is_hidden && first.is_some_and(|first| of.says(&first.header))
        };
        let repeated: Vec<&HeaderColumn> = self.columns.iter().filter(again).collect();
        let name = self.at(Column::Name).and_then(|at| self.columns.get(at)).map(|name| name.number);
        let has_name = repeated.iter().any(|of| of.repeats == name);
        repeated.first().filter(|_| has_name && repeated.len() >= FEWEST).map(|of| of.number)
    }

    /// Whether these are columns in which an entry may have further lines.
    pub(super) fn goes_on(&self, mut columns: impl Iterator<Item = usize>) -> bool {
        let goes_on = |at: usize| {
            self.columns.get(at).and_then(|of| of.column).is_some_and(|column| {
                !matches!(
                    column,
                    Column::EntryNumber | Column::Name | Column::SubName | Column::Code | Column::ItemType
                )
            })
        };
        columns.all(goes_on)
    }
}

impl HeaderColumn {
    /// Whether a text is this header again, or what stands in one of its rows.
    pub(super) fn says(&self, text: &str) -> bool {
        let is = |header: &str| squeezed_chars(text).eq(header.chars());
        let plain = || self.header.strip_suffix(&format!("（{}列）", column_letters(self.number))).is_some_and(is);
        text.len() <= LONGEST
            && (is(&self.header)
                || self.repeats.is_some() && plain()
                || self.header.contains('/') && self.header.split('/').any(is))
    }
}

/// Rows of headers that are possible.
struct Candidate {
    first_row: u32,
    last_row: u32,
    kind: Kind,
    known: usize,
}

/// The headers of a sheet, as far as a profile says where and of what.
pub(super) fn of(sheet: &Sheet, profile: &ImportProfile, headers: &Headers) -> Option<SheetHeader> {
    let said = profile.sheet(&sheet.name);
    let kind = said.and_then(|said| said.kind).or(profile.kind);
    find(sheet, headers, kind, said.and_then(|said| said.header_row))
}

/// Finds the headers; `row` is where somebody says that they begin, `kind` what somebody says that the rows are.
fn find(sheet: &Sheet, headers: &Headers, kind: Option<Kind>, row: Option<u32>) -> Option<SheetHeader> {
    let last_column = sheet.last_column()?;
    let filled: Vec<u32> = {
        let rows: BTreeSet<u32> =
            sheet.cells().map(|(at, _)| at.row).take_while(|&row| row <= MOST_ROWS_ABOVE).collect();
        row.map_or_else(|| rows.into_iter().collect(), |row| vec![row])
    };
    let kinds: Vec<Kind> = kind.map_or_else(|| headers.kinds().collect(), |kind| vec![kind]);
    let mut best: Option<Candidate> = None;
    for &first_row in &filled {
        for last_row in first_row..first_row.saturating_add(MOST_HEADER_ROWS) {
            let headings = headings(sheet, first_row, last_row, last_column);
            for &kind in &kinds {
                let known: BTreeSet<Column> =
                    headings.values().filter_map(|heading| heading.meaning(headers, kind)).collect();
                let is_header = known.contains(&Column::Name) && known.len() >= FEWEST || row.is_some();
                // Each further row must add to what is known: a title above does not, nor the first row of data.
                let is_better = |best: &Candidate| {
                    let of_best = (best.known, Reverse(best.last_row.saturating_sub(best.first_row)));
                    (known.len(), Reverse(last_row.saturating_sub(first_row))) > of_best
                };
                if is_header && best.as_ref().is_none_or(is_better) {
                    best = Some(Candidate { first_row, last_row, kind, known: known.len() });
                }
            }
        }
        // What repeats the headers further down is none of the first ones.
        if best.as_ref().is_some_and(|best| best.last_row < first_row) {
            break;
        }
    }
    best.map(|best| columns(sheet, headers, &best, last_column))
}

/// What may be headers in these rows, by their columns.
fn headings(sheet: &Sheet, first_row: u32, last_row: u32, last_column: u16) -> BTreeMap<u16, Heading<'_>> {
    let of_column = |column: u16| {
        let mut from = Vec::new();
        let mut texts = Vec::new();
        for row in first_row..=last_row {
            if let Some((at, cell)) = sheet.shown(CellRef { row, column })
                && !from.contains(&at)
                && !cell.text.trim().is_empty()
            {
                from.push(at);
                // Of a long text the beginning is enough.
                let end = cell.text.char_indices().nth(LONGEST).map_or(cell.text.len(), |(end, _)| end);
                texts.push(cell.text.get(..end).unwrap_or_default());
            }
        }
        Some((column, Heading::of(texts)?))
    };
    (1..=last_column).filter_map(of_column).collect()
}

fn columns(sheet: &Sheet, headers: &Headers, found: &Candidate, last_column: u16) -> SheetHeader {
    let &Candidate { first_row, kind, .. } = found;
    let last_row = whole_height(sheet, headers, found, last_column);
    let headings = headings(sheet, first_row, last_row, last_column);
    let with_data: BTreeSet<u16> = sheet
        .cells()
        .filter(|(at, cell)| at.row > last_row && !cell.text.trim().is_empty())
        .map(|(at, _)| at.column)
        .collect();
    let mut columns: Vec<HeaderColumn> = Vec::new();
    let mut taken: BTreeMap<Column, usize> = BTreeMap::new();
    for number in 1..=last_column {
        let own = headings.get(&number);
        if own.is_none() && !with_data.contains(&number) {
            continue;
        }
        let is_hidden = sheet.is_column_hidden(number);
        let mut column = own.and_then(|heading| heading.meaning(headers, kind));
        let before = columns.last();
        // One header over two columns, or a header and a blank one beside it: level, and what is exercised at it.
        if holds_scope_beside(before) && (own.is_none() || before.is_some_and(|before| before.column == column)) {
            column = Some(Column::Scope);
        }
        let written = match (own, before) {
            (Some(heading), _) => in_one_line(&heading.texts),
            (None, Some(before)) if column == Some(Column::Scope) => before.header.clone(),
            (None, _) => format!("{}列", column_letters(number)),
        };
        let header = HeaderColumn { number, header: written, column, is_hidden, repeats: None };
        if let Some(column) = column {
            let adds_up = own.is_some_and(Heading::is_part_of_basis);
            match taken.get(&column).and_then(|&at| columns.get_mut(at)) {
                // Columns that are printed twice: the one that is shown counts.
                Some(first) if first.is_hidden && !is_hidden => {
                    first.column = None;
                    first.repeats = Some(number);
                    taken.insert(column, columns.len());
                }
                // 法律 and 行政法规 below one header are parts of one basis; what is kept as it is may stand twice.
                Some(_) if adds_up || column.is_kept() => {}
                Some(first) => {
                    let repeats = Some(first.number);
                    columns.push(HeaderColumn { column: None, repeats, ..header });
                    continue;
                }
                None => {
                    taken.insert(column, columns.len());
                }
            }
        }
        columns.push(header);
    }
    name_apart(&mut columns);
    // Headers that are merged downwards begin above.
    let begins = columns.iter().filter(|column| column.column.is_some()).filter_map(|column| {
        let (from, _) = sheet.shown(CellRef { row: first_row, column: column.number })?;
        Some(from.row)
    });
    let first_row = begins.min().unwrap_or(first_row).min(first_row);
    let mut above: Vec<(CellRef, String)> = Vec::new();
    for (at, cell) in sheet.cells().take_while(|(at, _)| at.row < first_row) {
        if !cell.text.trim().is_empty() && !above.iter().any(|(_, text)| *text == cell.text) {
            above.push((at, cell.text.clone()));
        }
    }
    SheetHeader { first_row, last_row, kind, columns, above }
}

/// The last row of headers that are merged downwards: what stands beside their lower part are headers too.
fn whole_height(sheet: &Sheet, headers: &Headers, found: &Candidate, last_column: u16) -> u32 {
    let known = headings(sheet, found.first_row, found.last_row, last_column)
        .into_iter()
        .filter(|(_, heading)| heading.meaning(headers, found.kind).is_some())
        .filter_map(|(column, _)| sheet.merged(CellRef { row: found.last_row, column }));
    let most = found.first_row.saturating_add(MOST_HEADER_ROWS);
    known.map(|area| area.last.row).max().unwrap_or(found.last_row).clamp(found.last_row, most.max(found.last_row))
}

/// Whether the column before is one of levels whose header speaks of more than levels, 实施层级及权限.
fn holds_scope_beside(before: Option<&HeaderColumn>) -> bool {
    before.is_some_and(|before| {
        before.column == Some(Column::Levels)
            && ["权限", "内容", "范围", "职责"].iter().any(|word| before.header.contains(word))
    })
}

/// Headers that stand twice are told apart by the letters of their columns, so that both can be kept.
fn name_apart(columns: &mut [HeaderColumn]) {
    let mut before = BTreeSet::new();
    for column in columns {
        if !before.insert(column.header.clone()) {
            column.header = format!("{}（{}列）", column.header, column_letters(column.number));
        }
    }
}

/// A header as a key and in messages: without line breaks and blanks, which sheets have for their looks.
fn in_one_line(texts: &[&str]) -> String {
    texts.iter().map(|text| squeezed(text)).collect::<Vec<_>>().join("/")
}
