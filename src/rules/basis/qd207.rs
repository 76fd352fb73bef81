//! QD207: a date that does not exist.
//!
//! A cell of the source may stand in several records and in several members of one: it is told once. So what is found in
//! records is kept as a fact, and told when all are known.

use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::visit::Leaf;
use crate::model::{Date, DateProblem, Header, Pointer, closest};
use crate::numeral;
use crate::rule::{Draft, Findings, Look, Provision, Rule, Scope};
use crate::rules::reading::Placeholder;
use crate::rules::{Index, Interner};
use crate::spot::Spot;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(207),
    name: "impossible-date",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("不存在的日期", "a date that does not exist"),
    unit: two("每个单元格一项，合并单元格只算一次", "one a source cell; a merged cell counts once"),
    help: two(
        "对照原件改正。常见的原因有：抄录或者识别有误，日与月颠倒，推算期限时多算一天，在表格中向下拖拽使日期逐行递增",
        "compare with the original. Common causes: a slip in copying or in character recognition, day and month exchanged, a day too many when a term was reckoned, a cell dragged down a column",
    ),
    citations: &[Provision { document: "GB/T 7408.1-2023", clause: "5.2.2" }],
    looks: &[Look::Code(impossible_date_of_header), Look::Catalog(impossible_dates)],
    page: include_str!("qd207.md"),
    ..Rule::BLANK
};

/// The dates of all records that do not exist.
#[derive(Debug, Default)]
pub(crate) struct DateFacts {
    /// The sources from which they were taken.
    sources: Interner<Box<str>>,
    impossible: Vec<ImpossibleDate>,
}

#[derive(Debug)]
struct ImpossibleDate {
    ordinal: u32,
    pointer: Pointer,
    /// The source, as a number in `sources`, and the first row of the cell there; none where the record does not tell.
    cell: Option<(u32, u32)>,
    written: Box<str>,
    problem: DateProblem,
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
fn part(pointer: &Pointer) -> &str {
    let path = pointer.as_str();
    let citation = path.strip_suffix("/text").or_else(|| Some(path.rsplit_once("/version_dates/")?.0));
    citation.unwrap_or(path)
}

/// What is wrong with the date of a leaf, and how it is written.
fn impossible_date(leaf: Leaf<'_>) -> Option<(&str, DateProblem)> {
    match leaf.name {
        // Words of the text of the citation, such as 2010年12月: it may name an edition by its month.
        Date::NAME if leaf.path.field() == "version_dates" && leaf.text.contains('年') => {
            impossible_date_in(leaf.text)
        }
        // Of a placeholder QD011 speaks alone.
        Date::NAME => {
            let wrong = leaf.text.parse::<Date>().err().filter(|_| !Placeholder::is_whole(leaf.text));
            wrong.map(|error| (leaf.text, error.problem))
        }
        // Only citations have a field of this name.
        "Text" if leaf.path.field() == "text" => impossible_date_in(leaf.text),
        _ => None,
    }
}

fn impossible_date_of_header(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if leaf.kind.is_none()
        && let Some((written, problem)) = impossible_date(leaf)
    {
        report(Spot::Header(leaf.path.pointer()), written, problem, findings);
    }
}

fn impossible_dates(scope: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    let facts = &index.dates;
    // The first record of each cell; where records do not tell their cell, each part is one.
    let mut of_cell: BTreeMap<(u32, u32, String), (u32, usize)> = BTreeMap::new();
    let mut told: Vec<(usize, Option<String>)> = Vec::new();
    for (at, date) in facts.impossible.iter().enumerate() {
        let Some((source, row)) = date.cell else {
            told.push((at, None));
            continue;
        };
        let column = column(scope.header, facts.sources.get(source).map(|id| &**id), part(&date.pointer));
        let first = of_cell.entry((source, row, column)).or_insert((date.ordinal, at));
        *first = (*first).min((date.ordinal, at));
    }
    told.extend(of_cell.into_iter().map(|((source, _, column), (_, at))| {
        let source = facts.sources.get(source).map(|id| &**id).unwrap_or_default();
        (at, Some(format!("{source} {column}")))
    }));
    told.sort_unstable();
    for (at, cell) in told {
        let Some(date) = facts.impossible.get(at) else { continue };
        let spot = Spot::Record(date.ordinal, date.pointer.clone());
        let draft = report(spot, &date.written, date.problem, findings);
        // Which of the records of a merged cell comes first makes no other finding of it.
        if let Some(cell) = cell {
            draft.of_catalog(format!("{cell} {}", date.written));
        }
    }
}

/// The column of a part of a record, if the header tells it; else the path of the field, which no other column has.
fn column(header: Option<&Header>, source: Option<&str>, part: &str) -> String {
    let is_field = |name: &&str| !name.starts_with(|first: char| first.is_ascii_digit());
    let fields: Vec<&str> = part.split('/').skip(1).filter(is_field).collect();
    let source = header.and_then(|header| header.sources.iter().find(|of| Some(of.id.as_str()) == source));
    let letters = source.and_then(|source| closest(source.columns.iter(), &fields.iter().copied()));
    letters.map_or_else(|| fields.join("."), |letters| format!("column {letters}"))
}

fn report<'f>(spot: Spot, written: &str, problem: DateProblem, findings: &'f mut Findings<'_>) -> &'f mut Draft {
    let written = crate::print::excerpt(written);
    let (zh, en) = match problem {
        DateProblem::Day { year, month, last, .. } => (
            format!("日期“{written}”不存在：{year}年{month}月只有{last}天"),
            format!("the date `{written}` does not exist: month {month} of {year} has {last} days"),
        ),
        DateProblem::Month(month) => (
            format!("日期“{written}”不存在：没有{month}月"),
            format!("the date `{written}` does not exist: there is no month {month}"),
        ),
        DateProblem::Form => (
            format!("“{written}”不是完整的日期，日期栏应写作“2021-07-15”"),
            format!("`{written}` is no date; write it like `2021-07-15`"),
        ),
    };
    let draft = findings.at_spot(spot, zh, en);
    draft.found(&written);
    if problem == DateProblem::Form {
        draft.help(
            "对照原件写明年、月、日；原件没有写明日期的，不填此栏，不要编造",
            "write year, month and day as the original has them; where it has none, leave the field out and make nothing up",
        );
    }
    draft
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
    let written = text.strip_suffix(after)?;
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
