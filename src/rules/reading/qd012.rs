//! QD012: a numeral that grows from row to row, as it does when a cell is dragged down a column.
//!
//! Records come in any order, and a catalog may have millions. So of each cell only what is compared is kept, and nothing
//! of a cell that came between its neighbors and goes on from neither: in a list that stands in the order of its rows that is
//! nearly every one.

use std::collections::BTreeSet;

use crate::facts::cells::{Cell, runs};
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::Pointer;
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(12),
    name: "dragged-numerals",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two(
        "数字逐行递增，疑为向下拖拽所致",
        "a numeral that grows row by row, as dragging a cell down a column makes it",
    ),
    unit: two("每段连续的行一项", "one a run of rows"),
    help: two(
        "逐行对照原件改正；在表格中向下复制时选“复制单元格”，不要选“填充序列”",
        "compare each row with the original; when a cell is dragged down, choose to copy it, not to fill a series",
    ),
    citations: &[Provision { document: POWER_LIST_OPINION, clause: "二（七）" }],
    looks: &[Look::Catalog(dragged_numerals)],
    page: include_str!("qd012.md"),
    ..Rule::BLANK
};

fn dragged_numerals(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let facts = &whole.facts.cells;
    if !facts.has_rows && !facts.without_row.is_empty() {
        // A catalog that comes from no sheet: one line says so for all kinds.
        findings.not_run_on("source.row", NotRunReason::NotHeld);
        findings.saw_nothing();
        return;
    }
    for kind in &facts.without_row {
        findings.not_run_on(format!("{}.source.row", kind.array()), NotRunReason::NotHeld);
    }
    // What was read from a text stands beside it in the citation, and is the same cell.
    let mut told: BTreeSet<(&str, u32, u32)> = BTreeSet::new();
    let cells = facts.in_order();
    runs(&cells, |run, numeral| {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let Some(column) = facts.columns.get(first.column) else { return };
        if told.insert((part(column), first.first, last.last)) {
            report(column, run, numeral, findings);
        }
    });
}

/// The part of the record to which the member of a column belongs, where it is one of a citation.
fn part(column: &str) -> &str {
    let column = column.rsplit_once("/version_dates/").map_or(column, |(part, _)| part);
    let members = ["/text", "/quote", "/document_number"];
    members.iter().find_map(|member| column.strip_suffix(member)).unwrap_or(column)
}

fn report(column: &str, run: &[Cell], numeral: usize, findings: &mut Findings<'_>) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let mut pointer = Pointer::default();
    column.split('/').skip(1).for_each(|name| pointer.push(name));
    let values: Vec<String> =
        run.iter().filter_map(|cell| cell.numerals.get(numeral)).map(ToString::to_string).collect();
    let (values_zh, values_en) = match values.as_slice() {
        [a, b, c, _, .., z] => (format!("{a}、{b}、{c}……{z}"), format!("{a}, {b}, {c} … {z}")),
        values => (values.join("、"), values.join(", ")),
    };
    let (from, to) = (first.first, last.last);
    findings
        .at_spot(
            Spot::Record(first.ordinal, pointer.clone()),
            format!("来源表第{from}行至第{to}行的同一栏文字相同，只有数字逐行递增（{values_zh}），疑为在表格中向下拖拽所致"),
            format!(
                "rows {from} to {to} of the source say the same but for a numeral that grows row by row ({values_en}), as dragging a cell down a column makes it"
            ),
        )
        .found(&values_zh)
        .of_catalog(format!("{} {values_zh}", column.split_once(' ').map_or(column, |(_, rest)| rest)))
        .related(Spot::Record(last.ordinal, pointer), "最后一行", "the last of the rows");
}
