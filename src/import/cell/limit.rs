//! 办理时限: the time limits of a cell.

use super::closed::handling;
use super::limit_clause::{amounts, arabic, limit_of};
use super::numbering::numbering;
use super::word::{is_blank, outside_brackets, plain, plain_char, trimmed};
use crate::codelist::{Handling, TimeUnit};
use crate::model::TimeLimit;

/// 办理时限: what a cell says of time limits.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LimitCell<'a> {
    /// 时限: one a branch, in order.
    pub limits: Vec<TimeLimit>,
    /// 办件类型: handled on the spot, where the cell says so; then there is no limit.
    pub handling: Option<Handling>,
    /// 未识别: the clauses that were not understood, as written: `法定时限`, `/`, `详见办事指南`.
    pub rest: Vec<&'a str>,
}

/// A cell with more characters tells no limits but a procedure.
const LONGEST: usize = 600;

/// 办理时限: the limits of a cell: `20个工作日`, `60日`, `告知承诺制：20个工作日 非告知承诺制：10个工作日`. `unit` is the unit that the header
/// of the column states, which a bare number takes; without it a bare number is not understood. `0` and `即办` are no limit: the
/// item is handled on the spot.
///
/// What is printed beside an amount is kept: the branch in [`Branch::note`](crate::model::Branch::note), all else in the note of the
/// limit. An amount that is no limit for handling (`延长10日`, `每月5日前`, `1年`, `15-20日`) is not understood; nor is a cell that prints
/// a statutory limit beside a promised one, since a column is of one of them.
///
/// ```
/// use qingdan::codelist::{Handling, TimeUnit};
/// use qingdan::import::cell::limits;
/// let read = limits("告知承诺制：20个工作日\n非告知承诺制:10个工作日", None);
/// let branch = read.limits[1].branch.as_ref().ok_or("none")?;
/// assert_eq!((read.limits[1].amount.get(), branch.commitment), (10, Some(false)));
/// assert_eq!(limits("20", Some(TimeUnit::WorkingDay)).limits[0].unit, TimeUnit::WorkingDay);
/// assert_eq!(limits("20", None).rest, ["20"]);
/// assert_eq!(limits("即办", None).handling, Some(Handling::Immediate));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn limits(text: &str, unit: Option<TimeUnit>) -> LimitCell<'_> {
    let mut read = LimitCell { limits: Vec::new(), handling: None, rest: Vec::new() };
    let cell = trimmed(text);
    if cell.is_empty() {
        return read;
    }
    if is_immediate(cell) {
        read.handling = Some(Handling::Immediate);
        return read;
    }
    if let Some(limit) = bare(cell, unit) {
        read.limits.push(limit);
        return read;
    }
    if cell.chars().count() > LONGEST || has_both(cell) {
        read.rest.push(cell);
        return read;
    }
    for clause in clauses(cell) {
        match clause_limit(clause) {
            Some(limit) => read.limits.push(limit),
            None => read.rest.push(trimmed(clause)),
        }
    }
    read.rest.retain(|rest| !rest.is_empty());
    read
}

fn clause_limit(clause: &str) -> Option<TimeLimit> {
    match amounts(clause).as_slice() {
        [one] => limit_of(clause, *one),
        _ => None,
    }
}

/// A bare number in a column whose header states the unit.
fn bare(cell: &str, unit: Option<TimeUnit>) -> Option<TimeLimit> {
    TimeLimit::new(arabic(cell)?, unit?).ok()
}

/// `0`, `0个工作日`, `即办`, `当场办结`: there is no limit.
fn is_immediate(cell: &str) -> bool {
    let word = plain(cell);
    let zero = word.trim_start_matches('0');
    let is_zero = zero.len() < word.len()
        && matches!(zero, "" | "日" | "天" | "个工作日" | "工作日" | "个自然日" | "小时" | "个小时");
    is_zero || handling(cell) == Some(Handling::Immediate)
}

/// Whether a cell prints both limits, of which its column is one.
fn has_both(cell: &str) -> bool {
    let word = plain(cell).replace("告知承诺", "");
    word.contains("法定") && word.contains("承诺")
}

/// The clauses of a cell: parted by marks outside of brackets, and by blanks behind an amount with another one to come.
fn clauses(cell: &str) -> Vec<&str> {
    let numbers = amounts(cell);
    let mut found = Vec::new();
    let mut start = 0_usize;
    for (at, c) in outside_brackets(cell) {
        let begun = cell.get(start..at).unwrap_or_default();
        let is_line = matches!(c, '\n' | '\r');
        let mark = matches!(plain_char(c), ';' | ',' | '、' | '。' | '|');
        // 1、 begins a clause and ends none.
        let is_number = mark
            && numbering(cell.get(start..).unwrap_or_default().trim_start_matches(is_blank)).is_some_and(|number| {
                let blank = begun.len().saturating_sub(begun.trim_start_matches(is_blank).len());
                at < start.saturating_add(blank).saturating_add(number.length)
            });
        let is_gap = is_blank(c)
            && numbers.iter().any(|amount| amount.end > start && amount.end <= at)
            && numbers.iter().any(|amount| amount.end > at);
        if is_line || mark && !is_number || is_gap {
            found.push(begun);
            start = at.saturating_add(c.len_utf8());
        }
    }
    found.push(cell.get(start..).unwrap_or_default());
    found.retain(|clause| !trimmed(clause).is_empty());
    found
}
