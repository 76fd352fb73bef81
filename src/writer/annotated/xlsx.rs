//! Findings written into a workbook as it is.

use std::collections::BTreeMap;

use super::comments;
use super::marks::{Marks, OfFile, marks};
use super::outcome::{AnnotateError, Annotated, Kept};
use super::package::Package;
use super::parts::Parts;
use super::relations::{ContentType, Relations, add_type};
use super::sheet::Look;
use super::styles::Styles;
use super::vml;
use crate::lang::Lang;
use crate::report::Report;
use crate::workbook::CellRef;

/// The most comments of a sheet that spreadsheets show.
const MOST_COMMENTS: usize = 60_000;

const VML: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const COMMENTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const STYLES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

pub(super) fn annotate(name: &str, bytes: &[u8], report: &Report, lang: Lang) -> Result<Annotated, AnnotateError> {
    let mut kept = Kept::default();
    let mut package = Package::open(bytes)?;
    let mut parts = Parts::find(&mut package, &mut kept)?;
    let mut findings = OfFile::new(report, name, lang);
    let styles_part = parts.styles.clone().unwrap_or_else(|| "xl/styles.xml".to_owned());
    let mut styles = Styles::read(&styles_part, package.read(&styles_part)?)?;
    let (mut marked, mut without, mut block) = (0_u64, 0_u64, None);
    let is_only = parts.sheets.len() == 1;
    for (sheet, part) in parts.sheets.clone() {
        let of_sheet = findings.take(&sheet, is_only);
        if of_sheet.is_empty() {
            continue;
        }
        let text = package.required(&part)?;
        let look = Look::at(&part, &text)?;
        let (marks, with_cell, without_cell) = marks(&of_sheet, &look);
        marked = marked.saturating_add(with_cell);
        without = without.saturating_add(without_cell);
        if marks.is_empty() {
            continue;
        }
        let mut sheet = Commenting { parts: &parts, package: &mut package, kept: &mut kept, block: &mut block };
        let drawing = sheet.comment(&part, &sheet_comments(&marks, &findings), look.legacy.as_deref())?;
        let text = look.marked(&part, &text, &marks, &mut styles, drawing.as_deref())?;
        package.put(&part, text);
    }
    without = without.saturating_add(findings.left());
    if marked > 0 {
        if parts.styles.is_none() {
            let kind = parts.kind("styles");
            parts.relations.add(&kind, &styles_part, &mut package)?;
            add_type(&ContentType::Part(&styles_part, STYLES), &mut package)?;
        }
        let (part, text) = styles.write();
        package.put(&part, text);
    }
    let bytes = if marked > 0 { package.write()? } else { bytes.to_vec() };
    Ok(Annotated { bytes, findings_marked: marked, findings_without_cell: without, kept })
}

fn sheet_comments(marks: &Marks<'_>, findings: &OfFile<'_>) -> BTreeMap<CellRef, String> {
    let told = marks.iter().filter(|(_, mark)| !mark.findings.is_empty());
    told.map(|(&at, mark)| (at, findings.comment(mark))).collect()
}

/// A sheet while its comments are written.
struct Commenting<'a, 'b> {
    parts: &'a Parts,
    package: &'a mut Package<'b>,
    kept: &'a mut Kept,
    /// The next free block of shapes, once it is known.
    block: &'a mut Option<u32>,
}

impl Commenting<'_, '_> {
    /// Writes comments beside the sheet; where a drawing of them is new, gives its attribute for the sheet.
    fn comment(
        &mut self,
        sheet: &str,
        comments: &BTreeMap<CellRef, String>,
        legacy: Option<&str>,
    ) -> Result<Option<String>, AnnotateError> {
        let mut relations = Relations::of(sheet, self.package)?;
        if relations.has("threadedComment") {
            self.kept.lose(
                "工作表中有会话式批注：单元格若已有会话，新版 Excel 只显示会话，本次批注在其批注文字中",
                "a sheet has threaded comments: where a cell has a thread, new versions of Excel show that and not what is added",
            );
        }
        let most = comments.iter().take(MOST_COMMENTS).map(|(&at, text)| (at, text.clone())).collect();
        if comments.len() > MOST_COMMENTS {
            self.kept.lose(
                format!("一个工作表最多显示 {MOST_COMMENTS} 条批注，其余单元格只标颜色"),
                format!("a sheet shows {MOST_COMMENTS} comments at most; further cells are coloured alone"),
            );
        }
        let own = relations.target("comments").map(str::to_owned);
        let part = own.clone().unwrap_or_else(|| self.free("xl/comments", ".xml"));
        let before = if own.is_some() { self.package.read(&part)? } else { None };
        let (text, new) = comments::with(&part, before, &most, self.parts.is_strict)?;
        self.package.put(&part, text);
        if own.is_none() {
            relations.add(&self.parts.kind("comments"), &part, self.package)?;
            add_type(&ContentType::Part(&part, COMMENTS), self.package)?;
        }
        let lines = |at: &CellRef| comments.get(at).map_or(4, |text| text.chars().count().div_ceil(30));
        let windows: Vec<(CellRef, usize)> = new.iter().map(|at| (*at, lines(at))).collect();
        let drawn = legacy.and_then(|id| relations.by_id(id)).and_then(|relation| relation.target.clone());
        if windows.is_empty() {
            return Ok(None);
        }
        let block = match *self.block {
            Some(block) => block,
            None => vml::free_block(self.package)?,
        };
        let part = drawn.clone().unwrap_or_else(|| self.free("xl/drawings/vmlDrawing", ".vml"));
        let before = if drawn.is_some() { self.package.read(&part)? } else { None };
        let (text, next) = vml::with(&part, before, &windows, block)?;
        *self.block = Some(next);
        self.package.put(&part, text);
        if drawn.is_some() {
            return Ok(None);
        }
        add_type(&ContentType::Extension("vml", VML), self.package)?;
        let id = relations.add(&self.parts.kind("vmlDrawing"), &part, self.package)?;
        Ok(Some(format!("xmlns:r=\"{}\" r:id=\"{id}\"", self.parts.kind(""))))
    }

    /// A name that no part has.
    fn free(&self, begin: &str, end: &str) -> String {
        let mut number = 1_u64;
        loop {
            let name = format!("{begin}{number}{end}");
            if !self.package.has(&name) {
                return name;
            }
            number = number.saturating_add(1);
        }
    }
}
