//! QD207: a date that does not exist.
//!
//! A cell of the source may stand in several records and in several members of one: it is told once. So what is found in
//! records is kept as a fact, and told when all are known.

use std::collections::{BTreeMap, HashMap};

use crate::facts::dates::{impossible_date, part};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::leaf::Leaf;
use crate::model::{DateProblem, SourceFile, closest};
use crate::rule::{Draft, Findings, Look, Provision, Rule, Scope};
use crate::spot::Spot;

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
    looks: &[Look::Date(impossible_date_of_header), Look::Catalog(impossible_dates)],
    page: include_str!("qd207.md"),
    ..Rule::BLANK
};

fn impossible_date_of_header(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if leaf.kind.is_none()
        && let Some((written, problem)) = impossible_date(leaf)
    {
        report(Spot::Header(leaf.path.pointer()), written, problem, findings);
    }
}

fn impossible_dates(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = &whole.facts.dates;
    // The first of each.
    let sources = scope.header.into_iter().flat_map(|header| header.sources.iter().rev());
    let sources: HashMap<&str, &SourceFile> = sources.map(|source| (source.id.as_str(), source)).collect();
    // The first record of each cell; where records do not tell their cell, each part is one.
    let mut of_cell: BTreeMap<(u32, u32, String), (u32, usize)> = BTreeMap::new();
    let mut told: Vec<(usize, Option<String>)> = Vec::new();
    for (at, date) in facts.impossible.iter().enumerate() {
        let Some((source, row)) = date.cell else {
            told.push((at, None));
            continue;
        };
        let column = column(&sources, facts.sources.get(source).map(|id| &**id), part(&date.pointer));
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
fn column(sources: &HashMap<&str, &SourceFile>, source: Option<&str>, part: &str) -> String {
    let is_field = |name: &&str| !name.starts_with(|first: char| first.is_ascii_digit());
    let fields: Vec<&str> = part.split('/').skip(1).filter(is_field).collect();
    let source = source.and_then(|source| sources.get(source));
    let letters = source.and_then(|source| closest(|path| source.columns.get(path), fields.iter().copied()));
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
