//! What changes of the law do to a catalog, as a table for spreadsheets: one row an article of a citation.

use std::io;

use csv::Terminator;

use super::said;
use crate::impact::{ArticleChange, Impact, ImpactEntry};
use crate::lang::Lang;
use crate::model::Id;
use crate::writer::{harmless, say};

/// The columns: official terms for those who read Chinese, field names for programs.
const COLUMNS: [(&str, &str); 18] = [
    ("影响类别", "class"),
    ("事项清单", "kind"),
    ("事项标识", "item"),
    ("事项名称", "name"),
    ("责任部门标识", "body"),
    ("责任部门", "body_name"),
    ("栏目", "field"),
    ("位置", "pointer"),
    ("所引条款", "citation"),
    ("引用版本", "cited_edition"),
    ("文件", "instrument"),
    ("变化日期", "on"),
    ("替代文件", "successor"),
    ("原条款", "old"),
    ("现条款", "new"),
    ("主要内容", "in_part"),
    ("条款对应来源", "source"),
    ("同处其他依据", "others"),
];

/// Writes the impact as comma-separated values, RFC 4180, one row an article of a citation; a citation that names none has
/// a row of its own.
///
/// It begins with a byte order mark, without which spreadsheets take Chinese for another encoding. A text that a
/// spreadsheet would take for a formula is written after an apostrophe.
///
/// # Errors
/// What the writer reports.
pub fn write_csv(impact: &Impact, lang: Lang, mut to: impl io::Write) -> io::Result<()> {
    to.write_all("\u{feff}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut to);
    table.write_record(COLUMNS.map(|(zh, en)| say(lang, zh, en)))?;
    for entry in &impact.entries {
        if entry.articles.is_empty() {
            table.write_record(row(entry, None, lang))?;
        }
        for article in &entry.articles {
            table.write_record(row(entry, Some(article), lang))?;
        }
    }
    table.flush()
}

fn row(entry: &ImpactEntry, article: Option<&ArticleChange>, lang: Lang) -> [String; 18] {
    let listed = |zh: &str, en: &str| say(lang, zh, en).to_owned();
    let text = |text: Option<&String>| text.map(|text| harmless(text)).unwrap_or_default();
    let item = &entry.item;
    let new = article.map(|article| article.new.iter().map(ToString::to_string).collect::<Vec<_>>().join("；"));
    let source = article.and_then(|article| article.source);
    [
        listed(entry.class.title_zh(), entry.class.as_str()),
        listed(item.kind.title_zh(), item.kind.tag()),
        harmless(item.id.as_str()),
        harmless(&item.name),
        item.body.as_ref().map(Id::as_str).map(harmless).unwrap_or_default(),
        text(item.body_name.as_ref()),
        said::field(&entry.field, lang),
        entry.pointer.as_str().to_owned(),
        harmless(&entry.citation),
        text(entry.cited_edition.as_ref()),
        harmless(&entry.instrument),
        said::day(entry.on),
        text(entry.successor.as_ref()),
        article.map(|article| article.old.to_string()).unwrap_or_default(),
        new.unwrap_or_default(),
        if article.is_some_and(|article| article.in_part) { listed("是", "true") } else { String::new() },
        source.map(|source| listed(source.title_zh(), source.as_str())).unwrap_or_default(),
        entry.others.map(|others| listed(others.title_zh(), others.as_str())).unwrap_or_default(),
    ]
}
