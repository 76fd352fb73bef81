//! Sheets: which there are, what is hidden in them, merged areas, and how far they reach.

use qingdan::workbook::{Area, CellRef, Sheet, SheetCell, Visibility};

use super::made::{Parts, compound, record, stream, wide, words, xls, xlsx};
use super::{read, text};

fn at(text: &str) -> CellRef {
    text.parse().unwrap()
}

fn area(from: &str, to: &str) -> Area {
    Area { first: at(from), last: at(to) }
}

#[test]
fn a_workbook_of_another_program_hides_and_merges_what_it_was_told_to() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("清单").unwrap();
    sheet.merge_range(0, 0, 0, 25, "权责清单", &rust_xlsxwriter::Format::new()).unwrap();
    sheet.merge_range(2, 1, 9, 1, "取水许可", &rust_xlsxwriter::Format::new()).unwrap();
    for row in 1..12 {
        sheet.write(row, 0, row).unwrap();
    }
    sheet.set_row_hidden(3).unwrap();
    sheet.set_row_hidden(4).unwrap();
    sheet.set_row_height(6, 0).unwrap();
    sheet.group_rows_collapsed(8, 9).unwrap();
    sheet.set_column_hidden(2).unwrap();
    sheet.set_column_width(4, 0).unwrap();
    sheet.write(1, 255, "最后一列").unwrap();
    let hidden = book.add_worksheet();
    hidden.set_name("旧").unwrap().set_hidden(true);
    hidden.write(1_048_575, 16_383, "尽头").unwrap();
    let workbook = read(&book.save_to_buffer().unwrap()).unwrap();
    let [sheet, hidden] = workbook.sheets.as_slice() else { panic!() };
    assert_eq!((sheet.name.as_str(), sheet.visibility), ("清单", Visibility::Visible));
    assert_eq!(sheet.hidden_rows().collect::<Vec<_>>(), [4..=5, 7..=7, 9..=10]);
    assert_eq!(sheet.hidden_columns().collect::<Vec<_>>(), [3..=3, 5..=5]);
    assert!(sheet.is_row_hidden(9) && !sheet.is_row_hidden(11));
    assert!(sheet.is_column_hidden(3) && !sheet.is_column_hidden(4));
    assert_eq!(sheet.merges().collect::<Vec<_>>(), [area("A1", "Z1"), area("B3", "B10")]);
    assert_eq!(sheet.shown(at("B10")).map(|(from, cell)| (from, cell.text.as_str())), Some((at("B3"), "取水许可")));
    assert_eq!(sheet.shown(at("Z1")).map(|(from, _)| from), Some(at("A1")));
    assert_eq!((sheet.shown(at("B11")), sheet.shown(at("AA1"))), (None, None));
    assert_eq!((sheet.last_row(), sheet.last_column()), (Some(12), Some(256)));
    // One cell at the very end is one cell.
    assert_eq!((hidden.visibility, hidden.cells().count()), (Visibility::Hidden, 1));
    assert_eq!((hidden.last_row(), hidden.last_column()), (Some(1_048_576), Some(16_384)));
    assert_eq!(text(hidden, "XFD1048576"), Some("尽头"));
}

#[test]
fn sheets_of_charts_are_left_out_and_very_hidden_ones_are_hidden() {
    let book = r#"<workbook><sheets><sheet name="图" r:id="r4"/><sheet name="a_x0041_" state="veryHidden" r:id="r1"/></sheets></workbook>"#;
    let workbook = read(&Parts { book, ..Parts::default() }.with("<worksheet><sheetData/></worksheet>")).unwrap();
    let found: Vec<_> = workbook.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.visibility)).collect();
    assert_eq!(found, [("aA", Visibility::Hidden)]);
    assert_eq!((workbook.sheets[0].last_row(), workbook.sheets[0].last_column()), (None, None));
}

#[test]
fn cells_and_rows_without_a_place_follow_those_before() {
    let workbook = read(&xlsx(
        r#"<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row r="5"><c r="C5" t="str"><v>c</v></c><c t="str"><v>d</v></c></row>
           <row><c t="str"><v>e</v></c></row>"#,
    ))
    .unwrap();
    let found: Vec<_> = workbook.sheets[0].cells().map(|(at, cell)| format!("{at}{}", cell.text)).collect();
    assert_eq!(found, ["A1a", "B1b", "C5c", "D5d", "A6e"]);
}

#[test]
fn names_with_prefixes_and_parts_with_other_slashes_are_read() {
    let sheet = r#"<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1">
        <x:c r="A1" t="str"><x:v>甲</x:v></x:c></x:row></x:sheetData></x:worksheet>"#;
    let workbook = read(&Parts::default().with(sheet)).unwrap();
    assert_eq!(text(&workbook.sheets[0], "A1"), Some("甲"));
    let parts: [(&str, &[u8]); 3] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("xl\\Workbook.xml", br#"<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>"#),
        (
            "xl\\_rels\\workbook.xml.rels",
            br#"<Relationships><Relationship Id="r1" Type="t/worksheet" Target="Sheet1.xml"/></Relationships>"#,
        ),
    ];
    let sheet: (&str, &[u8]) = ("xl\\sheet1.xml", br"<worksheet><row><c><v>7</v></c></row></worksheet>");
    // The directory of such a file says `xl\`, by which it is known all the same.
    let workbook = read(&super::made::packed(&[&parts[..], &[sheet]].concat())).unwrap();
    assert_eq!(text(&workbook.sheets[0], "A1"), Some("7"));
}

#[test]
fn where_all_rows_are_hidden_but_those_listed_the_others_are() {
    let sheet = r#"<worksheet><sheetFormatPr zeroHeight="1"/><sheetData><row r="2"><c><v>1</v></c></row><row r="4" hidden="true"/></sheetData></worksheet>"#;
    let workbook = read(&Parts::default().with(sheet)).unwrap();
    assert_eq!(workbook.sheets[0].hidden_rows().collect::<Vec<_>>(), [1..=1, 3..=1_048_576]);
    let row = |row: u16| record(0x0208, &words(&[row, 0, 1, 255, 0, 0, 0, 0]));
    let workbook = read(&xls(&[], vec![record(0x0225, &words(&[2, 0])), row(1)])).unwrap();
    assert_eq!(workbook.sheets[0].hidden_rows().collect::<Vec<_>>(), [1..=1, 3..=65_536]);
}

#[test]
fn records_hide_rows_and_columns_and_merge_areas() {
    let row = |row: u16, height: u16, flags: u16| record(0x0208, &words(&[row, 0, 1, height, 0, 0, flags, 0]));
    let columns =
        |first: u16, last: u16, width: u16, flags: u16| record(0x007d, &words(&[first, last, width, 0, flags, 0]));
    let label = [words(&[4, 1, 0]), wide("取水许可", 2)].concat();
    let records = vec![
        columns(2, 3, 2048, 1),
        columns(5, 5, 0, 0),
        // Some programs say 256, where 255 is the last.
        columns(250, 256, 2048, 1),
        row(0, 0x8000 | 255, 0),
        // Folded up in a group, of no height, hidden by hand.
        row(1, 255, 0x20 | 0x01),
        row(2, 0, 0x40),
        row(3, 255, 0x20),
        record(0x0204, &label),
        // A chart has records of its own, which are no cells.
        record(0x0809, &words(&[0x0600, 0x20, 0, 0])),
        record(0x0204, &[words(&[9, 9, 0]), wide("图例", 2)].concat()),
        record(0x000a, &[]),
        record(0x00e5, &words(&[2, 4, 6, 1, 1, 8, 8, 0, 3])),
    ];
    let workbook = read(&xls(&[], records)).unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!(sheet.hidden_rows().collect::<Vec<_>>(), [2..=4]);
    assert_eq!(sheet.hidden_columns().collect::<Vec<_>>(), [3..=4, 6..=6, 251..=256]);
    assert_eq!(sheet.merges().collect::<Vec<_>>(), [area("B5", "B7"), area("A9", "D9")]);
    assert_eq!(sheet.shown(at("B7")).map(|(from, cell)| (from, cell.text.as_str())), Some((at("B5"), "取水许可")));
    assert_eq!((sheet.cells().count(), sheet.last_row()), (1, Some(7)));
}

#[test]
fn shared_texts_go_on_in_the_next_record() {
    // Four texts: one cut within, one with formats and pronunciation behind it, one of single bytes, one beyond.
    let first = [&4_u32.to_le_bytes()[..], &4_u32.to_le_bytes(), &wide("取水许可", 2)[..7]].concat();
    let rest = words(&"许可".encode_utf16().collect::<Vec<_>>());
    let rich = [
        &2_u16.to_le_bytes()[..],
        &[1 | 8 | 4],
        &1_u16.to_le_bytes(),
        &3_u32.to_le_bytes(),
        &words(&[0x4e00, 0x4e8c]),
        &[0; 4],
        &[9; 3],
    ];
    let second = [&[1][..], &rest, &rich.concat(), &[2, 0, 0, b'a', 0xe9]].concat();
    let globals = vec![
        record(0x00fc, &first),
        record(0x003c, &second),
        record(0x003c, &[&3_u16.to_le_bytes()[..], &[0], b"xy"].concat()),
        record(0x003c, &[1, b'z', 0]),
    ];
    let cell = |row: u16, index: u32| record(0x00fd, &[words(&[row, 0, 0]), index.to_le_bytes().to_vec()].concat());
    let workbook = read(&xls(&globals, (0..4).map(|n: u16| cell(n, n.into())).collect())).unwrap();
    let sheet = &workbook.sheets[0];
    let found = ["A1", "A2", "A3", "A4"].map(|at| text(sheet, at).unwrap());
    assert_eq!(found, ["取水许可", "一二", "aé", "xyz"]);
}

#[test]
fn excel_95_wrote_texts_in_the_encoding_of_the_machine() {
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    let name = gbk("清单");
    let label = gbk("取水许可");
    let globals = vec![
        record(0x0042, &words(&[936])),
        record(0x041e, &[&[164, 0, 12][..], &gbk("yyyy\"年\"m\"月")].concat()),
        record(0x00e0, &words(&[0, 0, 0])),
        record(0x00e0, &words(&[0, 164, 0])),
    ];
    let records = vec![
        record(0x0204, &[words(&[0, 0, 0, 8]), label].concat()),
        record(0x0203, &[words(&[0, 1, 1]), 45_292.0_f64.to_le_bytes().to_vec()].concat()),
        record(0x0006, &[words(&[0, 2, 0]), vec![0, 0, 0, 0, 0, 0, 0xff, 0xff], vec![0; 8]].concat()),
        record(0x0207, &[words(&[4]), gbk("公式")].concat()),
    ];
    let sheet = ([vec![4], name].concat(), 1, records);
    let workbook = read(&compound(&[("Book", &stream(0x0500, &globals, &[sheet]))])).unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!((sheet.name.as_str(), sheet.visibility), ("清单", Visibility::Hidden));
    assert_eq!(["A1", "B1", "C1"].map(|at| text(sheet, at).unwrap()), ["取水许可", "2024-01-01", "公式"]);
}

#[test]
fn records_without_a_compound_file_are_read() {
    let records = vec![record(0x0204, &[words(&[0, 0, 0]), wide("甲", 2)].concat())];
    let workbook = read(&stream(0x0600, &[], &[(wide("a", 1), 0, records)])).unwrap();
    assert_eq!(text(&workbook.sheets[0], "A1"), Some("甲"));
}

#[test]
fn the_area_of_a_cell_is_found_among_many() {
    // Areas of all widths side by side; held against a search through all of them.
    let mut sheet = Sheet::new("a");
    let mut areas = Vec::new();
    for row in 0..40_u32 {
        let mut column = 1_u16;
        let mut width = u16::try_from(row % 7).unwrap() + 1;
        while column < 200 {
            let first = CellRef::new(row * 5 + 1 + u32::from(column % 3), column);
            let area = Area { first, last: CellRef::new(first.row + 1, column + width - 1) };
            sheet.put(first, SheetCell::text("x"));
            sheet.merge(area);
            areas.push(area);
            column += width + 1;
            width = width % 13 + 1;
        }
    }
    for row in 1..=205 {
        for column in 1..=220 {
            let at = CellRef::new(row, column);
            let expected = areas.iter().copied().find(|area| area.contains(at));
            assert_eq!(sheet.merged(at), expected, "{at}");
        }
    }
}

#[test]
fn hidden_rows_become_one_span_where_they_touch() {
    let mut sheet = Sheet::new("a");
    for rows in [5..=6, 1..=1, 9..=12, 3..=3, 2..=2, 11..=20, 7..=7] {
        sheet.hide_rows(rows);
    }
    assert_eq!(sheet.hidden_rows().collect::<Vec<_>>(), [1..=3, 5..=7, 9..=20]);
    sheet.hide_rows(4..=u32::MAX);
    assert_eq!(sheet.hidden_rows().collect::<Vec<_>>(), [1..=u32::MAX]);
}
