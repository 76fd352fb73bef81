//! Cells of the source with numerals, as far as one may go on from its neighbor.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use crate::facts::Interner;
use crate::model::leaf::{Leaf, LeafName};
use crate::model::path::PathStep;
use crate::model::{Kind, RecordRef};

/// What is kept of the cells from which records were taken.
#[derive(Debug, Default)]
pub(crate) struct CellFacts {
    pub(crate) sources: Interner<Box<str>>,
    /// The source of the record that is shown, as a number in `sources`.
    source: u32,
    /// Source, kind of record and path of what stands in one column: `0 4/basis/0/text`.
    pub(crate) columns: Interner<Box<str>>,
    /// The cell met last in each column, by the numbers of `columns`.
    open: Vec<Option<Cell>>,
    /// Cells that may go on from another, or from which another may go on.
    cells: Vec<Cell>,
    /// A place to write the name of a column.
    pub(crate) column: String,
    hasher: RandomState,
    pub(crate) has_rows: bool,
    /// The kinds of records that do not tell their row.
    pub(crate) without_row: BTreeSet<Kind>,
}

/// A cell of the source with numerals in it.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) column: u32,
    /// The record in which it was met first.
    pub(crate) ordinal: u32,
    /// The rows that it spans, as far as they are records.
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// What stands around its numerals.
    words: u64,
    pub(crate) numerals: Box<[u64]>,
    /// Records of one row say different things.
    is_ambiguous: bool,
    may_be_of_run: bool,
}

impl Cell {
    fn is_beside(&self, next: &Self) -> bool {
        self.column == next.column && self.last.checked_add(1) == Some(next.first)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.words == other.words && self.numerals == other.numerals
    }

    /// How the next cell goes on from this one, if it does.
    fn step_to(&self, next: &Self) -> Option<Step> {
        if !self.is_beside(next) || self.is_ambiguous || next.is_ambiguous || self.words != next.words {
            return None;
        }
        let mut changed = self.numerals.iter().zip(&next.numerals).enumerate().filter(|(_, (a, b))| a != b);
        let (Some((numeral, (from, to))), None) = (changed.next(), changed.next()) else { return None };
        let (more, rows) = (to.checked_sub(*from)?, u64::from(next.first.checked_sub(self.first)?));
        let small = |step: &u64| (1..=MOST_STEP).contains(step);
        let of_row = more.checked_div(rows).filter(|step| step.checked_mul(rows) == Some(more)).filter(small);
        let step = Step { numeral, of_cell: Some(more).filter(small), of_row };
        (self.numerals.len() == next.numerals.len() && step.is_one()).then_some(step)
    }
}

/// The largest step by which a numeral grows.
const MOST_STEP: u64 = 3;

/// The fewest cells that are told.
const FEWEST: usize = 3;

/// So many elements of each list are looked at.
const MOST_ELEMENTS: usize = 16;

/// A text with more numerals is a table of its own.
const MOST_NUMERALS: usize = 1_000;

/// So many digits are a number; more are a code.
const MOST_DIGITS: usize = 18;

/// By how much a numeral grows: from cell to cell, or, as programs fill merged cells, by the rows that they span.
#[derive(Debug, Clone, Copy)]
struct Step {
    /// Which of the numerals.
    numeral: usize,
    of_cell: Option<u64>,
    of_row: Option<u64>,
}

impl Step {
    fn is_one(&self) -> bool {
        self.of_cell.is_some() || self.of_row.is_some()
    }

    /// What this step and the next have in common.
    fn and(self, next: Self) -> Option<Self> {
        let common = |a: Option<u64>, b: Option<u64>| a.filter(|_| a == b);
        let both = Self {
            numeral: self.numeral,
            of_cell: common(self.of_cell, next.of_cell),
            of_row: common(self.of_row, next.of_row),
        };
        (self.numeral == next.numeral && both.is_one()).then_some(both)
    }
}

/// Whether a text stands in a row of a source, and has numerals.
pub(crate) fn is_noted(leaf: Leaf<'_>) -> bool {
    leaf.source.is_some_and(|source| source.row.is_some()) && has_digit(leaf.text) && is_compared(leaf)
}

impl CellFacts {
    /// Takes up where a record was taken from; its texts follow.
    pub(crate) fn add_record(&mut self, record: RecordRef<'_>) {
        let with_row = record.source().filter(|source| source.row.is_some());
        let Some(source) = with_row else {
            self.without_row.insert(record.kind());
            return;
        };
        self.has_rows = true;
        let source = source.source.as_str();
        // Neighboring records are of one source.
        if self.sources.get(self.source).is_none_or(|last| **last != *source) {
            self.source = self.sources.number_of(source);
        }
    }

    /// Adds a text of the record.
    pub(crate) fn add(&mut self, ordinal: u32, leaf: Leaf<'_>) {
        let Some(row) = leaf.source.and_then(|source| source.row) else { return };
        if !has_digit(leaf.text) || !is_compared(leaf) {
            return;
        }
        let (Some(first), Some(column)) = (leaf.first_row(), self.column_of(leaf)) else { return };
        let (words, numerals) = self.take_apart(leaf.text);
        if numerals.is_empty() || numerals.len() > MOST_NUMERALS {
            return;
        }
        let last = row.max(first).get();
        let first = first.get();
        self.meet(Cell { column, ordinal, first, last, words, numerals, is_ambiguous: false, may_be_of_run: false });
    }

    fn meet(&mut self, mut cell: Cell) {
        let Some(open) = usize::try_from(cell.column).ok().and_then(|at| self.open.get_mut(at)) else { return };
        if let Some(before) = open.as_mut()
            && before.first == cell.first
        {
            before.last = before.last.max(cell.last);
            before.is_ambiguous |= !before.says_the_same(&cell);
            return;
        }
        let before = open.take();
        // Where the neighbor is not known it may come later.
        let is_open = before.as_ref().is_none_or(|before| !before.is_beside(&cell) || before.step_to(&cell).is_some());
        cell.may_be_of_run = is_open;
        *open = Some(cell);
        if let Some(before) = before.filter(|before| before.may_be_of_run || is_open) {
            self.cells.push(before);
        }
    }

    /// The number of the column in which a text stands.
    fn column_of(&mut self, leaf: Leaf<'_>) -> Option<u32> {
        let kind = leaf.kind?.index();
        self.column.clear();
        // Writing to a string does not fail.
        let _ = write!(self.column, "{} {kind}", self.source);
        let (column, mut is_far) = (&mut self.column, false);
        leaf.path.each_step(&mut |step| {
            is_far |= matches!(step, PathStep::Index(index) if index >= MOST_ELEMENTS);
            let _ = match step {
                PathStep::Field(name) => write!(column, "/{name}"),
                PathStep::Index(index) => write!(column, "/{index}"),
            };
        });
        if is_far {
            return None;
        }
        let number = self.columns.number_of(&self.column);
        if self.open.len() < self.columns.values().len() {
            self.open.push(None);
        }
        Some(number)
    }

    /// The numerals of a text, and a number that stands for what is around them.
    fn take_apart(&self, text: &str) -> (u64, Box<[u64]>) {
        let mut words = self.hasher.build_hasher();
        let mut numerals = Vec::new();
        let mut rest = text;
        let mut after_place = false;
        while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
            let (before, from) = rest.split_at_checked(start).unwrap_or((rest, ""));
            let after = from.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = from.get(..from.len().saturating_sub(after.len())).unwrap_or(from);
            words.write(before.as_bytes());
            after_place = is_place(before, after, after_place);
            match digits.parse().ok().filter(|_| !after_place && digits.len() <= MOST_DIGITS) {
                Some(number) => {
                    words.write_u8(0);
                    if numerals.len() <= MOST_NUMERALS {
                        numerals.push(number);
                    }
                }
                None => words.write(digits.as_bytes()),
            }
            rest = after;
        }
        words.write(rest.as_bytes());
        (words.finish(), numerals.into())
    }

    /// The cells that may be of a run, in the order of their rows; a cell that stands in several records once.
    pub(crate) fn in_order(&self) -> Vec<Cell> {
        let open = self.open.iter().flatten().filter(|cell| cell.may_be_of_run);
        let mut cells: Vec<&Cell> = self.cells.iter().chain(open).collect();
        cells.sort_by_key(|cell| (cell.column, cell.first, cell.ordinal));
        let same = cells.chunk_by(|a, b| (a.column, a.first) == (b.column, b.first));
        let one = same.filter_map(|same| {
            let first = *same.first()?;
            Some(Cell {
                last: same.iter().map(|cell| cell.last).max()?,
                is_ambiguous: same.iter().any(|cell| cell.is_ambiguous || !cell.says_the_same(first)),
                numerals: first.numerals.clone(),
                ..*first
            })
        });
        one.collect()
    }
}

/// Shows each run of at least [`FEWEST`] cells that grow by one step, and which numeral does.
pub(crate) fn runs<'a>(cells: &'a [Cell], mut see: impl FnMut(&'a [Cell], usize)) {
    let (mut start, mut step) = (0, None::<Step>);
    let mut end = |from: usize, to: usize, step: Option<Step>| {
        let run = cells.get(from..to).filter(|run| run.len() >= FEWEST);
        if let (Some(run), Some(step)) = (run, step) {
            see(run, step.numeral);
        }
    };
    for (at, pair) in cells.windows(2).enumerate() {
        let next = if let [a, b] = pair { a.step_to(b) } else { None };
        let common = match (step, next) {
            (Some(step), Some(next)) => step.and(next),
            (None, next) => next,
            (Some(_), None) => None,
        };
        if common.is_none() {
            let after = at.saturating_add(1);
            end(start, after, step);
            // The last of a run may be the first of one with another step.
            start = if next.is_some() { at } else { after };
        }
        step = common.or(next);
    }
    end(start, cells.len(), step);
}

fn has_digit(text: &str) -> bool {
    text.bytes().fold(false, |found, byte| found | byte.is_ascii_digit())
}

/// Whether a text is one whose numerals do not grow lawfully from row to row: no code, number or name of the record
/// itself, no address on the web; no day or number of documents that are listed one after the other.
fn is_compared(leaf: Leaf<'_>) -> bool {
    let is_listed = matches!(leaf.kind, Some(Kind::License | Kind::LegalInstrument | Kind::PublishedFigure));
    matches!(leaf.name, LeafName::Text | LeafName::Date)
        && !is_listed
        && !matches!(
            leaf.path.field(),
            "name" | "title" | "aliases" | "number" | "label" | "clauses" | "url" | "source_url"
        )
        && !leaf.text.contains("://")
}

/// Whether digits are the number of a place in an instrument, given what stands before and after them and whether the
/// digits before them are: 第7条, 24条, 第7、48条, 第（3）项. 第460号 is none.
fn is_place(before: &str, after: &str, after_place: bool) -> bool {
    let blank = |c: char| c.is_whitespace() || matches!(c, '（' | '）' | '(' | ')');
    let (before, after) = (before.trim_end_matches(blank), after.trim_start_matches(blank));
    let goes_on = after_place && before.chars().all(|c| blank(c) || "、，,至到和及第之-~—－～".contains(c));
    let is_numbered = before.ends_with('第') && !after.starts_with(['号', '期', '届', '次', '批']);
    goes_on || is_numbered || after.starts_with(['条', '款', '项', '目', '章', '节', '编'])
}
