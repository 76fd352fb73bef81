//! What stands in cells, as a workbook holds it and as it is told.

use qingdan::workbook::CellKind::{self, Boolean, Date, Error, Number, Text};
use qingdan::workbook::{CellRef, Sheet, Workbook};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula};

use super::made::{Parts, record, words, xls, xlsx};
use super::{read, text};

fn kind(sheet: &Sheet, at: &str) -> Option<CellKind> {
    sheet.own(at.parse::<CellRef>().unwrap()).map(|cell| cell.kind)
}

/// What stands in A1 of the only sheet.
fn first(workbook: &Workbook) -> Option<(&str, CellKind)> {
    Some((text(&workbook.sheets[0], "A1")?, kind(&workbook.sheets[0], "A1")?))
}

fn written(number: &str) -> String {
    let workbook = read(&xlsx(&format!(r#"<row r="1"><c r="A1"><v>{number}</v></c></row>"#))).unwrap();
    let (text, kind) = first(&workbook).unwrap();
    assert_eq!(kind, Number);
    text.to_owned()
}

#[test]
fn numbers_are_as_short_as_they_can_be_and_lose_no_digit() {
    let cases = [
        ("1", "1"),
        ("1.0", "1"),
        ("-0", "0"),
        ("0.5", "0.5"),
        ("1.1000000000000001", "1.1"),
        ("5.0000000000000003E-2", "0.05"),
        ("916201055811843000", "916201055811843000"),
        ("9.16201055811843E+17", "916201055811843000"),
        // As no number of a workbook keeps it, but as it is written.
        ("916201055811843001", "916201055811843001"),
        ("-12", "-12"),
        ("1.11506250115062E+17", "111506250115062000"),
        ("1.11506250115062E+18", "1.11506250115062E+18"),
        ("1234567890123456789", "1.2345678901234568E+18"),
        ("1E-7", "0.0000001"),
        ("1.5E-300", "1.5E-300"),
        ("1E+300", "1E+300"),
    ];
    for (held, expected) in cases {
        assert_eq!(written(held), expected, "{held}");
    }
}

#[test]
fn what_is_written_as_a_number_and_is_none_stays_text() {
    for odd in ["NaN", "inf", "1e999", "二"] {
        let workbook = read(&xlsx(&format!(r#"<row r="1"><c r="A1"><v>{odd}</v></c></row>"#))).unwrap();
        assert_eq!(first(&workbook), Some((odd, Text)));
    }
}

/// The cell of a number under a number format.
fn shown(number: &str, code: &str, is_1904: bool) -> (String, CellKind) {
    let styles = format!(
        r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="{}"/></numFmts>
           <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#,
        code.replace('"', "&quot;")
    );
    let book = format!(
        r#"<workbook><workbookPr date1904="{}"/><sheets><sheet name="a" r:id="r1"/></sheets></workbook>"#,
        u8::from(is_1904)
    );
    let sheet = format!(r#"<worksheet><sheetData><row><c s="1"><v>{number}</v></c></row></sheetData></worksheet>"#);
    let workbook = read(&Parts { book: &book, styles: &styles, ..Parts::default() }.with(&sheet)).unwrap();
    let (text, kind) = first(&workbook).unwrap();
    (text.to_owned(), kind)
}

#[test]
fn the_number_format_tells_days() {
    let days = [
        ("45292", "yyyy\"年\"m\"月\"d\"日\"", "2024-01-01"),
        ("45292", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "2024-01-01"),
        ("45292.5", "yyyy/m/d h:mm", "2024-01-01T12:00:00"),
        ("45292.999999999", "yyyy/m/d h:mm", "2024-01-02"),
        ("45351", "m\"月\"", "2024-02-29"),
        ("45292", "aaaa", "2024-01-01"),
        ("1", "yyyy-mm-dd", "1900-01-01"),
        ("59", "yyyy-mm-dd", "1900-02-28"),
        ("61", "yyyy-mm-dd", "1900-03-01"),
        ("36585", "yyyy-mm-dd", "2000-02-29"),
        ("2958465", "yyyy-mm-dd", "9999-12-31"),
        ("0.75", "h:mm AM/PM", "18:00:00"),
        ("0.0006944444444444445", "mm:ss", "00:01:00"),
        ("1.5", "[h]:mm", "36:00:00"),
        ("45292.25", "h:mm", "2024-01-01T06:00:00"),
    ];
    for (held, code, expected) in days {
        assert_eq!(shown(held, code, false), (expected.to_owned(), Date), "{held} {code}");
    }
    assert_eq!(shown("0", "yyyy-mm-dd", true), ("1904-01-01".to_owned(), Date));
    assert_eq!(shown("43830", "yyyy-mm-dd", true), ("2024-01-01".to_owned(), Date));
}

#[test]
fn other_number_formats_and_days_that_there_are_not_leave_numbers() {
    let codes = [
        "General",
        "G/通用格式",
        "0.00E+00",
        "#,##0.00_);[Red](#,##0.00)",
        "0\"day\"",
        "0\\d",
        "*d0",
        "@",
        "[Red]0.0%",
        "[$¥-804]#,##0",
        "000000",
    ];
    for code in codes {
        assert_eq!(shown("45292", code, false), ("45292".to_owned(), Number), "{code}");
    }
    // Workbooks show 1900-01-00 and 1900-02-29 there, and no day at all for the others.
    for none in ["0", "60", "-1", "2958466"] {
        assert_eq!(shown(none, "yyyy-mm-dd", false), (none.to_owned(), Number), "{none}");
    }
}

#[test]
fn every_day_of_four_centuries_is_the_one_of_the_calendar() {
    let row = |day: u32| format!(r#"<row><c s="0"><v>{}</v></c></row>"#, day + 60);
    let rows = (1..=146_097).step_by(97).map(row).collect::<Vec<_>>().concat();
    let styles = r#"<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let workbook = read(&Parts { styles, ..Parts::default() }.with(&sheet)).unwrap();
    // Counted day by day from 1900-03-01, by the rule of leap years alone.
    let (mut year, mut month, mut day) = (1900, 3, 1);
    let mut found = workbook.sheets[0].cells();
    for number in 1..=146_097_u32 {
        if (number - 1) % 97 == 0 {
            let (_, cell) = found.next().unwrap();
            assert_eq!(cell.text, format!("{year}-{month:02}-{day:02}"));
        }
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        day += 1;
        if day > last {
            (day, month) = (1, month + 1);
        }
        if month > 12 {
            (month, year) = (1, year + 1);
        }
    }
    assert!(found.next().is_none());
}

#[test]
fn texts_are_told_as_they_are_written() {
    let strings = "<sst><si><t>第一行\r\n第二行</t></si><si><t xml:space=\"preserve\">  </t></si>\
        <si><r><rPr><b/></rPr><t>取水</t></r><r><t xml:space=\"preserve\"> 许可</t></r><rPh sb=\"0\" eb=\"1\"><t>qu</t></rPh></si>\
        <si><t>a_x000D__x000a_b_x005F_x0041_ _xD83D__xDE00_ _xD83D_ _x12_</t></si><si><t>&lt;&#x4e2d;&amp;&gt;<![CDATA[<b>]]></t></si>\
        <si/></sst>";
    let cells = (0..6).map(|index| format!(r#"<c t="s"><v>{index}</v></c>"#)).collect::<Vec<_>>().concat();
    let sheet = format!(
        r#"<worksheet><sheetData><row>{cells}<c t="inlineStr"><is><t>直接</t></is></c>
           <c t="str"><f>A1&amp;"x"</f><v>算出_x000D_</v></c></row></sheetData></worksheet>"#
    );
    let workbook = read(&Parts { strings, ..Parts::default() }.with(&sheet)).unwrap();
    let sheet = &workbook.sheets[0];
    let found = ["A1", "B1", "C1", "D1", "E1", "F1", "G1", "H1"].map(|at| text(sheet, at));
    let expected = [
        Some("第一行\n第二行"),
        Some("  "),
        Some("取水 许可"),
        Some("a\r\nb_x0041_ 😀 _xD83D_ _x12_"),
        Some("<中&><b>"),
        None,
        Some("直接"),
        Some("算出\r"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn truth_values_errors_and_days_have_their_kinds() {
    let workbook = read(&xlsx(
        r#"<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c>
            <c t="d"><v>2024-05-01T00:00:00.000</v></c><c t="d"><v>2024-05-01T08:30:00Z</v></c><c t="e"><v>#SPILL!</v></c></row>"#,
    ))
    .unwrap();
    let found: Vec<_> = workbook.sheets[0].cells().map(|(_, cell)| (cell.text.as_str(), cell.kind)).collect();
    let expected = [
        ("TRUE", Boolean),
        ("FALSE", Boolean),
        ("#REF!", Error),
        ("2024-05-01", Date),
        ("2024-05-01T08:30:00", Date),
        ("#SPILL!", Error),
    ];
    assert_eq!(found, expected);
}

#[test]
fn formulas_have_their_last_value_and_those_without_are_told() {
    let workbook = read(&xlsx(
        r#"<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>X()</f><v></v></c>
           <c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>1</f><v/></c></row>"#,
    ))
    .unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!(text(sheet, "A1"), Some("2"));
    // An empty text was computed in D1.
    assert_eq!(sheet.uncomputed().map(|at| at.to_string()).collect::<Vec<_>>(), ["B1", "C1", "E1"]);
    assert_eq!(sheet.cells().count(), 1);
}

#[test]
fn a_workbook_of_another_program_says_what_was_put_into_it() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let bold = Format::new().set_bold();
    sheet.write(0, 0, "序号").unwrap();
    sheet.write(0, 1, 254).unwrap();
    sheet.write(0, 2, 0.1).unwrap();
    sheet.write_with_format(0, 3, ExcelDateTime::from_ymd(2025, 10, 31).unwrap(), &day).unwrap();
    sheet.write(0, 4, true).unwrap();
    sheet.write(0, 5, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(0, 6, Formula::new("=B1*2").set_result("508")).unwrap();
    sheet.write_rich_string(0, 7, &[(&bold, "《水法》"), (&Format::default(), "第四十八条")]).unwrap();
    sheet.write(0, 8, "一\n二\t三 ").unwrap();
    let workbook = read(&book.save_to_buffer().unwrap()).unwrap();
    let found: Vec<_> = workbook.sheets[0].cells().map(|(_, cell)| (cell.text.as_str(), cell.kind)).collect();
    let expected = [
        ("序号", Text),
        ("254", Number),
        ("0.1", Number),
        ("2025-10-31", Date),
        ("TRUE", Boolean),
        ("#DIV/0!", Error),
        ("508", Number),
        ("《水法》第四十八条", Text),
        ("一\n二\t三 ", Text),
    ];
    assert_eq!(found, expected);
}

#[test]
fn records_hold_numbers_in_four_ways() {
    let place = |column: u16| words(&[0, column, 0]);
    let number = |value: f64| value.to_le_bytes().to_vec();
    let rk = |packed: u32| packed.to_le_bytes().to_vec();
    let upper = |value: f64| u32::try_from(value.to_bits() >> 32).unwrap();
    let minus_seven = ((-7_i32) << 2).cast_unsigned() | 2;
    let formula = |value: [u8; 8]| [&value[..], &[0; 8]].concat();
    let records = vec![
        record(0x0203, &[place(0), number(0.1)].concat()),
        // A hundredth of 250, as a whole number and as one with a point.
        record(0x027e, &[place(1), rk(250 << 2 | 3)].concat()),
        record(0x027e, &[place(2), rk(upper(250.0) | 1)].concat()),
        record(0x00bd, &[words(&[0, 3, 0]), rk(minus_seven), words(&[0]), rk(upper(1.5)), words(&[4])].concat()),
        record(0x0006, &[place(5), formula(2.0_f64.to_le_bytes())].concat()),
        record(0x0006, &[place(6), formula([1, 0, 1, 0, 0, 0, 0xff, 0xff])].concat()),
        record(0x0006, &[place(7), formula([2, 0, 0x17, 0, 0, 0, 0xff, 0xff])].concat()),
        record(0x0006, &[place(8), formula([3, 0, 0, 0, 0, 0, 0xff, 0xff])].concat()),
        record(0x0205, &[place(9), vec![0x2a, 1]].concat()),
        record(0x0205, &[place(10), vec![0, 0]].concat()),
    ];
    let workbook = read(&xls(&[], records)).unwrap();
    let found: Vec<_> =
        workbook.sheets[0].cells().map(|(at, cell)| (at.column, cell.text.as_str(), cell.kind)).collect();
    let expected = [
        (1, "0.1", Number),
        (2, "2.5", Number),
        (3, "2.5", Number),
        (4, "-7", Number),
        (5, "1.5", Number),
        (6, "2", Number),
        (7, "TRUE", Boolean),
        (8, "#REF!", Error),
        (10, "#N/A", Error),
        (11, "FALSE", Boolean),
    ];
    assert_eq!(found, expected);
}
