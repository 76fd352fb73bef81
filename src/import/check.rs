//! Judging what was read from workbooks.

use std::num::NonZeroU32;

use super::account::{ColumnAccount, ImportAccount, RowTold, SheetAccount, SheetState};
use super::bodies::MergedBody;
use super::cell;
use super::imported::Imported;
use super::row_class::RowClass;
use crate::check::{Checker, UnreadRow};
use crate::file_name::file_name;
use crate::finding::{RecordKey, SourceCell};
use crate::lang::Message;
use crate::print::excerpt;
use crate::report::{InputPart, Report, SourceNotice, SourceNoticeKind};

impl Imported {
    /// Judges the catalog. The report is of the workbooks: places name file, sheet, row and column, and what of the
    /// workbooks is not in the catalog is told in `source_notices`. Each row that could not be read is an error of QD005, and
    /// over such rows no verdict is yes.
    ///
    /// ```
    /// use qingdan::import::{ImportSettings, import};
    /// use qingdan::workbook::{Workbook, WorkbookLimits};
    /// let table = "序号,权力名称,权力类型,设定依据,实施主体\n1,取水许可,行政许可,《中华人民共和国水法》第八十四条,杭锦旗水利局\n";
    /// let workbook = Workbook::read("杭锦旗水利局.csv", table.as_bytes(), WorkbookLimits::default())?;
    /// let imported = import(&[workbook], &ImportSettings::default())?;
    /// let report = imported.check(&qingdan::Checker::new().as_of("2026-11-23".parse()?));
    /// let finding = report.findings().find(|finding| finding.code() == "QD204").ok_or("not found")?;
    /// let cell = finding.source.as_ref().ok_or("no cell")?;
    /// assert_eq!((cell.columns.as_deref(), cell.row.map(|row| row.get())), (Some("D"), Some(2)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check(&self, checker: &Checker) -> Report {
        let unread = self.account.sheets.iter().flat_map(unread_rows).collect();
        let mut report = checker.check_read(&self.catalog, unread);
        for input in &mut report.inputs {
            let names: Vec<&str> = self.files.iter().map(|(name, _)| name.as_str()).collect();
            input.name = names.join(" + ");
            if let [(_, bytes)] = self.files.as_slice() {
                input.bytes = Some(*bytes);
            } else {
                let part = |(name, bytes): &(String, u64)| InputPart {
                    name: name.clone(),
                    bytes: *bytes,
                    sha256: None,
                    spelling: None,
                    title: None,
                };
                input.parts = self.files.iter().map(part).collect();
                for finding in
                    input.findings.iter_mut().chain(input.set_aside.iter_mut().map(|aside| &mut aside.finding))
                {
                    let file = finding.source.as_ref().and_then(|source| source.file.as_deref());
                    finding.place.input =
                        file.and_then(|file| names.iter().find(|name| name.ends_with(file))).map(ToString::to_string);
                }
            }
            input.source_notices = self.account.notices();
        }
        report
    }
}

impl ImportAccount {
    /// What of the workbooks is not simply in the catalog.
    #[must_use]
    pub fn notices(&self) -> Vec<SourceNotice> {
        let whole = self.division_from.iter().map(|(title, division)| {
            let title = excerpt(title);
            notice(
                SourceNoticeKind::DivisionTaken,
                format!("行政区划按标题“{title}”取{division}"),
                format!("the division is {division}, after the title `{title}`"),
            )
        });
        let repeated = self.repeated_files.iter().map(|(file, first)| SourceNotice {
            file: Some(file.clone()),
            ..notice(
                SourceNoticeKind::FileRepeated,
                format!("与“{}”内容相同，只读入一次", excerpt(first)),
                format!("it says what `{}` says, and was read once", excerpt(first)),
            )
        });
        let merged = self.merged_bodies.iter().map(of_merged);
        whole.chain(repeated).chain(merged).chain(self.sheets.iter().flat_map(of_sheet)).collect()
    }
}

/// The rows of a sheet that are no records, as findings are told of them.
fn unread_rows(sheet: &SheetAccount) -> impl Iterator<Item = UnreadRow> {
    let known = sheet.source.as_ref().zip(sheet.kind);
    known.into_iter().flat_map(move |(source, kind)| {
        sheet.untaken.iter().map(move |untaken| UnreadRow {
            record: RecordKey { kind, id: None, name: untaken.name.as_deref().map(excerpt) },
            cell: SourceCell {
                source: source.clone(),
                file: Some(file_name(&sheet.file).to_owned()),
                sheet: Some(sheet.sheet.clone()).filter(|name| !name.is_empty()),
                row: NonZeroU32::new(untaken.row),
                columns: None,
            },
            why: untaken.message.clone(),
            text: untaken.text.clone(),
        })
    })
}

fn notice(kind: SourceNoticeKind, zh: String, en: String) -> SourceNotice {
    SourceNotice { kind, file: None, sheet: None, row: None, columns: None, message: Message::new(zh, en) }
}

fn of_merged(body: &MergedBody) -> SourceNotice {
    let others: Vec<_> = body.others.iter().map(|other| excerpt(other.as_str())).collect();
    let (zh, en) = body.by.words();
    notice(
        SourceNoticeKind::BodiesMerged,
        format!("“{}”与“{}”合并为一个机构：{zh}", excerpt(body.name.as_str()), others.join("”“")),
        format!("`{}` and `{}` are one body: {en}", excerpt(body.name.as_str()), others.join("`, `")),
    )
}

fn of_sheet(sheet: &SheetAccount) -> Vec<SourceNotice> {
    let mut notices = Vec::new();
    let mut tell = |row: Option<u32>, columns: Option<&str>, told: SourceNotice| {
        notices.push(SourceNotice {
            file: Some(sheet.file.clone()),
            sheet: Some(sheet.sheet.clone()).filter(|name| !name.is_empty()),
            row,
            columns: columns.map(str::to_owned),
            ..told
        });
    };
    let unread = match sheet.state {
        SheetState::Imported | SheetState::Empty => None,
        SheetState::Hidden => Some(("隐藏的工作表，已跳过", "a hidden sheet, passed over")),
        SheetState::Skipped => Some(("按导入配置跳过", "passed over, as the profile says")),
        SheetState::NoHeader => Some(("没有找到可识别的表头，未读入", "no headers that are known, not read")),
    };
    if let Some((zh, en)) = unread {
        tell(None, None, notice(SourceNoticeKind::SheetUnread, zh.to_owned(), en.to_owned()));
    }
    for column in &sheet.columns {
        if let Some(told) = of_column(column) {
            tell(None, Some(&column.letters), told);
        }
    }
    if let [first, ..] = sheet.hidden_rows.as_slice() {
        let count = sheet.hidden_rows.len();
        let (zh, en) = (format!("{count}个隐藏行，已跳过"), format!("{count} hidden rows, passed over"));
        tell(Some(*first), None, notice(SourceNoticeKind::RowsHidden, zh, en));
    }
    // Headings that name a type are read; others are told.
    let is_read = |told: &RowTold| told.class == RowClass::Heading && cell::item_type_in(&told.text).is_some();
    for told in sheet.told.iter().filter(|told| !is_read(told)) {
        let text = excerpt(&told.text);
        let (zh, en) =
            (format!("{}，未作数据：{text}", told.class.title_zh()), format!("{}, no data: {text}", told.class));
        tell(Some(told.row), None, notice(SourceNoticeKind::RowToldOnly, zh, en));
    }
    // Each is a finding of its own.
    if let [first, ..] = sheet.untaken.as_slice() {
        let count = sheet.untaken.len();
        let zh = format!("{count}行数据未能读入，逐行列为 QD005 的问题");
        let en = format!("{count} rows of data could not be read; each is told under QD005");
        tell(Some(first.row), None, notice(SourceNoticeKind::RowUnread, zh, en));
    }
    if let Some(declared) = sheet.declared.filter(|declared| *declared != sheet.entry_numbers) {
        let (zh, en) = (
            format!("声明{declared}项，表内实有序号{}个", sheet.entry_numbers),
            format!("{declared} items are declared, and {} numbers of entries are there", sheet.entry_numbers),
        );
        tell(None, None, notice(SourceNoticeKind::TotalDiffers, zh, en));
    }
    notices
}

fn of_column(column: &ColumnAccount) -> Option<SourceNotice> {
    let header = excerpt(&column.header);
    let kept = column.kept_as_text;
    if column.hidden {
        let (zh, en) = (format!("隐藏列“{header}”，已跳过"), format!("the hidden column `{header}`, passed over"));
        return Some(notice(SourceNoticeKind::ColumnHidden, zh, en));
    }
    match (column.column, &column.repeats) {
        (None, Some(other)) if kept > 0 => Some(notice(
            SourceNoticeKind::ColumnUnknown,
            format!("“{header}”一栏与{other}列重复（同一字段），以{other}列为准；{kept}个单元格保留原文，未参加检查"),
            format!(
                "the column `{header}` is of the same field as column {other}, which counts; its {kept} cells are kept as they are and were not judged"
            ),
        )),
        (None, None) if kept > 0 => Some(notice(
            SourceNoticeKind::ColumnUnknown,
            format!("“{header}”一栏没有对应的字段，{kept}个单元格保留原文，未参加检查"),
            format!("the column `{header}` has no field; its {kept} cells are kept as they are and were not judged"),
        )),
        (Some(of), _) if kept > 0 && !of.is_kept() => {
            let first = |say: fn(&(u32, String)) -> String, between: &str| {
                column.first_kept.iter().map(say).collect::<Vec<_>>().join(between)
            };
            let first_zh = first(|(row, text)| format!("第{row}行“{text}”"), "、");
            let first_en = first(|(row, text)| format!("row {row} `{text}`"), ", ");
            Some(notice(
                SourceNoticeKind::CellsKept,
                format!("“{header}”一栏有{kept}个单元格未能识别，保留原文，未参加检查，如{first_zh}"),
                format!(
                    "{kept} cells of the column `{header}` were not understood, as in {first_en}; they are kept as they are and were not judged"
                ),
            ))
        }
        _ => None,
    }
}
