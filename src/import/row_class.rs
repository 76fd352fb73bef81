//! What a row below the headers is, by its cells.

use std::collections::BTreeMap;

use super::cell;
use super::column::Column;
use super::header::SheetHeader;
use super::profile::{HeaderKey, Headers, squeezed};
use super::row_words::{is_body, is_date, is_note, is_numbering, is_sealed, is_total};
use crate::codelist::closed_list;
use crate::workbook::{CellRef, SheetCell};

closed_list! {
    /// 行的种类: what a row below the headers is.
    RowClass {
        Data = "data", "数据行";
        /// It goes on with the entry above: its number and name are empty.
        Continued = "continued", "续行";
        /// It names a part of the list, such as 一、行政许可.
        Heading = "heading", "小标题行";
        Note = "note", "说明行";
        /// A sum such as 合计.
        Total = "total", "合计行";
        RepeatedHeader = "repeated_header", "重复表头行";
        /// The headers of another table below the list, with which the list ends.
        OtherTable = "other_table", "另一张表";
        Empty = "empty", "空行";
        Hidden = "hidden", "隐藏行";
    }
}

/// A text of a sheet with its place; of a merged cell that of the first.
pub(super) type Placed<'s> = (CellRef, &'s SheetCell);

/// What is known beside a row.
pub(super) struct Around<'a> {
    pub(super) header: &'a SheetHeader,
    pub(super) headers: &'a Headers,
    /// Its number.
    pub(super) row: u32,
    /// Whether no entry stands above.
    pub(super) is_first: bool,
}

/// Cells, of a merged one the first alone.
pub(super) fn distinct<'s>(cells: &BTreeMap<usize, Placed<'s>>) -> Vec<Placed<'s>> {
    let mut distinct: Vec<Placed<'s>> = Vec::new();
    for &(from, cell) in cells.values() {
        if !distinct.iter().any(|(before, _)| *before == from) {
            distinct.push((from, cell));
        }
    }
    distinct
}

/// What a row is; `is_dated_below` says whether the next row signs or dates the list.
pub(super) fn of(
    cells: &BTreeMap<usize, Placed<'_>>,
    around: &Around<'_>,
    is_dated_below: impl FnOnce() -> bool,
) -> RowClass {
    let header = around.header;
    let distinct = distinct(cells);
    let Some((_, first)) = distinct.first() else { return RowClass::Empty };
    let has = |column: Column| header.at(column).and_then(|at| cells.get(&at));
    if let Some(class) = around.header_again(cells, distinct.len()) {
        return class;
    }
    if is_numbering(distinct.iter().map(|(_, cell)| cell.text.as_str())) {
        return RowClass::RepeatedHeader;
    }
    let start = squeezed(&first.text);
    if is_total(&start) {
        return RowClass::Total;
    }
    let names =
        |at: usize| matches!(header.columns.get(at).and_then(|of| of.column), Some(Column::Name | Column::SubName));
    let begins_with_name = cells.keys().next().is_some_and(|&at| names(at));
    if is_note(&start, begins_with_name, distinct.len()) || around.is_signed(cells) {
        return RowClass::Note;
    }
    if let [(_, only)] = distinct.as_slice() {
        return around.of_one(cells, only, is_dated_below);
    }
    if has(Column::Name).is_some() || has(Column::SubName).is_some() {
        // A number and a heading: 一 | 行政许可 (11项).
        let text = has(Column::Name).map(|(_, cell)| cell.text.as_str()).unwrap_or_default();
        let number = has(Column::EntryNumber).map(|(_, cell)| squeezed(&cell.text));
        let is_heading = distinct.len() <= 2
            && (cell::item_type_in(text).is_some_and(|_| squeezed(text).chars().count() <= 12))
            && number.as_deref().is_some_and(|number| number.chars().all(|c| !c.is_ascii_digit()));
        return if is_heading { RowClass::Heading } else { RowClass::Data };
    }
    around.without_name(cells)
}

impl Around<'_> {
    /// Whether a row signs or dates the list: `杭锦旗水利局（盖章）`, `2026年3月1日`.
    pub(super) fn is_signed(&self, cells: &BTreeMap<usize, Placed<'_>>) -> bool {
        let is_of_days = |at: usize| {
            self.header.columns.get(at).is_some_and(|of| {
                of.column == Some(Column::EffectiveOn) || of.header.contains("日期") || of.header.contains("时间")
            })
        };
        !cells.is_empty()
            && distinct(cells).len() <= 2
            && cells.iter().all(|(&at, (_, cell))| is_sealed(&cell.text) || is_date(&cell.text) && !is_of_days(at))
    }

    /// Whether a row says headers again: those of this list, or of another table.
    fn header_again(&self, cells: &BTreeMap<usize, Placed<'_>>, distinct: usize) -> Option<RowClass> {
        let columns = || cells.iter().filter_map(|(at, (_, cell))| Some((self.header.columns.get(*at)?, &cell.text)));
        let repeats = columns().filter(|(column, text)| column.says(text)).count();
        if repeats == 0 {
            return None;
        }
        // Another name of the same column is no other column.
        let means = |text: &str| self.headers.column(self.header.kind, &HeaderKey::of(text));
        let same = columns()
            .filter(|(column, text)| column.says(text) || column.column.is_some() && means(text) == column.column)
            .count();
        let numbers = self.header.at(Column::EntryNumber);
        let begins_again = numbers.is_some_and(|at| {
            let header = self.header.columns.get(at);
            cells.get(&at).zip(header).is_some_and(|((_, cell), header)| header.says(&cell.text))
        });
        if same > 1 && same == cells.len() {
            Some(RowClass::RepeatedHeader)
        } else if same > 1 && same.saturating_mul(2) > cells.len() || begins_again && distinct > 2 {
            Some(RowClass::OtherTable)
        } else {
            None
        }
    }

    /// A row of one cell, over the whole width or alone: no entry has nothing but that.
    fn of_one(
        &self,
        cells: &BTreeMap<usize, Placed<'_>>,
        only: &SheetCell,
        is_dated_below: impl FnOnce() -> bool,
    ) -> RowClass {
        let stands_in = |column: Column| self.header.at(column).is_some_and(|at| cells.contains_key(&at));
        let is_heading = cell::item_type_in(&only.text).is_some() || cell::declared_total(&only.text).is_some();
        let spans = cells.len() > 2;
        if stands_in(Column::SubName) && !stands_in(Column::Name) && !spans {
            return RowClass::Data;
        }
        match (stands_in(Column::Name) && !spans, is_heading) {
            (_, true) => RowClass::Heading,
            // In the columns of an entry that goes on; the name of the body above the day signs the list.
            (false, false) if !spans && !self.is_first && self.header.goes_on(cells.keys().copied()) => {
                if is_body(&only.text) && is_dated_below() { RowClass::Note } else { RowClass::Continued }
            }
            (true, false) => RowClass::Data,
            (false, false) if spans || self.is_first => RowClass::Heading,
            (false, false) => RowClass::Note,
        }
    }

    /// A row that names no item: it goes on with the entry above, or is one whose name is missing. What is merged from above
    /// says nothing new.
    fn without_name(&self, cells: &BTreeMap<usize, Placed<'_>>) -> RowClass {
        let own = || cells.iter().filter(|(_, (from, _))| from.row == self.row);
        let says = |column: Column, is_so: fn(&str) -> bool| {
            self.header.at(column).is_some_and(|at| own().any(|(of, (_, cell))| *of == at && is_so(&cell.text)))
        };
        let is_entry = says(Column::EntryNumber, |text| !cell::entry_numbers(text).is_empty())
            || says(Column::ItemType, |text| cell::item_type(text).is_some())
            || says(Column::Code, |_| true);
        if is_entry && own().count() > 1 {
            RowClass::Data
        } else if !self.is_first && own().count() > 0 && self.header.goes_on(own().map(|(at, _)| *at)) {
            RowClass::Continued
        } else {
            RowClass::Note
        }
    }
}
