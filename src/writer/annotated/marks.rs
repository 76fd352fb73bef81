//! Which cells of a workbook are to be marked, and what is to be said at them.

use std::collections::BTreeMap;

use crate::file_name::file_name;
use crate::finding::{Finding, Severity, SourceCell};
use crate::lang::Lang;
use crate::report::Report;
use crate::workbook::CellRef;
use crate::writer::source_cells::cells;
use crate::writer::{say, told};

/// The longest comment, in characters: more, nobody reads in a small window.
const LONGEST: usize = 2000;

/// The last row and column of a sheet.
const LAST: CellRef = CellRef { row: 1_048_576, column: 16_384 };

/// What a workbook says of a sheet, as far as marks go by it.
pub(super) trait Shape {
    /// The first cell of the merged area of which a cell is part, or the cell itself.
    fn merged(&self, at: CellRef) -> CellRef;
    /// The first cell of a row that says something, in column A where none does.
    fn first_of(&self, row: u32) -> CellRef;
}

/// The findings of one sheet.
pub(super) type OfSheet<'a> = Vec<(&'a SourceCell, &'a Finding)>;

/// The findings of a workbook.
pub(super) struct OfFile<'a> {
    /// By the names of sheets; none where the source names no sheet.
    pub(super) sheets: BTreeMap<Option<&'a str>, OfSheet<'a>>,
    report: &'a Report,
    lang: Lang,
}

/// A cell that is to be marked.
#[derive(Debug)]
pub(super) struct Mark<'a> {
    /// The gravest of its findings.
    pub(super) severity: Severity,
    /// The findings that are told in its comment; none at a further column of findings that are told at the first.
    pub(super) findings: Vec<&'a Finding>,
}

/// The marks of a sheet.
pub(super) type Marks<'a> = BTreeMap<CellRef, Mark<'a>>;

impl<'a> OfFile<'a> {
    /// The findings of the file that is called so.
    pub(super) fn new(report: &'a Report, name: &str, lang: Lang) -> Self {
        let mut sheets: BTreeMap<Option<&str>, OfSheet<'_>> = BTreeMap::new();
        for finding in report.findings() {
            let Some(source) = &finding.source else { continue };
            if source.file.as_deref().is_some_and(|file| file_name(file) == file_name(name)) {
                sheets.entry(source.sheet.as_deref()).or_default().push((source, finding));
            }
        }
        Self { sheets, report, lang }
    }

    /// The findings of a sheet, taken out; those that name no sheet are of the only one.
    pub(super) fn take(&mut self, sheet: &str, is_only: bool) -> OfSheet<'a> {
        let same = |name: &&str| *name == sheet || name.trim() == sheet.trim();
        let named: Vec<_> = self.sheets.keys().copied().filter(|name| name.as_ref().is_some_and(same)).collect();
        let mut taken: OfSheet<'_> = named.iter().filter_map(|name| self.sheets.remove(name)).flatten().collect();
        if is_only {
            taken.extend(self.sheets.remove(&None).unwrap_or_default());
        }
        taken
    }

    /// How many findings are left of no sheet that was asked for.
    pub(super) fn left(&self) -> u64 {
        self.sheets.values().fold(0, |sum, of| sum.saturating_add(u64::try_from(of.len()).unwrap_or(u64::MAX)))
    }

    /// The comment of a mark.
    pub(super) fn comment(&self, mark: &Mark<'_>) -> String {
        let mut text = String::new();
        for (number, finding) in mark.findings.iter().enumerate() {
            let said = self.said(finding);
            let room = LONGEST.saturating_sub(text.chars().count());
            if number > 0 && said.chars().count() > room {
                let more = mark.findings.len().saturating_sub(number);
                let more = match self.lang {
                    Lang::Zh => format!("\n\n……另有{more}项，见整改台账"),
                    Lang::En => format!("\n\n… and {more} more: see the worklist"),
                };
                text.push_str(&more);
                break;
            }
            if number > 0 {
                text.push_str("\n\n");
            }
            text.extend(said.chars().take(LONGEST));
        }
        text
    }

    /// 【错误】规则（QD207）, what is wrong, on what ground, and what to do.
    fn said(&self, finding: &Finding) -> String {
        let (lang, code) = (self.lang, finding.code);
        let (severity, title) = (told::severity(finding.severity, lang), told::title(self.report, code, lang));
        let mut lines = vec![match lang {
            Lang::Zh => format!("【{severity}】{title}（{code}）"),
            Lang::En => format!("[{severity}] {title} ({code})"),
        }];
        let grounds = told::grounds(self.report, code).join(say(lang, "；", "; "));
        let told = [
            ("问题：", "What is wrong: ", told::message(finding, lang)),
            ("依据：", "Ground: ", grounds),
            ("整改建议：", "What to do: ", told::help(self.report, finding, lang)),
        ];
        let told = told.into_iter().filter(|(_, _, text)| !text.is_empty());
        lines.extend(told.map(|(zh, en, text)| format!("{}{text}", say(lang, zh, en))));
        lines.join("\n")
    }
}

/// The marks of a sheet, and how many findings have a cell and how many have none.
pub(super) fn marks<'a>(findings: &OfSheet<'a>, shape: &impl Shape) -> (Marks<'a>, u64, u64) {
    let (mut marks, mut with, mut without) = (Marks::new(), 0_u64, 0_u64);
    for &(source, finding) in findings {
        let row = source.row.map(std::num::NonZeroU32::get).filter(|&row| row <= LAST.row);
        let mut at: Vec<CellRef> = cells(source).collect();
        if at.is_empty() {
            at.extend(row.map(|row| shape.first_of(row)));
        }
        at.retain(|at| at.row <= LAST.row && at.column <= LAST.column);
        let count = if at.is_empty() { &mut without } else { &mut with };
        *count = count.saturating_add(1);
        for (number, at) in at.into_iter().enumerate() {
            let new = || Mark { severity: finding.severity, findings: Vec::new() };
            let mark = marks.entry(shape.merged(at)).or_insert_with(new);
            mark.severity = mark.severity.min(finding.severity);
            if number == 0 {
                mark.findings.push(finding);
            }
        }
    }
    (marks, with, without)
}
