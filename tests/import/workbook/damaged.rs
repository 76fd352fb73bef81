//! Files that are damaged, hostile, protected or something else: an error that says so, never a panic, in bounded memory.

use std::io::{Cursor, Write};

use qingdan::Lang;
use qingdan::workbook::{Bound, Workbook, WorkbookError, WorkbookLimits};
use zip::write::SimpleFileOptions;

use super::made::{Parts, compound, packed, record, stream, wide, words, xls, xlsx};
use super::{published, read};

/// A small `.xlsx` with something of everything.
fn small_xlsx() -> Vec<u8> {
    Parts { strings: STRINGS, styles: STYLES, ..Parts::default() }.with(SHEET)
}

const STRINGS: &str = "<sst count=\"2\"><si><t>取水许可</t></si><si><r><t>一</t></r><rPh><t>yi</t></rPh></si></sst>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
const SHEET: &str = "<worksheet><sheetFormatPr zeroHeight=\"1\"/><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData>\
    <row r=\"1\" hidden=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45292</v></c></row>\
    <row r=\"4\" ht=\"0\"><c r=\"C4\" t=\"s\"><v>1</v></c><c r=\"D4\" t=\"inlineStr\"><is><t>&lt;&#20013;_x000D_</t></is></c>\
    <c t=\"e\"><f>A1</f><v>#REF!</v></c><c t=\"d\"><v>2024-01-01T00:00:00</v></c></row></sheetData>\
    <mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells></worksheet>";

/// The stream of a small `.xls` with something of everything.
fn small_stream() -> Vec<u8> {
    let shared = [&2_u32.to_le_bytes()[..], &2_u32.to_le_bytes(), &wide("取水许可", 2)[..7]].concat();
    let rich =
        [&1_u16.to_le_bytes()[..], &[13], &1_u16.to_le_bytes(), &2_u32.to_le_bytes(), &words(&[0x4e00]), &[0; 6]];
    let globals = [
        record(0x0042, &words(&[1200])),
        record(0x0022, &words(&[0])),
        record(0x041e, &[words(&[164]), wide("yyyy\"年\"", 2)].concat()),
        record(0x00e0, &words(&[0, 0])),
        record(0x00e0, &words(&[0, 164])),
        record(0x00fc, &shared),
        record(0x003c, &[&[1][..], &words(&[0x8bb8, 0x53ef]), &rich.concat()].concat()),
    ];
    let records = vec![
        record(0x0225, &words(&[2, 0])),
        record(0x007d, &words(&[1, 2, 9, 0, 1])),
        record(0x0208, &words(&[0, 0, 9, 255, 0, 0, 0x20, 0])),
        record(0x0208, &words(&[1, 0, 9, 255, 0, 0, 0, 0])),
        record(0x00fd, &[words(&[0, 0, 0]), 1_u32.to_le_bytes().to_vec()].concat()),
        record(0x0203, &[words(&[0, 1, 1]), 45_292.5_f64.to_le_bytes().to_vec()].concat()),
        record(0x00bd, &words(&[1, 3, 0, 3, 16, 0, 7, 16, 4])),
        record(0x0006, &[words(&[2, 0, 0]), vec![0, 0, 0, 0, 0, 0, 0xff, 0xff], vec![0; 8]].concat()),
        record(0x0207, &wide("公式", 2)),
        record(0x0205, &[words(&[3, 0, 0]), vec![0x17, 1]].concat()),
        record(0x0204, &[words(&[4, 0, 0]), wide("甲", 2)].concat()),
        record(0x00e5, &words(&[1, 0, 2, 0, 1])),
    ];
    stream(0x0600, &globals, &[(wide("清单", 1), 0, records)])
}

fn small_xls() -> Vec<u8> {
    compound(&[("Workbook", &small_stream())])
}

/// Numbers as if by chance, the same at every run (xorshift).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap()
    }

    /// Changes a few bytes: to others, to extremes, by a bit; takes some out, or doubles them.
    fn damage(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.next() % 4 {
            let at = self.next() % bytes.len();
            match self.next() % 8 {
                0 | 1 => bytes[at] = u8::try_from(self.next() % 256).unwrap(),
                2 => bytes[at] = 0xff,
                3 => bytes[at] = 0,
                4 | 5 => bytes[at] ^= 1 << (self.next() % 8),
                6 => {
                    let end = (at + 1 + self.next() % 8).min(bytes.len());
                    bytes.drain(at..end);
                }
                _ => {
                    let end = (at + 1 + self.next() % 8).min(bytes.len());
                    let again = bytes[at..end].to_vec();
                    bytes.splice(at..at, again);
                }
            }
            if bytes.is_empty() {
                bytes.push(0);
            }
        }
        bytes
    }
}

/// Reads what may be anything; an error says something in both languages.
fn endures(bytes: &[u8]) -> Option<Workbook> {
    let limits = WorkbookLimits::default().with_max_unpacked(4 << 20).with_max_cells(100_000);
    match Workbook::read("a", bytes, limits) {
        Ok(workbook) => {
            for sheet in &workbook.sheets {
                for (at, _) in sheet.cells() {
                    assert!(sheet.shown(at).is_none_or(|(_, cell)| !cell.text.is_empty()));
                }
                let _ = (sheet.last_row(), sheet.last_column(), sheet.hidden_columns().count());
            }
            Some(workbook)
        }
        Err(error) => {
            assert!(!error.message().zh.is_empty() && !error.to_string().is_empty());
            None
        }
    }
}

#[test]
fn the_small_workbooks_are_read() {
    let found = read(&small_xlsx()).unwrap().sheets[0]
        .cells()
        .map(|(at, cell)| format!("{at}={}", cell.text))
        .collect::<Vec<_>>();
    assert_eq!(found, ["A1=取水许可", "B1=2024-01-01", "C4=一", "D4=<中\r", "E4=#REF!", "F4=2024-01-01"]);
    let found = read(&small_xls()).unwrap().sheets[0]
        .cells()
        .map(|(at, cell)| format!("{at}={}", cell.text))
        .collect::<Vec<_>>();
    assert_eq!(found, ["A1=一", "B1=2024-01-01T12:00:00", "D2=2621.44", "E2=2621.45", "A3=公式", "A4=#REF!", "A5=甲"]);
}

#[test]
fn a_workbook_that_is_cut_off_is_refused_wherever() {
    let whole = small_xlsx();
    for length in 1..whole.len() {
        assert_eq!(endures(&whole[..length]), None, "{length}");
    }
    assert_eq!(read(&whole[..whole.len() - 30]), Err(WorkbookError::Truncated));
    let whole = small_xls();
    let complete = read(&whole).unwrap();
    for length in 1..whole.len() {
        // What is behind the last byte of the records is not needed.
        if let Some(workbook) = endures(&whole[..length]) {
            assert_eq!(workbook.sheets, complete.sheets, "{length}");
        }
    }
    for file in ["agriculture.xls", "transport.xlsx"] {
        let whole = published(file);
        for part in 1..64 {
            assert_eq!(endures(&whole[..whole.len() * part / 64]), None, "{file} {part}");
        }
    }
}

#[test]
fn records_that_are_cut_off_are_refused_wherever() {
    let whole = small_stream();
    for length in 0..whole.len() {
        assert_eq!(endures(&compound(&[("Workbook", &whole[..length])])), None, "{length}");
    }
    let error = read(&compound(&[("Workbook", &whole[..whole.len() - 9])])).unwrap_err();
    let expected = "工作表“清单”已损坏：内容没有写完；请重新取得该文件，或者用 Excel 或 WPS 打开修复，另存为 .xlsx";
    assert_eq!(error.message().text(Lang::Zh), expected);
}

#[test]
fn thousands_of_damaged_files_do_no_harm() {
    let mut chance = Chance(20_261_127);
    let mut read = 0;
    for whole in [small_xlsx(), small_xls()] {
        for _ in 0..4_000 {
            read += usize::from(endures(&chance.damage(&whole)).is_some());
        }
    }
    // Nearly all of an `.xlsx` is under a checksum; much of a small `.xls` is unused room.
    assert!((500..6_000).contains(&read), "{read}");
}

#[test]
fn thousands_of_damaged_records_and_parts_do_no_harm() {
    let mut chance = Chance(41);
    let whole = small_stream();
    for _ in 0..6_000 {
        endures(&compound(&[("Workbook", &chance.damage(&whole))]));
    }
    for _ in 0..3_000 {
        let damaged = |chance: &mut Chance, part: &str| {
            let bytes =
                if chance.next().is_multiple_of(2) { chance.damage(part.as_bytes()) } else { part.as_bytes().to_vec() };
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let (strings, styles) = (damaged(&mut chance, STRINGS), damaged(&mut chance, STYLES));
        let book = damaged(&mut chance, super::made::BOOK);
        let sheet = damaged(&mut chance, SHEET);
        endures(&Parts { book: &book, strings: &strings, styles: &styles }.with(&sheet));
    }
}

#[test]
fn thousands_of_damaged_texts_do_no_harm() {
    let mut chance = Chance(77);
    let texts = [
        "序号,名称\r\n1,\"取水\n许可\"\r\n2,x\r\n",
        "{\"a\":1,\"b\":[1,{\"c\":\"取水\"}]}\n{\"a\":\"\\u53d6\"}\n",
        "[{\"a\":1},{\"b\":\"许可\"}]",
    ];
    let gbk = encoding_rs::GB18030.encode(texts[0]).0.into_owned();
    for whole in texts.iter().map(|text| text.as_bytes()).chain([&gbk[..]]) {
        for _ in 0..2_000 {
            endures(&chance.damage(whole));
        }
        for length in 0..whole.len() {
            endures(&whole[..length]);
        }
    }
}

#[test]
fn damage_is_told_with_sheet_and_cell() {
    let message = |bytes: &[u8]| read(bytes).unwrap_err().message();
    let no_text = message(&xlsx(r#"<row><c r="F12" t="s"><v>7</v></c></row>"#));
    assert!(no_text.zh.starts_with("工作表“清单”F12 格已损坏：文件中没有它的文字；"), "{}", no_text.zh);
    assert!(
        no_text.en.starts_with("F12 of the sheet “清单” is damaged: its text is not in the file;"),
        "{}",
        no_text.en
    );
    for odd in [
        r#"<row r="0"/>"#,
        r#"<row r="1048577"/>"#,
        r#"<row><c r="XFE1"/></row>"#,
        r#"<row><c r="A99999999999"/></row>"#,
        r#"<row><c r="ZZZZZZZ1"/></row>"#,
        r#"<row><c r="1"/></row>"#,
        "<row",
    ] {
        assert!(message(&xlsx(odd)).zh.starts_with("工作表“清单”已损坏："), "{odd}");
    }
    // XML has five names for characters, and a workbook declares no others.
    assert!(message(&xlsx("<row><c><v>&x;</v></c></row>")).zh.starts_with("工作表“清单”A1 格已损坏："));
    let book = r#"<workbook><sheets><sheet name="无" r:id="r9"/></sheets></workbook>"#;
    let missing = message(&Parts { book, ..Parts::default() }.with("<worksheet/>"));
    assert!(missing.zh.starts_with("工作表“无”已损坏：文件中没有它的内容；"), "{}", missing.zh);
    let far = stream(0x0600, &[], &[]);
    let listed = record(0x0085, &[&[0xff; 4][..], &[0, 0], &wide("远", 1)].concat());
    let bytes = [&far[..12], &listed, &far[12..]].concat();
    assert!(message(&compound(&[("Workbook", &bytes)])).zh.starts_with("工作表“远”已损坏："));
}

/// What a file is refused for, by its limit.
fn too_large(bytes: &[u8], limits: WorkbookLimits) -> (Bound, u64) {
    match Workbook::read("a", bytes, limits) {
        Err(WorkbookError::TooLarge { bound, limit, .. }) => (bound, limit),
        other => panic!("{other:?}"),
    }
}

/// An `.xlsx` whose sheet begins as one and is nothing but blanks then, many megabytes of them.
fn bomb(megabytes: usize) -> Vec<u8> {
    let parts = packed(&[("[Content_Types].xml", b"<Types/>")]);
    let mut zip = zip::ZipWriter::new_append(Cursor::new(parts)).unwrap();
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    let blanks = vec![b' '; 1 << 20];
    zip.write_all(b"<workbook>").unwrap();
    for _ in 0..megabytes {
        zip.write_all(&blanks).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_bomb_is_refused_whether_it_says_its_size_or_not() {
    let bytes = bomb(8);
    assert!(bytes.len() < 20_000, "{}", bytes.len());
    let limits = WorkbookLimits::default().with_max_unpacked(1 << 20);
    assert_eq!(too_large(&bytes, limits), (Bound::Unpacked, 1 << 20));
    // The same, but its size is said to be 100 wherever it is said.
    let size = u32::try_from((8 << 20) + "<workbook>".len()).unwrap().to_le_bytes();
    let mut lying = bytes.clone();
    let places: Vec<usize> = (0..lying.len() - 4).filter(|&at| lying[at..at + 4] == size).collect();
    assert_eq!(places.len(), 2);
    for at in places {
        lying[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    let error = Workbook::read("a", &lying, limits).unwrap_err();
    assert!(error.message().zh.starts_with("文件已损坏：压缩的内容无法解压；"), "{error}");
    let error = Workbook::read("a", &bytes, limits).unwrap_err();
    assert_eq!(
        error.message().text(Lang::Zh),
        "文件解压后大于 1 MiB，超出读取限度；请删去无关内容，或者分成几个文件导入"
    );
}

#[test]
fn each_limit_allows_as_much_as_it_says_and_no_more() {
    let base = WorkbookLimits::default();
    let cells = xlsx(r#"<row><c><v>1</v></c><c><v>2</v></c><c t="str"><v>一二</v></c></row>"#);
    assert!(Workbook::read("a", &cells, base.with_max_cells(3)).is_ok());
    assert_eq!(too_large(&cells, base.with_max_cells(2)), (Bound::Cells, 2));
    assert!(Workbook::read("a", &cells, base.with_max_text(8)).is_ok());
    assert_eq!(too_large(&cells, base.with_max_text(7)), (Bound::Text, 7));
    let length = u64::try_from(cells.len()).unwrap();
    assert!(Workbook::read("a", &cells, base.with_max_bytes(length)).is_ok());
    assert_eq!(too_large(&cells, base.with_max_bytes(length - 1)), (Bound::Bytes, length - 1));
    let merged = Parts::default()
        .with(r#"<worksheet><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1"/></mergeCells></worksheet>"#);
    assert!(Workbook::read("a", &merged, base.with_max_merges(2)).is_ok());
    assert_eq!(too_large(&merged, base.with_max_merges(1)), (Bound::Merges, 1));
    let merged = xls(&[], vec![record(0x00e5, &words(&[2, 0, 1, 0, 0, 2, 3, 0, 0]))]);
    assert_eq!(too_large(&merged, base.with_max_merges(1)), (Bound::Merges, 1));
    let book = r#"<workbook><sheets><sheet name="a" r:id="r1"/><sheet name="b" r:id="r1"/></sheets></workbook>"#;
    let sheets = Parts { book, ..Parts::default() }.with("<worksheet/>");
    assert_eq!(read(&sheets).unwrap().sheets.len(), 2);
    assert_eq!(too_large(&sheets, base.with_max_sheets(1)), (Bound::Sheets, 1));
    let shared = Parts { strings: "<sst><si/><si/><si/></sst>", ..Parts::default() }.with("<worksheet/>");
    assert_eq!(too_large(&shared, base.with_max_cells(2)), (Bound::Cells, 2));
    let wide = format!("a{}", ",".repeat(16_384));
    assert_eq!(too_large(wide.as_bytes(), base), (Bound::Columns, 16_384));
}

#[test]
fn one_text_shown_in_very_many_cells_is_refused() {
    // 32,767 characters, 10,000 times: 300 megabytes from a file of a few.
    let text = "x".repeat(32_767);
    let cells = r#"<c t="s"><v>0</v></c>"#.repeat(10_000);
    let strings = format!("<sst><si><t>{text}</t></si></sst>");
    let sheet = format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    let bytes = Parts { strings: &strings, ..Parts::default() }.with(&sheet);
    assert_eq!(too_large(&bytes, WorkbookLimits::default()), (Bound::Text, 128 << 20));
}

#[test]
fn deep_xml_is_read_as_any_other() {
    let deep = 100_000;
    let rows = format!("{}{}<row><c><v>1</v></c></row>", "<a>".repeat(deep), "</a>".repeat(deep));
    assert_eq!(read(&xlsx(&rows)).unwrap().sheets[0].cells().count(), 1);
    let within = format!("<row><c><v>{}7{}</v></c></row>", "<a>".repeat(deep), "</a>".repeat(deep));
    assert_eq!(read(&xlsx(&within)).unwrap().sheets[0].cells().count(), 0);
}

#[test]
fn protected_files_say_so() {
    let encrypted = compound(&[("EncryptionInfo", b"x"), ("EncryptedPackage", &[7; 5000])]);
    assert_eq!(read(&encrypted), Err(WorkbookError::Protected));
    assert_eq!(read(&xls(&[record(0x002f, &words(&[1, 1, 1]))], Vec::new())), Err(WorkbookError::Protected));
    assert_eq!(read(&xls(&[record(0x002f, &words(&[0, 1, 1]))], Vec::new())), Err(WorkbookError::Protected));
    assert_eq!(
        WorkbookError::Protected.message().zh,
        "文件设有打开密码；请用 Excel 或 WPS 打开，取消密码后另存，再导入"
    );
}

#[test]
fn other_files_are_told_by_their_content_whatever_their_name_says() {
    let found = |bytes: &[u8]| match Workbook::read("清单.xlsx", bytes, WorkbookLimits::default()).unwrap_err() {
        WorkbookError::Other { found, advice, .. } => (found.zh, advice.zh),
        other => panic!("{other}"),
    };
    let save = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入";
    let export = "请从原系统导出为 .xlsx，或者把内容录入电子表格后再导入";
    let html = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>1</td></tr></table></html>";
    assert_eq!(found(html.as_bytes()), ("网页（HTML）", save));
    assert_eq!(found(b"\n <table border=1><tr>"), ("网页（HTML）", save));
    assert_eq!(found(b"%PDF-1.7\n"), ("PDF 文件", export));
    assert_eq!(found(b"\x89PNG\r\n\x1a\n"), ("图片", export));
    assert_eq!(found(&compound(&[("WordDocument", b"x")])), ("文字处理文档（Word、WPS 文字等）", export));
    let docx = packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<w/>"),
        ("word/embeddings/xl/workbook.xml", b""),
    ]);
    assert_eq!(found(&docx), ("文字处理文档（Word、WPS 文字等）", export));
    assert_eq!(found(&packed(&[("a.txt", b"x")])).0, "压缩包");
    assert_eq!(found(b"7z\xbc\xaf\x27\x1c..."), ("压缩包", "请先解压，再导入其中的文件"));
    let ods = packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<x/>")]);
    // Stored, as the format wants its first part.
    assert_eq!(found(&stored(&ods)).0, "ODS 表格（.ods）");
    let xlsb = packed(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.bin", b"x")]);
    assert_eq!(found(&xlsb), ("Excel 二进制工作簿（.xlsb）", save));
    let xml = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>";
    assert_eq!(found(xml.as_bytes()).0, "Excel 2003 的 XML 表格");
    assert_eq!(found(b"title: x\n").0, "YAML 文本");
    assert_eq!(found(&[0, 1, 2, 3, 0xfe]).0, "无法识别的文件");
    assert_eq!(found("关于公布清单的通知".as_bytes()).0, "无法识别的文件");
    for empty in [&b""[..], b"\r\n \t", b"\xef\xbb\xbf"] {
        assert_eq!(read(empty), Err(WorkbookError::Empty));
    }
}

/// The same parts, not packed.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        zip.start_file(name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored)).unwrap();
        std::io::copy(&mut part, &mut zip).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
