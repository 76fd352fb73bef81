//! What is no JSON at all, told by its content: workbooks, pages, tables, archives.
//!
//! People give what they have, and the name proves nothing: pages are saved as `.xls`, tables as `.json`. Only what
//! cannot begin JSON is told; JSON with faults is left to the walk, which knows the place.

use memchr::memmem;

use super::encoding::MARK;
use crate::lang::{Bilingual, two};

/// What an input is that is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foreign {
    /// A workbook of Excel or WPS: `.xls`, `.xlsx`, `.et`, `.ods`.
    Workbook,
    /// A text of Word or WPS: `.doc`, `.docx`, `.wps`, `.odt`, `.rtf`.
    Writing,
    /// A file of an office program, of which kind is not known.
    Office,
    Pdf,
    /// A page of the web, which is also what many systems export as `.xls`.
    Html,
    Xml,
    /// A table of text, with what parts its cells.
    Table {
        tabs: bool,
        encoding: Spoken,
    },
    Yaml,
    /// An archive of several files.
    Archive,
    /// One compressed file.
    Compressed,
    Image,
    Database,
}

/// How a table of text is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spoken {
    Utf8,
    Utf16,
    /// Any other, which is GB18030 (GBK) as a rule.
    Other,
}

impl Foreign {
    /// What it is, in words that follow “this is”.
    pub(crate) fn named(self) -> Bilingual {
        let (zh, en) = match self {
            Self::Workbook => ("电子表格工作簿（Excel、WPS 表格等）", "a workbook (Excel, WPS or the like)"),
            Self::Writing => ("文字处理文档（Word、WPS 文字等）", "a text document (Word, WPS or the like)"),
            Self::Office => (
                "办公软件的文件（如 Excel 工作簿 .xls）",
                "a file of an office program (such as an Excel workbook, .xls)",
            ),
            Self::Pdf => ("PDF 文件", "a PDF"),
            Self::Html => ("网页（HTML）", "a web page (HTML)"),
            Self::Xml => ("XML 文件", "XML"),
            Self::Table { tabs: false, encoding: Spoken::Utf8 } => ("表格文本（CSV）", "a table as text (CSV)"),
            Self::Table { tabs: false, encoding: Spoken::Utf16 } => {
                ("表格文本（CSV），编码为 UTF-16", "a table as text (CSV), in UTF-16")
            }
            Self::Table { tabs: false, encoding: Spoken::Other } => (
                "表格文本（CSV），编码也不是 UTF-8（多为 GBK）",
                "a table as text (CSV), and not in UTF-8 either (mostly GBK)",
            ),
            Self::Table { tabs: true, encoding: Spoken::Utf8 } => {
                ("以制表符分隔的表格文本（TSV）", "a table as text parted by tabs (TSV)")
            }
            Self::Table { tabs: true, encoding: Spoken::Utf16 } => {
                ("以制表符分隔的表格文本（TSV），编码为 UTF-16", "a table as text parted by tabs (TSV), in UTF-16")
            }
            Self::Table { tabs: true, encoding: Spoken::Other } => (
                "以制表符分隔的表格文本（TSV），编码也不是 UTF-8（多为 GBK）",
                "a table as text parted by tabs (TSV), and not in UTF-8 either (mostly GBK)",
            ),
            Self::Yaml => ("YAML 文本", "YAML"),
            Self::Archive => ("压缩包", "an archive (ZIP or the like)"),
            Self::Compressed => ("压缩文件（gzip 等）", "a compressed file (gzip or the like)"),
            Self::Image => ("图片", "an image"),
            Self::Database => ("SQLite 数据库", "an SQLite database"),
        };
        two(zh, en)
    }
}

/// How much of an input is looked at where all of it would not tell more.
const BEGINNING: usize = 64 << 10;
/// How many lines of a text are looked at.
const LINES: usize = 40;

/// The first bytes of formats that are not text.
const SIGNATURES: &[(&[u8], Foreign)] = &[
    (b"%PDF-", Foreign::Pdf),
    (b"{\\rtf", Foreign::Writing),
    (b"\x1f\x8b", Foreign::Compressed),
    (b"BZh", Foreign::Compressed),
    (b"\xfd7zXZ\0", Foreign::Compressed),
    (b"\x28\xb5\x2f\xfd", Foreign::Compressed),
    (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
    (b"Rar!\x1a\x07", Foreign::Archive),
    (b"\x89PNG\r\n", Foreign::Image),
    (b"\xff\xd8\xff", Foreign::Image),
    (b"GIF8", Foreign::Image),
    (b"II*\0", Foreign::Image),
    (b"MM\0*", Foreign::Image),
    (b"SQLite format 3\0", Foreign::Database),
];

/// Recognizes what is no JSON; none where it may be JSON, with faults or without, or nothing is known of it.
pub(crate) fn recognize(bytes: &[u8]) -> Option<Foreign> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(of_ole(bytes));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(of_zip(bytes));
    }
    if let Some((_, foreign)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Some(*foreign);
    }
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    if let Some(big_endian) = utf16_mark(bytes) {
        return of_text(&from_utf16(beginning, big_endian), Spoken::Utf16);
    }
    let beginning = beginning.strip_prefix(MARK).unwrap_or(beginning);
    let encoding = match std::str::from_utf8(beginning) {
        Ok(_) => Spoken::Utf8,
        // Cut within a character.
        Err(error) if error.error_len().is_none() => Spoken::Utf8,
        Err(_) => Spoken::Other,
    };
    of_text(beginning, encoding)
}

/// A compound file: its directory names what it holds, in UTF-16.
fn of_ole(bytes: &[u8]) -> Foreign {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &wide).is_some()
    };
    if holds("WordDocument") {
        Foreign::Writing
    } else if holds("Workbook") || holds("Book\0") {
        Foreign::Workbook
    } else {
        Foreign::Office
    }
}

/// An archive; office programs put their files into one, with names that tell what it is.
fn of_zip(bytes: &[u8]) -> Foreign {
    let holds = |name: &str| memmem::find(bytes, name.as_bytes()).is_some();
    if holds("xl/workbook") || holds("xl/worksheets") || holds("opendocument.spreadsheet") {
        Foreign::Workbook
    } else if holds("word/document") || holds("opendocument.text") {
        Foreign::Writing
    } else {
        Foreign::Archive
    }
}

/// Whether a byte order mark of UTF-16 stands first, and the higher byte of a unit before the lower one.
fn utf16_mark(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => None,
        [0xff, 0xfe, ..] => Some(false),
        [0xfe, 0xff, ..] => Some(true),
        _ => None,
    }
}

fn from_utf16(bytes: &[u8], big_endian: bool) -> Vec<u8> {
    let units = bytes.get(2..).unwrap_or_default().as_chunks::<2>().0;
    let units = units.iter().map(|&unit| if big_endian { u16::from_be_bytes(unit) } else { u16::from_le_bytes(unit) });
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>().into_bytes()
}

/// What a text is, by the ASCII characters at its beginning, which are the same in every encoding of files.
fn of_text(text: &[u8], encoding: Spoken) -> Option<Foreign> {
    let text = text.trim_ascii_start();
    match text.first()? {
        b'<' => return of_tags(text),
        // So begins JSON, and what was meant to be JSON.
        b'{' | b'[' | b'/' | b'\'' => return None,
        _ => {}
    }
    // JSON behind a blank that it does not know, or Chinese punctuation where it has its own: JSON with a fault.
    if begins_json_unseen(text) {
        return None;
    }
    if ["｛", "［", "“", "‘", "「"].iter().any(|mark| text.starts_with(mark.as_bytes())) {
        return None;
    }
    let lines = text.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let lines: Vec<&[u8]> = lines.take(LINES).collect();
    if is_yaml(&lines) {
        return Some(Foreign::Yaml);
    }
    let tabs = [(b'\t', true), (b',', false), (b';', false)];
    let (_, tabs) = tabs.into_iter().find(|&(between, _)| is_table(&lines, between))?;
    Some(Foreign::Table { tabs, encoding })
}

/// Whether an object or array begins behind characters that nobody sees.
fn begins_json_unseen(text: &[u8]) -> bool {
    const UNSEEN: [&str; 5] = ["\u{3000}", "\u{a0}", "\u{feff}", "\u{200b}", "\0"];
    let mut rest = text;
    while let Some(after) = UNSEEN.iter().find_map(|blank| rest.strip_prefix(blank.as_bytes())) {
        rest = after.trim_ascii_start();
    }
    rest.len() < text.len() && matches!(rest.first(), Some(b'{' | b'['))
}

/// Whether lines are rows of cells. A title may stand above them, and a quoted cell may go over several lines.
fn is_table(lines: &[&[u8]], between: u8) -> bool {
    match lines {
        // In prose a blank follows a comma.
        [line] => cells_of(line, between) > 1 && !line.windows(2).any(|pair| *pair == [between, b' ']),
        lines => lines.iter().filter(|line| cells_of(line, between) > 1).count() > 1,
    }
}

/// How many cells a line has: what parts them does not count within quotes.
fn cells_of(line: &[u8], between: u8) -> usize {
    let mut quoted = false;
    let mut cells = 1_usize;
    for &byte in line {
        quoted ^= byte == b'"';
        if byte == between && !quoted {
            cells = cells.saturating_add(1);
        }
    }
    cells
}

/// A text that begins with `<`.
fn of_tags(text: &[u8]) -> Option<Foreign> {
    let head = text.get(..4096).unwrap_or(text).to_ascii_lowercase();
    let holds = |name: &str| memmem::find(&head, name.as_bytes()).is_some();
    let marks: &[&str] = if head.starts_with(b"<?xml") {
        &["<!doctype html", "<html"]
    } else {
        &["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div", "<script", "<style"]
    };
    if marks.iter().any(|mark| holds(mark)) {
        Some(Foreign::Html)
    } else if holds("urn:schemas-microsoft-com:office:spreadsheet") {
        Some(Foreign::Workbook)
    } else {
        let is_tag = text.get(1).is_some_and(|&byte| byte.is_ascii_alphabetic() || matches!(byte, b'?' | b'!'));
        is_tag.then_some(Foreign::Xml)
    }
}

/// A mark of YAML, an item of a list, or a key with its colon; comments may stand before.
fn is_yaml(lines: &[&[u8]]) -> bool {
    let Some(&line) = lines.iter().find(|line| !line.starts_with(b"#")) else { return false };
    if line == b"---" || line.starts_with(b"--- ") || line.starts_with(b"%YAML") || line.starts_with(b"- ") {
        return true;
    }
    // The key of a mapping is one word; its colon ends the line or has a blank after it.
    let Some(colon) = memchr::memchr(b':', line) else { return false };
    let (key, after) = line.split_at_checked(colon).unwrap_or_default();
    let is_word = !key.is_empty() && !key.iter().any(|byte| matches!(byte, b' ' | b',' | b'\t' | b';' | b'"' | b'\''));
    is_word && matches!(after, [b':'] | [b':', b' ', ..])
}
