//! Tables of text in every encoding, and tables in JSON.

use qingdan::Lang;
use qingdan::workbook::{CellKind, CellRef, Sheet, WorkbookError, WorkbookFormat};

use super::{read, text};

/// The only sheet of a table of text.
fn table(bytes: &[u8]) -> Sheet {
    let mut workbook = read(bytes).unwrap();
    assert_eq!(workbook.format, WorkbookFormat::Csv);
    assert_eq!(workbook.sheets.len(), 1);
    workbook.sheets.remove(0)
}

/// The cells with their places.
fn cells(sheet: &Sheet) -> Vec<String> {
    sheet.cells().map(|(at, cell)| format!("{at}={}", cell.text)).collect()
}

const TABLE: &str = "序号,事项名称,备注\r\n1,取水许可,\r\n2,采砂许可,暂停\r\n";
const CELLS: [&str; 8] = ["A1=序号", "B1=事项名称", "C1=备注", "A2=1", "B2=取水许可", "A3=2", "B3=采砂许可", "C3=暂停"];

#[test]
fn a_table_is_the_same_in_every_encoding() {
    let marked = ["\u{feff}", TABLE].concat();
    let units: Vec<u16> = marked.encode_utf16().collect();
    let forms = [
        TABLE.as_bytes().to_vec(),
        marked.into_bytes(),
        units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        encoding_rs::GB18030.encode(TABLE).0.into_owned(),
    ];
    for form in forms {
        assert_eq!(cells(&table(&form)), CELLS);
    }
    // Four bytes a character, in the newer part of the standard alone.
    let rare = encoding_rs::GB18030.encode("名称,地点\n许可,𠮷林镇\n").0.into_owned();
    assert_eq!(text(&table(&rare), "B2"), Some("𠮷林镇"));
}

#[test]
fn what_parts_cells_is_told_by_the_content() {
    let tabs = TABLE.replace(',', "\t");
    let semicolons = TABLE.replace(',', ";");
    for form in [&tabs, &semicolons] {
        assert_eq!(cells(&table(form.as_bytes())), CELLS);
    }
    // Commas within cells are no parts of a table of tabs, and do not outdo them.
    let both = "编号\t依据\n1\t第一条,第二条\n2\t第三条,第四条\n3\t第五条\n";
    assert_eq!(text(&table(both.as_bytes()), "B2"), Some("第一条,第二条"));
    assert_eq!(text(&table("a,b\n".as_bytes()), "B1"), Some("b"));
}

#[test]
fn a_record_is_a_row_however_many_lines_it_takes() {
    let written = "名称,依据\n\"取水\n许可\",\"他说\"\"是\"\"\"\n采砂,x\n";
    let sheet = table(written.as_bytes());
    assert_eq!(cells(&sheet), ["A1=名称", "B1=依据", "A2=取水\n许可", "B2=他说\"是\"", "A3=采砂", "B3=x"]);
    assert!(sheet.cells().all(|(_, cell)| cell.kind == CellKind::Text));
}

#[test]
fn an_empty_line_is_a_row_whatever_ends_the_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let written = ["", "a,b", "", "", "c,d", "\"e\",f"].join(end);
        assert_eq!(cells(&table(written.as_bytes())), ["A2=a", "B2=b", "A5=c", "B5=d", "A6=e", "B6=f"], "{end:?}");
        assert_eq!(cells(&table(format!("{written}{end}").as_bytes())).len(), 6);
    }
}

#[test]
fn rows_may_be_shorter_and_longer_and_blanks_stay() {
    let sheet = table("某市权责清单\na,b,c\n1\n1,2,3,4\n ,,　\n".as_bytes());
    let expected = ["A1=某市权责清单", "A2=a", "B2=b", "C2=c", "A3=1", "A4=1", "B4=2", "C4=3", "D4=4", "A5= ", "C5=　"];
    assert_eq!(cells(&sheet), expected);
    // A quote within a cell that does not begin with one is a quote.
    assert_eq!(text(&table("a,5\"管\nb,c\n".as_bytes()), "B1"), Some("5\"管"));
}

#[test]
fn a_quote_that_is_not_closed_is_told_with_its_row() {
    let error = read("a,b\n1,\"x\ny\"\n2,\"z\n3,w\n".as_bytes()).unwrap_err();
    assert_eq!(error, WorkbookError::OpenQuote { row: 3, line: 4 });
    let windows = read("a,b\r\n1,\"x\r\ny\"\r\n2,\"z\r\n3,w\r\n".as_bytes()).unwrap_err();
    assert_eq!(windows, error);
    assert!(error.message().text(Lang::Zh).contains("第 3 行（文件第 4 行）"));
}

#[test]
fn broken_encodings_are_told_with_their_place() {
    let place = |bytes: &[u8]| match read(bytes).unwrap_err() {
        WorkbookError::Encoding { encoding, line, byte, .. } => (encoding, line, byte),
        other => panic!("{other}"),
    };
    let mut utf8 = TABLE.as_bytes().to_vec();
    let at = TABLE.find("采砂").unwrap();
    utf8[at + 2] = b'?';
    assert_eq!(place(&utf8), ("UTF-8", 3, u64::try_from(at).unwrap()));
    let mut gbk = encoding_rs::GB18030.encode(TABLE).0.into_owned();
    let at = gbk.len() - 4;
    gbk[at] = 0xff;
    assert_eq!(place(&gbk), ("GB18030", 3, u64::try_from(at).unwrap()));
    // A character with the byte of a line feed in it, then half a pair.
    let units = ['\u{feff}', '上', ',', 'a', '\n', 'b', ','].map(|c| u16::try_from(u32::from(c)).unwrap());
    let utf16: Vec<u8> = [&units[..], &[0xd800, 0x20]].concat().iter().flat_map(|unit| unit.to_le_bytes()).collect();
    assert_eq!(place(&utf16), ("UTF-16", 2, 14));
    let cut = &TABLE.as_bytes()[..=TABLE.find("停").unwrap()];
    assert_eq!(place(cut).1, 3);
}

/// The only sheet of a table in JSON.
fn json(text: &str) -> Sheet {
    let mut workbook = read(text.as_bytes()).unwrap();
    assert_eq!(workbook.format, WorkbookFormat::JsonLines);
    workbook.sheets.remove(0)
}

#[test]
fn of_json_lines_the_keys_are_the_first_row_and_a_line_is_the_row_after_its_number() {
    let sheet = json(
        "{\"TASK_NAME\":\"取水许可\",\"ANTICIPATE_DAY\":20}\n\n{\"TASK_CODE\":\"01\",\"TASK_NAME\":\"采砂\\n许可\"}\n",
    );
    let expected =
        ["A1=TASK_NAME", "B1=ANTICIPATE_DAY", "C1=TASK_CODE", "A2=取水许可", "B2=20", "A4=采砂\n许可", "C4=01"];
    assert_eq!(cells(&sheet), expected);
}

#[test]
fn values_in_json_keep_their_digits_and_what_is_nested_stays_json() {
    let sheet = json(
        r#"[{"a": 916201055811843001, "b": 1.50, "c": true, "d": null, "e": "", "f": [1, {"x": "y"}], "g": {}},
            {"c": false, "h": "１"}]"#,
    );
    let values: Vec<_> = sheet
        .cells()
        .filter(|(at, _)| at.row > 1)
        .map(|(at, cell)| (at.to_string(), cell.text.as_str(), cell.kind))
        .collect();
    let expected = [
        ("A2", "916201055811843001", CellKind::Number),
        ("B2", "1.50", CellKind::Number),
        ("C2", "TRUE", CellKind::Boolean),
        ("F2", r#"[1, {"x": "y"}]"#, CellKind::Text),
        ("G2", "{}", CellKind::Text),
        ("C3", "FALSE", CellKind::Boolean),
        ("H3", "１", CellKind::Text),
    ];
    assert_eq!(values, expected.map(|(at, text, kind)| (at.to_owned(), text, kind)));
    assert_eq!(sheet.own(CellRef::new(1, 4)).map(|cell| cell.text.as_str()), Some("d"));
    let gbk = encoding_rs::GB18030.encode("{\"名称\":\"取水许可\"}").0.into_owned();
    assert_eq!(text(&read(&gbk).unwrap().sheets[0], "A2"), Some("取水许可"));
}

#[test]
fn json_that_is_no_table_is_told_with_its_line() {
    let line = |text: &str| match read(text.as_bytes()).unwrap_err() {
        WorkbookError::Json { line, problem, .. } => (line, problem.en),
        other => panic!("{other}"),
    };
    assert_eq!(line("{\"a\":1}\n[1]\n"), (2, "this is no JSON object".to_owned()));
    assert_eq!(line("[{\"a\":1},\n\n 7]"), (3, "this is no JSON object".to_owned()));
    assert_eq!(line("{\"a\":1}\n{\"a\":1,\"a\":null}\n"), (2, "the member “a” stands twice".to_owned()));
    assert_eq!(line("{\"a\":1}\n{\"a\":\n"), (2, "this is no JSON at byte 5".to_owned()));
    assert_eq!(line("[{\"a\":1},\n{\"a\":"), (2, "this is no JSON at byte 5".to_owned()));
    assert_eq!(line("[1").0, 1);
}

#[test]
fn a_catalog_needs_no_import() {
    let catalogs = [
        "{\"header\":{\"schema_version\":\"1.0\"}}\n{\"organization\":{\"id\":\"a\"}}\n",
        "{\"organization\":{\"id\":\"a\"}}\n",
        "{\n  \"header\": {\"title\": \"x\"},\n  \"power_items\": []\n}\n",
        "{\"organizations\": [], \"power_items\": []}",
    ];
    for catalog in catalogs {
        assert_eq!(read(catalog.as_bytes()), Err(WorkbookError::Catalog), "{catalog}");
    }
    // A column may be named like a tag.
    assert_eq!(cells(&json("{\"organization\":\"水利局\"}\n")), ["A1=organization", "A2=水利局"]);
}
