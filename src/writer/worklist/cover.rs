//! The cover of a worklist: what was checked by which law, what it came to, how much falls to whom, and what nobody looked at.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::formats::Formats;
use super::list::Worklist;
use super::text::{cell, lines_in};
use crate::finding::{Aspect, Severity};
use crate::lang::Lang;
use crate::print::cut;
use crate::report::Verdict;
use crate::writer::departments::{Department, Tally};
use crate::writer::{LONGEST_MESSAGE, LONGEST_NAME, told};

/// The widths of the columns, in digits.
const WIDTHS: [u16; 6] = [42, 12, 12, 12, 12, 30];

/// The height of a line, in points.
const LINE: usize = 14;

/// How many departments or rules are listed; their sheets have them all.
const MOST: usize = 1000;

pub(super) struct Cover<'a> {
    pub(super) list: &'a Worklist<'a>,
    pub(super) departments: &'a [Department<'a>],
    /// On which sheet each department is.
    pub(super) sheets: &'a [String],
    pub(super) formats: &'a Formats,
}

/// Where the next line goes.
struct Page<'s, 'f> {
    sheet: &'s mut Worksheet,
    formats: &'f Formats,
    next: u32,
}

impl Page<'_, '_> {
    /// A text over all columns.
    fn line(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        let width = WIDTHS.iter().fold(0_u16, |sum, &width| sum.saturating_add(width));
        let text = cell(text);
        let lines = u32::try_from(lines_in(&text, width).saturating_mul(LINE)).unwrap_or(400).min(400);
        self.sheet.merge_range(self.next, 0, self.next, 5, &text, format)?;
        self.sheet.set_row_height(self.next, lines.saturating_add(2))?;
        self.down();
        Ok(())
    }

    fn heading(&mut self, text: &str) -> Result<(), XlsxError> {
        self.down();
        self.sheet.write_string_with_format(self.next, 0, text, &self.formats.heading)?;
        self.sheet.set_row_height(self.next, 20)?;
        self.down();
        Ok(())
    }

    fn heads<const N: usize>(&mut self, heads: [&str; N]) -> Result<(), XlsxError> {
        for (column, head) in (0_u16..).zip(heads) {
            self.sheet.write_string_with_format(self.next, column, head, &self.formats.head)?;
        }
        self.down();
        Ok(())
    }

    fn down(&mut self) {
        self.next = self.next.saturating_add(1);
    }
}

impl Cover<'_> {
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (column, width) in (0_u16..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        let (list, said) = (self.list, &self.list.said);
        sheet
            .set_landscape()
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0)
            .set_footer(list.say("&C第 &P 页，共 &N 页", "&CPage &P of &N"));
        let mut page = Page { sheet, formats: self.formats, next: 0 };
        page.sheet.set_row_height(0, 30)?;
        page.sheet.write_string_with_format(0, 0, list.say("整改台账", "Worklist"), &self.formats.title)?;
        page.down();
        for input in &list.report.inputs {
            let title = input.title.as_deref().map(|title| cut(title, LONGEST_NAME));
            let name = cut(&input.name, LONGEST_NAME);
            let text = title.map_or_else(|| name.clone(), |title| format!("{title}{}{name}", list.say("：", ": ")));
            page.line(&text, &self.formats.plain)?;
        }
        page.line(&said.day(), &self.formats.plain)?;
        page.line(&said.checked(), &self.formats.plain)?;
        page.line(&self.found(), &self.formats.plain)?;
        self.answers(&mut page)?;
        self.by_department(&mut page)?;
        self.by_rule(&mut page)?;
        self.not_read(&mut page)?;
        self.not_looked_at(&mut page)?;
        self.set_aside(&mut page)?;
        let tool = &list.report.tool;
        page.down();
        page.line(&format!("{}{} {}", list.say("检查工具：", "tool: "), tool.name, tool.version), &self.formats.plain)
    }

    /// How many findings there are, and what the sheets are for.
    fn found(&self) -> String {
        let (report, said) = (self.list.report, &self.list.said);
        let counts = |severity| report.count(severity);
        let total = Severity::ALL.iter().fold(0_u64, |sum, &severity| sum.saturating_add(counts(severity)));
        if total == 0 {
            return self.list.say("没有发现问题。", "Nothing was found to be wrong.").to_owned();
        }
        let by_severity = said.by_severity(counts);
        match self.list.lang {
            Lang::Zh => format!(
                "发现问题 {total} 项（{by_severity}）。各部门的问题见其工作表，请填写“整改期限”和“整改情况”两栏。"
            ),
            Lang::En => format!(
                "{} ({by_severity}). Each department has a sheet; please fill in the last two columns.",
                said.count(total, "", "finding")
            ),
        }
    }

    fn answers(&self, page: &mut Page<'_, '_>) -> Result<(), XlsxError> {
        page.heading(self.list.say("三项判断", "Three questions"))?;
        for &aspect in Aspect::ALL {
            let answer = self.list.said.answer(aspect);
            let reasons = if answer.verdict == Verdict::No {
                // Codes alone would tell an official nothing.
                let because = self.list.said.because(aspect);
                because.iter().map(|&code| format!("{}［{code}］", self.title(code))).collect()
            } else {
                answer.reasons
            };
            let reasons = self.list.said.join(&reasons);
            let room = WIDTHS.iter().skip(2).fold(0_u16, |sum, &width| sum.saturating_add(width));
            let lines = u32::try_from(lines_in(&reasons, room).saturating_mul(LINE)).unwrap_or(400).clamp(18, 400);
            page.sheet.write_string_with_format(page.next, 0, answer.question, &self.formats.text)?;
            page.sheet.write_string_with_format(page.next, 1, answer.word, &self.formats.answer(answer.verdict))?;
            page.sheet.merge_range(page.next, 2, page.next, 5, &cell(&reasons), &self.formats.text)?;
            page.sheet.set_row_height(page.next, lines)?;
            page.down();
        }
        Ok(())
    }

    fn title(&self, code: crate::RuleCode) -> String {
        told::title(self.list.report, code, self.list.lang)
    }

    fn by_department(&self, page: &mut Page<'_, '_>) -> Result<(), XlsxError> {
        if self.departments.is_empty() {
            return Ok(());
        }
        let list = self.list;
        page.heading(list.say("各部门的问题", "By department"))?;
        page.heads(match list.lang {
            Lang::Zh => ["责任部门", "错误", "警告", "提示", "合计", "工作表"],
            Lang::En => ["Department", "Errors", "Warnings", "Notices", "Total", "Sheet"],
        })?;
        let mut sum = Tally::default();
        for (department, sheet) in self.departments.iter().zip(self.sheets) {
            sum.add(&department.tally);
            let name = cut(&department.name(list.report, list.lang), LONGEST_NAME);
            self.tally(page, &name, &department.tally, sheet)?;
        }
        self.tally(page, list.say("合计", "Total"), &sum, "")
    }

    fn tally(&self, page: &mut Page<'_, '_>, name: &str, tally: &Tally, sheet: &str) -> Result<(), XlsxError> {
        let Formats { text, number, .. } = self.formats;
        page.sheet.write_string_with_format(page.next, 0, cell(name), text)?;
        let counts = [tally.errors, tally.warnings, tally.notices, tally.total()];
        for (column, count) in (1_u16..).zip(counts) {
            page.sheet.write_number_with_format(page.next, column, as_number(count), number)?;
        }
        page.sheet.write_string_with_format(page.next, 5, cell(sheet), text)?;
        page.down();
        Ok(())
    }

    /// The counts of all that was found, listed or not.
    fn by_rule(&self, page: &mut Page<'_, '_>) -> Result<(), XlsxError> {
        let (list, by_rule) = (self.list, self.list.report.by_rule());
        if by_rule.is_empty() {
            return Ok(());
        }
        page.heading(list.say("各规则的问题", "By rule"))?;
        page.heads(match list.lang {
            Lang::Zh => ["规则", "规则编号", "项数"],
            Lang::En => ["Rule", "Code", "Findings"],
        })?;
        let mut sum = 0_u64;
        for (code, count) in by_rule.into_iter().take(MOST) {
            sum = sum.saturating_add(count);
            page.sheet.write_string_with_format(page.next, 0, cell(&self.title(code)), &self.formats.text)?;
            page.sheet.write_string_with_format(page.next, 1, code.to_string(), &self.formats.number)?;
            page.sheet.write_number_with_format(page.next, 2, as_number(count), &self.formats.number)?;
            page.down();
        }
        page.sheet.write_string_with_format(page.next, 0, list.say("合计", "Total"), &self.formats.text)?;
        page.sheet.write_blank(page.next, 1, &self.formats.number)?;
        page.sheet.write_number_with_format(page.next, 2, as_number(sum), &self.formats.number)?;
        page.down();
        Ok(())
    }

    /// What nobody may take for checked.
    fn not_read(&self, page: &mut Page<'_, '_>) -> Result<(), XlsxError> {
        let (list, unread) = (self.list, &self.list.report.unread_inputs);
        if unread.is_empty() {
            return Ok(());
        }
        page.heading(list.say("无法读取、没有检查的文件", "Files that could not be read and were not checked"))?;
        for input in unread {
            let (name, why) = (cut(&input.name, LONGEST_NAME), cut(input.message.text(list.lang), LONGEST_MESSAGE));
            page.line(&format!("{name}{}{why}", list.say("：", ": ")), &self.formats.plain)?;
        }
        Ok(())
    }

    /// What the findings do not say.
    fn not_looked_at(&self, page: &mut Page<'_, '_>) -> Result<(), XlsxError> {
        let (list, said) = (self.list, &self.list.said);
        page.heading(list.say("没有检查的内容", "What was not looked at"))?;
        let inputs = list.report.inputs.iter();
        let unlisted =
            inputs.fold(0_u64, |sum, input| sum.saturating_add(input.counts.total.saturating_sub(input.counts.shown)));
        let mut lines = Vec::new();
        if unlisted > 0 {
            lines.push(match list.lang {
                Lang::Zh => format!("另有 {unlisted} 项问题已计数、未列出。"),
                Lang::En => format!("{unlisted} findings are counted and not listed."),
            });
        }
        for (_, not_run) in said.not_run() {
            let codes: Vec<String> = not_run.rules.values().flatten().map(ToString::to_string).collect();
            let number = u64::try_from(codes.len()).unwrap_or(u64::MAX);
            lines.push(match list.lang {
                Lang::Zh => format!("{}：{number} 条规则（{}）", not_run.words, said.join(&codes)),
                Lang::En => {
                    format!("{}: {} ({})", not_run.words, said.count(number, "", "rule"), said.join(&codes))
                }
            });
        }
        lines.extend(said.citations());
        lines.push(format!("{}{}", list.say("其余规则：", "The other rules: "), said.rules_run()));
        lines.iter().try_for_each(|line| page.line(line, &self.formats.plain))
    }

    fn set_aside(&self, page: &mut Page<'_, '_>) -> Result<(), XlsxError> {
        page.heading(self.list.say("已搁置和已知的问题", "Set aside, and known before"))?;
        page.line(&self.list.said.set_aside(), &self.formats.plain)
    }
}

/// A count as a spreadsheet has it: exact as far as anybody counts.
fn as_number(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
