//! Delegations over time as a table for spreadsheets: one row a delegation of an item to a township.

use std::io;

use csv::Terminator;

use super::{line, noted};
use crate::delegations::{DelegationPair, Delegations, Handover};
use crate::lang::Lang;
use crate::model::{Date, Id, Text, Written};
use crate::writer::{harmless, say};

/// The columns: official terms for those who read Chinese, field names for programs.
const COLUMNS: [(&str, &str); 33] = [
    ("权责事项标识", "power_item"),
    ("职权编码", "code"),
    ("权责事项名称", "name"),
    ("承接主体标识", "receiver"),
    ("承接主体名称", "receiver_name"),
    ("苏木乡镇", "township_name"),
    ("赋权记录标识", "delegation"),
    ("赋权事项名称", "delegated_name"),
    ("承接方式", "mode"),
    ("上一级赋权", "parent"),
    ("原实施主体标识", "from"),
    ("原实施主体名称", "from_name"),
    ("决定层级", "decision_level"),
    ("决定日期", "decision_date"),
    ("决定文件", "decision_document"),
    ("决定公布日期", "decision_published_on"),
    ("是否认领", "claimed"),
    ("认领日期", "claimed_on"),
    ("苏木乡镇公布日期", "published_on"),
    ("苏木乡镇公布网址", "published_at"),
    ("生效日期", "effective_on"),
    ("委托期限至", "term_until"),
    ("最近评估日期", "evaluated_on"),
    ("评估结论", "outcome"),
    ("终止日期", "ended_on"),
    ("收回日期", "returned_on"),
    ("收回决定机关", "returned_by"),
    ("原实施主体是否继续行使", "original_still_exercises"),
    ("案件划分", "division_of_cases"),
    ("截至日期", "as_of"),
    ("赋权状态", "state"),
    ("行使沿革", "exercised_by"),
    ("提示", "notes"),
];

/// Writes the delegations as comma-separated values, RFC 4180, one row a delegation of an item to a township.
///
/// It begins with a byte order mark, without which spreadsheets take Chinese for another encoding. A text that a
/// spreadsheet would take for a formula is written after an apostrophe.
///
/// # Errors
/// What the writer reports.
pub fn write_csv(delegations: &Delegations, lang: Lang, mut to: impl io::Write) -> io::Result<()> {
    to.write_all("\u{feff}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut to);
    table.write_record(COLUMNS.map(|(zh, en)| say(lang, zh, en)))?;
    let as_of = delegations.as_of.as_ref().map(ToString::to_string).unwrap_or_default();
    for pair in &delegations.pairs {
        let line = line(pair, lang);
        for handover in &pair.handovers {
            table.write_record(row(pair, handover, &as_of, &line, lang))?;
        }
    }
    table.flush()
}

fn row(pair: &DelegationPair, handover: &Handover, as_of: &str, line: &str, lang: Lang) -> [String; 33] {
    let listed = |zh: &str, en: &str| say(lang, zh, en).to_owned();
    let yes_or_no = |answer: Option<bool>| match answer {
        Some(true) => listed("是", "true"),
        Some(false) => listed("否", "false"),
        None => String::new(),
    };
    let id = |id: &Id| harmless(id.as_str());
    let text = |text: Option<&Text>| text.map(|text| harmless(text.as_str())).unwrap_or_default();
    let day = |day: Option<&Written<Date>>| day.map(|day| harmless(day.text())).unwrap_or_default();
    let decision = handover.decision.as_ref();
    let notes = pair.notes.iter().filter(|note| note.delegations.contains(&handover.delegation));
    let notes: Vec<String> = notes.map(|note| noted(note, lang)).collect();
    [
        id(&pair.power_item),
        pair.code.as_ref().map(|code| harmless(code.text())).unwrap_or_default(),
        text(pair.name.as_ref()),
        id(&pair.receiver.id),
        text(pair.receiver.name.as_ref()),
        pair.township.as_ref().map(|body| harmless(body.called())).unwrap_or_default(),
        id(&handover.delegation),
        text(handover.name.as_ref()),
        listed(handover.mode.title_zh(), handover.mode.as_str()),
        handover.parent.as_ref().map(id).unwrap_or_default(),
        id(&handover.from.id),
        text(handover.from.name.as_ref()),
        decision.map(|decision| listed(decision.level.title_zh(), decision.level.as_str())).unwrap_or_default(),
        day(decision.and_then(|decision| decision.date.as_ref())),
        text(decision.and_then(|decision| decision.document.as_ref())),
        day(decision.and_then(|decision| decision.published_on.as_ref())),
        yes_or_no(handover.claimed),
        day(handover.claimed_on.as_ref()),
        day(handover.published_on.as_ref()),
        text(handover.published_at.as_ref()),
        day(handover.effective_on.as_ref()),
        day(handover.term_until.as_ref()),
        day(handover.evaluated_on.as_ref()),
        handover.outcome.map(|outcome| listed(outcome.title_zh(), outcome.as_str())).unwrap_or_default(),
        day(handover.ended_on.as_ref()),
        day(handover.returned_on.as_ref()),
        handover.returned_by.as_ref().map(|body| harmless(body.called())).unwrap_or_default(),
        yes_or_no(handover.original_still_exercises),
        text(handover.division_of_cases.as_ref()),
        as_of.to_owned(),
        listed(handover.state.title_zh(), handover.state.as_str()),
        harmless(line),
        notes.join(say(lang, "；", "; ")),
    ]
}
