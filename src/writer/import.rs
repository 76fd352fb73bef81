//! The account of an import for people: which sheet was read how, what became of its columns and rows, and what to see to.

use std::io::{self, Write};

use crate::import::{ColumnAccount, ImportAccount, RowClass, SheetAccount, SheetState};
use crate::lang::Lang;
use crate::print::{cut, excerpt, printable};
use crate::writer::{padded, say};

/// The longest text of a row that is told.
const LONGEST_ROW: usize = 60;

/// The most rows that are told one by one.
const MOST_ROWS: usize = 20;

/// Writes the account as text.
///
/// # Errors
/// What the writer reports.
pub fn write_account(account: &ImportAccount, lang: Lang, mut to: impl Write) -> io::Result<()> {
    for sheet in &account.sheets {
        write_sheet(sheet, lang, &mut to)?;
    }
    write_whole(account, lang, &mut to)
}

/// Writes which column is read as what, as text: what an import would do.
///
/// # Errors
/// What the writer reports.
pub fn write_mapping(account: &ImportAccount, lang: Lang, mut to: impl Write) -> io::Result<()> {
    for sheet in &account.sheets {
        heading(sheet, lang, &mut to)?;
        let rows = sheet
            .columns
            .iter()
            .map(|column| [column.letters.clone(), excerpt(&column.header), meaning(column, sheet, lang)]);
        let titles = [say(lang, "列", "column"), say(lang, "表头", "header"), say(lang, "读入栏目", "read as")];
        table(titles, &rows.collect::<Vec<_>>(), &mut to)?;
    }
    Ok(())
}

/// A sheet in one line.
fn heading(sheet: &SheetAccount, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    let name = printable(&sheet.name()).into_owned();
    let state = match (sheet.state, lang) {
        (SheetState::Imported, Lang::Zh) => {
            let kind = sheet.kind.map_or("", |kind| kind.title_zh());
            format!("{kind}，表头{}", rows_zh(sheet.header_rows))
        }
        (SheetState::Imported, Lang::En) => {
            let kind = sheet.kind.map_or("", |kind| kind.array());
            let (first, last) = sheet.header_rows.unwrap_or_default();
            if first == last {
                format!("{kind}, headers in row {first}")
            } else {
                format!("{kind}, headers in rows {first} to {last}")
            }
        }
        (SheetState::Empty, _) => say(lang, "空表", "empty").to_owned(),
        (SheetState::Hidden, _) => say(lang, "隐藏的工作表，已跳过", "hidden, passed over").to_owned(),
        (SheetState::Skipped, _) => say(lang, "按导入配置跳过", "passed over, as the profile says").to_owned(),
        (SheetState::NoHeader, _) => {
            say(lang, "没有找到可识别的表头，未读入", "no headers that are known, not read").to_owned()
        }
    };
    writeln!(to, "{name}{}{state}", say(lang, "：", ": "))
}

fn rows_zh(rows: Option<(u32, u32)>) -> String {
    match rows {
        Some((first, last)) if first == last => format!("在第{first}行"),
        Some((first, last)) => format!("在第{first}至{last}行"),
        None => String::new(),
    }
}

/// What a column is read as.
fn meaning(column: &ColumnAccount, sheet: &SheetAccount, lang: Lang) -> String {
    let field = column.column.zip(sheet.kind).map(|(of, kind)| (of, of.field(kind)));
    let told = match (field, lang) {
        (Some((of, Some(field))), Lang::Zh) => format!("{}（{field}）", of.title_zh()),
        (Some((of, Some(field))), Lang::En) => format!("{field} ({of})"),
        (Some((of, None)), Lang::Zh) => format!("{}（保留原文）", of.title_zh()),
        (Some((of, None)), Lang::En) => format!("{of} (kept as text)"),
        (None, lang) => match (&column.repeats, lang) {
            (Some(other), Lang::Zh) => format!("与{other}列重复，保留原文"),
            (Some(other), Lang::En) => format!("repeats column {other}, kept as text"),
            (None, Lang::Zh) => "未识别，保留原文".to_owned(),
            (None, Lang::En) => "not known, kept as text".to_owned(),
        },
    };
    if column.hidden { say(lang, "隐藏列，已跳过", "hidden, passed over").to_owned() } else { told }
}

fn write_sheet(sheet: &SheetAccount, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    heading(sheet, lang, to)?;
    if sheet.state != SheetState::Imported {
        return Ok(());
    }
    let rows = sheet.columns.iter().map(|column| {
        let number = |number: u64| if column.hidden { String::new() } else { number.to_string() };
        [
            column.letters.clone(),
            excerpt(&column.header),
            meaning(column, sheet, lang),
            number(column.understood),
            number(column.kept_as_text),
            number(column.says_nothing),
            number(column.empty),
        ]
    });
    let titles = [
        say(lang, "列", "column"),
        say(lang, "表头", "header"),
        say(lang, "读入栏目", "read as"),
        say(lang, "已识别", "understood"),
        say(lang, "保留原文", "kept as text"),
        say(lang, "写明没有", "says none"),
        say(lang, "空白", "empty"),
    ];
    table(titles, &rows.collect::<Vec<_>>(), to)?;
    counts(sheet, lang, to)?;
    for told in sheet.told.iter().take(MOST_ROWS) {
        let (class, text) = (told.class, excerpt(&cut(&told.text, LONGEST_ROW)));
        match lang {
            Lang::Zh => writeln!(to, "  第{}行：{}，未作数据：{text}", told.row, class.title_zh())?,
            Lang::En => writeln!(to, "  row {}: {class}, no data: {text}", told.row)?,
        }
    }
    more(sheet.told.len(), lang, to)?;
    for untaken in sheet.untaken.iter().take(MOST_ROWS) {
        let message = untaken.message.text(lang);
        match lang {
            Lang::Zh => writeln!(to, "  第{}行：未能读入：{message}", untaken.row)?,
            Lang::En => writeln!(to, "  row {}: not read: {message}", untaken.row)?,
        }
    }
    more(sheet.untaken.len(), lang, to)
}

fn more(all: usize, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    match (all.saturating_sub(MOST_ROWS), lang) {
        (0, _) => Ok(()),
        (more, Lang::Zh) => writeln!(to, "  另有{more}行，未一一列出"),
        (more, Lang::En) => writeln!(to, "  and {more} more rows"),
    }
}

fn counts(sheet: &SheetAccount, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    let of = |class: RowClass| sheet.rows.get(&class).copied().unwrap_or(0);
    let data = of(RowClass::Data).saturating_add(of(RowClass::Continued));
    match lang {
        Lang::Zh => {
            write!(
                to,
                "  数据行{data}行，事项{}项，序号{}个，记录{}条",
                sheet.items, sheet.entry_numbers, sheet.records
            )?;
        }
        Lang::En => write!(
            to,
            "  {data} rows of data, {} items, {} numbers of entries, {} records",
            sheet.items, sheet.entry_numbers, sheet.records
        )?,
    }
    if let Some(declared) = sheet.declared {
        let agrees = declared == sheet.entry_numbers;
        match (lang, agrees) {
            (Lang::Zh, true) => write!(to, "；表名声明{declared}项，相符")?,
            (Lang::Zh, false) => write!(to, "；表名声明{declared}项，不符")?,
            (Lang::En, true) => write!(to, "; {declared} are declared, which agrees")?,
            (Lang::En, false) => write!(to, "; {declared} are declared, which differs")?,
        }
    }
    writeln!(to, "{}", say(lang, "。", "."))?;
    if let Some(share) = sheet.characters.typed_share() {
        let (whole, rest) = (share / 100, share % 100);
        let (typed, kept) = (sheet.characters.typed, sheet.characters.kept);
        match lang {
            Lang::Zh => writeln!(to, "  字数：归入字段{typed}字（{whole}.{rest:02}%），保留原文{kept}字。")?,
            Lang::En => writeln!(to, "  characters: {typed} in fields ({whole}.{rest:02} %), {kept} kept as text.")?,
        }
    }
    if !sheet.hidden_rows.is_empty() {
        let rows: Vec<String> = sheet.hidden_rows.iter().take(MOST_ROWS).map(ToString::to_string).collect();
        match lang {
            Lang::Zh => writeln!(to, "  隐藏行{}行，已跳过：第{}行", sheet.hidden_rows.len(), rows.join("、"))?,
            Lang::En => writeln!(to, "  {} hidden rows passed over: {}", sheet.hidden_rows.len(), rows.join(", "))?,
        }
    }
    Ok(())
}

/// What is to be said of all sheets together.
fn write_whole(account: &ImportAccount, lang: Lang, to: &mut impl Write) -> io::Result<()> {
    if let Some((title, division)) = &account.division_from {
        let title = excerpt(title);
        match lang {
            Lang::Zh => writeln!(to, "行政区划按标题“{title}”取{division}；不对的请用 --division 写明。")?,
            Lang::En => {
                writeln!(to, "the division is {division}, after the title `{title}`; --division states another.")?;
            }
        }
    }
    for (file, first) in &account.repeated_files {
        let (file, first) = (printable(file), printable(first));
        match lang {
            Lang::Zh => writeln!(to, "{file} 与 {first} 内容相同，只读入一次。")?,
            Lang::En => writeln!(to, "{file} says what {first} says, and was read once.")?,
        }
    }
    for merged in &account.merged_bodies {
        let name = excerpt(merged.name.as_str());
        let others: Vec<_> = merged.others.iter().map(|other| excerpt(other.as_str())).collect();
        let (zh, en) = merged.by.words();
        let by = say(lang, zh, en);
        match lang {
            Lang::Zh => writeln!(to, "“{name}”与“{}”合并为一个机构：{by}。", others.join("”“"))?,
            Lang::En => writeln!(to, "`{name}` and `{}` are one body: {by}.", others.join("`, `"))?,
        }
    }
    Ok(())
}

/// Rows of cells, each column as wide as its widest.
fn table<const N: usize>(titles: [&str; N], rows: &[[String; N]], to: &mut impl Write) -> io::Result<()> {
    let mut lines = vec![String::new(); rows.len().saturating_add(1)];
    for (at, title) in titles.iter().enumerate() {
        let cells = rows.iter().map(|row| row.get(at).cloned().unwrap_or_default());
        let cells: Vec<String> = std::iter::once((*title).to_owned()).chain(cells).collect();
        for (line, cell) in lines.iter_mut().zip(padded(&cells)) {
            line.push_str("  ");
            line.push_str(&cell);
        }
    }
    for line in lines {
        writeln!(to, "{}", line.trim_end())?;
    }
    Ok(())
}
