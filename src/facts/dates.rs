//! Dates that do not exist, and the cells in which they stand.

use crate::facts::Interner;
use crate::facts::placeholder::Placeholder;
use crate::law::facts::EditionDay;
use crate::model::leaf::{Leaf, LeafName};
use crate::model::{Date, DateProblem, Pointer};
use crate::numeral;

/// The dates of all records that do not exist.
#[derive(Debug, Default)]
pub(crate) struct DateFacts {
    /// The sources from which they were taken.
    pub(crate) sources: Interner<Box<str>>,
    pub(crate) impossible: Vec<ImpossibleDate>,
}

#[derive(Debug)]
pub(crate) struct ImpossibleDate {
    pub(crate) ordinal: u32,
    pub(crate) pointer: Pointer,
    /// The source, as a number in `sources`, and the first row of the cell there; none where the record does not tell.
    pub(crate) cell: Option<(u32, u32)>,
    pub(crate) written: Box<str>,
    pub(crate) problem: DateProblem,
}

impl DateFacts {
    /// Looks at a text of a record; says whether it holds a date that does not exist.
    pub(crate) fn add(&mut self, ordinal: u32, leaf: Leaf<'_>) -> bool {
        let Some((written, problem)) = impossible_date(leaf) else { return false };
        let pointer = leaf.path.pointer();
        let cell = leaf.source.zip(leaf.first_row());
        let cell = cell.map(|(source, row)| (self.sources.number_of(source.source.as_str()), row.get()));
        // What was read from a text stands beside it in the citation.
        let is_told = |last: &ImpossibleDate| last.ordinal == ordinal && part(&last.pointer) == part(&pointer);
        if !self.impossible.last().is_some_and(is_told) {
            self.impossible.push(ImpossibleDate { ordinal, pointer, cell, written: written.into(), problem });
        }
        true
    }
}

/// The part of a record to which a date belongs: of a citation the whole, elsewhere the member.
pub(crate) fn part(pointer: &Pointer) -> &str {
    let path = pointer.as_str();
    let citation = path.strip_suffix("/text").or_else(|| Some(path.rsplit_once("/version_dates/")?.0));
    citation.unwrap_or(path)
}

/// What is wrong with the date of a leaf, and how it is written.
pub(crate) fn impossible_date(leaf: Leaf<'_>) -> Option<(&str, DateProblem)> {
    match leaf.name {
        // A citation may name an edition by its month or its year: 2010年12月, 2024.
        LeafName::Date if is_edition(leaf) => impossible_date_in(leaf.text),
        // Of a placeholder QD011 speaks alone.
        LeafName::Date => {
            let wrong = leaf.text.parse::<Date>().err().filter(|_| !Placeholder::is_whole(leaf.text));
            wrong.map(|error| (leaf.text, error.problem))
        }
        // Only citations have a field of this name.
        LeafName::Text if leaf.path.field() == "text" => impossible_date_in(leaf.text),
        _ => None,
    }
}

/// Whether a leaf is a day, month or year by which a citation may name an edition, or words of its text with one. A number
/// that is no year of the last or this century names none.
fn is_edition(leaf: Leaf<'_>) -> bool {
    let is_day = || numeral::begins_as_year(leaf.text) && leaf.text.parse::<EditionDay>().is_ok();
    leaf.path.field() == "version_dates" && (leaf.text.contains('年') || is_day())
}

/// The first `YYYY年M月D日` of a text that the calendar does not have, in Arabic digits of any width or in Chinese ones.
fn impossible_date_in(text: &str) -> Option<(&str, DateProblem)> {
    text.match_indices('年').find_map(|(at, mark)| {
        let (start, year) = year_before(text.get(..at)?)?;
        let (month, rest) = number_before('月', text.get(at.checked_add(mark.len())?..)?)?;
        let (day, rest) = number_before('日', rest)?;
        let problem = Date::new(year, month, day).err()?;
        Some((text.get(start..text.len().checked_sub(rest.len())?)?, problem))
    })
}

/// The year of four digits at the end of a text, and where it begins.
fn year_before(text: &str) -> Option<(usize, u16)> {
    let mut digits = text.trim_end().char_indices().rev();
    let (mut start, mut year, mut worth) = (0, 0_u16, 1_u16);
    for _ in 0..4 {
        let (at, digit) = digits.next()?;
        year = numeral::digit(digit)?.checked_mul(worth)?.checked_add(year)?;
        worth = worth.saturating_mul(10);
        start = at;
    }
    digits.next().is_none_or(|(_, before)| !numeral::is_numeral(before)).then_some((start, year))
}

/// The number at the beginning of a text that stands before this mark, and what follows the mark.
fn number_before(mark: char, text: &str) -> Option<(u8, &str)> {
    let text = text.trim_start();
    let after = text.trim_start_matches(numeral::is_numeral);
    let written = text.get(..text.len().checked_sub(after.len())?)?;
    let rest = after.trim_start().strip_prefix(mark)?;
    // More digits than a day has: no number is that low.
    if written.is_empty() || written.chars().count() > 4 {
        return None;
    }
    let arabic = written.chars().try_fold(0_u16, |number, c| {
        let digit = if c.is_ascii_digit() || ('０'..='９').contains(&c) { numeral::digit(c)? } else { return None };
        number.checked_mul(10)?.checked_add(digit)
    });
    let number = match arabic {
        Some(number) => number,
        None => numeral::read(written).filter(|&(_, length)| length == written.len())?.0.get(),
    };
    Some((u8::try_from(number).unwrap_or(u8::MAX), rest))
}
