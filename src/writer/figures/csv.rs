//! Figures as a table for spreadsheets: one row a statistic.

use std::io;

use csv::Terminator;

use super::label;
use crate::figures::{Definition, Figures};
use crate::lang::Lang;
use crate::writer::harmless;

/// The columns: official terms for those who read Chinese, field names for programs.
const COLUMNS_ZH: [&str; 12] = [
    "口径代码",
    "统计项",
    "记录类型",
    "计数单位",
    "时限单位",
    "分组维度",
    "分组",
    "分子",
    "分母",
    "百分比",
    "未说明数",
    "口径",
];
const COLUMNS_EN: [&str; 12] = [
    "definition",
    "name",
    "kind",
    "unit",
    "time_unit",
    "group_by",
    "group",
    "numerator",
    "denominator",
    "percent",
    "unstated",
    "definition_text",
];

/// Writes the statistics as comma-separated values, RFC 4180, one row a statistic.
///
/// It begins with a byte order mark, without which spreadsheets take Chinese for another encoding. A text that a
/// spreadsheet would take for a formula is written after an apostrophe.
///
/// # Errors
/// What the writer reports.
pub fn write_csv(figures: &Figures, lang: Lang, mut to: impl io::Write) -> io::Result<()> {
    to.write_all("\u{feff}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut to);
    table.write_record(match lang {
        Lang::Zh => COLUMNS_ZH,
        Lang::En => COLUMNS_EN,
    })?;
    let number = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
    for statistic in &figures.statistics {
        let group = statistic.group.as_ref();
        let said = |zh: &str, en: &str| match lang {
            Lang::Zh => zh.to_owned(),
            Lang::En => en.to_owned(),
        };
        table.write_record([
            statistic.definition.as_str().to_owned(),
            label(statistic).text(lang).to_owned(),
            said(statistic.counts.kind.title_zh(), statistic.counts.kind.as_str()),
            said(statistic.counts.unit.title_zh(), statistic.counts.unit.as_str()),
            statistic.time_unit.map(|unit| said(unit.title_zh(), unit.as_str())).unwrap_or_default(),
            group.map(|group| said(group.by.title_zh(), group.by.as_str())).unwrap_or_default(),
            group.map(|group| harmless(&group.title)).unwrap_or_default(),
            number(statistic.numerator),
            number(statistic.denominator.map(u64::from)),
            statistic.percent.as_ref().map(ToString::to_string).unwrap_or_default(),
            statistic.unstated.to_string(),
            definition_text(statistic.definition, lang),
        ])?;
    }
    table.flush()
}

fn definition_text(definition: Definition, lang: Lang) -> String {
    definition.text().text(lang).to_owned()
}
