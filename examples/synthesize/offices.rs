//! The bodies that every county has, read from `offices.csv`: 24 departments with powers, 4 vertical agencies that
//! license, 12 bodies that only serve, and in the last line what each township deals with.
//!
//! A matter is an activity, worded so that it fits into the phrases of [`names`](super::names).

use qingdan::codelist::OrganizationKind;

use super::laws::Law;

/// A body and what it deals with.
pub(super) struct Office {
    /// From 1.
    pub(super) number: usize,
    /// The name after that of the county or township.
    pub(super) name: &'static str,
    pub(super) kind: OrganizationKind,
    /// Its shares in the licensing items, power items and services of the county.
    pub(super) licensing: usize,
    pub(super) powers: usize,
    pub(super) services: usize,
    /// The instruments under which it acts.
    pub(super) laws: Vec<&'static Law>,
    pub(super) matters: Vec<&'static str>,
}

/// The offices in the order of the file, the township last.
pub(super) fn offices() -> Vec<Office> {
    let lines = include_str!("offices.csv").lines().skip(1);
    lines.zip(1..).map(|(line, number)| office(number, line)).collect()
}

fn office(number: usize, line: &'static str) -> Office {
    let mut cells = line.split(',');
    let mut cell = || cells.next().unwrap();
    Office {
        number,
        name: cell(),
        kind: cell().parse().unwrap(),
        licensing: cell().parse().unwrap(),
        powers: cell().parse().unwrap(),
        services: cell().parse().unwrap(),
        laws: cell().split(' ').map(Law::named).collect(),
        matters: cell().split(' ').collect(),
    }
}
