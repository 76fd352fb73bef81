//! Rows of a source that are no records: nothing else is judged of them, so each is told.

use super::rule_of;
use crate::finding::{RecordKey, SourceCell};
use crate::lang::Message;
use crate::model::Pointer;
use crate::rule::{Drafts, Findings, OfSource};
use crate::spot::Spot;

/// 未能读入的行: a row of a source that could not become a record.
#[derive(Debug)]
pub(crate) struct UnreadRow {
    /// What it would have been.
    pub(crate) record: RecordKey,
    pub(crate) cell: SourceCell,
    pub(crate) why: Message,
    /// What it says, by which it is known again wherever it stands.
    pub(crate) text: String,
}

/// Tells of a row.
pub(crate) fn report_row(row: UnreadRow, drafts: &mut Drafts) {
    let rule = rule_of(5);
    drafts.settle();
    if drafts.room(rule.code) == 0 {
        drafts.add_unkept(rule, 1);
        return;
    }
    let UnreadRow { record, cell, why, text } = row;
    let spot = Spot::Input { span: 0..0, pointer: Pointer::default(), path: Pointer::default(), record: None };
    let mut findings = Findings::new(rule, None, drafts);
    let draft = findings.at_spot(
        spot,
        format!("这一行未能读入，未作检查：{}", why.zh),
        format!("this row could not be read and was not judged: {}", why.en),
    );
    let sheet = cell.sheet.as_deref().or(cell.file.as_deref()).unwrap_or_default();
    draft
        .found(&text)
        .of_catalog(format!("{sheet}\n{text}"))
        .help("按说明改正这一行后重新检查", "correct the row as the message says, and check again");
    draft.of_source = Some(Box::new(OfSource { record, cell }));
}
