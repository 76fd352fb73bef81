//! A catalog beside the superior lists as a table for spreadsheets: one row a departure, or an item that has none.

use std::io;

use csv::Terminator;

use super::{backing, cause, class, departure_kind, word};
use crate::conformance::{Conformance, ConformanceItem, Departure, MissingItem, SuperiorItem};
use crate::lang::Lang;
use crate::writer::{harmless, say};

/// The columns: official terms for those who read Chinese, field names for programs.
const COLUMNS: [(&str, &str); 17] = [
    ("事项清单", "kind"),
    ("事项标识", "id"),
    ("事项名称", "name"),
    ("事项编码", "code"),
    ("事项类型", "item_type"),
    ("对照结论", "class"),
    ("不能判断的原因", "cause"),
    ("对应依据", "found_by"),
    ("本地依据", "own_basis"),
    ("上级清单", "superior_list"),
    ("上级清单事项标识", "superior_id"),
    ("上级清单事项名称", "superior_name"),
    ("差异种类", "departure"),
    ("位置", "path"),
    ("上级清单的内容", "superior"),
    ("本清单的内容", "local"),
    ("增设依据", "backing"),
];

type Row = [String; 17];

/// Writes how the items stand to the superior lists as comma-separated values, RFC 4180: one row a departure, or an
/// item that has none; what is not claimed comes last.
///
/// It begins with a byte order mark, without which spreadsheets take Chinese for another encoding. A text that a
/// spreadsheet would take for a formula is written after an apostrophe.
///
/// # Errors
/// What the writer reports.
pub fn write_csv(conformance: &Conformance, lang: Lang, mut to: impl io::Write) -> io::Result<()> {
    to.write_all("\u{feff}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut to);
    table.write_record(COLUMNS.map(|(zh, en)| say(lang, zh, en)))?;
    for item in &conformance.items {
        if item.departures.is_empty() {
            table.write_record(row(item, None, lang))?;
        }
        for departure in &item.departures {
            table.write_record(row(item, Some(departure), lang))?;
        }
    }
    for missing in &conformance.missing {
        table.write_record(missing_row(missing, lang))?;
    }
    table.flush()
}

fn row(item: &ConformanceItem, departure: Option<&Departure>, lang: Lang) -> Row {
    let text = |text: Option<&String>| text.map(|text| harmless(text)).unwrap_or_default();
    let [list, id, name] = superior(item.superior.as_ref());
    [
        say(lang, item.kind.title_zh(), item.kind.tag()).to_owned(),
        harmless(item.id.as_str()),
        harmless(item.name.as_str()),
        text(item.code.as_ref()),
        word(item.item_type.title_zh(), item.item_type.as_str(), lang),
        class(item.class, lang),
        item.cause.map(|why| cause(why, lang)).unwrap_or_default(),
        item.found_by.map(|by| word(by.title_zh(), by.as_str(), lang)).unwrap_or_default(),
        harmless(&item.own_basis.join(say(lang, "；", "; "))),
        list,
        id,
        name,
        departure.map(|departure| departure_kind(departure.kind, lang)).unwrap_or_default(),
        departure.map(|departure| harmless(departure.path.as_str())).unwrap_or_default(),
        text(departure.and_then(|departure| departure.superior.as_ref())),
        text(departure.and_then(|departure| departure.local.as_ref())),
        departure.and_then(|departure| departure.backing).map(|on| backing(on, lang)).unwrap_or_default(),
    ]
}

fn missing_row(missing: &MissingItem, lang: Lang) -> Row {
    let item = &missing.item;
    let [list, id, name] = superior(Some(item));
    let mut row = Row::default();
    let cells = [
        (0, say(lang, item.kind.title_zh(), item.kind.tag()).to_owned()),
        (3, item.code.as_ref().map(|code| harmless(code)).unwrap_or_default()),
        (4, word(item.item_type.title_zh(), item.item_type.as_str(), lang)),
        (5, say(lang, "未认领", "not claimed").to_owned()),
        (6, missing.cause.map(|why| cause(why, lang)).unwrap_or_default()),
        (9, list),
        (10, id),
        (11, name),
    ];
    for (at, cell) in cells {
        if let Some(place) = row.get_mut(at) {
            *place = cell;
        }
    }
    row
}

fn superior(item: Option<&SuperiorItem>) -> [String; 3] {
    let texts = |item: &SuperiorItem| [item.list.as_str(), item.id.as_str(), item.name.as_str()].map(harmless);
    item.map(texts).unwrap_or_default()
}
